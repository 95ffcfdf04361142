import { newId } from '../../kernel/ids.ts';
import { FileStoreError, MOST_FILE_BYTES } from '../../platform/files/index.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { requireViewer } from '../accounts/index.ts';
import type { Provider } from '../providers/index.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Evidence } from './evidence.entity.ts';
import { EvidenceUpload } from './evidence-upload.entity.ts';
import { refuseEvidence } from './evidence.errors.ts';
import type { InvalidEvidenceError } from './evidence.errors.ts';
import type { CreateEvidenceUploadInput } from './evidence.inputs.ts';
import { MOST_EVIDENCE, canChangeEvidence } from './evidence.policy.ts';
import { lockOwnCredential } from './evidence.queries.ts';
import type { EvidenceUploadCreated } from './evidence.type.ts';
import { SWEEP_UPLOAD } from './jobs/job-topics.ts';

const UPLOAD_MINUTES = 15;
/** After its address has ended, an upload that arrived in time can still be finished for so long. */
const FINISH_MINUTES = 60;
const UPLOADS_PER_HOUR = { name: 'evidence-upload', points: 40, windowSeconds: 3_600 };

/** Announces a file of a provider's own credential and says where to send it. */
export async function createEvidenceUpload(
  context: RequestContext,
  provider: Provider,
  input: CreateEvidenceUploadInput,
): Promise<EvidenceUploadCreated | InvalidEvidenceError> {
  const { accountId } = requireViewer(context);
  if (input.bytes > MOST_FILE_BYTES) return refuseEvidence(context, 'TOO_LARGE');
  if ((await context.limits.consume(UPLOADS_PER_HOUR, accountId)) !== null)
    return refuseEvidence(context, 'TOO_MANY_UPLOADS');
  const now = context.clock.now();
  const id = newId();
  const expiresAt = new Date(now.getTime() + UPLOAD_MINUTES * 60_000);
  const refusal = await inUnitOfWork(context.em, async (em) => {
    const credential = await lockOwnCredential(em, provider.id, input.credentialId);
    if (credential === null) return 'UNKNOWN_CREDENTIAL';
    if (!canChangeEvidence(credential)) return 'NOT_EDITABLE';
    const type = await em.findOneOrFail(CredentialType, { id: credential.type }, { disableIdentityMap: true });
    if (!type.evidenceKinds.some(({ code }) => code === input.kind)) return 'UNKNOWN_KIND';
    if ((await em.count(Evidence, { credential: credential.id })) >= MOST_EVIDENCE) return 'TOO_MANY_FILES';
    await em.insert(EvidenceUpload, {
      id,
      credential: credential.id,
      account: accountId,
      kind: input.kind,
      name: context.vault.seal('evidence_upload.name', id, input.name),
      bytes: input.bytes,
      expiresAt,
      fileKey: null,
      claimedAt: null,
    });
    await publish(em, context.clock, [
      {
        topic: SWEEP_UPLOAD,
        payload: { uploadId: id },
        dueAt: new Date(expiresAt.getTime() + FINISH_MINUTES * 60_000),
      },
    ]);
    return null;
  });
  if (refusal !== null) return refuseEvidence(context, refusal);
  try {
    const target = await context.files.signUpload(
      {
        key: context.files.stagedKey(id),
        bytes: input.bytes,
        contentType: input.contentType,
        accountId,
        expiresAt,
      },
      now,
    );
    const headers = Object.entries(target.headers).map(([name, value]) => ({ name, value }));
    return { uploadId: id, uploadUrl: target.url, headers, expiresAt };
  } catch (error) {
    if (error instanceof FileStoreError) return refuseEvidence(context, 'TRY_LATER');
    throw error;
  }
}
