import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import type { PersonalTable, Retention } from '../../platform/personal-data.ts';
import { isFull, wipe } from './emptied-columns.queries.ts';

const ROWS_PER_RUN = 2_000;

/** Applies a rule to rows that have been kept for long enough at `now`. Returns how many; more may be left when it is as many as fit. */
export async function applyRetention(
  em: EntityManager,
  { table }: Pick<PersonalTable, 'table'>,
  rule: Retention,
  now: Date,
): Promise<{ readonly changed: number; readonly mayBeMore: boolean }> {
  const { condition, act } = await toStatement(em, table, rule);
  const due = sql`${sql.ref(rule.since)} <= ${hoursBefore(now, rule.hours)} and ${sql.raw(rule.only ?? 'true')} and (${condition})`;
  const { rows } = await sql<{ id: string }>`
    ${act} where id in (select id from ${sql.table(table)} where ${due} order by id limit ${ROWS_PER_RUN} for update skip locked)
    returning id`.execute(em.getKysely());
  return { changed: rows.length, mayBeMore: rows.length === ROWS_PER_RUN };
}

async function toStatement(
  em: EntityManager,
  table: string,
  { then }: Retention,
): Promise<{ condition: RawBuilder<unknown>; act: RawBuilder<unknown> }> {
  if (then === 'DELETE_ROW') return { condition: sql`true`, act: sql`delete from ${sql.table(table)}` };
  if ('wipe' in then) {
    const full = await Promise.all(then.wipe.map((column) => isFull(em, table, column)));
    const sets = await Promise.all(
      then.wipe.map(async (column) => sql`${sql.ref(column)} = ${await wipe(em, table, column)}`),
    );
    return { condition: sql.join(full, sql` or `), act: sql`update ${sql.table(table)} set ${sql.join(sets)}` };
  }
  const changes = Object.entries(then.becomes);
  return {
    condition: sql.join(
      changes.map(([column, value]) => sql`${sql.ref(column)} is distinct from ${sql.raw(value)}`),
      sql` or `,
    ),
    act: sql`update ${sql.table(table)} set ${sql.join(changes.map(([column, value]) => sql`${sql.ref(column)} = ${sql.raw(value)}`))}`,
  };
}

/** The minutes in the hours ahead by which rows will have been kept for long enough, each once. */
export async function listDueMinutes(
  em: EntityManager,
  { table }: Pick<PersonalTable, 'table'>,
  { since, hours, only }: Retention,
  now: Date,
  hoursAhead: number,
): Promise<Date[]> {
  const { rows } = await sql<{ ms: number }>`
    select distinct ceil(extract(epoch from ${sql.ref(since)}) / 60) * 60000::float8 as ms from ${sql.table(table)}
    where ${sql.ref(since)} > ${hoursBefore(now, hours)} and ${sql.ref(since)} <= ${hoursBefore(now, hours - hoursAhead)}
      and ${sql.raw(only ?? 'true')} order by 1`.execute(em.getKysely());
  return rows.map(({ ms }) => new Date(ms + hours * HOUR_MS));
}

const HOUR_MS = 3_600_000;

function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * HOUR_MS);
}
