import { newId } from '../../../api/kernel/ids.ts';
import { CodePurpose, PhoneCode, SEALED_PHONE_CODE } from '../../../api/modules/accounts/phone-code.entity.ts';
import type { EntityManager } from '../../../api/platform/database.ts';
import type { Unsealed } from '../../../api/platform/vault.ts';
import { TEST_NOW } from '../fakes/clock.ts';
import { TEST_VAULT } from '../test-keys.ts';

export type UnsealedPhoneCode = Unsealed<PhoneCode, 'phone'>;

/** A code promised at the time of the tests: of the account that wants the number if it names one, else of a sign-in. */
export async function buildPhoneCode(
  em: EntityManager,
  overrides: Partial<UnsealedPhoneCode> = {},
): Promise<UnsealedPhoneCode> {
  const createdAt = overrides.createdAt ?? TEST_NOW;
  const code: UnsealedPhoneCode = {
    id: newId(),
    purpose: overrides.account ? CodePurpose.CHANGE_PHONE : CodePurpose.SIGN_IN,
    account: null,
    phone: '+447700900123',
    locale: 'en',
    tries: 0,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + 10 * 60_000),
    sentAt: null,
    usedAt: null,
    ...overrides,
  };
  await em.insert(PhoneCode, TEST_VAULT.sealRow(SEALED_PHONE_CODE, code));
  return code;
}
