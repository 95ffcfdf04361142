import { sql } from 'kysely';
import { isId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import { asSystem } from '../../platform/database-identity.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import { AuthenticatorApp } from './authenticator-app.entity.ts';
import { TokenPurpose } from './one-time-token.ts';
import { Passkey } from './passkey.entity.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { Role } from './role.ts';
import { FactorsNotResettableError } from './second-factors.errors.ts';
import type { ResetSecondFactorsInput } from './second-factors.inputs.ts';
import { countFactors, lockFactors } from './second-factors.queries.ts';
import type { SecondFactorsReset } from './second-factors.type.ts';
import { Session } from './session.entity.ts';
import { tellAccount } from './tell-account.ts';
import { requireRecentAuthentication, requireRole } from './viewer.ts';

/**
 * Takes all factors of somebody who lost them away, and signs them out everywhere. An administrator cannot do it to their own
 * account: that would be a way round keeping the last one.
 */
export async function resetSecondFactors(
  context: RequestContext,
  { accountId, reason }: ResetSecondFactorsInput,
): Promise<SecondFactorsReset | FactorsNotResettableError> {
  const administrator = requireRole(context, Role.ADMINISTRATOR);
  requireRecentAuthentication(context);
  if (accountId === administrator.accountId) {
    return new FactorsNotResettableError(
      'OWN_ACCOUNT',
      say(context, { en: 'Another administrator has to do this for you.', 'zh-CN': '须由其他管理员为您操作。' }),
    );
  }
  return asSystem(() =>
    inUnitOfWork(context.em, async (em) => {
      const account = isId(accountId)
        ? await em.findOne(Account, { id: accountId }, { disableIdentityMap: true })
        : null;
      if (account === null) {
        return new FactorsNotResettableError(
          'UNKNOWN_ACCOUNT',
          say(context, { en: 'There is no such account.', 'zh-CN': '没有此账号。' }),
        );
      }
      await lockFactors(em, accountId);
      const before = await countFactors(em, accountId);
      await em.nativeDelete(AuthenticatorApp, { account: accountId });
      await em.nativeDelete(Passkey, { account: accountId });
      await em.nativeDelete(RecoveryCode, { account: accountId });
      await em.nativeDelete(Session, { account: accountId });
      await sql`
        update account_token set used_at = ${context.clock.now()}
        where account_id = ${accountId} and purpose = ${TokenPurpose.SECOND_FACTOR} and used_at is null`.execute(
        em.getKysely(),
      );
      await recordAudit(em, context, {
        action: 'factor.reset',
        subjectType: 'account',
        subjectId: accountId,
        before: { ...before },
        reason: reason.trim(),
      });
      await tellAccount(em, context, { accountId, kind: 'factors-reset' });
      return { accountId };
    }),
  );
}
