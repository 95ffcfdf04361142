import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Account, SEALED_ACCOUNT, SEALED_ADDRESS, openAddress } from '../../api/modules/accounts/index.ts';
import { Address } from '../../api/modules/accounts/index.ts';
import { sealedTables } from '../../api/app/modules.ts';
import { readKeyRing } from '../../api/platform/key-ring.ts';
import { resealTables } from '../../api/platform/reseal.ts';
import { Vault } from '../../api/platform/vault.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildAddress } from '../support/builders/address.builder.ts';
import { createTestDatabase } from '../support/test-database.ts';
import type { TestDatabase } from '../support/test-database.ts';
import { TEST_KEYS } from '../support/test-keys.ts';

const plain = { disableIdentityMap: true } as const;
const ring = JSON.parse(TEST_KEYS) as { current: string; data: Record<string, string> };
const ROTATED = new Vault(
  readKeyRing({
    keys: JSON.stringify({
      ...ring,
      current: 'k2',
      data: { ...ring.data, k2: Buffer.alloc(32, 7).toString('base64') },
    }),
    keyFile: '',
  }),
);

describe('sealing again', () => {
  let world: TestDatabase;
  beforeAll(async () => {
    world = await createTestDatabase();
  });
  afterAll(() => world.close());

  test('brings every row under the current key, leaves look-ups as they are, and has nothing to do the second time', async () => {
    const em = world.database.em.fork();
    const account = await buildAccount(em, { email: 'mei@example.org', phone: '+8613800138001' });
    const address = await buildAddress(em, { account: account.id, doorNote: null });
    const before = await em.findOneOrFail(Account, { id: account.id }, plain);

    expect(await resealTables(world.database.em, ROTATED, sealedTables)).toBe(2);

    const after = await em.findOneOrFail(Account, { id: account.id }, plain);
    expect(after.email).toMatch(/^v1\.k2\./);
    expect(after.emailHash).toBe(before.emailHash);
    expect(ROTATED.openRow(SEALED_ACCOUNT, after)).toEqual({ email: 'mei@example.org', phone: '+8613800138001' });
    const moved = await em.findOneOrFail(Address, { id: address.id }, plain);
    expect(openAddress(ROTATED, moved)).toMatchObject({ line: address.line, doorNote: null });
    expect(await resealTables(world.database.em, ROTATED, sealedTables)).toBe(0);
  });

  test('leaves what was wiped alone, together with the hash that took the place of its look-up', async () => {
    const em = world.database.em.fork();
    const account = await buildAccount(em, { phone: '+8613800138009' });
    await em.execute(`update account set email = '', email_hash = 'erased' where id = ?`, [account.id]);

    await resealTables(world.database.em, ROTATED, sealedTables);

    const after = await em.findOneOrFail(Account, { id: account.id }, plain);
    expect(after).toMatchObject({ email: '', emailHash: 'erased' });
    expect(ROTATED.openRow(SEALED_ACCOUNT, after)).toEqual({ email: '', phone: '+8613800138009' });
    expect(await resealTables(world.database.em, ROTATED, sealedTables)).toBe(0);
  });

  test('seals what an installation from before sealing kept plain', async () => {
    const em = world.database.em.fork();
    const account = await buildAccount(em);
    await em.execute('update account set email = ?, email_hash = ?, phone = null where id = ?', [
      'plain@example.org',
      'none yet',
      account.id,
    ]);

    expect(await resealTables(world.database.em, ROTATED, [SEALED_ACCOUNT, SEALED_ADDRESS] as never)).toBe(1);

    const row = await em.findOneOrFail(Account, { id: account.id }, plain);
    expect(ROTATED.openRow(SEALED_ACCOUNT, row)).toEqual({ email: 'plain@example.org', phone: null });
    expect(row.emailHash).toBe(ROTATED.lookupHash('account.email', 'plain@example.org'));
  });
});
