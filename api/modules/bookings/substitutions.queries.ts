import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import type { CredentialState } from '../qualifications/index.ts';

/** How long before a credential ends the visits beyond its end are listed (Q6). */
const AHEAD_DAYS = 14;

/** Stands for the type where the visit needs nothing: it lets the provider's status be one more row of the list. */
const NO_TYPE = '00000000-0000-0000-0000-000000000000';

/** A coming visit and why its provider cannot do it: a credential that does not hold on its days, or their status. */
export interface EndangeredVisit {
  readonly bookingId: string;
  /** Null where it is not about a credential but about the provider, who is suspended or has left. */
  readonly typeId: string | null;
  readonly startMs: number;
  /** State of the provider's latest credential of that type; null where there never was one. */
  readonly state: CredentialState | null;
  readonly validUntil: string | null;
  /** State of one of that type that auditors still have; null where none waits. */
  readonly renewalState: CredentialState | null;
  /** Local days from today to the visit. */
  readonly daysLeft: number;
}

export interface SubstitutionQuestion {
  readonly now: Date;
  readonly limit: number;
  /** Start in epoch milliseconds, booking and type of the last row seen. */
  readonly after: readonly [number, string, string] | null;
  /** Only this visit. */
  readonly bookingId?: string;
  /** Only visits of this provider. */
  readonly providerId?: string;
}

/** What stands for a row in a cursor: its start, booking and type. */
export function substitutionKey({ startMs, bookingId, typeId }: EndangeredVisit): [number, string, string] {
  return [startMs, bookingId, typeId ?? NO_TYPE];
}

/**
 * Visits that are agreed or asked for and whose provider cannot do them, soonest first: because no credential they need covers
 * them (at once where the one that did was taken back, else from 14 days before the one of today ends), or because the provider
 * is suspended or has left. Nothing is stored, so the list cannot be out of date.
 */
export async function listEndangeredVisits(
  em: EntityManager,
  { now, limit, after, bookingId, providerId }: SubstitutionQuestion,
): Promise<{ rows: EndangeredVisit[]; total: number }> {
  const beyond =
    after === null
      ? sql`true`
      : sql`("startMs", "bookingId", coalesce("typeId", ${NO_TYPE}::uuid)) > (${after[0]}::float8, ${after[1]}::uuid, ${after[2]}::uuid)`;
  const of = sql`(${bookingId ?? null}::uuid is null or b.id = ${bookingId ?? null}::uuid)
    and (${providerId ?? null}::uuid is null or b.provider_id = ${providerId ?? null}::uuid)`;
  const { rows } = await sql<EndangeredVisit & { total: string }>`
    with coming as (
      select b.*, (${now}::timestamptz at time zone b.time_zone)::date as today,
        (b.starts_at at time zone b.time_zone)::date as first_day,
        ((b.ends_at - interval '1 minute') at time zone b.time_zone)::date as last_day
      from booking b where b.state in ('REQUESTED', 'CONFIRMED', 'EN_ROUTE') and b.ends_at > ${now} and ${of}),
    needed as (
      select distinct b.id, b.provider_id, b.starts_at, t.id as type_id, b.today, b.first_day, b.last_day
      from coming b
        cross join lateral jsonb_to_recordset(b.items) as booked("itemId" uuid)
        join service_item i on i.id = booked."itemId"
        cross join lateral unnest(i.required_credential_codes) as required(code)
        join credential_type t on t.code = required.code),
    endangered as (
      select n.id as "bookingId", n.type_id as "typeId", (extract(epoch from n.starts_at) * 1000)::float8 as "startMs",
        latest.state, latest.valid_until::text as "validUntil", renewal.state as "renewalState", n.first_day - n.today as "daysLeft"
      from needed n
        left join lateral (
          select c.state, c.valid_until from credential c
          where c.provider_id = n.provider_id and c.type_id = n.type_id and c.state in ('APPROVED', 'EXPIRED', 'REVOKED')
          order by (c.state = 'APPROVED') desc, c.valid_until desc nulls first, c.id desc limit 1) latest on true
        left join lateral (
          select c.state from credential c
          where c.provider_id = n.provider_id and c.type_id = n.type_id
            and c.state in ('SUBMITTED', 'IN_REVIEW', 'SECOND_REVIEW', 'THIRD_REVIEW') limit 1) renewal on true
      where exists (
          select from unnest(array[n.first_day, n.last_day]) as day where not exists (
            select from credential c
            where c.provider_id = n.provider_id and c.type_id = n.type_id and c.state = 'APPROVED'
              and c.valid_from <= day and (c.valid_until is null or c.valid_until >= day)))
        and (
          not exists (
            select from credential c
            where c.provider_id = n.provider_id and c.type_id = n.type_id and c.state = 'APPROVED'
              and c.valid_from <= n.today and (c.valid_until is null or c.valid_until > n.today + ${AHEAD_DAYS}::int))
          or exists (
            select from credential c
            where c.provider_id = n.provider_id and c.type_id = n.type_id and c.state = 'REVOKED'
              and c.valid_from <= n.last_day and (c.valid_until is null or c.valid_until >= n.first_day)))
      union all
      select b.id, null::uuid, (extract(epoch from b.starts_at) * 1000)::float8, null::text, null::text, null::text, b.first_day - b.today
      from coming b join provider p on p.id = b.provider_id where p.status in ('SUSPENDED', 'LEFT'))
    select e.*, (select count(*) from endangered) as total from endangered e where ${beyond}
    order by "startMs", "bookingId", coalesce("typeId", ${NO_TYPE}::uuid) limit ${limit}`.execute(em.getKysely());
  return { rows, total: Number(rows[0]?.total ?? 0) };
}

/** Visits for which somebody else is sought at present, all or those of one provider. */
export async function listSearchedBookings(em: EntityManager, providerId: string | null): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select booking_id as id from substitute_search
    where status in ('UNCOVERED', 'OFFERED') and (${providerId}::uuid is null or former_provider_id = ${providerId}::uuid)
    order by deadline_at, id`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}
