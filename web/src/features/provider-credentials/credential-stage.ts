import type { CredentialState } from '../../generated/graphql';

/** Who has to do something: the provider, the auditors, nobody, or it is over. */
export type Stage = 'todo' | 'waiting' | 'valid' | 'over';

const stages: Readonly<Record<CredentialState, Stage>> = {
  DRAFT: 'todo',
  MORE_INFO: 'todo',
  REJECTED: 'todo',
  SUBMITTED: 'waiting',
  IN_REVIEW: 'waiting',
  SECOND_REVIEW: 'waiting',
  THIRD_REVIEW: 'waiting',
  APPROVED: 'valid',
  EXPIRED: 'over',
  REVOKED: 'over',
};

const stageOrder: readonly Stage[] = ['todo', 'waiting', 'valid', 'over'];

export function stageOf(state: CredentialState): Stage {
  return stages[state];
}

/** Groups in the order of who has to act; empty ones are left out. */
export function groupByStage<T extends { state: CredentialState }>(
  credentials: readonly T[],
): { stage: Stage; credentials: T[] }[] {
  return stageOrder
    .map((stage) => ({ stage, credentials: credentials.filter(({ state }) => stageOf(state) === stage) }))
    .filter((group) => group.credentials.length > 0);
}

/** Whole days from one local date to another; 0 on the last valid day. */
export function daysBetween(today: string, date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / 86_400_000);
}

/** The first notice of an expiry goes out so many days ahead; from then on it should be renewed. */
const RENEW_DAYS = 60;

/** Whether a new one of the type should be begun: it is over, or will soon be, and no other is under way or valid for longer. */
export function isDueForRenewal(
  credential: { id: string; state: CredentialState; validUntil?: string | null; type: { id: string } },
  all: readonly { id: string; state: CredentialState; validUntil?: string | null; type: { id: string } }[],
  today: string,
): boolean {
  const ends = credential.validUntil ?? null;
  const isEnding = credential.state === 'APPROVED' && ends !== null && daysBetween(today, ends) <= RENEW_DAYS;
  if (!isEnding && credential.state !== 'EXPIRED') return false;
  return !all.some((other) => {
    if (other.id === credential.id || other.type.id !== credential.type.id) return false;
    const stage = stageOf(other.state);
    const lastsLonger = stage === 'valid' && (other.validUntil ?? '9999-12-31') > (ends ?? '');
    return lastsLonger || stage === 'waiting' || other.state === 'DRAFT' || other.state === 'MORE_INFO';
  });
}
