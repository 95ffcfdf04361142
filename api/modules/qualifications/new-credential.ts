import { randomBytes } from 'node:crypto';
import { newId } from '../../kernel/ids.ts';
import type { Vault } from '../../platform/vault.ts';
import { type Credential, CredentialState, SEALED_CREDENTIAL } from './credential.entity.ts';

/** Unguessable: 96 bits (Q7). */
const CODE_BYTES = 12;

/** A credential that states nothing yet. */
export function newCredential(vault: Vault, providerId: string, typeId: string, now: Date): Credential {
  return vault.sealRow(SEALED_CREDENTIAL, {
    id: newId(),
    provider: providerId,
    type: typeId,
    state: CredentialState.DRAFT,
    number: '',
    issuedBy: '',
    issuedOn: null,
    validFrom: null,
    validUntil: null,
    createdAt: now,
    submittedAt: null,
    dueAt: null,
    decidedAt: null,
    round: 1,
    claimedBy: null,
    claimExpiresAt: null,
    verificationCode: randomBytes(CODE_BYTES).toString('base64url'),
    version: 1,
  });
}
