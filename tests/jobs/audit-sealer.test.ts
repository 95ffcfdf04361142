import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { recordAudit } from '../../api/platform/audit-log.ts';
import type { AuditSealer } from '../../api/platform/audit/audit-sealer.ts';
import { listRoots } from '../../api/platform/audit/chain-rows.ts';
import { AuditFault } from '../../api/platform/audit/chain-verdict.ts';
import { AuditWorld } from '../support/audit-world.ts';

const LONG_MS = 60_000;

let world: AuditWorld;

beforeEach(async () => {
  world = await AuditWorld.open();
});
afterEach(async () => {
  await world.close();
});

async function linkedSubjects(): Promise<string[]> {
  const rows = await world.em.execute<{ subject_id: string }[]>(
    'select e.subject_id from audit_link l join audit_entry e on e.id = l.entry_id order by l.seq',
  );
  return rows.map((row) => row.subject_id);
}

async function waiting(): Promise<number> {
  const [row] = await world.em.execute<{ count: number }[]>('select count(*)::int as count from audit_waiting');
  return row!.count;
}

/** Puts many entries in at once. */
async function fill(count: number): Promise<void> {
  await world.em.execute(
    `insert into audit_entry (id, at, actor_kind, actor_roles, action, subject_type)
     select gen_random_uuid(), now(), 'SYSTEM', '{}', 'thing.done', 'thing' from generate_series(1, ?)`,
    [count],
  );
}

/** Runs `while_` while a transaction that recorded an act is still open. */
async function beforeCommit(while_: () => Promise<void>): Promise<string> {
  const subjectId = newId();
  await world.em.transactional(async (em) => {
    await recordAudit(em, { clock: world.clock }, { action: 'thing.done', subjectType: 'thing', subjectId });
    await while_();
  });
  return subjectId;
}

