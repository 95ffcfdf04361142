import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { localize } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Account, Role, hasRole } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import { CredentialDecisionRecord } from './credential-decision.entity.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Credential } from './credential.entity.ts';

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

  @FieldResolver(() => [CredentialDecisionRecord], { description: 'Decisions so far, first to last.' })
  async decisions(@Root() credential: Credential, @Ctx() context: RequestContext): Promise<CredentialDecisionRecord[]> {
    return context.loaders.list(CredentialDecisionRecord, 'credential', credential.id, { at: 'asc' });
  }

  @FieldResolver(() => [Credential], {
    description: 'Earlier credentials of the same type and provider, latest first.',
  })
  async previous(@Root() credential: Credential, @Ctx() context: RequestContext): Promise<Credential[]> {
    const all = await context.loaders.list(Credential, 'provider', credential.provider, { submittedAt: 'desc' });
    return all.filter((other) => other.type === credential.type && other.submittedAt < credential.submittedAt);
  }
}

@Resolver(() => CredentialDecisionRecord)
export class CredentialDecisionResolver {
  @FieldResolver(() => String, { description: 'Name of the auditor for auditors; just "Auditor" for the provider.' })
  async decidedBy(@Root() record: CredentialDecisionRecord, @Ctx() context: RequestContext): Promise<string> {
    if (!hasRole(context.viewer, Role.AUDITOR)) return localize({ en: 'Auditor', 'zh-CN': '审核员' }, context.locale);
    return (await context.loaders.get(Account, record.auditor)).displayName;
  }
}

@Resolver(() => CredentialType)
export class CredentialTypeResolver {
  @FieldResolver(() => String, { description: 'Name of the type.' })
  name(@Root() type: CredentialType, @Ctx() context: RequestContext): string {
    return localize(type.name, context.locale);
  }

  @FieldResolver(() => String, { description: 'What it proves.' })
  description(@Root() type: CredentialType, @Ctx() context: RequestContext): string {
    return localize(type.description, context.locale);
  }
}

function isClaimRunning(credential: Credential, context: RequestContext): boolean {
  return credential.claimedBy !== null && (credential.claimExpiresAt?.getTime() ?? 0) > context.clock.now().getTime();
}
