import { resolve } from 'node:path';
import type { Clock } from '../kernel/clock.ts';
import { localize } from '../kernel/localized-text.ts';
import { Account } from '../modules/accounts/index.ts';
import { Region } from '../modules/catalog/index.ts';
import { reapplyErasures } from '../modules/privacy/index.ts';
import { readConfig } from '../platform/config.ts';
import type { Config } from '../platform/config.ts';
import { migrateDatabase, requireCurrentSchema } from '../platform/database.ts';
import type { Database } from '../platform/database.ts';
import { startEmbeddedPostgres } from '../platform/embedded-postgres.ts';
import type { Files } from '../platform/files/index.ts';
import { createQueueSchema } from '../platform/queue.ts';
import { requireFreePort } from '../platform/port.ts';
import { addDataKey, createKeyFile, dropOldDataKeys, readKeyRing } from '../platform/key-ring.ts';
import { Vault } from '../platform/vault.ts';
import { resealTables } from '../platform/reseal.ts';
import { lockDataFolder } from '../platform/data-folder.ts';
import { StartupError } from '../platform/startup-error.ts';
import { createApplication, openDoorstepDatabase, openFiles } from './application.ts';
import type { Application } from './application.ts';
import { DEMO_PASSWORD } from './demo/demo-accounts.ts';
import { sealedTables } from './modules.ts';
import { seedDemo } from './seed-demo.ts';

const WEB_ROOT = resolve('.build/web');
const systemClock: Clock = { now: () => new Date() };

