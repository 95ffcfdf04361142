import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { personalData } from '../../api/app/modules.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import { eventually } from '../jobs/support/job-world.ts';
import { startWorkProcess } from '../jobs/support/work-process.ts';
import { Canaries, plantCanaries } from '../support/canaries.ts';
import { buildCanaryScene } from '../support/canary-scene.ts';
import type { CanaryScene } from '../support/canary-scene.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { startFakeTwilio } from '../support/fakes/twilio.ts';
import { canTell, listColumns } from '../support/personal-columns.ts';
import { exportMyData, fetchExport } from '../support/privacy-operations.ts';
import { startServeProcess } from '../support/serve-process.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { TEST_KEYS } from '../support/test-keys.ts';

/** Left as they are: what the persons sign in and are found by, what must stay of its kind, and a log that refuses changes. */
const SPARED = [
  'audit_entry.ip_class',
  'audit_entry.reason',
  'account.email_hash',
  'account.phone_hash',
  'account.password_hash',
  'session.token_hash',
  'evidence.document_key',
  'data_export_part.document_key',
  'consent.act',
  'evidence.sha256',
  'provider.gender',
  'provider.travel_mode',
  'provider.specialities',
  'quiz_attempt.answers',
];

const TEST_MS = 240_000;
const canaries = new Canaries();
let api: TestApi;
let scene: CanaryScene;
/** All that anybody was told when something failed. */
const refusals: string[] = [];
let log = '';
let metrics = '';
/** What each of them took away. */
let exports: { readonly household: string; readonly provider: string; readonly stranger: string };

/** What runs beside the test and ends with it, however it goes. */
const running: (() => Promise<void>)[] = [];

beforeAll(async () => {
  api = await startTestApi({ clock: new FakeClock(new Date()) });
  const twilio = await startFakeTwilio();
  running.push(() => twilio.stop());
  const number = canaries.of('account.phone');
  twilio.answerNext({ status: 400, code: 21_211, message: `The 'To' number ${number} is not a valid phone number.` });
  const server = await startServeProcess(api.databaseUrl, {
    LOG_LEVEL: 'trace',
    NODE_ENV: 'development',
    EMAIL_VERIFICATION: '0',
    DATA_DIR: api.dataDir,
  });
  running.push(() => server.stop());
  scene = await buildCanaryScene(api, server.url, canaries);
  const planting = { api, register: personalData, canaries, accountIds: scene.accountIds, spared: SPARED };
  await scene.act();
  await plantCanaries(planting);
  refusals.push(...(await scene.read()));
  const leaving = [scene.household, scene.provider, scene.stranger] as const;
  for (const client of leaving) await exportMyData(client);
  const worker = await startWorkProcess({
    DATABASE_URL: api.databaseUrl,
    DATA_DIR: api.dataDir,
    KEYS: TEST_KEYS,
    LOG_LEVEL: 'trace',
    TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: 'b'.repeat(32),
    TWILIO_FROM: '+15005550006',
    TWILIO_API_BASE: twilio.url,
  });
  running.push(() => worker.kill());
  await eventually(async () => (await countWaiting()) === 0, 60_000);
  const [household, provider, stranger] = await Promise.all(leaving.map((client) => takeAway(server.url, client)));
  exports = { household: household!, provider: provider!, stranger: stranger! };
  refusals.push(...(await scene.fail()));
  metrics = await (await fetch(`${server.url}/metrics`)).text();
  await endAll();
  log = `${server.output()}\n${worker.output()}`;
}, TEST_MS);
afterAll(async () => {
  await endAll();
  await api.close();
});

async function endAll(): Promise<void> {
  for (const end of running.splice(0).toReversed()) await end();
}

/** All the texts of an export. */
async function takeAway(url: string, client: GraphQLClient): Promise<string> {
  const { data, files } = await fetchExport({ url }, client, client.headers);
  return `${JSON.stringify(data)} ${Object.keys(files).join(' ')}`;
}

async function countWaiting(): Promise<number> {
  const [row] = await api.sql<{ waiting: number }>(
    'select count(*)::int as waiting from outbox_message where done_at is null and due_at <= now()',
  );
  return row!.waiting;
}

