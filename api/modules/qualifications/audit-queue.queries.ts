import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';

export interface QueueQuestion {
  /** Account of the auditor: what they have voted on is not theirs to decide. */
  readonly auditorId: string;
  readonly now: Date;
  readonly typeId: string | null;
  readonly states: readonly string[] | null;
  readonly overdueOnly: boolean;
  readonly limit: number;
  /** Lateness, risk, due time in epoch milliseconds and id of the last row seen. */
  readonly after: readonly [number, number, number, string] | null;
}

export interface QueuedRow {
  readonly id: string;
  /** 0 for what is overdue, else 1. */
  readonly lateness: number;
  /** 0 for what could hurt somebody, else 1. */
  readonly risk: number;
  readonly dueMs: number;
}

/** Ids of the credentials that wait for a vote of this auditor: overdue first, then by risk, then by the time left (Q3). */
export async function listAuditQueue(
  em: EntityManager,
  question: QueueQuestion,
): Promise<{ rows: QueuedRow[]; total: number }> {
  const conditions: RawBuilder<unknown>[] = [
    sql`c.state in ('SUBMITTED', 'IN_REVIEW', 'SECOND_REVIEW', 'THIRD_REVIEW')`,
    sql`not exists (select from credential_decision d
      where d.credential_id = c.id and d.round = c.round and d.auditor_id = ${question.auditorId})`,
  ];
  if (question.typeId !== null) conditions.push(sql`c.type_id = ${question.typeId}`);
  if (question.states?.length) conditions.push(sql`c.state = any(${question.states})`);
  if (question.overdueOnly) conditions.push(sql`c.due_at <= ${question.now}`);
  const open = sql`
    select c.id, case when c.due_at <= ${question.now} then 0 else 1 end as lateness, case when t.high_risk then 0 else 1 end as risk,
      (extract(epoch from c.due_at) * 1000)::float8 as "dueMs"
    from credential c join credential_type t on t.id = c.type_id where ${sql.join(conditions, sql` and `)}`;
  return page(em, open, question);
}

export interface ReauditQuestion {
  readonly auditorId: string;
  readonly limit: number;
  /** Due time in epoch milliseconds and id of the last row seen. */
  readonly after: readonly [number, string] | null;
}

/** Ids of the re-audits that wait for somebody who has not voted on the credential before, first due first. */
export async function listReauditQueue(
  em: EntityManager,
  { auditorId, limit, after }: ReauditQuestion,
): Promise<{ rows: { id: string; dueMs: number }[]; total: number }> {
  const open = sql`
    select r.id, 0 as lateness, 0 as risk, (extract(epoch from r.due_at) * 1000)::float8 as "dueMs" from credential_reaudit r
    where r.decided_at is null and not exists (
      select from credential_decision d where d.credential_id = r.credential_id and d.auditor_id = ${auditorId})`;
  return page(em, open, { limit, after: after === null ? null : [0, 0, ...after] });
}

async function page(
  em: EntityManager,
  open: RawBuilder<unknown>,
  { limit, after }: Pick<QueueQuestion, 'limit' | 'after'>,
): Promise<{ rows: QueuedRow[]; total: number }> {
  const beyond =
    after === null
      ? sql`true`
      : sql`(lateness, risk, "dueMs", id) > (${after[0]}::int, ${after[1]}::int, ${after[2]}::float8, ${after[3]}::uuid)`;
  const { rows } = await sql<QueuedRow & { total: string }>`
    with open as (${open})
    select o.*, (select count(*) from open) as total from open o where ${beyond}
    order by lateness, risk, "dueMs", id limit ${limit}`.execute(em.getKysely());
  return { rows, total: Number(rows[0]?.total ?? 0) };
}
