import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The address of a database of the embedded PostgreSQL that another process runs on the data folder; null when none does.
 * The server itself writes down where it listens, in the fourth line of its own file.
 */
export async function findRunningPostgres(dataDir: string, database: string): Promise<string | null> {
  try {
    const [status, secret] = await Promise.all([
      readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'),
      readFile(join(dataDir, 'postgres-password'), 'utf8'),
    ]);
    const [pid = '', , , port = ''] = status.split('\n');
    process.kill(Number(pid), 0);
    return `postgresql://doorstep:${secret.trim()}@127.0.0.1:${Number(port)}/${database}`;
  } catch {
    return null;
  }
}
