import { recordAudit } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import type { Account } from './account.entity.ts';
import { isStaff } from './role.ts';

type Staff = Pick<Account, 'id' | 'roles'>;

/** Logs, with the new session, that somebody whose account sees other people's data has signed in. */
export async function recordSignIn(
  em: EntityManager,
  context: RequestContext,
  account: Staff,
  sessionId: string,
): Promise<void> {
  if (!isStaff(account)) return;
  await recordAudit(
    em,
    { ...context, viewer: { accountId: account.id, roles: account.roles } },
    {
      action: 'session.opened',
      subjectType: 'session',
      subjectId: sessionId,
    },
  );
}

/**
 * Logs that somebody tried to get into such an account. The answer does not wait for it: how long it takes must not tell which
 * addresses belong to staff.
 */
export function recordRefusedSignIn(context: RequestContext, account: Staff | null, reason: string): void {
  if (account === null || !isStaff(account)) return;
  const draft = { action: 'session.refused', subjectType: 'account', subjectId: account.id, reason };
  recordAudit(context.em.fork(), context, draft).catch((error: unknown) => {
    context.logger.error({ err: error, reference: context.reference }, 'a refused sign-in could not be logged');
  });
}
