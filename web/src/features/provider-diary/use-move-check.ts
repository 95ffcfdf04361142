import { onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import { askOnce, type RequestFailure } from '@/app/graphql-client';
import { CheckMoveDocument, type CheckMoveQuery } from '@/generated/graphql';

export type MoveCheck = CheckMoveQuery['checkMove'];

/** Time enough to get to the wanted minute by arrow keys. */
const SETTLED_AFTER_MS = 200;

/** What is against a visit at a start, asked for anew whenever the start settles; an answer that comes too late is dropped. */
export function useMoveCheck(bookingId: Ref<string>, start: Ref<string | undefined>) {
  const check = shallowRef<MoveCheck>();
  const failure = shallowRef<RequestFailure>();
  const checking = ref(false);
  let timer: number | undefined;

  async function ask(): Promise<void> {
    const wanted = start.value;
    if (wanted === undefined) return;
    checking.value = true;
    const answer = await askOnce(CheckMoveDocument, { id: bookingId.value, start: wanted });
    if (wanted !== start.value) return;
    checking.value = false;
    failure.value = answer.failure;
    check.value = answer.data?.checkMove;
  }

  watch(
    [bookingId, start],
    () => {
      window.clearTimeout(timer);
      check.value = undefined;
      failure.value = undefined;
      checking.value = start.value !== undefined;
      timer = window.setTimeout(() => void ask(), SETTLED_AFTER_MS);
    },
    { immediate: true },
  );
  onScopeDispose(() => window.clearTimeout(timer));
  return { check, failure, checking, ask };
}
