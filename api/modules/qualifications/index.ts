export { Badge } from './badge.type.ts';
export { CredentialDecision, CredentialDecisionRecord } from './credential-decision.entity.ts';
export { CredentialTransition } from './credential-transition.entity.ts';
export { CredentialType } from './credential-type.entity.ts';
export { Credential, CredentialState } from './credential.entity.ts';
export { listCredentialValidities, listHeldCredentials } from './credentials.queries.ts';
export type { HeldCredential } from './credentials.queries.ts';
export { CREDENTIAL_DECIDED, CREDENTIAL_EXPIRED, CREDENTIAL_REVOKED } from './qualifications.events.ts';
export { findReason } from './reason-codes.ts';
