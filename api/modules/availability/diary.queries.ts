import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import type { Interval } from './domain/interval.ts';
import type { OccupiedTime } from './domain/slot-question.ts';
import type { HoursException, WeeklySpan } from './domain/working-windows.ts';

/** What a provider's slots are computed from, as plain data. */
export interface Diary {
  readonly weekly: readonly WeeklySpan[];
  readonly exceptions: readonly HoursException[];
  readonly blocked: readonly Interval[];
  readonly occupied: readonly OccupiedTime[];
}

export interface DiaryRange {
  /** Instants between which starts are looked for. */
  readonly start: Date;
  readonly end: Date;
  /** Holds that have lapsed by now do not count. */
  readonly now: Date;
  /** The local weekdays of the range, 1 = Monday; of others the weekly hours are not read. All when left out. */
  readonly weekdays?: readonly number[];
  /** No visit farther from the range than this matters, its travel and the length of the wanted one counted. 36 h when left out. */
  readonly reachMinutes?: number;
}

/** No visit lasts longer than this, its buffers and travel counted. */
const LONGEST_VISIT_MINUTES = 36 * 60;
const EVERY_WEEKDAY = [1, 2, 3, 4, 5, 6, 7];

interface WeeklyRow extends WeeklySpan {
  readonly providerId: string;
}
interface ExceptionRow extends HoursException {
  readonly providerId: string;
}
interface BlockedRow extends Interval {
  readonly providerId: string;
}
interface OccupiedRow extends Interval {
  readonly providerId: string;
  readonly visitStart: number;
  readonly latitude: number;
  readonly longitude: number;
}

/** Diaries of the providers around a range, in four statements however many providers there are. */
export async function listDiaries(
  em: EntityManager,
  providerIds: readonly string[],
  range: DiaryRange,
): Promise<Map<string, Diary>> {
  const executor = em.getKysely();
  const reachMs = (range.reachMinutes ?? LONGEST_VISIT_MINUTES) * 60_000;
  const from = new Date(range.start.getTime() - reachMs);
  const to = new Date(range.end.getTime() + reachMs);
  // Follows from `starts_at < to`, but lets the index leave out both the past and the months ahead.
  const lastEnd = new Date(to.getTime() + LONGEST_VISIT_MINUTES * 60_000);
  const [weekly, exceptions, blocked, occupied] = await Promise.all([
    sql<WeeklyRow>`
      select provider_id as "providerId", weekday, start, "end", weeks from working_span
      where provider_id = any(${providerIds}) and weekday = any(${range.weekdays ?? EVERY_WEEKDAY})`.execute(executor),
    sql<ExceptionRow>`
      select provider_id as "providerId", date::text, spans from hours_exception
      where provider_id = any(${providerIds}) and date between ${from}::date and ${to}::date`.execute(executor),
    sql<BlockedRow>`
      select provider_id as "providerId", ${epochMinutes(sql`starts_at`)} as start, ceil(date_part('epoch', ends_at) / 60)::int as "end"
      from time_off where provider_id = any(${providerIds}) and ends_at > ${from} and starts_at < ${to}`.execute(
      executor,
    ),
    sql<OccupiedRow>`
      select provider_id as "providerId", ${epochMinutes(sql`lower(occupied)`)} as start, ${epochMinutes(sql`occupied_end`)} as "end",
        ${epochMinutes(sql`starts_at`)} as "visitStart", latitude, longitude
      from reservation
      where provider_id = any(${providerIds}) and state in ('HELD', 'BOOKED') and occupied_end > ${from} and occupied_end < ${lastEnd}
        and starts_at < ${to} and (expires_at is null or expires_at > ${range.now})`.execute(executor),
  ]);
  const diaries = new Map<string, Mutable>(
    providerIds.map((id) => [id, { weekly: [], exceptions: [], blocked: [], occupied: [] }]),
  );
  for (const { providerId, ...span } of weekly.rows) diaries.get(providerId)?.weekly.push(span);
  for (const { providerId, ...exception } of exceptions.rows) diaries.get(providerId)?.exceptions.push(exception);
  for (const { providerId, start, end } of blocked.rows) diaries.get(providerId)?.blocked.push({ start, end });
  for (const { providerId, start, end, visitStart, latitude, longitude } of occupied.rows) {
    diaries.get(providerId)?.occupied.push({ start, end, visitStart, place: { latitude, longitude } });
  }
  return diaries;
}

interface Mutable {
  weekly: WeeklySpan[];
  exceptions: HoursException[];
  blocked: Interval[];
  occupied: OccupiedTime[];
}

function epochMinutes(instant: ReturnType<typeof sql>): ReturnType<typeof sql> {
  // `extract` would compute in decimals, at several times the cost; whole minutes are exact either way.
  return sql`floor(date_part('epoch', ${instant}) / 60)::int`;
}
