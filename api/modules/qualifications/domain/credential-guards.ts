import type { LocalDate } from '../../../kernel/local-date.ts';

/** What the guards look at. */
export interface CredentialFacts {
  /** Whether the actor has to do with the holder, so that somebody else must decide (Q4). */
  readonly conflict: boolean;
  /** Whether the actor has voted in this round already. */
  readonly hasVoted: boolean;
  /** Whose claim runs at this instant. */
  readonly claim: 'nobody' | 'actor' | 'other';
  /** Whether two people must agree. */
  readonly highRisk: boolean;
  /** The first vote of this round; null while there is none. */
  readonly firstVote: 'APPROVE' | 'REJECT' | null;
  /** Whether all the evidence is there that its type asks for. */
  readonly complete: boolean;
  /** The local day of the provider's region. */
  readonly today: LocalDate;
  /** Last valid day, inclusive; null: no end. */
  readonly validUntil: LocalDate | null;
}

/** The conditions a row of the transition table may set. */
export type CredentialGuard =
  | 'complete'
  | 'impartial'
  | 'has-not-voted'
  | 'claim-is-free'
  | 'holds-claim'
  | 'one-vote-decides'
  | 'two-votes-decide'
  | 'first-vote-approved'
  | 'first-vote-rejected'
  | 'validity-is-over';

/** Each guard as a predicate. */
export const GUARDS: Readonly<Record<CredentialGuard, (facts: CredentialFacts) => boolean>> = {
  complete: ({ complete }) => complete,
  impartial: ({ conflict }) => !conflict,
  'has-not-voted': ({ hasVoted }) => !hasVoted,
  'claim-is-free': ({ claim }) => claim !== 'other',
  'holds-claim': ({ claim }) => claim === 'actor',
  'one-vote-decides': ({ highRisk }) => !highRisk,
  'two-votes-decide': ({ highRisk }) => highRisk,
  'first-vote-approved': ({ firstVote }) => firstVote === 'APPROVE',
  'first-vote-rejected': ({ firstVote }) => firstVote === 'REJECT',
  'validity-is-over': ({ today, validUntil }) => validUntil !== null && validUntil < today,
};
