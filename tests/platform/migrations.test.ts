import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { openDoorstepDatabase } from '../../api/app/application.ts';
import { migrateDatabase, requireCurrentSchema } from '../../api/platform/database.ts';
import type { Database } from '../../api/platform/database.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { TEST_KEYS } from '../support/test-keys.ts';
import { startDoorstepCommand } from './support/node-process.ts';

const TEST_MS = 180_000;

/** As another process, or a later version of Doorstep, would find it. */
async function executed(database: Database): Promise<string[]> {
  const rows = await database.em
    .fork()
    .execute<{ name: string }[]>('select name from mikro_orm_migrations order by id');
  return rows.map(({ name }) => name);
}

describe('migrations', () => {
  let name: string;
  let url: string;
  let database: Database;

  beforeEach(async () => {
    name = `test_${randomUUID().replaceAll('-', '')}`;
    await administer(`create database ${name}`);
    const address = new URL(inject('postgresUrl'));
    address.pathname = `/${name}`;
    url = address.toString();
    database = openDoorstepDatabase(url, 4);
  });
  afterEach(async () => {
    await database.close(true);
    await administer(`drop database if exists ${name} with (force)`);
  });

  test(
    'leave nothing between the schema and what the entities say',
    async () => {
      await migrateDatabase(database);

      expect(await database.schema.getUpdateSchemaSQL()).toBe('');
    },
    TEST_MS,
  );

  test(
    'run in the order in which they are listed, and each of them once',
    async () => {
      await migrateDatabase(database);
      await migrateDatabase(database);

      expect(await executed(database)).toEqual(migrations.map((migration) => migration.name));
      expect(await database.schema.getUpdateSchemaSQL()).toBe('');
    },
    TEST_MS,
  );

  test(
    'run once when several processes start on an empty database together',
    async () => {
      const commands = [1, 2, 3].map(() =>
        startDoorstepCommand(['migrate'], { environment: { DATABASE_URL: url, KEYS: TEST_KEYS } }),
      );

      const codes = await Promise.all(commands.map((command) => command.ended()));

      expect(commands.map((command) => command.stderr()).join('')).toBe('');
      expect(codes).toEqual([0, 0, 0]);
      expect(await executed(database)).toEqual(migrations.map((migration) => migration.name));
    },
    TEST_MS,
  );

  test(
    'keep two live reservations of a provider from overlapping',
    async () => {
      await migrateDatabase(database);

      const constraints = await database.em
        .fork()
        .execute<{ definition: string }[]>(
          `select pg_get_constraintdef(oid) as definition from pg_constraint where conname = 'reservation_no_overlap'`,
        );

      expect(constraints[0]?.definition).toMatch(/^EXCLUDE USING gist \(provider_id WITH =, occupied WITH &&\) WHERE/);
    },
    TEST_MS,
  );

  test.for(['migrate', 'serve', 'work'])(
    'of a newer version are noticed: %s says so in one sentence',
    { timeout: TEST_MS },
    async (command) => {
      await migrateDatabase(database);
      await database.em
        .fork()
        .execute(
          `insert into mikro_orm_migrations (name, executed_at) values ('Migration20991231000000_from_the_future', now())`,
        );

      const refused = startDoorstepCommand([command], { environment: { DATABASE_URL: url, KEYS: TEST_KEYS } });

      expect(await refused.ended()).toBe(1);
      expect(refused.stderr()).toBe(
        'The database is newer than this version of Doorstep (it has Migration20991231000000_from_the_future): start the newer version, or restore an older backup.\n',
      );
    },
  );

  test(
    'that are missing are noticed before anything is served',
    async () => {
      await expect(requireCurrentSchema(database)).rejects.toMatchObject({
        name: 'StartupError',
        message: expect.stringContaining('run `doorstep migrate` first'),
      });
    },
    TEST_MS,
  );
});

test('a database of the tests is migrated', async () => {
  const { database, close } = await createTestDatabase();

  await expect(requireCurrentSchema(database)).resolves.toBeUndefined();

  await close();
});

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
