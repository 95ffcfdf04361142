import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RENEW_HOLD, findBooking, holdSlot, renewHold } from '../support/booking-operations.ts';
import { buildBookingScene, buildNeighbour } from '../support/booking-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const inMinutes = (minutes: number): string => new Date(api.clock.now().getTime() + minutes * 60_000).toISOString();

describe('renewHold', () => {
  it('asks a visitor to sign in', async () => {
    const { client, wish } = await buildBookingScene(api);
    const { booking } = await holdSlot(client, wish());

    const answer = await api.visitor().send(RENEW_HOLD, { bookingId: booking!.id });

    expect(answer.errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect((await findBooking(client, booking!.id))!.holdRenewable).toBe(true);
  });

  it('starts the ten minutes anew, for booking and reservation alike', async () => {
    const { client, wish } = await buildBookingScene(api);
    const { booking } = await holdSlot(client, wish());

    api.clock.advanceMinutes(6);
    const renewed = await renewHold(client, booking!.id);

    expect(renewed).toMatchObject({
      __typename: 'Hold',
      expiresAt: inMinutes(10),
      booking: { state: 'HELD', holdExpiresAt: inMinutes(10), holdRenewable: false },
    });
    const rows = await api.sql<{ expiresAt: Date }>(
      'select r.expires_at as "expiresAt" from reservation r join booking b on b.reservation_id = r.id where b.id = $1',
      [booking!.id],
    );
    expect(rows).toEqual([{ expiresAt: new Date(inMinutes(10)) }]);
    const lapses = await api.sql<{ due: Date }>(
      `select due_at as due from outbox_message where topic = 'expire-hold' and payload->>'bookingId' = $1 order by due_at`,
      [booking!.id],
    );
    expect(lapses.map(({ due }) => due.toISOString())).toEqual([inMinutes(4), inMinutes(10)]);
  });

  it('keeps others out for the renewed minutes', async () => {
    const scene = await buildBookingScene(api);
    const { client, address } = await buildNeighbour(api, scene);
    const { booking } = await holdSlot(scene.client, scene.wish());
    await renewHold(scene.client, booking!.id);
    api.clock.advanceMinutes(5);
    await renewHold(scene.client, booking!.id);

    api.clock.advanceMinutes(4.9);
    const early = await holdSlot(client, scene.wish({ place: { addressId: address.id } }));
    api.clock.advanceMinutes(0.2);
    const late = await holdSlot(client, scene.wish({ place: { addressId: address.id } }));

    expect([early.__typename, late.__typename]).toEqual(['SlotTakenError', 'Hold']);
  });

  it('renews once: asking again, ten times in a row or at once, changes nothing', async () => {
    const { client, wish } = await buildBookingScene(api);
    const { booking } = await holdSlot(client, wish());
    api.clock.advanceMinutes(1);

    const atOnce = await Promise.all(Array.from({ length: 10 }, () => renewHold(client, booking!.id)));
    const until = inMinutes(10);
    api.clock.advanceMinutes(1);
    const later = await renewHold(client, booking!.id);

    expect(new Set(atOnce.map(({ expiresAt }) => expiresAt))).toEqual(new Set([until]));
    expect(later).toMatchObject({ __typename: 'Hold', expiresAt: until });
    expect(
      await api.sql(`select id from outbox_message where topic = 'expire-hold' and payload->>'bookingId' = $1`, [
        booking!.id,
      ]),
    ).toHaveLength(2);
  });

  it('comes too late once the hold has lapsed', async () => {
    const { client, wish } = await buildBookingScene(api);
    const { booking } = await holdSlot(client, wish());

    api.clock.advanceMinutes(10);

    expect(await renewHold(client, booking!.id)).toMatchObject({
      __typename: 'HoldExpiredError',
      code: 'HOLD_EXPIRED',
    });
  });

  it('treats a hold of somebody else like one that does not exist', async () => {
    const scene = await buildBookingScene(api);
    const { client } = await buildNeighbour(api, scene);
    const { booking } = await holdSlot(scene.client, scene.wish());

    const foreign = await renewHold(client, booking!.id);
    const missing = await renewHold(client, '01900000-0000-7000-8000-000000000000');

    expect(foreign.__typename).toBe('HoldExpiredError');
    expect(foreign).toEqual(missing);
    expect(await renewHold(client, 'mine')).toEqual(missing);
  });
});
