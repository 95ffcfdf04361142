import { recordAudit } from '../../platform/audit-log.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import type { Provider } from '../providers/index.ts';
import { Evidence } from './evidence.entity.ts';
import { refuseEvidence } from './evidence.errors.ts';
import type { InvalidEvidenceError } from './evidence.errors.ts';
import { canChangeEvidence } from './evidence.policy.ts';
import { findOwnEvidence, lockOwnCredential } from './evidence.queries.ts';
import type { EvidenceRemoved } from './evidence.type.ts';
import { REMOVE_FILE } from './jobs/job-topics.ts';

/** Takes a file back. Its key goes with its row, so that no copy of it can be read from then on. */
export async function removeEvidence(
  context: RequestContext,
  provider: Provider,
  evidenceId: string,
): Promise<EvidenceRemoved | InvalidEvidenceError> {
  return inUnitOfWork(context.em, async (em) => {
    const evidence = await findOwnEvidence(em, provider.id, evidenceId);
    if (evidence === null) return refuseEvidence(context, 'UNKNOWN_EVIDENCE');
    const credential = await lockOwnCredential(em, provider.id, evidence.credential);
    if (credential === null || !canChangeEvidence(credential)) return refuseEvidence(context, 'NOT_EDITABLE');
    // Of two that remove it at once, the second finds nothing.
    if ((await em.nativeDelete(Evidence, { id: evidence.id })) === 0)
      return refuseEvidence(context, 'UNKNOWN_EVIDENCE');
    await publish(em, context.clock, [{ topic: REMOVE_FILE, payload: { fileKey: evidence.fileKey } }]);
    await recordAudit(em, context, {
      action: 'evidence.removed',
      subjectType: 'evidence',
      subjectId: evidence.id,
      before: { credential: credential.id, kind: evidence.kind, sha256: evidence.sha256 },
    });
    return { evidenceId: evidence.id };
  });
}
