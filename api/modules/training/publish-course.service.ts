import { isId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { changedDraft, unknownDraft } from './course-draft.ts';
import { CourseVersion, CourseVersionState } from './course-version.entity.ts';
import type { CoursePublished } from './course-version.type.ts';
import { lockCourse, lockDraft } from './course-versions.queries.ts';
import { Course } from './course.entity.ts';
import { listPublishingProblems } from './domain/course-content.ts';
import { listImageIds } from './lesson-images.queries.ts';
import { CourseNotPublishableError } from './training.errors.ts';
import type { CourseNotEditableError } from './training.errors.ts';
import type { PublishCourseInput } from './training.inputs.ts';

/** Makes the draft what providers take from now on. Who is in the middle of a quiz ends it by the version it began with. */
export async function publishCourse(
  context: RequestContext,
  author: ViewerIdentity,
  input: PublishCourseInput,
): Promise<CoursePublished | CourseNotPublishableError | CourseNotEditableError> {
  return context.em.transactional(async (em) => {
    const known = isId(input.versionId)
      ? await em.findOne(CourseVersion, { id: input.versionId }, { fields: ['course'], disableIdentityMap: true })
      : null;
    // The course first, as everywhere: two who publish at once take turns.
    if (known === null || (await lockCourse(em, known.course)) === null) return unknownDraft(context);
    const draft = await lockDraft(em, input.versionId);
    if (draft === null) return unknownDraft(context);
    if (draft.revision !== input.revision) return changedDraft(context);
    const problems = listPublishingProblems(draft, await listImageIds(em, draft.course));
    if (problems.length > 0)
      return new CourseNotPublishableError(
        say(context, { en: 'The draft is not complete yet.', 'zh-CN': '草稿尚未完成。' }),
        problems.map(({ code, field, message }) => ({ code, field, message: say(context, message) })),
      );
    await em.nativeUpdate(
      CourseVersion,
      { course: draft.course, state: CourseVersionState.PUBLISHED },
      { state: CourseVersionState.REPLACED },
    );
    const changes = {
      state: CourseVersionState.PUBLISHED,
      publishedAt: context.clock.now(),
      publishedBy: author.accountId,
    };
    await em.nativeUpdate(CourseVersion, { id: draft.id }, changes);
    await em.nativeUpdate(Course, { id: draft.course }, { name: draft.name });
    await recordAudit(em, context, {
      action: 'course.published',
      subjectType: 'course',
      subjectId: draft.course,
      after: { version: draft.number, versionId: draft.id },
    });
    return { published: { ...draft, ...changes } };
  });
}
