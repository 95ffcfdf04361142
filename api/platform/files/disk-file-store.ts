import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { decryptDocument, startEncryption } from './document-cipher.ts';
import { FileStoreError, requireFileKey } from './file-store.ts';
import type { FileStore, Received, UploadTicket } from './file-store.ts';

export interface DiskFileStoreOptions {
  /** Made when it is missing. */
  readonly folder: string;
  /** Token of the address that our own route takes the upload at. */
  readonly signTicket: (ticket: UploadTicket) => string;
  /** Key that a file waiting at this place is encrypted with, so that nothing lies on the disk as it came. */
  readonly stagingKey: (key: string) => Buffer;
}

/** Files below one folder, each written whole or not at all. Several processes may share the folder. */
export function createDiskFileStore({ folder, signTicket, stagingKey }: DiskFileStoreOptions): FileStore {
  const root = resolve(folder);
  const pathOf = (key: string): string => join(root, requireFileKey(key));
  return {
    uploadOrigin: null,
    signUpload: async (ticket) => ({
      url: `/uploads/${signTicket(ticket)}`,
      headers: { 'content-type': ticket.contentType },
    }),
    receive: async (key, bytes, body) => {
      let received: Received = 'received';
      await writeWhole(pathOf(key), async (file) => {
        received = await encryptInto(file, body, bytes, stagingKey(key), key);
        return received === 'received';
      });
      return received;
    },
    read: async (key) => {
      const kept = await readFile(pathOf(key)).catch(absentOr);
      return kept !== null && key.startsWith('staged/') ? decryptDocument(kept, stagingKey(key), key) : kept;
    },
    write: async (key, content) => {
      await writeWhole(pathOf(key), async (file) => {
        await file.writeFile(content);
        return true;
      });
    },
    remove: async (key) => {
      await rm(pathOf(key), { force: true }).catch((error: unknown) => {
        throw toStoreError(error);
      });
    },
  };
}

/** Reads no further than one piece beyond what was promised. */
async function encryptInto(
  file: FileHandle,
  body: Readable,
  bytes: number,
  key: Buffer,
  place: string,
): Promise<Received> {
  const { nonce, cipher } = startEncryption(key, place);
  await file.write(nonce);
  let seen = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    seen += piece.length;
    if (seen > bytes) return 'too-long';
    await file.write(cipher.update(piece));
  }
  if (seen < bytes) return 'too-short';
  await file.write(Buffer.concat([cipher.final(), cipher.getAuthTag()]));
  return 'received';
}

/** What `fill` wrote appears at the path once it is on the disk, unless `fill` gives it up by returning false. */
async function writeWhole(path: string, fill: (file: FileHandle) => Promise<boolean>): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(draft, 'wx', 0o600);
    try {
      if (!(await fill(file))) return;
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    throw toStoreError(error);
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

function absentOr(error: unknown): null {
  if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
  throw toStoreError(error);
}

/** Whoever sends may break off at any time; that is no fault of the disk. */
const BROKEN_OFF = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR']);

function toStoreError(error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined || BROKEN_OFF.has(code ?? '')) return error;
  return new FileStoreError(`The folder of files cannot be used (${code ?? syscall})`, { cause: error });
}
