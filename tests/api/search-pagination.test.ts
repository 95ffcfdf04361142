import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdSlot } from '../support/booking-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildSearchScene } from '../support/search-scene.ts';
import type { SearchScene } from '../support/search-scene.ts';
import type { BuiltProvider } from '../support/builders/provider.builder.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const SORTS = ['RECOMMENDED', 'SOONEST', 'NEAREST', 'PRICE', 'RATING'] as const;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

async function buildCrowd(count: number): Promise<{ scene: SearchScene; providers: BuiltProvider[] }> {
  const scene = await buildSearchScene(api);
  const providers: BuiltProvider[] = [];
  for (let index = 0; index < count; index++) {
    providers.push(
      await scene.addProvider({
        longitude: -0.08 - index * 0.003,
        priceAmount: 1_500 + ((index * 7) % count) * 50,
        hours: [{ start: `${String(8 + (index % 4)).padStart(2, '0')}:00`, end: '20:00' }],
        ratingCount: index % 5 === 0 ? 2 : 20,
        ratingMean: 4.5,
        ratingLower: 4 + ((index * 3) % count) / 40,
        ratingUpper: 5,
      }),
    );
  }
  return { scene, providers };
}

/** Every page of the search; `between` runs after each page but the last. */
async function readPages(
  scene: SearchScene,
  sort: string,
  between: (shown: readonly string[]) => Promise<void> = async () => undefined,
): Promise<string[][]> {
  const pages: string[][] = [];
  let after: string | null = null;
  do {
    const page = await scene.search({ sort }, { first: 5, after });
    pages.push(page.edges.map(({ node }) => node.provider.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    if (after !== null) await between(pages.flat());
  } while (after !== null);
  return pages;
}

/** Somebody holds the first free time of each. */
async function takeFirstTimes(scene: SearchScene, providerIds: readonly string[]): Promise<void> {
  const { edges } = await scene.search({}, { first: 100 });
  for (const id of providerIds) {
    const start = edges.find(({ node }) => node.provider.id === id)!.node.nextSlots[0]!.start;
    const { items, place } = scene.wish();
    const outcome = await holdSlot(await api.as(await buildAccount(api.em)), {
      providerId: id,
      items,
      place,
      start,
      idempotencyKey: randomUUID(),
    });
    expect(outcome.__typename).toBe('Hold');
  }
}

describe('pages of a search', () => {
  it.each(SORTS)('%s: pages join into the whole list, everyone once', async (sort) => {
    const { scene, providers } = await buildCrowd(17);

    const pages = await readPages(scene, sort);

    expect(pages.map((page) => page.length)).toEqual([5, 5, 5, 2]);
    expect(pages.flat()).toEqual(await scene.find({ sort }));
    expect(new Set(pages.flat())).toEqual(new Set(providers.map(({ id }) => id)));
  });

  it.each(SORTS)('%s: stays complete and without doubles while others book between the pages', async (sort) => {
    const { scene, providers } = await buildCrowd(17);

    const pages = await readPages(scene, sort, async (shown) => {
      const unseen = providers.map(({ id }) => id).filter((id) => !shown.includes(id));
      // One who was shown and one who was not lose their next free time.
      await takeFirstTimes(scene, [shown.at(-1)!, unseen[0]!]);
    });

    const seen = pages.flat();
    expect(new Set(seen).size).toBe(seen.length);
    expect(new Set(seen)).toEqual(new Set(providers.map(({ id }) => id)));
  });

  it('leaves out who was booked up between the pages, and nobody else', async () => {
    const { scene, providers } = await buildCrowd(12);
    let gone = '';

    const pages = await readPages(scene, 'PRICE', async (shown) => {
      if (gone !== '') return;
      gone = providers.map(({ id }) => id).find((id) => !shown.includes(id))!;
      await api.sql(`update provider set status = 'PAUSED' where id = $1`, [gone]);
    });

    expect(new Set(pages.flat())).toEqual(new Set(providers.map(({ id }) => id).filter((id) => id !== gone)));
  });

  it('gives newcomers a tenth of the first page', async () => {
    const scene = await buildSearchScene(api);
    for (let index = 0; index < 12; index++)
      await scene.addProvider({ ratingCount: 30, ratingMean: 4.9, ratingLower: 4.8, ratingUpper: 5, onTimeShare: 1 });
    const newcomer = await scene.addProvider({ longitude: -0.2, priceAmount: 2_900 });

    const { edges } = await scene.search({}, { first: 10 });

    expect(edges.map(({ node }) => node.provider.id)).toContain(newcomer.id);
  });

  it.each(['nonsense', 'bm9uc2Vuc2U', 'e30'])('refuses a cursor of somebody’s own making: "%s"', async (after) => {
    const { scene } = await buildCrowd(1);

    await expect(scene.search({}, { after })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
  });

  it('refuses the cursor of another order', async () => {
    const { scene } = await buildCrowd(6);
    const { pageInfo } = await scene.search({ sort: 'PRICE' }, { first: 5 });

    await expect(scene.search({ sort: 'RATING' }, { after: pageInfo.endCursor })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'after',
    });
  });

  it.each([0, -1, 101])('refuses a page of %i', async (first) => {
    const { scene } = await buildCrowd(1);

    await expect(scene.search({}, { first })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'first' });
  });
});
