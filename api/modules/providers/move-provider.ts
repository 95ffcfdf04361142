import { LockMode } from '@mikro-orm/core';
import { newId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { AuditRequester } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import { decideProviderTransition } from './domain/provider-transitions.ts';
import type { ProviderActor, ProviderFacts, ProviderRefusal } from './domain/provider-transitions.ts';
import { ProviderActName } from './provider-act.type.ts';
import { Provider } from './provider.entity.ts';
import { ProviderStatus } from './provider.enums.ts';
import { ProviderTransition } from './provider-transition.entity.ts';
import { PROVIDER_MOVED } from './providers.events.ts';

export interface ProviderMove {
  readonly act: ProviderActName;
  readonly actor: ProviderActor;
  readonly reasonCode?: string | null;
  readonly note?: string | null;
  /** What the guards of this act look at; what is left out speaks against nobody. */
  readonly facts?: Partial<Omit<ProviderFacts, 'waiting'>>;
}

type Moved = { readonly provider: Provider } | { readonly refusal: ProviderRefusal };

/** The provider under the lock that every change of their part is made under; null when there is none. */
export async function lockProvider(em: EntityManager, id: string): Promise<Provider | null> {
  return em.findOne(Provider, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true });
}

/** Changes the part that a provider takes by the transition table: the only way to do so (P2). Give what `lockProvider` read. */
export async function moveProvider(
  em: EntityManager,
  who: AuditRequester,
  provider: Provider,
  move: ProviderMove,
): Promise<Moved> {
  const decision = decideProviderTransition(provider.status, move.act, move.actor, factsOf(provider, move));
  if ('refusal' in decision) return decision;
  const from = provider.status;
  const changes = {
    status: ProviderStatus[decision.transition.to],
    awaitingSince: decision.transition.waits ? who.clock.now() : null,
  };
  const changed = await em.nativeUpdate(Provider, { id: provider.id, status: from }, changes);
  if (changed !== 1) throw new Error(`Provider ${provider.id} changed under its lock`);
  Object.assign(provider, changes);
  await logTransition(em, who, provider, from, move);
  return { provider };
}

/** Writes a provider who does not exist yet, by the same table. */
export async function bringProvider(em: EntityManager, who: AuditRequester, provider: Provider): Promise<Provider> {
  const move: ProviderMove = { act: ProviderActName.APPLY, actor: 'PROVIDER' };
  const decision = decideProviderTransition(null, move.act, move.actor, factsOf(provider, move));
  if ('refusal' in decision) throw new Error('The table has no beginning');
  provider.status = ProviderStatus[decision.transition.to];
  await em.insert(Provider, provider);
  await logTransition(em, who, provider, null, move);
  return provider;
}

function factsOf({ awaitingSince }: Provider, { facts }: ProviderMove): ProviderFacts {
  return { checklistDone: true, impartial: true, diaryEmpty: true, ...facts, waiting: awaitingSince != null };
}

const AUDITED_AS: Readonly<Record<ProviderActName, string>> = {
  APPLY: 'provider.applied',
  SUBMIT: 'provider.submitted',
  APPROVE: 'provider.approved',
  DECLINE: 'provider.declined',
  PAUSE: 'provider.paused',
  RESUME: 'provider.resumed',
  SUSPEND: 'provider.suspended',
  APPEAL: 'provider.appealed',
  UPHOLD: 'provider.suspension-upheld',
  REINSTATE: 'provider.reinstated',
  LEAVE: 'provider.left',
};

async function logTransition(
  em: EntityManager,
  who: AuditRequester,
  provider: Provider,
  from: ProviderStatus | null,
  move: ProviderMove,
): Promise<void> {
  const transitionId = newId();
  const reasonCode = move.reasonCode ?? null;
  await em.insert(ProviderTransition, {
    id: transitionId,
    provider: provider.id,
    act: move.act,
    from,
    to: provider.status,
    actorRole: move.actor,
    actor: who.viewer?.accountId ?? null,
    at: who.clock.now(),
    reasonCode,
    note: move.note?.trim() || null,
  });
  await recordAudit(em, who, {
    action: AUDITED_AS[move.act],
    subjectType: 'provider',
    subjectId: provider.id,
    ...(from === null ? {} : { before: { status: from } }),
    after: { status: provider.status },
    reason: reasonCode,
  });
  await publish(em, who.clock, [{ topic: PROVIDER_MOVED, payload: { transitionId } }]);
}
