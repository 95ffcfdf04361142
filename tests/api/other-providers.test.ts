import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { cancelBooking, confirmBooking, findBooking, holdSlot } from '../support/booking-operations.ts';
import type { Outcome } from '../support/booking-operations.ts';
import { buildNeighbour } from '../support/booking-scene.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { FakeClock, TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { LATER, START } from '../support/movable-visit.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { buildDropOut } from '../support/substitute-scene.ts';
import type { DropOut } from '../support/substitute-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const HOUR_MS = 3_600_000;
const DAY = '2027-03-15';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
beforeEach(async () => {
  api.clock.set(TEST_NOW);
  await api.sql(`update outbox_message set done_at = now() where done_at is null`);
});
afterAll(() => api.close());

interface Other {
  readonly provider: { readonly id: string };
  readonly days: readonly {
    readonly date: string;
    readonly slots: readonly { readonly start: string; readonly price: { readonly amount: number } }[];
  }[];
}

async function listOthers(client: GraphQLClient, bookingId: string, from = DAY, to = DAY): Promise<readonly Other[]> {
  const { otherProviders } = await client.ask<{ otherProviders: Other[] }>(
    `query O($id: ID!, $from: LocalDate!, $to: LocalDate!) { otherProviders(bookingId: $id, from: $from, to: $to) {
      provider { id } days { date slots { start end price { amount } } } } }`,
    { id: bookingId, from, to },
  );
  return otherProviders;
}

/** Lets that person come at `LATER` for £45 instead of £60, unless told otherwise. */
const handOver = (visit: DropOut, providerId: string, changes: object = {}): Promise<Outcome> =>
  visit.move({ providerId, expectedTotal: 4_500, ...changes });

const stored = async (bookingId: string): Promise<Record<string, unknown>> => {
  const [row] = await api.sql<Record<string, unknown>>(
    `select b.provider_id, b.version, b.starts_at, (b.stored_quote->>'total')::int as total, b.fee_floor_percent as floor,
       r.provider_id as reserved_at, r.state as reserved from booking b join reservation r on r.id = b.reservation_id where b.id = $1`,
    [bookingId],
  );
  return row!;
};
const cheaper = { priceAmount: 1_500 } as const;

describe('otherProviders', () => {
  it('are those who can do it then for no more than was agreed, with the price of each time', async () => {
    const visit = await buildDropOut(api);
    const same = await visit.another();
    const less = await visit.another(cheaper);
    await visit.another({ priceAmount: 2_500 });
    await visit.another({ ...cheaper, instantBooking: false });
    await visit.another({ ...cheaper, latitude: 52.5 });
    const busy = await visit.another({ ...cheaper, hours: [] });

    const others = await listOthers(visit.client, visit.bookingId);

    expect(others.map(({ provider }) => provider.id).toSorted()).toEqual([same.id, less.id].toSorted());
    expect(others.some(({ provider }) => provider.id === busy.id)).toBe(false);
    const ofLess = others.find(({ provider }) => provider.id === less.id)!;
    expect(ofLess.days).toMatchObject([{ date: DAY }]);
    expect(ofLess.days[0]!.slots.find(({ start }) => start === LATER)).toMatchObject({ price: { amount: 4_500 } });
  });

  it('are the household’s to choose from: none for the provider, and strangers know nothing of the visit', async () => {
    const visit = await buildDropOut(api);
    await visit.another();
    const { client } = await buildNeighbour(api, visit);

    expect(await listOthers(visit.asProvider, visit.bookingId)).toEqual([]);
    await expect(listOthers(client, visit.bookingId)).rejects.toThrow('There is no such booking.');
  });
});

