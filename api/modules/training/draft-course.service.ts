import { newId } from '../../kernel/ids.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { unknownDraft } from './course-draft.ts';
import { lockCourse } from './course-versions.queries.ts';
import { CourseVersion, CourseVersionState } from './course-version.entity.ts';
import type { CourseDrafted } from './course-version.type.ts';
import type { Course } from './course.entity.ts';
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
    const course = await lockCourse(em, courseId);
    if (course === null) return unknownDraft(context);
    const [latest] = await em.find(
      CourseVersion,
      { course: courseId },
      { orderBy: { number: 'desc' }, limit: 1, disableIdentityMap: true },
    );
    if (latest?.state === CourseVersionState.DRAFT) return { draft: latest };
    const draft: CourseVersion = {
      ...(latest ?? emptyVersion(course)),
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

/** What a course starts with that is older than its versions, or whose only draft was thrown away. */
function emptyVersion({ id, name }: Course): Pick<CourseVersion, 'course' | keyof CourseContent> {
  return { course: id, name, summary: { en: '', 'zh-CN': '' }, lessons: [], questions: [], ...NEW_COURSE_RULES };
}
