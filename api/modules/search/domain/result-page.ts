import type { RankedCandidate } from './ranking.ts';
import {
  MAX_SHOWN,
  toShortId,
  type KeysetCursor,
  type ProviderSort,
  type RecommendedCursor,
  type ResultCursor,
  type SoonestCursor,
  type SortKey,
} from './result-cursor.ts';

/** A result to be placed: who, with what score, and when they are free next. */
export interface ResultToPlace extends RankedCandidate {
  /** The next free start as Unix milliseconds; infinity if none is known. */
  readonly nextStart: number;
}

/** A result in its place, with the cursor after it. */
export interface PlacedResult<R extends ResultToPlace> {
  readonly result: R;
  readonly cursor: ResultCursor;
}

/** A page of a list. */
export interface ResultPage<R extends ResultToPlace> {
  readonly entries: readonly PlacedResult<R>[];
  readonly hasNextPage: boolean;
}

interface Walk<R extends ResultToPlace> {
  /** The next result with the cursor after it; null at the end. */
  next(after: ResultCursor | null): PlacedResult<R> | null;
}

/**
 * The next `first` results after a cursor, in one of the orders of A4. The order of the input does not matter.
 *
 * A result that stays in the list is shown once over all pages, whoever else appears or vanishes between them: RECOMMENDED,
 * NEAREST, PRICE and RATING go on after the last key shown, which holds as long as a result's own value stays; SOONEST goes
 * on with the soonest of those not shown yet, since that value moves both ways while people book and cancel.
 *
 * RECOMMENDED keeps a tenth of the positions for newcomers (A6): where the first nine of ten positions hold none, the
 * tenth is the best newcomer not shown yet, if there is one.
 *
 * Throws `RangeError` if the cursor is for another order or `first` is not a positive integer.
 */
export function pageOf<R extends ResultToPlace>(
  results: readonly R[],
  sort: ProviderSort,
  after: ResultCursor | null,
  first: number,
): ResultPage<R> {
  if (after && after.sort !== sort) throw new RangeError(`a cursor for ${after.sort} cannot page ${sort}`);
  if (!Number.isInteger(first) || first < 1) throw new RangeError('a page has at least one result');
  const walk = walkOf(results, sort);
  const entries: PlacedResult<R>[] = [];
  let entry = walk.next(after);
  while (entry && entries.length < first) {
    entries.push(entry);
    entry = walk.next(entry.cursor);
  }
  return { entries, hasNextPage: entry !== null };
}

function walkOf<R extends ResultToPlace>(results: readonly R[], sort: ProviderSort): Walk<R> {
  const keyed = results
    .map((result) => ({ result, key: keyOf(result, sort) }))
    .sort((a, b) => compareKeys(a.key, b.key));
  if (sort === 'RECOMMENDED') return recommendedWalk(keyed);
  return sort === 'SOONEST' ? soonestWalk(keyed) : keysetWalk(keyed, sort);
}

interface Keyed<R> {
  readonly result: R;
  readonly key: SortKey;
}

function recommendedWalk<R extends ResultToPlace>(keyed: readonly Keyed<R>[]): Walk<R> {
  const newcomers = keyed.filter(({ result }) => result.candidate.isNewcomer);
  return {
    next(after) {
      const { regular, newcomer, position, newcomerInTen } = (after as RecommendedCursor | null) ?? recommendedStart;
      const isAhead = ({ key }: Keyed<R>) => isAfter(key, regular) && isAfter(key, newcomer);
      const broughtForward = position % 10 === 9 && !newcomerInTen ? newcomers.find(isAhead) : undefined;
      const inOrder = keyed.find((entry) =>
        entry.result.candidate.isNewcomer ? isAhead(entry) : isAfter(entry.key, regular),
      );
      const taken = broughtForward ?? inOrder;
      if (!taken) return null;
      const isNewcomer = taken.result.candidate.isNewcomer;
      const cursor: RecommendedCursor = {
        sort: 'RECOMMENDED',
        regular: taken === inOrder ? taken.key : regular,
        newcomer: isNewcomer ? taken.key : newcomer,
        position: position + 1,
        newcomerInTen: (position + 1) % 10 === 0 ? false : newcomerInTen || isNewcomer,
      };
      return { result: taken.result, cursor };
    },
  };
}

function keysetWalk<R extends ResultToPlace>(keyed: readonly Keyed<R>[], sort: KeysetCursor['sort']): Walk<R> {
  return {
    next(after) {
      const last = (after as KeysetCursor | null)?.last ?? null;
      const taken = keyed.find(({ key }) => isAfter(key, last));
      return taken ? { result: taken.result, cursor: { sort, last: taken.key } } : null;
    },
  };
}

function soonestWalk<R extends ResultToPlace>(keyed: readonly Keyed<R>[]): Walk<R> {
  return {
    next(after) {
      const shown = (after as SoonestCursor | null)?.shown ?? [];
      const known = new Set(shown);
      const taken = shown.length < MAX_SHOWN && keyed.find(({ key }) => !known.has(toShortId(key.id)));
      if (!taken) return null;
      return { result: taken.result, cursor: { sort: 'SOONEST', shown: [...shown, toShortId(taken.key.id)] } };
    },
  };
}

const recommendedStart: RecommendedCursor = {
  sort: 'RECOMMENDED',
  regular: null,
  newcomer: null,
  position: 0,
  newcomerInTen: false,
};

function keyOf({ candidate, points, nextStart }: ResultToPlace, sort: ProviderSort): SortKey {
  const value = {
    RECOMMENDED: -points,
    SOONEST: nextStart,
    // An unknown distance comes last. A number which JSON can hold, unlike infinity.
    NEAREST: candidate.distanceMetres ?? Number.MAX_SAFE_INTEGER,
    PRICE: candidate.price,
    RATING: -candidate.ratingLower,
  }[sort];
  return { value, id: candidate.providerId };
}

function isAfter(key: SortKey, last: SortKey | null): boolean {
  return last === null || compareKeys(key, last) > 0;
}

function compareKeys(a: SortKey, b: SortKey): number {
  if (a.value !== b.value) return a.value < b.value ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
