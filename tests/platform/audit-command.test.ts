import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { recordAudit } from '../../api/platform/audit-log.ts';
import { headFileOf } from '../../api/platform/audit/audit-head.ts';
import { AuditSealer } from '../../api/platform/audit/audit-sealer.ts';
import { readKeyRing } from '../../api/platform/key-ring.ts';
import { createTestDatabase } from '../support/test-database.ts';
import type { TestDatabase } from '../support/test-database.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import { startDoorstepCommand } from './support/node-process.ts';

const TEST_MS = 180_000;

let world: TestDatabase;
let folder: string;
/** The command line has the clock of the machine, so the log is written by that too, from two days ago on. */
let now: Date;
const clock = { now: () => now };

beforeEach(async () => {
  world = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'doorstep-command-'));
  const { signing } = readKeyRing({ keys: TEST_KEYS, keyFile: '' });
  const logger = pino({ level: 'silent' });
  const sealer = new AuditSealer({ database: world.database, clock, logger, signing, headFile: headFileOf(folder) });
  for (const daysAgo of [2, 1, 0]) {
    now = new Date(Date.now() - daysAgo * 86_400_000);
    for (let turn = 0; turn < 3; turn++) {
      const draft = { action: 'thing.done', subjectType: 'thing', subjectId: newId() };
      await recordAudit(world.database.em.fork(), { clock }, draft);
    }
    await sealer.seal();
  }
});
afterEach(async () => {
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

async function audit(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const environment = { DATABASE_URL: world.url, KEYS: TEST_KEYS, DATA_DIR: folder };
  const command = startDoorstepCommand(['audit', ...args], { environment });
  const code = await command.ended();
  return { code, stdout: command.stdout(), stderr: command.stderr() };
}

async function tamper(statement: string): Promise<void> {
  await world.database.em.fork().transactional(async (em) => {
    for (const table of ['audit_entry', 'audit_link', 'audit_root']) {
      await em.execute(`alter table ${table} disable trigger all`);
    }
    await em.execute(statement);
  });
}

describe('doorstep audit', () => {
  test(
    'verify ends with 0 and a summary when the log is sound',
    async () => {
      const { code, stdout, stderr } = await audit('verify');

      expect(stderr).toBe('');
      expect(stdout).toMatch(/^sound until link 9, \d{4}-\d\d-\d\dT[\d:.]+Z, [0-9a-f]{64}\n/);
      expect(stdout).toContain('9 links, 2 roots and 0 saved roots checked; 0 entries wait');
      expect(stdout).toContain('the head kept outside the database agrees');
      expect(code).toBe(0);
    },
    TEST_MS,
  );

  test(
    'verify ends with 1 and names the first bad row',
    async () => {
      await tamper(
        `update audit_entry set reason = 'x' where id in (select entry_id from audit_link where seq in (4, 7))`,
      );

      const { code, stdout } = await audit('verify');

      expect(stdout).toMatch(
        /^NOT SOUND: EDITED\nthe entry is not as it was when it was linked\nfirst bad row: link 4, entry [0-9a-f-]{36}, \d{4}-.*Z\nsound until link 3, /,
      );
      expect(code).toBe(1);
    },
    TEST_MS,
  );

  test(
    'roots prints what verify --roots compares with',
    async () => {
      const file = join(folder, 'kept-elsewhere');
      const { stdout: roots } = await audit('roots');
      await writeFile(file, roots);
      const sound = await audit('verify', '--roots', file);
      await tamper('truncate audit_entry, audit_link, audit_root, audit_waiting');
      await rm(headFileOf(folder));

      const alone = await audit('verify');
      const compared = await audit('verify', '--roots', file);

      expect(roots.trim().split('\n')).toHaveLength(2);
      expect(sound).toMatchObject({ code: 0, stdout: expect.stringContaining('2 saved roots checked') });
      expect(alone).toMatchObject({ code: 0, stdout: expect.stringContaining('the log is empty') });
      expect(compared).toMatchObject({ code: 1, stdout: expect.stringContaining('NOT SOUND: TRUNCATED') });
    },
    TEST_MS,
  );

  test.for([
    ['that is not there', null, 'cannot be read'],
    ['of something else', 'hello\n', 'Line 1 of'],
  ] as const)('refuses a file of roots %s in one sentence', { timeout: TEST_MS }, async ([, text, words]) => {
    const file = join(folder, 'kept-elsewhere');
    if (text !== null) await writeFile(file, text);

    const { code, stderr } = await audit('verify', '--roots', file);

    expect(stderr).toContain(words);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(1);
  });
});
