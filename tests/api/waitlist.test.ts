import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelBooking, confirmBooking, holdSlot, releaseHold, renewHold } from '../support/booking-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { FakeClock, TEST_NOW } from '../support/fakes/clock.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import {
  ACCEPT_OFFER,
  JOIN_WAITLIST,
  acceptOffer,
  declineOffer,
  joinWaitlist,
  leaveList,
  myWaitlist,
} from '../support/waitlist-operations.ts';
import { DAY, TEN, buildFullDay } from '../support/waitlist-scene.ts';
import type { FullDay } from '../support/waitlist-scene.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
beforeEach(async () => {
  api.clock.set(TEST_NOW);
  await api.sql(`update outbox_message set done_at = now() where done_at is null`);
});
afterAll(() => api.close());

const free = async (day: FullDay): Promise<void> => {
  await cancelBooking(day.asOwner, { bookingId: day.taken.id, expectedFee: 0, idempotencyKey: randomUUID() });
  await runDueJobs(api);
};
const kinds = async (entryId: string): Promise<number> =>
  (
    await api.sql(
      `select 1 from delivery where kind = 'waitlist-offer' and dedupe_key in
      (select id || ':waitlist-offer' from waitlist_offer where entry_id = $1)`,
      [entryId],
    )
  ).length;

