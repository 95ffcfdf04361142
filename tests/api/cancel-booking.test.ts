import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { CANCEL_BOOKING, cancelBooking, findBooking, holdSlot } from '../support/booking-operations.ts';
import type { CancelInput, Outcome } from '../support/booking-operations.ts';
import { buildNeighbour, buildBookingScene } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import type { BookingOverrides } from '../support/builders/booking.builder.ts';
import { FakeClock, TEST_NOW } from '../support/fakes/clock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

/** Confirmed a day before now, for £60, tomorrow at 10:00: free until today at 10:00, half until tomorrow at 08:00, then all. */
const START = new Date('2027-03-11T10:00:00Z');

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
afterAll(() => api.close());

async function buildBookedScene(overrides: BookingOverrides = {}) {
  const providerAccount = await buildAccount(api.em, { roles: [Role.PROVIDER] });
  const scene = await buildBookingScene(api, { account: providerAccount.id });
  const { id: bookingId } = await buildBooking(api.em, {
    provider: scene.provider,
    household: scene.household.id,
    startsAt: START,
    ...overrides,
  });
  const cancel = (changes: Partial<CancelInput> = {}, by = scene.client): Promise<Outcome> =>
    cancelBooking(by, { bookingId, idempotencyKey: randomUUID(), ...changes });
  return { ...scene, bookingId, cancel, asProvider: await api.as(providerAccount) };
}

async function at<T>(instant: Date, act: () => Promise<T>): Promise<T> {
  api.clock.set(instant);
  try {
    return await act();
  } finally {
    api.clock.set(TEST_NOW);
  }
}

const beforeStart = (milliseconds: number): Date => new Date(START.getTime() - milliseconds);
const HOUR_MS = 3_600_000;
const settlements = (bookingId: string): Promise<object[]> =>
  api.sql(
    `select payload->'due' as due from outbox_message where topic = 'settle-payment' and payload->>'bookingId' = $1`,
    [bookingId],
  );

