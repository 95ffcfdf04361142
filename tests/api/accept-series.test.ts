import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { HoursException } from '../../api/modules/availability/index.ts';
import { holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene, buildNeighbour } from '../support/booking-scene.ts';
import type { BookingScene } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import {
  acceptSeries,
  findSeries,
  listReservedStarts,
  previewSeries,
  toSeriesWish,
  totalOf,
} from '../support/series-operations.ts';
import type { SeriesOutcome, SeriesWish } from '../support/series-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
afterAll(() => api.close());

const accept = async (
  scene: BookingScene,
  changes: Partial<Parameters<typeof acceptSeries>[1]> = {},
  wish: Partial<SeriesWish> = {},
): Promise<SeriesOutcome> =>
  acceptSeries(scene.client, { series: toSeriesWish(scene, wish), expectedTotal: 24_000, ...changes });

describe('acceptSeries', () => {
  it('books all dates, authorises the first visit alone, tells once, and gives each its own terms', async () => {
    const scene = await buildBookingScene(api);

    const outcome = await accept(scene, { note: 'Mind the cat', doorNote: 'Green door' });

    const { visits } = outcome.series!;
    expect(visits.map(({ start, status, booking }) => [start, status, booking?.state, booking?.paymentStatus])).toEqual(
      [
        ['2027-03-11T10:00:00.000Z', 'RESERVED', 'CONFIRMED', 'AUTHORIZED'],
        ['2027-03-18T10:00:00.000Z', 'RESERVED', 'CONFIRMED', null],
        ['2027-03-25T10:00:00.000Z', 'RESERVED', 'CONFIRMED', null],
        ['2027-04-01T09:00:00.000Z', 'RESERVED', 'CONFIRMED', null],
      ],
    );
    expect(visits.every(({ booking }) => booking?.place?.line === scene.address.line)).toBe(true);
    const messages = await api.sql<{ topic: string; days: number }>(
      `select topic, ((due_at - $2) / 86400000.0)::text as days from (select topic, extract(epoch from due_at) * 1000 as due_at from outbox_message
        where payload->>'bookingId' = any($1) and topic = 'authorize-series-visit') m order by due_at`,
      [visits.map(({ booking }) => booking!.id), api.clock.now().getTime()],
    );
    expect(messages.map(({ days }) => Math.round(days * 10) / 10)).toEqual([3, 10, 17]);
    const told = await api.sql(
      `select 1 from outbox_message where topic = 'series.accepted' and payload->>'seriesId' = $1`,
      [outcome.series!.id],
    );
    expect(told).toHaveLength(1);
  });

  it('lets go of the time that the household holds, which is its own first visit', async () => {
    const scene = await buildBookingScene(api);
    const held = await holdSlot(scene.client, scene.wish());
    expect(held.__typename).toBe('Hold');
    expect((await previewSeries(scene.client, toSeriesWish(scene))).dates!.map(({ status }) => status)).toEqual(
      Array.from({ length: 4 }, () => 'WORKS'),
    );

    expect((await accept(scene)).__typename).toBe('SeriesAccepted');
    expect(await listReservedStarts(api, scene.provider.id)).toHaveLength(4);
  });

  it('plans what lies beyond the horizon and reserves the rest', async () => {
    const scene = await buildBookingScene(api);
    const wish = toSeriesWish(scene, { count: 12 });
    const { dates, opensUntil } = await previewSeries(scene.client, wish);
    expect(opensUntil).toBe('2027-05-09');
    expect(dates!.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 9 }, () => 'WORKS'),
      ...Array.from({ length: 3 }, () => 'BEYOND_HORIZON'),
    ]);

    const outcome = await acceptSeries(scene.client, { series: wish, expectedTotal: totalOf(dates!) });

    expect(outcome.series!.visits.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 9 }, () => 'RESERVED'),
      ...Array.from({ length: 3 }, () => 'PLANNED'),
    ]);
    expect(outcome.series!.priceLockedUntil).toBe('2027-05-27');
  });

  it('says of a date beyond the horizon what stands in its way as things are now', async () => {
    const scene = await buildBookingScene(api);
    await api.em.insert(HoursException, { id: newId(), provider: scene.provider.id, date: '2027-05-13', spans: [] });

    const { dates } = await previewSeries(scene.client, toSeriesWish(scene, { count: 11 }));

    expect(dates!.slice(-2).map(({ status, foreseen }) => [status, foreseen])).toEqual([
      ['BEYOND_HORIZON', 'OUTSIDE_HOURS'],
      ['BEYOND_HORIZON', null],
    ]);
  });

  it('answers a time that the clock skips, and says where it is shown twice', async () => {
    const scene = await buildBookingScene(api, { hours: [{ start: '00:00', end: '24:00' }] });

    const { dates } = await previewSeries(
      scene.client,
      toSeriesWish(scene, { start: '2027-03-14T01:30:00.000Z', weekdays: [7] }),
    );

    expect(dates!.map(({ status }) => status)).toEqual(['WORKS', 'WORKS', 'CLOCK_CHANGE', 'WORKS']);
    expect(dates![2]!.alternatives).toHaveLength(2);
  });

  it.each([
    [
      'another total',
      { expectedTotal: 23_999 },
      {},
      { __typename: 'SeriesPriceChangedError', total: { amount: 24_000 } },
    ],
    ['no item', {}, { items: [] }, { __typename: 'InvalidVisitError', code: 'NO_ITEMS' }],
    ['another interval', {}, { everyWeeks: 3 }, { __typename: 'InvalidVisitError', field: 'everyWeeks' }],
    ['53 visits', {}, { count: 53 }, { __typename: 'InvalidVisitError', code: 'BAD_COUNT' }],
    [
      'a first visit that has passed',
      {},
      { start: '2027-03-04T10:00:00.000Z' },
      { __typename: 'InvalidVisitError', code: 'TOO_SOON' },
    ],
    [
      'a first visit beyond the horizon',
      {},
      { start: '2027-07-01T09:00:00.000Z' },
      { __typename: 'InvalidVisitError', code: 'BEYOND_HORIZON' },
    ],
    [
      'a start off the minute',
      {},
      { start: '2027-03-11T10:00:00.500Z' },
      { __typename: 'InvalidVisitError', code: 'OFF_GRID' },
    ],
    [
      'a date that is none of the series',
      { choices: [{ date: '2027-03-12' }] },
      {},
      { __typename: 'InvalidVisitError', code: 'UNKNOWN_DATE' },
    ],
    [
      'a date named twice',
      { choices: [{ date: '2027-03-11' }, { date: '2027-03-11' }] },
      {},
      { __typename: 'InvalidVisitError', code: 'UNKNOWN_DATE' },
    ],
    [
      'a start far away',
      { choices: [{ date: '2027-03-11', start: '2199-12-31T10:00:00.000Z' }] },
      {},
      { __typename: 'InvalidVisitError', code: 'START_ASTRAY' },
    ],
    [
      'all but one left out',
      { choices: ['2027-03-11', '2027-03-18', '2027-03-25'].map((date) => ({ date })) },
      {},
      { code: 'TOO_FEW_VISITS' },
    ],
    [
      'a card that the bank declines',
      { paymentMethod: 'sandbox_declined' },
      {},
      { __typename: 'PaymentDeclinedError', declineCode: 'card_declined' },
    ],
    [
      'a card that the bank asks about',
      { paymentMethod: 'sandbox_action_required' },
      {},
      { __typename: 'PaymentActionRequired' },
    ],
    [
      'two dates at the same time',
      { choices: [{ date: '2027-03-18', start: '2027-03-11T11:00:00.000Z' }] },
      {},
      { __typename: 'SeriesDatesFailedError', dates: [{ date: '2027-03-18', status: 'TAKEN' }] },
    ],
  ] as const)('books nothing for %s', async (_case, changes, wish, expected) => {
    const scene = await buildBookingScene(api);

    expect(await accept(scene, changes as never, wish as never)).toMatchObject(expected);
    expect(await listReservedStarts(api, scene.provider.id)).toEqual([]);
    expect(await api.sql(`select 1 from booking_series where provider_id = $1`, [scene.provider.id])).toEqual([]);
    expect(
      await api.sql(`select 1 from sandbox_charge where status = 'AUTHORIZED' and idempotency_key like $1`, [
        `series:${scene.household.id}:%`,
      ]),
    ).toEqual([]);
  });

  it('books no series with somebody who wants to be asked, nor out of their area', async () => {
    const asking = await buildBookingScene(api, { instantBooking: false });
    const near = await buildBookingScene(api, { serviceRadiusMetres: 10 });

    expect(await previewSeries(asking.client, toSeriesWish(asking))).toMatchObject({ code: 'ASKS_FIRST' });
    expect(await accept(asking)).toMatchObject({ __typename: 'InvalidVisitError', code: 'ASKS_FIRST' });
    expect(await accept(near)).toMatchObject({
      __typename: 'NotBookableError',
      reasons: [{ code: 'OUTSIDE_SERVICE_AREA' }],
    });
  });

  it('gives the same answer again, ten times in a row and ten times at once, with one effect', async () => {
    const scene = await buildBookingScene(api);
    const key = randomUUID();

    const atOnce = await Promise.all(Array.from({ length: 10 }, () => accept(scene, { idempotencyKey: key })));
    const inARow: SeriesOutcome[] = [];
    for (let n = 0; n < 10; n += 1) inARow.push(await accept(scene, { idempotencyKey: key }));

    const ids = [...atOnce, ...inARow].map(({ series }) => series?.id);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toBeDefined();
    expect(await listReservedStarts(api, scene.provider.id)).toHaveLength(4);
    expect(
      await api.sql(`select 1 from sandbox_charge where idempotency_key like $1`, [`series:${scene.household.id}:%`]),
    ).toHaveLength(1);
    const again = scene.client.send(
      'mutation A($input: AcceptSeriesInput!) { acceptSeries(input: $input) { __typename } }',
      {
        input: {
          series: toSeriesWish(scene, { count: 3 }),
          choices: [],
          expectedTotal: 18_000,
          paymentMethod: 'sandbox_visa',
          idempotencyKey: key,
        },
      },
    );
    expect((await again).errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  it('keeps the refusal under its key, and lets the bank know nothing of it', async () => {
    const scene = await buildBookingScene(api);
    const blocking = await buildBooking(api.em, {
      provider: scene.provider,
      startsAt: new Date('2027-03-18T10:00:00Z'),
    });
    const key = randomUUID();
    const first = await accept(scene, { idempotencyKey: key });
    await api.sql(`update reservation set state = 'RELEASED' where id = $1`, [blocking.reservation]);

    expect(first).toMatchObject({ __typename: 'SeriesDatesFailedError', dates: [{ date: '2027-03-18' }] });
    expect(await accept(scene, { idempotencyKey: key })).toEqual(first);
    expect(
      await api.sql(`select 1 from sandbox_charge where idempotency_key like $1`, [`series:${scene.household.id}:%`]),
    ).toEqual([]);
    expect((await accept(scene)).__typename).toBe('SeriesAccepted');
  });

  it('needs an account and takes nobody else’s address; strangers find no series', async () => {
    const scene = await buildBookingScene(api);
    const neighbour = await buildNeighbour(api, scene);

    expect(await acceptSeries(neighbour.client, { series: toSeriesWish(scene), expectedTotal: 24_000 })).toMatchObject({
      __typename: 'InvalidVisitError',
      code: 'UNKNOWN_ADDRESS',
    });
    const { series } = await accept(scene);
    expect(await findSeries(scene.client, series!.id)).toMatchObject({ id: series!.id, canChange: true });
    expect(await findSeries(await api.as(await buildAccount(api.em)), series!.id)).toBeNull();
    expect(await findSeries(scene.client, randomUUID())).toBeNull();
  });

  it('books several items each time, their minutes and prices added up', async () => {
    const first = await buildServiceItem(api.em);
    const second = await buildServiceItem(api.em, { region: first.region, priceAmount: 1_000 });
    const scene = await buildBookingScene(api, { items: [first, second] });
    const items = [
      { itemId: first.id, units: 3 },
      { itemId: second.id, units: 1 },
    ];

    const { dates } = await previewSeries(scene.client, toSeriesWish(scene, { items }));
    expect(dates![0]).toMatchObject({ end: '2027-03-11T13:00:00.000Z', price: { amount: 7_000 } });
    expect(await accept(scene, { expectedTotal: 28_000 }, { items })).toMatchObject({ __typename: 'SeriesAccepted' });
  });
});
