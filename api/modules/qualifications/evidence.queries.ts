import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import { Credential } from './credential.entity.ts';
import { Evidence } from './evidence.entity.ts';

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
