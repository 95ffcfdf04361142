import { GraphQLError } from 'graphql';
import { isId } from '../../kernel/ids.ts';
import { decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { requireViewer } from '../accounts/index.ts';
import { BLIND_ACTS, listBlindCredentials } from '../qualifications/index.ts';
import type { AuditLogFilter } from './audit-log.inputs.ts';
import { canReadAuditLog, isActVeiled } from './audit-log.policy.ts';
import { countEntries, listEntries, listRecentActions } from './audit-log.queries.ts';
import type { AuditLogQuestion } from './audit-log.queries.ts';
import type { AuditChainStatus, AuditEntryConnection, AuditEntryRow } from './audit-log.type.ts';

export interface AuditLogPage {
  readonly subjectId: string | null | undefined;
  readonly filter: AuditLogFilter | null | undefined;
  readonly first: number;
  readonly after: string | null | undefined;
}

/** @throws UNAUTHENTICATED for a visitor, FORBIDDEN for whoever may not read the log. */
export function requireAuditReader(context: RequestContext): void {
  if (!canReadAuditLog(requireViewer(context)))
    throw new GraphQLError('Your account may not do this.', { extensions: { code: 'FORBIDDEN' } });
}

/** A page of the log, latest first. */
export async function readAuditLog(context: RequestContext, page: AuditLogPage): Promise<AuditEntryConnection> {
  requireAuditReader(context);
  const viewer = requireViewer(context);
  const first = requirePageSize(page.first);
  const ids = [page.subjectId, page.filter?.actorId].filter((id) => id != null);
  const cursorOf = (row: AuditEntryRow): string => encodeKeyset([row.at.toISOString(), row.id]);
  // What cannot be an id is the id of nothing.
  if (!ids.every((id) => isId(id))) return toConnection<AuditEntryRow>([], first, 0, page.after, cursorOf);
  const question: AuditLogQuestion = {
    subjectId: page.subjectId ?? null,
    actorId: page.filter?.actorId ?? null,
    action: page.filter?.action ?? null,
    from: page.filter?.from ?? null,
    to: page.filter?.to ?? null,
    veiled: {
      actions: BLIND_ACTS,
      subjectIds: await listBlindCredentials(context.em, viewer),
      exceptActorId: viewer.accountId,
    },
  };
  const after = page.after ? (decodeKeyset(page.after, ['instant', 'id']) as [string, string]) : null;
  const [rows, total] = await Promise.all([
    listEntries(context.em, question, { limit: first + 1, after }),
    countEntries(context.em, question),
  ]);
  const entries = rows.map((row): AuditEntryRow => {
    const isVeiled = isActVeiled(row, question.veiled);
    return { ...row, ...(isVeiled ? VEIL : {}), isVeiled };
  });
  return toConnection(entries, first, total, page.after, cursorOf);
}

/** Besides the actor, all that tells them from others, and what they decided. */
const VEIL = {
  actorId: null,
  actorRoles: [],
  beforeHash: null,
  afterHash: null,
  reason: null,
  ipClass: null,
  requestReference: null,
};

export async function readChainStatus(context: RequestContext): Promise<AuditChainStatus> {
  requireAuditReader(context);
  const [status, actions] = await Promise.all([context.auditInspector.readStatus(), listRecentActions(context.em)]);
  return { ...status, actions };
}
