import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import { defineHandler } from '../../../platform/module.ts';
import type { JobContext, MessageHandler } from '../../../platform/module.ts';
import { publish } from '../../../platform/outbox.ts';
import { BOOKING_CANCELLED, Booking, BookingState } from '../../bookings/index.ts';
import { voucherAmount, voucherEnd } from '../domain/voucher.ts';
import { VOUCHER_ISSUED } from '../loyalty.events.ts';

/** An agreed visit that a provider calls off brings its household a voucher (B5): once, however often this runs. */
export const loyaltySubscribers: readonly MessageHandler[] = [
  defineHandler({
    topic: BOOKING_CANCELLED,
    payload: z.object({ bookingId: z.uuid() }),
    handle: async (context, { bookingId }) => {
      const booking = await context.em.findOneOrFail(Booking, { id: bookingId }, { disableIdentityMap: true });
      if (await wasLetDown(context, booking)) await issueVoucher(context, booking);
    },
  }),
];

/** The provider called it off, or could not come and nobody came instead. */
async function wasLetDown({ em }: JobContext, booking: Booking): Promise<boolean> {
  if (booking.state !== BookingState.CANCELLED || booking.confirmedAt === null || booking.storedQuote.total === 0)
    return false;
  if (booking.cancelledBy === 'PROVIDER') return true;
  const { rows } = await sql`
    select from substitute_search where booking_id = ${booking.id} and status = 'REFUNDED'`.execute(em.getKysely());
  return rows.length > 0;
}

async function issueVoucher({ em, clock }: JobContext, { id, household, storedQuote }: Booking): Promise<void> {
  const now = clock.now();
  const { rows } = await sql<{ id: string }>`
    insert into voucher (id, household_id, amount_minor, currency, issued_for_id, issued_at, expires_at)
    values (${newId()}, ${household}, ${voucherAmount(storedQuote.total)}, ${storedQuote.currency}, ${id}, ${now}, ${voucherEnd(now)})
    on conflict (issued_for_id) do nothing returning id`.execute(em.getKysely());
  await publish(
    em,
    clock,
    rows.map((voucher) => ({ topic: VOUCHER_ISSUED, payload: { voucherId: voucher.id } })),
  );
}
