import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { confirmBooking, holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene } from '../support/booking-scene.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { signedIn } from '../support/evidence-scene.ts';
import type { Person } from '../support/evidence-scene.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
let operator: Person;
beforeAll(async () => {
  api = await startTestApi();
  operator = await signedIn(api, Role.OPERATOR);
});
afterAll(() => api.close());

const REFUND = `mutation ($input: RefundBookingInput!) { refundBooking(input: $input) {
  __typename ... on UserError { code } ... on NotRefundableError { refundable { amount } } ... on BookingRefunded { refunded { amount currency } } } }`;

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly refundable?: { readonly amount: number };
}

async function refund(
  bookingId: string,
  amount: number,
  more = {},
  client: GraphQLClient = operator.client,
): Promise<Outcome> {
  const input = { bookingId, amount, reason: 'A vase was broken', idempotencyKey: randomUUID(), ...more };
  return (await client.ask<{ refundBooking: Outcome }>(REFUND, { input })).refundBooking;
}

/** A visit that took place and was paid for, £60 of it. */
async function buildPaid(): Promise<{ readonly id: string; readonly client: GraphQLClient }> {
  const scene = await buildBookingScene(api);
  const held = await holdSlot(scene.client, scene.wish());
  const { booking } = await confirmBooking(scene.client, { bookingId: held.booking!.id, idempotencyKey: randomUUID() });
  const before = api.clock.now();
  api.clock.set(new Date('2027-03-12T10:00:00Z'));
  await runDueJobs(api);
  api.clock.set(before);
  return { id: booking!.id, client: scene.client };
}

async function paymentOf(id: string): Promise<{ status: string; captured: number; refunded: number }> {
  const [row] = await api.sql<{ status: string; captured: number; refunded: number }>(
    'select status, captured, refunded from payment where reference = $1',
    [id],
  );
  return row!;
}

describe('refundBooking', () => {
  it('gives money back bit by bit, up to what was taken, and lets the household and the log know why', async () => {
    const { id, client } = await buildPaid();
    const { captured } = await paymentOf(id);

    expect(await refund(id, 1_000)).toMatchObject({ __typename: 'BookingRefunded', refunded: { amount: 1_000 } });
    expect(await refund(id, 500)).toMatchObject({ __typename: 'BookingRefunded' });
    expect(await refund(id, captured)).toMatchObject({ code: 'TOO_MUCH', refundable: { amount: captured - 1_500 } });
    await runDueJobs(api);

    expect(await paymentOf(id)).toMatchObject({ status: 'PARTLY_REFUNDED', refunded: 1_500 });
    expect(await refund(id, captured - 1_500)).toMatchObject({ __typename: 'BookingRefunded' });
    await runDueJobs(api);
    expect(await paymentOf(id)).toMatchObject({ status: 'REFUNDED', refunded: captured });
    const { booking } = await client.ask<{ booking: { refunds: { reason: string; refunded: { amount: number } }[] } }>(
      'query ($id: ID!) { booking(id: $id) { refunds { reason refunded { amount } } } }',
      { id },
    );
    expect(booking.refunds.map(({ refunded }) => refunded.amount)).toEqual([1_000, 500, captured - 1_500]);
    const log = await api.sql(
      `select reason from audit_entry where action = 'booking.refunded-by-operator' and subject_id = $1`,
      [id],
    );
    expect(log).toEqual(Array.from({ length: 3 }, () => ({ reason: 'A vase was broken' })));
  });

  it('comes to the same ten times at once and in a row under one key, and never gives back more than was taken', async () => {
    const { id } = await buildPaid();
    const { captured } = await paymentOf(id);
    const idempotencyKey = randomUUID();

    const atOnce = await Promise.all(Array.from({ length: 10 }, () => refund(id, 700, { idempotencyKey })));
    for (let count = 0; count < 10; count += 1) atOnce.push(await refund(id, 700, { idempotencyKey }));
    const competing = await Promise.all(Array.from({ length: 6 }, () => refund(id, captured - 700)));
    await runDueJobs(api);

    expect(new Set(atOnce.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(competing.filter(({ __typename }) => __typename === 'BookingRefunded')).toHaveLength(1);
    expect(await paymentOf(id)).toMatchObject({ status: 'REFUNDED', refunded: captured });
    await expect(refund(id, 1, { idempotencyKey })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('gives nothing back where nothing was taken', async () => {
    const { id } = await buildBooking(api.em, { state: BookingState.CONFIRMED });

    expect(await refund(id, 1)).toMatchObject({ __typename: 'NotRefundableError', code: 'NOTHING_TAKEN' });
  });

  it.each([Role.HOUSEHOLD, Role.PROVIDER, Role.ADMINISTRATOR])('is not for a %s', async (role) => {
    const { id } = await buildBooking(api.em);
    const { client } = await signedIn(api, role);

    await expect(refund(id, 1, {}, client)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each([[{ reason: '' }], [{ amount: 0 }], [{ bookingId: randomUUID() }]])('refuses %o', async (more) => {
    const { id } = await buildBooking(api.em);

    await expect(refund(id, 1, more)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('bookings, filtered', () => {
  const QUERY =
    'query ($filter: BookingFilter) { bookings(filter: $filter, first: 100) { totalCount edges { node { id } } } }';
  const find = async (filter: object): Promise<string[]> => {
    const { bookings } = await operator.client.ask<{ bookings: { edges: { node: { id: string } }[] } }>(QUERY, {
      filter,
    });
    return bookings.edges.map(({ node }) => node.id);
  };

  it('are those of a region, a provider, days of their own zone, a part of the reference, and all of it together', async () => {
    const late = await buildBooking(api.em, { startsAt: new Date('2027-07-01T23:30:00Z') });
    const other = await buildBooking(api.em, { startsAt: new Date('2027-07-03T10:00:00Z') });
    const [region] = await api.sql<{ id: string }>('select region_id as id from booking where id = $1', [late.id]);
    await api.sql(`update provider set display_name = '{"en": "Ann 100% Weasley", "zh-CN": "韦斯莱"}' where id = $1`, [
      late.provider,
    ]);

    // 23:30 in UTC is half past midnight in London's summer.
    expect(await find({ from: '2027-07-02', to: '2027-07-02' })).toEqual([late.id]);
    expect(await find({ from: '2027-07-01', to: '2027-07-01' })).toEqual([]);
    expect(await find({ reference: other.reference.slice(3).toLowerCase() })).toEqual([other.id]);
    expect(await find({ providerName: 'weasl' })).toEqual([late.id]);
    expect(await find({ providerName: '韦斯' })).toEqual([late.id]);
    // A sign that SQL would take for a wild card is none.
    expect(await find({ providerName: '100%' })).toEqual([late.id]);
    expect(await find({ providerName: '%nobody%' })).toEqual([]);
    expect(await find({ regionId: region!.id, from: '2027-07-01', to: '2027-07-31' })).toEqual([late.id]);
    expect(await find({ regionId: randomUUID() })).toEqual([]);
    expect(await find({ regionId: 'none' })).toEqual([]);
    expect(await find({ regionId: region!.id, providerName: 'Weasley', states: ['CANCELLED'] })).toEqual([]);
  });
});
