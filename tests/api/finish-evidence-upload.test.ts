import { createHash } from 'node:crypto';
import { readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { Credential, CredentialState } from '../../api/modules/qualifications/index.ts';
import { finishUpload, readEvidence } from '../support/evidence-operations.ts';
import { buildDraft, signedIn, upload } from '../support/evidence-scene.ts';
import { TEST_VIRUS, startFakeClamd } from '../support/fakes/clamd.ts';
import type { FakeClamd } from '../support/fakes/clamd.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { METADATA_CANARY, pdf, photo, photoWithMetadata, pngImage } from '../support/sample-files.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';

let clamd: FakeClamd;
let api: TestApi;
beforeAll(async () => {
  clamd = await startFakeClamd();
  api = await startTestApi({ environment: { VIRUS_SCANNER: `127.0.0.1:${clamd.port}` } });
});
beforeEach(() => {
  api.clock.set(TEST_NOW);
  clamd.behave('well');
});
afterAll(async () => {
  await api.close();
  await clamd.stop();
});

const listFiles = (folder: string): Promise<string[]> => readdir(join(api.dataDir, 'files', folder)).catch(() => []);

describe('finishEvidenceUpload', () => {
  it('adds a photo, drawn anew, and keeps it encrypted under a key of its own', async () => {
    const draft = await buildDraft(api);
    const original = await photoWithMetadata();

    const { evidence } = await finishUpload(
      draft.owner.client,
      await upload(api, draft, original, { name: 'Ausweis 证.jpg' }),
    );

    expect(evidence).toMatchObject({ kind: 'DOCUMENT', name: 'Ausweis 证.jpg', contentType: 'image/jpeg' });
    const answer = await fetch(new URL(evidence!.url, api.url), { headers: draft.owner.headers });
    const shown = Buffer.from(await answer.arrayBuffer());
    expect(shown.includes(METADATA_CANARY)).toBe(false);
    expect(shown.length).toBe(evidence!.bytes);
    expect(createHash('sha256').update(shown).digest('hex')).toBe(evidence!.sha256);
    const [row] = await api.sql<{ name: string; file_key: string; document_key: string }>(
      'select name, file_key, document_key from evidence where id = $1',
      [evidence!.id],
    );
    const lying = await readFile(join(api.dataDir, 'files', row!.file_key));
    expect(lying.includes(shown.subarray(100, 132))).toBe(false);
    expect(row!.name).not.toContain('Ausweis');
    expect(row!.document_key).toMatch(/^v1\./);
  });

  it('leaves nothing of the upload, and answers with the same file when it is asked again', async () => {
    const draft = await buildDraft(api);
    const id = await upload(api, draft, await photo());

    const first = await finishUpload(draft.owner.client, id);
    const stored = await listFiles('stored');
    const again = await finishUpload(draft.owner.client, id);

    expect(again.evidence).toMatchObject({ id: first.evidence!.id, sha256: first.evidence!.sha256 });
    expect(await listFiles('staged')).not.toContain(id);
    expect(await listFiles('stored')).toEqual(stored);
    expect(await api.sql('select 1 from evidence_upload where id = $1', [id])).toEqual([]);
  });

  it('makes one file of an upload that is finished many times at once', async () => {
    const draft = await buildDraft(api);
    const id = await upload(api, draft, await photo(400, 400));
    const before = (await listFiles('stored')).length;

    const outcomes = await Promise.all(Array.from({ length: 8 }, () => finishUpload(draft.owner.client, id)));

    expect(outcomes.some(({ evidence }) => evidence)).toBe(true);
    expect(
      outcomes.filter(({ evidence }) => !evidence).every(({ code }) => code === 'BUSY' || code === 'UNKNOWN_UPLOAD'),
    ).toBe(true);
    expect(await readEvidence(draft.owner.client, draft.credential.id)).toHaveLength(1);
    expect((await listFiles('stored')).length).toBe(before + 1);
  });

  it('keeps a PDF as it is and a picture as WebP', async () => {
    const draft = await buildDraft(api);
    const document = await pdf();

    const asPdf = await finishUpload(
      draft.owner.client,
      await upload(api, draft, document, { contentType: 'application/pdf' }),
    );
    const asPicture = await finishUpload(
      draft.owner.client,
      await upload(api, draft, await pngImage(), { contentType: 'image/png' }),
    );

    expect(asPdf.evidence).toMatchObject({
      contentType: 'application/pdf',
      bytes: document.length,
      sha256: createHash('sha256').update(document).digest('hex'),
    });
    expect(asPicture.evidence).toMatchObject({ contentType: 'image/webp' });
  });

  it.each([
    ['UNSUPPORTED_TYPE', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
    ['UNREADABLE_IMAGE', async () => (await photo(200, 200)).subarray(0, 5_000)],
    ['UNREADABLE_PDF', async () => (await pdf()).subarray(0, 500)],
    ['INFECTED', async () => Buffer.concat([await photo(), Buffer.from(TEST_VIRUS)])],
  ])('throws away what is %s', async (code, content) => {
    const draft = await buildDraft(api);
    const id = await upload(api, draft, await content());

    expect(await finishUpload(draft.owner.client, id)).toMatchObject({ __typename: 'InvalidEvidenceError', code });

    expect(await listFiles('staged')).not.toContain(id);
    expect(await finishUpload(draft.owner.client, id)).toMatchObject({ code: 'UNKNOWN_UPLOAD' });
    expect(await readEvidence(draft.owner.client, draft.credential.id)).toEqual([]);
  });

  it('waits for a file that has not arrived in full', async () => {
    const draft = await buildDraft(api);
    const content = await photo();
    const id = await upload(api, draft, content);
    const path = join(api.dataDir, 'files', 'staged', id);
    const arrived = await readFile(path);
    await rm(path);

    expect(await finishUpload(draft.owner.client, id)).toMatchObject({ code: 'NOT_UPLOADED' });
    await writeFile(path, arrived);
    expect(await finishUpload(draft.owner.client, id)).toMatchObject({ __typename: 'EvidenceAdded' });
  });

  it('takes nothing in while the scanner is away, and the same upload once it is back', async () => {
    const draft = await buildDraft(api);
    const id = await upload(api, draft, await photo());
    clamd.behave('full');

    expect(await finishUpload(draft.owner.client, id)).toMatchObject({ code: 'TRY_LATER' });

    clamd.behave('well');
    expect(await finishUpload(draft.owner.client, id)).toMatchObject({ __typename: 'EvidenceAdded' });
  });

  it('takes over from whoever stopped in the middle, after two minutes', async () => {
    const draft = await buildDraft(api);
    const id = await upload(api, draft, await photo());
    const abandoned = `stored/${NOTHING}`;
    await api.sql('update evidence_upload set file_key = $2, claimed_at = $3 where id = $1', [id, abandoned, TEST_NOW]);
    await writeFile(join(api.dataDir, 'files', abandoned), 'half');

    expect(await finishUpload(draft.owner.client, id)).toMatchObject({ code: 'BUSY' });
    api.clock.advanceMinutes(3);
    expect(await finishUpload(draft.owner.client, id)).toMatchObject({ __typename: 'EvidenceAdded' });
    expect(await listFiles('stored')).not.toContain(NOTHING);
  });

  it('does not add to a credential that was handed in meanwhile', async () => {
    const draft = await buildDraft(api);
    const id = await upload(api, draft, await photo());
    const before = await listFiles('stored');
    await api.em.nativeUpdate(Credential, { id: draft.credential.id }, { state: CredentialState.SUBMITTED });

    expect(await finishUpload(draft.owner.client, id)).toMatchObject({ code: 'NOT_EDITABLE' });

    expect(await listFiles('stored')).toEqual(before);
  });

  it('answers for another’s upload as for one that does not exist', async () => {
    const draft = await buildDraft(api);
    const id = await upload(api, draft, await photo());
    const { owner } = await buildDraft(api);

    const forOther = await finishUpload(owner.client, id);

    expect(forOther).toMatchObject({ code: 'UNKNOWN_UPLOAD' });
    expect(await finishUpload(owner.client, NOTHING)).toEqual(forOther);
    expect(await finishUpload(owner.client, 'x')).toEqual(forOther);
    await finishUpload(draft.owner.client, id);
    expect(await finishUpload(owner.client, id)).toEqual(forOther);
  });

  it('is for providers', async () => {
    await expect(finishUpload(api.visitor(), NOTHING)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const { client } = await signedIn(api, Role.AUDITOR);
    await expect(finishUpload(client, NOTHING)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
