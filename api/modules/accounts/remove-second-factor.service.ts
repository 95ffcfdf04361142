import { isId } from '../../kernel/ids.ts';
import { recordAudit } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import { AuthenticatorApp } from './authenticator-app.entity.ts';
import { requireProvenFactor } from './enrolling-account.ts';
import { Passkey } from './passkey.entity.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { canRemoveFactor, mustEnrol } from './second-factor.policy.ts';
import { FactorNotFoundError, LastFactorError } from './second-factors.errors.ts';
import type { RemoveSecondFactorInput } from './second-factors.inputs.ts';
import { countFactors, lockFactors } from './second-factors.queries.ts';
import type { SecondFactorRemoved } from './second-factors.type.ts';
import { tellAccount } from './tell-account.ts';
import { requireRecentAuthentication } from './viewer.ts';

/** Takes an authenticator app or a passkey away. With the last of them go the recovery codes; staff keep one. */
export async function removeSecondFactor(
  context: RequestContext,
  { id }: RemoveSecondFactorInput,
): Promise<SecondFactorRemoved | FactorNotFoundError | LastFactorError> {
  const { accountId, sessionId } = requireRecentAuthentication(context);
  const account = await context.em.findOneOrFail(Account, { id: accountId }, { disableIdentityMap: true });
  await requireProvenFactor(context, account, sessionId);
  return inUnitOfWork(context.em, async (em) => {
    await lockFactors(em, accountId);
    const kind = isId(id) ? await findKind(em, accountId, id) : null;
    if (kind === null) {
      return new FactorNotFoundError(
        'FACTOR_NOT_FOUND',
        say(context, { en: 'Your account has no such factor.', 'zh-CN': '您的账号没有此验证方式。' }),
      );
    }
    if (!canRemoveFactor(account, await countFactors(em, accountId))) {
      return new LastFactorError(
        'LAST_FACTOR',
        say(context, {
          en: 'Your account needs a second factor. Add another one before you remove this one.',
          'zh-CN': '您的账号必须保留第二重验证，请先添加其他方式，再移除此项。',
        }),
      );
    }
    if (kind === 'PASSKEY') await em.nativeDelete(Passkey, { id, account: accountId });
    else await em.nativeDelete(AuthenticatorApp, { id, account: accountId });
    if (mustEnrol(await countFactors(em, accountId))) await em.nativeDelete(RecoveryCode, { account: accountId });
    await recordAudit(em, context, {
      action: 'factor.removed',
      subjectType: 'account',
      subjectId: accountId,
      before: { kind, id },
    });
    await tellAccount(em, context, { accountId, kind: kind === 'PASSKEY' ? 'passkey-removed' : 'factor-removed' });
    return { removedId: id };
  });
}

async function findKind(
  em: EntityManager,
  account: string,
  id: string,
): Promise<'AUTHENTICATOR_APP' | 'PASSKEY' | null> {
  if ((await em.count(AuthenticatorApp, { id, account, confirmedAt: { $ne: null } })) === 1) return 'AUTHENTICATOR_APP';
  return (await em.count(Passkey, { id, account })) === 1 ? 'PASSKEY' : null;
}
