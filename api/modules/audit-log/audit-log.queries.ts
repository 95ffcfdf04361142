import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import type { AuditEntryRow } from './audit-log.type.ts';

export interface AuditLogQuestion {
  readonly subjectId: string | null;
  readonly actorId: string | null;
  readonly action: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  /** Entries that whoever asks may read without their actor only: a question for an actor must not find them. */
  readonly veiled: VeiledEntries;
}

export interface VeiledEntries {
  readonly actions: readonly string[];
  readonly subjectIds: readonly string[];
  /** Whoever asks; their own acts they know. */
  readonly exceptActorId: string;
}

const RECENT = 10_000;

type PlainEntry = Omit<AuditEntryRow, 'isVeiled'>;
type StoredEntry = Omit<PlainEntry, 'at' | 'seq'> & { readonly atMs: number; readonly seq: string | null };

/** Entries, latest first, going on after the given instant and id. */
export async function listEntries(
  em: EntityManager,
  question: AuditLogQuestion,
  page: { readonly limit: number; readonly after: readonly [string, string] | null },
): Promise<PlainEntry[]> {
  const beyond = page.after ? sql`and (e.at, e.id) < (${page.after[0]}::timestamptz, ${page.after[1]}::uuid)` : sql``;
  const { rows } = await sql<StoredEntry>`
    select e.id::text, (extract(epoch from e.at) * 1000)::float8 as "atMs", e.actor_kind as "actorKind",
      e.actor_id::text as "actorId", e.actor_roles as "actorRoles", e.action, e.subject_type as "subjectType",
      e.subject_id::text as "subjectId", e.before_hash as "beforeHash", e.after_hash as "afterHash", e.reason,
      e.ip_class as "ipClass", e.request_reference as "requestReference", l.seq::text as seq
    from audit_entry e left join audit_link l on l.entry_id = e.id
    where ${conditionsOf(question)} ${beyond}
    order by e.at desc, e.id desc limit ${page.limit}`.execute(em.getKysely());
  return rows.map(({ atMs, seq, ...row }) => ({ ...row, at: new Date(atMs), seq: seq === null ? null : Number(seq) }));
}

export async function countEntries(em: EntityManager, question: AuditLogQuestion): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*)::text as count from audit_entry e where ${conditionsOf(question)}`.execute(em.getKysely());
  return Number(rows[0]?.count ?? 0);
}

/** Each action among the latest entries, in the order of the alphabet. */
export async function listRecentActions(em: EntityManager): Promise<string[]> {
  const { rows } = await sql<{ action: string }>`
    select distinct action from (select action from audit_entry order by at desc limit ${RECENT}) recent
    order by action`.execute(em.getKysely());
  return rows.map(({ action }) => action);
}

function conditionsOf({ subjectId, actorId, action, from, to, veiled }: AuditLogQuestion): RawBuilder<unknown> {
  const isAboutOthers = actorId !== null && actorId !== veiled.exceptActorId;
  const conditions = [
    isAboutOthers && veiled.subjectIds.length > 0
      ? sql`not (e.action = any(${veiled.actions}) and coalesce(e.subject_id = any(${veiled.subjectIds}::uuid[]), false))`
      : null,
    subjectId === null ? null : sql`e.subject_id = ${subjectId}::uuid`,
    actorId === null ? null : sql`e.actor_id = ${actorId}::uuid`,
    action === null ? null : sql`e.action = ${action}`,
    from === null ? null : sql`e.at >= ${from}`,
    to === null ? null : sql`e.at < ${to}`,
  ].filter((condition) => condition !== null);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
