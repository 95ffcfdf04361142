import { computed, ref, shallowRef, watch, type Ref } from 'vue';
import { useI18n } from 'vue-i18n';
import { announce } from '@/app/announcer';
import { useCurrentTime } from '@/app/current-time';
import { askOnce, useApiMutation, type RequestFailure } from '@/app/graphql-client';
import {
  HoldSlotDocument,
  HoldStateDocument,
  ReleaseHoldDocument,
  RenewHoldDocument,
  type HeldBookingFragment,
  type HoldSlotInput,
  type HoldSlotMutation,
} from '@/generated/graphql';
import type { BookingDraft } from './booking-draft';

export type HoldProblem = Exclude<HoldSlotMutation['holdSlot'], { __typename: 'Hold' }>;

/** Everything that names the visit to be held; `undefined` while something is missing. */
export type HoldRequest = Omit<HoldSlotInput, 'idempotencyKey'>;

const holdMinutes = 10;

/** Names a visit. The total is left out: accepting a new price does not make it another visit. */
const visitKeyOf = ({ providerId, items, start, place }: HoldRequest): string =>
  JSON.stringify([providerId, items, start, place]);

/** The hold as it runs down, for the visit with this key. */
function useHoldClock(booking: Ref<HeldBookingFragment | undefined>, fitsVisit: Ref<boolean>) {
  const now = useCurrentTime(1000);
  const remaining = computed(() =>
    booking.value?.holdExpiresAt ? Date.parse(booking.value.holdExpiresAt) - now.value : 0,
  );
  const isHeld = computed(() => fitsVisit.value && booking.value?.state === 'HELD' && remaining.value > 0);
  return {
    remaining,
    share: computed(() => remaining.value / (holdMinutes * 60_000)),
    isHeld,
    isExpired: computed(() => fitsVisit.value && !isHeld.value && booking.value?.state !== 'CONFIRMED'),
  };
}

/** What the server holds, and the words that go with each change of it. */
function useHoldState(draft: BookingDraft) {
  const { t } = useI18n();
  const booking = shallowRef<HeldBookingFragment>();
  const problem = shallowRef<HoldProblem>();
  const failure = shallowRef<RequestFailure>();
  const restoring = ref(draft.held !== undefined);

  function keep(held: HeldBookingFragment, visitKey: string, words: 'announceHeld' | 'announceRenewed'): void {
    booking.value = held;
    draft.held = { bookingId: held.id, visitKey };
    announce(t(`booking.hold.${words}`, { minutes: holdMinutes }));
  }
  function drop(why?: HoldProblem): void {
    booking.value = undefined;
    delete draft.held;
    problem.value = why;
  }
  function markExpired(): void {
    if (booking.value) booking.value = { ...booking.value, state: 'EXPIRED' };
  }
  /** After a reload: what the server still holds for this visit. */
  async function restore(): Promise<void> {
    if (!draft.held) return;
    const answer = await askOnce(HoldStateDocument, { id: draft.held.bookingId });
    if (answer.data?.booking) booking.value = answer.data.booking;
    else if (answer.data) drop();
    restoring.value = false;
  }
  return { booking, problem, failure, restoring, keep, drop, markExpired, restore };
}

/**
 * Holds the time as soon as the request is complete, and again when it changes. The server keeps one hold per household.
 */
export function useHold(draft: BookingDraft, request: Ref<HoldRequest | undefined>) {
  const { t } = useI18n();
  const holdMutation = useApiMutation(HoldSlotDocument);
  const renewMutation = useApiMutation(RenewHoldDocument);
  const releaseMutation = useApiMutation(ReleaseHoldDocument);
  const { booking, problem, failure, restoring, keep, drop, markExpired, restore } = useHoldState(draft);
  const visitKey = computed(() => request.value && visitKeyOf(request.value));
  const fitsVisit = computed(() => booking.value !== undefined && draft.held?.visitKey === visitKey.value);
  const clock = useHoldClock(booking, fitsVisit);
  // One key for one wish: a repeat after a lost answer must not hold twice.
  let pending: { key: string; body: string } | undefined;
  let lastTried: string | undefined;

  /** Asks for the hold; `acceptedTotal` says yes to a price that has changed since. */
  async function hold(acceptedTotal?: number): Promise<void> {
    const visit = visitKey.value;
    if (!request.value || !visit || holdMutation.busy.value) return;
    lastTried = visit;
    problem.value = undefined;
    failure.value = undefined;
    const wish = { ...request.value, expectedTotal: acceptedTotal ?? request.value.expectedTotal };
    const body = JSON.stringify(wish);
    if (pending?.body !== body) pending = { key: crypto.randomUUID(), body };
    const answer = await holdMutation.run({ input: { ...wish, idempotencyKey: pending.key } });
    failure.value = answer.failure;
    if (!answer.data) return;
    pending = undefined;
    const result = answer.data.holdSlot;
    if (result.__typename === 'Hold') keep(result.booking, visit, 'announceHeld');
    else drop(result);
  }

  async function renew(): Promise<void> {
    if (!booking.value || !draft.held) return;
    const answer = await renewMutation.run({ bookingId: booking.value.id });
    failure.value = answer.failure;
    const result = answer.data?.renewHold;
    if (result?.__typename === 'Hold') keep(result.booking, draft.held.visitKey, 'announceRenewed');
    else if (result) markExpired();
  }

  async function release(): Promise<void> {
    if (!booking.value) return;
    const answer = await releaseMutation.run({ bookingId: booking.value.id });
    failure.value = answer.failure;
    if (answer.failure) return;
    lastTried = visitKey.value;
    drop();
  }

  void restore();
  // A visit that changed while a hold was on its way is asked for afterwards, also when it had been held before and the
  // refusal of another let go of it; a refusal is not asked for twice, nor what was given back.
  watch(
    [visitKey, restoring, holdMutation.busy, fitsVisit],
    ([visit, isRestoring, isBusy, isSame]) => {
      if (visit && !isRestoring && !isBusy && !isSame && visit !== lastTried) void hold();
    },
    { immediate: true },
  );
  watch(clock.isExpired, (expired) => expired && announce(t('booking.hold.announceExpired')));

  const busy = computed(() => holdMutation.busy.value || renewMutation.busy.value || restoring.value);
  return { booking, problem, failure, ...clock, busy, hold, renew, release, markExpired };
}
