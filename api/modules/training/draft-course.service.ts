import { isId, newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { unknownDraft } from './course-draft.ts';
import { lockCourse } from './course-versions.queries.ts';
import { CourseVersion, CourseVersionState } from './course-version.entity.ts';
import type { CourseDrafted } from './course-version.type.ts';
import { Course } from './course.entity.ts';
import { NEW_COURSE_RULES } from './domain/course-content.ts';
import type { CourseContent } from './domain/course-content.ts';
import type { CourseNotEditableError } from './training.errors.ts';

/** The draft of the next version: the one there is, or a copy of what is published. Asking again changes nothing. */
export async function draftCourse(
  context: RequestContext,
  author: ViewerIdentity,
  courseId: string,
): Promise<CourseDrafted | CourseNotEditableError> {
  return context.em.transactional(async (em) => {
    if (!isId(courseId) || !(await lockCourse(em, courseId))) return unknownDraft(context);
    const [latest] = await em.find(
      CourseVersion,
      { course: courseId },
      { orderBy: { number: 'desc' }, limit: 1, disableIdentityMap: true },
    );
    if (latest?.state === CourseVersionState.DRAFT) return { draft: latest };
    const draft: CourseVersion = {
      ...(latest ?? (await emptyVersion(em, courseId))),
      id: newId(),
      number: (latest?.number ?? 0) + 1,
      state: CourseVersionState.DRAFT,
      revision: 1,
      savedAt: context.clock.now(),
      savedBy: author.accountId,
      publishedAt: null,
      publishedBy: null,
    };
    await em.insert(CourseVersion, draft);
    return { draft };
  });
}

/** What a course starts with that is older than its versions. */
async function emptyVersion(
  em: EntityManager,
  courseId: string,
): Promise<Pick<CourseVersion, 'course' | keyof CourseContent>> {
  const { name } = await em.findOneOrFail(Course, { id: courseId }, { disableIdentityMap: true });
  return { course: courseId, name, summary: { en: '', 'zh-CN': '' }, lessons: [], questions: [], ...NEW_COURSE_RULES };
}
