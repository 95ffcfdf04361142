import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { recordAudit, toIpClass } from '../../api/platform/audit-log.ts';
import { FakeClock, TEST_NOW } from '../support/fakes/clock.ts';
import { createTestDatabase } from '../support/test-database.ts';
import type { TestDatabase } from '../support/test-database.ts';

let world: TestDatabase;
const clock = new FakeClock();
const TABLES = ['audit_entry', 'audit_link', 'audit_root'] as const;

beforeAll(async () => {
  world = await createTestDatabase();
});
afterAll(async () => {
  await world.close();
});

async function run<T extends object = object>(statement: string, parameters: unknown[] = []): Promise<T[]> {
  return world.database.em.fork().execute<T[]>(statement, parameters);
}

async function entryAbout(subjectId: string): Promise<Record<string, unknown> | undefined> {
  return (await run<Record<string, unknown>>('select * from audit_entry where subject_id = ?', [subjectId]))[0];
}

describe('recordAudit', () => {
  test('keeps who, what, from where and hashes of the states, never the states', async () => {
    const [accountId, subjectId] = [newId(), newId()];

    await recordAudit(
      world.database.em.fork(),
      { viewer: { accountId, roles: ['OPERATOR', 'HOUSEHOLD'] }, ip: '203.0.113.77', clock, reference: 'request-7' },
      {
        action: 'booking.cancelled-by-operator',
        subjectType: 'booking',
        subjectId,
        before: { state: 'CONFIRMED', fee: 0 },
        after: { fee: 0, state: 'CANCELLED' },
        reason: 'PROVIDER_ILL',
      },
    );

    expect(await entryAbout(subjectId)).toEqual({
      id: expect.any(String),
      at: TEST_NOW.toISOString().replace('T', ' ').replace('.000Z', '+00'),
      actor_kind: 'ACCOUNT',
      actor_id: accountId,
      actor_roles: ['HOUSEHOLD', 'OPERATOR'],
      action: 'booking.cancelled-by-operator',
      subject_type: 'booking',
      subject_id: subjectId,
      before_hash: createHash('sha256').update('{"fee":0,"state":"CONFIRMED"}').digest('hex'),
      after_hash: createHash('sha256').update('{"fee":0,"state":"CANCELLED"}').digest('hex'),
      reason: 'PROVIDER_ILL',
      ip_class: '203.0.113.0/24',
      request_reference: 'request-7',
    });
  });

  test.for([
    ['a visitor', { viewer: null, ip: '2001:db8:1:2::9', clock }, 'VISITOR', '2001:db8:1::/48'],
    ['the platform itself', { clock }, 'SYSTEM', null],
  ] as const)('names %s', async ([, who, kind, ipClass]) => {
    const subjectId = newId();

    await recordAudit(world.database.em.fork(), who, { action: 'thing.done', subjectType: 'thing', subjectId });

    expect(await entryAbout(subjectId)).toMatchObject({ actor_kind: kind, actor_id: null, ip_class: ipClass });
  });

  test('is undone with the transaction it was written in', async () => {
    const subjectId = newId();

    const failed = world.database.em.fork().transactional(async (em) => {
      await recordAudit(em, { clock }, { action: 'thing.done', subjectType: 'thing', subjectId });
      throw new Error('undone');
    });

    await expect(failed).rejects.toThrow('undone');
    expect(await entryAbout(subjectId)).toBeUndefined();
  });

  test.for(['decided', 'credential.', 'Credential.decided', 'credential decided'])(
    'refuses the action “%s”',
    async (action) => {
      const draft = { action, subjectType: 'credential', subjectId: newId() };

      await expect(recordAudit(world.database.em.fork(), { clock }, draft)).rejects.toThrow('no audit action');
    },
  );
});

describe('toIpClass', () => {
  test.for([
    ['198.51.100.200', '198.51.100.0/24'],
    ['::ffff:198.51.100.200', '198.51.100.0/24'],
    ['2001:db8:abcd:12::1', '2001:db8:abcd::/48'],
    ['2001:DB8::1', '2001:db8:0::/48'],
    ['fe80::1%eth0', 'fe80:0:0::/48'],
    ['::1', '0:0:0::/48'],
    ['1:2:3:4:5:6:7:8', '1:2:3::/48'],
    ['somewhere', null],
    ['', null],
  ] as const)('of %s is %s', ([ip, network]) => {
    expect(toIpClass(ip)).toBe(network);
  });
});

describe('the tables of the audit log', () => {
  beforeAll(async () => {
    await recordAudit(
      world.database.em.fork(),
      { clock },
      { action: 'thing.done', subjectType: 'thing', subjectId: newId() },
    );
    await run(
      `insert into audit_link (seq, entry_id, entry_hash, previous_hash, linked_at, hash) select 1, id, 'e', 'p', at, 'h' from audit_entry limit 1`,
    );
    await run(
      `insert into audit_root (day, last_seq, hash, key_id, signature) values ('2027-01-01', 1, 'h', 'k', 's')`,
    );
  });

  const changes = TABLES.flatMap((table) => [
    `update ${table} set ${{ audit_entry: 'action', audit_link: 'hash', audit_root: 'hash' }[table]} = 'x'`,
    `update ${table} set ${{ audit_entry: 'action', audit_link: 'hash', audit_root: 'hash' }[table]} = 'x' where false`,
    `delete from ${table}`,
    `truncate ${table}`,
  ]);

  test.for(changes)('refuse, even to their owner: %s', async (change) => {
    await expect(run(change)).rejects.toThrow('the audit log only grows');
  });

  test('refuse it in a session that claims to replay another server', async () => {
    const forged = world.database.em.fork().transactional(async (em) => {
      await em.execute('set local session_replication_role = replica');
      await em.execute(`update audit_entry set action = 'x'`);
    });

    await expect(forged).rejects.toThrow('the audit log only grows');
  });

  test('let the application add entries and read, nothing else', async () => {
    const privileges = await run<{ table: string; privilege: string }>(
      `select t as table, p as privilege from unnest(array['audit_entry', 'audit_link', 'audit_root', 'audit_waiting']) t,
       unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p
       where has_table_privilege('doorstep_app', t, p) order by t, p`,
    );

    expect(privileges.map(({ table, privilege }) => `${privilege} ${table}`)).toEqual([
      'INSERT audit_entry',
      'SELECT audit_entry',
      'SELECT audit_link',
      'SELECT audit_root',
      'SELECT audit_waiting',
    ]);
  });

  test('take an entry of the application and put it on the list of what waits', async () => {
    const subjectId = newId();

    await world.database.em.fork().transactional(async (em) => {
      await em.execute('set local role doorstep_app');
      await recordAudit(em, { clock }, { action: 'thing.done', subjectType: 'thing', subjectId });
    });

    const waiting = await run(
      'select 1 from audit_waiting w join audit_entry e on e.id = w.entry_id where subject_id = ?',
      [subjectId],
    );
    expect(waiting).toHaveLength(1);
  });
});
