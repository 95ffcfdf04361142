import { recordAudit } from '../../platform/audit-log.ts';
import { asSystem } from '../../platform/database-identity.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import type { LinkExpiredError, WeakPasswordError } from './accounts.errors.ts';
import type { ResetPasswordInput } from './accounts.inputs.ts';
import { PasswordChanged } from './account-security.type.ts';
import { linkExpired } from './link-expired.ts';
import { TokenPurpose, consumeToken, findToken, spendTokens } from './one-time-token.ts';
import { hashPassword } from './password.ts';
import { endSessions } from './session-token.ts';
import { tellAccount } from './tell-account.ts';
import { refuseWeakPassword } from './weak-password.ts';

/** What the subject of a token says that no message carried, so that using it proves no address. */
export const PRINTED_LINK = 'printed';

/**
 * Sets a new password by a link, and ends every session. It opens none: whoever has the link still has to sign in, with the
 * second factor where there is one.
 */
export async function resetPassword(
  context: RequestContext,
  input: ResetPasswordInput,
): Promise<PasswordChanged | LinkExpiredError | WeakPasswordError> {
  const { em, vault, clock } = context;
  const found = await asSystem(() => findToken(em, context, TokenPurpose.RESET_PASSWORD, input.token));
  const account =
    found && (await asSystem(() => em.findOne(Account, { id: found.accountId }, { disableIdentityMap: true })));
  if (account === null || account.bannedAt != null) return linkExpired(context);
  const weak = refuseWeakPassword(context, input.password, vault.open('account.email', account.id, account.email));
  if (weak !== null) return weak;

  const passwordHash = await hashPassword(input.password);
  return asSystem(() =>
    inUnitOfWork(em, async (transaction) => {
      const token = await consumeToken(transaction, context, TokenPurpose.RESET_PASSWORD, input.token);
      if (token === null) return linkExpired(context);
      const isProof = token.subject !== PRINTED_LINK;
      await transaction.nativeUpdate(
        Account,
        { id: account.id },
        { passwordHash, ...(isProof && account.emailVerifiedAt == null ? { emailVerifiedAt: clock.now() } : {}) },
      );
      await spendTokens(transaction, clock, account.id);
      const ended = await endSessions(transaction, account.id);
      await recordAudit(transaction, context, {
        action: 'account.password-reset',
        subjectType: 'account',
        subjectId: account.id,
      });
      await tellAccount(transaction, context, { accountId: account.id, kind: 'password-changed' });
      return new PasswordChanged(ended);
    }),
  );
}
