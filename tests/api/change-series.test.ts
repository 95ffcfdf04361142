import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { cancelBooking, rescheduleBooking } from '../support/booking-operations.ts';
import { buildBookingScene, buildNeighbour } from '../support/booking-scene.ts';
import type { BookingScene } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import type { ProviderOverrides } from '../support/builders/provider.builder.ts';
import { FakeClock, TEST_NOW } from '../support/fakes/clock.ts';
import {
  acceptSeries,
  cancelSeriesVisits,
  findSeries,
  moveSeriesVisits,
  previewSeries,
  toSeriesWish,
  totalOf,
} from '../support/series-operations.ts';
import type { SeriesOutcome, SeriesView } from '../support/series-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
afterAll(() => api.close());

interface SeriesScene extends BookingScene {
  readonly series: SeriesView;
}

/** Four Thursdays at ten on the clock, £60 each, from tomorrow on. */
async function buildSeries(count = 4, provider: ProviderOverrides = {}): Promise<SeriesScene> {
  const scene = await buildBookingScene(api, provider);
  const wish = toSeriesWish(scene, { count });
  const { dates } = await previewSeries(scene.client, wish);
  const accepted = await acceptSeries(scene.client, { series: wish, expectedTotal: totalOf(dates!) });
  if (!accepted.series) throw new Error(`no series: ${accepted.message}`);
  return { ...scene, series: accepted.series };
}

async function at<T>(instant: string, act: () => Promise<T>): Promise<T> {
  api.clock.set(new Date(instant));
  try {
    return await act();
  } finally {
    api.clock.set(TEST_NOW);
  }
}

const statesOf = ({ series }: Pick<SeriesOutcome, 'series'>): (string | null | undefined)[] =>
  series!.visits.map(({ status, booking }) => (status === 'RESERVED' ? booking?.state : status));
const startsOf = ({ series }: Pick<SeriesOutcome, 'series'>): string[] => series!.visits.map(({ start }) => start);
const topics = async (like: string, bookingIds: readonly string[]): Promise<string[]> => {
  const rows = await api.sql<{ topic: string; inSeries: string | null }>(
    `select topic, payload->>'inSeries' as "inSeries" from outbox_message where topic like $1 and payload->>'bookingId' = any($2) order by topic`,
    [like, bookingIds],
  );
  return rows.map(({ topic, inSeries }) => (inSeries ? `${topic} in series` : topic));
};
const idsOf = ({ visits }: SeriesView): string[] => visits.flatMap(({ booking }) => booking?.id ?? []);

