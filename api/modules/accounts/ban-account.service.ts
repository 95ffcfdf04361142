import { isId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import { isLastAdministrator, lockAccount } from './account-desk.ts';
import type { AccountDesk, AccountRefusal } from './account-desk.ts';
import { spendTokens } from './one-time-token.ts';
import { endSessions } from './session-token.ts';

/** Keeps somebody out: every session ends, no link of theirs opens anything, and no way in leads anywhere until it is lifted. */
export async function banAccount(
  desk: AccountDesk,
  accountId: string,
  reason: string,
): Promise<Account | AccountRefusal> {
  if (!isId(accountId)) return 'UNKNOWN_ACCOUNT';
  return inUnitOfWork(desk.em, async (em) => {
    const isLast = await isLastAdministrator(em, accountId);
    const account = await lockAccount(em, accountId);
    if (account === null) return 'UNKNOWN_ACCOUNT';
    if (account.bannedAt != null) return 'NOTHING_TO_CHANGE';
    if (isLast) return 'LAST_ADMINISTRATOR';
    const bannedAt = desk.clock.now();
    await em.nativeUpdate(Account, { id: accountId }, { bannedAt });
    await endSessions(em, accountId);
    await spendTokens(em, desk.clock, accountId);
    await recordAudit(em, desk.who, {
      action: 'account.banned',
      subjectType: 'account',
      subjectId: accountId,
      before: { banned: false },
      after: { banned: true },
      reason,
    });
    return { ...account, bannedAt };
  });
}

/** Lets somebody in again. */
export async function liftBan(desk: AccountDesk, accountId: string, reason: string): Promise<Account | AccountRefusal> {
  return inUnitOfWork(desk.em, async (em) => {
    const account = await lockAccount(em, accountId);
    if (account === null) return 'UNKNOWN_ACCOUNT';
    if (account.bannedAt == null) return 'NOTHING_TO_CHANGE';
    await em.nativeUpdate(Account, { id: accountId }, { bannedAt: null });
    await recordAudit(em, desk.who, {
      action: 'account.ban-lifted',
      subjectType: 'account',
      subjectId: accountId,
      before: { banned: true },
      after: { banned: false },
      reason,
    });
    return { ...account, bannedAt: null };
  });
}
