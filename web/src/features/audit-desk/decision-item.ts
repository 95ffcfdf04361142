import type { ConflictOfInterest, CredentialState } from '../../generated/graphql';

/** What a decision is made on: a credential of the queue, or one drawn to be audited again. */
export interface DecisionItem {
  readonly id: string;
  readonly version: number;
  readonly state: CredentialState;
  readonly isOpen: boolean;
  readonly claimedByMe: boolean;
  readonly claimedByOther: boolean;
  readonly claimExpiresAt: string | null;
  readonly conflict: ConflictOfInterest | null;
  readonly votedByMe: boolean;
  /** A second look is for or against; nothing more is asked of the provider. */
  readonly isReaudit: boolean;
}

const openStates: ReadonlySet<CredentialState> = new Set(['SUBMITTED', 'IN_REVIEW', 'SECOND_REVIEW', 'THIRD_REVIEW']);

/** Whether a credential waits for auditors. */
export const isOpenState = (state: CredentialState): boolean => openStates.has(state);

interface Claimed {
  id: string;
  version: number;
  claimedByMe: boolean;
  claimedByOther: boolean;
  claimExpiresAt?: string | null;
}

interface Reviewed extends Claimed {
  state: CredentialState;
  conflictOfInterest?: ConflictOfInterest | null;
  votedByMe: boolean;
}

/** The credential itself as what is decided on. */
export function toDecisionItem(credential: Reviewed): DecisionItem {
  return {
    id: credential.id,
    version: credential.version,
    state: credential.state,
    isOpen: isOpenState(credential.state),
    claimedByMe: credential.claimedByMe,
    claimedByOther: credential.claimedByOther,
    claimExpiresAt: credential.claimExpiresAt ?? null,
    conflict: credential.conflictOfInterest ?? null,
    votedByMe: credential.votedByMe,
    isReaudit: false,
  };
}

/** A second look at a credential: the claim is the re-audit's, the holder the credential's. */
export function toReauditItem(reaudit: Claimed, credential: Reviewed): DecisionItem {
  return {
    ...toDecisionItem({ ...credential, ...reaudit, state: credential.state }),
    isOpen: true,
    votedByMe: false,
    isReaudit: true,
  };
}
