import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDoorstepDatabase } from '../../api/app/application.ts';
import { DEMO_TEMPLATE, TEMPLATE } from './template-names.ts';
import type { Database } from '../../api/platform/database.ts';

export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  /** Closes the connections and drops the database. */
  close(): Promise<void>;
}

/** A database of its own, cloned from a migrated template (empty) or from one with the demo loaded. */
export async function createTestDatabase(
  options: { readonly demo?: boolean; readonly pool?: number } = {},
): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(`create database ${name} template ${options.demo ? DEMO_TEMPLATE : TEMPLATE}`);
  const url = new URL(inject('postgresUrl'));
  url.pathname = `/${name}`;
  const database = openDoorstepDatabase(url.toString(), options.pool ?? 10);
  return {
    database,
    url: url.toString(),
    close: async () => {
      await database.close(true);
      await untilUnused(name);
      await administer(`drop database if exists ${name} with (force)`);
    },
  };
}

/** A pool says that it is closed before its sockets are; whoever is still connected then would be cut off with an error. */
async function untilUnused(name: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  const deadline = performance.now() + 2_000;
  while (
    performance.now() < deadline &&
    (await client.query('select 1 from pg_stat_activity where datname = $1', [name])).rows.length > 0
  ) {
    await sleep(10);
  }
  await client.end();
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
