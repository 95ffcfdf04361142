import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { CredentialReaudit } from './credential-reaudit.entity.ts';
import { claimUntil } from './domain/review-clock.ts';
import { ReauditNotClaimableError } from './qualifications.errors.ts';
import { findReaudit, obstacleToReaudit, sayReauditRefusal } from './reaudit-obstacle.ts';
import type { ReauditRefusal } from './reaudit-obstacle.ts';
import type { ReauditClaimed } from './reaudit.type.ts';

/** Locks a drawn credential for one auditor for 30 minutes; claiming again renews it. Who voted on it may not. */
export async function claimReaudit(
  context: RequestContext,
  viewer: ViewerIdentity,
  reauditId: string,
): Promise<ReauditClaimed | ReauditNotClaimableError> {
  const refuse = (code: ReauditRefusal): ReauditNotClaimableError =>
    new ReauditNotClaimableError(code, sayReauditRefusal(context, code));
  return inUnitOfWork(context.em, async (em) => {
    const reaudit = await findReaudit(em, reauditId);
    if (reaudit === null) return refuse('UNKNOWN');
    const obstacle = await obstacleToReaudit(em, viewer, reaudit, context.clock.now());
    if (obstacle !== null) return refuse(obstacle);
    const changes = {
      claimedBy: viewer.accountId,
      claimExpiresAt: claimUntil(context.clock.now()),
      version: reaudit.version + 1,
    };
    await em.nativeUpdate(CredentialReaudit, { id: reaudit.id, version: reaudit.version }, changes);
    await recordAudit(em, context, {
      action: 'credential-reaudit.claimed',
      subjectType: 'credential',
      subjectId: reaudit.credential,
    });
    return { reaudit: Object.assign(reaudit, changes) };
  });
}
