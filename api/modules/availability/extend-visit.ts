import { sql } from 'kysely';
import { required } from '../../kernel/required.ts';
import type { EntityManager } from '../../platform/database.ts';
import { listDiaries } from './diary.queries.ts';
import { extensionLimit } from './domain/extension.ts';
import { greatCircleEstimator } from './domain/travel.ts';
import type { TravelMode } from './domain/travel.ts';
import { Reservation } from './reservation.entity.ts';
import { sweepLapsedHolds } from './reserve-time.ts';

const MINUTE_MS = 60_000;

/** What a longer visit runs into. */
export interface ExtensionObstacle {
  readonly because: 'NEXT_VISIT' | 'TIME_OFF';
  /** It can last until then at most; in the past of its own end where it cannot last longer at all. */
  readonly latestEnd: Date;
}

/** Why the reserved time cannot last until `end`; null when it can. Whoever goes on to extend it holds the lock of the diary. */
export async function findExtensionObstacle(
  em: EntityManager,
  wanted: {
    readonly reservationId: string;
    readonly provider: { readonly id: string; readonly travelMode: TravelMode };
    readonly end: Date;
    readonly now: Date;
  },
): Promise<ExtensionObstacle | null> {
  const { provider, end, now } = wanted;
  const own = await em.findOneOrFail(Reservation, { id: wanted.reservationId }, { disableIdentityMap: true });
  const diaries = await listDiaries(em, [provider.id], { start: own.startsAt, end, now });
  const { occupied, blocked } = required(diaries.get(provider.id), 'a diary');
  const limit = extensionLimit({
    visit: {
      start: own.startsAt.getTime() / MINUTE_MS,
      bufferAfter: (own.occupiedEnd.getTime() - own.endsAt.getTime()) / MINUTE_MS,
      place: { latitude: own.latitude, longitude: own.longitude },
    },
    occupied,
    blocked,
    travelMode: provider.travelMode,
    estimator: greatCircleEstimator,
  });
  if (limit === null || limit.latestEnd * MINUTE_MS >= end.getTime()) return null;
  return { because: limit.because, latestEnd: new Date(limit.latestEnd * MINUTE_MS) };
}

/**
 * Lets booked time last until `end`, with the time after it as before, unless something is in the way. Under the lock of the
 * diary: what is found free stays so until the transaction ends.
 */
export async function extendBookedTime(
  em: EntityManager,
  wanted: Parameters<typeof findExtensionObstacle>[1],
): Promise<ExtensionObstacle | null> {
  await sweepLapsedHolds(em, wanted.provider.id, wanted.now);
  const obstacle = await findExtensionObstacle(em, wanted);
  if (obstacle) return obstacle;
  const { rows } = await sql`
    update reservation set ends_at = ${wanted.end}, occupied_end = ${wanted.end}::timestamptz + (occupied_end - ends_at),
      occupied = tstzrange(lower(occupied), ${wanted.end}::timestamptz + (occupied_end - ends_at), '[)')
    where id = ${wanted.reservationId} and state = 'BOOKED' returning id`.execute(em.getKysely());
  if (rows.length !== 1) throw new Error(`Reservation ${wanted.reservationId} is not booked`);
  return null;
}
