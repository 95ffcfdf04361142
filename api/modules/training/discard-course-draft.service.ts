import { isId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { changedDraft, unknownDraft } from './course-draft.ts';
import { CourseEventKind } from './course-event.entity.ts';
import { recordCourseEvent } from './course-events.ts';
import { CourseVersion } from './course-version.entity.ts';
import { toAuthoredCourse } from './course-version.type.ts';
import type { CourseDraftDiscarded } from './course-version.type.ts';
import { lockCourse, lockDraft } from './course-versions.queries.ts';
import type { CourseNotEditableError } from './training.errors.ts';
import type { DiscardCourseDraftInput } from './training.inputs.ts';

/** Throws a draft away, as long as nobody has saved it since whoever asks looked at it. What is published stays. */
export async function discardCourseDraft(
  context: RequestContext,
  author: ViewerIdentity,
  { versionId, revision }: DiscardCourseDraftInput,
): Promise<CourseDraftDiscarded | CourseNotEditableError> {
  return context.em.transactional(async (em) => {
    const known = isId(versionId)
      ? await em.findOne(CourseVersion, { id: versionId }, { fields: ['course'], disableIdentityMap: true })
      : null;
    const course = known === null ? null : await lockCourse(em, known.course);
    const draft = await (course === null ? null : lockDraft(em, versionId));
    if (course === null || draft === null) return unknownDraft(context);
    if (draft.revision !== revision) return changedDraft(context);
    await em.nativeDelete(CourseVersion, { id: draft.id });
    await recordCourseEvent(em, context, author, {
      course: course.id,
      kind: CourseEventKind.DRAFT_DISCARDED,
      versionNumber: draft.number,
    });
    await recordAudit(em, context, {
      action: 'course-draft.discarded',
      subjectType: 'course',
      subjectId: course.id,
      before: { version: draft.number, versionId: draft.id, revision },
    });
    return { courseWithoutDraft: toAuthoredCourse(course, context) };
  });
}
