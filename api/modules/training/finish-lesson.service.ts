import { sql } from 'kysely';
import { isId, newId } from '../../kernel/ids.ts';
import { required } from '../../kernel/required.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import type { Provider } from '../providers/index.ts';
import { listOfferedCourses } from './my-courses.queries.ts';
import { findMyCourse } from './my-courses.service.ts';
import type { LessonFinished } from './my-course.type.ts';
import { UnknownLessonError } from './training.errors.ts';
import type { FinishLessonInput } from './training.inputs.ts';

/** Marks a lesson of the published version as read. Doing so again only moves its time. */
export async function finishLesson(
  context: RequestContext,
  provider: Provider,
  { courseId, lessonId }: FinishLessonInput,
): Promise<LessonFinished | UnknownLessonError> {
  const [course] = isId(courseId) ? await listOfferedCourses(context.em, provider.id, courseId) : [];
  if (!course?.lessonIds.includes(lessonId))
    return new UnknownLessonError(
      'UNKNOWN',
      say(context, { en: 'The course has no such lesson.', 'zh-CN': '课程中没有这一节。' }),
    );
  await sql`
    insert into lesson_progress (id, provider_id, course_id, lesson, read_at)
    values (${newId()}, ${provider.id}, ${courseId}, ${lessonId}, ${context.clock.now()})
    on conflict (provider_id, lesson) do update set read_at = excluded.read_at`.execute(context.em.getKysely());
  return { course: required(await findMyCourse(context, provider, courseId), 'the course') };
}
