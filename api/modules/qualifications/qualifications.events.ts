/** An auditor decided on a credential: `{ credentialId, decisionId }`. */
export const CREDENTIAL_DECIDED = 'credential.decided';