describe('the sealer', () => {
  test('links entries in the order of their insertion', async () => {
    const subjects = await world.record(25);

    expect(await world.sealer.seal()).toBe(25);

    expect(await linkedSubjects()).toEqual(subjects);
    expect(await waiting()).toBe(0);
    expect((await world.verify(world.em)).finding).toBeNull();
  });

  test('waits for nobody who writes: an entry that commits late comes later', async () => {
    let early: string[] = [];
    const late = await beforeCommit(async () => {
      early = await world.record(3);
      expect(await world.sealer.seal()).toBe(3);
    });

    await world.sealer.seal();

    expect(await linkedSubjects()).toEqual([...early, late]);
    expect((await world.verify(world.em)).finding).toBeNull();
  });

  test('keeps nobody from writing while it links', async () => {
    await world.record(5);
    let written: string[] = [];
    await world.em.transactional(async (em) => {
      await em.execute('select pg_advisory_xact_lock(4711002)');
      await em.execute('select * from audit_waiting for update');
      written = await world.record(2);
    });

    expect(written).toHaveLength(2);
  });

  test('leaves out what was undone', async () => {
    const undone = world.em.transactional(async (em) => {
      await recordAudit(em, { clock: world.clock }, { action: 'thing.done', subjectType: 'thing', subjectId: newId() });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    const kept = await world.record(1);

    await world.sealer.seal();

    expect(await linkedSubjects()).toEqual(kept);
  });

  test(
    'links more than a batch holds, in one go',
    async () => {
      await fill(2_345);

      expect(await world.sealer.seal()).toBe(2_345);

      expect(await world.verify(world.em)).toMatchObject({ finding: null, links: 2_345 });
    },
    LONG_MS,
  );

  test(
    'has one at work at a time, however many processes run it',
    async () => {
      const sealers: AuditSealer[] = Array.from({ length: 4 }, () => world.buildSealer());
      const writers = Array.from({ length: 4 }, () => world.record(60));
      let linked = 0;

      while (linked < 240) {
        const counts = await Promise.all(sealers.map((sealer) => sealer.seal()));
        linked += counts.reduce((sum, count) => sum + count, 0);
      }
      await Promise.all(writers);

      expect(linked).toBe(240);
      expect(await world.verify(world.em)).toMatchObject({ finding: null, links: 240, waiting: 0 });
    },
    LONG_MS,
  );

  test('does not link an entry twice that waits twice', async () => {
    await world.record(2);
    await world.em.execute('insert into audit_waiting (entry_id) select entry_id from audit_waiting');
    await world.sealer.seal();
    await world.em.execute('insert into audit_waiting (entry_id) select entry_id from audit_link');
    await world.record(1);

    await world.sealer.seal();

    expect(await world.verify(world.em)).toMatchObject({ finding: null, links: 3, waiting: 0 });
  });

  test(
    'is not held up by entries that were removed while they waited, and keeps that they did',
    async () => {
      await world.em.execute(
        'insert into audit_waiting (entry_id) select gen_random_uuid() from generate_series(1, 2500)',
      );
      const subjects = await world.record(2);

      await world.sealer.seal();

      expect(await linkedSubjects()).toEqual(subjects);
      expect(await waiting()).toBe(2_500);
      expect((await world.verify(world.em)).finding).toMatchObject({ fault: AuditFault.DELETED });
    },
    LONG_MS,
  );

  test('runs by itself about once a second until it is told to stop', async () => {
    const sealer = world.buildSealer();
    sealer.start();
    const began = performance.now();
    await world.record(1);

    await expect.poll(linkedSubjects, { timeout: 5_000, interval: 50 }).toHaveLength(1);
    const took = performance.now() - began;
    await world.record(1);
    await expect.poll(linkedSubjects, { timeout: 5_000, interval: 50 }).toHaveLength(2);
    await sealer.stop();

    expect(took).toBeLessThan(3_000);
  });
});

describe('the roots', () => {
  test('are signed for each day on which something was linked, when the next begins', async () => {
    await world.fillDays(2, 3);
    world.clock.advanceMinutes(5 * 24 * 60);
    await world.record(1);
    await world.sealer.seal();

    const roots = await listRoots(world.em);

    expect(roots.map(({ day, seq }) => [day, seq])).toEqual([
      ['2027-03-10', 3],
      ['2027-03-11', 6],
    ]);
    expect(await world.verify(world.em)).toMatchObject({ finding: null, roots: 2 });
  });

  test('come when the day is over even if nothing is written', async () => {
    await world.record(2);
    await world.sealer.seal();
    world.clock.advanceMinutes(24 * 60);

    await world.sealer.seal();
    await world.sealer.seal();

    expect((await listRoots(world.em)).map(({ day }) => day)).toEqual(['2027-03-10']);
  });

  test('hold although the clock of another worker lags behind', async () => {
    await world.fillDays(2, 2);
    world.clock.advanceMinutes(-12 * 60);
    await world.record(2);

    await world.sealer.seal();

    expect(await world.verify(world.em)).toMatchObject({ finding: null, links: 6, roots: 1 });
  });
});

describe('the head outside the database', () => {
  test('follows the chain', async () => {
    await world.record(2);
    await world.sealer.seal();
    await world.record(3);
    await world.sealer.seal();

    expect(await world.head()).toMatchObject({ seq: 5, keyId: 's1' });
  });

  test('is not replaced once the chain lacks it, so that a cut tail stays visible', async () => {
    await world.record(4);
    await world.sealer.seal();
    await world.em.transactional(async (em) => {
      for (const table of ['audit_entry', 'audit_link']) await em.execute(`alter table ${table} disable trigger all`);
      await em.execute('delete from audit_entry where id in (select entry_id from audit_link where seq > 2)');
      await em.execute('delete from audit_link where seq > 2');
      for (const table of ['audit_entry', 'audit_link']) await em.execute(`alter table ${table} enable trigger all`);
    });
    await world.record(7);

    await world.sealer.seal();

    expect(await world.head()).toMatchObject({ seq: 4 });
    expect((await world.verify(world.em)).finding).toMatchObject({ fault: AuditFault.REWRITTEN, seq: 4 });
  });

  test('holds up nothing when it cannot be kept', async () => {
    await writeFile(join(world.folder, 'a-file'), '');
    const sealer = world.buildSealer(join(world.folder, 'a-file', 'audit-head.json'));
    await fill(1_200);

    expect(await sealer.seal()).toBe(1_200);

    expect(await world.verify(world.em)).toMatchObject({ finding: null, links: 1_200, headCompared: false });
  });

  test('is made again when a person has removed it', async () => {
    await world.record(1);
    await world.sealer.seal();
    await rm(world.headFile);
    await world.record(1);

    await world.sealer.seal();

    expect(await world.head()).toMatchObject({ seq: 2 });
  });
});
