import 'reflect-metadata';
import { openDoorstepDatabase } from '../api/app/application.ts';
import { migrateDatabase } from '../api/platform/database.ts';
import { startTestPostgres } from '../tests/support/postgres.ts';

/** Writes the migration from the newest one to what the entities say: `npm run migration:create -- <what-changes>`. */
const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9-]*$/.test(name)) {
  process.stderr.write('Say what changes, in lower case with hyphens: npm run migration:create -- add-tips\n');
  process.exit(1);
}
const server = await startTestPostgres();
try {
  const database = openDoorstepDatabase(server.url('doorstep'), 2);
  await database.schema.ensureDatabase();
  await migrateDatabase(database);
  const { fileName } = await database.migrator.create('migrations', false, false, name);
  process.stdout.write(fileName ? `${fileName} — add it to migrations/index.ts\n` : 'The migrations say what the entities say.\n');
  await database.close(true);
} finally {
  await server.stop();
}
