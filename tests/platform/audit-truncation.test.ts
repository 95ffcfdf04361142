import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { AuditFault } from '../../api/platform/audit/chain-verdict.ts';
import { entryAt, moveLinks, rehash } from '../support/audit-tampering.ts';
import { AuditWorld } from '../support/audit-world.ts';

const DAYS = 4;
const PER_DAY = 10;
const LINKS = DAYS * PER_DAY;
const RUNS = { numRuns: 12 };

let world: AuditWorld;

beforeAll(async () => {
  world = await AuditWorld.open();
  await world.fillDays(DAYS, PER_DAY);
});
afterAll(async () => {
  await world.close();
});

const anyPlace = fc.integer({ min: 1, max: LINKS });
/** With something before and after it. */
const innerPlace = fc.integer({ min: 2, max: LINKS - 1 });

describe('the tail', () => {
  test.for(['audit_link', 'audit_link, audit_entry'])('of %s is missed when it is cut off', async (tables) => {
    await fc.assert(
      fc.asyncProperty(anyPlace, async (seq) => {
        const { finding } = await world.afterTampering(async (run) => {
          if (tables.includes('audit_entry'))
            await run('delete from audit_entry where id in (select entry_id from audit_link where seq >= ?)', [seq]);
          await run('delete from audit_link where seq >= ?', [seq]);
          await run('delete from audit_root where last_seq >= ?', [seq]);
        });

        expect(finding?.fault).toBe(AuditFault.TRUNCATED);
        expect(finding?.seq).toBe(seq);
      }),
      RUNS,
    );
  });

  test('is missed by its root even where no head was kept', async () => {
    const { finding } = await world.afterTampering(
      async (run) => {
        await run('delete from audit_entry where id in (select entry_id from audit_link where seq > ?)', [PER_DAY]);
        await run('delete from audit_link where seq > ?', [PER_DAY]);
      },
      { head: null },
    );

    expect(finding).toMatchObject({ fault: AuditFault.TRUNCATED, seq: PER_DAY + 1 });
  });

  test('is missed when everything is gone', async () => {
    const { finding } = await world.afterTampering((run) =>
      run('truncate audit_entry, audit_link, audit_root, audit_waiting'),
    );

    expect(finding).toMatchObject({ fault: AuditFault.TRUNCATED, seq: 1 });
  });

  test('is missed when an entry is removed before it is linked', async () => {
    const { finding } = await world.afterTampering(async (run) => {
      await run('insert into audit_waiting (entry_id) values (?)', [newId()]);
    });

    expect(finding).toMatchObject({ fault: AuditFault.DELETED, seq: null });
  });
});

describe('a chain that is made anew from some place on', () => {
  test('is found by the roots it passes or by the kept head', async () => {
    await fc.assert(
      fc.asyncProperty(innerPlace, async (seq) => {
        const { finding } = await world.afterTampering(async (run) => {
          await run(`delete from audit_entry where id = ${entryAt}`, [seq]);
          await run('delete from audit_link where seq = ?', [seq]);
          await moveLinks(run, seq, -1);
          await rehash(run, seq);
        });

        const endOfDay = Math.ceil(seq / PER_DAY) * PER_DAY;
        const isSigned = endOfDay < LINKS;
        expect(finding?.fault).toBe(isSigned ? AuditFault.ROOT_WRONG : AuditFault.TRUNCATED);
        expect(finding?.seq).toBe(isSigned ? endOfDay : LINKS);
      }),
      RUNS,
    );
  });

  test('with as many links as before is found as rewritten', async () => {
    await fc.assert(
      fc.asyncProperty(innerPlace, async (seq) => {
        const { finding } = await world.afterTampering(async (run) => {
          await run(`update audit_link set linked_at = linked_at + interval '1 millisecond' where seq = ?`, [seq]);
          await rehash(run, seq);
        });

        expect(finding).toMatchObject({ fault: AuditFault.REWRITTEN, seq: Math.ceil(seq / PER_DAY) * PER_DAY });
      }),
      RUNS,
    );
  });
});
