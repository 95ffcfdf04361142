import type { EntityManager } from '../../platform/database.ts';
import type { ViewerIdentity } from '../../platform/request-context.ts';
import { Provider } from '../providers/index.ts';
import { Region } from '../catalog/index.ts';
import { findConflict } from './conflict-of-interest.ts';
import { CredentialDecision, CredentialDecisionRecord } from './credential-decision.entity.ts';
import { CredentialType } from './credential-type.entity.ts';
import type { Credential } from './credential.entity.ts';
import type { ConflictKind } from './domain/conflict.ts';
import type { CredentialFacts } from './domain/credential-guards.ts';

/** What an auditor's act on a credential is judged by, read under its lock. */
export interface ReviewFacts {
  readonly conflict: ConflictKind | null;
  readonly votes: readonly CredentialDecisionRecord[];
  readonly timeZone: string;
  readonly facts: Partial<CredentialFacts>;
}

const plain = { disableIdentityMap: true } as const;

export async function readReviewFacts(
  em: EntityManager,
  viewer: ViewerIdentity,
  credential: Credential,
): Promise<ReviewFacts> {
  const provider = await em.findOneOrFail(Provider, { id: credential.provider }, plain);
  const region = await em.findOneOrFail(Region, { id: provider.region }, plain);
  const type = await em.findOneOrFail(CredentialType, { id: credential.type }, plain);
  const conflict = await findConflict(em, viewer.accountId, provider);
  const votes = await em.find(
    CredentialDecisionRecord,
    { credential: credential.id, round: credential.round },
    { ...plain, orderBy: { at: 'asc', id: 'asc' } },
  );
  const first = votes[0]?.decision;
  return {
    conflict,
    votes,
    timeZone: region.timeZone,
    facts: {
      conflict: conflict !== null,
      highRisk: type.highRisk,
      hasVoted: votes.some(({ auditor }) => auditor === viewer.accountId),
      firstVote: first === undefined || first === CredentialDecision.REQUEST_MORE ? null : first,
    },
  };
}
