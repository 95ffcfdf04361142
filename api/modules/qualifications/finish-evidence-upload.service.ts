import { isId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { closeUpload, takeUpload } from '../../platform/files/index.ts';
import type { TakenUpload } from '../../platform/files/index.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import type { Provider } from '../providers/index.ts';
import { Evidence } from './evidence.entity.ts';
import { EvidenceUpload } from './evidence-upload.entity.ts';
import { refuseEvidence } from './evidence.errors.ts';
import type { EvidenceRefusal, InvalidEvidenceError } from './evidence.errors.ts';
import { MOST_EVIDENCE, canChangeEvidence } from './evidence.policy.ts';
import { findOwnEvidence, lockOwnCredential } from './evidence.queries.ts';
import type { EvidenceAdded } from './evidence.type.ts';

/** Refusals that do not lie in the file: it can be finished once they are gone. */
const PASSING: readonly EvidenceRefusal[] = ['TOO_MANY_FILES', 'NOT_EDITABLE'];

/** Looks into an uploaded file and makes it evidence. Safe to repeat: what is evidence already is answered again. */
export async function finishEvidenceUpload(
  context: RequestContext,
  provider: Provider,
  uploadId: string,
): Promise<EvidenceAdded | InvalidEvidenceError> {
  const { em } = context;
  const done = await findOwnEvidence(em, provider.id, uploadId);
  if (done !== null) return { evidence: done };
  const upload = isId(uploadId)
    ? await em.findOne(EvidenceUpload, { id: uploadId, account: provider.account }, { disableIdentityMap: true })
    : null;
  if (upload === null) return refuseEvidence(context, 'UNKNOWN_UPLOAD');

  const added = await takeUpload<Evidence, EvidenceRefusal>(context, {
    table: 'evidence_upload',
    upload,
    takesPdf: true,
    keep: (taken) => addEvidence(context, provider, { ...taken, upload }),
    passing: PASSING,
  });
  return typeof added === 'string' ? refuseEvidence(context, added) : { evidence: added };
}

async function addEvidence(
  context: RequestContext,
  provider: Provider,
  { document, contentType, upload }: TakenUpload & { readonly upload: EvidenceUpload },
): Promise<Evidence | EvidenceRefusal> {
  const { vault, clock } = context;
  return inUnitOfWork(context.em, async (em) => {
    const credential = await lockOwnCredential(em, provider.id, upload.credential);
    if (credential === null) return 'UNKNOWN_CREDENTIAL';
    if (!canChangeEvidence(credential)) return 'NOT_EDITABLE';
    if ((await em.count(Evidence, { credential: credential.id })) >= MOST_EVIDENCE) return 'TOO_MANY_FILES';
    // Whoever took the upload over meanwhile has recorded another place.
    if (!(await closeUpload(em, 'evidence_upload', upload.id, document.fileKey))) return 'BUSY';
    const name = vault.open('evidence_upload.name', upload.id, upload.name);
    const evidence: Evidence = {
      id: upload.id,
      credential: credential.id,
      kind: upload.kind,
      name: vault.seal('evidence.name', upload.id, name),
      contentType,
      bytes: document.bytes,
      sha256: document.sha256,
      fileKey: document.fileKey,
      documentKey: vault.seal('evidence.document_key', upload.id, document.documentKey),
      createdAt: clock.now(),
    };
    await em.insert(Evidence, evidence);
    await recordAudit(em, context, {
      action: 'evidence.added',
      subjectType: 'evidence',
      subjectId: evidence.id,
      after: { credential: credential.id, kind: evidence.kind, sha256: evidence.sha256 },
    });
    return evidence;
  });
}
