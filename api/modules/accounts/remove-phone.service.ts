import { recordAudit } from '../../platform/audit-log.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import { tellAccount } from './tell-account.ts';

/** Takes the number off the account; messages go by e-mail from then on. The number, if it was proven, and the e-mail address are told. */
export async function removePhone(context: RequestContext, { accountId }: ViewerIdentity): Promise<Account> {
  const { vault } = context;
  await inUnitOfWork(context.em, async (em) => {
    const account = await em.findOneOrFail(Account, { id: accountId }, { disableIdentityMap: true });
    const removed = await em.nativeUpdate(
      Account,
      { id: accountId, phone: { $ne: null } },
      { phone: null, phoneHash: null, phoneVerifiedAt: null },
    );
    if (removed === 0) return;
    await recordAudit(em, context, { action: 'account.phone-removed', subjectType: 'account', subjectId: accountId });
    await tellAccount(em, context, { accountId, kind: 'phone-removed' });
    const phone = account.phoneVerifiedAt == null ? null : vault.open('account.phone', accountId, account.phone);
    if (phone !== null) await tellAccount(em, context, { accountId, kind: 'phone-replaced', recipient: phone });
  });
  return context.em.fork().findOneOrFail(Account, { id: accountId });
}
