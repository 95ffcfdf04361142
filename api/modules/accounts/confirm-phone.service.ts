import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { recordAudit } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { Account } from './account.entity.ts';
import { CodePurpose } from './phone-code.entity.ts';
import type { CodesUnavailableError, PhoneTakenError } from './phone.errors.ts';
import type { PhoneCodeInput } from './phone.inputs.ts';
import { phoneTaken } from './phone-refusals.ts';
import { PhoneConfirmed } from './phone.type.ts';
import type { ChallengeExpiredError, InvalidCodeError } from './second-factors.errors.ts';
import { tellAccount } from './tell-account.ts';
import { tryCode } from './try-code.ts';

type Outcome = PhoneConfirmed | InvalidCodeError | ChallengeExpiredError | PhoneTakenError | CodesUnavailableError;

/**
 * Gives the account the number that was proven. One account has a number: the first that proved it keeps it, and whoever proves
 * it later is told so. The old number and the e-mail address are told of a change.
 */
export async function confirmPhone(
  context: RequestContext,
  viewer: ViewerIdentity,
  input: PhoneCodeInput,
): Promise<Outcome> {
  const tried = await tryCode(context, { purpose: CodePurpose.CHANGE_PHONE, accountId: viewer.accountId }, input);
  if (!('phone' in tried)) return tried;
  try {
    await inUnitOfWork(context.em, (em) => changePhone(em, context, viewer.accountId, tried.phone));
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    return phoneTaken(context);
  }
  return new PhoneConfirmed(await context.em.fork().findOneOrFail(Account, { id: viewer.accountId }));
}

async function changePhone(em: EntityManager, context: RequestContext, id: string, phone: string): Promise<void> {
  const { vault, clock } = context;
  const account = await em.findOneOrFail(Account, { id }, { disableIdentityMap: true });
  const replaced = account.phoneVerifiedAt == null ? null : vault.open('account.phone', id, account.phone);
  await em.nativeUpdate(
    Account,
    { id },
    {
      phone: vault.seal('account.phone', id, phone),
      phoneHash: vault.lookupHash('account.phone', phone),
      phoneVerifiedAt: clock.now(),
    },
  );
  if (replaced === phone) return;
  await recordAudit(em, context, { action: 'account.phone-changed', subjectType: 'account', subjectId: id });
  await tellAccount(em, context, { accountId: id, kind: 'phone-changed' });
  if (replaced !== null) await tellAccount(em, context, { accountId: id, kind: 'phone-replaced', recipient: replaced });
}
