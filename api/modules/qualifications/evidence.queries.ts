import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import { Credential } from './credential.entity.ts';
import { Evidence } from './evidence.entity.ts';
import { EvidenceUpload } from './evidence-upload.entity.ts';

/** The provider's own credential with that id, locked; null when it is none of theirs. */
export async function lockOwnCredential(
  em: EntityManager,
  providerId: string,
  credentialId: string,
): Promise<Credential | null> {
  if (!isId(credentialId)) return null;
  return em.findOne(
    Credential,
    { id: credentialId, provider: providerId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
  );
}

/** Takes an upload in hand for whoever looks into the file, for two minutes; null while somebody else does. */
export async function claimUpload(
  em: EntityManager,
  uploadId: string,
  { now, fileKey }: { readonly now: Date; readonly fileKey: string },
): Promise<{ readonly abandoned: string | null } | null> {
  return em.transactional(async (transaction) => {
    const upload = await transaction.findOne(
      EvidenceUpload,
      { id: uploadId },
      { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
    );
    if (!upload || (upload.claimedAt !== null && now.getTime() - upload.claimedAt.getTime() < CLAIM_MS)) return null;
    await transaction.nativeUpdate(EvidenceUpload, { id: uploadId }, { fileKey, claimedAt: now });
    return { abandoned: upload.fileKey };
  });
}

const CLAIM_MS = 120_000;

/** A file of one of the provider's credentials; null when it is none of theirs. */
export async function findOwnEvidence(
  em: EntityManager,
  providerId: string,
  evidenceId: string,
): Promise<Evidence | null> {
  const evidence = isId(evidenceId)
    ? await em.findOne(Evidence, { id: evidenceId }, { disableIdentityMap: true })
    : null;
  if (evidence === null) return null;
  return (await em.count(Credential, { id: evidence.credential, provider: providerId })) === 1 ? evidence : null;
}
