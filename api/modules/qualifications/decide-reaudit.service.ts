import { recordAudit } from '../../platform/audit-log.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { CredentialDecision } from './credential-decision.entity.ts';
import { CredentialReaudit } from './credential-reaudit.entity.ts';
import { claimOn } from './move-credential.ts';
import { ReauditNotDecidableError } from './qualifications.errors.ts';
import { findReaudit, obstacleToReaudit, sayReauditRefusal } from './reaudit-obstacle.ts';
import type { ReauditRefusal } from './reaudit-obstacle.ts';
import type { DecideReauditInput } from './reaudit.inputs.ts';
import type { ReauditDecided } from './reaudit.type.ts';
import { findReason } from './reason-codes.ts';

/**
 * Writes down how another auditor would have decided. It changes nothing of the credential: it measures agreement (Q5), and
 * where it disagrees, operators see it beside the credential and can take that back.
 */
export async function decideReaudit(
  context: RequestContext,
  viewer: ViewerIdentity,
  input: DecideReauditInput,
): Promise<ReauditDecided | ReauditNotDecidableError> {
  const refuse = (code: ReauditRefusal): ReauditNotDecidableError =>
    new ReauditNotDecidableError(code, sayReauditRefusal(context, code));
  const isVote = input.decision !== CredentialDecision.REQUEST_MORE;
  if (!isVote || findReason(input.reasonCode, input.decision) === null) return refuse('REASON_UNKNOWN');
  return inUnitOfWork(context.em, async (em) => {
    const now = context.clock.now();
    const reaudit = await findReaudit(em, input.reauditId);
    if (reaudit === null) return refuse('UNKNOWN');
    const obstacle = await obstacleToReaudit(em, viewer, reaudit, now);
    if (obstacle !== null && obstacle !== 'NOT_OPEN') return refuse(obstacle);
    if (obstacle !== null || claimOn(reaudit, viewer.accountId, now) !== 'actor') return refuse('NOT_CLAIMED');
    if (reaudit.version !== input.version) return refuse('CHANGED');
    const changes = {
      claimedBy: null,
      claimExpiresAt: null,
      version: reaudit.version + 1,
      auditor: viewer.accountId,
      decision: input.decision,
      reasonCode: input.reasonCode,
      note: input.note?.trim() || null,
      decidedAt: now,
    };
    await em.nativeUpdate(CredentialReaudit, { id: reaudit.id, version: reaudit.version }, changes);
    await recordAudit(em, context, {
      action: 'credential-reaudit.decided',
      subjectType: 'credential',
      subjectId: reaudit.credential,
      after: { reauditId: reaudit.id, decision: input.decision, reasonCode: input.reasonCode },
      reason: input.reasonCode,
    });
    return { reaudit: Object.assign(reaudit, changes) };
  });
}