describe('cancelBooking', () => {
  it('asks a visitor to sign in', async () => {
    const { bookingId, client } = await buildBookedScene();

    const answer = await api
      .visitor()
      .send(CANCEL_BOOKING, { input: { bookingId, expectedFee: 0, idempotencyKey: 'a' } });

    expect(answer.errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect((await findBooking(client, bookingId))!.state).toBe('CONFIRMED');
  });

  it('calls the visit off: time given back, payment to be settled, everybody to be told', async () => {
    const scene = await buildBookedScene();
    const neighbour = await buildNeighbour(api, scene);

    const outcome = await scene.cancel({ reason: ' Ill ' });

    expect(outcome).toMatchObject({
      __typename: 'BookingCancelled',
      fee: { amount: 0 },
      refund: { amount: 6_000 },
      booking: {
        state: 'CANCELLED',
        version: 3,
        cancelledBy: 'HOUSEHOLD',
        cancellationFee: { amount: 0, currency: 'GBP' },
        canCancel: false,
        transitions: [{ from: 'CONFIRMED', to: 'CANCELLED', actorRole: 'HOUSEHOLD', reason: 'Ill' }],
      },
    });
    expect(await settlements(scene.bookingId)).toEqual([{ due: 0 }]);
    expect(
      await api.sql(
        `select payload->>'by' as by, payload->'generation' as generation from outbox_message where topic = 'booking.cancelled' and payload->>'bookingId' = $1`,
        [scene.bookingId],
      ),
    ).toEqual([{ by: 'HOUSEHOLD', generation: 2 }]);
    expect(
      (await holdSlot(neighbour.client, scene.wish({ place: { addressId: neighbour.address.id } }))).__typename,
    ).toBe('Hold');
  });

  it.each([
    { when: 'the last instant of 24 hours before', instant: beforeStart(24 * HOUR_MS), fee: 0 },
    { when: 'a millisecond later', instant: beforeStart(24 * HOUR_MS - 1), fee: 3_000 },
    { when: 'the last instant of 2 hours before', instant: beforeStart(2 * HOUR_MS), fee: 3_000 },
    { when: 'a millisecond after that', instant: beforeStart(2 * HOUR_MS - 1), fee: 6_000 },
  ])('costs $fee at $when, and says so beforehand', async ({ instant, fee }) => {
    const { bookingId, client, cancel } = await buildBookedScene();

    await at(instant, async () => {
      const { cancellationQuote } = await client.ask<{
        cancellationQuote: { fee: { amount: number }; refund: { amount: number } };
      }>('query ($id: ID!) { cancellationQuote(bookingId: $id) { fee { amount } refund { amount } } }', {
        id: bookingId,
      });
      expect(cancellationQuote).toEqual({ fee: { amount: fee }, refund: { amount: 6_000 - fee } });
      const other = fee === 0 ? 3_000 : 0;
      expect(await cancel({ expectedFee: other })).toMatchObject({
        __typename: 'FeeChangedError',
        code: 'FEE_CHANGED',
        quote: { fee: { amount: fee } },
      });
      expect((await findBooking(client, bookingId))!.state).toBe('CONFIRMED');
      expect(await cancel({ expectedFee: fee })).toMatchObject({
        __typename: 'BookingCancelled',
        fee: { amount: fee },
        refund: { amount: 6_000 - fee },
      });
    });
    expect(await settlements(bookingId)).toEqual([{ due: fee }]);
  });

  it.each([
    { when: 'in the last instant of the ten minutes of grace', minutes: 10, fee: 0 },
    { when: 'a moment after them', minutes: 10.001, fee: 3_000 },
  ])('costs $fee $when', async ({ minutes, fee }) => {
    const confirmedAt = beforeStart(12 * HOUR_MS);
    const { cancel } = await buildBookedScene({ confirmedAt });

    const outcome = await at(new Date(confirmedAt.getTime() + minutes * 60_000), () => cancel({ expectedFee: fee }));

    expect(outcome).toMatchObject({ __typename: 'BookingCancelled', fee: { amount: fee } });
  });

  it('goes by the policy kept with the booking, not by the region’s present one', async () => {
    const { provider, cancel } = await buildBookedScene();
    await api.sql(
      `update region set rules = jsonb_set(rules, '{cancellation,steps}', '[{"hoursBefore": null, "percent": 100}]') where id = $1`,
      [provider.region],
    );

    expect(await cancel({ expectedFee: 0 })).toMatchObject({ __typename: 'BookingCancelled', fee: { amount: 0 } });
  });

  it('costs nothing when the provider calls it off an hour before', async () => {
    const { bookingId, cancel, asProvider } = await buildBookedScene();

    const outcome = await at(beforeStart(HOUR_MS), () => cancel({}, asProvider));

    expect(outcome).toMatchObject({
      __typename: 'BookingCancelled',
      fee: { amount: 0 },
      refund: { amount: 6_000 },
      booking: { cancelledBy: 'PROVIDER' },
    });
    expect(await settlements(bookingId)).toEqual([{ due: 0 }]);
  });

  it('costs nothing when an operator calls it off an hour before', async () => {
    const { cancel } = await buildBookedScene();
    const operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));

    const outcome = await at(beforeStart(HOUR_MS), () => cancel({ reason: 'Asked for by phone' }, operator));

    expect(outcome).toMatchObject({
      __typename: 'BookingCancelled',
      fee: { amount: 0 },
      booking: { cancelledBy: 'OPERATOR' },
    });
  });

  it.each([undefined, '   '])('wants a reason from an operator', async (reason) => {
    const { cancel } = await buildBookedScene();
    const operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));

    await expect(cancel({ ...(reason === undefined ? {} : { reason }) }, operator)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'input.reason',
    });
  });

  it.each([BookingState.COMPLETED, BookingState.CANCELLED, BookingState.EXPIRED, BookingState.IN_PROGRESS])(
    'cannot be done to a booking that is %s',
    async (state) => {
      const { bookingId, cancel } = await buildBookedScene({ state });

      expect(await cancel()).toMatchObject({ __typename: 'NotCancellableError', code: 'NOT_CANCELLABLE', state });
      expect(await settlements(bookingId)).toEqual([]);
    },
  );

  it('treats a booking of somebody else like one that does not exist', async () => {
    const scene = await buildBookedScene();
    const { client } = await buildNeighbour(api, scene);

    const foreign = await client.send(CANCEL_BOOKING, {
      input: { bookingId: scene.bookingId, expectedFee: 0, idempotencyKey: 'a' },
    });
    const missing = await client.send(CANCEL_BOOKING, {
      input: { bookingId: '01900000-0000-7000-8000-000000000000', expectedFee: 0, idempotencyKey: 'b' },
    });

    expect(foreign.errors).toEqual(missing.errors);
    expect(foreign.errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input.bookingId' });
    expect((await findBooking(scene.client, scene.bookingId))!.state).toBe('CONFIRMED');
  });

  describe('replayed with the same key', () => {
    it('gives the same answer ten times in a row, even when the fee would be another by then', async () => {
      const { bookingId, cancel } = await buildBookedScene();
      const idempotencyKey = randomUUID();

      const first = await cancel({ idempotencyKey });
      const repeats = await at(beforeStart(HOUR_MS), async () => {
        const answers: Outcome[] = [];
        for (let repeat = 1; repeat < 10; repeat++) answers.push(await cancel({ idempotencyKey }));
        return answers;
      });

      expect(first.__typename).toBe('BookingCancelled');
      expect(repeats).toEqual(Array.from({ length: 9 }, () => first));
      expect(await settlements(bookingId)).toHaveLength(1);
    });

    it('gives the same answer ten times at once and has one effect', async () => {
      const { bookingId, client, cancel } = await buildBookedScene();
      const idempotencyKey = randomUUID();

      const answers = await Promise.all(Array.from({ length: 10 }, () => cancel({ idempotencyKey })));

      expect(answers[0]!.__typename).toBe('BookingCancelled');
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await settlements(bookingId)).toHaveLength(1);
      expect((await findBooking(client, bookingId))!.transitions).toHaveLength(1);
    });

    it('repeats that the fee had changed', async () => {
      const { cancel } = await buildBookedScene();
      const input = { expectedFee: 7, idempotencyKey: randomUUID() };

      const first = await cancel(input);

      expect(first.__typename).toBe('FeeChangedError');
      expect(await cancel(input)).toEqual(first);
    });
  });

  it('when both sides cancel at once, one does and the other learns that it is over', async () => {
    const { bookingId, cancel, asProvider } = await buildBookedScene();

    const outcomes = await Promise.all([cancel(), cancel({}, asProvider)]);

    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['BookingCancelled', 'NotCancellableError']);
    expect(await settlements(bookingId)).toHaveLength(1);
  });
});
