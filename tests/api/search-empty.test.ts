import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approximatePlace } from '../../api/kernel/approximate-place.ts';
import { TimeOff } from '../../api/modules/availability/index.ts';
import { newId } from '../../api/kernel/ids.ts';
import { Venue } from '../../api/modules/catalog/index.ts';
import { buildCredential, buildCredentialType } from '../support/builders/credential.builder.ts';
import { buildSearchScene } from '../support/search-scene.ts';
import type { SearchScene } from '../support/search-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

async function expectDatesToWork(scene: SearchScene, dates: readonly string[]): Promise<void> {
  for (const date of dates) expect(await scene.find({ from: date, to: date })).not.toEqual([]);
}

const demandOf = (regionId: string): Promise<object[]> =>
  api.sql(
    'select reason, from_date::text as "from", item_ids as items, latitude, longitude from unmet_demand where region_id = $1',
    [regionId],
  );

describe('a search that finds nobody (A8)', () => {
  it('says that all are busy, and names the nearest dates, which work', async () => {
    const scene = await buildSearchScene(api);
    const provider = await scene.addProvider();
    await api.em.insert(TimeOff, {
      id: newId(),
      provider: provider.id,
      startsAt: new Date('2027-03-10T00:00:00Z'),
      endsAt: new Date('2027-03-14T00:00:00Z'),
      reason: null,
    });

    const page = await scene.search({ from: '2027-03-11', to: '2027-03-12' });

    expect(page).toMatchObject({
      totalCount: 0,
      edges: [],
      emptyReason: 'ALL_BUSY',
      nearestDates: ['2027-03-14', '2027-03-15', '2027-03-16'],
    });
    await expectDatesToWork(scene, page.nearestDates);
  });

  it('looks for the nearest dates before the range as well as after it', async () => {
    const scene = await buildSearchScene(api);
    const provider = await scene.addProvider();
    await api.em.insert(TimeOff, {
      id: newId(),
      provider: provider.id,
      startsAt: new Date('2027-03-20T00:00:00Z'),
      endsAt: new Date('2027-03-22T00:00:00Z'),
      reason: null,
    });

    const page = await scene.search({ from: '2027-03-20', to: '2027-03-21' });

    expect(page.nearestDates).toEqual(['2027-03-18', '2027-03-19', '2027-03-22']);
    await expectDatesToWork(scene, page.nearestDates);
  });

  it('says that nobody is qualified when nobody will be', async () => {
    const scene = await buildSearchScene(api, { requiredCredentialCodes: ['IDENTITY'] });
    await scene.addProvider({ qualified: false });

    expect(await scene.search()).toMatchObject({ emptyReason: 'NO_ONE_QUALIFIED', nearestDates: [] });
  });

  it('says that all are busy when somebody will be qualified later, and names those dates', async () => {
    const scene = await buildSearchScene(api, { requiredCredentialCodes: ['IDENTITY'] });
    const provider = await scene.addProvider({ qualified: false });
    await buildCredential(api.em, {
      provider: provider.id,
      type: (await buildCredentialType(api.em, { code: 'IDENTITY' })).id,
      validFrom: '2027-03-18',
    });

    const page = await scene.search();

    expect(page).toMatchObject({ emptyReason: 'ALL_BUSY', nearestDates: ['2027-03-18', '2027-03-19', '2027-03-20'] });
    await expectDatesToWork(scene, page.nearestDates);
  });

  it('says that nobody offers it where nobody does', async () => {
    const scene = await buildSearchScene(api);

    expect(await scene.search()).toMatchObject({ emptyReason: 'NO_ONE_QUALIFIED', nearestDates: [] });
  });

  it('says that the place is outside the area of those who offer it', async () => {
    const scene = await buildSearchScene(api);
    await scene.addProvider({ serviceRadiusMetres: 1_000 });

    expect(await scene.search()).toMatchObject({ emptyReason: 'OUTSIDE_AREA', nearestDates: [] });
  });

  it('needs a studio for a visit without a place', async () => {
    const scene = await buildSearchScene(api, { venues: [Venue.AT_HOME, Venue.AT_STUDIO] });
    await scene.addProvider();
    const studio = await scene.addProvider({ hasStudio: true });

    expect(await scene.find({ place: null })).toEqual([studio.id]);
  });

  it('records what was wanted, roughly where, and no person', async () => {
    const scene = await buildSearchScene(api);
    await scene.addProvider({ serviceRadiusMetres: 1_000 });

    await scene.search();

    expect(await demandOf(scene.regionId)).toEqual([
      {
        reason: 'OUTSIDE_AREA',
        from: '2027-03-11',
        items: [scene.item.id],
        ...approximatePlace({ latitude: 51.5362, longitude: -0.1033 }),
      },
    ]);
  });

  it('records nothing when somebody is found', async () => {
    const scene = await buildSearchScene(api);
    await scene.addProvider();

    await scene.search();

    expect(await demandOf(scene.regionId)).toEqual([]);
  });
});
