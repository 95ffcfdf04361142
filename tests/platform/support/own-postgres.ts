import { startEmbeddedPostgres } from '../../../api/platform/embedded-postgres.ts';
import { StartupError } from '../../../api/platform/startup-error.ts';

/** Starts PostgreSQL in the folder and prints its address; it is the owner that a test kills. */
const [dataDir = ''] = process.argv.slice(2);
try {
  const server = await startEmbeddedPostgres({ dataDir });
  process.stdout.write(`ready ${server.url('postgres')}\n`);
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stderr.write(error instanceof StartupError ? `${error.message}\n` : `unexpected: ${String(error)}\n`);
  process.exitCode = 1;
}
