import { announceUpload } from '../../platform/files/index.ts';
import type { RequestContext } from '../../platform/request-context.ts';
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

const UPLOADS_PER_HOUR = { name: 'evidence-upload', points: 40, windowSeconds: 3_600 };

/** Announces a file of a provider's own credential and says where to send it. */
export async function createEvidenceUpload(
  context: RequestContext,
  provider: Provider,
  input: CreateEvidenceUploadInput,
): Promise<EvidenceUploadCreated | InvalidEvidenceError> {
  const created = await announceUpload(context, {
    accountId: requireViewer(context).accountId,
    bytes: input.bytes,
    contentType: input.contentType,
    limit: UPLOADS_PER_HOUR,
    sweepTopic: SWEEP_UPLOAD,
    record: async (em, upload) => {
      const credential = await lockOwnCredential(em, provider.id, input.credentialId);
      if (credential === null) return 'UNKNOWN_CREDENTIAL';
      if (!canChangeEvidence(credential)) return 'NOT_EDITABLE';
      const type = await em.findOneOrFail(CredentialType, { id: credential.type }, { disableIdentityMap: true });
      if (!type.evidenceKinds.some(({ code }) => code === input.kind)) return 'UNKNOWN_KIND';
      if ((await em.count(Evidence, { credential: credential.id })) >= MOST_EVIDENCE) return 'TOO_MANY_FILES';
      await em.insert(EvidenceUpload, {
        ...upload,
        credential: credential.id,
        kind: input.kind,
        name: context.vault.seal('evidence_upload.name', upload.id, input.name),
        fileKey: null,
        claimedAt: null,
      });
      return null;
    },
  });
  return typeof created === 'string' ? refuseEvidence(context, created) : created;
}
