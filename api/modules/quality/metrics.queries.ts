import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import { ON_TIME_MINUTES, WINDOW_DAYS } from './levels.queries.ts';

/** What happened in the last 90 days, in counts. */
export interface VisitCounts {
  readonly requestsAnswered: number;
  readonly requestsAccepted: number;
  readonly startsMeasured: number;
  readonly startsOnTime: number;
  /** Agreed visits that were to begin in the window and are over, however they ended. */
  readonly agreed: number;
  readonly completed: number;
  readonly cancelledByHousehold: number;
  /** Those that somebody else took over included. */
  readonly cancelledByProvider: number;
  readonly cancelledByOperator: number;
  /** The household says that nobody came. */
  readonly missedByProvider: number;
  /** The provider says that nobody was there. */
  readonly missedByHousehold: number;
  readonly ratings: number;
  readonly ratingSum: number;
  readonly households: number;
  readonly householdsAgain: number;
}

/** Counts of one provider over the 90 days before `now`, in one statement. A visit left before it began, because it was not safe, is none. */
export async function countVisits(em: EntityManager, providerId: string, now: Date): Promise<VisitCounts> {
  const { rows } = await sql<VisitCounts>`
    with recent as (
      select b.id, b.household_id, b.state, b.starts_at,
        coalesce(b.cancelled_by, (select t.actor_role from booking_transition t where t.booking_id = b.id and t."to" = b.state
          order by t.id desc limit 1)) as ended_by,
        (select t.at from booking_transition t where t.booking_id = b.id and t."to" = 'IN_PROGRESS' limit 1) as begun_at,
        exists (select from booking_transition t where t.booking_id = b.id and t."to" = 'CONFIRMED') as agreed
      from booking b
      where b.provider_id = ${providerId} and b.starts_at > ${now}::timestamptz - ${WINDOW_DAYS} * interval '1 day' and b.starts_at <= ${now}
        and not (b.left_unsafe and b.state = 'CANCELLED')),
    answers as (
      select t."to", t.actor_role from booking_transition t join booking b on b.id = t.booking_id
      where b.provider_id = ${providerId} and t."from" = 'REQUESTED' and t."to" in ('CONFIRMED', 'DECLINED', 'EXPIRED')
        and t.at > ${now}::timestamptz - ${WINDOW_DAYS} * interval '1 day' and t.at <= ${now}),
    handed_over as (
      select count(*)::int as visits from substitute_search s join booking b on b.id = s.booking_id
      where s.former_provider_id = ${providerId} and s.cause = 'PROVIDER_CANCELLED' and s.status = 'ACCEPTED'
        and b.starts_at > ${now}::timestamptz - ${WINDOW_DAYS} * interval '1 day' and b.starts_at <= ${now}),
    clients as (
      select r.household_id, exists (
          select from booking other
          where other.provider_id = ${providerId} and other.household_id = r.household_id
            and other.starts_at > min(r.starts_at)
            and other.state in ('CONFIRMED', 'EN_ROUTE', 'IN_PROGRESS', 'COMPLETED', 'CLOSED')) as again
      from recent r where r.state in ('COMPLETED', 'CLOSED') group by r.household_id)
    select
      (select count(*)::int from answers) as "requestsAnswered",
      (select count(*)::int from answers where "to" = 'CONFIRMED') as "requestsAccepted",
      count(begun_at)::int as "startsMeasured",
      count(*) filter (where begun_at <= starts_at + ${ON_TIME_MINUTES} * interval '1 minute')::int as "startsOnTime",
      count(*) filter (where agreed and state in ('COMPLETED', 'CLOSED', 'CANCELLED', 'NO_SHOW'))::int
        + (select visits from handed_over) as "agreed",
      count(*) filter (where state in ('COMPLETED', 'CLOSED'))::int as "completed",
      count(*) filter (where agreed and state = 'CANCELLED' and ended_by = 'HOUSEHOLD')::int as "cancelledByHousehold",
      count(*) filter (where agreed and state = 'CANCELLED' and ended_by = 'PROVIDER')::int
        + (select visits from handed_over) as "cancelledByProvider",
      count(*) filter (where agreed and state = 'CANCELLED' and ended_by = 'OPERATOR')::int as "cancelledByOperator",
      count(*) filter (where state = 'NO_SHOW' and ended_by = 'HOUSEHOLD')::int as "missedByProvider",
      count(*) filter (where state = 'NO_SHOW' and ended_by = 'PROVIDER')::int as "missedByHousehold",
      (select count(*)::int from review v where v.provider_id = ${providerId}
        and v.created_at > ${now}::timestamptz - ${WINDOW_DAYS} * interval '1 day' and v.created_at <= ${now}) as "ratings",
      (select coalesce(sum(v.rating), 0)::int from review v where v.provider_id = ${providerId}
        and v.created_at > ${now}::timestamptz - ${WINDOW_DAYS} * interval '1 day' and v.created_at <= ${now}) as "ratingSum",
      (select count(*)::int from clients) as "households",
      (select count(*)::int from clients where again) as "householdsAgain"
    from recent`.execute(em.getKysely());
  const [row] = rows;
  if (row === undefined) throw new Error('a count without a row');
  return row;
}
