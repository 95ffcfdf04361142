import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { recordAudit } from '../../platform/audit-log.ts';
import { asSystem } from '../../platform/database-identity.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { required } from '../../kernel/required.ts';
import { Account } from './account.entity.ts';
import { EmailTakenError } from './accounts.errors.ts';
import type { LinkExpiredError } from './accounts.errors.ts';
import { EmailChanged } from './account-security.type.ts';
import { linkExpired } from './link-expired.ts';
import { TokenPurpose, consumeToken, spendTokens } from './one-time-token.ts';
import { tellAccount } from './tell-account.ts';

/** Makes an address that was proven by its link the one that the account signs in with, and tells the old one. */
export async function confirmEmailChange(
  context: RequestContext,
  token: string,
): Promise<EmailChanged | LinkExpiredError | EmailTakenError> {
  try {
    return await asSystem(() => inUnitOfWork(context.em, (em) => changeEmail(em, context, token)));
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    return new EmailTakenError(
      'EMAIL_TAKEN',
      say(context, {
        en: 'Another account signs in with this address.',
        'zh-CN': '已有其他账号使用此邮箱登录。',
      }),
    );
  }
}

async function changeEmail(
  em: EntityManager,
  context: RequestContext,
  token: string,
): Promise<EmailChanged | LinkExpiredError> {
  const { vault, clock } = context;
  const used = await consumeToken(em, context, TokenPurpose.CHANGE_EMAIL, token);
  const account = used && (await em.findOne(Account, { id: used.accountId }, { disableIdentityMap: true }));
  if (used === null || account === null || account.bannedAt != null) return linkExpired(context);
  const oldEmail = vault.open('account.email', account.id, account.email);
  const newEmail = required(used.subject, 'the new address of a token');
  await em.nativeUpdate(
    Account,
    { id: account.id },
    {
      email: vault.seal('account.email', account.id, newEmail),
      emailHash: vault.lookupHash('account.email', newEmail),
      emailVerifiedAt: clock.now(),
    },
  );
  // Links that went to the old address are worth nothing from here on.
  await spendTokens(em, clock, account.id, [TokenPurpose.RESET_PASSWORD, TokenPurpose.CHANGE_EMAIL]);
  await recordAudit(em, context, { action: 'account.email-changed', subjectType: 'account', subjectId: account.id });
  await tellAccount(em, context, { accountId: account.id, kind: 'email-changed', recipient: oldEmail });
  return new EmailChanged(newEmail);
}
