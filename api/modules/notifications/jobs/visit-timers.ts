import { z } from 'zod';
import { defineHandler } from '../../../platform/module.ts';
import type { JobContext, MessageHandler } from '../../../platform/module.ts';
import { publish } from '../../../platform/outbox.ts';
import { BookingState } from '../../bookings/index.ts';
import { Review } from '../../reviews/index.ts';
import { findParties } from '../visit-facts.ts';
import { writeDeliveries } from '../write-deliveries.ts';

const HOUR_MS = 3_600_000;
/** `{ bookingId, generation, hours }`: tell both sides that the visit is near. */
const REMIND_VISIT = 'remind-visit';
/** `{ bookingId }`: tell the provider at half-time that a request still waits (B4). */
const WARN_OF_REQUEST = 'warn-of-request';
/** `{ bookingId, generation }`: ask the household how it was. */
const REQUEST_REVIEW = 'request-review';

const ofBooking = z.object({ bookingId: z.uuid() });
const ofGeneration = ofBooking.extend({ generation: z.int() });

/** What is told at a time of its own, and not when something happens. */
export const visitTimers: readonly MessageHandler[] = [
  defineHandler({
    topic: REMIND_VISIT,
    payload: ofGeneration.extend({ hours: z.union([z.literal(24), z.literal(2)]) }),
    handle: async (context, { bookingId, generation, hours }) => {
      const parties = await findParties(context.em, bookingId);
      if (parties?.booking.state !== BookingState.CONFIRMED || parties.booking.generation !== generation) return;
      // Whoever is being looked for cannot be announced as coming.
      if (parties.booking.substituteSoughtUntil != null) return;
      const left = parties.booking.startsAt.getTime() - context.clock.now().getTime();
      // So late that the next reminder is due as well, one that says "tomorrow" would be wrong.
      const isTimely = hours === 24 ? left > 2 * HOUR_MS : left > 0;
      if (isTimely) await writeDeliveries(context, parties, `visit-reminder-${hours}h`);
    },
  }),
  defineHandler({
    topic: WARN_OF_REQUEST,
    payload: ofBooking,
    handle: async (context, { bookingId }) => {
      const parties = await findParties(context.em, bookingId);
      const { state, requestExpiresAt } = parties?.booking ?? {};
      if (!parties || state !== BookingState.REQUESTED || requestExpiresAt == null) return;
      // So late that the request has lapsed, though no job has noticed yet.
      if (requestExpiresAt > context.clock.now()) await writeDeliveries(context, parties, 'request-waiting');
    },
  }),
  defineHandler({
    topic: REQUEST_REVIEW,
    payload: ofGeneration,
    handle: async (context, { bookingId, generation }) => {
      const parties = await findParties(context.em, bookingId);
      if (parties?.booking.generation !== generation || (await context.em.count(Review, { booking: bookingId })) > 0)
        return;
      await writeDeliveries(context, parties, 'review-request');
    },
  }),
];

/** Half-way between now, when the household asked, and the end of the request. */
export async function scheduleWarning({ em, clock }: JobContext, { bookingId }: { bookingId: string }): Promise<void> {
  const parties = await findParties(em, bookingId);
  const end = parties?.booking.requestExpiresAt;
  if (!end) return;
  const now = clock.now().getTime();
  const dueAt = new Date((now + end.getTime()) / 2);
  await publish(em, clock, [{ topic: WARN_OF_REQUEST, payload: { bookingId }, dueAt }]);
}

/** Both reminders, as far as they lay ahead at `since`: when the booking was agreed, however late this runs, unless given. */
export async function scheduleReminders(
  { em, clock }: Pick<JobContext, 'em' | 'clock'>,
  { bookingId, generation }: { bookingId: string; generation: number },
  since?: Date,
): Promise<void> {
  const parties = await findParties(em, bookingId);
  if (parties === null) return;
  const drafts = [24, 2].map((hours) => ({
    topic: REMIND_VISIT,
    payload: { bookingId, generation, hours },
    dueAt: new Date(parties.booking.startsAt.getTime() - hours * HOUR_MS),
  }));
  const from = since ?? parties.booking.confirmedAt ?? clock.now();
  await publish(
    em,
    clock,
    drafts.filter(({ dueAt }) => dueAt > from),
  );
}

/** Two hours after the visit, even when the job that found it over was late. */
export async function scheduleReviewRequest(
  { em, clock }: JobContext,
  payload: { bookingId: string; generation: number },
): Promise<void> {
  const parties = await findParties(em, payload.bookingId);
  if (parties === null) return;
  const { endsAt, completedAt } = parties.booking;
  const over = Math.min(endsAt.getTime(), completedAt?.getTime() ?? Infinity);
  await publish(em, clock, [{ topic: REQUEST_REVIEW, payload, dueAt: new Date(over + 2 * HOUR_MS) }]);
}
