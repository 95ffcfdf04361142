import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import type { LevelFigures, LevelName } from './domain/levels.ts';

/** A provider as the nightly run finds them. */
export interface LevelCandidate extends LevelFigures {
  readonly providerId: string;
  readonly level: LevelName;
  readonly belowSince: string | null;
  /** What the résumé shows at present, to be replaced by `onTimeShare`. */
  readonly shownOnTimeShare: number | null;
}

/** Later than this after the agreed start is not on time; the same quarter of an hour that makes an incident (G5). */
export const ON_TIME_MINUTES = 15;
/** Figures roll over so many days (P5). */
export const WINDOW_DAYS = 90;

/**
 * The figures that levels go by, of the providers who take part or of the one named, in one statement. Punctuality is measured
 * by the visits of the last 90 days whose beginning was recorded. A course is open when an item they offer requires it and no
 * certificate of it holds today, or when it was assigned and is neither passed nor withdrawn.
 */
export async function listLevelCandidates(
  em: EntityManager,
  now: Date,
  providerId: string | null,
): Promise<LevelCandidate[]> {
  const who = providerId === null ? sql`p.status in ('ACTIVE', 'PAUSED', 'SUSPENDED')` : sql`p.id = ${providerId}`;
  const { rows } = await sql<LevelCandidate>`
    with starts as (
      select b.provider_id,
        count(*) filter (where t.at <= b.starts_at + ${ON_TIME_MINUTES} * interval '1 minute')::float8 / count(*) as share
      from booking b join booking_transition t on t.booking_id = b.id and t."to" = 'IN_PROGRESS'
      where b.starts_at > ${now}::timestamptz - ${WINDOW_DAYS} * interval '1 day' and b.starts_at <= ${now}
      group by b.provider_id)
    select p.id as "providerId", p.level, r.below_since::text as "belowSince", p.completed_visits as "completedVisits",
      p.rating_lower as "ratingLower", s.share as "onTimeShare", p.on_time_share as "shownOnTimeShare",
      (select count(*)::int from course c where (
          exists (
            select from offering o join service_item i on i.id = o.item_id
            where o.provider_id = p.id and o.enabled and i.required_course_code = c.code)
          and not exists (
            select from certificate held join region g on g.id = p.region_id
            where held.provider_id = p.id and held.course_id = c.id
              and held.valid_from <= (${now}::timestamptz at time zone g.time_zone)::date
              and (held.valid_until is null or held.valid_until >= (${now}::timestamptz at time zone g.time_zone)::date)))
        or exists (
          select from course_assignment a
          where a.provider_id = p.id and a.course_id = c.id and a.completed_at is null and a.withdrawn_at is null)
      ) as "openCourses"
    from provider p left join starts s on s.provider_id = p.id left join level_run r on r.provider_id = p.id
    where ${who} order by p.id`.execute(em.getKysely());
  return rows;
}
