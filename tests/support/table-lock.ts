import pg from 'pg';
import { expect } from 'vitest';
import type { TestApi } from './test-api.ts';

export interface OtherTransaction {
  run(statement: string, parameters?: readonly unknown[]): Promise<void>;
  commit(): Promise<void>;
}

/** A transaction beside those of the API, to stop one of them at a known point. It must be committed. */
export async function beginBeside(api: TestApi): Promise<OtherTransaction> {
  const client = new pg.Client({ connectionString: api.databaseUrl });
  await client.connect();
  await client.query('begin');
  return {
    run: async (statement, parameters = []) => {
      await client.query(statement, [...parameters]);
    },
    commit: async () => {
      await client.query('commit');
      await client.end();
    },
  };
}

/** Resolves once exactly so many statements wait for a lock of another. */
export async function untilWaiting(api: TestApi, count: number): Promise<void> {
  await expect
    .poll(
      () =>
        api.sql(`select query from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`),
      { timeout: 5_000 },
    )
    .toHaveLength(count);
}
