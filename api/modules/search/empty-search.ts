import { addDays, daysBetween } from '../../kernel/local-date.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import type { EntityManager } from '../../platform/database.ts';
import { toLocalDate } from '../availability/index.ts';
import { isOfferedAnywhere } from './candidates.queries.ts';
import { listFreeProviders } from './free-providers.ts';
import type { FreeProvider, VisitWish } from './free-providers.ts';
import { EmptySearchReason } from './search.type.ts';

const NEAREST_DATES = 3;

/** Why a search found nobody (A8). `found` is everyone reachable, before filters. */
export async function explainEmpty(
  em: EntityManager,
  wish: VisitWish,
  found: readonly FreeProvider[],
): Promise<EmptySearchReason> {
  if (found.some(({ starts }) => starts.length > 0)) return EmptySearchReason.FILTERED_OUT;
  if (found.some(({ qualified }) => qualified)) return EmptySearchReason.ALL_BUSY;
  if (found.length > 0)
    return (await worksLater(em, wish)) ? EmptySearchReason.ALL_BUSY : EmptySearchReason.NO_ONE_QUALIFIED;
  const offered = await isOfferedAnywhere(
    em,
    wish.region.id,
    wish.items.map(({ id }) => id),
  );
  return offered ? EmptySearchReason.OUTSIDE_AREA : EmptySearchReason.NO_ONE_QUALIFIED;
}

/** The days nearest to the range asked for on which somebody can do the visit at those hours; at most three, in order. */
export async function findNearestDates(em: EntityManager, wish: VisitWish): Promise<string[]> {
  const today = localDateAt(wish.now, wish.region.timeZone);
  const horizon = addDays(today, wish.region.rules.horizonDays);
  const found = await listFreeProviders(em, { ...wish, from: today, to: horizon });
  const dates = new Set(found.flatMap(({ starts }) => starts.map((start) => toLocalDate(start, wish.region.timeZone))));
  return [...dates]
    .sort((a, b) => distanceTo(wish, a) - distanceTo(wish, b) || a.localeCompare(b))
    .slice(0, NEAREST_DATES)
    .sort();
}

async function worksLater(em: EntityManager, wish: VisitWish): Promise<boolean> {
  return (await findNearestDates(em, wish)).length > 0;
}

function distanceTo(wish: VisitWish, date: string): number {
  if (date < wish.from) return daysBetween(date, wish.from);
  return date > wish.to ? daysBetween(wish.to, date) : 0;
}
