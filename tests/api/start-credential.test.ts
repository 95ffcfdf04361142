import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildAuditor, suspendDraws, vote } from '../support/audit-scene.ts';
import type { Auditor } from '../support/audit-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCredentialType, buildEvidence } from '../support/builders/credential.builder.ts';
import { readCredential, submitCredential } from '../support/credential-operations.ts';
import type { CredentialOutcome } from '../support/credential-operations.ts';
import { buildSubmitted } from '../support/credential-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';
const START = `mutation ($input: StartCredentialInput!) { startCredential(input: $input) { __typename ... on UserError { code message }
  ... on CredentialStarted { credential { id state number submittedAt dueAt version decisions { decision } } } } }`;

let api: TestApi;
let auditor: Auditor;
beforeAll(async () => {
  api = await startTestApi();
  await suspendDraws(api);
  auditor = await buildAuditor(api);
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

const start = async (client: GraphQLClient, typeId: string): Promise<CredentialOutcome> =>
  (await client.ask<{ startCredential: CredentialOutcome }>(START, { input: { typeId } })).startCredential;

const dueOf = async (id: string): Promise<number> => {
  const [row] = await api.sql<{ due_at: Date }>('select due_at from credential where id = $1', [id]);
  return row!.due_at.getTime();
};

describe('startCredential', () => {
  it('begins a draft that only its provider sees, and goes on with it', async () => {
    const { asOwner } = await buildSubmitted(api);
    const type = await buildCredentialType(api.em);

    const [one, two] = await Promise.all([start(asOwner, type.id), start(asOwner, type.id)]);

    expect(one).toMatchObject({
      __typename: 'CredentialStarted',
      credential: { state: 'DRAFT', submittedAt: null, dueAt: null },
    });
    expect(two.credential!.id).toBe(one.credential!.id);
    expect(await readCredential(auditor.client, one.credential!.id)).toBeNull();
    expect(await readCredential(asOwner, one.credential!.id)).toMatchObject({ state: 'DRAFT' });
  });

  it('hands the draft in, once', async () => {
    const { asOwner } = await buildSubmitted(api);
    const type = await buildCredentialType(api.em);
    const { credential } = await start(asOwner, type.id);
    const input = { typeId: type.id, credentialId: credential!.id };

    const outcomes = await Promise.all([submitCredential(asOwner, input), submitCredential(asOwner, input)]);

    expect(outcomes.map(({ code }) => code ?? 'submitted').sort()).toEqual(['NOT_EDITABLE', 'submitted']);
    expect(await readCredential(auditor.client, credential!.id)).toMatchObject({ state: 'SUBMITTED', version: 2 });
    expect(await start(asOwner, type.id)).toMatchObject({ code: 'ALREADY_WAITING' });
  });

  it('needs the files that its type cannot do without', async () => {
    const { asOwner } = await buildSubmitted(api);
    const kind = (code: string, required: boolean) => ({
      code,
      name: { en: code, 'zh-CN': code },
      required,
    });
    const type = await buildCredentialType(api.em, { evidenceKinds: [kind('FRONT', true), kind('BACK', false)] });
    const { credential } = await start(asOwner, type.id);
    const input = { typeId: type.id, credentialId: credential!.id };

    expect(await submitCredential(asOwner, { typeId: type.id })).toMatchObject({ code: 'EVIDENCE_MISSING' });
    await buildEvidence(api.em, { credential: credential!.id, kind: 'BACK' });
    expect(await submitCredential(asOwner, input)).toMatchObject({ code: 'EVIDENCE_MISSING', field: 'credentialId' });
    const front = await buildEvidence(api.em, { credential: credential!.id, kind: 'FRONT' });
    expect((await submitCredential(asOwner, input)).__typename).toBe('CredentialSubmitted');

    await vote(auditor, credential!.id);
    const [kept] = await api.sql<{ evidence_sha256: string[] }>(
      'select evidence_sha256 from credential_decision where credential_id = $1',
      [credential!.id],
    );
    expect(kept!.evidence_sha256).toContain(front.sha256);
  });

  it('knows nothing of another’s draft, as of one that does not exist', async () => {
    const [mine, theirs] = [await buildSubmitted(api), await buildSubmitted(api)];
    const type = await buildCredentialType(api.em);
    const { credential } = await start(theirs.asOwner, type.id);

    const refusals = await Promise.all(
      [credential!.id, NOTHING, 'nonsense'].map((credentialId) =>
        submitCredential(mine.asOwner, { typeId: type.id, credentialId }),
      ),
    );

    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
    expect(refusals[0]).toMatchObject({ code: 'UNKNOWN_CREDENTIAL', field: 'credentialId' });
    expect(await start(mine.asOwner, NOTHING)).toMatchObject({ code: 'UNKNOWN_TYPE' });
  });

  it('is for providers', async () => {
    const household = await api.as(await buildAccount(api.em, { roles: [Role.HOUSEHOLD] }));
    const send = { input: { typeId: NOTHING } };

    expect((await api.visitor().send(START, send)).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect((await household.send(START, send)).errors[0]!.extensions.code).toBe('FORBIDDEN');
  });
});

describe('what auditors send back', () => {
  it('comes back to its place in the queue with its history, and the votes before do not count', async () => {
    const { credential, asOwner } = await buildSubmitted(api);
    const due = await dueOf(credential.id);
    api.clock.advanceMinutes(10 * 60);
    await vote(auditor, credential.id, 'REQUEST_MORE', 'The back side, please.');
    api.clock.advanceMinutes(5 * 24 * 60);
    auditor = await buildAuditor(api);
    const owner = await api.sql<{ account_id: string }>('select account_id from provider where id = $1', [
      credential.provider,
    ]);
    const again = await submitCredential(await api.as({ id: owner[0]!.account_id }), {
      typeId: credential.type,
      credentialId: credential.id,
      number: 'AB 100',
    });

    expect(asOwner).toBeDefined();
    expect(again.credential).toMatchObject({ id: credential.id, state: 'SUBMITTED' });
    expect((await dueOf(credential.id)) - due).toBe(5 * 24 * 60 * 60_000);
    const { decisions } = (await readCredential(auditor.client, credential.id))!;
    expect(decisions.map(({ note }) => note)).toEqual(['The back side, please.']);
    expect((await vote(auditor, credential.id)).credential!.state).toBe('APPROVED');
  });

  it('after a rejection waits anew, with 48 hours', async () => {
    const { credential, asOwner } = await buildSubmitted(api);
    await vote(await buildAuditor(api), credential.id, 'REJECT');
    api.clock.advanceMinutes(60);

    const again = await submitCredential(asOwner, { typeId: credential.type, credentialId: credential.id });

    expect(again.credential).toMatchObject({ id: credential.id, state: 'SUBMITTED' });
    expect(await dueOf(credential.id)).toBe(api.clock.now().getTime() + 48 * 3_600_000);
  });
});
