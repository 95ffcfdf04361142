import { createHash, randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { createDiskFileStore } from './disk-file-store.ts';
import { decryptDocument, encryptDocument, newDocumentKey } from './document-cipher.ts';
import { takeIn } from './file-intake.ts';
import type { FileFault, TakenFile } from './file-intake.ts';
import type { FileStore, Received, UploadTicket, UploadTarget } from './file-store.ts';
import { createS3FileStore } from './s3-file-store.ts';
import { TokenSigner } from './token-signer.ts';
import { createClamdScanner } from './virus-scanner.ts';
import type { VirusScanner } from './virus-scanner.ts';

/** What identifies a file that was uploaded and not taken in yet, and what it has to be. */
export interface StagedFile {
  readonly key: string;
  readonly bytes: number;
}

/** A document as it is kept. Without its key, which belongs sealed into the row of its owner, nobody can read it again. */
export interface KeptDocument {
  readonly fileKey: string;
  /** base64url. */
  readonly documentKey: string;
  /** Of the content, in hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

export type IntakeFault = FileFault | 'NOT_UPLOADED' | 'INFECTED';

/** Which file a signed address opens, and for whom. */
export interface ReadTicket {
  /** Whose files: names the source that a module registers. */
  readonly source: string;
  readonly id: string;
  readonly accountId: string;
  readonly expiresAt: Date;
}

const uploadClaims = z.strictObject({
  key: z.string(),
  bytes: z.int().positive(),
  contentType: z.string(),
  accountId: z.string(),
  expiresAt: z.coerce.date(),
});
const readClaims = z.strictObject({
  source: z.string(),
  id: z.string(),
  accountId: z.string(),
  expiresAt: z.coerce.date(),
});

/** Where the list of the erased lies: a place that no document is ever given. */
const ERASED = 'stored/00000000-0000-0000-0000-0000000e7a5e';

/** How uploads come in and documents are kept, whichever store lies below. */
export class Files {
  readonly #store: FileStore;
  readonly #signer: TokenSigner;
  readonly #scanner: VirusScanner | null;

  constructor(store: FileStore, signer: TokenSigner, scanner: VirusScanner | null) {
    this.#store = store;
    this.#signer = signer;
    this.#scanner = scanner;
  }

  /** Where browsers have to be let through to; null: only to us. */
  get uploadOrigin(): string | null {
    return this.#store.uploadOrigin;
  }

  /** Place that the upload with this id waits at. */
  stagedKey(uploadId: string): string {
    return `staged/${uploadId}`;
  }

  /** A new place to keep a document at. */
  newKey(): string {
    return `stored/${randomUUID()}`;
  }

  async signUpload(ticket: UploadTicket, now: Date): Promise<UploadTarget> {
    return this.#store.signUpload(ticket, now);
  }

  /** The upload that an address of our own route was signed for; null unless it is this account's and still runs. */
  readUploadToken(token: string, accountId: string, now: Date): UploadTicket | null {
    const ticket = this.#store.receive ? this.#signer.read('upload', token, uploadClaims) : null;
    return ticket?.accountId === accountId && ticket.expiresAt > now ? ticket : null;
  }

  async receive(ticket: UploadTicket, body: Readable): Promise<Received> {
    if (!this.#store.receive) throw new Error('Uploads are sent to the store itself');
    return this.#store.receive(ticket.key, ticket.bytes, body);
  }

  /**
   * Looks into what was uploaded and says what would be kept of it.
   * @throws FileStoreError, ScannerDownError: it can be tried again later.
   */
  async inspect({ key, bytes }: StagedFile): Promise<TakenFile | IntakeFault> {
    const content = await this.#store.read(key);
    if (content?.length !== bytes) return 'NOT_UPLOADED';
    if (await this.#scanner?.isInfected(content)) return 'INFECTED';
    return takeIn(content);
  }

  /** Keeps a document at `fileKey`, encrypted with a key of its own. @throws FileStoreError */
  async keep(fileKey: string, content: Buffer): Promise<KeptDocument> {
    const key = newDocumentKey();
    await this.#store.write(fileKey, encryptDocument(content, key, fileKey));
    return {
      fileKey,
      documentKey: key.toString('base64url'),
      sha256: createHash('sha256').update(content).digest('hex'),
      bytes: content.length,
    };
  }

  /** Null when the file is gone. @throws FileStoreError, UnreadableDocumentError */
  async open({ fileKey, documentKey }: Pick<KeptDocument, 'fileKey' | 'documentKey'>): Promise<Buffer | null> {
    const kept = await this.#store.read(fileKey);
    return kept && decryptDocument(kept, Buffer.from(documentKey, 'base64url'), fileKey);
  }

  /** @throws FileStoreError */
  async remove(key: string): Promise<void> {
    await this.#store.remove(key);
  }

  /**
   * Ids of the accounts that were erased, with the instant: kept outside the database, so that restoring an older one does not
   * bring them back. @throws FileStoreError
   */
  async listErased(): Promise<ReadonlyMap<string, string>> {
    const kept = (await this.#store.read(ERASED))?.toString('utf8') ?? '';
    const lines = kept.split('\n').filter((line) => line !== '');
    return new Map(lines.map((line) => line.split(' ') as [string, string]));
  }

  /** Adds to that list. Whoever calls it has to keep others from doing so at the same time. @throws FileStoreError */
  async noteErased(added: ReadonlyMap<string, string>): Promise<void> {
    const all = new Map([...(await this.listErased()), ...added]);
    await this.#store.write(ERASED, Buffer.from([...all].map((entry) => `${entry.join(' ')}\n`).join('')));
  }

  /** An address on our own origin at which this account, and no other, can read the file until it expires. */
  signReadUrl(ticket: ReadTicket): string {
    return `/files/${this.#signer.sign('read', ticket)}`;
  }

  /** Null unless the token is this account's and still runs. */
  readReadToken(token: string, accountId: string, now: Date): ReadTicket | null {
    const ticket = this.#signer.read('read', token, readClaims);
    return ticket?.accountId === accountId && ticket.expiresAt > now ? ticket : null;
  }
}

/** Files as the settings say; `mac` is a keyed hash of ours. */
export function createFiles(config: Config['files'], mac: (text: string) => string): Files {
  const signer = new TokenSigner(mac);
  const store =
    config.s3 === null
      ? createDiskFileStore({
          folder: config.folder,
          signTicket: (ticket) => signer.sign('upload', ticket),
          stagingKey: (key) => Buffer.from(mac(`staging.${key}`), 'base64url'),
        })
      : createS3FileStore(config.s3);
  return new Files(store, signer, config.scanner && createClamdScanner(config.scanner));
}
