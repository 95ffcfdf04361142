import type { Clock } from '../../kernel/clock.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { Booking } from './booking.entity.ts';
import { SETTLE_EXTRA, SETTLE_PAYMENT } from './jobs/job-topics.ts';
import { ExtraState, VisitExtra } from './visit-extra.entity.ts';

/** By what the payment for something added during a visit is known. */
export function extraReference({ booking, id }: Pick<VisitExtra, 'booking' | 'id'>): string {
  return `${booking}/extra-${id}`;
}

/**
 * Has the household pay for a visit that is over: what was authorised for it at booking, and what was authorised for each thing
 * added since, both by the share of the visit that took place. A proposal that nobody answered falls.
 */
export async function settleVisit(em: EntityManager, clock: Clock, booking: Booking, share: number): Promise<void> {
  const extras = await em.find(VisitExtra, { booking: booking.id }, { disableIdentityMap: true });
  const agreed = extras.filter(({ state }) => state === ExtraState.AGREED);
  const added = agreed.reduce((sum, { amount }) => sum + amount, 0);
  const due = (amount: number): number => Math.round(amount * share);
  await publish(em, clock, [
    { topic: SETTLE_PAYMENT, payload: { bookingId: booking.id, due: due(booking.storedQuote.total - added) } },
    ...agreed.map((extra) => ({
      topic: SETTLE_EXTRA,
      payload: { reference: extraReference(extra), due: due(extra.amount) },
    })),
  ]);
  if (extras.some(({ state }) => state === ExtraState.PROPOSED)) {
    await em.nativeUpdate(
      VisitExtra,
      { booking: booking.id, state: ExtraState.PROPOSED },
      { state: ExtraState.WITHDRAWN, decidedAt: clock.now() },
    );
  }
}
