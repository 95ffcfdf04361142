import { recordAudit } from '../../platform/audit-log.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import { requireProvenFactor } from './enrolling-account.ts';
import { issueRecoveryCodes } from './recovery-codes.ts';
import { mustEnrol } from './second-factor.policy.ts';
import { NoFactorError } from './second-factors.errors.ts';
import { countFactors, lockFactors } from './second-factors.queries.ts';
import type { RecoveryCodesRenewed } from './second-factors.type.ts';
import { tellAccount } from './tell-account.ts';
import { requireRecentAuthentication } from './viewer.ts';

/** Gives out new recovery codes; from now on the old ones are worth nothing. */
export async function renewRecoveryCodes(context: RequestContext): Promise<RecoveryCodesRenewed | NoFactorError> {
  const { accountId, sessionId } = requireRecentAuthentication(context);
  const account = await context.em.findOneOrFail(Account, { id: accountId }, { disableIdentityMap: true });
  await requireProvenFactor(context, account, sessionId);
  return inUnitOfWork(context.em, async (em) => {
    await lockFactors(em, accountId);
    if (mustEnrol(await countFactors(em, accountId))) {
      return new NoFactorError(
        'NO_FACTOR',
        say(context, {
          en: 'Set up an authenticator app or a passkey first.',
          'zh-CN': '请先设置身份验证器或通行密钥。',
        }),
      );
    }
    const recoveryCodes = await issueRecoveryCodes(em, context, accountId);
    await recordAudit(em, context, {
      action: 'recovery-codes.renewed',
      subjectType: 'account',
      subjectId: accountId,
    });
    await tellAccount(em, context, { accountId, kind: 'recovery-codes-renewed' });
    return { recoveryCodes };
  });
}
