import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '../../kernel/ids.ts';
import { localize } from '../../kernel/localized-text.ts';
import { decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { DateTimeScalar, LocalDateScalar } from '../../platform/scalars.ts';
import { Role, requireRecentAuthentication, requireRole } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import {
  CredentialRevoked,
  OverseenCredential,
  OverseenCredentialConnection,
  RevocationReasonCode,
  RevokeCredentialResult,
} from './credential-oversight.type.ts';
import { CredentialDecision } from './credential-decision.entity.ts';
import { CredentialReaudit } from './credential-reaudit.entity.ts';
import { CredentialType } from './credential-type.entity.ts';
import { Credential, CredentialState } from './credential.entity.ts';
import { listOverseen } from './credentials.queries.ts';
import { OverseenCredentialFilter, RevokeCredentialInput } from './qualifications.inputs.ts';
import { REVOCATION_REASONS } from './reason-codes.ts';
import { revokeCredential } from './revoke-credential.service.ts';

@Resolver()
export class CredentialOversightResolver {
  @Query(() => OverseenCredentialConnection, {
    description: 'Credentials of all providers that were handed in, latest decision first. For operators.',
  })
  async overseenCredentials(
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Arg('filter', () => OverseenCredentialFilter, { nullable: true, description: 'Which of them.' })
    filter: OverseenCredentialFilter | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<OverseenCredentialConnection> {
    requireRole(context, Role.OPERATOR);
    requirePageSize(first);
    const key = after ? (decodeKeyset(after, ['number', 'id']) as [number, string]) : null;
    const { rows, total } = await listOverseen(context.em, {
      typeId: isId(filter?.typeId) ? filter.typeId : null,
      states: filter?.states ?? null,
      disputedOnly: filter?.disputed ?? false,
      name: filter?.name?.trim() || null,
      limit: first + 1,
      after: key,
    });
    const page = toConnection(rows, first, total, after, (row) => encodeKeyset([row.atMs, row.id]));
    const edges = await Promise.all(
      page.edges.map(async ({ node, cursor }) => ({
        cursor,
        node: { credential: await context.loaders.get(Credential, node.id) },
      })),
    );
    return { ...page, edges };
  }

  @Query(() => [RevocationReasonCode], { description: 'Reasons that revocations can name. For operators.' })
  credentialRevocationReasons(@Ctx() context: RequestContext): RevocationReasonCode[] {
    requireRole(context, Role.OPERATOR);
    return REVOCATION_REASONS.map(({ code, label }) => ({ code, label: localize(label, context.locale) }));
  }

  @Mutation(() => RevokeCredentialResult, { description: 'Takes an approved credential back. For operators.' })
  async revokeCredential(
    @Arg('input', () => RevokeCredentialInput, { description: 'Which, and why.' }) input: RevokeCredentialInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof RevokeCredentialResult> {
    requireRole(context, Role.OPERATOR);
    return revokeCredential(context, requireRecentAuthentication(context), input);
  }
}

@Resolver(() => CredentialRevoked)
export class CredentialRevokedResolver {
  @FieldResolver(() => OverseenCredential, { name: 'credential', description: 'The credential.' })
  overseen(@Root() revoked: CredentialRevoked): OverseenCredential {
    return { credential: revoked.credential };
  }
}

@Resolver(() => OverseenCredential)
export class OverseenCredentialResolver {
  @FieldResolver(() => ID, { description: 'Identifies the credential.' })
  id(@Root() { credential }: OverseenCredential): string {
    return credential.id;
  }

  @FieldResolver(() => CredentialState, { description: 'Where it stands.' })
  state(@Root() { credential }: OverseenCredential): CredentialState {
    return credential.state;
  }

  @FieldResolver(() => Int, { description: 'Grows with every change; a revocation names the version it was made on.' })
  version(@Root() { credential }: OverseenCredential): number {
    return credential.version;
  }

  @FieldResolver(() => CredentialType, { description: 'What kind of document it is.' })
  async type(@Root() { credential }: OverseenCredential, @Ctx() context: RequestContext): Promise<CredentialType> {
    return context.loaders.get(CredentialType, credential.type);
  }

  @FieldResolver(() => Provider, { description: 'Whose it is.' })
  async provider(@Root() { credential }: OverseenCredential, @Ctx() context: RequestContext): Promise<Provider> {
    return context.loaders.get(Provider, credential.provider);
  }

  @FieldResolver(() => LocalDateScalar, { nullable: true, description: 'Last day it is valid; null: no end.' })
  validUntil(@Root() { credential }: OverseenCredential): string | null {
    return credential.validUntil;
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'When auditors last decided on it.' })
  decidedAt(@Root() { credential }: OverseenCredential): Date | null {
    return credential.decidedAt;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Who issued it, where the type lets operators see it.' })
  issuedBy(@Root() { credential }: OverseenCredential): string | null {
    return credential.issuedBy;
  }

  @FieldResolver(() => LocalDateScalar, {
    nullable: true,
    description: 'First day it is valid, where the type lets operators see it.',
  })
  validFrom(@Root() { credential }: OverseenCredential): string | null {
    return credential.validFrom;
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether an auditor who looked at it once more would have rejected it.',
  })
  async isDisputed(@Root() { credential }: OverseenCredential, @Ctx() context: RequestContext): Promise<boolean> {
    const [reaudit] = await context.loaders.list(CredentialReaudit, 'credential', credential.id);
    return reaudit?.decision === CredentialDecision.REJECT;
  }
}
