import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import type { ReportState } from './message-report.enums.ts';

/** Ids of reports in that state, the oldest first; `after` is the instant and id of the last one seen. */
export async function listReports(
  em: EntityManager,
  question: { readonly state: ReportState; readonly after: readonly [number, string] | null; readonly limit: number },
): Promise<{ rows: { id: string; at: number }[]; total: number }> {
  const { state, after, limit } = question;
  const beyond =
    after === null ? sql`true` : sql`(reported_at, id) > (to_timestamp(${after[0]}::float8 / 1000), ${after[1]}::uuid)`;
  const { rows } = await sql<{ id: string; at: number; total: number }>`
    select id, (extract(epoch from reported_at) * 1000)::float8 as at,
      (select count(*)::int from message_report where state = ${state}) as total
    from message_report where state = ${state} and ${beyond} order by reported_at, id limit ${limit}`.execute(
    em.getKysely(),
  );
  return { rows, total: rows[0]?.total ?? 0 };
}
