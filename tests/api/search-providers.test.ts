import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { ProviderLevel } from '../../api/modules/catalog/index.ts';
import { ProviderStatus, TravelMode } from '../../api/modules/providers/index.ts';
import { CredentialState } from '../../api/modules/qualifications/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildCertificate, buildCredential, buildCredentialType } from '../support/builders/credential.builder.ts';
import type { BuiltProvider, ProviderOverrides } from '../support/builders/provider.builder.ts';
import { buildSearchScene } from '../support/search-scene.ts';
import { availableStarts } from '../support/search-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const DEMANDING = {
  requiredCredentialCodes: ['IDENTITY'],
  requiredCourseCode: 'SAFE_CLEANING',
  minimumLevel: ProviderLevel.CERTIFIED,
};

describe('who is found (P3, A2)', () => {
  it('finds somebody who is active, qualified, near and free', async () => {
    const scene = await buildSearchScene(api, DEMANDING);
    const { id } = await scene.addProvider();

    const page = await scene.search();

    expect(page).toMatchObject({
      totalCount: 1,
      emptyReason: null,
      nearestDates: [],
      pageInfo: { hasNextPage: false },
    });
    expect(page.edges[0]!.node).toMatchObject({
      provider: { id, displayName: 'Rosa Almeida' },
      quote: { total: { amount: 6_000 } },
    });
    expect(page.edges[0]!.node.provider.badges.map(({ code }) => code)).toEqual(['IDENTITY', 'SAFE_CLEANING']);
  });

  it.each<{ who: string; overrides?: ProviderOverrides; change?: (provider: BuiltProvider) => Promise<unknown> }>([
    { who: 'is paused', overrides: { status: ProviderStatus.PAUSED } },
    { who: 'is suspended', overrides: { status: ProviderStatus.SUSPENDED } },
    { who: 'has only applied', overrides: { status: ProviderStatus.APPLICANT } },
    { who: 'lacks credential and course', overrides: { qualified: false } },
    { who: 'is below the level', overrides: { level: ProviderLevel.TRAINEE } },
    { who: 'does not come so far', overrides: { serviceRadiusMetres: 3_000 } },
    { who: 'has no working hours', overrides: { hours: [] } },
    { who: 'has too short a day', overrides: { hours: [{ start: '08:00', end: '09:45' }] } },
    {
      who: 'has switched the service off',
      change: ({ id }) => api.sql('update offering set enabled = false where provider_id = $1', [id]),
    },
    {
      who: 'has a credential under review',
      change: ({ id }) => api.sql(`update credential set state = 'IN_REVIEW' where provider_id = $1`, [id]),
    },
    {
      who: 'had the credential taken back',
      change: ({ id }) => api.sql(`update credential set state = 'REVOKED' where provider_id = $1`, [id]),
    },
    {
      who: 'has a course that ran out',
      change: ({ id }) => api.sql(`update certificate set valid_until = '2027-03-10' where provider_id = $1`, [id]),
    },
  ])('does not find somebody who $who', async ({ overrides, change }) => {
    const scene = await buildSearchScene(api, DEMANDING);
    const able = await scene.addProvider();
    const provider = await scene.addProvider(overrides);

    await change?.(provider);

    expect(await scene.find()).toEqual([able.id]);
  });

  it('offers the last valid day of a credential and no day after it', async () => {
    const scene = await buildSearchScene(api, { requiredCredentialCodes: ['IDENTITY'] });
    const provider = await scene.addProvider({ qualified: false });
    await buildCredential(api.em, {
      provider: provider.id,
      type: (await buildCredentialType(api.em, { code: 'IDENTITY' })).id,
      validUntil: '2027-03-12',
    });

    const days = await availableStarts(api.visitor(), {
      providerId: provider.id,
      items: scene.wish().items,
      place: scene.wish().place,
      from: '2027-03-11',
      to: '2027-03-15',
    });

    expect([...new Set(days.map((start) => start.slice(0, 10)))]).toEqual(['2027-03-11', '2027-03-12']);
    expect(await scene.find({ from: '2027-03-12', to: '2027-03-13' })).toEqual([provider.id]);
    expect(await scene.find({ from: '2027-03-13', to: '2027-03-14' })).toEqual([]);
  });

  it('takes a renewed credential beside an expired one', async () => {
    const scene = await buildSearchScene(api, { requiredCredentialCodes: ['IDENTITY'] });
    const provider = await scene.addProvider({ qualified: false });
    const type = (await buildCredentialType(api.em, { code: 'IDENTITY' })).id;
    await buildCredential(api.em, { provider: provider.id, type, validUntil: '2027-03-01' });
    await buildCredential(api.em, { provider: provider.id, type, validFrom: '2027-03-02' });
    await buildCredential(api.em, { provider: provider.id, type, state: CredentialState.REJECTED });

    expect(await scene.find()).toEqual([provider.id]);
  });

  it('needs everyone for all items of the visit: one who does half of it is not found', async () => {
    const scene = await buildSearchScene(api);
    const other = await buildSearchScene(api, { region: scene.regionId, name: { en: 'Windows', 'zh-CN': '擦窗' } });
    await scene.addProvider();
    const both = await scene.addProvider({ items: [scene.item, other.item] });

    expect(
      await scene.find({
        items: [
          { itemId: scene.item.id, units: 2 },
          { itemId: other.item.id, units: 1 },
        ],
      }),
    ).toEqual([both.id]);
  });

  it('leaves the way to and from other visits free', async () => {
    const scene = await buildSearchScene(api);
    // A visit 3.1 km away from 10:30 to 12:30, its buffer until 12:45; the way takes 25 minutes each time.
    const provider = await scene.addProvider({
      hours: [{ start: '07:45', end: '16:00' }],
      travelMode: TravelMode.BICYCLE,
    });
    await buildBooking(api.em, { provider, startsAt: new Date('2027-03-11T10:30:00Z'), longitude: -0.0583 });

    const starts = await availableStarts(api.visitor(), {
      providerId: provider.id,
      items: scene.wish().items,
      place: scene.wish().place,
      from: '2027-03-11',
      to: '2027-03-11',
    });

    // 07:45 + 2 h + 15 min of buffer + 25 min of travel fit before 10:30, 08:00 does not; 12:45 + 25 min is 13:10.
    expect(starts.map((start) => start.slice(11, 16))).toEqual(['07:45', '13:15', '13:30', '13:45', '14:00']);
  });

  it('offers the time of a lapsed hold', async () => {
    const scene = await buildSearchScene(api);
    const provider = await scene.addProvider({ hours: [{ start: '10:00', end: '12:30' }] });
    await buildBooking(api.em, { provider, state: BookingState.HELD, holdExpiresAt: api.clock.now() });

    expect(await scene.find()).toEqual([provider.id]);
  });

  it('shows only starts within the hours of the day asked for', async () => {
    const scene = await buildSearchScene(api);
    await scene.addProvider();

    const { edges } = await scene.search({ earliest: '13:00', latest: '13:30' });

    expect(edges[0]!.node.nextSlots.map(({ start }) => start.slice(11, 16))).toEqual(['13:00', '13:15', '13:30']);
  });
});

