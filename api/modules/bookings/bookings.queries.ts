import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { isId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { BookingState } from './booking.enums.ts';

export interface BookingListQuestion {
  /** Null lists everybody's, for operators. */
  readonly householdIds: readonly string[] | null;
  readonly tense: 'UPCOMING' | 'PAST' | null;
  readonly states: readonly BookingState[] | null;
  readonly regionId?: string | null;
  /** Part of the name of the provider, in either language. */
  readonly providerName?: string | null;
  /** Local days, both included. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** Part of the reference. */
  readonly reference?: string | null;
  readonly now: Date;
  readonly limit: number;
  /** Start in epoch milliseconds and id of the last row seen. */
  readonly after: readonly [number, string] | null;
}

export interface ListedBooking {
  readonly id: string;
  readonly startMs: number;
}

const UPCOMING = sql`state in ('REQUESTED', 'CONFIRMED', 'EN_ROUTE', 'IN_PROGRESS')`;

/** Ids of bookings: upcoming soonest first, past and all latest first. Holds that came to nothing are not among them. */
export async function listBookings(
  em: EntityManager,
  question: BookingListQuestion,
): Promise<{ rows: ListedBooking[]; total: number }> {
  const ascending = question.tense === 'UPCOMING';
  const conditions: RawBuilder<unknown>[] = [
    sql`(confirmed_at is not null or state in ('REQUESTED', 'DECLINED') or (state in ('EXPIRED', 'CANCELLED') and exists (
      select 1 from booking_transition t where t.booking_id = booking.id and t."to" = 'REQUESTED')))`,
  ];
  if (question.householdIds !== null) conditions.push(sql`household_id = any(${question.householdIds})`);
  if (question.states?.length) conditions.push(sql`state = any(${question.states})`);
  conditions.push(...narrowed(question));
  if (question.tense === 'UPCOMING') conditions.push(sql`${UPCOMING} and ends_at > ${question.now}`);
  if (question.tense === 'PAST') conditions.push(sql`not (${UPCOMING} and ends_at > ${question.now})`);
  const where = sql.join(conditions, sql` and `);
  const key = sql`(extract(epoch from starts_at) * 1000)::float8`;
  const order = ascending ? sql`asc` : sql`desc`;
  const comparison = ascending ? sql`>` : sql`<`;
  const beyond =
    question.after === null
      ? sql`true`
      : sql`(starts_at, id) ${comparison} (to_timestamp(${question.after[0]}::float8 / 1000), ${question.after[1]}::uuid)`;
  const { rows } = await sql<ListedBooking & { total: string }>`
    select id, ${key} as "startMs", (select count(*) from booking where ${where}) as total
    from booking where ${where} and ${beyond} order by starts_at ${order}, id ${order} limit ${question.limit}`.execute(
    em.getKysely(),
  );
  return { rows, total: Number(rows[0]?.total ?? 0) };
}

/** What a search for bookings leaves out; an id that is none leaves out all. */
function narrowed({ regionId, providerName, from, to, reference }: BookingListQuestion): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  const localDay = sql`(starts_at at time zone time_zone)::date`;
  if (regionId) conditions.push(isId(regionId) ? sql`region_id = ${regionId}` : sql`false`);
  if (from) conditions.push(sql`${localDay} >= ${from}::date`);
  if (to) conditions.push(sql`${localDay} <= ${to}::date`);
  if (reference?.trim()) conditions.push(sql`reference ilike ${toPattern(reference)}`);
  if (providerName?.trim()) {
    const pattern = toPattern(providerName);
    conditions.push(sql`exists (select 1 from provider p where p.id = provider_id
      and (p.display_name->>'en' ilike ${pattern} or p.display_name->>'zh-CN' ilike ${pattern}))`);
  }
  return conditions;
}

function toPattern(text: string): string {
  return `%${text.trim().replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** Completed visits of a household by provider. */
export async function countVisitsByProvider(
  em: EntityManager,
  householdId: string,
  providerIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ providerId: string; visits: number }>`
    select provider_id as "providerId", count(*)::int as visits from booking
    where household_id = ${householdId} and provider_id = any(${providerIds}) and state in ('COMPLETED', 'CLOSED') group by provider_id`.execute(
    em.getKysely(),
  );
  return new Map(rows.map((row) => [row.providerId, row.visits]));
}

/** Whether a household holds a time or has a visit to come or under way. */
export async function hasOpenVisits(em: EntityManager, clock: Clock, householdId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from booking where household_id = ${householdId}
      and (${UPCOMING} or (state = 'HELD' and hold_expires_at > ${clock.now()})) limit 1`.execute(em.getKysely());
  return rows.length > 0;
}
