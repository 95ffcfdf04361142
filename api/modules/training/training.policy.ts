import type { ViewerIdentity } from '../../platform/request-context.ts';
import { Role, hasRole } from '../accounts/index.ts';

/** Roles that write courses and assign them. */
export const TRAINERS: readonly Role[] = [Role.OPERATOR, Role.ADMINISTRATOR];

/** Operators and administrators write courses, see right answers and assign. */
export function canAuthorCourses(viewer: ViewerIdentity | null): boolean {
  return hasRole(viewer, ...TRAINERS);
}
