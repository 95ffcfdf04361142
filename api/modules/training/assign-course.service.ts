import { sql } from 'kysely';
import { isId, newId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Region } from '../catalog/index.ts';
import { Provider, ProviderStatus } from '../providers/index.ts';
import type { CourseAssigned } from './course-assignment.type.ts';
import { CourseAssignment } from './course-assignment.entity.ts';
import { findPublished, lockCourse } from './course-versions.queries.ts';
import { CourseNotAssignableError } from './training.errors.ts';
import { COURSE_ASSIGNED } from './training.events.ts';
import type { AssignCourseInput } from './training.inputs.ts';

/** Asks a provider to pass a course by a day, and has them told. One open assignment of a course at a time. */
export async function assignCourse(
  context: RequestContext,
  operator: ViewerIdentity,
  { courseId, providerId, dueOn, reason }: AssignCourseInput,
): Promise<CourseAssigned | CourseNotAssignableError> {
  const refuse = (code: string, text: LocalizedText): CourseNotAssignableError =>
    new CourseNotAssignableError(code, say(context, text));
  if (!isId(courseId) || (await findPublished(context.em, courseId)) === null)
    return refuse('UNKNOWN_COURSE', {
      en: 'There is no such course, or nothing of it is published yet.',
      'zh-CN': '没有这门课程，或课程尚未发布。',
    });
  const provider = isId(providerId) ? await context.loaders.find(Provider, providerId) : null;
  if (provider === null || provider.status === ProviderStatus.LEFT)
    return refuse('UNKNOWN_PROVIDER', { en: 'There is no such provider.', 'zh-CN': '没有这位服务者。' });
  const { timeZone } = await context.loaders.get(Region, provider.region);
  const now = context.clock.now();
  if (dueOn < localDateAt(now, timeZone))
    return refuse('DAY_OVER', { en: 'The day lies in the past.', 'zh-CN': '截止日期不能早于今天。' });
  const assignment: CourseAssignment = {
    id: newId(),
    course: courseId,
    provider: provider.id,
    reason,
    dueOn,
    assignedBy: operator.accountId,
    assignedAt: now,
    completedAt: null,
    withdrawnAt: null,
  };
  const outcome = await context.em.transactional(async (em): Promise<'ASSIGNED' | keyof typeof OBSTACLES> => {
    // Whoever retires the course at the same moment is waited for.
    if ((await lockCourse(em, courseId))?.retiredAt !== null) return 'RETIRED';
    const { rows } = await sql`
      insert into course_assignment (id, course_id, provider_id, reason, due_on, assigned_by_id, assigned_at)
      values (${assignment.id}, ${courseId}, ${provider.id}, ${reason}, ${dueOn}, ${operator.accountId}, ${now})
      on conflict (provider_id, course_id) where completed_at is null and withdrawn_at is null do nothing returning id`.execute(
      em.getKysely(),
    );
    if (rows.length === 0) return 'ALREADY_ASSIGNED';
    await publish(em, context.clock, [{ topic: COURSE_ASSIGNED, payload: { assignmentId: assignment.id } }]);
    await recordAudit(em, context, {
      action: 'course.assigned',
      subjectType: 'course-assignment',
      subjectId: assignment.id,
      after: { course: courseId, provider: provider.id, dueOn },
      reason,
    });
    return 'ASSIGNED';
  });
  return outcome === 'ASSIGNED' ? { assignment } : refuse(outcome, OBSTACLES[outcome]);
}

const OBSTACLES: Readonly<Record<'RETIRED' | 'ALREADY_ASSIGNED', LocalizedText>> = {
  RETIRED: {
    en: 'The course is retired. Bring it back first to assign it.',
    'zh-CN': '课程已停用。请先恢复课程再指派。',
  },
  ALREADY_ASSIGNED: {
    en: 'They have this course to take already. Withdraw it first to change the day.',
    'zh-CN': '该课程已指派给对方。如需更改日期，请先撤回。',
  },
};

/** Takes an open assignment back. False when there is none with that id, or it is passed or withdrawn already. */
export async function withdrawCourseAssignment(context: RequestContext, id: string): Promise<boolean> {
  if (!isId(id)) return false;
  return context.em.transactional(async (em) => {
    const changed = await em.nativeUpdate(
      CourseAssignment,
      { id, completedAt: null, withdrawnAt: null },
      { withdrawnAt: context.clock.now() },
    );
    if (changed === 0) return false;
    await recordAudit(em, context, {
      action: 'course-assignment.withdrawn',
      subjectType: 'course-assignment',
      subjectId: id,
    });
    return true;
  });
}
