import { isId, newId } from '../../kernel/ids.ts';
import { required } from '../../kernel/required.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { unknownDraft } from './course-draft.ts';
import { lockCourse } from './course-versions.queries.ts';
import { CourseVersion, CourseVersionState } from './course-version.entity.ts';
import type { CourseDrafted } from './course-version.type.ts';
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
    const version = required(latest, 'the latest version');
    if (version.state === CourseVersionState.DRAFT) return { draft: version };
    const draft: CourseVersion = {
      ...version,
      id: newId(),
      number: version.number + 1,
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
