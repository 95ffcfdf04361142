import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { HoursException, TimeOff } from '../../api/modules/availability/index.ts';
import { Holiday } from '../../api/modules/catalog/index.ts';
import { buildBookingScene } from '../support/booking-scene.ts';
import type { BookingScene } from '../support/booking-scene.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildRegion } from '../support/builders/region.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import {
  acceptSeries,
  listReservedStarts,
  previewSeries,
  toSeriesWish,
  totalOf,
} from '../support/series-operations.ts';
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
    expect(await listReservedStarts(api, provider.id)).toEqual(['2027-09-16T09:30:00.000Z']);

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
    expect(await listReservedStarts(api, provider.id)).toEqual(
      [...kept.map(({ start }) => start), '2027-09-16T09:30:00.000Z'].sort(),
    );
    const visits = accepted.series!.visits;
    expect(new Set(visits.map(({ status }) => status))).toEqual(new Set(['RESERVED']));
    expect(visits.map(({ booking }) => booking!.quote.total)).toEqual(visits.map(({ price }) => price));
  }, 120_000);
});
