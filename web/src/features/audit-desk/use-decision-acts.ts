import { computed, type Ref } from 'vue';
import { useApiMutation, type RequestFailure } from '@/app/graphql-client';
import {
  ClaimCredentialDocument,
  ClaimReauditDocument,
  DecideCredentialDocument,
  DecideReauditDocument,
  type CredentialDecision,
} from '@/generated/graphql';
import { isOpenState } from './decision-item';

export interface DecisionChoice {
  readonly id: string;
  readonly version: number;
  readonly decision: CredentialDecision;
  readonly reasonCode: string;
  readonly note: string;
}

/** What came of an act: it could not be asked, it was refused, or it is done. */
export type ActOutcome =
  | { readonly kind: 'failed'; readonly failure: RequestFailure }
  | { readonly kind: 'refused'; readonly message: string }
  /** `isLast` is false where others vote as well before there is a decision. */
  | { readonly kind: 'done'; readonly isLast: boolean };

export interface DecisionActs {
  readonly isClaiming: Ref<boolean>;
  readonly isDeciding: Ref<boolean>;
  claim(id: string): Promise<ActOutcome>;
  decide(choice: DecisionChoice): Promise<ActOutcome>;
}

/** Claiming and deciding on credentials of the queue. */
export function useCredentialActs(): DecisionActs {
  const claim = useApiMutation(ClaimCredentialDocument);
  const decide = useApiMutation(DecideCredentialDocument);
  return {
    isClaiming: computed(() => claim.busy.value),
    isDeciding: computed(() => decide.busy.value),
    claim: async (credentialId) => {
      const { data, failure } = await claim.run({ credentialId });
      if (!data) return { kind: 'failed', failure };
      const result = data.claimCredential;
      return result.__typename === 'CredentialClaimed'
        ? { kind: 'done', isLast: true }
        : { kind: 'refused', message: result.message };
    },
    decide: async ({ id, note, ...choice }) => {
      const { data, failure } = await decide.run({ input: { ...choice, credentialId: id, note: note || null } });
      if (!data) return { kind: 'failed', failure };
      const result = data.decideCredential;
      return result.__typename === 'CredentialDecided'
        ? { kind: 'done', isLast: !isOpenState(result.credential.state) }
        : { kind: 'refused', message: result.message };
    },
  };
}

/** Claiming and voting on what was drawn to be audited again. */
export function useReauditActs(): DecisionActs {
  const claim = useApiMutation(ClaimReauditDocument);
  const decide = useApiMutation(DecideReauditDocument);
  return {
    isClaiming: computed(() => claim.busy.value),
    isDeciding: computed(() => decide.busy.value),
    claim: async (reauditId) => {
      const { data, failure } = await claim.run({ reauditId });
      if (!data) return { kind: 'failed', failure };
      const result = data.claimReaudit;
      return result.__typename === 'ReauditClaimed'
        ? { kind: 'done', isLast: true }
        : { kind: 'refused', message: result.message };
    },
    decide: async ({ id, note, ...choice }) => {
      const { data, failure } = await decide.run({ input: { ...choice, reauditId: id, note: note || null } });
      if (!data) return { kind: 'failed', failure };
      const result = data.decideReaudit;
      return result.__typename === 'ReauditDecided'
        ? { kind: 'done', isLast: true }
        : { kind: 'refused', message: result.message };
    },
  };
}
