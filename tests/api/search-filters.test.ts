import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProviderLevel } from '../../api/modules/catalog/index.ts';
import { Gender } from '../../api/modules/providers/index.ts';
import type { BuiltProvider } from '../support/builders/provider.builder.ts';
import { buildSearchScene } from '../support/search-scene.ts';
import type { SearchScene } from '../support/search-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

describe('filters (A4)', () => {
  let scene: SearchScene;
  let plain: BuiltProvider;
  let special: BuiltProvider;
  beforeAll(async () => {
    scene = await buildSearchScene(api);
    plain = await scene.addProvider({ ratingMean: 4.2, ratingLower: 4, ratingUpper: 4.4, ratingCount: 20 });
    special = await scene.addProvider({
      priceAmount: 3_000,
      ratingMean: 4.8,
      ratingLower: 4.6,
      ratingUpper: 4.9,
      ratingCount: 30,
      level: ProviderLevel.MASTER,
      languages: ['zh-CN', 'pt'],
      gender: Gender.MALE,
      instantBooking: false,
    });
  });

  it.each<{ filter: Record<string, unknown>; finds: 'plain' | 'special' }>([
    { filter: { maxPrice: 6_000 }, finds: 'plain' },
    { filter: { minRating: 4.5 }, finds: 'special' },
    { filter: { levels: ['SENIOR', 'MASTER'] }, finds: 'special' },
    { filter: { languages: ['pt', 'fr'] }, finds: 'special' },
    { filter: { gender: 'FEMALE' }, finds: 'plain' },
    { filter: { instantBooking: true }, finds: 'plain' },
  ])('$filter finds $finds', async ({ filter, finds }) => {
    expect(await scene.find()).toHaveLength(2);
    expect(await scene.find({ filter })).toEqual([finds === 'plain' ? plain.id : special.id]);
  });

  it('says that it was the filters when nobody passes them, and records no unmet demand', async () => {
    const before = await api.countRows('unmet_demand');

    const page = await scene.search({ filter: { maxPrice: 5 } });

    expect(page).toMatchObject({ totalCount: 0, edges: [], emptyReason: 'FILTERED_OUT', nearestDates: [] });
    expect(await api.countRows('unmet_demand')).toEqual(before);
  });
});

describe('sorts (A4)', () => {
  it('puts the soonest, the nearest, the cheapest or the best rated first', async () => {
    const scene = await buildSearchScene(api);
    const early = await scene.addProvider({
      hours: [{ start: '06:00', end: '20:00' }],
      longitude: -0.16,
      priceAmount: 2_500,
      ratingMean: 4,
      ratingLower: 3.8,
      ratingUpper: 4.2,
      ratingCount: 9,
    });
    const near = await scene.addProvider({
      hours: [{ start: '09:00', end: '20:00' }],
      latitude: 51.536,
      longitude: -0.104,
      priceAmount: 2_400,
      ratingMean: 4.1,
      ratingLower: 3.9,
      ratingUpper: 4.3,
      ratingCount: 9,
    });
    const cheap = await scene.addProvider({
      hours: [{ start: '10:00', end: '20:00' }],
      longitude: -0.15,
      priceAmount: 1_500,
      ratingMean: 4.2,
      ratingLower: 4,
      ratingUpper: 4.4,
      ratingCount: 9,
    });
    const good = await scene.addProvider({
      hours: [{ start: '11:00', end: '20:00' }],
      longitude: -0.14,
      priceAmount: 2_600,
      ratingMean: 4.9,
      ratingLower: 4.8,
      ratingUpper: 5,
      ratingCount: 9,
    });

    expect(await scene.find({ sort: 'SOONEST' })).toEqual([early.id, near.id, cheap.id, good.id]);
    expect((await scene.find({ sort: 'NEAREST' }))[0]).toBe(near.id);
    expect(await scene.find({ sort: 'PRICE' })).toEqual([cheap.id, near.id, early.id, good.id]);
    expect(await scene.find({ sort: 'RATING' })).toEqual([good.id, cheap.id, near.id, early.id]);
  });
});
