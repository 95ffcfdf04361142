import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../api/platform/embedded-postgres.ts';
import type { EmbeddedPostgres } from '../../api/platform/embedded-postgres.ts';
import { startNode } from './support/node-process.ts';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const TEST_MS = 180_000;

let folder: string;
const servers: EmbeddedPostgres[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-embedded-'));
  await chmod(folder, 0o755);
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
  await rm(folder, { recursive: true, force: true });
});

async function start(dataDir = folder): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir });
  servers.push(server);
  return server;
}

async function query<T extends object>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterOf(dataDir: string): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** Whether the process runs; one that has ended and waits to be reaped by its parent does not. */
async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  return status !== null && !/\) [ZX] /.test(status);
}

describe('the embedded PostgreSQL', () => {
  test(
    'is created where there is none, asks for its password, and listens on this machine only',
    async () => {
      const server = await start();

      const [row] = await query<{ version: string; addresses: string; encoding: string }>(
        server.url('postgres'),
        `select current_setting('server_version') as version, current_setting('listen_addresses') as addresses, current_setting('server_encoding') as encoding`,
      );
      expect(Number.parseInt(row!.version, 10)).toBeGreaterThanOrEqual(15);
      expect(row).toMatchObject({ addresses: '127.0.0.1', encoding: 'UTF8' });
      const url = new URL(server.url('postgres'));
      url.password = 'guess';
      await expect(query(url.toString(), 'select 1')).rejects.toThrow('password authentication failed');
      expect((await stat(join(folder, 'postgres-password'))).mode & 0o077).toBe(0);
    },
    TEST_MS,
  );

  test(
    'keeps its data over a stop and a start, and leaves no process behind',
    async () => {
      const first = await start();
      await query(first.url('postgres'), 'create table kept as select 42 as answer');
      const postmaster = await postmasterOf(folder);

      await first.stop();
      expect(await isRunning(postmaster)).toBe(false);
      const second = await start();

      expect(await query(second.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
    },
    TEST_MS,
  );

  test(
    'recovers by itself when its server was killed',
    async () => {
      const first = await start();
      await query(first.url('postgres'), 'create table kept as select 42 as answer');

      process.kill(await postmasterOf(folder), 'SIGKILL');
      const second = await start();

      expect(await query(second.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
    },
    TEST_MS,
  );

  test(
    'recovers by itself when its server was killed with a client at work',
    async () => {
      const first = await start();
      const client = new pg.Client({ connectionString: first.url('postgres') });
      client.on('error', () => undefined);
      await client.connect();
      await client.query('create table kept as select 42 as answer');
      const busy = client.query('select pg_sleep(120)').catch(() => undefined);

      process.kill(await postmasterOf(folder), 'SIGKILL');
      const second = await start();

      expect(await query(second.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
      await client.end().catch(() => undefined);
      await busy;
    },
    TEST_MS,
  );

  test(
    'is taken over when the process that owned it was killed',
    async () => {
      const owner = startNode('tests/platform/support/own-postgres.ts', [folder]);
      await owner.says('ready');
      await query(owner.stdout().trim().slice('ready '.length), 'create table kept as select 42 as answer');
      const abandoned = await postmasterOf(folder);

      await owner.end('SIGKILL');
      const server = await start();

      expect(await isRunning(abandoned)).toBe(false);
      expect(await query(server.url('postgres'), 'select answer from kept')).toEqual([{ answer: 42 }]);
    },
    TEST_MS,
  );

  test(
    'begins anew when its owner was killed while it was being created',
    async () => {
      await mkdir(join(folder, 'postgres.new'));
      await writeFile(join(folder, 'postgres.new', 'PG_VERSION'), '18\n');

      const server = await start();

      expect(await query(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
    },
    TEST_MS,
  );

  test('says in one sentence that its folder cannot be made', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');

    await expect(start(join(file, 'data'))).rejects.toMatchObject({
      name: 'StartupError',
      message: expect.stringMatching(/^The data folder .* cannot be written: choose another with DATA_DIR/),
    });
  });

  test.runIf(isRoot)(
    'says in one sentence that its folder belongs to somebody else',
    async () => {
      const owner = startNode('tests/platform/support/own-postgres.ts', [folder], { uid: NOBODY, gid: NOBODY });

      expect(await owner.ended()).toBe(1);
      expect(owner.stderr()).toMatch(
        /^The data folder .* cannot be written: choose another with DATA_DIR or change its owner\.\n$/,
      );
    },
    TEST_MS,
  );

  test.runIf(isRoot)(
    'runs for root below a folder that only root may enter, though not as root',
    async () => {
      await chmod(folder, 0o700);
      const inside = join(folder, 'project', '.data');

      const server = await start(inside);

      expect(await query(server.url('postgres'), 'select 1 as one')).toEqual([{ one: 1 }]);
      const { uid } = await stat(`/proc/${await postmasterOf(inside)}`);
      expect(uid).not.toBe(0);
    },
    TEST_MS,
  );
});
