import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONFIRM_BOOKING, confirmBooking, findBooking, holdSlot } from '../support/booking-operations.ts';
import type { ConfirmInput, Outcome } from '../support/booking-operations.ts';
import { buildBookingScene, buildNeighbour } from '../support/booking-scene.ts';
import type { BookingScene } from '../support/booking-scene.ts';
import type { ProviderOverrides } from '../support/builders/provider.builder.ts';
import { beginBeside, untilWaiting } from '../support/table-lock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface HeldScene extends BookingScene {
  readonly bookingId: string;
  confirm(overrides?: Partial<ConfirmInput>): Promise<Outcome>;
}

async function buildHeldScene(overrides: ProviderOverrides = {}): Promise<HeldScene> {
  const scene = await buildBookingScene(api, overrides);
  const bookingId = (await holdSlot(scene.client, scene.wish())).booking!.id;
  return {
    ...scene,
    bookingId,
    confirm: (changes) => confirmBooking(scene.client, { bookingId, idempotencyKey: randomUUID(), ...changes }),
  };
}

const charges = (bookingId: string): Promise<{ status: string; amount: number }[]> =>
  api.sql(`select status, amount from sandbox_charge where idempotency_key like $1 order by status`, [
    `booking:${bookingId}:%`,
  ]);
const payments = (bookingId: string): Promise<object[]> =>
  api.sql('select status, amount, captured from payment where reference = $1', [bookingId]);
const topics = async (bookingId: string): Promise<string[]> =>
  (
    await api.sql<{ topic: string }>(
      `select topic from outbox_message where payload->>'bookingId' = $1 order by topic`,
      [bookingId],
    )
  ).map(({ topic }) => topic);
const reservationOf = (bookingId: string): Promise<object[]> =>
  api.sql(
    'select r.state, r.expires_at as "expiresAt" from reservation r join booking b on b.reservation_id = r.id where b.id = $1',
    [bookingId],
  );

