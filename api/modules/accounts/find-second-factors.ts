import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { Account } from './account.entity.ts';
import { AuthenticatorApp } from './authenticator-app.entity.ts';
import { RecoveryCode } from './recovery-code.entity.ts';
import { ruleOf } from './second-factor.policy.ts';
import type { SecondFactors } from './second-factors.type.ts';

const inOrder = { orderBy: { id: 'asc' }, disableIdentityMap: true } as const;

/** What the viewer's own account can prove itself with. */
export async function findSecondFactors({ em }: RequestContext, { accountId }: ViewerIdentity): Promise<SecondFactors> {
  const account = await em.findOneOrFail(Account, { id: accountId }, { disableIdentityMap: true });
  const apps = await em.find(AuthenticatorApp, { account: accountId, confirmedAt: { $ne: null } }, inOrder);
  const recoveryCodesLeft = await em.count(RecoveryCode, { account: accountId, usedAt: null });
  return { account: accountId, rule: ruleOf(account), apps, recoveryCodesLeft };
}
