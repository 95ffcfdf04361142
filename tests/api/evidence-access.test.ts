import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Account, Role } from '../../api/modules/accounts/index.ts';
import { Credential, CredentialState } from '../../api/modules/qualifications/index.ts';
import { finishUpload, readEvidence, removeEvidence } from '../support/evidence-operations.ts';
import { addPhoto, buildDraft, signedIn, upload } from '../support/evidence-scene.ts';
import type { Draft, Person } from '../support/evidence-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { pdf } from '../support/sample-files.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';

let api: TestApi;
let auditor: Person;
beforeAll(async () => {
  api = await startTestApi();
});
beforeEach(async () => {
  api.clock.set(TEST_NOW);
  auditor = await signedIn(api, Role.AUDITOR);
});
afterAll(() => api.close());

async function submitted(): Promise<Draft & { evidenceId: string; ownUrl: string }> {
  const draft = await buildDraft(api);
  const { id, url } = await addPhoto(api, draft);
  await setState(draft, CredentialState.SUBMITTED);
  return { ...draft, evidenceId: id, ownUrl: url };
}

async function setState({ credential }: Draft, state: CredentialState): Promise<void> {
  await api.em.nativeUpdate(Credential, { id: credential.id }, { state });
}

async function open(url: string, as: Person | null): Promise<Response> {
  return fetch(new URL(url, api.url), { headers: { ...as?.headers } });
}

async function describeAnswer(answer: Response): Promise<string> {
  return `${answer.status} ${answer.headers.get('content-type')} ${await answer.text()}`;
}

const recordsOf = async (evidenceId: string): Promise<{ action: string; actor_id: string }[]> =>
  api.sql('select action, actor_id from audit_entry where reason like $1 or subject_id = $2 order by at', [
    `%${evidenceId}%`,
    evidenceId,
  ]);

describe('Evidence.url', () => {
  it('shows the file to its provider, in a shape that can do nothing', async () => {
    const { owner, ownUrl } = await submitted();

    const answer = await open(ownUrl, owner);

    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': "inline; filename*=UTF-8''licence.jpg",
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'cache-control': 'private, no-store',
    });
  });

  it('shows PDFs under the sandbox too, whatever their name holds', async () => {
    const draft = await buildDraft(api);
    const name = '证 "a";\r\nx-evil: 1 (1)\'.pdf';
    const id = await upload(api, draft, await pdf(), { contentType: 'application/pdf', name });
    const { evidence } = await finishUpload(draft.owner.client, id);

    const answer = await open(evidence!.url, draft.owner);

    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-security-policy')).toMatch(/^sandbox;/);
    expect(answer.headers.get('x-evil')).toBeNull();
    const [, encoded = ''] = answer.headers.get('content-disposition')!.split("UTF-8''");
    expect(decodeURIComponent(encoded)).toBe(name);
  });

  it('shows it to auditors, each of whose looks is on record', async () => {
    const { credential, evidenceId, owner, ownUrl } = await submitted();
    const [seen] = (await readEvidence(auditor.client, credential.id))!;

    expect((await open(seen!.url, auditor)).status).toBe(200);
    expect((await open(seen!.url, auditor)).status).toBe(200);
    await open(ownUrl, owner);

    const reads = (await recordsOf(evidenceId)).filter(({ action }) => action === 'evidence.read');
    expect(reads.map(({ actor_id }) => actor_id)).toEqual([auditor.account.id, auditor.account.id]);
  });

  it('works for nobody else, for 15 minutes, and answers as an address that does not exist', async () => {
    const { credential, owner, ownUrl } = await submitted();
    const [seen] = (await readEvidence(auditor.client, credential.id))!;
    const unknown = await describeAnswer(await open('/files/unknown', owner));
    const household = await signedIn(api, Role.HOUSEHOLD);
    const answers = [];
    for (const [url, as] of [
      [ownUrl, null],
      [ownUrl, household],
      [ownUrl, auditor],
      [seen!.url, owner],
      [ownUrl.slice(0, -1), owner],
      [`${ownUrl}x`, owner],
    ] as const)
      answers.push(await describeAnswer(await open(url, as)));
    api.clock.advanceMinutes(15);
    answers.push(await describeAnswer(await open(ownUrl, owner)));

    expect(unknown).toContain('404');
    expect(new Set(answers)).toEqual(new Set([unknown]));
  });

  it('ends at once with the role that it was given for', async () => {
    const { credential } = await submitted();
    const [seen] = (await readEvidence(auditor.client, credential.id))!;
    await api.em.nativeUpdate(Account, { id: auditor.account.id }, { roles: [Role.HOUSEHOLD] });

    expect((await open(seen!.url, auditor)).status).toBe(404);
  });

  it('is not for auditors before the credential is handed in', async () => {
    const { credential, ...draft } = await submitted();
    const [seen] = (await readEvidence(auditor.client, credential.id))!;
    await setState({ ...draft, credential }, CredentialState.DRAFT);

    expect(await readEvidence(auditor.client, credential.id)).toBeNull();
    expect((await open(seen!.url, auditor)).status).toBe(404);
  });

  it('opens nothing any more once the key of the document is gone', async () => {
    const { evidenceId, owner, ownUrl } = await submitted();
    await api.sql('delete from evidence where id = $1', [evidenceId]);

    expect((await open(ownUrl, owner)).status).toBe(404);
  });
});

