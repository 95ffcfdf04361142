import type { ViewerIdentity } from '../../platform/request-context.ts';
import { Role, hasRole } from '../accounts/index.ts';

/**
 * Operators and administrators read the log: it is how the platform answers for what it did. Auditors do not: it names who
 * decided on which credential, and they decide blind to each other.
 */
export function canReadAuditLog(viewer: ViewerIdentity | null): boolean {
  return hasRole(viewer, Role.OPERATOR, Role.ADMINISTRATOR);
}
