import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { HoursException, TimeOff } from '../../api/modules/availability/index.ts';
import { Holiday } from '../../api/modules/catalog/index.ts';
import { holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene, buildNeighbour } from '../support/booking-scene.ts';
import type { BookingScene } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildRegion } from '../support/builders/region.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { acceptSeries, findSeries, previewSeries, toSeriesWish, totalOf } from '../support/series-operations.ts';
import type { SeriesOutcome, SeriesWish } from '../support/series-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
afterAll(() => api.close());

/** A region in which bookings are open for more than a year. */
async function buildYearScene(): Promise<BookingScene> {
  const region = await buildRegion(api.em);
  await api.sql(`update region set rules = jsonb_set(rules, '{horizonDays}', '400') where id = $1`, [region.id]);
  const item = await buildServiceItem(api.em, { region: region.id, requiredCredentialCodes: ['IDENTITY'] });
  return buildBookingScene(api, { items: [item] });
}

const localHour = (instant: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' }).format(
    new Date(instant),
  );

const reservedStarts = async (providerId: string): Promise<string[]> => {
  const rows = await api.sql<{ at: Date }>(
    `select starts_at as at from reservation where provider_id = $1 and state in ('HELD', 'BOOKED') order by starts_at`,
    [providerId],
  );
  return rows.map(({ at }) => at.toISOString());
};

const accept = async (
  scene: BookingScene,
  changes: Partial<Parameters<typeof acceptSeries>[1]> = {},
  wish: Partial<SeriesWish> = {},
): Promise<SeriesOutcome> =>
  acceptSeries(scene.client, { series: toSeriesWish(scene, wish), expectedTotal: 24_000, ...changes });

describe('a year of visits', () => {
  it('finds in the preview what accepting comes to, at the same local hour across both clock changes', async () => {
    const scene = await buildYearScene();
    const { provider, client } = scene;
    // A holiday, a day off, an exception, an expiring credential and somebody else's booking; each in another season.
    await api.em.insert(Holiday, {
      id: newId(),
      region: provider.region,
      date: '2027-05-27',
      name: { en: 'Spring day', 'zh-CN': '春日' },
    });
    await api.em.insert(TimeOff, {
      id: newId(),
      provider: provider.id,
      startsAt: new Date('2027-07-05T00:00:00Z'),
      endsAt: new Date('2027-07-19T00:00:00Z'),
      reason: null,
    });
    await api.em.insert(HoursException, { id: newId(), provider: provider.id, date: '2027-08-12', spans: [] });
    await buildBooking(api.em, { provider, startsAt: new Date('2027-09-16T09:30:00Z') });
    await api.sql(`update credential set valid_until = '2028-01-31' where provider_id = $1`, [provider.id]);

    const wish = toSeriesWish(scene, { count: 52 });
    const preview = await previewSeries(client, wish);

    const dates = preview.dates!;
    expect(dates).toHaveLength(52);
    expect(new Set(dates.map(({ start }) => localHour(start)))).toEqual(new Set(['10:00']));
    expect(new Set(dates.map(({ start }) => start.slice(11, 16)))).toEqual(new Set(['10:00', '09:00']));
    const special = dates.filter(({ status }) => status !== 'WORKS').map(({ date, status }) => [date, status]);
    expect(special).toEqual([
      ['2027-05-27', 'HOLIDAY'],
      ['2027-07-08', 'TIME_OFF'],
      ['2027-07-15', 'TIME_OFF'],
      ['2027-08-12', 'OUTSIDE_HOURS'],
      ['2027-09-16', 'TAKEN'],
      ['2028-02-03', 'CREDENTIAL_EXPIRED'],
      ['2028-02-10', 'CREDENTIAL_EXPIRED'],
      ['2028-02-17', 'CREDENTIAL_EXPIRED'],
      ['2028-02-24', 'CREDENTIAL_EXPIRED'],
      ['2028-03-02', 'CREDENTIAL_EXPIRED'],
    ]);
    expect(preview.priceLockedUntil).toBe('2028-03-02');
    const holiday = dates.find(({ date }) => date === '2027-05-27')!;
    expect(holiday.price.amount).toBe(9_000);
    const taken = dates.find(({ date }) => date === '2027-09-16')!;
    expect(taken.alternatives).toHaveLength(2);

    // As it is, it fails, and names exactly the dates that the preview named; nothing is left behind.
    const refused = await acceptSeries(client, { series: wish, expectedTotal: totalOf(dates) });
    expect(refused.__typename).toBe('SeriesDatesFailedError');
    expect(refused.dates).toEqual(dates.filter(({ status }) => status !== 'WORKS' && status !== 'HOLIDAY'));
    expect(await reservedStarts(provider.id)).toEqual(['2027-09-16T09:30:00.000Z']);

    // Moved where the preview says, dropped where nothing suits: exactly the previewed times are reserved.
    const moved = dates.filter(({ status }) => ['TIME_OFF', 'OUTSIDE_HOURS', 'TAKEN'].includes(status));
    const dropped = dates.filter(({ status }) => status === 'CREDENTIAL_EXPIRED').map(({ date }) => date);
    const choices = [
      ...moved
        .filter(({ date }) => date !== '2027-07-15')
        .map((one) => ({ date: one.date, start: one.alternatives[0]!.start })),
      ...['2027-07-15', ...dropped].map((date) => ({ date })),
    ];
    const kept = dates
      .filter(({ date }) => !['2027-07-15', ...dropped].includes(date))
      .map((one) => choices.find(({ date }) => date === one.date) ?? one) as { start: string }[];
    const total = dates
      .filter(({ date }) => !['2027-07-15', ...dropped].includes(date))
      .reduce((sum, one) => {
        const choice = choices.find(({ date }) => date === one.date);
        return sum + (choice ? one.alternatives[0]!.price.amount : one.price.amount);
      }, 0);

    const accepted = await acceptSeries(client, { series: wish, choices, expectedTotal: total });

    expect(accepted).toMatchObject({ __typename: 'SeriesAccepted' });
    expect(await reservedStarts(provider.id)).toEqual(
      [...kept.map(({ start }) => start), '2027-09-16T09:30:00.000Z'].sort(),
    );
    const visits = accepted.series!.visits;
    expect(new Set(visits.map(({ status }) => status))).toEqual(new Set(['RESERVED']));
    expect(visits.map(({ booking }) => booking!.quote.total)).toEqual(visits.map(({ price }) => price));
  }, 60_000);
});

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
    expect(await reservedStarts(scene.provider.id)).toHaveLength(4);
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
    expect(await reservedStarts(scene.provider.id)).toEqual([]);
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
    expect(await reservedStarts(scene.provider.id)).toHaveLength(4);
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
    expect((await again).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
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
