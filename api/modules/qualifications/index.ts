export { Badge } from './badge.type.ts';
export { findConflict } from './conflict-of-interest.ts';
export { BLIND_ACTS, listBlindCredentials } from './blind-credentials.ts';
export { CredentialDecision, CredentialDecisionRecord } from './credential-decision.entity.ts';
export { CredentialReaudit } from './credential-reaudit.entity.ts';
export { CredentialTransition } from './credential-transition.entity.ts';
export { CredentialType } from './credential-type.entity.ts';
export { Credential, CredentialState, SEALED_CREDENTIAL } from './credential.entity.ts';
export type { UnsealedCredential } from './credential.entity.ts';
export { listCredentialValidities, listHeldCredentials } from './credentials.queries.ts';
export type { HeldCredential } from './credentials.queries.ts';
export { Evidence, SEALED_EVIDENCE } from './evidence.entity.ts';
export { drawPeriod, isDrawn } from './domain/reaudit-draw.ts';
export { ticketOf } from './draw-reaudit.ts';
export {
  CREDENTIAL_DECIDED,
  CREDENTIAL_EXPIRED,
  CREDENTIAL_EXPIRING,
  CREDENTIAL_REVOKED,
} from './qualifications.events.ts';
export { ReauditSeed } from './reaudit-seed.entity.ts';
export { REVOCATION_REASONS, findReason } from './reason-codes.ts';
export { CredentialVerification } from './qualifications.type.ts';
export { provideVerification } from './verify-credential.ts';