describe('joinWaitlist', () => {
  it('joins once for the same wish, and says what is wrong with a visit that cannot be', async () => {
    const { joinInput, client, address } = await buildFullDay(api);
    const first = await joinWaitlist(client, joinInput(address.id));

    expect(first).toMatchObject({ __typename: 'WaitlistJoined', entry: { status: 'WAITING', offer: null } });
    expect(await joinWaitlist(client, joinInput(address.id))).toEqual(first);
    expect(await joinWaitlist(client, joinInput(address.id, { items: [] }))).toMatchObject({ code: 'NO_ITEMS' });
    expect(await joinWaitlist(client, joinInput(address.id, { providerId: randomUUID() }))).toMatchObject({
      code: 'UNKNOWN_PROVIDER',
    });
    expect(await joinWaitlist(client, joinInput(address.id, { earliest: '12:00', latest: '11:00' }))).toMatchObject({
      code: 'EMPTY_WINDOW',
    });
    const { errors } = await client.send(JOIN_WAITLIST, { input: joinInput(address.id, { to: '2027-03-26' }) });
    expect(errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('takes no other household’s address, nor a visitor', async () => {
    const { joinInput, client, address, waiter } = await buildFullDay(api);
    const { addressId } = await waiter();

    expect(await joinWaitlist(client, joinInput(addressId))).toMatchObject({ code: 'UNKNOWN_ADDRESS' });
    const { errors } = await api.visitor().send(JOIN_WAITLIST, { input: joinInput(address.id) });
    expect(errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('lets a household wait for five visits at most, however many it asks for at once', async () => {
    const { joinInput, client, address } = await buildFullDay(api);
    const wishes = Array.from({ length: 8 }, (_, index) => joinInput(address.id, { earliest: `0${index}:00` }));

    const outcomes = await Promise.all(wishes.map(async (wish) => joinWaitlist(client, wish)));

    expect(outcomes.filter(({ entry }) => entry)).toHaveLength(5);
    expect(outcomes.find(({ entry }) => !entry)).toMatchObject({ __typename: 'WaitlistFullError', limit: 5 });
    await leaveList(client, outcomes.find(({ entry }) => entry)!.entry!.id);
    expect((await joinWaitlist(client, joinInput(address.id, { latest: '20:00' }))).__typename).toBe('WaitlistJoined');
  });
});

describe('a freed time', () => {
  it('is kept for whoever joined first, so that nobody else can take it, and told', async () => {
    const day = await buildFullDay(api);
    const [first, second] = [await day.waiter(), await day.waiter()];
    await free(day);

    const [entry] = await myWaitlist(first.client);
    expect(entry).toMatchObject({
      status: 'OFFERED',
      offer: { start: TEN.toISOString(), price: { amount: 6_000 }, provider: { id: day.provider.id } },
    });
    expect(await myWaitlist(second.client)).toMatchObject([{ status: 'WAITING', offer: null }]);
    expect([await kinds(first.entryId), await kinds(second.entryId)]).toEqual([1, 0]);
    const stranger = await holdSlot(day.client, day.wish({ start: TEN.toISOString() }));
    expect(stranger.__typename).toBe('SlotTakenError');
  });

  it.each([
    ['outside its hours', { latest: '09:00' }],
    ['on other days', { from: '2027-03-13', to: '2027-03-13', latest: '09:00' }],
  ] as const)('is not offered to whoever waits for a time %s', async (_what, changes) => {
    const day = await buildFullDay(api);
    const other = await day.waiter(changes);
    const fitting = await day.waiter();
    await free(day);

    expect(await myWaitlist(other.client)).toMatchObject([{ status: 'WAITING' }]);
    expect(await myWaitlist(fitting.client)).toMatchObject([{ status: 'OFFERED' }]);
  });

  it.each([
    [
      'hours are added',
      `mutation { setHoursException(input: { date: "${DAY}", spans: [{ start: "10:00", end: "12:15" }, { start: "14:00", end: "16:15" }] }) { __typename } }`,
    ],
    [
      'the week plan grows',
      `mutation { setWorkingHours(input: { spans: [{ weekday: 5, start: "10:00", end: "12:15" }, { weekday: 5, start: "14:00", end: "16:15" }] }) { __typename } }`,
    ],
  ])('is found when %s', async (_what, mutation) => {
    const day = await buildFullDay(api);
    const waiter = await day.waiter();
    await runDueJobs(api);
    await day.asProvider.ask(mutation);
    await runDueJobs(api);

    expect(await myWaitlist(waiter.client)).toMatchObject([
      { status: 'OFFERED', offer: { start: '2027-03-12T14:00:00.000Z' } },
    ]);
  });

  it('is found when time off is taken back', async () => {
    const day = await buildFullDay(api);
    const added = await day.asProvider.ask<{ addTimeOff: { timeOff: { id: string } } }>(
      `mutation { addTimeOff(input: { start: "2027-03-13T08:00:00Z", end: "2027-03-13T20:00:00Z" }) { ... on TimeOffAdded { timeOff { id } } } }`,
    );
    const waiter = await day.waiter({ from: '2027-03-13', to: '2027-03-13' });
    await runDueJobs(api);
    expect(await myWaitlist(waiter.client)).toMatchObject([{ status: 'WAITING' }]);
    await day.asProvider.ask('mutation R($id: ID!) { removeTimeOff(id: $id) }', { id: added.addTimeOff.timeOff.id });
    await runDueJobs(api);

    expect(await myWaitlist(waiter.client)).toMatchObject([{ status: 'OFFERED' }]);
  });

  it('is found when a hold of somebody else lapses, and by looking every hour where nobody said anything', async () => {
    const day = await buildFullDay(api);
    await api.sql(`update booking set state = 'CANCELLED' where id = $1`, [day.taken.id]);
    await api.sql(`update reservation set state = 'RELEASED' where id = $1`, [day.taken.reservation]);
    await holdSlot(day.client, day.wish({ start: TEN.toISOString() }));
    const waiter = await day.waiter();
    await runDueJobs(api);
    expect(await myWaitlist(waiter.client)).toMatchObject([{ status: 'WAITING' }]);
    api.clock.advanceMinutes(10);
    await runDueJobs(api);
    expect(await myWaitlist(waiter.client)).toMatchObject([{ status: 'OFFERED' }]);

    const quiet = await buildFullDay(api);
    const patient = await quiet.waiter();
    await runDueJobs(api);
    await api.sql(`update booking set state = 'CANCELLED' where id = $1`, [quiet.taken.id]);
    await api.sql(`update reservation set state = 'RELEASED' where id = $1`, [quiet.taken.reservation]);
    await runDueJobs(api);
    expect(await myWaitlist(patient.client)).toMatchObject([{ status: 'WAITING' }]);
    api.clock.advanceMinutes(60);
    await runDueJobs(api);
    expect(await myWaitlist(patient.client)).toMatchObject([{ status: 'OFFERED' }]);
  });
});

describe('an offer', () => {
  it('goes to the next at the quarter of an hour and not a second before, once to each, and nobody comes between', async () => {
    const day = await buildFullDay(api);
    const [first, second] = [await day.waiter(), await day.waiter()];
    await free(day);
    const { offer } = (await myWaitlist(first.client))[0]!;
    const end = new Date(offer!.expiresAt);

    api.clock.set(new Date(end.getTime() - 1_000));
    await runDueJobs(api);
    expect(await myWaitlist(second.client)).toMatchObject([{ status: 'WAITING' }]);
    api.clock.set(end);
    // The worker has not been there yet.
    expect((await holdSlot(day.client, day.wish({ start: TEN.toISOString() }))).__typename).toBe('SlotTakenError');
    expect(await acceptOffer(first.client, offer!.id)).toMatchObject({ __typename: 'WaitlistOfferOverError' });
    await runDueJobs(api);
    expect(await myWaitlist(first.client)).toMatchObject([{ status: 'WAITING', offer: null }]);
    expect(await myWaitlist(second.client)).toMatchObject([{ status: 'OFFERED' }]);

    api.clock.advanceMinutes(15);
    await runDueJobs(api);
    expect(await myWaitlist(first.client)).toMatchObject([{ status: 'WAITING' }]);
    expect(await myWaitlist(second.client)).toMatchObject([{ status: 'WAITING' }]);
    expect((await holdSlot(day.client, day.wish({ start: TEN.toISOString() }))).__typename).toBe('Hold');
  });

  it('becomes the household’s own hold when it is taken, lets go of its other one only then, and is booked as usual', async () => {
    const day = await buildFullDay(api);
    const waiter = await day.waiter();
    const place = { addressId: waiter.addressId };
    const own = await holdSlot(waiter.client, day.wish({ start: '2027-03-14T10:00:00.000Z', place }));
    await free(day);
    const { offer } = (await myWaitlist(waiter.client))[0]!;
    const heldNow = async (): Promise<string | undefined> =>
      (await waiter.client.ask<{ viewer: { heldBooking: { id: string } | null } }>('{ viewer { heldBooking { id } } }'))
        .viewer.heldBooking?.id;
    expect(await heldNow()).toBe(own.booking!.id);
    const [{ booking_id: offered }] = (await api.sql<{ booking_id: string }>(
      'select booking_id from waitlist_offer where id = $1',
      [offer!.id],
    )) as [{ booking_id: string }];
    const pay = (bookingId: string) => confirmBooking(waiter.client, { bookingId, idempotencyKey: randomUUID() });
    expect((await pay(offered)).__typename).toBe('HoldExpiredError');
    expect((await renewHold(waiter.client, offered)).__typename).toBe('HoldExpiredError');
    expect(await releaseHold(waiter.client, offered)).toBe(false);

    const key = randomUUID();
    const taken = await acceptOffer(waiter.client, offer!.id, key);

    expect(taken).toMatchObject({ __typename: 'Hold', booking: { id: offered, state: 'HELD' } });
    expect(await acceptOffer(waiter.client, offer!.id, key)).toEqual(taken);
    expect(await heldNow()).toBe(offered);
    expect(await myWaitlist(waiter.client)).toMatchObject([{ status: 'TAKEN', offer: null }]);
    expect((await pay(offered)).__typename).toBe('BookingConfirmed');
    expect(await acceptOffer(waiter.client, offer!.id)).toMatchObject({ __typename: 'WaitlistOfferOverError' });
  });

  it('is another’s business alone: somebody else’s id is as good as none', async () => {
    const day = await buildFullDay(api);
    const waiter = await day.waiter();
    await free(day);
    const { offer } = (await myWaitlist(waiter.client))[0]!;
    const neighbour = await api.as(await buildAccount(api.em));

    expect(await acceptOffer(neighbour, offer!.id)).toEqual(await acceptOffer(neighbour, randomUUID()));
    expect(await declineOffer(neighbour, offer!.id)).toBe(false);
    expect(await leaveList(neighbour, waiter.entryId)).toBe(false);
    expect(await myWaitlist(neighbour)).toEqual([]);
    expect(await myWaitlist(waiter.client)).toMatchObject([{ status: 'OFFERED' }]);
    const input = { offerId: offer!.id, idempotencyKey: 'k' };
    expect((await api.visitor().send(ACCEPT_OFFER, { input })).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('goes to the next when it is declined or its household leaves, without a gap', async () => {
    const day = await buildFullDay(api);
    const [first, second, third] = [await day.waiter(), await day.waiter(), await day.waiter()];
    await free(day);
    expect(await declineOffer(first.client, (await myWaitlist(first.client))[0]!.offer!.id)).toBe(true);
    expect((await holdSlot(day.client, day.wish({ start: TEN.toISOString() }))).__typename).toBe('SlotTakenError');
    await runDueJobs(api);
    expect(await myWaitlist(first.client)).toMatchObject([{ status: 'WAITING', offer: null }]);
    expect(await myWaitlist(second.client)).toMatchObject([{ status: 'OFFERED' }]);

    expect(await leaveList(second.client, second.entryId)).toBe(true);
    expect(await leaveList(second.client, second.entryId)).toBe(false);
    await runDueJobs(api);
    expect(await myWaitlist(second.client)).toMatchObject([{ status: 'LEFT', offer: null }]);
    expect(await myWaitlist(third.client)).toMatchObject([{ status: 'OFFERED' }]);
  });

  it('is made three times in a row to whoever does not answer, and then no more', async () => {
    const day = await buildFullDay(api);
    const waiter = await day.waiter({ to: '2027-03-20' });
    for (let offers = 0; offers < 3; offers += 1) {
      await runDueJobs(api);
      const [entry] = await myWaitlist(waiter.client);
      expect(entry!.status).toBe('OFFERED');
      api.clock.set(new Date(entry!.offer!.expiresAt));
    }
    await runDueJobs(api);

    expect(await myWaitlist(waiter.client)).toMatchObject([{ status: 'ENDED' }]);
    expect(await api.sql('select 1 from waitlist_offer where entry_id = $1', [waiter.entryId])).toHaveLength(3);
  });
});

describe('an entry', () => {
  it('ends when its last day is over, where it is', async () => {
    const day = await buildFullDay(api);
    const waiter = await day.waiter();
    api.clock.set(new Date('2027-03-12T23:59:59Z'));
    await runDueJobs(api);
    expect(await myWaitlist(waiter.client)).toMatchObject([{ status: 'WAITING' }]);
    api.clock.set(new Date('2027-03-13T00:00:00Z'));
    await runDueJobs(api);

    expect(await myWaitlist(waiter.client)).toMatchObject([{ status: 'ENDED' }]);
    expect(
      await api.sql(`select 1 from delivery where kind = 'waitlist-ended' and dedupe_key = $1`, [
        `${waiter.entryId}:waitlist-ended`,
      ]),
    ).toHaveLength(1);
  });
});
