import { localDateAt } from '../../kernel/zoned-time.ts';
import { newId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import { emitEvent } from '../../platform/pubsub.ts';
import { AUDIT_QUEUE_CHANGED } from './audit-queue.events.ts';
import { CredentialTransition } from './credential-transition.entity.ts';
import { Credential, CredentialState } from './credential.entity.ts';
import { decideCredentialTransition } from './domain/credential-transitions.ts';
import type { CredentialAct, CredentialActor, CredentialRefusal } from './domain/credential-transitions.ts';
import type { CredentialFacts } from './domain/credential-guards.ts';
import { CREDENTIAL_EXPIRED, CREDENTIAL_REVOKED } from './qualifications.events.ts';

export interface CredentialMove {
  readonly act: CredentialAct;
  readonly actor: CredentialActor;
  /** Null for the platform itself. */
  readonly actorAccount: string | null;
  /** Zone of the holder's region. */
  readonly timeZone: string;
  readonly reason?: string | null;
  /** What the guards of this act look at; what is left out speaks against nobody. */
  readonly facts?: Partial<CredentialFacts>;
  /** Further columns that change with the state. */
  readonly changes?: (to: CredentialState) => Partial<Credential>;
}

type Moved =
  { readonly credential: Credential; readonly from: CredentialState | null } | { readonly refusal: CredentialRefusal };

/**
 * Changes a credential by the transition table: the only way to do so (Q2). One that exists must have been read in this
 * transaction, under its row lock; the version is compared and swapped all the same.
 */
export async function moveCredential(
  em: EntityManager,
  clock: Clock,
  credential: Credential,
  move: CredentialMove,
): Promise<Moved> {
  const now = clock.now();
  const decision = decideCredentialTransition(credential.state, move.act, move.actor, factsOf(credential, move, now));
  if ('refusal' in decision) return decision;

  const from = credential.state;
  const to = CredentialState[decision.transition.to];
  const changes = { ...move.changes?.(to), state: to, version: credential.version + 1 };
  const changed = await em.nativeUpdate(Credential, { id: credential.id, version: credential.version }, changes);
  if (changed !== 1) throw new Error(`Credential ${credential.id} changed under its lock`);
  if (from !== to) await logTransition(em, now, credential.id, { from, to, move });
  Object.assign(credential, changes);
  await announce(em, clock, credential);
  await emitEvent(em, AUDIT_QUEUE_CHANGED, { credentialId: credential.id });
  return { credential, from };
}

/** Writes a new credential, by the rows of the table that begin with nothing. */
export async function bringCredential(
  em: EntityManager,
  clock: Clock,
  credential: Credential,
  move: CredentialMove,
): Promise<Moved> {
  const now = clock.now();
  const decision = decideCredentialTransition(null, move.act, move.actor, factsOf(credential, move, now));
  if ('refusal' in decision) return decision;
  credential.state = CredentialState[decision.transition.to];
  await em.insert(Credential, credential);
  await logTransition(em, now, credential.id, { from: null, to: credential.state, move });
  await emitEvent(em, AUDIT_QUEUE_CHANGED, { credentialId: credential.id });
  return { credential, from: null };
}

function factsOf(credential: Credential, move: CredentialMove, now: Date): CredentialFacts {
  return {
    conflict: false,
    hasVoted: false,
    highRisk: false,
    firstVote: null,
    complete: true,
    claim: claimOn(credential, move.actorAccount, now),
    today: localDateAt(now, move.timeZone),
    validUntil: credential.validUntil,
    ...move.facts,
  };
}

/** Whose claim on it runs at that instant, seen by that account. */
export function claimOn(
  credential: Pick<Credential, 'claimedBy' | 'claimExpiresAt'>,
  accountId: string | null,
  now: Date,
): CredentialFacts['claim'] {
  if (credential.claimedBy === null || (credential.claimExpiresAt?.getTime() ?? 0) <= now.getTime()) return 'nobody';
  return credential.claimedBy === accountId ? 'actor' : 'other';
}

interface LoggedMove {
  readonly from: CredentialState | null;
  readonly to: CredentialState;
  readonly move: CredentialMove;
}

async function logTransition(
  em: EntityManager,
  at: Date,
  credentialId: string,
  { from, to, move }: LoggedMove,
): Promise<void> {
  await em.insert(CredentialTransition, {
    id: newId(),
    credential: credentialId,
    from,
    to,
    actorRole: move.actor,
    actor: move.actorAccount,
    at,
    reason: move.reason ?? null,
  });
}

/** A decision is announced with its vote by whoever decides; these two have none. */
async function announce(em: EntityManager, clock: Clock, { id, state }: Credential): Promise<void> {
  if (state === CredentialState.EXPIRED)
    await publish(em, clock, [{ topic: CREDENTIAL_EXPIRED, payload: { credentialId: id } }]);
  if (state === CredentialState.REVOKED)
    await publish(em, clock, [{ topic: CREDENTIAL_REVOKED, payload: { credentialId: id } }]);
}
