import type { Readable } from 'node:stream';

/** Most bytes of one file (S6). */
export const MOST_FILE_BYTES = 10 * 1024 * 1024;

/** Bytes after which a part of an export gets no further file. */
export const MOST_PART_BYTES = 24 * 1024 * 1024;

/** One upload that was promised: everything in it is fixed by the signature of its address. */
export interface UploadTicket {
  /** Name of the place the file waits at until it is taken in. */
  readonly key: string;
  readonly bytes: number;
  readonly contentType: string;
  readonly accountId: string;
  readonly expiresAt: Date;
}

/** Where a browser sends the file to by PUT, and with which headers. */
export interface UploadTarget {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export type Received = 'received' | 'too-long' | 'too-short';

/**
 * Keeps files under keys of ours. What comes by an upload waits under `staged/…`, as it was sent; what is kept lies under
 * `stored/…`, encrypted before it gets here.
 */
export interface FileStore {
  /** Where uploads are sent to, when that is not our own origin: the browser must be let through to it. */
  readonly uploadOrigin: string | null;
  signUpload(ticket: UploadTicket, now: Date): Promise<UploadTarget>;
  /** Takes an upload from our own route; absent where browsers send it elsewhere. */
  receive?(key: string, bytes: number, body: Readable): Promise<Received>;
  /** Null when there is none. @throws FileStoreError */
  read(key: string): Promise<Buffer | null>;
  write(key: string, content: Buffer): Promise<void>;
  /** Nothing to remove is no error. */
  remove(key: string): Promise<void>;
}

/** The store cannot be reached or is full: nothing is wrong with the file. */
export class FileStoreError extends Error {
  override readonly name = 'FileStoreError';
}

const KEY = /^(?:staged|stored)\/[0-9a-f-]{36}$/;

/** Keys become paths and addresses: only those of our own making may. */
export function requireFileKey(key: string): string {
  if (!KEY.test(key)) throw new Error('This is not the key of a file');
  return key;
}
