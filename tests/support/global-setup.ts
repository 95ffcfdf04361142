import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDoorstepDatabase } from '../../api/app/application.ts';
import { seedDemo } from '../../api/app/seed-demo.ts';
import { migrateDatabase } from '../../api/platform/database.ts';
import { createQueueSchema } from '../../api/platform/queue.ts';
import { DEMO_NOW } from './demo-clock.ts';
import { TEST_VAULT } from './test-keys.ts';
import { startTestPostgres } from './postgres.ts';
import type { TestPostgres } from './postgres.ts';
import { DEMO_TEMPLATE, TEMPLATE } from './template-names.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/**
 * One PostgreSQL for all tests, with two templates: migrated, and with the demo loaded. A run that takes guards away
 * (`npm run guards`) brings a server of its own, made ready once.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const ready = process.env['GUARD_RUN_POSTGRES'];
  if (ready !== undefined) {
    project.provide('postgresUrl', ready);
    return () => Promise.resolve();
  }
  const server = await startTestPostgres();
  try {
    await makeTemplates(server);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('postgresUrl', server.url('postgres'));
  return () => server.stop();
}

/** Makes the templates that each file of tests clones. */
export async function makeTemplates(server: TestPostgres): Promise<void> {
  const database = openDoorstepDatabase(server.url(TEMPLATE), 4);
  await database.schema.ensureDatabase();
  await migrateDatabase(database);
  await createQueueSchema(server.url(TEMPLATE));
  await database.close(true);
  await loadDemo(server);
}

async function loadDemo(server: TestPostgres): Promise<void> {
  await clone(server.url('postgres'), TEMPLATE, DEMO_TEMPLATE);
  const demo = openDoorstepDatabase(server.url(DEMO_TEMPLATE), 4);
  await seedDemo(demo, { clock: { now: () => DEMO_NOW }, vault: TEST_VAULT, files: null }, () => undefined);
  await demo.close(true);
}

async function clone(url: string, template: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name} template ${template}`);
  await client.end();
}
