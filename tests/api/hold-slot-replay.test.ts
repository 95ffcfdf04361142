import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene, buildNeighbour } from '../support/booking-scene.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const liveReservations = (providerId: string): Promise<{ state: string; startsAt: Date; expiresAt: Date | null }[]> =>
  api.sql(
    `select state, starts_at as "startsAt", expires_at as "expiresAt" from reservation where provider_id = $1 and state in ('HELD', 'BOOKED') order by starts_at`,
    [providerId],
  );

describe('holdSlot with the same idempotency key', () => {
  it('gives the same answer ten times in a row and has one effect', async () => {
    const { client, provider, wish } = await buildBookingScene(api);
    const input = wish();

    const first = await holdSlot(client, input);
    for (let repeat = 1; repeat < 10; repeat++) expect(await holdSlot(client, input)).toEqual(first);

    expect(await liveReservations(provider.id)).toHaveLength(1);
    expect(await api.sql('select id from booking where provider_id = $1', [provider.id])).toHaveLength(1);
  });

  it('gives the same answer ten times at once and has one effect', async () => {
    const { client, provider, wish } = await buildBookingScene(api);
    const input = wish();

    const answers = await Promise.all(Array.from({ length: 10 }, () => holdSlot(client, input)));

    expect(answers[0]!.__typename).toBe('Hold');
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await liveReservations(provider.id)).toHaveLength(1);
    expect(await api.sql('select id from booking where provider_id = $1', [provider.id])).toHaveLength(1);
  });

  it('repeats each failure in its own words, though it could succeed by now', async () => {
    const { client, provider, option, wish } = await buildBookingScene(api);
    const blocking = await buildBooking(api.em, { provider });
    const inputs = [
      wish(),
      wish({ expectedTotal: 5 }),
      wish({ items: [{ itemId: provider.items[0]!.id, units: 99 }] }),
      wish({ place: { latitude: 51.7, longitude: 0.1 } }),
    ];
    const first = await Promise.all(inputs.map((input) => holdSlot(client, input)));
    await api.sql(`update reservation set state = 'RELEASED' where id = $1`, [blocking.reservation]);
    await api.sql('delete from service_option where id = $1', [option.id]);

    const again = await Promise.all(inputs.map((input) => holdSlot(client, input)));

    expect(first.map(({ __typename }) => __typename)).toEqual([
      'SlotTakenError',
      'PriceChangedError',
      'InvalidVisitError',
      'NotBookableError',
    ]);
    expect(again).toEqual(first);
  });

  it('belongs to one household: another may use the same key', async () => {
    const scene = await buildBookingScene(api);
    const { client, address } = await buildNeighbour(api, scene);
    const mine = scene.wish();

    await holdSlot(scene.client, mine);
    const theirs = await holdSlot(client, {
      ...mine,
      start: '2027-03-11T15:00:00.000Z',
      place: { addressId: address.id },
    });

    expect(theirs.__typename).toBe('Hold');
  });
});
