import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { StartupError } from './startup-error.ts';

/**
 * Claims the data folder for this process. A claim of a process that no longer runs is taken over.
 * @throws StartupError when another process uses the folder, or it cannot be written.
 */
export async function lockDataFolder(dataDir: string): Promise<() => Promise<void>> {
  const folder = resolve(dataDir);
  const file = join(folder, 'doorstep.pid');
  try {
    await mkdir(folder, { recursive: true });
    while (!(await claim(file))) {
      const holder = Number(await readFile(file, 'utf8').catch(() => '0'));
      if (holder > 0 && holder !== process.pid && (await isDoorstep(holder))) {
        throw new StartupError(
          `Doorstep already runs on the data folder ${folder} (process ${holder}): end it first, or choose another folder with DATA_DIR.`,
        );
      }
      await rm(file, { force: true });
    }
  } catch (error) {
    if (error instanceof StartupError) throw error;
    throw new StartupError(
      `The data folder ${folder} cannot be written: choose another with DATA_DIR or change its owner.`,
    );
  }
  return () => rm(file, { force: true });
}

/** A link appears whole or not at all: of two that start together, one finds the other's id. False when somebody has it. */
async function claim(file: string): Promise<boolean> {
  const own = `${file}.${process.pid}`;
  await writeFile(own, String(process.pid));
  try {
    await link(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/** Whether the process runs and, where the system tells, is a Node process: ids are used again. */
async function isDoorstep(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return command === null || command.includes('node') || command.includes('main');
}
