import type { ViewerIdentity } from '../../platform/request-context.ts';
import type { Provider } from '../providers/index.ts';
import type { Credential } from './credential.entity.ts';
import { isEditable } from './domain/credential-transitions.ts';
import { canReadCredential } from './qualifications.policy.ts';

type Holder = Pick<Provider, 'account'>;

/** Most files of one credential (Q2). */
export const MOST_EVIDENCE = 6;

/** The credential's own provider, while auditors do not have it. */
export function canChangeEvidence(credential: Pick<Credential, 'state'>): boolean {
  return isEditable(credential.state);
}

/** Whoever reads the credential reads its evidence. */
export function canReadEvidence(
  viewer: ViewerIdentity,
  credential: Pick<Credential, 'state'>,
  holder: Holder,
): boolean {
  return canReadCredential(viewer, credential, holder);
}

/** The holder looks at their own; whoever else does must answer for it. */
export function isReadOnRecord(viewer: ViewerIdentity, holder: Holder): boolean {
  return holder.account !== viewer.accountId;
}
