import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Account } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import { ConflictOfInterest, loadConflict } from './conflict-of-interest.ts';
import { mayNameActor, maySeeTransition, maySeeVote } from './credential-access.ts';
import { CredentialDecisionRecord } from './credential-decision.entity.ts';
import { CredentialTransition } from './credential-transition.entity.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Credential, CredentialState } from './credential.entity.ts';
import { DECISION_REASONS, REVOCATION_REASONS } from './reason-codes.ts';

@Resolver(() => Credential)
export class CredentialResolver {
  @FieldResolver(() => String, { description: 'The number on the document.' })
  number(@Root() credential: Credential, @Ctx() { vault }: RequestContext): string {
    return vault.open('credential.number', credential.id, credential.number);
  }

  @FieldResolver(() => CredentialType, { description: 'What kind of document it is.' })
  async type(@Root() credential: Credential, @Ctx() context: RequestContext): Promise<CredentialType> {
    return context.loaders.get(CredentialType, credential.type);
  }

  @FieldResolver(() => Provider, { description: 'Whose it is.' })
  async provider(@Root() credential: Credential, @Ctx() context: RequestContext): Promise<Provider> {
    return context.loaders.get(Provider, credential.provider);
  }

  @FieldResolver(() => Boolean, { description: 'Whether you have claimed it and the claim still runs.' })
  claimedByMe(@Root() credential: Credential, @Ctx() context: RequestContext): boolean {
    return isClaimRunning(credential, context) && credential.claimedBy === context.viewer?.accountId;
  }

  @FieldResolver(() => Boolean, { description: 'Whether another auditor has claimed it and the claim still runs.' })
  claimedByOther(@Root() credential: Credential, @Ctx() context: RequestContext): boolean {
    return isClaimRunning(credential, context) && credential.claimedBy !== context.viewer?.accountId;
  }

  @FieldResolver(() => ConflictOfInterest, {
    nullable: true,
    description: 'What you have to do with its holder, so that another auditor decides; null: nothing.',
  })
  async conflictOfInterest(
    @Root() credential: Credential,
    @Ctx() context: RequestContext,
  ): Promise<ConflictOfInterest | null> {
    if (context.viewer === null) return null;
    const holder = await context.loaders.get(Provider, credential.provider);
    const conflict = await loadConflict(context, context.viewer.accountId, holder);
    return conflict === null ? null : ConflictOfInterest[conflict];
  }

  @FieldResolver(() => Boolean, { description: 'Whether you have voted on it since it was last handed in.' })
  async votedByMe(@Root() credential: Credential, @Ctx() context: RequestContext): Promise<boolean> {
    const votes = await context.loaders.list(CredentialDecisionRecord, 'credential', credential.id, { at: 'asc' });
    return votes.some(({ auditor, round }) => round === credential.round && auditor === context.viewer?.accountId);
  }

  @FieldResolver(() => [CredentialDecisionRecord], {
    description: 'Decisions so far, first to last. Votes of others are not among them before there is a decision.',
  })
  async decisions(@Root() credential: Credential, @Ctx() context: RequestContext): Promise<CredentialDecisionRecord[]> {
    const votes = await context.loaders.list(CredentialDecisionRecord, 'credential', credential.id, { at: 'asc' });
    return keepAsync(votes, async (vote) => maySeeVote(context, vote));
  }

  @FieldResolver(() => [CredentialTransition], {
    description: 'What happened to it, first to last. Who reviews it is not among that before there is a decision.',
  })
  async history(@Root() credential: Credential, @Ctx() context: RequestContext): Promise<CredentialTransition[]> {
    const all = await context.loaders.list(CredentialTransition, 'credential', credential.id, { id: 'asc' });
    return keepAsync(all, async (transition) => maySeeTransition(context, transition));
  }

  @FieldResolver(() => [Credential], {
    description: 'Earlier credentials of the same type and provider, latest first.',
  })
  async previous(@Root() credential: Credential, @Ctx() context: RequestContext): Promise<Credential[]> {
    const all = await context.loaders.list(Credential, 'provider', credential.provider, { createdAt: 'desc' });
    return all.filter(
      (other) =>
        other.type === credential.type &&
        other.createdAt < credential.createdAt &&
        other.state !== CredentialState.DRAFT,
    );
  }
}

@Resolver(() => CredentialDecisionRecord)
export class CredentialDecisionResolver {
  @FieldResolver(() => String, { description: 'Name of the auditor where you may know it; else just "Auditor".' })
  async decidedBy(@Root() record: CredentialDecisionRecord, @Ctx() context: RequestContext): Promise<string> {
    return (await mayNameActor(context, record.credential, { account: record.auditor, role: 'AUDITOR' }))
      ? nameOf(context, record.auditor)
      : say(context, { en: 'Auditor', 'zh-CN': '审核员' });
  }
}

@Resolver(() => CredentialTransition)
export class CredentialTransitionResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Name of who did it, where you may know it.' })
  async actorName(@Root() transition: CredentialTransition, @Ctx() context: RequestContext): Promise<string | null> {
    return transition.actor === null ? null : nameOf(context, transition.actor);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why, in the words of the reason; votes carry their own.',
  })
  reason(@Root() transition: CredentialTransition, @Ctx() context: RequestContext): string | null {
    const known = [...DECISION_REASONS, ...REVOCATION_REASONS].find(({ code }) => code === transition.reason);
    return known ? say(context, known.label) : transition.reason;
  }
}

async function nameOf(context: RequestContext, accountId: string): Promise<string> {
  return (await context.loaders.get(Account, accountId)).displayName;
}

async function keepAsync<T>(all: readonly T[], keeps: (one: T) => Promise<boolean>): Promise<T[]> {
  const kept = await Promise.all(all.map(keeps));
  return all.filter((_, index) => kept[index]);
}

function isClaimRunning(credential: Credential, context: RequestContext): boolean {
  return credential.claimedBy !== null && (credential.claimExpiresAt?.getTime() ?? 0) > context.clock.now().getTime();
}
