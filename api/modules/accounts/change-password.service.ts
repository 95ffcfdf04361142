import { recordAudit } from '../../platform/audit-log.ts';
import type { RateLimit } from '../../platform/rate-limits.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import { InvalidCredentialsError } from './accounts.errors.ts';
import type { TooManyAttemptsError, WeakPasswordError } from './accounts.errors.ts';
import type { ChangePasswordInput } from './accounts.inputs.ts';
import { PasswordChanged } from './account-security.type.ts';
import { TokenPurpose, spendTokens } from './one-time-token.ts';
import { hashPassword, isPassword } from './password.ts';
import { endSessions, rotateSession } from './session-token.ts';
import { tellAccount } from './tell-account.ts';
import { tooManyAttempts } from './too-many-attempts.ts';
import { requireViewer } from './viewer.ts';
import { refuseWeakPassword } from './weak-password.ts';

const PASSWORDS: RateLimit = { name: 'change-password', points: 10, windowSeconds: 15 * 60 };

type Refusal = InvalidCredentialsError | WeakPasswordError | TooManyAttemptsError;

/** Replaces the password by somebody who knows it. Every other session ends, and this one goes on under a new token. */
export async function changePassword(
  context: RequestContext,
  { currentPassword, newPassword }: ChangePasswordInput,
): Promise<PasswordChanged | Refusal> {
  const { accountId, sessionId } = requireViewer(context);
  const wait = await context.limits.consume(PASSWORDS, accountId);
  if (wait !== null) return tooManyAttempts(context, wait);
  const account = await context.em.findOneOrFail(Account, { id: accountId }, { disableIdentityMap: true });
  if (!(await isPassword(currentPassword, account.passwordHash))) return wrongPassword(context);
  await context.limits.forget(PASSWORDS, accountId);
  const email = context.vault.open('account.email', account.id, account.email);
  const weak = refuseWeakPassword(context, newPassword, email);
  if (weak !== null) return weak;

  const passwordHash = await hashPassword(newPassword);
  const replaced = await inUnitOfWork(context.em, async (em) => {
    // Of two changes at once from the same password one is made; the other no longer knows the current one.
    const changed = await em.nativeUpdate(
      Account,
      { id: accountId, passwordHash: account.passwordHash },
      { passwordHash },
    );
    if (changed === 0) return null;
    const ended = await endSessions(em, accountId, sessionId);
    await spendTokens(em, context.clock, accountId, [TokenPurpose.RESET_PASSWORD, TokenPurpose.CHANGE_EMAIL]);
    const session = await rotateSession(em, context.clock, sessionId, { secondFactor: false });
    await recordAudit(em, context, {
      action: 'account.password-changed',
      subjectType: 'account',
      subjectId: accountId,
    });
    await tellAccount(em, context, { accountId, kind: 'password-changed' });
    return { ended, session };
  });
  if (replaced === null) return wrongPassword(context);
  const { ended, session } = replaced;
  if (session !== null) context.sessionCookie.set(session.token, session.expiresAt);
  return new PasswordChanged(ended, session?.token ?? null);
}

function wrongPassword(context: RequestContext): InvalidCredentialsError {
  return new InvalidCredentialsError(
    'INVALID_CREDENTIALS',
    say(context, { en: 'This is not your current password.', 'zh-CN': '当前密码不正确。' }),
  );
}
