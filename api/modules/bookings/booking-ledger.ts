import { isId } from '../../kernel/ids.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { LedgerTransaction } from '../payments/index.ts';
import { Booking } from './booking.entity.ts';
import { extraReference } from './settle-visit.ts';
import { VisitExtra } from './visit-extra.entity.ts';

/** What is posted for a booking: for the visit, what was added to it, and each time it was moved. Null for an unknown one. */
export async function findBookingLedger(
  context: RequestContext,
  bookingId: string,
): Promise<LedgerTransaction[] | null> {
  const booking = isId(bookingId) ? await context.loaders.find(Booking, bookingId) : null;
  if (booking === null) return null;
  const extras = await context.em.find(VisitExtra, { booking: booking.id }, { disableIdentityMap: true });
  // A move raises the generation, and its fee is known by the one it led to.
  const moves = Array.from({ length: booking.generation }, (_, index) => `${booking.id}/move-${index + 1}`);
  return context.em.find(
    LedgerTransaction,
    { reference: { $in: [booking.id, ...extras.map(extraReference), ...moves] } },
    { orderBy: { at: 'asc', id: 'asc' }, disableIdentityMap: true },
  );
}
