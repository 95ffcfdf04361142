import { recordAudit } from '../../platform/audit-log.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { ServiceItem } from '../catalog/index.ts';
import { CourseEventKind } from './course-event.entity.ts';
import { recordCourseEvent } from './course-events.ts';
import { toAuthoredCourse } from './course-version.type.ts';
import type { CourseReinstated, CourseRetired } from './course-version.type.ts';
import { lockCourse } from './course-versions.queries.ts';
import { Course } from './course.entity.ts';
import { CourseNotRetirableError } from './training.errors.ts';

/**
 * Takes a course out of use: nobody new sees it or is asked to take it. Whoever has begun it can end it, and its certificates
 * hold until their end. As long as a service asks for it, it stays in use. Retiring it again changes nothing.
 */
export async function retireCourse(
  context: RequestContext,
  author: ViewerIdentity,
  courseId: string,
): Promise<CourseRetired | CourseNotRetirableError> {
  return context.em.transactional(async (em) => {
    const course = await lockCourse(em, courseId);
    if (course === null) return unknownCourse(context);
    if (course.retiredAt !== null) return { retired: toAuthoredCourse(course, context) };
    const requiredBy = await em.find(
      ServiceItem,
      { requiredCourseCode: course.code },
      { orderBy: { position: 'asc', id: 'asc' }, disableIdentityMap: true },
    );
    if (requiredBy.length > 0)
      return new CourseNotRetirableError(
        'REQUIRED',
        say(context, {
          en: 'Services still ask for this course. Nobody new could offer them without it.',
          'zh-CN': '仍有服务项目要求这门课程。停用后，新的服务者将无法提供这些服务。',
        }),
        requiredBy,
      );
    const retiredAt = context.clock.now();
    await em.nativeUpdate(Course, { id: course.id }, { retiredAt });
    await recordCourseEvent(em, context, author, {
      course: course.id,
      kind: CourseEventKind.RETIRED,
      versionNumber: null,
    });
    await recordAudit(em, context, {
      action: 'course.retired',
      subjectType: 'course',
      subjectId: course.id,
      before: { retired: false },
      after: { retired: true },
    });
    return { retired: toAuthoredCourse({ ...course, retiredAt }, context) };
  });
}

/** Brings a retired course back into use. Doing so again changes nothing. */
export async function reinstateCourse(
  context: RequestContext,
  author: ViewerIdentity,
  courseId: string,
): Promise<CourseReinstated | CourseNotRetirableError> {
  return context.em.transactional(async (em) => {
    const course = await lockCourse(em, courseId);
    if (course === null) return unknownCourse(context);
    if (course.retiredAt === null) return { reinstated: toAuthoredCourse(course, context) };
    await em.nativeUpdate(Course, { id: course.id }, { retiredAt: null });
    await recordCourseEvent(em, context, author, {
      course: course.id,
      kind: CourseEventKind.REINSTATED,
      versionNumber: null,
    });
    await recordAudit(em, context, {
      action: 'course.reinstated',
      subjectType: 'course',
      subjectId: course.id,
      before: { retired: true },
      after: { retired: false },
    });
    return { reinstated: toAuthoredCourse({ ...course, retiredAt: null }, context) };
  });
}

function unknownCourse(context: RequestContext): CourseNotRetirableError {
  return new CourseNotRetirableError(
    'UNKNOWN',
    say(context, { en: 'There is no such course.', 'zh-CN': '没有这门课程。' }),
  );
}