describe('cancelSeriesVisits', () => {
  it.each([
    ['ONE', 1, ['CONFIRMED', 'CANCELLED', 'CONFIRMED', 'CONFIRMED'], false],
    ['FOLLOWING', 2, ['CONFIRMED', 'CONFIRMED', 'CANCELLED', 'CANCELLED'], true],
    ['ALL', 2, ['CANCELLED', 'CANCELLED', 'CANCELLED', 'CANCELLED'], true],
  ] as const)('calls off %s and ends the series only with what follows', async (scope, index, states, ends) => {
    const { client, series } = await buildSeries();

    const outcome = await cancelSeriesVisits(client, { seriesVisitId: series.visits[index]!.id, scope });

    expect(outcome).toMatchObject({ __typename: 'SeriesVisitsCancelled', fee: { amount: 0 } });
    expect(statesOf(outcome)).toEqual(states);
    expect(outcome.series!.endedAt !== null).toBe(ends);
    const told = await topics('booking.cancelled', idsOf(series));
    expect(told).toEqual(scope === 'ONE' ? ['booking.cancelled'] : told.map(() => 'booking.cancelled in series'));
    expect(await topics('series.cancelled', idsOf(series))).toHaveLength(scope === 'ONE' ? 0 : 1);
  });

  it('charges each visit by its own terms and names the sum before', async () => {
    const { client, series } = await buildSeries();
    const seriesVisitId = series.visits[0]!.id;

    await at('2027-03-10T12:00:00Z', async () => {
      // Tomorrow's costs half of £60; the others are free for a week and more.
      expect(await cancelSeriesVisits(client, { seriesVisitId, scope: 'ALL' })).toMatchObject({
        __typename: 'SeriesFeeChangedError',
        quote: { fee: { amount: 3_000 } },
      });
      const { seriesCancellationQuote } = await client.ask<{ seriesCancellationQuote: object }>(
        `query Q($id: ID!) { seriesCancellationQuote(seriesVisitId: $id, scope: ALL) { dates fee { amount } refund { amount } } }`,
        { id: seriesVisitId },
      );
      expect(seriesCancellationQuote).toEqual({ dates: 4, fee: { amount: 3_000 }, refund: { amount: 21_000 } });
      const outcome = await cancelSeriesVisits(client, { seriesVisitId, scope: 'ALL', expectedFee: 3_000 });
      expect(statesOf(outcome)).toEqual(Array.from({ length: 4 }, () => 'CANCELLED'));
    });
  });

  it('leaves planned dates out, and changes nothing that is over', async () => {
    const { client, series } = await buildSeries(11);
    const planned = series.visits.at(-1)!;

    const one = await cancelSeriesVisits(client, { seriesVisitId: planned.id, scope: 'ONE' });
    expect(statesOf(one).slice(-2)).toEqual(['PLANNED', 'SKIPPED']);
    expect(await cancelSeriesVisits(client, { seriesVisitId: planned.id, scope: 'ONE' })).toMatchObject({
      __typename: 'SeriesNotChangeableError',
      code: 'NOTHING_LEFT',
    });

    const rest = await at('2027-03-20T09:00:00Z', () =>
      cancelSeriesVisits(client, { seriesVisitId: series.visits[0]!.id, scope: 'ALL' }),
    );
    expect(statesOf(rest).slice(0, 3)).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED']);
    expect(statesOf(rest).slice(-2)).toEqual(['SKIPPED', 'SKIPPED']);
  });

  it('gives the same answer to the same key, with one effect', async () => {
    const { client, series } = await buildSeries();
    const input = { seriesVisitId: series.visits[1]!.id, scope: 'FOLLOWING', idempotencyKey: randomUUID() } as const;

    const outcomes = await Promise.all(Array.from({ length: 5 }, () => cancelSeriesVisits(client, input)));

    expect(new Set(outcomes.map(({ __typename }) => __typename))).toEqual(new Set(['SeriesVisitsCancelled']));
    expect(await topics('series.cancelled', idsOf(series))).toHaveLength(1);
  });

  it('knows no date of somebody else’s, for households, providers and operators alike', async () => {
    const scene = await buildSeries();
    const neighbour = await buildNeighbour(api, scene);
    const operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));
    const [visit] = scene.series.visits;

    for (const client of [neighbour.client, operator])
      for (const seriesVisitId of [visit!.id, randomUUID(), 'none'])
        await expect(cancelSeriesVisits(client, { seriesVisitId, scope: 'ALL' })).rejects.toThrow(/no such date/);
  });
});

