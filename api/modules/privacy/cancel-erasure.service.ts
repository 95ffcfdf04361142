import { recordAudit } from '../../platform/audit-log.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { AccountErasure } from './account-erasure.entity.ts';
import { NoErasureError } from './privacy.errors.ts';
import type { ErasureCancelled } from './privacy.type.ts';
import { personalDataRegister } from './register.ts';

/** Takes the erasure back, as long as it has not begun. */
export async function cancelErasure(
  context: RequestContext,
  { accountId }: ViewerIdentity,
): Promise<ErasureCancelled | NoErasureError> {
  return inUnitOfWork(context.em, async (em) => {
    const waiting = { accountId, cancelledAt: null, begunAt: null };
    const pending = await em.findOne(AccountErasure, waiting, { disableIdentityMap: true });
    const changed =
      pending === null
        ? 0
        : await em.nativeUpdate(
            AccountErasure,
            { id: pending.id, ...waiting },
            { cancelledAt: context.clock.now(), hidden: {} },
          );
    if (pending === null || changed === 0) {
      return new NoErasureError(
        'NO_ERASURE',
        say(context, { en: 'Your account is not about to be erased.', 'zh-CN': '您的账号没有待执行的注销。' }),
      );
    }
    for (const [name, memo] of Object.entries(pending.hidden))
      await personalDataRegister().handlers.get(name)?.show?.(em, accountId, memo);
    await recordAudit(em, context, {
      action: 'account.erasure-cancelled',
      subjectType: 'account',
      subjectId: accountId,
    });
    return { stays: true };
  });
}
