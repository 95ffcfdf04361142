import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TravelMode } from '../../api/modules/providers/index.ts';
import { holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene, buildNeighbour } from '../support/booking-scene.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { beginBeside, untilWaiting } from '../support/table-lock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

describe('holdSlot beside others', () => {
  it('lets a lapsed hold block nobody, with no worker running', async () => {
    const scene = await buildBookingScene(api);
    const { client, address } = await buildNeighbour(api, scene);
    const lapsed = await holdSlot(scene.client, scene.wish());

    api.clock.advanceMinutes(10);
    const held = await holdSlot(client, scene.wish({ place: { addressId: address.id } }));
    api.clock.advanceMinutes(-10);

    expect(held.__typename).toBe('Hold');
    expect(
      await api.sql(`select r.state from reservation r join booking b on b.reservation_id = r.id where b.id = $1`, [
        lapsed.booking!.id,
      ]),
    ).toEqual([{ state: 'RELEASED' }]);
  });

  it('holds the last instant before the lapse', async () => {
    const scene = await buildBookingScene(api);
    const { client, address } = await buildNeighbour(api, scene);
    await holdSlot(scene.client, scene.wish());

    api.clock.advanceMinutes(9.99);
    const refused = await holdSlot(client, scene.wish({ place: { addressId: address.id } }));
    api.clock.advanceMinutes(-9.99);

    expect(refused.__typename).toBe('SlotTakenError');
  });

  it('of two visits at once that leave too little travel between them, lets one wait for the other and then refuses it', async () => {
    const scene = await buildBookingScene(api, { travelMode: TravelMode.BICYCLE });
    const { client } = await buildNeighbour(api, scene);
    const beside = await beginBeside(api);
    await beside.run('lock table outbox_message in exclusive mode');

    // The first has reserved its time and waits to write to the outbox; nobody else can see its row yet.
    const first = holdSlot(scene.client, scene.wish());
    await untilWaiting(api, 1);
    const second = holdSlot(
      client,
      scene.wish({ start: '2027-03-11T12:30:00.000Z', place: { latitude: 51.5362, longitude: -0.0583 } }),
    );
    await untilWaiting(api, 2);
    await beside.commit();

    expect([(await first).__typename, (await second).__typename]).toEqual(['Hold', 'SlotTakenError']);
  });

  it('is backed by PostgreSQL, which keeps no two live reservations that overlap, whoever writes them', async () => {
    const { provider } = await buildBookingScene(api);
    await buildBooking(api.em, { provider });

    const overlapping = buildBooking(api.em, { provider, startsAt: new Date('2027-03-11T12:14:00Z') });

    await expect(overlapping).rejects.toThrow(/reservation_no_overlap/);
  });

  it('waits for the worker that lets the same hold lapse, instead of blocking it', async () => {
    const { client, wish } = await buildBookingScene(api);
    const lapsed = (await holdSlot(client, wish())).booking!.id;
    api.clock.advanceMinutes(10);
    const worker = await beginBeside(api);
    await worker.run('select id from booking where id = $1 for update', [lapsed]);

    const holding = holdSlot(client, wish());
    await untilWaiting(api, 1);
    await worker.run(
      `update reservation set state = 'RELEASED' where id = (select reservation_id from booking where id = $1)`,
      [lapsed],
    );
    await worker.run(`update booking set state = 'EXPIRED' where id = $1`, [lapsed]);
    await worker.commit();

    expect((await holding).__typename).toBe('Hold');
    api.clock.advanceMinutes(-10);
  });

  it('lets two households whose holds have lapsed swap providers at once', async () => {
    const first = await buildBookingScene(api);
    const neighbour = await buildNeighbour(api, first);
    const otherProvider = await buildProvider(api.em, { items: first.provider.items });
    const placeOfNeighbour = { addressId: neighbour.address.id };
    const mine = (await holdSlot(first.client, first.wish())).booking!.id;
    await holdSlot(neighbour.client, first.wish({ providerId: otherProvider.id, place: placeOfNeighbour }));
    api.clock.advanceMinutes(10);
    const beside = await beginBeside(api);
    await beside.run('select id from booking where id = $1 for update', [mine]);

    const swapped = [holdSlot(first.client, first.wish({ providerId: otherProvider.id }))];
    await untilWaiting(api, 1);
    swapped.push(holdSlot(neighbour.client, first.wish({ place: placeOfNeighbour })));
    await untilWaiting(api, 2);
    await beside.commit();

    expect((await Promise.all(swapped)).map(({ __typename }) => __typename)).toEqual(['Hold', 'Hold']);
    api.clock.advanceMinutes(-10);
  });
});
