import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildBookingScene } from '../support/booking-scene.ts';
import type { BookingScene } from '../support/booking-scene.ts';
import { cancelBooking } from '../support/booking-operations.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { FakeClock, TEST_NOW } from '../support/fakes/clock.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import {
  acceptSeries,
  findSeries,
  moveSeriesVisits,
  previewSeries,
  toSeriesWish,
  totalOf,
} from '../support/series-operations.ts';
import type { SeriesView } from '../support/series-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock() });
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

async function runAt(instant: string): Promise<void> {
  api.clock.set(new Date(instant));
  await runDueJobs(api);
}

async function buildSeries(
  count: number,
  paymentMethod = 'sandbox_visa',
): Promise<BookingScene & { series: SeriesView }> {
  const scene = await buildBookingScene(api);
  const wish = toSeriesWish(scene, { count });
  const { dates } = await previewSeries(scene.client, wish);
  const accepted = await acceptSeries(scene.client, {
    series: wish,
    expectedTotal: totalOf(dates!),
    paymentMethod,
    note: 'Mind the cat',
    doorNote: 'Green door',
  });
  return { ...scene, series: accepted.series! };
}

const subjects = async (accountId: string, kind: string): Promise<number> =>
  (await api.sql('select 1 from delivery where account_id = $1 and kind = $2', [accountId, kind])).length;

describe('a series as time passes', () => {
  it('reserves planned dates the moment bookings open for them, at the price agreed and with the same notes', async () => {
    const { client, series, provider, household } = await buildSeries(11);
    const [, , , , , , , , , tenth] = series.visits;
    await api.sql('update offering set price_amount = 9999 where provider_id = $1', [provider.id]);

    // The tenth Thursday, 13 May at ten on the clock, opens sixty days before.
    await runAt('2027-03-14T09:00:00Z');
    expect((await findSeries(client, series.id))!.visits[9]!.status).toBe('PLANNED');
    await runAt('2027-03-14T09:00:05Z');

    const { visits } = (await findSeries(client, series.id))!;
    expect(visits.map(({ status }) => status).slice(-2)).toEqual(['RESERVED', 'PLANNED']);
    expect(visits[9]).toMatchObject({
      start: tenth!.start,
      booking: {
        state: 'CONFIRMED',
        quote: { total: { amount: 6_000 } },
        place: { line: '12 Canonbury Lane, Flat 3' },
      },
    });
    const { booking } = await client.ask<{ booking: object }>(
      'query B($id: ID!) { booking(id: $id) { note place { doorNote } } }',
      {
        id: visits[9]!.booking!.id,
      },
    );
    expect(booking).toEqual({ note: 'Mind the cat', place: { doorNote: 'Green door' } });
    expect(await subjects(household.id, 'booking-confirmed')).toBe(0);
    expect(await subjects(household.id, 'series-accepted')).toBe(1);
  });

  it('tells the household at once when a date cannot be had, which can then choose another', async () => {
    const { client, series, provider, household } = await buildSeries(10);
    await buildBooking(api.em, { provider, startsAt: new Date('2027-05-13T08:30:00Z') });

    await runAt('2027-03-14T09:00:05Z');

    const failed = (await findSeries(client, series.id))!.visits[9]!;
    expect(failed).toMatchObject({ status: 'FAILED', reason: 'TAKEN', booking: null });
    expect(failed.alternatives).toHaveLength(2);
    expect(await subjects(household.id, 'series-date-failed')).toBe(1);

    const outcome = await moveSeriesVisits(client, {
      seriesVisitId: failed.id,
      scope: 'ONE',
      start: failed.alternatives[0]!.start,
    });
    expect(outcome.series!.visits[9]).toMatchObject({
      status: 'RESERVED',
      reason: null,
      start: failed.alternatives[0]!.start,
      booking: { state: 'CONFIRMED', quote: { total: { amount: 6_000 } } },
    });
  });

  it('asks the card five days before each visit, once, and not for one that was called off', async () => {
    const { client, series } = await buildSeries(4);
    await cancelBooking(client, { bookingId: series.visits[2]!.booking!.id, idempotencyKey: 'a' });

    await runAt('2027-03-13T09:59:00Z');
    expect((await findSeries(client, series.id))!.visits[1]!.booking!.paymentStatus).toBeNull();
    await runAt('2027-03-13T10:00:00Z');
    await runAt('2027-03-24T10:00:00Z');

    const { visits } = (await findSeries(client, series.id))!;
    expect(visits.map(({ booking }) => booking!.paymentStatus)).toEqual(['CAPTURED', 'CAPTURED', null, null]);
    const charges = await api.sql(`select 1 from sandbox_charge where idempotency_key like any($1)`, [
      visits.map(({ booking }) => `booking:${booking!.id}:authorize:%`),
    ]);
    expect(charges).toHaveLength(1);
  });

  it('tells the household when the card is refused, and pays with another', async () => {
    const { client, series, household } = await buildSeries(3);
    const change = 'mutation C($input: ChangeSeriesCardInput!) { changeSeriesCard(input: $input) { id } }';
    await client.ask(change, { input: { seriesId: series.id, paymentMethod: 'sandbox_declined' } });

    await runAt('2027-03-13T10:00:00Z');
    expect(await subjects(household.id, 'series-payment-failed')).toBe(1);
    expect((await findSeries(client, series.id))!.visits[1]!.booking!.paymentStatus).toBeNull();

    await client.ask(change, { input: { seriesId: series.id, paymentMethod: 'sandbox_visa' } });
    await runAt('2027-03-13T10:01:00Z');
    expect((await findSeries(client, series.id))!.visits[1]!.booking!.paymentStatus).toBe('AUTHORIZED');
  });
});
