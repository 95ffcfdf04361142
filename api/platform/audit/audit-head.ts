import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { SignedHead } from './chain-hash.ts';

const headShape = z.object({
  seq: z.number().int().positive(),
  hash: z.string(),
  at: z.string(),
  keyId: z.string(),
  signature: z.string(),
});

/** Where the newest end of the chain is kept outside the database, so that cutting off the chain's tail is noticed. */
export function headFileOf(dataDir: string): string {
  return join(dataDir, 'audit-head.json');
}

/** The head that was kept; null when there is none yet, `unreadable` when the file is no head. */
export async function readHead(file: string): Promise<SignedHead | 'unreadable' | null> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return headShape.parse(JSON.parse(text));
  } catch {
    return 'unreadable';
  }
}

/** Written beside the file and moved over it, so that a crash leaves the old head or the new one. */
export async function keepHead(file: string, head: SignedHead): Promise<void> {
  const beside = `${file}.${process.pid}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(beside, `${JSON.stringify(head)}\n`, { mode: 0o600 });
  await rename(beside, file);
}
