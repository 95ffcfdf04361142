import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../api/kernel/canonical-json.ts';
import { newId } from '../../api/kernel/ids.ts';
import { AuditFault } from '../../api/platform/audit/chain-verdict.ts';
import { entryAt, moveLinks } from '../support/audit-tampering.ts';
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

test('an untouched log is sound', async () => {
  const verdict = await world.afterTampering(async () => undefined);

  expect(verdict).toMatchObject({
    finding: null,
    complete: true,
    links: LINKS,
    roots: DAYS - 1,
    lastSeq: LINKS,
    waiting: 0,
    headCompared: true,
  });
});

describe('an entry', () => {
  test.for([
    [`action = 'thing.undone'`],
    [`at = at + interval '1 microsecond'`],
    [`actor_id = null`],
    [`actor_id = gen_random_uuid()`],
    [`actor_kind = 'SYSTEM'`],
    [`actor_roles = '{}'`],
    [`subject_type = 'other'`],
    [`subject_id = gen_random_uuid()`],
    [`before_hash = 'x'`],
    [`after_hash = null`],
    [`reason = null`],
    [`ip_class = '10.0.0.0/24'`],
    [`request_reference = 'x'`],
  ])('that is edited by %s is named', async ([change]) => {
    await fc.assert(
      fc.asyncProperty(anyPlace, async (seq) => {
        const { finding } = await world.afterTampering((run) =>
          run(`update audit_entry set ${change} where id = ${entryAt}`, [seq]),
        );

        expect(finding).toMatchObject({ fault: AuditFault.EDITED, seq });
      }),
      { numRuns: 4 },
    );
  });

  test('that is deleted is named by its link', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlace, async (seq) => {
        const { finding } = await world.afterTampering((run) =>
          run(`delete from audit_entry where id = ${entryAt}`, [seq]),
        );

        expect(finding).toMatchObject({ fault: AuditFault.DELETED, seq, entryId: expect.any(String) });
      }),
      RUNS,
    );
  });

  test('whose id is exchanged with that of another is named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyPlace, { minLength: 2, maxLength: 2 }), async ([a = 1, b = 2]) => {
        const { finding } = await world.afterTampering(async (run) => {
          const [parked, one, other] = [
            newId(),
            `(select entry_id from audit_link where seq = ${a})`,
            `(select entry_id from audit_link where seq = ${b})`,
          ];
          await run(`update audit_entry set id = ? where id = ${one}`, [parked]);
          await run(`update audit_entry set id = ${one} where id = ${other}`);
          await run(`update audit_entry set id = ${other} where id = ?`, [parked]);
        });

        expect(finding).toMatchObject({ fault: AuditFault.EDITED, seq: Math.min(a, b) });
      }),
      RUNS,
    );
  });

  test('that is put in past the sealer is named, whatever time it claims', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: -10_000, max: 10_000 }), async (minutes) => {
        const id = newId();
        const { finding } = await world.afterTampering((run) =>
          run(
            `insert into audit_entry (id, at, actor_kind, actor_roles, action, subject_type)
             values (?, now() + ? * interval '1 minute', 'SYSTEM', '{}', 'thing.done', 'thing')`,
            [id, minutes],
          ),
        );

        expect(finding).toMatchObject({ fault: AuditFault.INSERTED, entryId: id });
      }),
      RUNS,
    );
  });
});

