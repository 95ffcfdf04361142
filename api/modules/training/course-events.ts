import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { CourseEvent } from './course-event.entity.ts';

/** Writes what was done into the history of the course. */
export async function recordCourseEvent(
  em: EntityManager,
  { clock }: RequestContext,
  author: ViewerIdentity,
  event: Pick<CourseEvent, 'course' | 'kind' | 'versionNumber'>,
): Promise<void> {
  await em.insert(CourseEvent, { id: newId(), at: clock.now(), by: author.accountId, ...event });
}
