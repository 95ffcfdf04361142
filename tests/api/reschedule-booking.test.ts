import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import {
  RESCHEDULE_BOOKING,
  cancelBooking,
  findBooking,
  holdSlot,
  rescheduleBooking,
} from '../support/booking-operations.ts';
import { buildNeighbour } from '../support/booking-scene.ts';
import { LATER, START, buildMovableVisit } from '../support/movable-visit.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { FakeClock, TEST_NOW } from '../support/fakes/clock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const HOUR_MS = 3_600_000;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
afterAll(() => api.close());

async function at<T>(instant: Date, act: () => Promise<T>): Promise<T> {
  api.clock.set(instant);
  try {
    return await act();
  } finally {
    api.clock.set(TEST_NOW);
  }
}

const beforeStart = (hours: number, offsetMs = 0): Date => new Date(START.getTime() - hours * HOUR_MS + offsetMs);

const liveTimes = async (providerId: string): Promise<string[]> => {
  const rows = await api.sql<{ at: Date }>(
    `select starts_at as at from reservation where provider_id = $1 and state in ('HELD', 'BOOKED') order by starts_at`,
    [providerId],
  );
  return rows.map(({ at }) => at.toISOString());
};

const stateOf = async (bookingId: string): Promise<Record<string, unknown>> => {
  const [row] = await api.sql<Record<string, unknown>>(
    'select version, generation, starts_at, reservation_id, state, fee_floor_percent from booking where id = $1',
    [bookingId],
  );
  return row!;
};

