import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createUpload } from '../support/evidence-operations.ts';
import type { UploadOutcome } from '../support/evidence-operations.ts';
import { buildDraft, put } from '../support/evidence-scene.ts';
import type { Draft, Person } from '../support/evidence-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const CONTENT = randomBytes(200_000);

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

async function announced(bytes = CONTENT.length): Promise<Draft & { target: UploadOutcome }> {
  const draft = await buildDraft(api);
  const target = await createUpload(draft.owner.client, { credentialId: draft.credential.id, bytes });
  return { ...draft, target };
}

interface RawAnswer {
  readonly status: number;
  readonly body: string;
  /** Bytes that could be written before the answer came. */
  readonly written: number;
}

/** Writes pieces without a length, as many as the server takes, and looks at how it answers. */
async function drip(target: UploadOutcome, as: Person, mostBytes: number): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const piece = randomBytes(64 * 1024);
    let written = 0;
    let answered = false;
    const sent = request(new URL(target.uploadUrl!, api.url), {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg', 'transfer-encoding': 'chunked', ...as.headers },
    });
    sent.on('response', (answer) => {
      answered = true;
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (text: string) => (body += text));
      answer.on('end', () => resolve({ status: answer.statusCode!, body, written }));
      answer.on('error', reject);
    });
    sent.on('error', (error) => (answered ? undefined : reject(error)));
    const write = (): void => {
      if (answered) return;
      if (written >= mostBytes) return void sent.end();
      written += piece.length;
      if (sent.write(piece)) setImmediate(write);
      else sent.once('drain', write);
    };
    write();
  });
}

async function staged(): Promise<string[]> {
  return readdir(join(api.dataDir, 'files', 'staged')).catch(() => []);
}

describe('PUT /uploads/…', () => {
  it('takes the announced file, again after an interruption, and answers with nothing', async () => {
    const { target, owner } = await announced();

    expect(await put(api, target, CONTENT, owner)).toBe(204);
    expect(await put(api, target, CONTENT, owner)).toBe(204);

    expect(await staged()).toContain(target.uploadId);
  });

  it('answers in one way to whatever is not a running upload of whoever asks', async () => {
    const { target, owner } = await announced();
    const other = await buildDraft(api);
    const [body = '', mac = ''] = target.uploadUrl!.replace('/uploads/', '').split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
    const forge = (changes: object): string =>
      `/uploads/${Buffer.from(JSON.stringify({ ...claims, ...changes })).toString('base64url')}.${mac}`;
    const answers = [];
    for (const [uploadUrl, as] of [
      ['/uploads/unknown', owner],
      ['/uploads/', owner],
      [`/uploads/${body}`, owner],
      [`/uploads/${body}.`, owner],
      [`/uploads/${body}.${mac}x`, owner],
      [forge({ bytes: CONTENT.length + 1 }), owner],
      [forge({ key: 'staged/01900000-0000-7000-8000-000000000000' }), owner],
      [forge({ accountId: other.owner.account.id }), other.owner],
      [target.uploadUrl, other.owner],
      [target.uploadUrl, null],
    ] as const) {
      answers.push(await putRaw(uploadUrl!, as));
    }
    api.clock.advanceMinutes(16);
    answers.push(await putRaw(target.uploadUrl!, owner));

    expect(new Set(answers)).toEqual(new Set([answers[0]]));
    expect(answers[0]).toContain('404');
    expect(await staged()).not.toContain(target.uploadId);
  });

  it('refuses another length and another type than announced, and keeps nothing of it', async () => {
    const { target, owner } = await announced();

    expect(await put(api, target, CONTENT.subarray(1), owner)).toBe(400);
    expect(await put(api, target, Buffer.concat([CONTENT, CONTENT]), owner)).toBe(413);
    expect(await put(api, { ...target, headers: [{ name: 'content-type', value: 'text/html' }] }, CONTENT, owner)).toBe(
      400,
    );

    expect(await staged()).not.toContain(target.uploadId);
  });

  it('refuses one byte more than 10 MB by its announced length', async () => {
    const { target, owner } = await announced(10 * 1024 * 1024);

    const answer = await fetch(new URL(target.uploadUrl!, api.url), {
      method: 'PUT',
      headers: { 'content-type': 'image/jpeg', ...owner.headers },
      body: new Uint8Array(10 * 1024 * 1024 + 1),
    }).then(
      ({ status }) => status,
      () => 'cut off',
    );

    expect([413, 'cut off']).toContain(answer);
    expect(await staged()).not.toContain(target.uploadId);
  });

  it('breaks off a body without a length at the piece beyond the announced one', async () => {
    const { target, owner } = await announced(CONTENT.length);

    const answer = await drip(target, owner, 64 * 1024 * 1024);

    expect(answer.status).toBe(413);
    expect(answer.written).toBeLessThan(16 * 1024 * 1024);
    expect(await staged()).not.toContain(target.uploadId);
  });

  it('reads nothing of a body that nobody announced', async () => {
    const { target, owner } = await announced();

    const answer = await drip({ ...target, uploadUrl: '/uploads/unknown' }, owner, 64 * 1024 * 1024);

    expect(answer.status).toBe(404);
    expect(answer.written).toBeLessThan(16 * 1024 * 1024);
  });

  it('leaves nothing behind of what broke off', async () => {
    const { target, owner } = await announced();
    const before = await staged();

    await new Promise<void>((done) => {
      const sent = request(new URL(target.uploadUrl!, api.url), {
        method: 'PUT',
        headers: { 'content-type': 'image/jpeg', 'content-length': CONTENT.length, ...owner.headers },
      });
      sent.on('error', () => done());
      sent.write(CONTENT.subarray(0, 100_000), () => setTimeout(() => sent.destroy(new Error('gone')), 100));
    });

    await expect.poll(staged).toEqual(before);
    expect(await put(api, target, CONTENT, owner)).toBe(204);
  });
});

/** Status and body of the answer, without the length of what was sent mattering. */
async function putRaw(path: string, as: Person | null): Promise<string> {
  const answer = await fetch(new URL(path, api.url), {
    method: 'PUT',
    headers: { 'content-type': 'image/jpeg', ...as?.headers },
    body: 'x',
  });
  return `${answer.status} ${answer.headers.get('content-type')} ${await answer.text()}`;
}
