import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockDataFolder } from '../../api/platform/data-folder.ts';

describe('the claim on a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'doorstep-claim-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const claimOf = (pid: number): Promise<void> => writeFile(join(folder, 'doorstep.pid'), String(pid));

  test('of a process that runs is respected', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await claimOf(other.pid!);

    await expect(lockDataFolder(folder)).rejects.toMatchObject({
      name: 'StartupError',
      message: expect.stringMatching(new RegExp(`already runs on the data folder .* \\(process ${other.pid}\\)`)),
    });

    const gone = once(other, 'exit');
    other.kill('SIGKILL');
    await gone;
  });

  test('of a process that was killed is taken over', async () => {
    const other = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
    await once(other, 'exit');
    await claimOf(other.pid!);

    await expect(lockDataFolder(folder)).resolves.toBeTypeOf('function');
  });

  test('is given up again', async () => {
    const unlock = await lockDataFolder(folder);
    await unlock();

    await expect(lockDataFolder(folder)).resolves.toBeTypeOf('function');
  });

  test('that holds nonsense is taken over', async () => {
    await writeFile(join(folder, 'doorstep.pid'), 'not a number');

    await expect(lockDataFolder(folder)).resolves.toBeTypeOf('function');
  });
});