describe('moving a visit to somebody else', () => {
  it('takes their time, gives the old one back, and costs their lower price', async () => {
    const visit = await buildDropOut(api);
    const other = await visit.another(cheaper);

    const outcome = await handOver(visit, other.id);

    expect(outcome).toMatchObject({ __typename: 'BookingRescheduled', fee: { amount: 0 } });
    expect(await stored(visit.bookingId)).toMatchObject({
      provider_id: other.id,
      reserved_at: other.id,
      reserved: 'BOOKED',
      starts_at: new Date(LATER),
      total: 4_500,
    });
    expect(
      await api.sql(`select 1 from reservation where provider_id = $1 and state = 'BOOKED'`, [visit.provider.id]),
    ).toEqual([]);
    expect(outcome.rescheduled!.transitions.at(-1)).toMatchObject({
      actorRole: 'HOUSEHOLD',
      reason: 'provider-chosen',
    });
    expect(await findBooking(visit.asProvider, visit.bookingId)).toBeNull();
    await runDueJobs(api);
    const told = await api.sql<{ key: string }>(
      `select kind || ' ' || reverse(split_part(reverse(dedupe_key), ':', 1)) as key from delivery where booking_id = $1 order by 1`,
      [visit.bookingId],
    );
    expect(told.map(({ key }) => key)).toEqual([
      'provider-changed FORMER',
      'provider-changed HOUSEHOLD',
      'provider-changed NEW',
    ]);
  });

  it('is once for one key, whether or not it went', async () => {
    const visit = await buildDropOut(api);
    const other = await visit.another(cheaper);
    const idempotencyKey = randomUUID();

    const all = await Promise.all([1, 2, 3].map(() => handOver(visit, other.id, { idempotencyKey })));

    expect(new Set(all.map(({ __typename }) => __typename))).toEqual(new Set(['BookingRescheduled']));
    expect(await stored(visit.bookingId)).toMatchObject({ version: 3 });
    const wrong = randomUUID();
    const back = { idempotencyKey: wrong, expectedTotal: 1 };
    expect(await handOver(visit, visit.provider.id, back)).toMatchObject({ code: 'PRICE_CHANGED' });
    expect(await handOver(visit, visit.provider.id, back)).toMatchObject({ code: 'PRICE_CHANGED' });
  });

  it('is answered alike when one call comes several times at once and cannot go', async () => {
    const visit = await buildDropOut(api);
    const other = await visit.another(cheaper);
    const wrong = { expectedTotal: 1, idempotencyKey: randomUUID() };

    const answers = await Promise.all(Array.from({ length: 6 }, () => handOver(visit, other.id, wrong)));

    expect(answers.map(({ code }) => code)).toEqual(Array.from({ length: 6 }, () => 'PRICE_CHANGED'));
  });

  it('changes nothing where the price moved, is higher, or the time is taken', async () => {
    const visit = await buildDropOut(api);
    const less = await visit.another(cheaper);
    const more = await visit.another({ priceAmount: 2_500 });
    const before = await stored(visit.bookingId);

    expect(await handOver(visit, less.id, { expectedTotal: 4_499 })).toMatchObject({
      __typename: 'PriceChangedError',
      quote: { total: { amount: 4_500 } },
    });
    expect(await handOver(visit, more.id, { expectedTotal: 7_500 })).toMatchObject({ code: 'DEARER' });
    await buildBooking(api.em, { provider: less, startsAt: new Date(LATER) });
    expect(await handOver(visit, less.id)).toMatchObject({ __typename: 'SlotTakenError' });
    expect(await handOver(visit, randomUUID())).toMatchObject({ code: 'UNKNOWN_PROVIDER' });
    expect(await stored(visit.bookingId)).toEqual(before);
  });

  it('changes nothing where they are not qualified on that day, or want to be asked', async () => {
    const item = await buildServiceItem(api.em, { requiredCredentialCodes: ['IDENTITY'] });
    const visit = await buildDropOut(api, { items: [item] });
    const unqualified = await visit.another({ ...cheaper, qualified: false });
    const asking = await visit.another({ ...cheaper, instantBooking: false });
    const before = await stored(visit.bookingId);

    expect(await handOver(visit, unqualified.id)).toMatchObject({ __typename: 'NotBookableError' });
    expect(await handOver(visit, asking.id)).toMatchObject({ code: 'ASKS_FIRST' });
    expect(await stored(visit.bookingId)).toEqual(before);
  });

  it('is for the household alone, and not while somebody is sought', async () => {
    const visit = await buildDropOut(api);
    const other = await visit.another(cheaper);
    const change = {
      bookingId: visit.bookingId,
      providerId: other.id,
      start: LATER,
      expectedFee: 0,
      expectedTotal: 4_500,
    };
    expect(await visit.move(change, visit.asProvider)).toMatchObject({ code: 'NOT_YOURS' });
    await visit.dropOut();

    expect(await handOver(visit, other.id)).toMatchObject({ code: 'SUBSTITUTE_SOUGHT' });
  });

  it('close to the visit takes the one free move and never makes cancelling cheaper', async () => {
    const visit = await buildDropOut(api);
    const other = await visit.another(cheaper);
    api.clock.set(new Date(START.getTime() - 10 * HOUR_MS));

    expect((await handOver(visit, other.id)).__typename).toBe('BookingRescheduled');

    // Half of £60 was due; of £45 that is two thirds.
    expect(await stored(visit.bookingId)).toMatchObject({ floor: 67 });
    const fee = { bookingId: visit.bookingId, idempotencyKey: randomUUID() };
    expect(await cancelBooking(visit.client, { ...fee, expectedFee: 3_015 })).toMatchObject({ fee: { amount: 3_015 } });
  });

  it('so late costs what cancelling does, and is not offered for less than cancelling costs while it is free', async () => {
    const visit = await buildDropOut(api);
    const other = await visit.another(cheaper);
    const cheapest = await visit.another({ priceAmount: 500 });
    api.clock.set(new Date(START.getTime() - 10 * HOUR_MS));
    expect((await listOthers(visit.client, visit.bookingId)).map(({ provider }) => provider.id)).toEqual([other.id]);
    expect(await handOver(visit, cheapest.id, { expectedTotal: 1_500 })).toMatchObject({ code: 'BELOW_FEE' });
    api.clock.set(new Date(START.getTime() - 3 * HOUR_MS));

    const outcome = await handOver(visit, other.id, { expectedFee: 3_000, paymentMethod: 'sandbox_visa' });

    expect(outcome).toMatchObject({ __typename: 'BookingRescheduled', fee: { amount: 3_000 } });
  });

  it('is paid at the lower price once it is done, of what was authorised at the higher', async () => {
    const scene = await buildDropOut(api);
    const other = await scene.another(cheaper);
    const held = await holdSlot(scene.client, scene.wish({ start: '2027-03-16T10:00:00.000Z' }));
    const bookingId = held.booking!.id;
    await confirmBooking(scene.client, { bookingId, idempotencyKey: randomUUID() });
    const agreed = held.booking!.quote.total.amount;
    const [offer] = (await listOthers(scene.client, bookingId, '2027-03-17', '2027-03-17')).filter(
      ({ provider }) => provider.id === other.id,
    );
    const slot = offer!.days[0]!.slots[0]!;
    expect(slot.price.amount).toBeLessThan(agreed);

    await scene.move({
      bookingId,
      start: slot.start,
      providerId: other.id,
      expectedTotal: slot.price.amount,
    });
    api.clock.set(new Date(Date.parse(slot.start) + 12 * HOUR_MS));
    await runDueJobs(api);

    const [payment] = await api.sql<{ status: string; amount: number; captured: number }>(
      'select status, amount, captured from payment where reference = $1',
      [bookingId],
    );
    expect(payment).toEqual({ status: 'CAPTURED', amount: agreed, captured: slot.price.amount });
  });
});
