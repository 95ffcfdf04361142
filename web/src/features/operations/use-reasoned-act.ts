import { ref, shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import { announce } from '@/app/announcer';
import type { ApiAnswer, RequestFailure } from '@/app/graphql-client';

interface Outcome {
  readonly __typename?: string;
  readonly message?: string;
}

/** Something an operator does to a booking with a reason. One wish has one key, so that a repeat is the same act. */
export function useReasonedAct(success: string, onDone: () => void) {
  const { t } = useI18n();
  const reason = ref('');
  const reasonProblem = ref('');
  const problem = ref('');
  const busy = ref(false);
  const failure = shallowRef<RequestFailure>();
  let wish: { readonly key: string; readonly body: string } | undefined;

  async function act<Input extends object>(
    input: Input,
    run: (input: Input & { reason: string; idempotencyKey: string }) => Promise<ApiAnswer<Outcome>>,
    done: string,
  ): Promise<void> {
    reasonProblem.value = reason.value.trim() === '' ? t('operations.act.sayWhy') : '';
    if (reasonProblem.value !== '' || busy.value) return;
    const whole = { ...input, reason: reason.value.trim() };
    const body = JSON.stringify(whole);
    if (wish?.body !== body) wish = { key: crypto.randomUUID(), body };
    busy.value = true;
    const answer = await run({ ...whole, idempotencyKey: wish.key });
    busy.value = false;
    failure.value = answer.failure;
    if (!answer.data) return;
    wish = undefined;
    if (answer.data.__typename === success) {
      announce(done);
      onDone();
    } else problem.value = answer.data.message ?? '';
  }

  return { reason, reasonProblem, problem, busy, failure, act };
}