describe('a link', () => {
  test.for(['entry_id', 'entry_hash', 'previous_hash', 'linked_at', 'hash'])(
    'whose %s is edited is named',
    async (column) => {
      const value =
        { entry_id: 'gen_random_uuid()', linked_at: `linked_at + interval '1 second'` }[column] ?? `repeat('a', 64)`;
      await fc.assert(
        fc.asyncProperty(anyPlace, async (seq) => {
          const { finding } = await world.afterTampering((run) =>
            run(`update audit_link set ${column} = ${value} where seq = ?`, [seq]),
          );

          expect(finding).toMatchObject({ fault: AuditFault.EDITED, seq });
        }),
        { numRuns: 6 },
      );
    },
  );

  test('that is deleted leaves a gap that is named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: LINKS - 1 }), async (seq) => {
        const { finding } = await world.afterTampering((run) => run('delete from audit_link where seq = ?', [seq]));

        expect(finding).toMatchObject({ fault: AuditFault.DELETED, seq });
      }),
      RUNS,
    );
  });

  test('that is deleted with its entry, the others moved up, is named', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: LINKS - 1 }), async (seq) => {
        const { finding } = await world.afterTampering(async (run) => {
          await run(`delete from audit_entry where id = ${entryAt}`, [seq]);
          await run('delete from audit_link where seq = ?', [seq]);
          await moveLinks(run, seq, -1);
        });

        expect(finding).toMatchObject({ fault: AuditFault.DELETED, seq });
      }),
      RUNS,
    );
  });

  test.for(['that fits the one before', 'that fits nothing'])(
    '%s, put between others, is named',
    async (_, { task }) => {
      const fits = task.name.startsWith('that fits the');
      await fc.assert(
        fc.asyncProperty(innerPlace, async (seq) => {
          const { finding } = await world.afterTampering(async (run) => {
            await moveLinks(run, seq, 1);
            const id = newId();
            const at = new Date('2027-03-10T09:00:00Z');
            await run(
              `insert into audit_entry (id, at, actor_kind, actor_roles, action, subject_type) values (?, ?, 'SYSTEM', '{}', 'thing.done', 'thing')`,
              [id, at],
            );
            const entryHash = sha256({
              kind: 'audit-entry-1',
              id,
              at: '1804669200.000000',
              actorKind: 'SYSTEM',
              actorId: null,
              actorRoles: [],
              action: 'thing.done',
              subjectType: 'thing',
              subjectId: null,
              beforeHash: null,
              afterHash: null,
              reason: null,
              ipClass: null,
              requestReference: null,
            });
            await run(
              `insert into audit_link (seq, entry_id, entry_hash, previous_hash, linked_at, hash)
             select ?, ?, ?, ${fits ? 'hash' : `repeat('f', 64)`}, linked_at, 'x' from audit_link where seq = ?`,
              [seq, id, entryHash, seq - 1],
            );
            await run(
              `update audit_link set hash = encode(sha256(convert_to('{"entryHash":"' || entry_hash || '","entryId":"' || entry_id ||
             '","kind":"audit-link-1","linkedAt":"' || extract(epoch from linked_at) || '","previousHash":"' || previous_hash || '"}', 'UTF8')), 'hex') where seq = ?`,
              [seq],
            );
          });

          expect(finding).toMatchObject({ fault: AuditFault.INSERTED, seq });
        }),
        RUNS,
      );
    },
  );

  test.for([0, -7])('hidden at %i, so that an entry seems linked, is named', async (seq) => {
    const { finding } = await world.afterTampering(async (run) => {
      const id = newId();
      await run(
        `insert into audit_entry (id, at, actor_kind, actor_roles, action, subject_type) values (?, now(), 'SYSTEM', '{}', 'thing.done', 'thing')`,
        [id],
      );
      await run(
        `insert into audit_link (seq, entry_id, entry_hash, previous_hash, linked_at, hash) values (?, ?, 'x', 'y', now(), 'z')`,
        [seq, id],
      );
    });

    expect(finding).toMatchObject({ fault: AuditFault.INSERTED, seq });
  });

  test('that is exchanged with another is named where the order breaks first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(anyPlace, { minLength: 2, maxLength: 2 }), async ([a = 1, b = 2]) => {
        const { finding } = await world.afterTampering(async (run) => {
          await run('update audit_link set seq = -1 where seq = ?', [a]);
          await run('update audit_link set seq = ? where seq = ?', [a, b]);
          await run('update audit_link set seq = ? where seq = -1', [b]);
        });

        expect(finding).toMatchObject({ fault: AuditFault.REORDERED, seq: Math.min(a, b) });
      }),
      RUNS,
    );
  });

  test('and all after it that are numbered higher leave a gap that is named', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlace, async (seq) => {
        const { finding } = await world.afterTampering((run) => moveLinks(run, seq, 100), { head: null });

        expect(finding).toMatchObject({ fault: AuditFault.REORDERED, seq });
      }),
      RUNS,
    );
  });

  test('that is moved far away is named where it is missing', async () => {
    const { finding } = await world.afterTampering((run) => run('update audit_link set seq = 1000000 where seq = 7'));

    expect(finding).toMatchObject({ fault: AuditFault.REORDERED, seq: 7 });
  });
});

function sha256(value: Parameters<typeof canonicalJson>[0]): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
