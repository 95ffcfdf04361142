import type { ViewerIdentity } from '../../platform/request-context.ts';
import { Role, hasRole } from '../accounts/index.ts';

/**
 * Operators and administrators read the log: it is how the platform answers for what it did. Auditors do not: it names who
 * decided on which credential, and they decide blind to each other.
 */
export function canReadAuditLog(viewer: ViewerIdentity | null): boolean {
  return hasRole(viewer, Role.OPERATOR, Role.ADMINISTRATOR);
}

interface Act {
  readonly action: string;
  readonly subjectId: string | null;
  readonly actorId: string | null;
}

/** What somebody who is an auditor besides must not read of an act before the votes are revealed: all but their own. */
export function isActVeiled(
  { action, subjectId, actorId }: Act,
  veiled: {
    readonly actions: readonly string[];
    readonly subjectIds: readonly string[];
    readonly exceptActorId: string;
  },
): boolean {
  return (
    subjectId !== null &&
    actorId !== veiled.exceptActorId &&
    veiled.actions.includes(action) &&
    veiled.subjectIds.includes(subjectId)
  );
}
