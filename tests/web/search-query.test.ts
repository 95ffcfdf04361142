import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocationQuery } from 'vue-router';
import {
  clampRange,
  dayParts,
  levels,
  noFilters,
  readSearchQuery,
  sorts,
  toTimeWindow,
  writeSearchQuery,
  type SearchQuery,
} from '../../web/src/features/search/search-query';
import { addDays, daysBetween } from '../../web/src/ui/formats';

const today = '2026-11-22';

/** What the address bar does to a query: everything becomes text, empty lists vanish. */
function throughAddressBar(query: ReturnType<typeof writeSearchQuery>): LocationQuery {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const entry of [value].flat()) params.append(name, String(entry));
  const read: LocationQuery = {};
  for (const name of new Set(params.keys())) {
    const all = params.getAll(name);
    read[name] = all.length > 1 ? all : (all[0] ?? null);
  }
  return read;
}

const id = fc.uuid();
const searches: fc.Arbitrary<SearchQuery> = fc
  .record({
    region: fc.constantFrom('hangzhou', 'london'),
    items: fc.array(
      fc.record({
        itemId: id,
        units: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
        optionIds: fc.array(id, { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    place: fc.oneof(
      fc.record({ addressId: id }),
      fc.record({
        latitude: fc.integer({ min: -90_000, max: 90_000 }).map((n) => n / 1000),
        longitude: fc.integer({ min: -180_000, max: 180_000 }).map((n) => n / 1000),
        name: fc.constantFrom('', 'Lingyin Road', '灵隐路 & 西湖'),
      }),
    ),
    start: fc.integer({ min: 0, max: 40 }),
    days: fc.integer({ min: 0, max: 13 }),
    part: fc.constantFrom(...dayParts),
    sort: fc.constantFrom(...sorts),
    maxPrice: fc.option(fc.integer({ min: 1, max: 1_000_000 }), { nil: undefined }),
    minRating: fc.constantFrom(undefined, 4.5, 4.9),
    levels: fc.subarray([...levels]),
    languages: fc.subarray(['zh', 'en', 'pl']),
    gender: fc.constantFrom(undefined, 'FEMALE' as const),
    instantBooking: fc.boolean(),
  })
  .map(({ start, days, maxPrice, minRating, levels: chosen, languages, gender, instantBooking, ...search }) => ({
    ...search,
    from: addDays(today, start),
    to: addDays(today, start + days),
    filters: { maxPrice, minRating, gender, levels: chosen, languages, instantBooking },
  }));

describe('a search in the address bar', () => {
  it('reads back as it was written', () => {
    fc.assert(
      fc.property(searches, (search) => {
        expect(readSearchQuery(throughAddressBar(writeSearchQuery(search)), today)).toEqual(search);
      }),
    );
  });

  it('starts with the next three days and no filters', () => {
    expect(readSearchQuery({}, today)).toEqual({
      region: '',
      items: [],
      from: today,
      to: '2026-11-24',
      part: 'any',
      sort: 'RECOMMENDED',
      filters: noFilters(),
    });
  });

  it('leaves out what it cannot read instead of guessing', () => {
    const search = readSearchQuery(
      {
        from: 'soon',
        part: 'night',
        sort: 'BEST',
        level: ['MASTER', 'KING'],
        at: '91,200',
        do: ['~3', 'item~-2~'],
        max: '-5',
      },
      today,
    );

    expect(search).toMatchObject({
      from: today,
      part: 'any',
      sort: 'RECOMMENDED',
      items: [{ itemId: 'item', optionIds: [] }],
    });
    expect(search.place).toBeUndefined();
    expect(search.filters).toEqual({ ...noFilters(), levels: ['MASTER'] });
  });
});

describe('the days of a search', () => {
  it('never lie in the past, never run backwards and never span more than fourteen days', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 60 }), fc.integer({ min: -30, max: 60 }), (first, last) => {
        const { from, to } = clampRange(addDays(today, first), addDays(today, last), today);

        expect(from >= today).toBe(true);
        expect(daysBetween(from, to)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(from, to)).toBeLessThan(14);
      }),
    );
  });

  it('ask for a window of the day that leaves no gap between its parts', () => {
    expect(toTimeWindow('morning').latest).toBe(toTimeWindow('afternoon').earliest);
    expect(toTimeWindow('afternoon').latest).toBe(toTimeWindow('evening').earliest);
    expect(toTimeWindow('any')).toEqual({});
  });
});
