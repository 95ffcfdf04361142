import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { Account } from '../accounts/index.ts';
import { AuditLogFilter } from './audit-log.inputs.ts';
import { AuditChainStatus, AuditEntryConnection, AuditEntryRow, VerifyAuditLogResult } from './audit-log.type.ts';
import { readAuditLog, readChainStatus } from './read-audit-log.service.ts';
import { verifyAuditLog } from './verify-audit-log.service.ts';

@Resolver(() => AuditEntryRow)
export class AuditLogResolver {
  @Query(() => AuditEntryConnection, {
    description: 'What was done and by whom, latest first. For operators and administrators.',
  })
  async auditLog(
    @Arg('subjectId', () => ID, { nullable: true, description: 'Only what was done to this.' })
    subjectId: string | null | undefined,
    @Arg('filter', () => AuditLogFilter, { nullable: true, description: 'Which entries.' })
    filter: AuditLogFilter | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<AuditEntryConnection> {
    return readAuditLog(context, { subjectId, filter, first, after });
  }

  @Query(() => AuditChainStatus, {
    description: 'How far the chain of the audit log has come. For operators and administrators.',
  })
  async auditChainStatus(@Ctx() context: RequestContext): Promise<AuditChainStatus> {
    return readChainStatus(context);
  }

  @Mutation(() => VerifyAuditLogResult, {
    description:
      'Checks the chain and the signatures of the last days and says which row does not fit. It is logged itself. For operators and administrators.',
  })
  async verifyAuditLog(
    @Arg('days', () => Int, { defaultValue: 7, description: 'How many UTC days, today included; 1 to 366.' })
    days: number,
    @Ctx() context: RequestContext,
  ): Promise<typeof VerifyAuditLogResult> {
    return verifyAuditLog(context, days);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The name of the account that acted; null when nobody was signed in or the account is gone.',
  })
  async actorName(@Root() entry: AuditEntryRow, @Ctx() context: RequestContext): Promise<string | null> {
    if (entry.actorId === null) return null;
    return (await context.loaders.find(Account, entry.actorId))?.displayName ?? null;
  }
}
