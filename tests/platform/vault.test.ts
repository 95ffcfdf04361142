import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDataKey, createKeyFile, dropOldDataKeys, readKeyRing } from '../../api/platform/key-ring.ts';
import { StartupError } from '../../api/platform/startup-error.ts';
import { UnsealError, Vault, sealedTable } from '../../api/platform/vault.ts';
import type { Sealed } from '../../api/platform/vault.ts';
import { TEST_KEYS, TEST_VAULT as vault } from '../support/test-keys.ts';

interface Person {
  id: string;
  name: string;
  phone: Sealed | null;
  phoneHash: string | null;
}
const SEALED_PERSON = sealedTable<Person>()('person', { phone: 'phone' }, { phoneHash: 'phone' });

function newKeyFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'doorstep-keys-')), 'keys.json');
}

describe('the vault', () => {
  test('gives back every text, and shows nothing of it meanwhile', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), fc.uuid(), (text, id) => {
        const kept = vault.seal('person.phone', id, text);

        expect(vault.open('person.phone', id, kept)).toBe(text);
        expect(kept).toMatch(/^v1\.k1\.[\w-]+$/);
        expect(Buffer.from(kept.split('.')[2]!, 'base64url').includes(Buffer.from(text))).toBe(false);
      }),
    );
  });

  test('looks different each time, so that equal texts cannot be told', () => {
    expect(vault.seal('person.phone', 'a', 'same')).not.toBe(vault.seal('person.phone', 'a', 'same'));
  });

  test.each([
    ['another row', 'person.phone', 'b'],
    ['another column', 'person.fax', 'a'],
  ] as const)('does not open a value that was moved to %s', (_where, column, id) => {
    const kept = vault.seal('person.phone', 'a', '+44 20 7946 0000');

    expect(() => vault.open(column, id, kept)).toThrow(UnsealError);
  });

  test('does not open a value of which one bit was changed, wherever it is', () => {
    const kept = vault.seal('person.phone', 'a', '+44 20 7946 0000');
    const bytes = Buffer.from(kept.split('.')[2]!, 'base64url');
    fc.assert(
      fc.property(fc.nat({ max: bytes.length * 8 - 1 }), (bit) => {
        const changed = Buffer.from(bytes);
        changed[bit >> 3]! ^= 1 << (bit & 7);

        expect(() => vault.open('person.phone', 'a', `v1.k1.${changed.toString('base64url')}` as Sealed)).toThrow(
          UnsealError,
        );
      }),
    );
  });

  test('says nothing of a value in the error', () => {
    const kept = vault.seal('person.phone', 'a', '+44 20 7946 0000');

    expect(() => vault.open('person.phone', 'b', kept)).toThrow(
      'A value of person.phone does not open: it was changed, or sealed for another row',
    );
    expect(() => vault.open('person.phone', 'a', 'plain' as Sealed)).toThrow('A value of person.phone is not sealed');
  });

  test('seals and opens the columns of a row, keeps the rest, and makes the hash it is looked up by', () => {
    const row = vault.sealRow(SEALED_PERSON, { id: 'a', name: 'Ann', phone: '+442079460000' });

    expect(row.name).toBe('Ann');
    expect(row.phoneHash).toBe(vault.lookupHash('person.phone', '+442079460000'));
    expect(row.phoneHash).not.toBe(vault.lookupHash('person.fax', '+442079460000'));
    expect(vault.openRow(SEALED_PERSON, row)).toEqual({ phone: '+442079460000' });
    expect(vault.sealRow(SEALED_PERSON, { id: 'a', name: 'Ann', phone: null })).toMatchObject({
      phone: null,
      phoneHash: null,
    });
  });
});

describe('the key ring', () => {
  test('is made once, readable by its owner alone', () => {
    const keyFile = newKeyFile();

    expect(createKeyFile(keyFile)).toBe(true);
    const made = readFileSync(keyFile, 'utf8');
    expect(createKeyFile(keyFile)).toBe(false);

    expect(readFileSync(keyFile, 'utf8')).toBe(made);
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    expect(readKeyRing({ keys: null, keyFile }).data.size).toBe(1);
  });

  test('opens what an older key sealed until that key is dropped', () => {
    const keyFile = newKeyFile();
    createKeyFile(keyFile);
    const before = new Vault(readKeyRing({ keys: null, keyFile })).seal('person.phone', 'a', 'old');

    expect(addDataKey(keyFile)).toBe('k2');
    const rotated = new Vault(readKeyRing({ keys: null, keyFile }));
    expect(rotated.open('person.phone', 'a', before)).toBe('old');
    expect(rotated.seal('person.phone', 'a', 'new')).toMatch(/^v1\.k2\./);

    dropOldDataKeys(keyFile);
    const pruned = new Vault(readKeyRing({ keys: null, keyFile }));
    expect(() => pruned.open('person.phone', 'a', before)).toThrow('The key k1');
  });

  test.each([
    ['is missing', null, 'There are no keys'],
    ['is no JSON', '{', 'are not JSON'],
    ['has a short key', TEST_KEYS.replace(/"k1":"[^"]{20}/, '"k1":"'), 'look at data.k1'],
    ['lacks its current key', TEST_KEYS.replace('"current":"k1"', '"current":"k9"'), 'lack the current one, k9'],
    ['has a signing key of another kind', TEST_KEYS.replace(/"privateKey":"[^"]*"/, '"privateKey":"AAAA"'), 'PKCS #8'],
  ])('that %s is refused in a sentence that repeats no key', (_what, keys, sentence) => {
    const refuse = (): unknown => readKeyRing({ keys, keyFile: '/nowhere/keys.json' });

    expect(refuse).toThrow(StartupError);
    expect(refuse).toThrow(sentence);
    expect(refuse).not.toThrow(/AAAAAAAA/);
  });
});
