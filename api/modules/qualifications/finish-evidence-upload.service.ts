import { isId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { FileStoreError, ScannerDownError } from '../../platform/files/index.ts';
import type { KeptDocument } from '../../platform/files/index.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import type { Provider } from '../providers/index.ts';
import { Evidence } from './evidence.entity.ts';
import { EvidenceUpload } from './evidence-upload.entity.ts';
import { refuseEvidence } from './evidence.errors.ts';
import type { EvidenceRefusal, InvalidEvidenceError } from './evidence.errors.ts';
import { MOST_EVIDENCE, canChangeEvidence } from './evidence.policy.ts';
import { claimUpload, findOwnEvidence, lockOwnCredential } from './evidence.queries.ts';
import type { EvidenceAdded } from './evidence.type.ts';

/**
 * Looks into an uploaded file and makes it evidence. Safe to repeat: what is evidence already is answered again, and after a
 * failure that passes the upload still waits. The file is read, scanned and written outside of any transaction.
 */
export async function finishEvidenceUpload(
  context: RequestContext,
  provider: Provider,
  uploadId: string,
): Promise<EvidenceAdded | InvalidEvidenceError> {
  const { em, files, clock } = context;
  const done = await findOwnEvidence(em, provider.id, uploadId);
  if (done !== null) return { evidence: done };
  const upload = isId(uploadId)
    ? await em.findOne(EvidenceUpload, { id: uploadId, account: provider.account }, { disableIdentityMap: true })
    : null;
  if (upload === null) return refuseEvidence(context, 'UNKNOWN_UPLOAD');

  const fileKey = files.newKey();
  const claim = await claimUpload(em, upload.id, { now: clock.now(), fileKey });
  if (claim === null) return refuseEvidence(context, 'BUSY');
  const outcome = await takeFile(context, upload, { fileKey, abandoned: claim.abandoned });
  const added = typeof outcome === 'string' ? outcome : await addEvidence(context, provider, { ...outcome, upload });
  if (typeof added !== 'string') {
    // The sweep removes it in any case; a store that is away now must not spoil what is done.
    await files.remove(files.stagedKey(upload.id)).catch(() => undefined);
    return { evidence: added };
  }
  await giveUp(context, { upload, fileKey, refusal: added });
  return refuseEvidence(context, added);
}

interface TakenUpload {
  readonly document: KeptDocument;
  readonly contentType: string;
}

async function takeFile(
  { files }: RequestContext,
  upload: EvidenceUpload,
  { fileKey, abandoned }: { readonly fileKey: string; readonly abandoned: string | null },
): Promise<TakenUpload | EvidenceRefusal> {
  try {
    if (abandoned !== null) await files.remove(abandoned);
    const taken = await files.inspect({ key: files.stagedKey(upload.id), bytes: upload.bytes });
    if (typeof taken === 'string') return taken;
    return { document: await files.keep(fileKey, taken.content), contentType: taken.contentType };
  } catch (error) {
    if (error instanceof FileStoreError || error instanceof ScannerDownError) return 'TRY_LATER';
    throw error;
  }
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
    const mine = await em.nativeDelete(EvidenceUpload, { id: upload.id, fileKey: document.fileKey });
    if (mine !== 1) return 'BUSY';
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

/** What can be tried again keeps waiting; a file that will never do is thrown away at once. */
const PASSING: readonly EvidenceRefusal[] = ['TRY_LATER', 'NOT_UPLOADED', 'TOO_MANY_FILES', 'NOT_EDITABLE'];

async function giveUp(
  { em, files }: RequestContext,
  { upload, fileKey, refusal }: { upload: EvidenceUpload; fileKey: string; refusal: EvidenceRefusal },
): Promise<void> {
  const mine = { id: upload.id, fileKey };
  await files.remove(fileKey).catch(() => undefined);
  if (PASSING.includes(refusal)) await em.nativeUpdate(EvidenceUpload, mine, { fileKey: null, claimedAt: null });
  else if ((await em.nativeDelete(EvidenceUpload, mine)) === 1)
    await files.remove(files.stagedKey(upload.id)).catch(() => undefined);
}
