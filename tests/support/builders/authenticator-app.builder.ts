import { newId } from '../../../api/kernel/ids.ts';
import { AuthenticatorApp, SEALED_AUTHENTICATOR_APP } from '../../../api/modules/accounts/authenticator-app.entity.ts';
import { newTotpSecret } from '../../../api/modules/accounts/totp.ts';
import type { EntityManager } from '../../../api/platform/database.ts';
import type { Unsealed } from '../../../api/platform/vault.ts';
import { TEST_NOW } from '../fakes/clock.ts';
import { TEST_VAULT } from '../test-keys.ts';

type UnsealedApp = Unsealed<AuthenticatorApp, 'secret'>;

/** An app whose codes count, unless it was never confirmed. */
export async function buildApp(
  em: EntityManager,
  overrides: Partial<UnsealedApp> & Pick<UnsealedApp, 'account'>,
): Promise<UnsealedApp> {
  const app: UnsealedApp = {
    id: newId(),
    secret: newTotpSecret(),
    name: 'Phone',
    createdAt: TEST_NOW,
    confirmedAt: TEST_NOW,
    lastStep: 0,
    lastUsedAt: null,
    ...overrides,
  };
  await em.insert(AuthenticatorApp, TEST_VAULT.sealRow(SEALED_AUTHENTICATOR_APP, app));
  return app;
}
