import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '../../kernel/ids.ts';
import { localize } from '../../kernel/localized-text.ts';
import { badUserInput, decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { LocalDateScalar } from '../../platform/scalars.ts';
import { Role, requireRole } from '../accounts/index.ts';
import { checkDraws, reportAgreement } from './audit-agreement.ts';
import { listAuditQueue, listReauditQueue } from './audit-queue.queries.ts';
import { claimCredential } from './claim-credential.service.ts';
import { claimReaudit } from './claim-reaudit.service.ts';
import { CredentialReaudit } from './credential-reaudit.entity.ts';
import { Credential } from './credential.entity.ts';
import { decideCredential } from './decide-credential.service.ts';
import { decideReaudit } from './decide-reaudit.service.ts';
import { claimOn } from './move-credential.ts';
import { AuditQueueFilter, DecideCredentialInput } from './qualifications.inputs.ts';
import {
  ClaimCredentialResult,
  CredentialConnection,
  DecideCredentialResult,
  ReasonCode,
} from './qualifications.type.ts';
import { DecideReauditInput } from './reaudit.inputs.ts';
import {
  AuditAgreement,
  ClaimReauditResult,
  DecideReauditResult,
  ReauditConnection,
  ReauditDraw,
} from './reaudit.type.ts';
import { DECISION_REASONS } from './reason-codes.ts';

const MOST_DAYS = 3_660;

@Resolver()
export class AuditDeskResolver {
  @Query(() => CredentialConnection, {
    description: 'Credentials that wait for your vote: overdue first, then high risk, then by time left. For auditors.',
  })
  async auditQueue(
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Arg('filter', () => AuditQueueFilter, { nullable: true, description: 'Which of them; all when left out.' })
    filter: AuditQueueFilter | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<CredentialConnection> {
    const viewer = requireRole(context, Role.AUDITOR);
    requirePageSize(first);
    const key = after ? decodeKeyset(after, ['integer', 'integer', 'number', 'id']) : null;
    const { rows, total } = await listAuditQueue(context.em, {
      auditorId: viewer.accountId,
      now: context.clock.now(),
      typeId: isId(filter?.typeId) ? filter.typeId : null,
      states: filter?.states ?? null,
      overdueOnly: filter?.overdue ?? false,
      limit: first + 1,
      after: key as [number, number, number, string] | null,
    });
    const page = toConnection(rows, first, total, after, (row) =>
      encodeKeyset([row.lateness, row.risk, row.dueMs, row.id]),
    );
    const edges = await Promise.all(
      page.edges.map(async ({ node, cursor }) => ({ cursor, node: await context.loaders.get(Credential, node.id) })),
    );
    return { ...page, edges };
  }

  @Query(() => ReauditConnection, {
    description:
      'Approved credentials drawn to be audited again that you have not voted on, first due first. For auditors.',
  })
  async reauditQueue(
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<ReauditConnection> {
    const viewer = requireRole(context, Role.AUDITOR);
    requirePageSize(first);
    const key = after ? (decodeKeyset(after, ['number', 'id']) as [number, string]) : null;
    const { rows, total } = await listReauditQueue(context.em, {
      auditorId: viewer.accountId,
      limit: first + 1,
      after: key,
    });
    const page = toConnection(rows, first, total, after, (row) => encodeKeyset([row.dueMs, row.id]));
    const edges = await Promise.all(
      page.edges.map(async ({ node, cursor }) => ({
        cursor,
        node: await context.loaders.get(CredentialReaudit, node.id),
      })),
    );
    return { ...page, edges };
  }

  @Query(() => AuditAgreement, {
    description: "Agreement between auditors (Cohen's kappa) on what two of them judged. For auditors and operators.",
  })
  async auditAgreement(
    @Arg('from', () => LocalDateScalar, { description: 'First day, UTC.' }) from: string,
    @Arg('to', () => LocalDateScalar, { description: 'Last day, UTC.' }) to: string,
    @Ctx() context: RequestContext,
  ): Promise<AuditAgreement> {
    requireRole(context, Role.AUDITOR, Role.OPERATOR);
    const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
    if (days < 0 || days > MOST_DAYS) throw badUserInput('to', 'The last day comes after the first, within ten years.');
    return reportAgreement(context, from, to);
  }

  @Query(() => [ReauditDraw], {
    description:
      'The draws of re-audits of the last twelve months, made again to check them. For auditors and operators.',
  })
  async reauditDraws(@Ctx() context: RequestContext): Promise<ReauditDraw[]> {
    requireRole(context, Role.AUDITOR, Role.OPERATOR);
    return checkDraws(context);
  }

  @Query(() => [ReasonCode], { description: 'Reasons that decisions can name.' })
  credentialReasonCodes(@Ctx() context: RequestContext): ReasonCode[] {
    return DECISION_REASONS.map((reason) => ({ ...reason, label: localize(reason.label, context.locale) }));
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

  @Mutation(() => DecideCredentialResult, { description: 'Votes on a credential you have claimed. For auditors.' })
  async decideCredential(
    @Arg('input', () => DecideCredentialInput, { description: 'The decision.' }) input: DecideCredentialInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof DecideCredentialResult> {
    return decideCredential(context, requireRole(context, Role.AUDITOR), input);
  }

  @Mutation(() => ClaimReauditResult, { description: 'Takes a re-audit for 30 minutes. For auditors.' })
  async claimReaudit(
    @Arg('reauditId', () => ID, { description: 'Its id.' }) reauditId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof ClaimReauditResult> {
    return claimReaudit(context, requireRole(context, Role.AUDITOR), reauditId);
  }

  @Mutation(() => DecideReauditResult, { description: 'Votes on a re-audit you have claimed. For auditors.' })
  async decideReaudit(
    @Arg('input', () => DecideReauditInput, { description: 'The vote.' }) input: DecideReauditInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof DecideReauditResult> {
    return decideReaudit(context, requireRole(context, Role.AUDITOR), input);
  }
}

@Resolver(() => CredentialReaudit)
export class CredentialReauditResolver {
  @FieldResolver(() => Credential, {
    description: 'What is audited again; its earlier votes are hidden until it is done.',
  })
  async credential(@Root() reaudit: CredentialReaudit, @Ctx() context: RequestContext): Promise<Credential> {
    return context.loaders.get(Credential, reaudit.credential);
  }

  @FieldResolver(() => Boolean, { description: 'Whether you have claimed it and the claim still runs.' })
  claimedByMe(@Root() reaudit: CredentialReaudit, @Ctx() context: RequestContext): boolean {
    return claimOn(reaudit, context.viewer?.accountId ?? null, context.clock.now()) === 'actor';
  }

  @FieldResolver(() => Boolean, { description: 'Whether another auditor has claimed it and the claim still runs.' })
  claimedByOther(@Root() reaudit: CredentialReaudit, @Ctx() context: RequestContext): boolean {
    return claimOn(reaudit, context.viewer?.accountId ?? null, context.clock.now()) === 'other';
  }
}
