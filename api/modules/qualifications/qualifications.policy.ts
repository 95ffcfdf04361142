import type { ViewerIdentity } from '../../platform/request-context.ts';
import { Role, hasRole } from '../accounts/index.ts';
import type { Provider } from '../providers/index.ts';
import type { CredentialDecisionRecord } from './credential-decision.entity.ts';
import type { CredentialTransition } from './credential-transition.entity.ts';
import type { CredentialType } from './credential-type.entity.ts';
import type { Credential } from './credential.entity.ts';
import { CredentialState } from './credential.entity.ts';
import { isOpen } from './domain/credential-transitions.ts';

type Holder = Pick<Provider, 'account'>;

/** Providers read their own; auditors every credential that was handed in. */
export function canReadCredential(
  viewer: ViewerIdentity,
  credential: Pick<Credential, 'state'>,
  holder: Holder,
): boolean {
  if (holder.account === viewer.accountId) return true;
  return hasRole(viewer, Role.AUDITOR) && credential.state !== CredentialState.DRAFT;
}

/** Work of the audit desk. */
export function canAudit(viewer: ViewerIdentity | null): boolean {
  return hasRole(viewer, Role.AUDITOR);
}

/** How far auditors agree, and how what they look at once more was drawn. */
export function canReadAgreement(viewer: ViewerIdentity | null): boolean {
  return hasRole(viewer, Role.AUDITOR, Role.OPERATOR);
}

/** Operators see who holds what until when, edit the types, and take back; documents and numbers they never see. */
export function canOverseeCredentials(viewer: ViewerIdentity | null): boolean {
  return hasRole(viewer, Role.OPERATOR);
}

/** Whether operators see besides what a credential says of itself. */
export function canSeeClaims(type: Pick<CredentialType, 'operatorsSeeClaims'>): boolean {
  return type.operatorsSeeClaims;
}

/**
 * Auditors are blind to the votes of others until the decision, and again while it is audited once more (Q4, Q5); an
 * auditor's own vote they see. The holder sees what was decided, not who was outvoted, also when an auditor themselves.
 */
export function canSeeVote(
  viewer: ViewerIdentity | null,
  vote: Pick<CredentialDecisionRecord, 'auditor' | 'revealedAt' | 'prevailed'>,
  holder: Holder,
  isUnderReaudit: boolean,
): boolean {
  if (viewer === null) return false;
  if (viewer.accountId === holder.account) return vote.prevailed === true;
  return vote.auditor === viewer.accountId || (vote.revealedAt !== null && !isUnderReaudit);
}

/** Who reviews, and when, is no more to be seen than the vote itself while auditors are blind. */
export function canSeeTransition(
  viewer: ViewerIdentity | null,
  transition: Pick<CredentialTransition, 'to' | 'actor' | 'actorRole'>,
  isBlind: boolean,
): boolean {
  if (!isBlind || transition.actorRole !== 'AUDITOR' || !isOpen(transition.to)) return true;
  return viewer !== null && transition.actor === viewer.accountId;
}

/** Names of auditors are for auditors, and while they are blind each sees only their own. */
export function canSeeActor(
  viewer: ViewerIdentity | null,
  actor: { readonly account: string | null; readonly role: string },
  holder: Holder,
  isBlind: boolean,
): boolean {
  if (viewer === null || actor.account === null) return false;
  if (actor.account === viewer.accountId) return true;
  if (viewer.accountId === holder.account || !hasRole(viewer, Role.AUDITOR)) return false;
  return actor.role !== 'AUDITOR' || !isBlind;
}
