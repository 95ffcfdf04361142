import { sql } from 'kysely';
import { newId } from '../../kernel/ids.ts';
import type { EntityManager } from '../database.ts';
import type { JobContext } from '../module.ts';
import { publish } from '../outbox.ts';
import type { RateLimit } from '../rate-limits.ts';
import type { RequestContext } from '../request-context.ts';
import { inUnitOfWork } from '../unit-of-work.ts';
import type { UploadCreated } from '../upload.type.ts';
import type { TakenFile } from './file-intake.ts';
import { FileStoreError, MOST_FILE_BYTES } from './file-store.ts';
import type { KeptDocument } from './files.ts';
import type { UploadRefusal } from './upload-refusals.ts';
import { ScannerDownError } from './virus-scanner.ts';

const UPLOAD_MINUTES = 15;
/** After its address has ended, an upload that arrived in time can still be finished for so long. */
const FINISH_MINUTES = 60;
/** Whoever looks into a file and stops in the middle holds it up for so long. */
const CLAIM_MS = 120_000;

/** A file that was announced, to be written into the table of uploads of its kind. */
export interface AnnouncedUpload {
  readonly id: string;
  readonly account: string;
  readonly bytes: number;
  readonly expiresAt: Date;
}

export interface UploadAnnouncement<Refusal extends string> {
  readonly accountId: string;
  readonly bytes: number;
  readonly contentType: string;
  readonly limit: RateLimit;
  /** Topic that is told `{ uploadId }` when the upload should be finished. */
  readonly sweepTopic: string;
  /** Writes the upload down, or says why it may not be. */
  readonly record: (em: EntityManager, upload: AnnouncedUpload) => Promise<Refusal | null>;
}

/** Writes down that a file is to come, and says where to send it. */
export async function announceUpload<Refusal extends string>(
  context: RequestContext,
  { accountId, bytes, contentType, limit, sweepTopic, record }: UploadAnnouncement<Refusal>,
): Promise<UploadCreated | Refusal | UploadRefusal> {
  if (bytes > MOST_FILE_BYTES) return 'TOO_LARGE';
  if ((await context.limits.consume(limit, accountId)) !== null) return 'TOO_MANY_UPLOADS';
  const now = context.clock.now();
  const id = newId();
  const expiresAt = new Date(now.getTime() + UPLOAD_MINUTES * 60_000);
  const refusal = await inUnitOfWork(context.em, async (em) => {
    const refused = await record(em, { id, account: accountId, bytes, expiresAt });
    if (refused !== null) return refused;
    const dueAt = new Date(expiresAt.getTime() + FINISH_MINUTES * 60_000);
    await publish(em, context.clock, [{ topic: sweepTopic, payload: { uploadId: id }, dueAt }]);
    return null;
  });
  if (refusal !== null) return refusal;
  try {
    const key = context.files.stagedKey(id);
    const target = await context.files.signUpload({ key, bytes, contentType, accountId, expiresAt }, now);
    const headers = Object.entries(target.headers).map(([name, value]) => ({ name, value }));
    return { uploadId: id, uploadUrl: target.url, headers, expiresAt };
  } catch (error) {
    if (error instanceof FileStoreError) return 'TRY_LATER';
    throw error;
  }
}

/** A file that was looked into and is kept. */
export interface TakenUpload extends Pick<TakenFile, 'contentType' | 'size'> {
  readonly document: KeptDocument;
}

export interface UploadTaking<Kept extends object, Refusal extends string> {
  /** Table of the uploads, with the columns `id`, `bytes`, `expires_at`, `file_key` and `claimed_at`. */
  readonly table: string;
  readonly upload: { readonly id: string; readonly bytes: number };
  /** What is taken besides pictures. */
  readonly takesPdf: boolean;
  /** Makes it what it was announced for, in a transaction that also closes the upload. */
  readonly keep: (taken: TakenUpload) => Promise<Kept | Refusal>;
  /** Refusals of `keep` after which the file goes on waiting. */
  readonly passing: readonly Refusal[];
}

/**
 * Looks into an uploaded file and keeps it. After a failure that passes the upload still waits; a file that will never do is
 * thrown away at once. The file is read, scanned and written outside of any transaction.
 */
