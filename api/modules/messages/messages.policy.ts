import type { ViewerIdentity } from '../../platform/request-context.ts';
import { Role, hasRole } from '../accounts/index.ts';

/** Operators look into what was reported, and into nothing else that household and provider write each other. */
export function canHandleReports(viewer: ViewerIdentity | null): boolean {
  return hasRole(viewer, Role.OPERATOR);
}