describe('Credential.evidence', () => {
  it('is nothing that another provider or a household gets to see', async () => {
    const { credential } = await submitted();

    for (const other of [(await buildDraft(api)).owner, await signedIn(api, Role.HOUSEHOLD)])
      expect(await readEvidence(other.client, credential.id)).toBeNull();
  });
});

describe('removeEvidence', () => {
  it('takes a file back for good', async () => {
    const draft = await buildDraft(api);
    const { id, url } = await addPhoto(api, draft);

    expect(await removeEvidence(draft.owner.client, id)).toEqual({ __typename: 'EvidenceRemoved', evidenceId: id });

    expect(await readEvidence(draft.owner.client, draft.credential.id)).toEqual([]);
    expect((await open(url, draft.owner)).status).toBe(404);
    expect(await removeEvidence(draft.owner.client, id)).toMatchObject({ code: 'UNKNOWN_EVIDENCE' });
    expect((await recordsOf(id)).map(({ action }) => action)).toEqual(['evidence.added', 'evidence.removed']);
  });

  it('leaves what auditors have in hand', async () => {
    const { owner, evidenceId } = await submitted();

    expect(await removeEvidence(owner.client, evidenceId)).toMatchObject({ code: 'NOT_EDITABLE' });
  });

  it('answers for another’s file as for one that does not exist', async () => {
    const draft = await buildDraft(api);
    const { id } = await addPhoto(api, draft);
    const { owner } = await buildDraft(api);

    const forOther = await removeEvidence(owner.client, id);

    expect(forOther).toMatchObject({ __typename: 'InvalidEvidenceError', code: 'UNKNOWN_EVIDENCE' });
    expect(await removeEvidence(owner.client, NOTHING)).toEqual(forOther);
    expect(await readEvidence(draft.owner.client, draft.credential.id)).toHaveLength(1);
    await expect(removeEvidence(auditor.client, id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(removeEvidence(api.visitor(), id)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('does not let an auditor who is a provider too change what they may read', async () => {
    const draft = await buildDraft(api);
    const { id } = await addPhoto(api, draft);
    await setState(draft, CredentialState.MORE_INFO);
    const { owner } = await buildDraft(api);
    await api.em.nativeUpdate(Account, { id: owner.account.id }, { roles: [Role.PROVIDER, Role.AUDITOR] });
    expect(await readEvidence(owner.client, draft.credential.id)).toHaveLength(1);

    expect(await removeEvidence(owner.client, id)).toMatchObject({ code: 'UNKNOWN_EVIDENCE' });
    expect(await finishUpload(owner.client, id)).toMatchObject({ code: 'UNKNOWN_UPLOAD' });
    expect(await readEvidence(draft.owner.client, draft.credential.id)).toHaveLength(1);
  });

  it('has the file removed by a job', async () => {
    const draft = await buildDraft(api);
    const { id } = await addPhoto(api, draft);
    const [row] = await api.sql<{ file_key: string }>('select file_key from evidence where id = $1', [id]);
    expect(await readdir(join(api.dataDir, 'files', 'stored'))).toContain(row!.file_key.replace('stored/', ''));

    await removeEvidence(draft.owner.client, id);

    expect(
      await api.sql('select payload from outbox_message where topic = $1 and payload ->> $2 = $3', [
        'evidence.remove-file',
        'fileKey',
        row!.file_key,
      ]),
    ).toHaveLength(1);
  });
});