export async function takeUpload<Kept extends object, Refusal extends string>(
  { em, files, clock }: Pick<RequestContext, 'em' | 'files' | 'clock'>,
  { table, upload, takesPdf, keep, passing }: UploadTaking<Kept, Refusal>,
): Promise<Kept | Refusal | UploadRefusal> {
  const fileKey = files.newKey();
  const claim = await claimUpload(em, table, upload.id, { now: clock.now(), fileKey });
  if (claim === null) return 'BUSY';
  const taken = await lookInto({ files }, upload, { fileKey, takesPdf, abandoned: claim.abandoned });
  const kept = typeof taken === 'string' ? taken : await keep(taken);
  if (typeof kept !== 'string') {
    // The sweep removes it in any case; a store that is away now must not spoil what is done.
    await files.remove(files.stagedKey(upload.id)).catch(() => undefined);
    return kept;
  }
  const waits: readonly string[] = ['TRY_LATER', 'NOT_UPLOADED', ...passing];
  await files.remove(fileKey).catch(() => undefined);
  if (waits.includes(kept)) await releaseUpload(em, table, upload.id, fileKey);
  else if (await closeUpload(em, table, upload.id, fileKey))
    await files.remove(files.stagedKey(upload.id)).catch(() => undefined);
  return kept;
}

/** Strikes an upload out; false when somebody else took it over meanwhile and has recorded another place. */
export async function closeUpload(em: EntityManager, table: string, id: string, fileKey: string): Promise<boolean> {
  const { rows } = await sql`
    delete from ${sql.table(table)} where id = ${id} and file_key = ${fileKey} returning id`.execute(em.getKysely());
  return rows.length === 1;
}

/** Removes what is left of an upload that was not finished, or of one that was. */
export async function sweepUpload(
  { em, files }: Pick<JobContext, 'em' | 'files'>,
  table: string,
  id: string,
): Promise<void> {
  await files.remove(files.stagedKey(id));
  const { rows } = await sql<{ fileKey: string | null }>`
    select file_key as "fileKey" from ${sql.table(table)} where id = ${id}`.execute(em.getKysely());
  const [upload] = rows;
  if (!upload) return;
  if (upload.fileKey !== null) await files.remove(upload.fileKey);
  await sql`delete from ${sql.table(table)} where id = ${id}`.execute(em.getKysely());
}

/** Takes an upload in hand for whoever looks into the file, for two minutes; null while somebody else does. */
async function claimUpload(
  em: EntityManager,
  table: string,
  id: string,
  { now, fileKey }: { readonly now: Date; readonly fileKey: string },
): Promise<{ readonly abandoned: string | null } | null> {
  const stale = new Date(now.getTime() - CLAIM_MS);
  const { rows } = await sql<{ abandoned: string | null }>`
    with waiting as (
      select id, file_key from ${sql.table(table)}
      where id = ${id} and (claimed_at is null or claimed_at <= ${stale}) for update
    )
    update ${sql.table(table)} upload set file_key = ${fileKey}, claimed_at = ${now} from waiting
    where upload.id = waiting.id returning waiting.file_key as abandoned`.execute(em.getKysely());
  return rows[0] ?? null;
}

async function releaseUpload(em: EntityManager, table: string, id: string, fileKey: string): Promise<void> {
  await sql`
    update ${sql.table(table)} set file_key = null, claimed_at = null
    where id = ${id} and file_key = ${fileKey}`.execute(em.getKysely());
}

async function lookInto(
  { files }: Pick<RequestContext, 'files'>,
  upload: { readonly id: string; readonly bytes: number },
  how: { readonly fileKey: string; readonly takesPdf: boolean; readonly abandoned: string | null },
): Promise<TakenUpload | UploadRefusal> {
  try {
    if (how.abandoned !== null) await files.remove(how.abandoned);
    const taken = await files.inspect({ key: files.stagedKey(upload.id), bytes: upload.bytes });
    if (typeof taken === 'string') return taken === 'UNREADABLE_PDF' && !how.takesPdf ? 'UNSUPPORTED_TYPE' : taken;
    if (taken.contentType === 'application/pdf' && !how.takesPdf) return 'UNSUPPORTED_TYPE';
    const { content, contentType, size } = taken;
    return { contentType, size, document: await files.keep(how.fileKey, content) };
  } catch (error) {
    if (error instanceof FileStoreError || error instanceof ScannerDownError) return 'TRY_LATER';
    throw error;
  }
}
