import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { isId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import { CourseVersion, CourseVersionState } from './course-version.entity.ts';
import { Course } from './course.entity.ts';

/** Waits for the course's turn: drafting, publishing and retiring come one after the other. Null when there is no such course. */
export async function lockCourse(em: EntityManager, courseId: string): Promise<Course | null> {
  if (!isId(courseId)) return null;
  return em.findOne(Course, { id: courseId }, { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true });
}

/** The draft, locked; null when there is none with that id or it has been published. */
export async function lockDraft(em: EntityManager, versionId: string): Promise<CourseVersion | null> {
  const version = await em.findOne(
    CourseVersion,
    { id: versionId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
  );
  return version?.state === CourseVersionState.DRAFT ? version : null;
}

/** What providers take at present; null when nothing is published or there is no such course. */
export async function findPublished(em: EntityManager, courseId: string): Promise<CourseVersion | null> {
  return em.findOne(
    CourseVersion,
    { course: courseId, state: CourseVersionState.PUBLISHED },
    { disableIdentityMap: true },
  );
}

/** Figures of a course that its authors look at. */
export interface CourseFigures {
  readonly courseId: string;
  /** Providers with a certificate that holds on that day. */
  readonly holders: number;
  /** Assignments that are neither passed nor withdrawn. */
  readonly openAssignments: number;
}

/** Figures of the courses, in one statement. */
export async function listCourseFigures(
  em: EntityManager,
  courseIds: readonly string[],
  day: string,
): Promise<CourseFigures[]> {
  const { rows } = await sql<CourseFigures>`
    select c.id as "courseId",
      (select count(distinct h.provider_id)::int from certificate h
        where h.course_id = c.id and h.valid_from <= ${day} and (h.valid_until is null or h.valid_until >= ${day})) as holders,
      (select count(*)::int from course_assignment a
        where a.course_id = c.id and a.completed_at is null and a.withdrawn_at is null) as "openAssignments"
    from course c where c.id = any(${courseIds})`.execute(em.getKysely());
  return rows;
}

type CourseRow = Pick<Course, 'id' | 'code' | 'name' | 'retiredAt'>;

/** A page of courses, the newest first. */
export async function listCourses(
  em: EntityManager,
  page: { readonly limit: number; readonly afterId: string | null },
): Promise<{ rows: CourseRow[]; total: number }> {
  const { rows } = await sql<Omit<CourseRow, 'retiredAt'> & { retiredMs: number | null; total: number }>`
    select id, code, name, (extract(epoch from retired_at) * 1000)::float8 as "retiredMs", (select count(*)::int from course) as total from course
    where ${page.afterId === null ? sql`true` : sql`id < ${page.afterId}::uuid`}
    order by id desc limit ${page.limit}`.execute(em.getKysely());
  const courses = rows.map(({ id, code, name, retiredMs }) => ({
    id,
    code,
    name,
    retiredAt: retiredMs === null ? null : new Date(retiredMs),
  }));
  return { rows: courses, total: rows[0]?.total ?? 0 };
}
