import { afterEach, beforeEach, expect, test } from 'vitest';
import { cancelBooking } from '../../api/modules/bookings/cancel-booking.service.ts';
import type { Booking } from '../../api/modules/bookings/index.ts';
import { newId } from '../../api/kernel/ids.ts';
import { describeOnEachQueue } from './support/backends.ts';
import { bookVisit, buildContext, cancelVisit } from './support/book-visit.ts';
import type { Booker } from './support/book-visit.ts';
import { FakeClock } from './support/fake-clock.ts';
import { openJobWorld } from './support/job-world.ts';
import type { JobWorld } from './support/job-world.ts';
import { buildMarketplace } from './support/marketplace.builder.ts';
import { listDeliveries } from './support/sent-messages.ts';

const NOW = new Date('2027-03-20T08:00:00Z');
const START = new Date('2027-03-22T10:00:00Z');

describeOnEachQueue(3, (redisUrl) => {
  const clock = new FakeClock(NOW);
  let world: JobWorld;
  let booker: Booker;
  beforeEach(async () => {
    clock.set(NOW);
    world = await openJobWorld({ redisUrl, clock });
    booker = { database: world.database, clock, market: await buildMarketplace(world.database, clock, {}) };
  });
  afterEach(() => world.close());

  const vouchers = (): Promise<object[]> =>
    world.database.em
      .fork()
      .execute(
        'select issued_for_id as visit, amount_minor as amount, currency, expires_at::text as until from voucher',
      );
  const cancelAsProvider = async (booking: Booking): Promise<string> => {
    const outcome = await cancelBooking(buildContext(world.database, clock, booker.market.providerAccount), {
      bookingId: booking.id,
      expectedFee: 0,
      idempotencyKey: newId(),
    });
    return 'refund' in outcome ? 'cancelled' : JSON.stringify(outcome);
  };

  test('a provider who calls an agreed visit off gives the household a tenth of its price, for a year, and it is told', async () => {
    const booking = await bookVisit(booker, START);

    expect(await cancelAsProvider(booking)).toBe('cancelled');
    await world.settle();
    await world.loseQueue();
    await world.settle();

    expect(await vouchers()).toEqual([
      {
        visit: booking.id,
        amount: Math.ceil(booking.storedQuote.total / 10),
        currency: booking.storedQuote.currency,
        until: '2028-03-19 08:00:00+00',
      },
    ]);
    const told = (await listDeliveries(world.database)).filter(({ kind }) => kind === 'voucher-issued');
    expect(told).toHaveLength(1);
    expect(told[0]!.body).toContain('called your visit off');
  });

  test('a household that calls its own visit off is given none', async () => {
    const booking = await bookVisit(booker, START);

    await cancelVisit(booker, booking);
    await world.settle();

    expect(await vouchers()).toEqual([]);
  });
});
