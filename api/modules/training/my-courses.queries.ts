import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { EntityManager } from '../../platform/database.ts';

/** A published course without the words of its lessons and its questions. */
export interface OfferedCourse {
  readonly id: string;
  readonly code: string;
  readonly versionId: string;
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  readonly passPercent: number;
  readonly questionsPerQuiz: number;
  readonly triesPerDay: number;
  readonly validityMonths: number | null;
  /** In order. */
  readonly lessonIds: readonly string[];
}

/**
 * All published courses that the provider can take, or the one with that id, by code. A retired one is for those who have
 * begun or passed it, or were asked to take it.
 */
export async function listOfferedCourses(
  em: EntityManager,
  providerId: string,
  courseId: string | null,
): Promise<OfferedCourse[]> {
  const has = (table: string, condition = sql`true`): RawBuilder<unknown> =>
    sql`exists (select from ${sql.table(table)} own where own.provider_id = ${providerId} and own.course_id = c.id and ${condition})`;
  const { rows } = await sql<OfferedCourse>`
    select c.id, c.code, v.id as "versionId", v.name, v.summary, v.pass_percent as "passPercent",
      v.questions_per_quiz as "questionsPerQuiz", v.tries_per_day as "triesPerDay", v.validity_months as "validityMonths",
      array(select l.value->>'id' from jsonb_array_elements(v.lessons) with ordinality as l(value, place) order by place) as "lessonIds"
    from course c join course_version v on v.course_id = c.id and v.state = 'PUBLISHED'
    where (c.retired_at is null or ${has('lesson_progress')} or ${has('quiz_attempt')} or ${has('certificate')}
      or ${has('course_assignment', sql`own.withdrawn_at is null`)})
    ${courseId === null ? sql`` : sql`and c.id = ${courseId}`}
    order by c.code`.execute(em.getKysely());
  return rows;
}

/** Codes of the courses that the provider's own items ask for. */
export async function listRequiredCourseCodes(em: EntityManager, providerId: string): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    select distinct i.required_course_code as code from offering o join service_item i on i.id = o.item_id
    where o.provider_id = ${providerId} and o.enabled and i.required_course_code is not null`.execute(em.getKysely());
  return new Set(rows.map(({ code }) => code));
}

/** A go at a quiz, as far as counting tries needs it. */
export interface StartedTry {
  readonly courseId: string;
  readonly startedAt: Date;
}

/** Tries of the provider started since that instant. */
export async function listTriesSince(em: EntityManager, providerId: string, since: Date): Promise<StartedTry[]> {
  const { rows } = await sql<{ courseId: string; startedMs: number }>`
    select course_id as "courseId", (extract(epoch from started_at) * 1000)::float8 as "startedMs" from quiz_attempt
    where provider_id = ${providerId} and started_at >= ${since}`.execute(em.getKysely());
  return rows.map(({ courseId, startedMs }) => ({ courseId, startedAt: new Date(startedMs) }));
}

/** Ids of the attempt that each course has open and of the one handed in last. */
export interface AttemptMarks {
  readonly courseId: string;
  readonly openId: string | null;
  readonly lastId: string | null;
}

/** Where the provider stands with the quiz of each course tried so far. */
export async function listAttemptMarks(em: EntityManager, providerId: string, now: Date): Promise<AttemptMarks[]> {
  const { rows } = await sql<AttemptMarks>`
    select course_id as "courseId",
      (array_agg(id order by started_at desc) filter (where submitted_at is null and closes_at > ${now}))[1] as "openId",
      (array_agg(id order by submitted_at desc) filter (where submitted_at is not null))[1] as "lastId"
    from quiz_attempt where provider_id = ${providerId} group by course_id`.execute(em.getKysely());
  return rows;
}
