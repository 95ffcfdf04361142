import { newId } from '../../../api/kernel/ids.ts';
import { BookingSeries, SeriesVisit } from '../../../api/modules/bookings/index.ts';
import type { UnsealedBooking } from '../../../api/modules/bookings/index.ts';
import { SeriesVisitStatus } from '../../../api/modules/bookings/series/series.enums.ts';
import type { EntityManager } from '../../../api/platform/database.ts';
import { TEST_NOW } from '../fakes/clock.ts';

/** A weekly series of one visit, the booking given. */
export async function buildSeriesOf(
  em: EntityManager,
  booking: UnsealedBooking,
): Promise<{ readonly seriesId: string; readonly visitId: string }> {
  const seriesId = newId();
  const visitId = newId();
  const date = booking.startsAt.toISOString().slice(0, 10);
  await em.insert(BookingSeries, {
    id: seriesId,
    household: booking.household,
    bookedBy: booking.bookedBy ?? booking.household,
    provider: booking.provider,
    region: booking.region,
    timeZone: booking.timeZone,
    localTime: '10:00',
    everyWeeks: 1,
    weekdays: [4],
    items: booking.items,
    minutes: 120,
    paymentMethod: 'sandbox_visa',
    cardVersion: 1,
    priceLockedUntil: date,
    createdAt: TEST_NOW,
    endedAt: null,
  });
  await em.insert(SeriesVisit, {
    id: visitId,
    series: seriesId,
    date,
    startsAt: booking.startsAt,
    status: SeriesVisitStatus.RESERVED,
    reason: null,
    booking: booking.id,
    storedQuote: booking.storedQuote,
  });
  return { seriesId, visitId };
}
