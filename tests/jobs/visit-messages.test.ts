import { afterEach, beforeEach, expect, test } from 'vitest';
import { HouseholdMember } from '../../api/modules/accounts/index.ts';
import { Booking } from '../../api/modules/bookings/index.ts';
import { submitReview } from '../../api/modules/reviews/submit-review.service.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildHouseholdMember } from '../support/builders/household.builder.ts';
import { describeOnEachQueue } from './support/backends.ts';
import { bookVisit, buildContext, cancelVisit } from './support/book-visit.ts';
import type { Booker } from './support/book-visit.ts';
import { FakeClock } from './support/fake-clock.ts';
import { PUBLIC_URL, openJobWorld } from './support/job-world.ts';
import type { JobWorld } from './support/job-world.ts';
import { buildMarketplace } from './support/marketplace.builder.ts';
import type { SentMessage } from './support/sent-messages.ts';
import { listDeliveries } from './support/sent-messages.ts';
import type { MarketplaceOptions } from './support/marketplace.builder.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** A little more than the lateness at which the sweep brings a message back. */
const LATE_MS = 16_000;

describeOnEachQueue(2, (redisUrl) => {
  const clock = new FakeClock(new Date('2027-03-20T08:00:00Z'));
  let world: JobWorld;

  beforeEach(async () => {
    world = await openJobWorld({ redisUrl, clock });
  });
  afterEach(() => world.close());

  const open = async (now: string, options: MarketplaceOptions = {}): Promise<Booker> => {
    clock.set(new Date(now));
    return { database: world.database, clock, market: await buildMarketplace(world.database, clock, options) };
  };
  const goTo = async (instant: Date): Promise<void> => {
    clock.set(instant);
    await world.settle();
  };
  const before = (start: Date, ms: number): Date => new Date(start.getTime() - ms);
  const sent = (pattern = '%'): Promise<SentMessage[]> => listDeliveries(world.database, pattern);
  const kinds = async (pattern?: string): Promise<string[]> => (await sent(pattern)).map(({ kind }) => kind);

  test('each side is told of the booking and reminded 24 and 2 hours before, in its language and the zone of the visit, across the change to summer time', async () => {
    // Clocks in London go forward at 01:00 UTC on 28 March; 10:00 on that day is 09:00 UTC.
    const start = new Date('2027-03-28T09:00:00Z');
    const booker = await open('2027-03-20T08:00:00Z', {
      householdLocale: 'zh-CN',
      householdPhone: '+8613800138001',
      providerLocale: 'en',
    });
    const booking = await bookVisit(booker, start);
    await world.settle();
    expect(await kinds()).toEqual(['booking-confirmed', 'booking-confirmed']);

    await goTo(before(start, 24 * HOUR_MS + MINUTE_MS));
    expect(await sent('visit-reminder%')).toEqual([]);
    await goTo(before(start, 24 * HOUR_MS - LATE_MS));
    expect(await sent('visit-reminder%')).toEqual([
      {
        kind: 'visit-reminder-24h',
        channel: 'SMS',
        recipient: '+8613800138001',
        subject: null,
        status: 'SENT',
        transport: 'outbox',
        body: `提醒您：林悦将于 3月28日周日 10:00 上门，服务：日常保洁。如需更改：${PUBLIC_URL}/bookings/${booking.id}`,
      },
      {
        kind: 'visit-reminder-24h',
        channel: 'EMAIL',
        recipient: 'lin@doorstep.test',
        subject: 'Tomorrow: Mei Chen, Sun 28 Mar, 10:00',
        status: 'SENT',
        transport: 'outbox',
        body: `Reminder: Home cleaning for Mei Chen on Sun 28 Mar, 10:00. ${PUBLIC_URL}/pro`,
      },
    ]);

    await goTo(before(start, 2 * HOUR_MS + MINUTE_MS));
    expect(await sent('visit-reminder-2h')).toEqual([]);
    await goTo(before(start, 2 * HOUR_MS - LATE_MS));
    const [toHousehold, toProvider, ...more] = await sent('visit-reminder-2h');
    expect(more).toEqual([]);
    expect(toHousehold).toMatchObject({
      recipient: '+8613800138001',
      body: expect.stringContaining('3月28日周日 10:00'),
    });
    expect(toProvider).toMatchObject({
      recipient: 'lin@doorstep.test',
      body: expect.stringContaining('Sun 28 Mar, 10:00'),
    });
  });

  test('after the change to winter time a reminder names the hour that the clock will show', async () => {
    // Clocks in London go back at 01:00 UTC on 31 October; 10:00 on that day is 10:00 UTC.
    const start = new Date('2027-10-31T10:00:00Z');
    await bookVisit(await open('2027-10-25T08:00:00Z'), start);

    await goTo(before(start, 24 * HOUR_MS - LATE_MS));

    const [toHousehold, toProvider] = await sent('visit-reminder-24h');
    expect(toHousehold?.body).toContain('Sun 31 Oct, 10:00');
    expect(toProvider?.body).toContain('Sun 31 Oct, 10:00');
  });

  test('a visit elsewhere is told in the time of that place', async () => {
    const start = new Date('2027-03-12T06:30:00Z');
    await bookVisit(await open('2027-03-10T01:00:00Z', { timeZone: 'Asia/Shanghai', currency: 'CNY' }), start);

    await goTo(before(start, 24 * HOUR_MS - LATE_MS));

    expect((await sent('visit-reminder-24h'))[0]?.body).toContain('Fri 12 Mar, 14:30');
  });

  test('a booking made less than 24 hours ahead gets the later reminder only', async () => {
    const start = new Date('2027-03-20T16:00:00Z');
    await bookVisit(await open('2027-03-20T08:00:00Z'), start);

    await goTo(before(start, 2 * HOUR_MS - LATE_MS));

    expect(await kinds('visit-reminder%')).toEqual(['visit-reminder-2h', 'visit-reminder-2h']);
  });

  test('when no worker ran since the booking, nobody is told "tomorrow" about a visit that is two hours away', async () => {
    const start = new Date('2027-03-22T10:00:00Z');
    await bookVisit(await open('2027-03-20T08:00:00Z'), start);

    await goTo(before(start, 100 * MINUTE_MS));

    expect(await kinds('visit-reminder%')).toEqual(['visit-reminder-2h', 'visit-reminder-2h']);
  });

  test('a cancelled booking sends no reminder', async () => {
    const start = new Date('2027-03-25T10:00:00Z');
    const booker = await open('2027-03-20T08:00:00Z');
    const booking = await bookVisit(booker, start);
    await cancelVisit(booker, booking);
    await world.settle();

    await goTo(before(start, 23 * HOUR_MS));
    await goTo(before(start, HOUR_MS));
    await goTo(new Date(start.getTime() + 24 * HOUR_MS));

    expect(await kinds('visit-reminder%')).toEqual([]);
    expect(await kinds('review-request')).toEqual([]);
    expect(await kinds('booking-cancelled')).toEqual(['booking-cancelled', 'booking-cancelled']);
  });

  test('a booking that moved sends no reminder of its old time', async () => {
    const start = new Date('2027-03-25T10:00:00Z');
    const booker = await open('2027-03-20T08:00:00Z');
    const booking = await bookVisit(booker, start);
    await world.settle();
    // Moving a visit raises its generation; what was scheduled before belongs to the old one.
    const later = 48 * HOUR_MS;
    await world.database.em.fork().nativeUpdate(
      Booking,
      { id: booking.id },
      {
        startsAt: new Date(booking.startsAt.getTime() + later),
        endsAt: new Date(booking.endsAt.getTime() + later),
        generation: booking.generation + 1,
      },
    );

    await goTo(before(start, 23 * HOUR_MS));
    await goTo(before(start, HOUR_MS));
    await goTo(new Date(booking.endsAt.getTime() + HOUR_MS));

    expect(await kinds('visit-reminder%')).toEqual([]);
    const moved = await world.database.em.fork().findOneOrFail(Booking, { id: booking.id });
    expect(moved.state).toBe('CONFIRMED');
  });

  test('messages run again write and send nothing twice', async () => {
    const start = new Date('2027-03-25T10:00:00Z');
    await bookVisit(await open('2027-03-20T08:00:00Z'), start);
    await world.settle();
    await goTo(before(start, 23 * HOUR_MS));
    const once = await kinds();
    expect(once).toHaveLength(4);

    // As after a crash between the work and the mark that it is done, or a restored backup.
    await world.database.em
      .fork()
      .execute(
        `update outbox_message set done_at = null, handed_at = null where done_at is not null and topic <> 'send-delivery'`,
      );
    await world.settle();

    expect(await kinds()).toEqual(once);
  });

  test('the household is asked for a review two hours after the visit, once', async () => {
    const start = new Date('2027-03-22T10:00:00Z');
    const booking = await bookVisit(await open('2027-03-20T08:00:00Z'), start);

    await goTo(new Date(booking.endsAt.getTime() + LATE_MS));
    await goTo(new Date(booking.endsAt.getTime() + 2 * HOUR_MS - MINUTE_MS));
    expect(await kinds('review-request')).toEqual([]);
    await goTo(new Date(booking.endsAt.getTime() + 2 * HOUR_MS + 2 * LATE_MS));
    await goTo(new Date(booking.endsAt.getTime() + 24 * HOUR_MS));

    const asked = await sent('review-request');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      recipient: '+447700900001',
      status: 'SENT',
      body: expect.stringContaining(`/bookings/${booking.id}`),
    });
  });

  test('a household that has reviewed the visit already is not asked', async () => {
    const booker = await open('2027-03-20T08:00:00Z');
    const booking = await bookVisit(booker, new Date('2027-03-22T10:00:00Z'));
    await goTo(new Date(booking.endsAt.getTime() + LATE_MS));
    const outcome = await submitReview(buildContext(world.database, clock, booker.market.household), {
      bookingId: booking.id,
      rating: 5,
      text: 'Spotless.',
    });
    expect(outcome).toHaveProperty('review');

    await goTo(new Date(booking.endsAt.getTime() + 3 * HOUR_MS));

    expect(await kinds('review-request')).toEqual([]);
  });

  test('whoever of the household booked is told, and its owner once they have left', async () => {
    const start = new Date('2027-03-25T10:00:00Z');
    const booker = await open('2027-03-20T08:00:00Z');
    const em = world.database.em.fork();
    const wei = await buildAccount(em, { displayName: 'Wei Chen', email: 'wei@doorstep.test' });
    const household = booker.market.household.id;
    const member = await buildHouseholdMember(em, { household, account: wei.id });
    const booking = await bookVisit(booker, start);
    await em.nativeUpdate(Booking, { id: booking.id }, { bookedBy: wei.id });

    await world.settle();
    expect((await sent('booking-confirmed')).map(({ recipient }) => recipient)).toContain('wei@doorstep.test');
    expect((await sent('booking-confirmed')).map(({ body }) => body).join()).toContain('Mei Chen booked');
    await em.nativeDelete(HouseholdMember, { id: member.id });
    await goTo(before(start, 24 * HOUR_MS - LATE_MS));

    const reminded = (await sent('visit-reminder-24h')).map(({ recipient }) => recipient);
    expect(reminded).toContain('+447700900001');
    expect(reminded).not.toContain('wei@doorstep.test');
  });

  test('without Twilio every message stays as a delivery that was sent to the outbox', async () => {
    await bookVisit(await open('2027-03-20T08:00:00Z'), new Date('2027-03-25T10:00:00Z'));

    await world.settle();

    const messages = await sent();
    expect(messages.map(({ channel, status, transport }) => ({ channel, status, transport }))).toEqual([
      { channel: 'SMS', status: 'SENT', transport: 'outbox' },
      { channel: 'EMAIL', status: 'SENT', transport: 'outbox' },
    ]);
  });

  test('nothing personal is written to the messages or the log', async () => {
    const start = new Date('2027-03-25T10:00:00Z');
    await bookVisit(await open('2027-03-20T08:00:00Z'), start);
    await goTo(before(start, 23 * HOUR_MS));

    const payloads = JSON.stringify(await world.database.em.fork().execute('select payload from outbox_message'));

    for (const personal of ['+447700900001', 'Mei Chen', '@doorstep.test']) {
      expect(payloads).not.toContain(personal);
      expect(world.log.join('\n')).not.toContain(personal);
    }
  });
});
