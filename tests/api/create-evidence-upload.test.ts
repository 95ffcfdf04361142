import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { Credential, CredentialState } from '../../api/modules/qualifications/index.ts';
import { createUpload, finishUpload, readEvidence } from '../support/evidence-operations.ts';
import { addPhoto, buildDraft, put, signedIn } from '../support/evidence-scene.ts';
import type { Draft } from '../support/evidence-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { photo } from '../support/sample-files.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';
const MOST_BYTES = 10 * 1024 * 1024;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

const create = async ({ owner, credential }: Draft, input: object = {}): ReturnType<typeof createUpload> =>
  createUpload(owner.client, { credentialId: credential.id, bytes: 1_000, ...input });

describe('createEvidenceUpload', () => {
  it('says where to send the file, for 15 minutes', async () => {
    const draft = await buildDraft(api);

    const created = await create(draft);

    expect(created).toMatchObject({
      __typename: 'EvidenceUploadCreated',
      headers: [{ name: 'content-type', value: 'image/jpeg' }],
      expiresAt: new Date(TEST_NOW.getTime() + 15 * 60_000).toISOString(),
    });
    expect(created.uploadUrl).toMatch(/^\/uploads\//);
  });

  it.each([CredentialState.DRAFT, CredentialState.MORE_INFO, CredentialState.REJECTED])(
    'takes files while the credential is %s',
    async (state) => {
      expect(await create(await buildDraft(api, { state }))).toMatchObject({ __typename: 'EvidenceUploadCreated' });
    },
  );

  it.each(Object.values(CredentialState).filter((state) => !['DRAFT', 'MORE_INFO', 'REJECTED'].includes(state)))(
    'takes none while it is %s',
    async (state) => {
      expect(await create(await buildDraft(api, { state }))).toMatchObject({ code: 'NOT_EDITABLE' });
    },
  );

  it('answers for another’s credential as for one that does not exist', async () => {
    const mine = await buildDraft(api);
    const other = await buildDraft(api);
    // What is approved shows on the provider's page, so it is no secret that it exists; whose it is still counts.
    const approved = await buildDraft(api, { state: CredentialState.APPROVED });

    const forOther = await create(mine, { credentialId: other.credential.id });

    expect(forOther).toMatchObject({ __typename: 'InvalidEvidenceError', code: 'UNKNOWN_CREDENTIAL' });
    expect(await create(mine, { credentialId: approved.credential.id })).toEqual(forOther);
    expect(await create(mine, { credentialId: NOTHING })).toEqual(forOther);
    expect(await create(mine, { credentialId: 'x' })).toEqual(forOther);
  });

  it('refuses what the type does not ask for, and more than 10 MB', async () => {
    const draft = await buildDraft(api);

    expect(await create(draft, { kind: 'SELFIE' })).toMatchObject({ code: 'UNKNOWN_KIND' });
    expect(await create(draft, { bytes: MOST_BYTES + 1 })).toMatchObject({ code: 'TOO_LARGE' });
    expect(await create(draft, { bytes: MOST_BYTES })).toMatchObject({ __typename: 'EvidenceUploadCreated' });
  });

  it.each([{ contentType: 'text/html' }, { contentType: 'image/svg+xml' }, { bytes: 0 }, { name: '' }, { kind: '' }])(
    'does not understand %j',
    async (input) => {
      await expect(create(await buildDraft(api), input)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    },
  );

  it('keeps six files at most, also when they are announced before and finished at once', async () => {
    const draft = await buildDraft(api);
    const content = await photo();
    const announced = await Promise.all(Array.from({ length: 7 }, () => create(draft, { bytes: content.length })));
    for (const one of announced) expect(await put(api, one, content, draft.owner)).toBe(204);

    const outcomes = await Promise.all(announced.map(({ uploadId }) => finishUpload(draft.owner.client, uploadId!)));

    expect(outcomes.filter(({ evidence }) => evidence)).toHaveLength(6);
    expect(outcomes.find(({ evidence }) => !evidence)).toMatchObject({ code: 'TOO_MANY_FILES' });
    expect(await create(draft)).toMatchObject({ code: 'TOO_MANY_FILES' });
  });

  it('holds up whoever announces without end', async () => {
    const draft = await buildDraft(api);
    const outcomes = [];
    for (let count = 0; count < 41; count += 1) outcomes.push(await create(draft));

    expect(outcomes.slice(0, 40).every(({ uploadId }) => uploadId !== undefined)).toBe(true);
    expect(outcomes[40]).toMatchObject({ code: 'TOO_MANY_UPLOADS' });
  });

  it('is for providers', async () => {
    const { credential } = await buildDraft(api);
    const input = { credentialId: credential.id, bytes: 10 };

    await expect(createUpload(api.visitor(), input)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    for (const role of [Role.HOUSEHOLD, Role.AUDITOR, Role.OPERATOR])
      await expect(createUpload((await signedIn(api, role)).client, input)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
  });

  it('goes on after a rejection with what was there', async () => {
    const draft = await buildDraft(api);
    const kept = await addPhoto(api, draft);
    await api.em.nativeUpdate(Credential, { id: draft.credential.id }, { state: CredentialState.REJECTED });

    const added = await addPhoto(api, draft);

    expect((await readEvidence(draft.owner.client, draft.credential.id))?.map(({ id }) => id)).toEqual([
      kept.id,
      added.id,
    ]);
  });
});