describe('moveSeriesVisits', () => {
  it.each([
    [
      'ONE',
      ['2027-03-11T10:00:00.000Z', '2027-03-19T14:00:00.000Z', '2027-03-25T10:00:00.000Z', '2027-04-01T09:00:00.000Z'],
    ],
    [
      'FOLLOWING',
      ['2027-03-11T10:00:00.000Z', '2027-03-19T14:00:00.000Z', '2027-03-26T14:00:00.000Z', '2027-04-02T13:00:00.000Z'],
    ],
    [
      'ALL',
      ['2027-03-12T14:00:00.000Z', '2027-03-19T14:00:00.000Z', '2027-03-26T14:00:00.000Z', '2027-04-02T13:00:00.000Z'],
    ],
  ] as const)('moves %s by a day to two in the afternoon on the clock', async (scope, starts) => {
    const { client, series, provider } = await buildSeries();

    const outcome = await moveSeriesVisits(client, {
      seriesVisitId: series.visits[1]!.id,
      scope,
      start: '2027-03-19T14:00:00.000Z',
    });

    expect(outcome.__typename).toBe('SeriesVisitsMoved');
    expect(startsOf(outcome)).toEqual(starts);
    expect(outcome.series!.localTime).toBe(scope === 'ONE' ? '10:00' : '14:00');
    expect(outcome.series!.visits.map(({ price }) => price)).toEqual(series.visits.map(({ price }) => price));
    const reserved = await api.sql<{ at: Date }>(
      `select starts_at as at from reservation where provider_id = $1 and state = 'BOOKED' order by 1`,
      [provider.id],
    );
    expect(reserved.map(({ at: start }) => start.toISOString())).toEqual(starts);
    expect(await topics('booking.moved', idsOf(series))).toHaveLength(scope === 'ONE' ? 1 : scope === 'ALL' ? 4 : 3);
    expect(await topics('series.moved', idsOf(series))).toHaveLength(scope === 'ONE' ? 0 : 1);
  });

  it('moves by a week into its own old times', async () => {
    const { client, series } = await buildSeries();

    const outcome = await moveSeriesVisits(client, {
      seriesVisitId: series.visits[0]!.id,
      scope: 'ALL',
      start: '2027-03-18T10:00:00.000Z',
    });

    expect(startsOf(outcome)).toEqual([
      '2027-03-18T10:00:00.000Z',
      '2027-03-25T10:00:00.000Z',
      '2027-04-01T09:00:00.000Z',
      '2027-04-08T09:00:00.000Z',
    ]);
  });

  it('moves none when one cannot move, and names that one with other times', async () => {
    const { client, series, provider } = await buildSeries();
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-26T13:30:00Z') });

    const outcome = await moveSeriesVisits(client, {
      seriesVisitId: series.visits[0]!.id,
      scope: 'ALL',
      start: '2027-03-12T14:00:00.000Z',
    });

    expect(outcome).toMatchObject({
      __typename: 'SeriesDatesFailedError',
      dates: [{ date: '2027-03-25', start: '2027-03-26T14:00:00.000Z', status: 'TAKEN' }],
    });
    expect(outcome.dates![0]!.alternatives).toHaveLength(2);
    expect(await findSeries(client, series.id)).toEqual(series);
  });

  it('moves none where one has a fee by now', async () => {
    const { client, series } = await buildSeries();

    const outcome = await at('2027-03-11T07:00:00Z', () =>
      moveSeriesVisits(client, {
        seriesVisitId: series.visits[1]!.id,
        scope: 'ALL',
        start: '2027-03-19T14:00:00.000Z',
      }),
    );

    expect(outcome).toMatchObject({ __typename: 'SeriesNotChangeableError', code: 'FEE_DUE' });
    expect(await findSeries(client, series.id)).toEqual(series);
  });

  it('moves planned dates with the others, and keeps them waiting', async () => {
    const { client, series } = await buildSeries(11);

    const outcome = await moveSeriesVisits(client, {
      seriesVisitId: series.visits[9]!.id,
      scope: 'FOLLOWING',
      start: '2027-05-14T13:00:00.000Z',
    });

    expect(statesOf(outcome).slice(-2)).toEqual(['PLANNED', 'PLANNED']);
    expect(startsOf(outcome).slice(-2)).toEqual(['2027-05-14T13:00:00.000Z', '2027-05-21T13:00:00.000Z']);
  });

  it('follows a visit that was moved or called off by itself', async () => {
    const { client, series } = await buildSeries();
    const [first, second] = series.visits;

    await rescheduleBooking(client, {
      bookingId: first!.booking!.id,
      start: '2027-03-13T12:00:00.000Z',
      expectedFee: 0,
      idempotencyKey: randomUUID(),
    });
    await cancelBooking(client, { bookingId: second!.booking!.id, idempotencyKey: randomUUID() });

    const now = await findSeries(client, series.id);
    expect(now!.visits[0]).toMatchObject({ start: '2027-03-13T12:00:00.000Z', booking: { state: 'CONFIRMED' } });
    expect(now!.visits[1]).toMatchObject({ booking: { state: 'CANCELLED' } });
    expect(
      await moveSeriesVisits(client, { seriesVisitId: second!.id, scope: 'ONE', start: '2027-03-19T14:00:00.000Z' }),
    ).toMatchObject({ code: 'NOTHING_LEFT' });
  });

  it('refuses a start in the past, off the minute or years ahead, and somebody else’s date', async () => {
    const scene = await buildSeries();
    const neighbour = await buildNeighbour(api, scene);
    const seriesVisitId = scene.series.visits[0]!.id;

    for (const start of ['2027-03-01T10:00:00.000Z', '2027-03-12T10:00:00.250Z', '2099-03-12T10:00:00.000Z'])
      expect(await moveSeriesVisits(scene.client, { seriesVisitId, scope: 'ONE', start })).toMatchObject({
        code: 'START_ASTRAY',
      });
    await expect(
      moveSeriesVisits(neighbour.client, { seriesVisitId, scope: 'ONE', start: '2027-03-12T10:00:00.000Z' }),
    ).rejects.toThrow(/no such date/);
  });
});
