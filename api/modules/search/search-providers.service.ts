import { isId, newId } from '../../kernel/ids.ts';
import { required } from '../../kernel/required.ts';
import { badUserInput, requirePageSize } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { greatCircleEstimator, toLocalDate } from '../availability/index.ts';
import { presentQuote } from '../pricing/index.ts';
import { Provider } from '../providers/index.ts';
import { approximatePlace } from '../../kernel/approximate-place.ts';
import { rank } from './domain/ranking.ts';
import { decodeCursor, encodeCursor } from './domain/result-cursor.ts';
import { pageOf } from './domain/result-page.ts';
import type { ResultToPlace } from './domain/result-page.ts';
import { explainEmpty, findNearestDates } from './empty-search.ts';
import { listFreeProviders } from './free-providers.ts';
import type { VisitWish } from './free-providers.ts';
import { firstStart, priceCandidates } from './priced-candidates.ts';
import type { PricedCandidate } from './priced-candidates.ts';
import { ProviderSort } from './search.inputs.ts';
import type { ProviderFilter, SearchProvidersInput } from './search.inputs.ts';
import { EmptySearchReason } from './search.type.ts';
import type { ProviderResult, ProviderResultConnection, Slot } from './search.type.ts';
import { UnmetDemand } from './unmet-demand.entity.ts';
import { checkVisit, requireRange, throwProblem } from './visit-wish.ts';
import type { CheckedVisit } from './visit-wish.ts';

const DAYS_SHOWN = 3;
const SLOTS_PER_DAY_SHOWN = 4;

/** Who can really do the visit: hard conditions first, then the ranking, then the page (A4, A6, A8). */
export async function searchProviders(
  context: RequestContext,
  input: SearchProvidersInput,
  first: number,
  after: string | null,
): Promise<ProviderResultConnection> {
  requirePageSize(first);
  if (!isId(input.regionId)) throw badUserInput('input.regionId', 'There is no such region.');
  const sort = input.sort ?? ProviderSort.RECOMMENDED;
  const cursor = after === null ? null : decodeCursor(after, sort);
  if (cursor && 'problem' in cursor) throwProblem(context, cursor.problem);
  const checked = await checkVisit(context, input, input.regionId);
  if ('problem' in checked) throwProblem(context, checked.problem);
  requireRange(context, checked.visit.region, input.from, input.to);

  const wish = toWish(context, checked, input);
  const reachable = await listFreeProviders(context.em, wish);
  const found = await priceCandidates(
    context.em,
    checked.visit,
    reachable.filter(({ starts }) => starts.length > 0),
    wish,
    context.viewer?.householdId ?? null,
  );
  const passing = found.filter((one) => passes(one, input.filter ?? {}));
  const ranked: ResultToPlaceOf[] = rank(passing, { referencePrice: Math.max(1, checked.cataloguePrice) }).map(
    (one) => ({ ...one, nextStart: firstStart(one.candidate.free) * 60_000 }),
  );
  const page = pageOf(ranked, sort, cursor && 'cursor' in cursor ? cursor.cursor : null, first);

  const edges = await Promise.all(
    page.entries.map(async (entry) => ({
      node: await toResult(context, entry.result, wish),
      cursor: encodeCursor(entry.cursor),
    })),
  );
  const empty = ranked.length === 0;
  const emptyReason = empty ? await explainEmpty(context.em, wish, reachable) : null;
  if (emptyReason !== null && emptyReason !== EmptySearchReason.FILTERED_OUT)
    await recordUnmetDemand(context, wish, emptyReason);
  return {
    edges,
    totalCount: ranked.length,
    emptyReason,
    nearestDates:
      empty && emptyReason !== EmptySearchReason.FILTERED_OUT ? await findNearestDates(context.em, wish) : [],
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

type ResultToPlaceOf = ResultToPlace & { readonly candidate: PricedCandidate };

function toWish(
  context: RequestContext,
  { visit, place, minutes }: CheckedVisit,
  input: SearchProvidersInput,
): VisitWish {
  return {
    region: visit.region,
    items: visit.items.map(({ item }) => item),
    minutes,
    place: place?.point ?? null,
    from: input.from,
    to: input.to,
    earliest: input.earliest ?? null,
    latest: input.latest ?? null,
    now: context.clock.now(),
  };
}

function passes({ free: { candidate }, quote }: PricedCandidate, filter: ProviderFilter): boolean {
  return (
    (filter.maxPrice == null || quote().total <= filter.maxPrice) &&
    (filter.minRating == null || (candidate.ratingMean ?? 0) >= filter.minRating) &&
    (!filter.levels?.length || filter.levels.includes(candidate.level)) &&
    (!filter.languages?.length || filter.languages.some((language) => candidate.languages.includes(language))) &&
    (filter.gender == null || candidate.gender === filter.gender) &&
    (filter.instantBooking !== true || candidate.instantBooking)
  );
}

async function toResult(context: RequestContext, placed: ResultToPlaceOf, wish: VisitWish): Promise<ProviderResult> {
  const { free, quote } = placed.candidate;
  const { candidate } = free;
  return {
    provider: await context.loaders.get(Provider, candidate.id),
    quote: presentQuote(quote(), context),
    distanceMetres: free.distanceMetres,
    travelMinutes:
      wish.place === null ? null : greatCircleEstimator.minutes(candidate, wish.place, candidate.travelMode),
    nextSlots: toShownSlots(free.starts, wish),
    score: { total: placed.score.total, terms: [...placed.score.terms] },
  };
}

/** A few times of the first few days that have any: the earliest of the day, and others spread over the rest of it. */
function toShownSlots(starts: readonly number[], wish: VisitWish): Slot[] {
  const days = Map.groupBy(starts, (start) => toLocalDate(start, wish.region.timeZone));
  return [...days.values()]
    .slice(0, DAYS_SHOWN)
    .flatMap(spread)
    .map((start) => toSlot(start, wish.minutes));
}

function spread(ofDay: readonly number[]): number[] {
  if (ofDay.length <= SLOTS_PER_DAY_SHOWN) return [...ofDay];
  return Array.from({ length: SLOTS_PER_DAY_SHOWN }, (_, index) =>
    required(ofDay[Math.floor((index * ofDay.length) / SLOTS_PER_DAY_SHOWN)], 'a start'),
  );
}

export function toSlot(start: number, minutes: number): Slot {
  return { start: new Date(start * 60_000), end: new Date((start + minutes) * 60_000) };
}

async function recordUnmetDemand(context: RequestContext, wish: VisitWish, reason: EmptySearchReason): Promise<void> {
  const cell = wish.place === null ? null : approximatePlace(wish.place);
  await context.em.insert(UnmetDemand, {
    id: newId(),
    regionId: wish.region.id,
    itemIds: wish.items.map(({ id }) => id),
    fromDate: wish.from,
    toDate: wish.to,
    reason,
    latitude: cell?.latitude ?? null,
    longitude: cell?.longitude ?? null,
    at: wish.now,
  });
}
