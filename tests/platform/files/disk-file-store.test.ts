import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiskFileStore } from '../../../api/platform/files/disk-file-store.ts';
import { UnreadableDocumentError } from '../../../api/platform/files/document-cipher.ts';
import { FileStoreError } from '../../../api/platform/files/file-store.ts';
import type { FileStore } from '../../../api/platform/files/file-store.ts';

let folder: string;
let store: FileStore;
const key = (): string => `staged/${randomUUID()}`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doorstep-files-'));
  const secret = randomBytes(32);
  store = createDiskFileStore({ folder, signTicket: () => 'token', stagingKey: () => secret });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('files on the disk', () => {
  it('reads an upload back as it came, although it does not lie there so', async () => {
    const staged = key();
    const content = Buffer.from('a name and a number '.repeat(10_000));

    expect(await store.receive!(staged, content.length, inPieces(content))).toBe('received');

    expect(await store.read(staged)).toEqual(content);
    const lying = await readFile(join(folder, staged));
    expect(lying.includes('a name')).toBe(false);
    expect((await stat(join(folder, staged))).mode & 0o077).toBe(0);
  });

  it('stops reading at the first piece beyond what was promised, and keeps none of it', async () => {
    const staged = key();
    let pieces = 0;
    const endless = Readable.from(
      (function* () {
        for (; pieces < 1_000; pieces += 1) yield Buffer.alloc(1_024);
      })(),
    );

    expect(await store.receive!(staged, 10 * 1_024, endless)).toBe('too-long');

    expect(pieces).toBeLessThan(50);
    expect(await listAll()).toEqual([]);
  });

  it('keeps nothing of an upload that ended early or broke off, and takes it when it is sent again', async () => {
    const staged = key();
    const content = randomBytes(5_000);
    const broken = new Readable({
      read() {
        this.push(content.subarray(0, 2_000));
        this.destroy(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }));
      },
    });

    expect(await store.receive!(staged, 5_000, inPieces(content.subarray(0, 4_999)))).toBe('too-short');
    await expect(store.receive!(staged, 5_000, broken)).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await store.read(staged)).toBeNull();
    expect(await listAll()).toEqual([]);

    expect(await store.receive!(staged, 5_000, inPieces(content))).toBe('received');
    expect(await store.read(staged)).toEqual(content);
  });

  it('notices that a waiting upload was changed', async () => {
    const staged = key();
    await store.receive!(staged, 100, inPieces(randomBytes(100)));
    const path = join(folder, staged);
    const lying = await readFile(path);
    lying[20]! ^= 1;
    await writeFile(path, lying);

    await expect(store.read(staged)).rejects.toBeInstanceOf(UnreadableDocumentError);
  });

  it('writes, reads and removes; what is not there is null and no error', async () => {
    const kept = `stored/${randomUUID()}`;
    const content = randomBytes(1_000);

    await store.write(kept, content);
    expect(await store.read(kept)).toEqual(content);
    await store.remove(kept);
    await store.remove(kept);
    expect(await store.read(kept)).toBeNull();
  });

  it('touches nothing but keys of its own making', async () => {
    for (const wrong of ['stored/../../etc/passwd', '/etc/passwd', 'stored/', 'other/0', `stored/${randomUUID()}/x`])
      await expect(store.read(wrong)).rejects.toThrow('not the key');
  });

  it('says when the folder cannot be used', async () => {
    await writeFile(join(folder, 'stored'), 'a file where a folder should be');

    await expect(store.write(`stored/${randomUUID()}`, randomBytes(10))).rejects.toBeInstanceOf(FileStoreError);
  });
});

function inPieces(content: Buffer): Readable {
  return Readable.from(
    (function* () {
      for (let at = 0; at < content.length; at += 999) yield content.subarray(at, at + 999);
    })(),
  );
}

async function listAll(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}
