import { distanceMetres } from '../../kernel/geo-point.ts';
import { required } from '../../kernel/required.ts';
import type { GeoPoint } from '../../kernel/geo-point.ts';
import { addDays } from '../../kernel/local-date.ts';
import type { EntityManager } from '../../platform/database.ts';
import {
  buffersOf,
  freeStarts,
  greatCircleEstimator,
  listDiaries,
  listStandings,
  localDay,
  localDays,
  toSlotQuestion,
  wallClockInterval,
} from '../availability/index.ts';
import { Venue } from '../catalog/index.ts';
import type { Region, ServiceItem } from '../catalog/index.ts';
import { listCandidates } from './candidates.queries.ts';
import type { CandidateRow } from './candidates.queries.ts';

/** A little less than there are, so that a way counts as longer rather than shorter. */
const METRES_PER_DEGREE = 111_000;

/** A visit that somebody is looked for, everything checked. */
export interface VisitWish {
  readonly region: Region;
  readonly items: readonly ServiceItem[];
  readonly minutes: number;
  /** Null for a visit to the studio. */
  readonly place: GeoPoint | null;
  /** Local days, both included. */
  readonly from: string;
  readonly to: string;
  /** Wall times between which a visit may begin; `latest` is included. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly now: Date;
  /** Only this provider. */
  readonly providerId?: string;
}

/** A candidate with their free starts (epoch minutes, ascending); none means that they are taken, off or not qualified. */
export interface FreeProvider {
  readonly candidate: CandidateRow;
  readonly distanceMetres: number | null;
  readonly starts: readonly number[];
  /** Whether they are qualified for all items on at least one of the days on which they work. */
  readonly qualified: boolean;
}

/**
 * Everyone who offers the visit and comes to its place, with the times they can really do it: P3 and A2 hold for each.
 * Seven statements, however many providers there are.
 */
export async function listFreeProviders(em: EntityManager, wish: VisitWish): Promise<FreeProvider[]> {
  if (!wish.items.every((item) => item.venues.includes(wish.place === null ? Venue.AT_STUDIO : Venue.AT_HOME)))
    return [];
  const itemIds = wish.items.map(({ id }) => id);
  const rows = await listCandidates(em, {
    regionId: wish.region.id,
    itemIds,
    place: wish.place,
    ...(wish.providerId === undefined ? {} : { providerId: wish.providerId }),
  });
  const reachable = rows
    .map((candidate) => ({ candidate, distance: wish.place === null ? null : distanceMetres(candidate, wish.place) }))
    .filter(({ candidate, distance }) => distance === null || distance <= candidate.serviceRadiusMetres);
  return listFreeStarts(em, wish, reachable);
}

async function listFreeStarts(
  em: EntityManager,
  wish: VisitWish,
  reachable: readonly { candidate: CandidateRow; distance: number | null }[],
): Promise<FreeProvider[]> {
  const { region, now } = wish;
  const candidates = reachable.map(({ candidate }) => candidate);
  const ids = candidates.map(({ id }) => id);
  const start = new Date(localDay(wish.from, region.timeZone).start * 60_000);
  const end = new Date(localDay(wish.to, region.timeZone).end * 60_000);
  const itemIds = wish.items.map(({ id }) => id);
  const weekdays = [...new Set(localDays(wish.from, wish.to, region.timeZone).map(({ weekday }) => weekday))];
  const credentialCodes = wish.items.flatMap((item) => item.requiredCredentialCodes);
  const courseCodes = wish.items.flatMap(({ requiredCourseCode }) => requiredCourseCode ?? []);
  const [diaries, standings] = await Promise.all([
    listDiaries(em, ids, { start, end, now, weekdays, reachMinutes: reachMinutes(candidates, wish) }),
    // A candidate is someone who offers all the items.
    listStandings(em, candidates, itemIds, { credentialCodes, courseCodes, enabledItemIds: itemIds }),
  ]);
  return reachable.map(({ candidate, distance }) => {
    const place = wish.place ?? { latitude: candidate.latitude, longitude: candidate.longitude };
    const question = toSlotQuestion({
      provider: candidate,
      standing: required(standings.get(candidate.id), 'a standing'),
      diary: required(diaries.get(candidate.id), 'a diary'),
      region,
      plan: { items: wish.items, minutes: wish.minutes, place },
      from: wish.from,
      to: wish.to,
      now,
    });
    return {
      candidate,
      distanceMetres: distance === null ? null : Math.round(distance),
      starts: withinHours(freeStarts(question), wish),
      qualified: question.windows.length > 0,
    };
  });
}

/** Visits are at most a service area apart; never less than this, since an area may have been larger when a visit was booked. */
const LEAST_REACH_MINUTES = 6 * 60;

/** How far from the wanted days another visit can be and still be in the way. */
function reachMinutes(candidates: readonly CandidateRow[], { items, minutes }: VisitWish): number {
  const ways = candidates.map(({ latitude, longitude, serviceRadiusMetres, travelMode }) => {
    const degrees = (2 * serviceRadiusMetres) / METRES_PER_DEGREE;
    const across = { latitude: latitude > 0 ? latitude - degrees : latitude + degrees, longitude };
    return greatCircleEstimator.minutes({ latitude, longitude }, across, travelMode);
  });
  const longestWay = ways.reduce((longest, way) => Math.max(longest, way), 0);
  return Math.max(LEAST_REACH_MINUTES, minutes + buffersOf({ items }).bufferAfter + longestWay);
}

/** Keeps the starts whose wall time lies between `earliest` and `latest`. */
function withinHours(starts: readonly number[], wish: VisitWish): number[] {
  if (wish.earliest === null && wish.latest === null) return [...starts];
  const zone = wish.region.timeZone;
  const allowed: { start: number; end: number }[] = [];
  for (let date = wish.from; date <= wish.to; date = addDays(date, 1)) {
    allowed.push(wallClockInterval(date, zone, wish.earliest ?? '00:00', wish.latest ?? '24:00'));
  }
  return starts.filter((instant) => allowed.some(({ start, end }) => instant >= start && instant <= end));
}
