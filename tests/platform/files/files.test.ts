import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UnreadableDocumentError } from '../../../api/platform/files/document-cipher.ts';
import { createFiles } from '../../../api/platform/files/index.ts';
import type { Files } from '../../../api/platform/files/index.ts';
import { startFakeS3 } from '../../support/fakes/s3.ts';
import type { FakeS3 } from '../../support/fakes/s3.ts';
import { pdf } from '../../support/sample-files.ts';
import { TEST_VAULT } from '../../support/test-keys.ts';

const NOW = new Date();

let s3: FakeS3;
let files: Files;
beforeEach(async () => {
  s3 = await startFakeS3(() => NOW);
  files = createFiles({ folder: '/nowhere', s3: s3.settings, scanner: null }, (text) =>
    TEST_VAULT.lookupHash('file.token', text),
  );
});
afterEach(() => s3.stop());

describe('files in a bucket', () => {
  it('come straight from the browser and are looked into where they lie', async () => {
    const content = await pdf();
    const key = files.stagedKey(randomUUID());
    const ticket = {
      key,
      bytes: content.length,
      contentType: 'application/pdf',
      accountId: 'a',
      expiresAt: new Date(NOW.getTime() + 900_000),
    };
    const { url, headers } = await files.signUpload(ticket, NOW);

    const { status } = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(content) });

    expect(status).toBe(200);
    expect(new URL(url).origin).toBe(files.uploadOrigin);
    expect(await files.inspect({ key, bytes: content.length })).toEqual({
      content,
      contentType: 'application/pdf',
      size: null,
    });
  });

  it('count only in the length that was announced', async () => {
    const content = await pdf();
    const key = files.stagedKey(randomUUID());
    s3.put(key, content);

    expect(await files.inspect({ key, bytes: content.length + 1 })).toBe('NOT_UPLOADED');
    expect(await files.inspect({ key: files.stagedKey(randomUUID()), bytes: 1 })).toBe('NOT_UPLOADED');
  });

  it('have no address of ours to send them to, whatever the token', () => {
    expect(files.readUploadToken('anything', 'a', NOW)).toBeNull();
  });

  it('are kept as noise that opens with the key of the document and at its own place only', async () => {
    const content = Buffer.from('a name and a number');
    const kept = await files.keep(files.newKey(), content);
    const other = await files.keep(files.newKey(), content);

    expect(s3.objects.get(kept.fileKey)!.includes('a name')).toBe(false);
    expect(await files.open(kept)).toEqual(content);
    expect(kept.documentKey).not.toBe(other.documentKey);
    await expect(files.open({ ...kept, documentKey: other.documentKey })).rejects.toBeInstanceOf(
      UnreadableDocumentError,
    );
    s3.put(other.fileKey, s3.objects.get(kept.fileKey)!);
    await expect(files.open({ ...kept, fileKey: other.fileKey })).rejects.toBeInstanceOf(UnreadableDocumentError);
    await files.remove(kept.fileKey);
    expect(await files.open(kept)).toBeNull();
  });
});
