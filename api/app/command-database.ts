import type { Config } from '../platform/config.ts';
import { findRunningPostgres } from '../platform/running-postgres.ts';
import { StartupError } from '../platform/startup-error.ts';

/** Where commands find the database: at DATABASE_URL, or at the embedded one that runs on this folder of data. */
export async function findDatabaseUrl({ databaseUrl, dataDir }: Config): Promise<string> {
  const found = databaseUrl ?? (await findRunningPostgres(dataDir, 'doorstep'));
  if (found === null)
    throw new StartupError(`No PostgreSQL runs on ${dataDir}: start Doorstep first, or set DATABASE_URL.`);
  return found;
}
