import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank } from '../../../api/modules/search/domain/ranking.ts';
import {
  decodeCursor,
  encodeCursor,
  MAX_SHOWN,
  toShortId,
  type ProviderSort,
  type ResultCursor,
} from '../../../api/modules/search/domain/result-cursor.ts';
import { pageOf, type ResultToPlace } from '../../../api/modules/search/domain/result-page.ts';
import { aCandidate, buildCandidate } from './ranking-candidate.builder.ts';

const SORTS: readonly ProviderSort[] = ['RECOMMENDED', 'SOONEST', 'NEAREST', 'PRICE', 'RATING'];

const idOf = (result: ResultToPlace) => result.candidate.providerId;

const someResults = fc
  .uniqueArray(aCandidate, { minLength: 1, maxLength: 60, selector: (candidate) => toShortId(candidate.providerId) })
  .chain((candidates) => fc.tuple(fc.constant(candidates), fc.infiniteStream(fc.nat(20))))
  .map(([candidates, starts]): ResultToPlace[] =>
    rank(candidates, { referencePrice: 10_000 }).map((ranked) => ({ ...ranked, nextStart: starts.next().value })),
  );

/** The cursor as a client would hand it back. */
function handedBack(cursor: ResultCursor): ResultCursor {
  const outcome = decodeCursor(encodeCursor(cursor), cursor.sort);
  if ('problem' in outcome) throw new Error(outcome.problem.code);
  return outcome.cursor;
}

/** Pages through to the end; between pages the list becomes whatever `change` makes of it. */
function pageThrough(
  results: readonly ResultToPlace[],
  sort: ProviderSort,
  first: number,
  change: (list: readonly ResultToPlace[]) => readonly ResultToPlace[] = (list) => list,
): ResultToPlace[][] {
  const pages: ResultToPlace[][] = [];
  let list = results;
  let after: ResultCursor | null = null;
  // A list of n results has at most n pages; a cursor which stands still must fail, not hang.
  while (pages.length <= results.length * 2) {
    const { entries, hasNextPage } = pageOf(list, sort, after, first);
    pages.push(entries.map((entry) => entry.result));
    const last = entries.at(-1);
    if (!last || !hasNextPage) return pages;
    after = handedBack(last.cursor);
    list = change(list);
  }
  throw new Error('paging does not come to an end');
}

