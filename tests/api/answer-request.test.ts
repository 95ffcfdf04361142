import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import {
  ACCEPT_REQUEST,
  DECLINE_REQUEST,
  acceptRequest,
  cancelBooking,
  confirmBooking,
  declineRequest,
  findBooking,
  holdSlot,
} from '../support/booking-operations.ts';
import { buildBookingScene, buildNeighbour } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

async function buildRequestScene() {
  const account = await buildAccount(api.em, { roles: [Role.PROVIDER] });
  const scene = await buildBookingScene(api, { account: account.id, instantBooking: false });
  const bookingId = (await holdSlot(scene.client, scene.wish())).booking!.id;
  await confirmBooking(scene.client, { bookingId, idempotencyKey: randomUUID() });
  return { ...scene, bookingId, asProvider: await api.as(account) };
}

const settlements = (bookingId: string): Promise<object[]> =>
  api.sql(
    `select payload->'due' as due from outbox_message where topic = 'settle-payment' and payload->>'bookingId' = $1`,
    [bookingId],
  );

describe('answering a request', () => {
  it.each([ACCEPT_REQUEST, DECLINE_REQUEST])(
    'asks a visitor to sign in and tells a household that it may not',
    async (document) => {
      const { bookingId, client } = await buildRequestScene();

      const visitor = await api.visitor().send(document, { bookingId });
      const household = await client.send(document, { bookingId });

      expect(visitor.errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
      expect(household.errors[0]!.extensions.code).toBe('FORBIDDEN');
      expect((await findBooking(client, bookingId))!.state).toBe('REQUESTED');
    },
  );

  it('accepting confirms the visit and tells everybody', async () => {
    const { bookingId, asProvider } = await buildRequestScene();

    const outcome = await acceptRequest(asProvider, bookingId);

    expect(outcome).toMatchObject({
      __typename: 'RequestAnswered',
      booking: { state: 'CONFIRMED', requestExpiresAt: null, paymentStatus: 'AUTHORIZED' },
    });
    const topics = await api.sql<{ topic: string }>(
      `select topic from outbox_message where payload->>'bookingId' = $1 order by topic`,
      [bookingId],
    );
    expect(topics.map(({ topic }) => topic)).toEqual([
      'booking.confirmed',
      'booking.requested',
      'complete-visit',
      'expire-hold',
      'expire-request',
    ]);
  });

  it('declining gives the time and the money back, with the reason', async () => {
    const scene = await buildRequestScene();
    const neighbour = await buildNeighbour(api, scene);

    const outcome = await declineRequest(scene.asProvider, scene.bookingId, ' On holiday ');

    expect(outcome.booking).toMatchObject({ state: 'DECLINED' });
    expect(outcome.booking!.transitions.at(-1)).toMatchObject({
      from: 'REQUESTED',
      to: 'DECLINED',
      actorRole: 'PROVIDER',
      reason: 'On holiday',
    });
    expect(await settlements(scene.bookingId)).toEqual([{ due: 0 }]);
    expect(
      (await holdSlot(neighbour.client, scene.wish({ place: { addressId: neighbour.address.id } }))).__typename,
    ).toBe('Hold');
  });

  it('refuses a reason of 501 characters', async () => {
    const { bookingId, asProvider } = await buildRequestScene();

    const answer = await asProvider.send(DECLINE_REQUEST, { bookingId, reason: 'x'.repeat(501) });

    expect(answer.errors[0]).toMatchObject({
      message: 'Use at most 500 characters.',
      extensions: { code: 'BAD_USER_INPUT', field: 'reason' },
    });
  });

  it('comes too late once the request has lapsed, though no worker has noticed', async () => {
    const { bookingId, asProvider } = await buildRequestScene();

    api.clock.advanceMinutes(4 * 60);
    const outcome = await acceptRequest(asProvider, bookingId);
    api.clock.advanceMinutes(-4 * 60);

    expect(outcome).toMatchObject({ __typename: 'RequestNotOpenError', code: 'REQUEST_NOT_OPEN' });
  });

  it('is done once: of two answers at once the second finds nothing open', async () => {
    const { bookingId, asProvider } = await buildRequestScene();

    const outcomes = await Promise.all([acceptRequest(asProvider, bookingId), declineRequest(asProvider, bookingId)]);

    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual(['RequestAnswered', 'RequestNotOpenError']);
  });

  it('treats a request to another provider like one that does not exist', async () => {
    const { bookingId, client } = await buildRequestScene();
    const account = await buildAccount(api.em, { roles: [Role.PROVIDER] });
    await buildProvider(api.em, { account: account.id });
    const other = await api.as(account);

    const foreign = await acceptRequest(other, bookingId);

    expect(foreign.__typename).toBe('RequestNotOpenError');
    expect(foreign).toEqual(await acceptRequest(other, '01900000-0000-7000-8000-000000000000'));
    expect((await findBooking(client, bookingId))!.state).toBe('REQUESTED');
  });

  it('the household may withdraw an open request for nothing', async () => {
    const { bookingId, client } = await buildRequestScene();

    const outcome = await cancelBooking(client, { bookingId, idempotencyKey: randomUUID() });

    expect(outcome).toMatchObject({
      __typename: 'BookingCancelled',
      fee: { amount: 0 },
      booking: { state: 'CANCELLED' },
    });
    expect(await settlements(bookingId)).toEqual([{ due: 0 }]);
  });

  it('the provider cannot cancel a request, only decline it', async () => {
    const { bookingId, asProvider } = await buildRequestScene();

    expect(await cancelBooking(asProvider, { bookingId, idempotencyKey: randomUUID() })).toMatchObject({
      __typename: 'NotCancellableError',
      state: 'REQUESTED',
    });
  });
});
