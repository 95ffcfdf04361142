import { Account, Role, SEALED_ACCOUNT } from '../../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../../api/modules/accounts/index.ts';
import { TEST_VAULT } from '../test-keys.ts';
import { newId } from '../../../api/kernel/ids.ts';
import type { EntityManager } from '../../../api/platform/database.ts';
import { TEST_NOW } from '../fakes/clock.ts';

/** Of no password: whoever has it signs in by a session made for the test. */
const UNUSABLE_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

/** A household unless the roles say otherwise. */
export async function buildAccount(
  em: EntityManager,
  overrides: Partial<UnsealedAccount> = {},
): Promise<UnsealedAccount> {
  const id = newId();
  const account: UnsealedAccount = {
    id,
    email: `${id}@example.org`,
    phone: null,
    passwordHash: UNUSABLE_HASH,
    displayName: 'Ann Miller',
    locale: 'en',
    roles: [Role.HOUSEHOLD],
    isDemo: false,
    createdAt: TEST_NOW,
    ...overrides,
  };
  await em.insert(Account, TEST_VAULT.sealRow(SEALED_ACCOUNT, account));
  return account;
}
