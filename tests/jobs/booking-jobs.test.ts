import { afterEach, beforeEach, expect, test } from 'vitest';
import { TEST_VAULT } from '../support/test-keys.ts';
import { Booking } from '../../api/modules/bookings/index.ts';
import { renewHold } from '../../api/modules/bookings/renew-hold.service.ts';
import { Account, SEALED_ACCOUNT } from '../../api/modules/accounts/index.ts';
import { describeOnEachQueue } from './support/backends.ts';
import { bookVisit, buildContext, cancelVisit, holdVisit } from './support/book-visit.ts';
import type { Booker } from './support/book-visit.ts';
import { FakeClock } from './support/fake-clock.ts';
import { openJobWorld } from './support/job-world.ts';
import type { JobWorld } from './support/job-world.ts';
import { buildAccount, buildMarketplace } from './support/marketplace.builder.ts';
import { listDeliveries } from './support/sent-messages.ts';
import type { MarketplaceOptions } from './support/marketplace.builder.ts';

const NOW = new Date('2027-03-20T08:00:00Z');
const START = new Date('2027-03-22T10:00:00Z');
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A little more than the lateness at which the sweep brings a message back. */
const LATE_MS = 16_000;

describeOnEachQueue(3, (redisUrl) => {
  const clock = new FakeClock(NOW);
  let world: JobWorld;
  let booker: Booker;

  const open = async (options: MarketplaceOptions = {}): Promise<void> => {
    booker = { database: world.database, clock, market: await buildMarketplace(world.database, clock, options) };
  };
  beforeEach(async () => {
    clock.set(NOW);
    world = await openJobWorld({ redisUrl, clock });
  });
  afterEach(() => world.close());

  const read = (booking: Booking): Promise<Booking> =>
    world.database.em.fork().findOneOrFail(Booking, { id: booking.id });
  const historyOf = (booking: Booking): Promise<object[]> =>
    world.database.em
      .fork()
      .execute(
        'select "from", "to", actor_role as actor, reason from booking_transition where booking_id = ? order by id',
        [booking.id],
      );
  const timeOf = async (booking: Booking): Promise<string> => {
    const rows = await world.database.em
      .fork()
      .execute<{ state: string }[]>('select state from reservation where id = ?', [booking.reservation]);
    return rows[0]!.state;
  };
  const payment = async (booking: Booking): Promise<object | undefined> => {
    const rows = await world.database.em
      .fork()
      .execute<object[]>(
        'select p.status, p.captured, p.refunded, c.status as bank, c.captured as "bankCaptured" from payment p join sandbox_charge c on c.id::text = p.gateway_id where reference = ?',
        [booking.id],
      );
    return rows[0];
  };

  test('a hold that lapses is logged as expired and gives its time back', async () => {
    await open();
    const held = await holdVisit(booker, START);

    clock.advance(9 * MINUTE_MS);
    await world.settle();
    expect((await read(held)).state).toBe('HELD');
    clock.advance(MINUTE_MS + LATE_MS);
    await world.settle();

    expect((await read(held)).state).toBe('EXPIRED');
    expect(await timeOf(held)).toBe('RELEASED');
    expect(await historyOf(held)).toEqual([
      { from: null, to: 'HELD', actor: 'HOUSEHOLD', reason: null },
      { from: 'HELD', to: 'EXPIRED', actor: 'SYSTEM', reason: 'hold lapsed' },
    ]);
  });

  test('the time of a lapsed hold can be held by another household even when no worker has run', async () => {
    await open();
    const rival = buildAccount(clock, { phone: '+447700900002' });
    await world.database.em.fork().insert(Account, TEST_VAULT.sealRow(SEALED_ACCOUNT, rival));
    await holdVisit(booker, START);
    await expect(holdVisit(booker, START, rival)).rejects.toThrow('not held');

    clock.advance(10 * MINUTE_MS);
    const won = await holdVisit(booker, START, rival);
    await world.settle();

    expect((await read(won)).state).toBe('HELD');
    expect(await timeOf(won)).toBe('HELD');
  });

  test('a renewed hold outlives its first end and lapses at its second', async () => {
    await open();
    const held = await holdVisit(booker, START);
    clock.advance(8 * MINUTE_MS);
    await renewHold(buildContext(world.database, clock, booker.market.household), held.id);

    clock.advance(5 * MINUTE_MS);
    await world.settle();
    expect((await read(held)).state).toBe('HELD');
    clock.advance(5 * MINUTE_MS + LATE_MS);
    await world.settle();

    expect((await read(held)).state).toBe('EXPIRED');
    expect(await timeOf(held)).toBe('RELEASED');
  });

  test('a hold that was confirmed does not lapse', async () => {
    await open();
    const booking = await bookVisit(booker, START);

    clock.advance(20 * MINUTE_MS);
    await world.settle();

    expect((await read(booking)).state).toBe('CONFIRMED');
    expect(await timeOf(booking)).toBe('BOOKED');
  });

  test('a visit whose end has passed is completed, paid for and counted', async () => {
    await open();
    const booking = await bookVisit(booker, START);
    expect(await payment(booking)).toMatchObject({ status: 'AUTHORIZED', captured: 0 });

    clock.set(new Date(booking.endsAt.getTime() - MINUTE_MS));
    await world.settle();
    expect((await read(booking)).state).toBe('CONFIRMED');
    clock.set(new Date(booking.endsAt.getTime() + LATE_MS));
    await world.settle();

    const done = await read(booking);
    expect(done.state).toBe('COMPLETED');
    expect(done.completedAt).toEqual(clock.now());
    expect(await payment(booking)).toEqual({
      status: 'CAPTURED',
      captured: 6_000,
      refunded: 0,
      bank: 'CAPTURED',
      bankCaptured: 6_000,
    });
    expect(await historyOf(booking)).toContainEqual({
      from: 'CONFIRMED',
      to: 'COMPLETED',
      actor: 'SYSTEM',
      reason: 'visit over',
    });
    const [provider] = await world.database.em
      .fork()
      .execute<{ completed_visits: number }[]>('select completed_visits from provider');
    expect(provider?.completed_visits).toBe(1);
  });

  test('completing and settling again changes nothing', async () => {
    await open();
    const booking = await bookVisit(booker, START);
    clock.set(new Date(booking.endsAt.getTime() + LATE_MS));
    await world.settle();

    await world.database.em.fork().execute('update outbox_message set done_at = null, handed_at = null');
    // A job that is just ending swallows its twin; the sweep brings that back once it is late.
    clock.advance(LATE_MS);
    await world.settle();

    expect(await payment(booking)).toMatchObject({ status: 'CAPTURED', captured: 6_000, refunded: 0 });
    const completions = (await historyOf(booking)).filter((entry) => 'to' in entry && entry.to === 'COMPLETED');
    expect(completions).toHaveLength(1);
    const [provider] = await world.database.em
      .fork()
      .execute<{ completed_visits: number }[]>('select completed_visits from provider');
    expect(provider?.completed_visits).toBe(1);
  });

  test('the payment of a booking called off in time is let go', async () => {
    await open();
    const booking = await bookVisit(booker, START);

    await cancelVisit(booker, booking);
    await world.settle();

    expect(await payment(booking)).toMatchObject({ status: 'VOIDED', bank: 'VOIDED', bankCaptured: 0 });
    expect(await timeOf(booking)).toBe('RELEASED');
  });

  test('the fee of a booking called off late is taken and the rest let go', async () => {
    await open();
    const booking = await bookVisit(booker, START);
    clock.set(new Date(START.getTime() - 5 * HOUR_MS));

    await cancelVisit(booker, booking);
    await world.settle();

    expect(await payment(booking)).toEqual({
      status: 'CAPTURED',
      captured: 3_000,
      refunded: 0,
      bank: 'CAPTURED',
      bankCaptured: 3_000,
    });
  });

  test('half-way to its end the provider is reminded of a request once, if it still waits', async () => {
    await open({ instantBooking: false });
    const booking = await bookVisit(booker, START);
    await world.settle();

    clock.advance(2 * HOUR_MS - MINUTE_MS);
    await world.settle();
    expect(await listDeliveries(world.database, 'request-waiting')).toEqual([]);
    clock.advance(MINUTE_MS + LATE_MS);
    await world.settle();

    const told = await listDeliveries(world.database, 'request-waiting');
    expect(told).toHaveLength(1);
    expect(told[0]!.body).toContain('Without one the request ends on Sat 20 Mar, 12:00');
    expect(told[0]!.recipient).not.toBe('+447700900001');
    await cancelVisit(booker, booking);
    clock.advance(4 * HOUR_MS);
    await world.settle();
    expect(await listDeliveries(world.database, 'request-waiting')).toHaveLength(1);
  });

  test('a request without an answer lapses after four hours: the time is free, the payment let go, both are told', async () => {
    await open({ instantBooking: false });
    const booking = await bookVisit(booker, START);
    expect((await read(booking)).state).toBe('REQUESTED');

    clock.advance(4 * HOUR_MS - MINUTE_MS);
    await world.settle();
    expect((await read(booking)).state).toBe('REQUESTED');
    clock.advance(MINUTE_MS + LATE_MS);
    await world.settle();

    expect((await read(booking)).state).toBe('EXPIRED');
    expect(await timeOf(booking)).toBe('RELEASED');
    expect(await payment(booking)).toMatchObject({ status: 'VOIDED', bank: 'VOIDED' });
    const told = await listDeliveries(world.database, 'request-expired');
    expect(told.map(({ recipient }) => recipient)).toEqual(['+447700900001']);
  });
});
