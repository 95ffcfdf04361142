import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';

/** A provider with regard to a course, by ids. */
export interface CandidateRow {
  readonly id: string;
  readonly certificateId: string | null;
  readonly assignmentId: string | null;
  readonly attemptCount: number;
}

export interface CandidatePage {
  readonly courseId: string;
  /** Part of a public name in either language; null for all. */
  readonly text: string | null;
  readonly limit: number;
  readonly afterId: string | null;
}

/** Providers who are not gone, the newest first, with their certificate and assignment of the course. */
export async function listCandidates(
  em: EntityManager,
  { courseId, text, limit, afterId }: CandidatePage,
): Promise<{ rows: CandidateRow[]; total: number }> {
  // Letters with a meaning in a pattern stand for themselves.
  const pattern = text === null ? null : `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const named =
    pattern === null
      ? sql`true`
      : sql`(p.display_name->>'en' ilike ${pattern} or p.display_name->>'zh-CN' ilike ${pattern})`;
  const { rows } = await sql<CandidateRow & { total: number }>`
    with matching as (select p.id from provider p where p.status <> 'LEFT' and ${named})
    select m.id, (select count(*)::int from matching) as total,
      (select c.id from certificate c where c.provider_id = m.id and c.course_id = ${courseId}
        order by c.valid_until desc nulls first limit 1) as "certificateId",
      (select a.id from course_assignment a where a.provider_id = m.id and a.course_id = ${courseId}
        and a.completed_at is null and a.withdrawn_at is null) as "assignmentId",
      (select count(*)::int from quiz_attempt q where q.provider_id = m.id and q.course_id = ${courseId}
        and q.submitted_at is not null) as "attemptCount"
    from matching m where ${afterId === null ? sql`true` : sql`m.id < ${afterId}::uuid`}
    order by m.id desc limit ${limit}`.execute(em.getKysely());
  return { rows, total: rows[0]?.total ?? 0 };
}
