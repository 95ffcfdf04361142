import { AwsV4Signer } from 'aws4fetch';
import type { S3Settings } from '../config.ts';
import { FileStoreError, MOST_FILE_BYTES, MOST_PART_BYTES, requireFileKey } from './file-store.ts';
import type { FileStore, UploadTicket } from './file-store.ts';

const TIME_LIMIT_MS = 20_000;
type Credentials = Pick<AwsV4Signer, 'accessKeyId' | 'secretAccessKey' | 'region' | 'service'>;

/** Nothing of ours is larger: a part of an export of personal data, with room for a last file and its seal. */
const MOST_OBJECT_BYTES = MOST_PART_BYTES + MOST_FILE_BYTES + 64 * 1_024;

/** A bucket that speaks the S3 protocol. Browsers send uploads straight to it, so its CORS rules must allow PUT from us. */
export function createS3FileStore(settings: S3Settings): FileStore {
  const send = async (method: string, key: string, body?: Buffer): Promise<Response> =>
    sendSigned(settings, method, addressOf(settings, key), body);
  return {
    uploadOrigin: new URL(settings.endpoint).origin,
    signUpload: async (ticket, now) => ({
      url: await signUploadAddress(settings, ticket, now),
      headers: { 'content-type': ticket.contentType },
    }),
    read: async (key) => {
      const answer = await send('GET', key);
      if (answer.status === 404) {
        await answer.body?.cancel();
        return null;
      }
      requireSuccess(answer);
      return readLimited(answer);
    },
    write: async (key, content) => {
      const answer = await send('PUT', key, content);
      await answer.body?.cancel();
      requireSuccess(answer);
    },
    remove: async (key) => {
      const answer = await send('DELETE', key);
      await answer.body?.cancel();
      if (answer.status !== 404) requireSuccess(answer);
    },
  };
}

function addressOf({ endpoint, bucket }: S3Settings, key: string): URL {
  return new URL(`${endpoint.replace(/\/$/, '')}/${bucket}/${requireFileKey(key)}`);
}

function credentialsOf({ accessKey, secretKey, region }: S3Settings): Credentials {
  return { accessKeyId: accessKey, secretAccessKey: secretKey, region, service: 's3' };
}

async function signUploadAddress(settings: S3Settings, ticket: UploadTicket, now: Date): Promise<string> {
  const url = addressOf(settings, ticket.key);
  const seconds = Math.max(1, Math.floor((ticket.expiresAt.getTime() - now.getTime()) / 1000));
  url.searchParams.set('X-Amz-Expires', String(seconds));
  const signer = new AwsV4Signer({
    ...credentialsOf(settings),
    method: 'PUT',
    url: url.toString(),
    headers: { 'content-type': ticket.contentType, 'content-length': String(ticket.bytes) },
    datetime: now.toISOString().replace(/[:-]|\.\d{3}/g, ''),
    signQuery: true,
    // Length and type too: the address takes this very file and no other.
    allHeaders: true,
  });
  return (await signer.sign()).url.toString();
}

async function sendSigned(settings: S3Settings, method: string, address: URL, body?: Buffer): Promise<Response> {
  const signer = new AwsV4Signer({ ...credentialsOf(settings), method, url: address.toString() });
  const { url, headers } = await signer.sign();
  try {
    return await fetch(url, {
      method,
      headers,
      ...(body && { body: new Uint8Array(body) }),
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
  } catch (error) {
    throw new FileStoreError('The file store did not answer', { cause: error });
  }
}

function requireSuccess({ ok, status }: Response): void {
  if (!ok) throw new FileStoreError(`The file store answered ${status}`);
}

/** A bucket may hold what we never put there: no more of it is read than a file of ours can have. */
async function readLimited(answer: Response): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let seen = 0;
  try {
    for await (const piece of answer.body ?? []) {
      seen += piece.length;
      if (seen > MOST_OBJECT_BYTES) break;
      pieces.push(piece);
    }
  } catch (error) {
    throw new FileStoreError('The file store broke off', { cause: error });
  }
  return Buffer.concat(pieces);
}
