import { MikroORM } from '@mikro-orm/postgresql';
import type { EntityManager, Options } from '@mikro-orm/postgresql';
import { Migrator } from '@mikro-orm/migrations';
import { applyIdentity } from './database-identity.ts';
import { StartupError } from './startup-error.ts';

export type { EntityManager };
export type Database = MikroORM;

export interface DatabaseOptions {
  readonly url: string;
  readonly entities: Options['entities'];
  readonly migrations: NonNullable<Options['migrations']>['migrationsList'];
  /** Most connections that this process opens. */
  readonly pool: number;
}

/** Opens the database with MikroORM. Every unit of work forks the entity manager it gives. */
export function openDatabase(options: DatabaseOptions): Database {
  return new MikroORM({
    clientUrl: options.url,
    entities: options.entities,
    extensions: [Migrator],
    migrations: {
      migrationsList: options.migrations,
      path: 'migrations',
      pathTs: 'migrations',
      snapshot: true,
      snapshotName: '.snapshot',
      snapshotOnMigrate: false,
      disableForeignKeys: false,
      allOrNothing: true,
    },
    pool: { min: 0, max: options.pool },
    logger: () => undefined,
    forceUtcTimezone: true,
    ignoreUndefinedInQuery: false,
    allowGlobalContext: false,
    onReserveConnection: applyIdentity,
    // The triggers that guard the audit log are written by hand, in migrations.
    schemaGenerator: { ignoreSchema: ['bullmq', 'limits', 'viewer'], ignoreTriggers: true, disableForeignKeys: false },
    discovery: { warnWhenNoEntities: false },
  });
}

/** Key of the advisory lock under which migrations and the demo run, so that processes started together take turns. */
const MIGRATION_LOCK = 4_711_001;

/**
 * Brings the schema up to date; safe to call from several processes at once.
 * @throws StartupError when the database holds migrations that this code does not know.
 */
export async function migrateDatabase(database: Database): Promise<void> {
  await withDatabaseLock(database, async () => {
    await requireKnownMigrations(database);
    await database.migrator.up();
  });
}

/** @throws StartupError when the schema is older or newer than the code. */
export async function requireCurrentSchema(database: Database): Promise<void> {
  await requireKnownMigrations(database);
  const pending = await database.migrator.getPending();
  if (pending.length > 0)
    throw new StartupError(`The database lacks ${pending.length} migration(s): run \`doorstep migrate\` first.`);
}

async function requireKnownMigrations(database: Database): Promise<void> {
  const known = new Set(
    (database.config.get('migrations').migrationsList ?? []).map((migration) =>
      'name' in migration ? migration.name : '',
    ),
  );
  const [table] = await database.em
    .fork()
    .execute<{ found: string | null }[]>(`select to_regclass('public.mikro_orm_migrations')::text as found`);
  if (!table?.found) return;
  const executed = await database.em.fork().execute<{ name: string }[]>('select name from mikro_orm_migrations');
  const unknown = executed.filter(({ name }) => !known.has(name));
  if (unknown.length > 0) {
    throw new StartupError(
      `The database is newer than this version of Doorstep (it has ${unknown[0]?.name}): start the newer version, or restore an older backup.`,
    );
  }
}

/** Runs `work` while no other process holds the same lock. */
async function withDatabaseLock<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const em = database.em.fork();
  return em.transactional(async (transaction) => {
    await transaction.execute('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    return work();
  });
}
