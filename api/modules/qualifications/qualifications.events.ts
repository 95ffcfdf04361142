/** Auditors decided on a credential: `{ credentialId, decisionId }`; the decision is the vote that settled it. */
export const CREDENTIAL_DECIDED = 'credential.decided';
/** The last valid day of a credential is over: `{ credentialId }`. */
export const CREDENTIAL_EXPIRED = 'credential.expired';
/** An operator took a credential back: `{ credentialId }`. */
export const CREDENTIAL_REVOKED = 'credential.revoked';
/** The last valid day of a credential is near: `{ credentialId, days }`. Announced once for each step of Q6. */
export const CREDENTIAL_EXPIRING = 'credential.expiring';