describe('confirmBooking', () => {
  it('asks a visitor to sign in, and charges nothing', async () => {
    const { bookingId } = await buildHeldScene();

    const answer = await api
      .visitor()
      .send(CONFIRM_BOOKING, { input: { bookingId, paymentMethod: 'sandbox_visa', idempotencyKey: 'a' } });

    expect(answer.errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect(await charges(bookingId)).toEqual([]);
  });

  it('turns the hold into a booking: time kept for good, payment authorised, everybody to be told', async () => {
    const { bookingId, client, confirm } = await buildHeldScene();

    const outcome = await confirm({ note: ' The cat may not go out. ', doorNote: 'Code 0815' });

    expect(outcome).toMatchObject({
      __typename: 'BookingConfirmed',
      booking: {
        id: bookingId,
        state: 'CONFIRMED',
        version: 2,
        holdExpiresAt: null,
        note: 'The cat may not go out.',
        paymentStatus: 'AUTHORIZED',
        canCancel: true,
        place: { doorNote: 'Code 0815' },
        transitions: [{ to: 'HELD' }, { from: 'HELD', to: 'CONFIRMED', actorRole: 'HOUSEHOLD' }],
      },
    });
    expect(await findBooking(client, bookingId)).toEqual(outcome.booking);
    expect(await reservationOf(bookingId)).toEqual([{ state: 'BOOKED', expiresAt: null }]);
    expect(await charges(bookingId)).toEqual([{ status: 'AUTHORIZED', amount: 6_000 }]);
    expect(await payments(bookingId)).toEqual([{ status: 'AUTHORIZED', amount: 6_000, captured: 0 }]);
    expect(await topics(bookingId)).toEqual(['booking.confirmed', 'complete-visit', 'expire-hold']);
  });

  it('keeps the price of the hold, whatever the provider asks by now', async () => {
    const { provider, confirm } = await buildHeldScene();
    await api.sql('update offering set price_amount = 9900 where provider_id = $1', [provider.id]);

    expect((await confirm()).booking!.quote.total.amount).toBe(6_000);
  });

  it('still lists the booking after the hold would have lapsed', async () => {
    const { bookingId, client, confirm } = await buildHeldScene();
    await confirm();

    api.clock.advanceMinutes(11);
    const page = await client.ask<{ myBookings: { totalCount: number; edges: { node: { id: string } }[] } }>(
      '{ myBookings(filter: { tense: UPCOMING }) { totalCount edges { node { id } } } }',
    );
    api.clock.advanceMinutes(-11);

    expect(page.myBookings).toEqual({ totalCount: 1, edges: [{ node: { id: bookingId } }] });
  });

  it('lets another card work after one was declined, on the same hold', async () => {
    const { bookingId, confirm } = await buildHeldScene();

    const declined = await confirm({ paymentMethod: 'sandbox_insufficient_funds' });
    const confirmed = await confirm();

    expect(declined).toMatchObject({ __typename: 'PaymentDeclinedError', declineCode: 'insufficient_funds' });
    expect(confirmed.__typename).toBe('BookingConfirmed');
    expect(await payments(bookingId)).toHaveLength(1);
  });

  it('leaves the hold in place when the bank wants a further step', async () => {
    const { bookingId, client, confirm } = await buildHeldScene();

    expect((await confirm({ paymentMethod: 'sandbox_action_required' })).__typename).toBe('PaymentActionRequired');
    expect(await findBooking(client, bookingId)).toMatchObject({ state: 'HELD', version: 1, paymentStatus: null });
  });

  it('asks no bank for an unknown coupon', async () => {
    const { bookingId, confirm } = await buildHeldScene();

    expect(await confirm({ couponCode: 'SPRING' })).toMatchObject({
      __typename: 'CouponError',
      code: 'UNKNOWN_COUPON',
    });
    expect(await charges(bookingId)).toEqual([]);
  });

  it('comes too late at the very instant the hold lapses, and charges nothing', async () => {
    const { bookingId, confirm } = await buildHeldScene();

    api.clock.advanceMinutes(10);
    const outcome = await confirm();
    api.clock.advanceMinutes(-10);

    expect(outcome.__typename).toBe('HoldExpiredError');
    expect(await charges(bookingId)).toEqual([]);
  });

  it('cannot be done by another household', async () => {
    const scene = await buildHeldScene();
    const { client } = await buildNeighbour(api, scene);

    const outcome = await confirmBooking(client, { bookingId: scene.bookingId, idempotencyKey: randomUUID() });

    expect(outcome.__typename).toBe('HoldExpiredError');
    expect(await charges(scene.bookingId)).toEqual([]);
    expect((await findBooking(scene.client, scene.bookingId))!.state).toBe('HELD');
  });

  describe('replayed with the same key', () => {
    it('gives the same answer ten times in a row: one charge, one booking, one notice', async () => {
      const { bookingId, confirm } = await buildHeldScene();
      const idempotencyKey = randomUUID();

      const first = await confirm({ idempotencyKey });
      for (let repeat = 1; repeat < 10; repeat++) expect(await confirm({ idempotencyKey })).toEqual(first);

      expect(first.__typename).toBe('BookingConfirmed');
      expect(await charges(bookingId)).toHaveLength(1);
      expect((await topics(bookingId)).filter((topic) => topic === 'booking.confirmed')).toHaveLength(1);
    });

    it('gives the same answer ten times at once: one charge, one booking, one notice', async () => {
      const { bookingId, confirm } = await buildHeldScene();
      const idempotencyKey = randomUUID();

      const answers = await Promise.all(Array.from({ length: 10 }, () => confirm({ idempotencyKey })));

      expect(answers[0]!.__typename).toBe('BookingConfirmed');
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await charges(bookingId)).toEqual([{ status: 'AUTHORIZED', amount: 6_000 }]);
      expect(await payments(bookingId)).toHaveLength(1);
      expect((await topics(bookingId)).filter((topic) => topic === 'booking.confirmed')).toHaveLength(1);
    });

    it.each(['sandbox_declined', 'sandbox_action_required'])(
      'repeats what the bank said of %s',
      async (paymentMethod) => {
        const { confirm } = await buildHeldScene();
        const input = { paymentMethod, idempotencyKey: randomUUID() };

        const first = await confirm(input);

        expect(await confirm(input)).toEqual(first);
      },
    );
  });

  it('with two keys at once charges once and lets the loser’s money go', async () => {
    const { bookingId, confirm } = await buildHeldScene();

    const outcomes = await Promise.all([confirm(), confirm()]);

    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['BookingConfirmed', 'HoldExpiredError']);
    const statuses = (await charges(bookingId)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 'AUTHORIZED')).toHaveLength(1);
    expect(statuses.filter((status) => status !== 'AUTHORIZED' && status !== 'VOIDED')).toEqual([]);
    expect(await payments(bookingId)).toEqual([{ status: 'AUTHORIZED', amount: 6_000, captured: 0 }]);
  });

  describe('while the bank is being asked', () => {
    /** Runs `meanwhile` between the bank's answer and the second transaction: the bank's books are kept waiting for it. */
    async function whileTheBankThinks(
      confirming: () => Promise<Outcome>,
      meanwhile: () => Promise<void>,
    ): Promise<Outcome> {
      const bank = await beginBeside(api);
      await bank.run('lock table sandbox_charge in exclusive mode');
      const outcome = confirming();
      await untilWaiting(api, 1);
      await meanwhile();
      await bank.commit();
      return outcome;
    }

    it('a hold that lapses is not confirmed and its money is let go', async () => {
      const { bookingId, confirm } = await buildHeldScene();

      const outcome = await whileTheBankThinks(confirm, async () => api.clock.advanceMinutes(10));

      expect(outcome.__typename).toBe('HoldExpiredError');
      expect(await charges(bookingId)).toEqual([{ status: 'VOIDED', amount: 6_000 }]);
      expect(await payments(bookingId)).toEqual([]);
      expect(await topics(bookingId)).toEqual(['expire-hold']);
    });

    it('a hold that lapses and is taken by somebody else stays theirs', async () => {
      const scene = await buildHeldScene();
      const { client, address } = await buildNeighbour(api, scene);

      const outcome = await whileTheBankThinks(scene.confirm, async () => {
        api.clock.advanceMinutes(10);
        expect((await holdSlot(client, scene.wish({ place: { addressId: address.id } }))).__typename).toBe('Hold');
      });

      expect(outcome.__typename).toBe('HoldExpiredError');
      expect(await charges(scene.bookingId)).toEqual([{ status: 'VOIDED', amount: 6_000 }]);
      expect(
        await api.sql(`select id from reservation where provider_id = $1 and state in ('HELD', 'BOOKED')`, [
          scene.provider.id,
        ]),
      ).toHaveLength(1);
    });
  });

  it('sends a request where the provider wants to be asked: open for four hours', async () => {
    const { bookingId, confirm } = await buildHeldScene({ instantBooking: false });

    const { booking } = await confirm();

    const closes = new Date(api.clock.now().getTime() + 4 * 3_600_000);
    expect(booking).toMatchObject({
      state: 'REQUESTED',
      requestExpiresAt: closes.toISOString(),
      holdExpiresAt: null,
      paymentStatus: 'AUTHORIZED',
    });
    expect(await reservationOf(bookingId)).toEqual([{ state: 'BOOKED', expiresAt: null }]);
    expect(await topics(bookingId)).toEqual(['booking.requested', 'expire-hold', 'expire-request']);
  });

  it('lets no request stay open beyond two hours before the visit', async () => {
    const scene = await buildBookingScene(api, { instantBooking: false });
    const start = new Date(Math.ceil((api.clock.now().getTime() + 3 * 3_600_000) / 900_000) * 900_000);
    const { booking } = await holdSlot(scene.client, scene.wish({ start: start.toISOString() }));

    const outcome = await confirmBooking(scene.client, { bookingId: booking!.id, idempotencyKey: randomUUID() });

    expect(outcome.booking!.requestExpiresAt).toBe(new Date(start.getTime() - 2 * 3_600_000).toISOString());
  });
});