describe('rescheduleBooking', () => {
  it('moves the visit, gives the old time back, keeps price and confirmation, and tells both sides', async () => {
    const { bookingId, client, provider, move } = await buildMovableVisit(api);
    const before = await findBooking(client, bookingId);

    const outcome = await move();

    expect(outcome).toMatchObject({
      __typename: 'BookingRescheduled',
      fee: { amount: 0 },
      rescheduled: { state: 'CONFIRMED', start: LATER, quote: before!.quote, version: before!.version + 1 },
    });
    expect(await liveTimes(provider.id)).toEqual([LATER]);
    const messages = await api.sql<{ topic: string }>(
      `select topic from outbox_message where payload->>'bookingId' = $1 order by topic`,
      [bookingId],
    );
    expect(messages.map(({ topic }) => topic)).toEqual(['booking.moved', 'complete-visit']);
    expect((await stateOf(bookingId))['generation']).toBe(2);
    expect(outcome.rescheduled!.transitions.at(-1)).toMatchObject({
      from: 'CONFIRMED',
      to: 'CONFIRMED',
      actorRole: 'HOUSEHOLD',
    });
  });

  it('moves it by less than its own length, into its own old time', async () => {
    const { provider, move } = await buildMovableVisit(api);
    const start = new Date(START.getTime() + 30 * 60_000).toISOString();

    expect((await move({ start })).__typename).toBe('BookingRescheduled');
    expect(await liveTimes(provider.id)).toEqual([start]);
  });

  it('leaves the old time untouched when the new one is taken, and names free ones that can then be had', async () => {
    const { bookingId, provider, move } = await buildMovableVisit(api);
    await buildBooking(api.em, { provider, startsAt: new Date(LATER) });
    const before = await stateOf(bookingId);

    const outcome = await move();

    expect(outcome).toMatchObject({ __typename: 'SlotTakenError' });
    expect(outcome.alternatives).toHaveLength(3);
    expect(await stateOf(bookingId)).toEqual(before);
    expect(await liveTimes(provider.id)).toEqual([START.toISOString(), LATER]);
    expect((await move({ start: outcome.alternatives![0]!.start })).__typename).toBe('BookingRescheduled');
  });

  it('refuses a time off the grid, in the past and beyond the horizon', async () => {
    const { bookingId, move } = await buildMovableVisit(api);
    const before = await stateOf(bookingId);

    for (const start of ['2027-03-15T14:07:00.000Z', '2027-03-09T14:00:00.000Z', '2027-09-15T14:00:00.000Z'])
      expect(await move({ start })).toMatchObject({ __typename: 'InvalidVisitError', field: 'start' });
    expect(await stateOf(bookingId)).toEqual(before);
  });

  it('refuses a day on which a credential that the visit needs has ended', async () => {
    const item = await buildServiceItem(api.em, { requiredCredentialCodes: ['IDENTITY'] });
    const { bookingId, provider, move } = await buildMovableVisit(api, {}, { items: [item] });
    await api.sql(`update credential set valid_until = '2027-03-14' where provider_id = $1`, [provider.id]);
    const before = await stateOf(bookingId);

    expect(await move()).toMatchObject({ __typename: 'NotBookableError' });
    expect(await stateOf(bookingId)).toEqual(before);
  });

  it.each([
    ['a second before 24 h', beforeStart(24, -1_000), 0, 'FREE'],
    ['at 24 h', beforeStart(24), 0, 'FREE'],
    ['a second after', beforeStart(24, 1_000), 0, 'FREE_ONCE'],
    ['at 4 h', beforeStart(4), 0, 'FREE_ONCE'],
    ['a second after', beforeStart(4, 1_000), 3_000, 'AS_CANCELLATION'],
  ] as const)('costs what was said: %s', async (_case, now, fee, term) => {
    const { bookingId, client, move } = await buildMovableVisit(api);

    await at(now, async () => {
      const quote = await client.ask<{ rescheduleQuote: { fee: { amount: number }; term: string } }>(
        'query Q($id: ID!) { rescheduleQuote(bookingId: $id) { fee { amount } term } }',
        { id: bookingId },
      );
      expect(quote.rescheduleQuote).toEqual({ fee: { amount: fee }, term });
      expect(await move({ expectedFee: fee + 1 })).toMatchObject({
        __typename: 'RescheduleFeeChangedError',
        quote: { fee: { amount: fee }, term },
      });
      expect(await move({ expectedFee: fee, paymentMethod: 'sandbox_visa' })).toMatchObject({
        __typename: 'BookingRescheduled',
        fee: { amount: fee },
      });
    });
  });

  it('is free once close to the visit, and the fee for cancelling stays where it was', async () => {
    const { bookingId, client, move } = await buildMovableVisit(api);

    await at(beforeStart(5), async () => {
      expect(await move()).toMatchObject({ fee: { amount: 0 } });
      expect(await cancelBooking(client, { bookingId, expectedFee: 0, idempotencyKey: randomUUID() })).toMatchObject({
        __typename: 'FeeChangedError',
        quote: { fee: { amount: 3_000 } },
      });
    });
    await at(new Date(new Date(LATER).getTime() - 5 * HOUR_MS), async () => {
      expect(await move({ start: '2027-03-16T14:00:00.000Z' })).toMatchObject({
        __typename: 'RescheduleFeeChangedError',
        quote: { fee: { amount: 3_000 }, term: 'AS_CANCELLATION', onceFreeUntil: null },
      });
    });
  });

  it('takes the fee as a payment of its own, once, and moves nothing when the bank says no', async () => {
    const { bookingId, provider, move } = await buildMovableVisit(api);
    const before = await stateOf(bookingId);
    const charges = (): Promise<{ status: string; amount: number }[]> =>
      api.sql(`select status, amount from sandbox_charge where idempotency_key like $1 order by created_at`, [
        `booking:${bookingId}:move:%`,
      ]);

    await at(beforeStart(3), async () => {
      expect(await move({ expectedFee: 3_000, paymentMethod: 'sandbox_declined' })).toMatchObject({
        __typename: 'PaymentDeclinedError',
        declineCode: 'card_declined',
      });
      expect(await stateOf(bookingId)).toEqual(before);
      const input = { expectedFee: 3_000, paymentMethod: 'sandbox_visa', idempotencyKey: randomUUID() };
      const answers = await Promise.all(Array.from({ length: 10 }, () => move(input)));
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(answers[0]).toMatchObject({ __typename: 'BookingRescheduled', fee: { amount: 3_000 } });
    });

    expect(await charges()).toEqual([
      { status: 'DECLINED', amount: 3_000 },
      { status: 'AUTHORIZED', amount: 3_000 },
    ]);
    expect(
      await api.sql('select amount, status from payment where reference like $1', [`${bookingId}/move-%`]),
    ).toEqual([{ amount: 3_000, status: 'AUTHORIZED' }]);
    expect(await liveTimes(provider.id)).toEqual([LATER]);
  });

  it('lets go of the fee that was authorised when the time is gone by then', async () => {
    const { bookingId, provider, move } = await buildMovableVisit(api);
    await buildBooking(api.em, { provider, startsAt: new Date(LATER) });

    const outcome = await at(beforeStart(3), () => move({ expectedFee: 3_000, paymentMethod: 'sandbox_visa' }));

    expect(outcome.__typename).toBe('SlotTakenError');
    expect(
      await api.sql('select status from sandbox_charge where idempotency_key like $1', [`booking:${bookingId}:move:%`]),
    ).toEqual([{ status: 'VOIDED' }]);
  });

  it('is not for the provider, not for strangers, and not for what is no agreed visit', async () => {
    const scene = await buildMovableVisit(api);
    const { client: stranger } = await buildNeighbour(api, scene);
    const held = await holdSlot(scene.client, scene.wish({ start: '2027-03-18T10:00:00.000Z' }));

    expect(await scene.move({}, scene.asProvider)).toMatchObject({
      __typename: 'NotReschedulableError',
      code: 'NOT_YOURS_TO_MOVE',
    });
    expect(await scene.move({ bookingId: held.booking!.id })).toMatchObject({ code: 'NOT_CONFIRMED', state: 'HELD' });
    const input = { start: LATER, expectedFee: 0, idempotencyKey: randomUUID() };
    const theirs = await stranger.send(RESCHEDULE_BOOKING, { input: { ...input, bookingId: scene.bookingId } });
    const none = await stranger.send(RESCHEDULE_BOOKING, { input: { ...input, bookingId: randomUUID() } });
    expect(theirs.errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
    expect({ ...none.errors[0], extensions: null }).toEqual({ ...theirs.errors[0], extensions: null });
    const visitor = await api.visitor().send(RESCHEDULE_BOOKING, { input: { ...input, bookingId: scene.bookingId } });
    expect(visitor.errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('asks who is asked for each time to be asked anew', async () => {
    const { move } = await buildMovableVisit(api, {}, { instantBooking: false });

    expect(await move()).toMatchObject({ __typename: 'NotReschedulableError', code: 'ASKS_FIRST' });
  });

  it('lets an operator move it for nothing, with a reason that the audit log has', async () => {
    const { bookingId, move } = await buildMovableVisit(api);
    const operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));

    await at(beforeStart(3), async () => {
      const bare = await operator.send(RESCHEDULE_BOOKING, {
        input: { bookingId, start: LATER, expectedFee: 0, idempotencyKey: randomUUID() },
      });
      expect(bare.errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.reason' });
      expect(await move({ reason: 'asked for by telephone' }, operator)).toMatchObject({ fee: { amount: 0 } });
    });

    expect(await api.sql(`select action, reason from audit_entry where subject_id = $1`, [bookingId])).toEqual([
      { action: 'booking.rescheduled-by-operator', reason: 'asked for by telephone' },
    ]);
  });

  it('of many moves to one time lets one through, and nobody loses what they had', async () => {
    const first = await buildMovableVisit(api);
    const others = await Promise.all(
      Array.from({ length: 5 }, async (_, index) => {
        const { account, client } = await buildNeighbour(api, first);
        const startsAt = new Date(START.getTime() + (index + 1) * 24 * HOUR_MS);
        const { id } = await buildBooking(api.em, { provider: first.provider, household: account.id, startsAt });
        return { id, client, startsAt };
      }),
    );

    const target = '2027-03-24T12:00:00.000Z';
    const outcomes = await Promise.all(
      others.map(({ id, client }) =>
        rescheduleBooking(client, { bookingId: id, start: target, expectedFee: 0, idempotencyKey: randomUUID() }),
      ),
    );

    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'BookingRescheduled',
      ...Array<string>(4).fill('SlotTakenError'),
    ]);
    const live = await liveTimes(first.provider.id);
    expect(live).toHaveLength(6);
    const losers = others.filter((_, index) => outcomes[index]!.__typename === 'SlotTakenError');
    for (const { startsAt } of losers) expect(live).toContain(startsAt.toISOString());
  });
});
