import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';

/** Ids of the pictures that the course has. */
export async function listImageIds(em: EntityManager, courseId: string): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id::text from lesson_image where course_id = ${courseId}`.execute(em.getKysely());
  return new Set(rows.map(({ id }) => id));
}

const unused = sql`not exists (select from course_version v where v.course_id = i.course_id
  and lower(v.lessons::text) like '%image:' || i.id::text || '%')`;

/** Courses with pictures from before that instant which no version names. */
export async function listCoursesWithUnusedImages(em: EntityManager, before: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct i.course_id::text as id from lesson_image i
    where i.created_at < ${before} and ${unused} order by 1`.execute(em.getKysely());
  return rows.map(({ id }) => id);
}

/** Takes those pictures out of the course, which the caller has locked. Resolves to where their files are. */
export async function deleteUnusedImages(em: EntityManager, courseId: string, before: Date): Promise<string[]> {
  const { rows } = await sql<{ fileKey: string }>`
    delete from lesson_image i where i.course_id = ${courseId} and i.created_at < ${before} and ${unused}
    returning i.file_key as "fileKey"`.execute(em.getKysely());
  return rows.map(({ fileKey }) => fileKey);
}
