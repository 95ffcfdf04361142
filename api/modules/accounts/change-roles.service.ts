import { isId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import { isLastAdministrator, lockAccount } from './account-desk.ts';
import type { AccountDesk, AccountRefusal } from './account-desk.ts';
import { Role } from './role.ts';
import { endSessions } from './session-token.ts';

export interface RoleChange {
  readonly accountId: string;
  readonly grant: readonly Role[];
  readonly revoke: readonly Role[];
  readonly reason: string;
}

/**
 * Grants and takes away roles. Whoever's roles change signs in again, so that no token from before carries more, or goes on
 * carrying what was taken; staff roles count from the next sign-in with a second factor.
 */
export async function changeRoles(desk: AccountDesk, change: RoleChange): Promise<Account | AccountRefusal> {
  const { accountId, grant, revoke, reason } = change;
  if (!isId(accountId)) return 'UNKNOWN_ACCOUNT';
  return inUnitOfWork(desk.em, async (em) => {
    const isLast = revoke.includes(Role.ADMINISTRATOR) && (await isLastAdministrator(em, accountId));
    const account = await lockAccount(em, accountId);
    if (account === null) return 'UNKNOWN_ACCOUNT';
    const roles = Object.values(Role).filter(
      (role) => (account.roles.includes(role) || grant.includes(role)) && !revoke.includes(role),
    );
    if (roles.toSorted().join() === account.roles.toSorted().join()) return 'NOTHING_TO_CHANGE';
    if (isLast) return 'LAST_ADMINISTRATOR';
    await em.nativeUpdate(Account, { id: accountId }, { roles });
    await endSessions(em, accountId);
    await recordAudit(em, desk.who, {
      action: 'account.roles-changed',
      subjectType: 'account',
      subjectId: accountId,
      before: { roles: account.roles.toSorted() },
      after: { roles: roles.toSorted() },
      reason: `${describeChange(account.roles, roles)}: ${reason}`,
    });
    return { ...account, roles };
  });
}

function describeChange(before: readonly Role[], after: readonly Role[]): string {
  const gained = after.filter((role) => !before.includes(role)).map((role) => `+${role}`);
  const lost = before.filter((role) => !after.includes(role)).map((role) => `-${role}`);
  return [...gained, ...lost].join(' ');
}
