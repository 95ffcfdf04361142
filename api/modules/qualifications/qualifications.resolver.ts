import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '../../kernel/ids.ts';
import { localize } from '../../kernel/localized-text.ts';
import { decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Role, requireRole, requireViewer } from '../accounts/index.ts';
import { ServiceItem } from '../catalog/index.ts';
import { Provider, requireOwnProvider } from '../providers/index.ts';
import { claimCredential } from './claim-credential.service.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Credential } from './credential.entity.ts';
import { listAuditQueue } from './credentials.queries.ts';
import { decideCredential } from './decide-credential.service.ts';
import { DecideCredentialInput, StartCredentialInput, SubmitCredentialInput } from './qualifications.inputs.ts';
import { canReadCredential } from './qualifications.policy.ts';
import {
  ClaimCredentialResult,
  CredentialConnection,
  CredentialVerification,
  DecideCredentialResult,
  ReasonCode,
  StartCredentialResult,
  SubmitCredentialResult,
} from './qualifications.type.ts';
import { DECISION_REASONS } from './reason-codes.ts';
import { startCredential } from './start-credential.service.ts';
import { submitCredential } from './submit-credential.service.ts';
import { verifyCredential } from './verify-credential.ts';

@Resolver()
export class QualificationsResolver {
  @Query(() => CredentialConnection, {
    description: 'Credentials waiting for a decision, most urgent first. For auditors.',
  })
  async auditQueue(
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<CredentialConnection> {
    requireRole(context, Role.AUDITOR);
    requirePageSize(first);
    const key = after ? (decodeKeyset(after, ['integer', 'integer', 'id']) as [number, number, string]) : null;
    const { rows, total } = await listAuditQueue(context.em, { limit: first + 1, after: key });
    const page = toConnection(rows, first, total, after, (row) => encodeKeyset([row.dueHour, row.risk, row.id]));
    const edges = await Promise.all(
      page.edges.map(async ({ node, cursor }) => ({ cursor, node: await context.loaders.get(Credential, node.id) })),
    );
    return { ...page, edges };
  }

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

  @Query(() => [ReasonCode], { description: 'Reasons that decisions can name.' })
  credentialReasonCodes(@Ctx() context: RequestContext): ReasonCode[] {
    return DECISION_REASONS.map((reason) => ({ ...reason, label: localize(reason.label, context.locale) }));
  }

  @Query(() => [CredentialType], { description: 'All types of credentials.' })
  async credentialTypes(@Ctx() context: RequestContext): Promise<CredentialType[]> {
    return context.em.find(CredentialType, {}, { orderBy: { position: 'asc' }, disableIdentityMap: true });
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

  @Mutation(() => ClaimCredentialResult, {
    description: 'Takes a credential of the queue for 30 minutes. For auditors.',
  })
  async claimCredential(
    @Arg('credentialId', () => ID, { description: 'Its id.' }) credentialId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof ClaimCredentialResult> {
    return claimCredential(context, requireRole(context, Role.AUDITOR), credentialId);
  }

  @Mutation(() => DecideCredentialResult, { description: 'Decides on a credential you have claimed. For auditors.' })
  async decideCredential(
    @Arg('input', () => DecideCredentialInput, { description: 'The decision.' }) input: DecideCredentialInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof DecideCredentialResult> {
    return decideCredential(context, requireRole(context, Role.AUDITOR), input);
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