/** Everything in one process: the embedded database unless DATABASE_URL is set, migrations, the demo, web app, API and worker. */
export async function runStart(): Promise<void> {
  const config = readConfig();
  await requireFreePort(config.host, config.port);
  const closers: (() => Promise<void>)[] = [];
  const stop = onStopSignal(async () => {
    for (const close of closers) await close();
  });
  try {
    const databaseUrl = await openDatabaseServer(config, closers);
    if (config.keys === null && createKeyFile(config.keyFile))
      say(`made the keys of this installation: ${config.keyFile}`);
    const app = createApplication({ config, databaseUrl, clock: systemClock });
    closers.unshift(() => app.close());
    say('bringing the schema up to date');
    await app.database.schema.ensureDatabase();
    await migrateDatabase(app.database);
    await sealWhatIsPlain(app.database, app.vault);
    await eraseAgain(app.database, app.files);
    if (config.demo && (await isEmpty(app.database))) {
      await seedDemo(app.database, { clock: systemClock, vault: app.vault, files: app.files }, say);
    }
    await app.serve(WEB_ROOT);
    await app.work();
    await greet(app, config);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Answers requests until it is told to stop. */
export async function runServe(): Promise<void> {
  await runWithDatabase(async (app, config) => {
    await app.serve(WEB_ROOT);
    say(`serving on http://${config.host}:${config.port}`);
  });
}

/** Runs jobs until it is told to stop. */
export async function runWork(): Promise<void> {
  await runWithDatabase(async (app) => {
    await app.work();
    say('working');
  });
}

export async function runMigrate(): Promise<void> {
  const config = readConfig();
  const databaseUrl = requireDatabaseUrl(config);
  const database = openDoorstepDatabase(databaseUrl, 2);
  try {
    await migrateDatabase(database);
    const vault = new Vault(readKeyRing(config));
    await sealWhatIsPlain(database, vault);
    await eraseAgain(database, openFiles(config, vault));
    if (config.redisUrl === null) await createQueueSchema(databaseUrl);
    say('the schema is up to date');
  } finally {
    await database.close(true);
  }
}

export async function runSeed(): Promise<void> {
  const config = readConfig();
  const database = openDoorstepDatabase(requireDatabaseUrl(config), 2);
  try {
    await requireCurrentSchema(database);
    if (!(await isEmpty(database)))
      throw new StartupError('The database is not empty: the demo is loaded only into an empty one.');
    const vault = new Vault(readKeyRing(config));
    const files = openFiles(config, vault);
    await seedDemo(database, { clock: systemClock, vault, files }, say);
  } finally {
    await database.close(true);
  }
}

async function runWithDatabase(begin: (app: Application, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig();
  const app = createApplication({ config, databaseUrl: requireDatabaseUrl(config), clock: systemClock });
  const stop = onStopSignal(() => app.close());
  try {
    await requireCurrentSchema(app.database);
    await begin(app, config);
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Makes the keys of an installation whose processes get theirs from a file. */
export function runKeysInit(): void {
  const { keyFile } = readConfig();
  if (!createKeyFile(keyFile)) throw new StartupError(`There are keys already: ${keyFile}`);
  say(`made ${keyFile}: keep a copy where no copy of the database is`);
}

/** Adds a data key. Processes take it up when they start again; then `keys reseal`, then `keys prune`. */
export async function runKeysRotate(): Promise<void> {
  const config = readConfig();
  if (config.keys !== null)
    throw new StartupError(
      'The keys come from KEYS: add a data key there, make it the current one, then run `doorstep keys reseal`.',
    );
  readKeyRing(config);
  const id = addDataKey(config.keyFile);
  say(`added the key ${id}: restart all processes, then run 'doorstep keys reseal' and 'doorstep keys prune'`);
}

/** Seals with the current key whatever is still sealed with an older one. */
export async function runKeysReseal(): Promise<void> {
  const config = readConfig();
  const database = openDoorstepDatabase(requireDatabaseUrl(config), 2);
  try {
    await requireCurrentSchema(database);
    const changed = await resealTables(database.em, new Vault(readKeyRing(config)), sealedTables);
    say(`sealed ${changed} rows with the current key`);
  } finally {
    await database.close(true);
  }
}

/** Forgets the older data keys, once nothing is sealed with them. */
export async function runKeysPrune(): Promise<void> {
  const config = readConfig();
  if (config.keys !== null) throw new StartupError('The keys come from KEYS: take the older data keys out there.');
  const database = openDoorstepDatabase(requireDatabaseUrl(config), 2);
  try {
    await requireCurrentSchema(database);
    if ((await resealTables(database.em, new Vault(readKeyRing(config)), sealedTables)) > 0)
      throw new StartupError(
        'Something was still sealed with an older key, so a process with it is still running: restart all, then prune again.',
      );
    dropOldDataKeys(config.keyFile);
    say('the older keys are gone');
  } finally {
    await database.close(true);
  }
}

/** An installation from before columns were sealed has plain ones. */
async function sealWhatIsPlain(database: Database, vault: Vault): Promise<void> {
  const changed = await resealTables(database.em, vault, sealedTables);
  if (changed > 0) say(`sealed ${changed} rows`);
}

/** Whoever was erased stays erased, also after an older database was restored. */
async function eraseAgain(database: Database, files: Files): Promise<void> {
  const again = await reapplyErasures(database, { files, clock: systemClock });
  if (again > 0) say(`erased ${again} accounts again that an older database had brought back`);
}

function requireDatabaseUrl(config: Config): string {
  if (config.databaseUrl === null)
    throw new StartupError('Set DATABASE_URL: only `doorstep start` brings a database of its own.');
  return config.databaseUrl;
}

async function openDatabaseServer(config: Config, closers: (() => Promise<void>)[]): Promise<string> {
  if (config.databaseUrl !== null) return config.databaseUrl;
  const unlock = await lockDataFolder(config.dataDir);
  closers.unshift(unlock);
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir, onProgress: say });
  closers.unshift(() => server.stop());
  return server.url('doorstep');
}

async function isEmpty(database: Database): Promise<boolean> {
  return (await database.em.fork().count(Region)) === 0;
}

/** Ends in order on Ctrl-C or a stop; a second signal ends at once. */
function onStopSignal(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | null = null;
  const stop = (): Promise<void> => (closing ??= close());
  // Started by another process that keeps a channel open: when that one is gone, so is the reason to run.
  process.on(
    'disconnect',
    () =>
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      ),
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (closing) process.exit(130);
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
  return stop;
}

async function greet(app: Application, config: Config): Promise<void> {
  const em = app.database.em.fork();
  const [accounts, regions] = await Promise.all([
    em.find(Account, { isDemo: true }, { orderBy: { id: 'asc' } }),
    em.find(Region, {}),
  ]);
  const lines = [`Doorstep is ready on http://${config.host}:${config.port}`];
  if (accounts.length > 0) {
    lines.push(
      '',
      `Demo: ${regions.map((region) => localize(region.name, 'en')).join(' and ')}. Accounts, password ${DEMO_PASSWORD}:`,
    );
    lines.push(
      ...accounts.map(
        (account) =>
          `  ${app.vault.open('account.email', account.id, account.email).padEnd(28)} ${account.roles.join(', ').toLowerCase()}`,
      ),
    );
  }
  lines.push('', 'Ctrl-C ends everything.');
  process.stdout.write(`\n${lines.join('\n')}\n`);
}

function say(step: string): void {
  process.stdout.write(`${step}\n`);
}
