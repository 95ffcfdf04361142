import type { RequestContext } from '../../platform/request-context.ts';
import { Provider } from '../providers/index.ts';
import type { CredentialDecisionRecord } from './credential-decision.entity.ts';
import { CredentialReaudit } from './credential-reaudit.entity.ts';
import type { CredentialTransition } from './credential-transition.entity.ts';
import { Credential } from './credential.entity.ts';
import { isOpen } from './domain/credential-transitions.ts';
import type { Evidence } from './evidence.entity.ts';
import { canReadEvidence } from './evidence.policy.ts';
import { canReadCredential, canSeeActor, canSeeTransition, canSeeVote } from './qualifications.policy.ts';

/** The policy of credentials, with what it asks for loaded. */
export async function mayReadCredential(context: RequestContext, credential: Credential): Promise<boolean> {
  if (context.viewer === null) return false;
  const holder = await context.loaders.get(Provider, credential.provider);
  return canReadCredential(context.viewer, credential, holder);
}

export async function mayReadEvidence(context: RequestContext, evidence: Evidence): Promise<boolean> {
  if (context.viewer === null) return false;
  const { credential, holder } = await relate(context, evidence.credential);
  return canReadEvidence(context.viewer, credential, holder);
}

export async function maySeeVote(context: RequestContext, vote: CredentialDecisionRecord): Promise<boolean> {
  const { credential, holder, isUnderReaudit } = await relate(context, vote.credential);
  return (await mayReadCredential(context, credential)) && canSeeVote(context.viewer, vote, holder, isUnderReaudit);
}

export async function maySeeTransition(context: RequestContext, transition: CredentialTransition): Promise<boolean> {
  const { credential, isBlind } = await relate(context, transition.credential);
  return (await mayReadCredential(context, credential)) && canSeeTransition(context.viewer, transition, isBlind);
}

/** Whether whoever asks may know who that was. */
export async function mayNameActor(
  context: RequestContext,
  credentialId: string,
  actor: { readonly account: string | null; readonly role: string },
): Promise<boolean> {
  const { holder, isBlind } = await relate(context, credentialId);
  return canSeeActor(context.viewer, actor, holder, isBlind);
}

interface Relations {
  readonly credential: Credential;
  readonly holder: Provider;
  readonly isUnderReaudit: boolean;
  /** Whether auditors are blind to each other at present. */
  readonly isBlind: boolean;
}

async function relate(context: RequestContext, credentialId: string): Promise<Relations> {
  const credential = await context.loaders.get(Credential, credentialId);
  const [holder, [reaudit]] = await Promise.all([
    context.loaders.get(Provider, credential.provider),
    context.loaders.list(CredentialReaudit, 'credential', credentialId),
  ]);
  const isUnderReaudit = reaudit?.decidedAt === null;
  return { credential, holder, isUnderReaudit, isBlind: isOpen(credential.state) || isUnderReaudit };
}
