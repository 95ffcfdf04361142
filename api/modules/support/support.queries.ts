import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';

export interface CaseQuestion {
  readonly open: boolean;
  readonly limit: number;
  /** Opening in epoch milliseconds and id of the last case seen. */
  readonly after: readonly [number, string] | null;
}

export interface ListedCase {
  readonly id: string;
  readonly openedMs: number;
}

/** Cases that are open, or are not, the newest first. */
export async function listSupportCases(
  em: EntityManager,
  { open, limit, after }: CaseQuestion,
): Promise<{ rows: ListedCase[]; total: number }> {
  const which = open ? sql`closed_at is null` : sql`closed_at is not null`;
  const beyond =
    after === null ? sql`true` : sql`(opened_at, id) < (to_timestamp(${after[0]}::float8 / 1000), ${after[1]}::uuid)`;
  const { rows } = await sql<ListedCase & { total: string }>`
    select id, (extract(epoch from opened_at) * 1000)::float8 as "openedMs",
      (select count(*) from support_case where ${which}) as total
    from support_case where ${which} and ${beyond} order by opened_at desc, id desc limit ${limit}`.execute(
    em.getKysely(),
  );
  return { rows, total: Number(rows[0]?.total ?? 0) };
}