describe('the published score (A6)', () => {
  it('adds up for every result, and orders the recommended', async () => {
    const scene = await buildSearchScene(api);
    for (let index = 0; index < 8; index++) {
      await scene.addProvider({
        longitude: -0.1 - index * 0.01,
        priceAmount: 1_500 + index * 130,
        onTimeShare: 1 - index * 0.07,
        ratingMean: 4.5,
        ratingLower: 4 + index * 0.1,
        ratingUpper: 5,
        ratingCount: 10,
      });
    }

    const { edges } = await scene.search();

    for (const { node } of edges) {
      const { total, terms } = node.score;
      expect(terms.map(({ name }) => name)).toEqual([
        'RATING',
        'DISTANCE',
        'PRICE',
        'PUNCTUALITY',
        'HISTORY',
        'NEWCOMER',
      ]);
      expect(terms.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 10);
      expect(terms.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(total, 10);
      for (const { weight, value, contribution } of terms)
        expect(Math.abs(weight * value - contribution)).toBeLessThanOrEqual(0.000501);
    }
    const totals = edges.map(({ node }) => node.score.total);
    expect(totals).toEqual(totals.toSorted((a, b) => b - a));
  });

  it('counts the household’s own history, and nobody else’s', async () => {
    const scene = await buildSearchScene(api);
    const provider = await scene.addProvider();
    const household = await buildAccount(api.em);
    await buildBooking(api.em, {
      provider,
      household: household.id,
      state: BookingState.COMPLETED,
      startsAt: new Date('2027-02-01T10:00:00Z'),
    });
    const historyOf = async (client: Awaited<ReturnType<TestApi['as']>>): Promise<number> =>
      (await scene.search({}, {}, client)).edges[0]!.node.score.terms.find(({ name }) => name === 'HISTORY')!.value;

    expect(await historyOf(await api.as(household))).toBeCloseTo(1 / 3, 3);
    expect(await historyOf(await api.as(await buildAccount(api.em)))).toBe(0);
    expect(await historyOf(api.visitor())).toBe(0);
  });

  it('shows a certificate only while it is valid', async () => {
    const scene = await buildSearchScene(api);
    const provider = await scene.addProvider();
    await buildCertificate(api.em, { provider: provider.id, courseCode: 'OLD_COURSE', validUntil: '2027-03-09' });

    expect((await scene.search()).edges[0]!.node.provider.badges).toEqual([]);
  });
});
