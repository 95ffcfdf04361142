import { recordAudit } from '../../platform/audit-log.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import type { Account } from './account.entity.ts';
import { lockAccount } from './account-desk.ts';
import type { AccountDesk, AccountRefusal } from './account-desk.ts';
import { TokenPurpose, issueToken } from './one-time-token.ts';
import { sendResetLink } from './reset-link.ts';
import { PRINTED_LINK } from './reset-password.service.ts';
import { endSessions } from './session-token.ts';

/** Signs somebody out on every device. */
export async function signOutEverywhere(
  desk: AccountDesk,
  accountId: string,
  reason: string,
): Promise<Account | AccountRefusal> {
  return inUnitOfWork(desk.em, async (em) => {
    const account = await lockAccount(em, accountId);
    if (account === null) return 'UNKNOWN_ACCOUNT';
    if ((await endSessions(em, accountId)) === 0) return 'NOTHING_TO_CHANGE';
    await recordAudit(em, desk.who, {
      action: 'account.signed-out-everywhere',
      subjectType: 'account',
      subjectId: accountId,
      reason,
    });
    return account;
  });
}

/** Sends somebody a link to set a new password, to the address they sign in with. */
export async function sendPasswordReset(
  desk: AccountDesk,
  accountId: string,
  reason: string,
): Promise<Account | AccountRefusal> {
  return inUnitOfWork(desk.em, async (em) => {
    const account = await lockAccount(em, accountId);
    if (account === null) return 'UNKNOWN_ACCOUNT';
    if (account.bannedAt != null) return 'NOTHING_TO_CHANGE';
    await sendResetLink(em, desk, accountId);
    await recordReset(desk, em, accountId, reason);
    return account;
  });
}

const PRINTED_MINUTES = 24 * 60;

/** The token of a link that sets a new password, for the terminal and not for a message. */
export async function issueResetToken(
  desk: AccountDesk,
  accountId: string,
  reason: string,
): Promise<{ readonly token: string } | AccountRefusal> {
  return inUnitOfWork(desk.em, async (em) => {
    const account = await lockAccount(em, accountId);
    if (account === null) return 'UNKNOWN_ACCOUNT';
    if (account.bannedAt != null) return 'NOTHING_TO_CHANGE';
    await recordReset(desk, em, accountId, reason);
    const { token } = await issueToken(em, desk, {
      accountId,
      purpose: TokenPurpose.RESET_PASSWORD,
      minutes: PRINTED_MINUTES,
      subject: PRINTED_LINK,
    });
    return { token };
  });
}

async function recordReset(
  { who }: AccountDesk,
  em: AccountDesk['em'],
  accountId: string,
  reason: string,
): Promise<void> {
  await recordAudit(em, who, {
    action: 'account.reset-link-given',
    subjectType: 'account',
    subjectId: accountId,
    reason,
  });
}
