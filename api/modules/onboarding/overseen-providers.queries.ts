import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Locale } from '../../kernel/locale.ts';
import type { EntityManager } from '../../platform/database.ts';
import { ProviderSort } from './onboarding.type.ts';

export interface OverseenProvidersQuestion {
  readonly statuses: readonly string[] | null;
  readonly regionId: string | null;
  readonly waitingOnly: boolean;
  /** Part of the public name, in any language. */
  readonly name: string | null;
  readonly sort: ProviderSort;
  readonly descending: boolean;
  /** Whose alphabet names are ordered by. */
  readonly locale: Locale;
  readonly limit: number;
  /** Sort value and id of the last row seen. */
  readonly after: readonly [string | number, string] | null;
}

/** What each order sorts by. Nothing to sort by comes last in a descending list and first in an ascending one. */
const SORT_VALUES: Readonly<Record<Exclude<ProviderSort, ProviderSort.NAME>, RawBuilder<unknown>>> = {
  JOINED: sql`(extract(epoch from p.created_at) * 1000)::float8`,
  WAITING: sql`coalesce((extract(epoch from p.awaiting_since) * 1000)::float8, 0)`,
  LEVEL: sql`array_position(array['TRAINEE', 'CERTIFIED', 'SENIOR', 'MASTER'], p.level)::float8`,
  VISITS: sql`p.completed_visits::float8`,
  RATING: sql`coalesce(p.rating_lower, 0)`,
};

/** Ids of the providers, ordered as asked, with the value they were ordered by. */
export async function listOverseenProviders(
  em: EntityManager,
  question: OverseenProvidersQuestion,
): Promise<{ rows: { id: string; value: string | number }[]; total: number }> {
  const { statuses, regionId, name, sort, after } = question;
  const conditions: RawBuilder<unknown>[] = [sql`true`];
  if (statuses?.length) conditions.push(sql`p.status = any(${statuses})`);
  if (regionId !== null) conditions.push(sql`p.region_id = ${regionId}`);
  if (question.waitingOnly) conditions.push(sql`p.awaiting_since is not null`);
  if (name !== null)
    conditions.push(sql`exists (
      select from jsonb_each_text(p.display_name) n where position(lower(${name}) in lower(n.value)) > 0)`);
  const value =
    sort === ProviderSort.NAME ? sql`lower(p.display_name->>${question.locale}) collate "C"` : SORT_VALUES[sort];
  const direction = question.descending ? sql`desc` : sql`asc`;
  const beyond =
    after === null
      ? sql`true`
      : question.descending
        ? sql`(value, id) < (${cast(after[0])}, ${after[1]}::uuid)`
        : sql`(value, id) > (${cast(after[0])}, ${after[1]}::uuid)`;
  const { rows } = await sql<{ id: string; value: string | number; total: string }>`
    with listed as (select p.id, ${value} as value from provider p where ${sql.join(conditions, sql` and `)})
    select l.*, (select count(*) from listed) as total from listed l where ${beyond}
    order by value ${direction}, id ${direction} limit ${question.limit}`.execute(em.getKysely());
  return { rows, total: Number(rows[0]?.total ?? 0) };
}

function cast(value: string | number): RawBuilder<unknown> {
  return typeof value === 'number' ? sql`${value}::float8` : sql`${value}::text collate "C"`;
}
