import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import type { SubstituteStatus } from './substitute-search.entity.ts';

export interface SearchListQuestion {
  readonly status: SubstituteStatus;
  /** Open ones are ordered by their deadline, ended ones by their end, the latest first. */
  readonly isOpen: boolean;
  readonly limit: number;
  /** Instant in epoch milliseconds and id of the last row seen. */
  readonly after: readonly [number, string] | null;
}

interface ListedSearch {
  readonly id: string;
  readonly key: number;
}

/** Ids of searches for substitutes in one state. */
export async function listSubstituteSearches(
  em: EntityManager,
  { status, isOpen, limit, after }: SearchListQuestion,
): Promise<{ rows: ListedSearch[]; total: number }> {
  const instant = isOpen ? sql`deadline_at` : sql`closed_at`;
  const order = isOpen ? sql`asc` : sql`desc`;
  const comparison = isOpen ? sql`>` : sql`<`;
  const beyond =
    after === null
      ? sql`true`
      : sql`(${instant}, id) ${comparison} (to_timestamp(${after[0]}::float8 / 1000), ${after[1]}::uuid)`;
  const { rows } = await sql<ListedSearch & { total: string }>`
    select id, (extract(epoch from ${instant}) * 1000)::float8 as key,
      (select count(*) from substitute_search where status = ${status}) as total
    from substitute_search where status = ${status} and ${beyond}
    order by ${instant} ${order}, id ${order} limit ${limit}`.execute(em.getKysely());
  return { rows, total: Number(rows[0]?.total ?? 0) };
}