/** Everything a table holds, as text. */
async function dump(table: string): Promise<string> {
  const rows = await api.sql<{ row: string }>(`select t::text as row from ${table} t`);
  return rows.map(({ row }) => row).join('\n');
}

describe('a canary in every personal column', () => {
  test('was put into each one that takes words, places or bytes', async () => {
    const columns = new Map((await listColumns(api)).map((column) => [`${column.table}.${column.column}`, column]));
    const personal = personalData.tables
      .filter(({ whose }) => whose !== 'NOBODY')
      .flatMap(({ table, columns: entries }) => Object.keys(entries).map((column) => `${table}.${column}`))
      .filter((name) => !SPARED.includes(name))
      .filter((name) => canTell(columns.get(name)!) && columns.get(name)!.type !== 'date');

    expect(personal.filter((name) => !canaries.names.includes(name))).toEqual([]);
    expect(canaries.names.length).toBeGreaterThan(40);
  });

  test('is in no line of the log of the processes that served and worked, at the level that tells the most', () => {
    expect(log).toContain('"constraint":"address_guard"');
    expect(log).toContain('"code":"42P01"');
    expect(log).toContain('audit chain extended');

    expect(canaries.foundIn(log)).toEqual([]);
  });

  test('is in no error that anybody was answered with', () => {
    expect(refusals.length).toBeGreaterThan(10);

    expect(refusals.filter((refusal) => canaries.foundIn(refusal).length > 0)).toEqual([]);
  });

  test('is in no message of the outbox and in no table of the queue', async () => {
    const queue = await api.sql<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_schema = 'bullmq'`,
    );
    const jobs = await Promise.all(['outbox_message', ...queue.map(({ name }) => name)].map(dump));

    expect((await api.countRows('outbox_message')).outbox_message).toBeGreaterThan(5);
    expect(canaries.foundIn(jobs.join('\n'))).toEqual([]);
  });

  test('is in no metric', () => {
    expect(metrics).toContain('# TYPE');

    expect(canaries.foundIn(metrics)).toEqual([]);
  });

  test('of a sealed column is nowhere in the tables, whatever the column', async () => {
    const tables = [...new Set((await listColumns(api)).map(({ table }) => table))];
    const plain = new Set(
      personalData.tables.flatMap(({ table, columns }) =>
        Object.entries(columns).flatMap(([column, { plain: why }]) =>
          why === undefined ? [] : [`${table}.${column}`],
        ),
      ),
    );

    const found = canaries.foundIn((await Promise.all(tables.map((table) => dump(`"${table}"`)))).join('\n'));

    expect(found.filter((name) => !plain.has(name))).toEqual([]);
    expect(found.length).toBeGreaterThan(10);
  });

  test('is in no file that an upload left on the disk', async () => {
    const entries = await readdir(api.dataDir, { recursive: true, withFileTypes: true });
    const files = await Promise.all(
      entries.filter((entry) => entry.isFile()).map((entry) => readFile(`${entry.parentPath}/${entry.name}`, 'latin1')),
    );

    expect(files.length).toBeGreaterThan(0);
    expect(canaries.foundIn(files.join('\n'))).toEqual([]);
  });

  test('of a stranger is in no export of anybody, and of the other side of a visit only what they saw', () => {
    const sealedOfHousehold = [
      'address.line',
      'address.door_note',
      'booking.door_note',
      'booking.address_line',
      'booking.note',
    ];

    expect(canaries.foundIn(exports.stranger)).toEqual([]);
    expect(canaries.foundIn(exports.household)).toEqual(expect.arrayContaining(sealedOfHousehold));
    expect(canaries.foundIn(exports.provider)).toEqual(
      expect.arrayContaining(['credential.number', 'time_off.reason']),
    );
    expect(canaries.foundIn(exports.provider).filter((name) => /^(?:address|booking)\./.test(name))).toEqual([]);
    for (const name of ['credential.number', 'credential.issued_by', 'evidence.name', 'time_off.reason'])
      expect(canaries.foundIn(exports.household)).not.toContain(name);
  });

  test('is worth the search: its roles were held by people', () => {
    expect(scene.roles).toEqual([Role.HOUSEHOLD, Role.PROVIDER, Role.AUDITOR]);
  });
});
