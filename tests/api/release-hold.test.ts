import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RELEASE_HOLD, confirmBooking, findBooking, holdSlot, releaseHold } from '../support/booking-operations.ts';
import { buildBookingScene, buildNeighbour } from '../support/booking-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

describe('releaseHold', () => {
  it('asks a visitor to sign in', async () => {
    const { client, wish } = await buildBookingScene(api);
    const { booking } = await holdSlot(client, wish());

    const answer = await api.visitor().send(RELEASE_HOLD, { bookingId: booking!.id });

    expect(answer.errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect((await findBooking(client, booking!.id))!.state).toBe('HELD');
  });

  it('gives the time back to others at once, and tells nobody', async () => {
    const scene = await buildBookingScene(api);
    const { client, address } = await buildNeighbour(api, scene);
    const { booking } = await holdSlot(scene.client, scene.wish());

    const released = await releaseHold(scene.client, booking!.id);

    expect(released).toBe(true);
    expect(await findBooking(scene.client, booking!.id)).toMatchObject({
      state: 'CANCELLED',
      holdExpiresAt: null,
      transitions: [{ to: 'HELD' }, { from: 'HELD', to: 'CANCELLED', actorRole: 'HOUSEHOLD' }],
    });
    expect((await holdSlot(client, scene.wish({ place: { addressId: address.id } }))).__typename).toBe('Hold');
    expect(
      await api.sql(`select topic from outbox_message where topic like 'booking.%' and payload->>'bookingId' = $1`, [
        booking!.id,
      ]),
    ).toEqual([]);
  });

  it('is true once, however often it is asked', async () => {
    const { client, wish } = await buildBookingScene(api);
    const { booking } = await holdSlot(client, wish());

    const answers = await Promise.all(Array.from({ length: 10 }, () => releaseHold(client, booking!.id)));

    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await releaseHold(client, booking!.id)).toBe(false);
    expect((await findBooking(client, booking!.id))!.transitions).toHaveLength(2);
  });

  it('leaves a booking alone that is confirmed already', async () => {
    const { client, wish } = await buildBookingScene(api);
    const { booking } = await holdSlot(client, wish());
    await confirmBooking(client, { bookingId: booking!.id, idempotencyKey: randomUUID() });

    expect(await releaseHold(client, booking!.id)).toBe(false);
    expect((await findBooking(client, booking!.id))!.state).toBe('CONFIRMED');
  });

  it('does nothing to a hold of somebody else, nor to one that does not exist', async () => {
    const scene = await buildBookingScene(api);
    const { client } = await buildNeighbour(api, scene);
    const { booking } = await holdSlot(scene.client, scene.wish());

    const answers = [
      await releaseHold(client, booking!.id),
      await releaseHold(client, '01900000-0000-7000-8000-000000000000'),
      await releaseHold(client, 'mine'),
    ];

    expect(answers).toEqual([false, false, false]);
    expect((await findBooking(scene.client, booking!.id))!.state).toBe('HELD');
  });
});
