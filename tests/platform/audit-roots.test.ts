import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signRoot } from '../../api/platform/audit/chain-hash.ts';
import type { SignedRoot } from '../../api/platform/audit/chain-hash.ts';
import { listRoots } from '../../api/platform/audit/chain-rows.ts';
import { AuditFault } from '../../api/platform/audit/chain-verdict.ts';
import { entryAt } from '../support/audit-tampering.ts';
import { AuditWorld, buildSigning } from '../support/audit-world.ts';

const DAYS = 4;
const PER_DAY = 10;
const LINKS = DAYS * PER_DAY;

let world: AuditWorld;

beforeAll(async () => {
  world = await AuditWorld.open();
  await world.fillDays(DAYS, PER_DAY);
});
afterAll(async () => {
  await world.close();
});

describe('a root', () => {
  test.for(['2027-03-10', '2027-03-11', '2027-03-12'])('of %s is missed when it is deleted', async (day) => {
    const { finding } = await world.afterTampering((run) => run('delete from audit_root where day = ?', [day]));

    expect(finding).toMatchObject({ fault: AuditFault.ROOT_MISSING, explanation: expect.stringContaining(day) });
  });

  test('of the last day is missed when that is long over', async () => {
    world.clock.advanceMinutes(24 * 60);

    const { finding } = await world.afterTampering(async () => undefined);

    world.clock.advanceMinutes(-24 * 60);
    expect(finding).toMatchObject({ fault: AuditFault.ROOT_MISSING, seq: LINKS });
  });

  test.for(['last_seq = 9', `hash = repeat('a', 64)`, `signature = 'AAAA'`, `key_id = 's2'`, `day = '2027-03-09'`])(
    'with %s is found out by its signature',
    async (change) => {
      const { finding } = await world.afterTampering((run) =>
        run(`update audit_root set ${change} where day = '2027-03-10'`),
      );

      expect([AuditFault.SIGNATURE_WRONG, AuditFault.ROOT_MISSING]).toContain(finding?.fault);
    },
  );

  test('signed with another key is found out', async () => {
    const { finding } = await world.afterTampering(async (run) => {
      const [root] = await listRoots(world.em);
      const forged = signRoot(buildSigning(world.signing.id), { day: root!.day, seq: root!.seq, hash: root!.hash });
      await run('update audit_root set signature = ? where day = ?', [forged.signature, forged.day]);
    });

    expect(finding).toMatchObject({ fault: AuditFault.SIGNATURE_WRONG, seq: PER_DAY });
  });

  test('for a day on which nothing was linked is found out', async () => {
    const { finding } = await world.afterTampering(async (run) => {
      const { day, seq, hash, keyId, signature } = signRoot(world.signing, { day: '2027-03-13', seq: 3, hash: 'x' });
      await run('insert into audit_root (day, last_seq, hash, key_id, signature) values (?, ?, ?, ?, ?)', [
        day,
        seq,
        hash,
        keyId,
        signature,
      ]);
    });

    expect(finding?.fault).toBe(AuditFault.ROOT_WRONG);
  });
});

describe('a saved copy of the roots', () => {
  let savedRoots: SignedRoot[];
  beforeAll(async () => {
    savedRoots = await listRoots(world.em);
  });

  test('agrees with a sound log', async () => {
    expect((await world.afterTampering(async () => undefined, { savedRoots })).finding).toBeNull();
  });

  test('shows that chain and roots were made anew by whoever has the key', async () => {
    const { finding } = await world.afterTampering(
      async (run) => {
        await run('truncate audit_entry, audit_link, audit_root, audit_waiting');
      },
      { savedRoots, head: null },
    );

    expect(finding).toMatchObject({ fault: AuditFault.TRUNCATED, seq: 1 });
  });

  test('that was changed itself is refused', async () => {
    const forged = savedRoots.map((root) => ({ ...root, hash: 'x' }));

    const { finding } = await world.afterTampering(async () => undefined, { savedRoots: forged });

    expect(finding).toMatchObject({ fault: AuditFault.SIGNATURE_WRONG });
  });
});

describe('the head outside the database', () => {
  test.for([
    ['with another hash', (text: string) => text.replace(/"hash":"../, '"hash":"zz')],
    ['that is no head', () => 'nothing'],
  ] as const)('%s is refused', async ([, change]) => {
    const kept = await readFile(world.headFile, 'utf8');
    await writeFile(world.headFile, change(kept));

    const { finding } = await world.afterTampering(async () => undefined);

    await writeFile(world.headFile, kept);
    expect(finding).toMatchObject({ fault: AuditFault.SIGNATURE_WRONG });
  });
});

describe('a check of the last days', () => {
  test('begins at the signed end of the day before', async () => {
    const verdict = await world.afterTampering(async () => undefined, { fromDay: '2027-03-12' });

    expect(verdict).toMatchObject({ finding: null, links: 2 * PER_DAY, firstSeq: 2 * PER_DAY + 1, lastSeq: LINKS });
  });

  test.for([
    ['finds', 3 * PER_DAY, AuditFault.EDITED],
    ['finds, being the link it begins at,', 2 * PER_DAY, AuditFault.EDITED],
    ['leaves to the full check', PER_DAY, undefined],
  ] as const)('%s what was edited at %i', async ([, seq, fault]) => {
    const { finding } = await world.afterTampering(
      (run) => run(`update audit_entry set reason = 'x' where id = ${entryAt}`, [seq]),
      { fromDay: '2027-03-12' },
    );

    expect(finding?.fault).toBe(fault);
  });

  test('does not trust a root that was forged', async () => {
    const { finding } = await world.afterTampering(
      (run) => run(`update audit_root set signature = 'AAAA' where day = '2027-03-11'`),
      { fromDay: '2027-03-12' },
    );

    expect(finding).toMatchObject({ fault: AuditFault.SIGNATURE_WRONG, seq: 2 * PER_DAY });
  });
});
