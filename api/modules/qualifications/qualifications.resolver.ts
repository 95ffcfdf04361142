import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '../../kernel/ids.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { requireViewer } from '../accounts/index.ts';
import { ServiceItem } from '../catalog/index.ts';
import { Provider, requireOwnProvider } from '../providers/index.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Credential } from './credential.entity.ts';
import { StartCredentialInput, SubmitCredentialInput } from './qualifications.inputs.ts';
import { canReadCredential } from './qualifications.policy.ts';
import { CredentialVerification, StartCredentialResult, SubmitCredentialResult } from './qualifications.type.ts';
import { startCredential } from './start-credential.service.ts';
import { submitCredential } from './submit-credential.service.ts';
import { verifyCredential } from './verify-credential.ts';

@Resolver()
export class QualificationsResolver {
  @Query(() => Credential, {
    nullable: true,
    description: "One credential, for auditors and its own provider; null for anyone else's.",
  })
  async credential(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Credential | null> {
    const viewer = requireViewer(context);
    const credential = isId(id) ? await context.loaders.find(Credential, id) : null;
    if (credential === null) return null;
    const holder = await context.loaders.get(Provider, credential.provider);
    return canReadCredential(viewer, credential, holder) ? credential : null;
  }

  @Query(() => [Credential], { description: 'Credentials of the provider who asks, latest first.' })
  async myCredentials(@Ctx() context: RequestContext): Promise<Credential[]> {
    const provider = await requireOwnProvider(context);
    return context.loaders.list(Credential, 'provider', provider.id, { createdAt: 'desc' });
  }

  @Query(() => CredentialVerification, {
    nullable: true,
    description: 'What anyone may know of a credential; null when the code is unknown.',
  })
  async verifyCredential(
    @Arg('code', () => String, { description: 'The code on the badge.' }) code: string,
    @Ctx() context: RequestContext,
  ): Promise<CredentialVerification | null> {
    return code.length > 100 ? null : verifyCredential(context, code);
  }

  @Mutation(() => StartCredentialResult, {
    description: 'Begins a credential, so that evidence can be attached to it. For providers.',
  })
  async startCredential(
    @Arg('input', () => StartCredentialInput, { description: 'What is begun.' }) input: StartCredentialInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof StartCredentialResult> {
    return startCredential(context, await requireOwnProvider(context), input);
  }

  @Mutation(() => SubmitCredentialResult, { description: 'Hands in a credential. For providers.' })
  async submitCredential(
    @Arg('input', () => SubmitCredentialInput, { description: 'The document.' }) input: SubmitCredentialInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SubmitCredentialResult> {
    return submitCredential(context, await requireOwnProvider(context), input);
  }
}

@Resolver(() => ServiceItem)
export class ItemCredentialsResolver {
  @FieldResolver(() => [CredentialType], { description: 'What a provider needs, valid on the day of the visit.' })
  async requiredCredentials(@Root() item: ServiceItem, @Ctx() context: RequestContext): Promise<CredentialType[]> {
    const types = await Promise.all(
      item.requiredCredentialCodes.map((code) => context.loaders.list(CredentialType, 'code', code)),
    );
    return types.flat();
  }
}