const buildResult = (number: number, overrides: Parameters<typeof buildCandidate>[0] = {}): ResultToPlace => {
  const providerId = `019a0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  const [ranked] = rank([buildCandidate({ providerId, ...overrides })], { referencePrice: 10_000 });
  return { ...ranked!, nextStart: number };
};

describe('any order', () => {
  it.each(SORTS)('%s shows everyone exactly once, in the same order whatever the page size and input order', (sort) => {
    fc.assert(
      fc.property(someResults, fc.integer({ min: 1, max: 25 }), (results, first) => {
        const shown = pageThrough(results, sort, first).flat().map(idOf);

        expect([...shown].sort()).toEqual(results.map(idOf).sort());
        expect(
          pageThrough([...results].reverse(), sort, 7)
            .flat()
            .map(idOf),
        ).toEqual(shown);
      }),
    );
  });

  it.each(SORTS)('%s shows no one twice and every survivor once while others vanish and appear', (sort) => {
    const script = fc.infiniteStream(fc.tuple(fc.nat(59), fc.nat(59), fc.nat(20)));
    fc.assert(
      fc.property(someResults, fc.integer({ min: 1, max: 12 }), script, (results, first, steps) => {
        const [stable, coming] = [results.filter((_, index) => index % 4 !== 0), results.filter((_, i) => i % 4 === 0)];
        const removed = new Set<string>();
        const pages = pageThrough(stable, sort, first, (list) => {
          const [out, arriving, nextStart] = steps.next().value as [number, number, number];
          const victim = list[out];
          if (victim) removed.add(idOf(victim));
          const newcomer = coming[arriving];
          const arrives = newcomer && !removed.has(idOf(newcomer)) && !list.includes(newcomer) ? [newcomer] : [];
          const kept = list.filter((result) => result !== victim);
          // While people book and cancel, free times move both ways.
          return [...kept, ...arrives].map((result, index) => (index % 3 ? result : { ...result, nextStart }));
        });
        const shown = pages.flat().map(idOf);

        expect(new Set(shown).size).toBe(shown.length);
        const survivors = stable.map(idOf).filter((id) => !removed.has(id));
        expect(survivors.filter((id) => !shown.includes(id))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['SOONEST', [3, 1, 2]],
    ['NEAREST', [2, 1, 3]],
    ['PRICE', [1, 3, 2]],
    ['RATING', [3, 2, 1]],
    ['RECOMMENDED', [3, 2, 1]],
  ] as const)('%s sorts by its value', (sort, expected) => {
    const results = [
      { ...buildResult(1, { distanceMetres: 5_000, price: 9_000, ratingLower: 2 }), nextStart: 20 },
      { ...buildResult(2, { distanceMetres: 1_000, price: 9_900, ratingLower: 4 }), nextStart: 30 },
      { ...buildResult(3, { distanceMetres: null, price: 9_500, ratingLower: 5 }), nextStart: 10 },
    ];

    const shown = pageOf(results, sort, null, 3).entries.map((entry) => Number(idOf(entry.result).slice(-1)));

    expect(shown).toEqual(expected);
  });

  it('says whether there is more, exactly', () => {
    const results = [buildResult(1), buildResult(2)];

    expect(pageOf(results, 'PRICE', null, 1).hasNextPage).toBe(true);
    expect(pageOf(results, 'PRICE', null, 2).hasNextPage).toBe(false);
    expect(pageOf([], 'PRICE', null, 2)).toEqual({ entries: [], hasNextPage: false });
  });

  it('throws for a cursor of another order and for an empty page', () => {
    const { cursor } = pageOf([buildResult(1)], 'PRICE', null, 1).entries[0]!;

    expect(() => pageOf([buildResult(1)], 'RATING', cursor, 1)).toThrow(RangeError);
    expect(() => pageOf([buildResult(1)], 'PRICE', null, 0)).toThrow(RangeError);
  });

  it('ends a list by next free time where its cursor would grow too long', () => {
    const results = Array.from({ length: MAX_SHOWN + 1 }, (_, index) => buildResult(index));
    const { entries, hasNextPage } = pageOf(results, 'SOONEST', null, MAX_SHOWN + 1);

    expect([entries.length, hasNextPage]).toEqual([MAX_SHOWN, false]);
    expect(handedBack(entries.at(-1)!.cursor)).toEqual(entries.at(-1)!.cursor);
  });
});

describe('newcomers among the recommended', () => {
  const established = (count: number) => Array.from({ length: count }, (_, index) => buildResult(index + 100));
  const newcomer = (number: number, ratingLower = 1) => buildResult(number, { isNewcomer: true, ratingLower });
  const newcomerPositions = (pages: ResultToPlace[][]) =>
    pages.flat().flatMap((result, position) => (result.candidate.isNewcomer ? [position] : []));

  it('brings the best of them forward to the last of each ten positions', () => {
    const results = [...established(30), newcomer(1, 1.2), newcomer(2, 1.4), newcomer(3, 1.3)];
    const pages = pageThrough(results, 'RECOMMENDED', 20);

    expect(newcomerPositions(pages)).toEqual([9, 19, 29]);
    expect(
      pages
        .flat()
        .filter((result) => result.candidate.isNewcomer)
        .map((result) => result.candidate.ratingLower),
    ).toEqual([1.4, 1.3, 1.2]);
  });

  it('brings no one forward where one of the ten is there by score', () => {
    const best = newcomer(1, 5);

    expect(newcomerPositions(pageThrough([...established(30), best, newcomer(2)], 'RECOMMENDED', 20))).toEqual([0, 19]);
  });

  it('counts the tens across pages of any size', () => {
    const results = [...established(30), newcomer(1), newcomer(2, 5), newcomer(3)];

    expect(newcomerPositions(pageThrough(results, 'RECOMMENDED', 7))).toEqual([0, 19, 29]);
  });

  it('do not turn the list back when one appears above what was read already', () => {
    const list = [...established(5), newcomer(900)];
    const { cursor } = pageOf(list, 'RECOMMENDED', null, 3).entries[2]!;

    const rest = pageOf([...list, newcomer(1, 5)], 'RECOMMENDED', cursor, 10).entries.map(({ result }) => idOf(result));

    expect(rest).toEqual(list.slice(3).map(idOf));
  });

  it('are a tenth of the positions for as long as there are any', () => {
    fc.assert(
      fc.property(someResults, fc.integer({ min: 1, max: 25 }), (results, first) => {
        const list = pageThrough(results, 'RECOMMENDED', first).flat();
        const total = results.filter((result) => result.candidate.isNewcomer).length;
        for (let ten = 0; ten + 10 <= list.length; ten += 10) {
          const count = (to: number, from = 0) =>
            list.slice(from, to).filter((result) => result.candidate.isNewcomer).length;

          expect(count(ten + 10, ten) >= 1 || count(ten) === total).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('apart from those brought forward, keep the order of the score', () => {
    fc.assert(
      fc.property(someResults, (results) => {
        const regulars = pageThrough(results, 'RECOMMENDED', 10)
          .flat()
          .filter((result) => !result.candidate.isNewcomer);

        expect(regulars).toEqual(results.filter((result) => !result.candidate.isNewcomer));
      }),
    );
  });
});
