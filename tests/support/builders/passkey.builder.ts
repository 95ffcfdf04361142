import { newId } from '../../../api/kernel/ids.ts';
import { Passkey } from '../../../api/modules/accounts/passkey.entity.ts';
import type { EntityManager } from '../../../api/platform/database.ts';
import { TEST_NOW } from '../fakes/clock.ts';

/** A passkey that no authenticator has the other half of. */
export async function buildPasskey(
  em: EntityManager,
  overrides: Partial<Passkey> & Pick<Passkey, 'account'>,
): Promise<Passkey> {
  const id = newId();
  const passkey: Passkey = {
    id,
    credentialId: id,
    publicKey: '',
    counter: 0,
    transports: [],
    isSynced: false,
    name: 'Laptop',
    createdAt: TEST_NOW,
    lastUsedAt: null,
    ...overrides,
  };
  await em.insert(Passkey, passkey);
  return passkey;
}
