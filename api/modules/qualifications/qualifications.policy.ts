import type { ViewerIdentity } from '../../platform/request-context.ts';
import { Role, hasRole } from '../accounts/index.ts';
import type { Provider } from '../providers/index.ts';
import type { Credential } from './credential.entity.ts';
import { CredentialState } from './credential.entity.ts';

const OPEN_STATES: readonly CredentialState[] = [CredentialState.SUBMITTED, CredentialState.IN_REVIEW];

/** Auditors read every credential; providers their own. */
export function canReadCredential(viewer: ViewerIdentity, provider: Provider): boolean {
  return hasRole(viewer, Role.AUDITOR) || provider.account === viewer.accountId;
}

/** Nobody decides on their own credential (Q4). */
export function isConflictOfInterest(viewer: ViewerIdentity, provider: Provider): boolean {
  return provider.account === viewer.accountId;
}

/** Open, and not claimed by somebody else whose claim still runs. */
export function canClaimCredential(viewer: ViewerIdentity, credential: Credential, now: Date): boolean {
  const free =
    credential.claimedBy === null ||
    credential.claimedBy === viewer.accountId ||
    (credential.claimExpiresAt?.getTime() ?? 0) <= now.getTime();
  return OPEN_STATES.includes(credential.state) && free;
}

/** Claimed by this auditor and the claim has not lapsed. */
export function holdsClaim(viewer: ViewerIdentity, credential: Credential, now: Date): boolean {
  return (
    credential.state === CredentialState.IN_REVIEW &&
    credential.claimedBy === viewer.accountId &&
    (credential.claimExpiresAt?.getTime() ?? 0) > now.getTime()
  );
}
