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

/**
 * Holds the time as soon as the request is complete, and again when it changes. The server keeps one hold per household.
 */
export function useHold(draft: BookingDraft, request: Ref<HoldRequest | undefined>) {
  const { t } = useI18n();
  const holdMutation = useApiMutation(HoldSlotDocument);
  const renewMutation = useApiMutation(RenewHoldDocument);
  const releaseMutation = useApiMutation(ReleaseHoldDocument);
  const now = useCurrentTime(1000);

  const booking = shallowRef<HeldBookingFragment>();
  const problem = shallowRef<HoldProblem>();
  const failure = shallowRef<RequestFailure>();
  const restoring = ref(draft.held !== undefined);
  // One key for one wish: a repeat after a lost answer must not hold twice.
  let pendingKey: { key: string; visit: string } | undefined;

  // The total is left out: accepting a new price does not make it another visit.
  const visitKey = computed(
    () =>
      request.value &&
      JSON.stringify([request.value.providerId, request.value.items, request.value.start, request.value.place]),
  );
  const fitsVisit = computed(() => booking.value !== undefined && draft.held?.visitKey === visitKey.value);
  const remaining = computed(() =>
    booking.value?.holdExpiresAt ? Date.parse(booking.value.holdExpiresAt) - now.value : 0,
  );
  const isHeld = computed(() => fitsVisit.value && booking.value?.state === 'HELD' && remaining.value > 0);
  const isExpired = computed(() => fitsVisit.value && !isHeld.value && booking.value?.state !== 'CONFIRMED');

  function keep(held: HeldBookingFragment, visit: string): void {
    booking.value = held;
    draft.held = { bookingId: held.id, visitKey: visit };
  }

  /** Asks for the hold; `acceptedTotal` says yes to a price that has changed since. */
  async function hold(acceptedTotal?: number): Promise<void> {
    const visit = visitKey.value;
    if (!request.value || !visit || holdMutation.busy.value) return;
    problem.value = undefined;
    failure.value = undefined;
    const wish = { ...request.value, expectedTotal: acceptedTotal ?? request.value.expectedTotal };
    const body = JSON.stringify(wish);
    if (pendingKey?.visit !== body) pendingKey = { key: crypto.randomUUID(), visit: body };
    const answer = await holdMutation.run({ input: { ...wish, idempotencyKey: pendingKey.key } });
    failure.value = answer.failure;
    if (!answer.data) return;
    pendingKey = undefined;
    const result = answer.data.holdSlot;
    if (result.__typename === 'Hold') {
      keep(result.booking, visit);
      announce(t('booking.hold.announceHeld', { minutes: holdMinutes }));
    } else {
      booking.value = undefined;
      delete draft.held;
      problem.value = result;
    }
  }

  async function renew(): Promise<void> {
    if (!booking.value || !draft.held) return;
    const answer = await renewMutation.run({ bookingId: booking.value.id });
    failure.value = answer.failure;
    const result = answer.data?.renewHold;
    if (result?.__typename === 'Hold') {
      keep(result.booking, draft.held.visitKey);
      announce(t('booking.hold.announceRenewed', { minutes: holdMinutes }));
    } else if (result) {
      booking.value = { ...booking.value, state: 'EXPIRED' };
    }
  }

  async function release(): Promise<void> {
    if (!booking.value) return;
    const answer = await releaseMutation.run({ bookingId: booking.value.id });
    failure.value = answer.failure;
    if (answer.failure) return;
    booking.value = undefined;
    delete draft.held;
  }

  /** After a reload: what the server still holds for this visit. */
  async function restore(): Promise<void> {
    if (!draft.held) return;
    const answer = await askOnce(HoldStateDocument, { id: draft.held.bookingId });
    if (answer.data?.booking) booking.value = answer.data.booking;
    else if (answer.data) delete draft.held;
    restoring.value = false;
  }
  void restore();

  watch(
    [visitKey, restoring],
    ([visit, isRestoring]) => {
      if (visit && !isRestoring && !fitsVisit.value) void hold();
    },
    { immediate: true },
  );
  watch(isExpired, (expired) => expired && announce(t('booking.hold.announceExpired')));

  return {
    booking,
    problem,
    failure,
    remaining,
    share: computed(() => remaining.value / (holdMinutes * 60_000)),
    isHeld,
    isExpired,
    busy: computed(() => holdMutation.busy.value || renewMutation.busy.value || restoring.value),
    hold,
    renew,
    release,
    markExpired: () => booking.value && (booking.value = { ...booking.value, state: 'EXPIRED' }),
  };
}
