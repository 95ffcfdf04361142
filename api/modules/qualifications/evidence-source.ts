import { isId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { FileSource } from '../../platform/files/index.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { isWiped } from '../../platform/vault.ts';
import { Provider } from '../providers/index.ts';
import { Credential } from './credential.entity.ts';
import { Evidence } from './evidence.entity.ts';
import { canReadEvidence, isReadOnRecord } from './evidence.policy.ts';

/** What signed addresses of evidence name. */
export const EVIDENCE_SOURCE = 'evidence';

/**
 * Opens evidence for whoever may read it at this moment: a signed address outlives neither a role nor a state. Every look by
 * somebody else than the holder is on record before the first byte leaves.
 */
export const evidenceSource: FileSource = {
  name: EVIDENCE_SOURCE,
  open: async (context, viewer, id) => {
    const evidence = isId(id) ? await context.loaders.find(Evidence, id) : null;
    if (evidence === null || isWiped(evidence.documentKey)) return null;
    const credential = await context.loaders.get(Credential, evidence.credential);
    const holder = await context.loaders.get(Provider, credential.provider);
    if (!canReadEvidence(viewer, credential, holder)) return null;
    const content = await context.files.open({
      fileKey: evidence.fileKey,
      documentKey: context.vault.open('evidence.document_key', evidence.id, evidence.documentKey),
    });
    if (content === null) return null;
    if (isReadOnRecord(viewer, holder)) {
      await inUnitOfWork(context.em, (em) =>
        recordAudit(em, context, {
          action: 'evidence.read',
          subjectType: 'credential',
          subjectId: credential.id,
          reason: `file ${evidence.id}`,
        }),
      );
    }
    const name = context.vault.open('evidence.name', evidence.id, evidence.name);
    return { content, contentType: evidence.contentType, name };
  },
};
