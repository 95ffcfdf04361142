import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileStoreError, MOST_FILE_BYTES, MOST_PART_BYTES } from '../../../api/platform/files/file-store.ts';
import type { FileStore, UploadTarget } from '../../../api/platform/files/file-store.ts';
import { createS3FileStore } from '../../../api/platform/files/s3-file-store.ts';
import { startFakeS3 } from '../../support/fakes/s3.ts';
import type { FakeS3 } from '../../support/fakes/s3.ts';

const NOW = new Date();
let later = 0;
let s3: FakeS3;
let store: FileStore;

beforeEach(async () => {
  later = 0;
  s3 = await startFakeS3(() => new Date(NOW.getTime() + later));
  store = createS3FileStore(s3.settings);
});
afterEach(() => s3.stop());

const key = `staged/${randomUUID()}`;
const content = randomBytes(2_000);

async function signed(): Promise<UploadTarget> {
  return store.signUpload(
    {
      key,
      bytes: content.length,
      contentType: 'image/jpeg',
      accountId: 'a',
      expiresAt: new Date(NOW.getTime() + 900_000),
    },
    NOW,
  );
}

async function upload({ url, headers }: UploadTarget, body: Buffer, changed: object = {}): Promise<number> {
  const answer = await fetch(url, { method: 'PUT', headers: { ...headers, ...changed }, body: new Uint8Array(body) });
  await answer.arrayBuffer();
  return answer.status;
}

describe('files in a bucket', () => {
  it('lets a browser send this very file, for 15 minutes', async () => {
    const target = await signed();

    expect(await upload(target, content)).toBe(200);
    expect(s3.objects.get(key)).toEqual(content);
    expect(await store.read(key)).toEqual(content);

    later = 899_000;
    expect(await upload(target, content)).toBe(200);
    later = 901_000;
    expect(await upload(target, content)).toBe(403);
  });

  it('has the bucket refuse another length, type, place or signature', async () => {
    const target = await signed();

    expect(await upload(target, content.subarray(1))).toBe(403);
    expect(await upload(target, Buffer.concat([content, content]))).toBe(403);
    expect(await upload(target, content, { 'content-type': 'text/html' })).toBe(403);
    expect(await upload({ ...target, url: target.url.replace(key, `staged/${randomUUID()}`) }, content)).toBe(403);
    expect(
      await upload({ ...target, url: target.url.replace('X-Amz-Expires=900', 'X-Amz-Expires=9000') }, content),
    ).toBe(403);
    expect(
      await upload({ ...target, url: target.url.replace(/.$/, (end) => (end === '0' ? '1' : '0')) }, content),
    ).toBe(403);
    expect(s3.objects.size).toBe(0);
  });

  it('writes, reads and removes by signed requests; what is not there is null and no error', async () => {
    const kept = `stored/${randomUUID()}`;

    await store.write(kept, content);
    expect(s3.objects.get(kept)).toEqual(content);
    expect(await store.read(kept)).toEqual(content);
    await store.remove(kept);
    await store.remove(kept);
    expect(await store.read(kept)).toBeNull();
  });

  it('reads no more of an object than a part of an export can have', async () => {
    const most = MOST_PART_BYTES + MOST_FILE_BYTES;
    s3.put(key, Buffer.alloc(most * 2));

    expect((await store.read(key))!.length).toBeLessThanOrEqual(most + 64 * 1_024);
  });

  it('says when the bucket refuses us, fails or is away', async () => {
    const stranger = createS3FileStore({ ...s3.settings, secretKey: 'another' });
    await expect(stranger.read(key)).rejects.toBeInstanceOf(FileStoreError);

    s3.failWith(503);
    await expect(store.read(key)).rejects.toBeInstanceOf(FileStoreError);
    await expect(store.write(key, content)).rejects.toBeInstanceOf(FileStoreError);
    await expect(store.remove(key)).rejects.toBeInstanceOf(FileStoreError);
    await s3.stop();
    await expect(store.read(key)).rejects.toBeInstanceOf(FileStoreError);
  });
});
