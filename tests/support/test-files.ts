import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFiles } from '../../api/platform/files/index.ts';
import type { Files } from '../../api/platform/files/index.ts';
import { TEST_VAULT } from './test-keys.ts';

/** Files in a folder of their own. */
export async function createTestFiles(): Promise<{ files: Files; removeFiles: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'doorstep-files-'));
  return {
    files: createFiles({ folder, s3: null, scanner: null }, (text) => TEST_VAULT.lookupHash('file.token', text)),
    removeFiles: () => rm(folder, { recursive: true, force: true }),
  };
}
