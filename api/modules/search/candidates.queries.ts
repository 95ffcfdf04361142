import { sql } from 'kysely';
import type { GeoPoint } from '../../kernel/geo-point.ts';
import type { EntityManager } from '../../platform/database.ts';
import { SERVICE_AREA_SQL } from '../providers/index.ts';
import type { Provider } from '../providers/index.ts';

/** A provider who offers all items of the visit and comes to its place, as a plain row. */
export type CandidateRow = Pick<
  Provider,
  | 'id'
  | 'status'
  | 'level'
  | 'travelMode'
  | 'latitude'
  | 'longitude'
  | 'serviceRadiusMetres'
  | 'hasStudio'
  | 'instantBooking'
  | 'noticeMinutes'
  | 'maxVisitsPerDay'
  | 'maxMinutesPerDay'
  | 'languages'
  | 'gender'
  | 'ratingCount'
  | 'ratingMean'
  | 'ratingLower'
  | 'onTimeShare'
> & {
  /** Price in minor units by item id. */
  readonly prices: Readonly<Record<string, number>>;
};

export interface CandidateQuestion {
  readonly regionId: string;
  readonly itemIds: readonly string[];
  /** Null for a visit to the studio. */
  readonly place: GeoPoint | null;
  /** Only this provider. */
  readonly providerId?: string;
}

const METRES_PER_DEGREE = 111_320;

/** Candidates around the place by one statement: a box by the index first, then about their radius; the exact distance is the caller's. */
export async function listCandidates(em: EntityManager, question: CandidateQuestion): Promise<CandidateRow[]> {
  const { place, itemIds, regionId, providerId } = question;
  const where =
    place === null
      ? sql`p.has_studio`
      : sql`${sql.raw(SERVICE_AREA_SQL)} && ${boxAt(place)} and ${isWithinRadius(place)}`;
  const { rows } = await sql<CandidateRow>`
    select p.id, p.status, p.level, p.travel_mode as "travelMode", p.latitude, p.longitude, p.service_radius_metres as "serviceRadiusMetres",
      p.has_studio as "hasStudio", p.instant_booking as "instantBooking", p.notice_minutes as "noticeMinutes", p.max_visits_per_day as "maxVisitsPerDay",
      p.max_minutes_per_day as "maxMinutesPerDay", p.languages, p.gender, p.rating_count as "ratingCount", p.rating_mean as "ratingMean",
      p.rating_lower as "ratingLower", p.on_time_share as "onTimeShare", o.prices
    from provider p
    cross join lateral (
      select json_object_agg(o.item_id, o.price_amount) as prices, count(*) as items
      from offering o where o.provider_id = p.id and o.item_id = any(${itemIds}) and o.enabled) o
    where ${where} and ${providerId === undefined ? sql`true` : sql`p.id = ${providerId}`} and p.region_id = ${regionId} and p.status = 'ACTIVE' and o.items = ${itemIds.length}`.execute(
    em.getKysely(),
  );
  return rows;
}

/** Whether anybody in the region offers all the items, wherever they go. */
export async function isOfferedAnywhere(
  em: EntityManager,
  regionId: string,
  itemIds: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from provider p
    where p.region_id = ${regionId} and p.status = 'ACTIVE'
      and (select count(*) from offering o where o.provider_id = p.id and o.item_id = any(${itemIds}) and o.enabled) = ${itemIds.length}
    limit 1`.execute(em.getKysely());
  return rows.length > 0;
}

/**
 * Whether the provider comes as far as the place, on a flat earth: at 50 km and up to 75° of latitude that is less than 3 %
 * off, so nobody is left out. Rows that fail are the many; they shall not cost a look at their offerings, nor a trip here.
 */
function isWithinRadius({ latitude, longitude }: GeoPoint): ReturnType<typeof sql> {
  const metresPerLongitude = METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
  const north = sql`((p.latitude - ${latitude}::float8) * ${METRES_PER_DEGREE}::float8)`;
  const east = sql`((p.longitude - ${longitude}::float8) * ${metresPerLongitude}::float8)`;
  const radius = sql`(p.service_radius_metres * 1.03::float8 + 100)`;
  // The north alone rules most out, and conditions are tried from left to right.
  return sql`abs(${north}) <= ${radius} and ${north} * ${north} + ${east} * ${east} <= ${radius} * ${radius}`;
}

function boxAt({ latitude, longitude }: GeoPoint): ReturnType<typeof sql> {
  const point = sql`point(${longitude}::float8, ${latitude}::float8)`;
  return sql`box(${point}, ${point})`;
}
