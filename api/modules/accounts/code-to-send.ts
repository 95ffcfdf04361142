import { required } from '../../kernel/required.ts';
import { isLocale } from '../../kernel/locale.ts';
import type { JobContext } from '../../platform/module.ts';
import type { CodeToSend } from '../../platform/phone-verification.ts';
import { Account } from './account.entity.ts';
import { CodePurpose, PhoneCode } from './phone-code.entity.ts';

const plain = { disableIdentityMap: true } as const;

/** A promised code and who it is for. */
export interface DueCode extends CodeToSend {
  readonly account: Account;
}

/**
 * What is to be sent for a promised code; null when it was sent, used or is over, and when nobody signs in with its number: such
 * a promise costs nothing.
 */
export async function findCodeToSend({ em, vault, clock }: JobContext, codeId: string): Promise<DueCode | null> {
  const code = await em.findOne(PhoneCode, { id: codeId }, plain);
  if (code?.sentAt !== null || code.usedAt !== null || code.expiresAt <= clock.now()) return null;
  const to = vault.open('phone_code.phone', code.id, code.phone);
  const account =
    code.purpose === CodePurpose.CHANGE_PHONE
      ? await em.findOne(Account, { id: required(code.account, 'whose number changes') }, plain)
      : await em.findOne(
          Account,
          { phoneHash: vault.lookupHash('account.phone', to), phoneVerifiedAt: { $ne: null } },
          plain,
        );
  if (account === null || account.bannedAt != null) return null;
  return { id: code.id, to, locale: isLocale(code.locale) ? code.locale : 'en', account };
}

export async function markCodeSent({ em, clock }: JobContext, codeId: string): Promise<void> {
  await em.nativeUpdate(PhoneCode, { id: codeId }, { sentAt: clock.now() });
}
