import { readKeyRing } from '../../api/platform/key-ring.ts';
import { Vault } from '../../api/platform/vault.ts';

/** A key ring for tests alone: its keys are made of no secret bytes. */
export const TEST_KEYS = JSON.stringify({
  current: 'k1',
  data: { k1: Buffer.alloc(32, 0).toString('base64') },
  lookup: Buffer.alloc(32, 1).toString('base64'),
  signing: { id: 's1', privateKey: 'MC4CAQAwBQYDK2VwBCIEIG8SHzGHZpzmmP3cNW4kuM5L4u4x1Cim/EXSq8cQhvfi' },
});

export const TEST_VAULT = new Vault(readKeyRing({ keys: TEST_KEYS, keyFile: '' }));
