import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import type { Account } from '../../api/modules/accounts/index.ts';
import { ProviderStatus } from '../../api/modules/providers/index.ts';
import { CredentialState } from '../../api/modules/qualifications/index.ts';
import type { Credential } from '../../api/modules/qualifications/index.ts';
import { holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCredential, buildCredentialType } from '../support/builders/credential.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import {
  CLAIM_CREDENTIAL,
  CREDENTIAL,
  DECIDE_CREDENTIAL,
  SUBMIT_CREDENTIAL,
  claimCredential,
  decideCredential,
  submitCredential,
} from '../support/credential-operations.ts';
import type { CredentialView } from '../support/credential-operations.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';

let api: TestApi;
let auditor: GraphQLClient;
let otherAuditor: GraphQLClient;
beforeAll(async () => {
  api = await startTestApi();
  auditor = await api.as(await buildAccount(api.em, { roles: [Role.AUDITOR], displayName: 'Grace Turner' }));
  otherAuditor = await api.as(await buildAccount(api.em, { roles: [Role.AUDITOR] }));
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

async function buildSubmitted(
  overrides: Partial<Credential> = {},
): Promise<{ credential: Credential; owner: Account; asOwner: GraphQLClient }> {
  const owner = await buildAccount(api.em, { roles: [Role.PROVIDER] });
  const provider = await buildProvider(api.em, { account: owner.id });
  return {
    owner,
    asOwner: await api.as(owner),
    credential: await buildCredential(api.em, {
      provider: provider.id,
      state: CredentialState.SUBMITTED,
      ...overrides,
    }),
  };
}

const read = async (client: GraphQLClient, id: string): Promise<CredentialView | null> =>
  (await client.ask<{ credential: CredentialView | null }>(CREDENTIAL, { id })).credential;

describe('claimCredential', () => {
  it('takes a credential for thirty minutes; another auditor sees that it is taken', async () => {
    const { credential } = await buildSubmitted();

    const outcome = await claimCredential(auditor, credential.id);

    expect(outcome).toMatchObject({
      __typename: 'CredentialClaimed',
      credential: {
        state: 'IN_REVIEW',
        version: 2,
        claimedByMe: true,
        claimedByOther: false,
        claimExpiresAt: new Date(TEST_NOW.getTime() + 30 * 60_000).toISOString(),
      },
    });
    expect(await read(otherAuditor, credential.id)).toMatchObject({ claimedByMe: false, claimedByOther: true });
    expect(await claimCredential(otherAuditor, credential.id)).toMatchObject({
      __typename: 'CredentialNotClaimableError',
      code: 'NOT_OPEN',
    });
  });

  it('of two auditors at once gives it to one', async () => {
    const { credential } = await buildSubmitted();

    const outcomes = await Promise.all([
      claimCredential(auditor, credential.id),
      claimCredential(otherAuditor, credential.id),
    ]);

    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'CredentialClaimed',
      'CredentialNotClaimableError',
    ]);
  });

  it('lets another have it from the thirtieth minute on', async () => {
    const { credential } = await buildSubmitted();
    await claimCredential(auditor, credential.id);

    api.clock.advanceMinutes(29.99);
    const early = await claimCredential(otherAuditor, credential.id);
    api.clock.advanceMinutes(0.01);
    const late = await claimCredential(otherAuditor, credential.id);

    expect([early.__typename, late.__typename]).toEqual(['CredentialNotClaimableError', 'CredentialClaimed']);
  });

  it.each([CredentialState.APPROVED, CredentialState.REJECTED, CredentialState.DRAFT])(
    'does not open one that is %s',
    async (state) => {
      const { credential } = await buildSubmitted({ state });

      expect(await claimCredential(auditor, credential.id)).toMatchObject({
        __typename: 'CredentialNotClaimableError',
        code: 'NOT_OPEN',
      });
    },
  );

  it('gives nobody their own', async () => {
    const { credential, owner } = await buildSubmitted();
    await api.sql(`update account set roles = '{PROVIDER,AUDITOR}' where id = $1`, [owner.id]);

    expect(await claimCredential(await api.as(owner), credential.id)).toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
  });

  it.each([NOTHING, 'nonsense'])('knows nothing of %s', async (id) => {
    expect(await claimCredential(auditor, id)).toMatchObject({
      __typename: 'CredentialNotClaimableError',
      code: 'UNKNOWN',
    });
  });
});

describe('decideCredential', () => {
  async function buildClaimed(): Promise<Awaited<ReturnType<typeof buildSubmitted>> & { version: number }> {
    const submitted = await buildSubmitted();
    const { credential } = await claimCredential(auditor, submitted.credential.id);
    return { ...submitted, version: credential!.version };
  }

  it.each([
    { decision: 'APPROVE', reasonCode: 'MATCHES', state: 'APPROVED' },
    { decision: 'REJECT', reasonCode: 'NUMBER_WRONG', state: 'REJECTED' },
  ])('$decision makes it $state, on the record and in the outbox', async ({ decision, reasonCode, state }) => {
    const { credential, asOwner, version } = await buildClaimed();

    const outcome = await decideCredential(auditor, {
      credentialId: credential.id,
      decision,
      reasonCode,
      note: ' Thank you. ',
      version,
    });

    expect(outcome).toMatchObject({
      __typename: 'CredentialDecided',
      credential: {
        state,
        version: version + 1,
        claimedByMe: false,
        claimExpiresAt: null,
        decisions: [{ decision, reasonCode, note: 'Thank you.', decidedBy: 'Grace Turner' }],
      },
    });
    expect((await read(asOwner, credential.id))!.decisions).toEqual([
      { decision, reasonCode, note: 'Thank you.', decidedBy: 'Auditor' },
    ]);
    expect(
      await api.sql(`select topic from outbox_message where payload->>'credentialId' = $1`, [credential.id]),
    ).toEqual([{ topic: 'credential.decided' }]);
  });

  it('needs a claim of one’s own that still runs', async () => {
    const { credential, version } = await buildClaimed();

    const another = await decideCredential(otherAuditor, { credentialId: credential.id, version });
    api.clock.advanceMinutes(30);
    const late = await decideCredential(auditor, { credentialId: credential.id, version });

    expect([another.code, late.code]).toEqual(['NOT_CLAIMED', 'NOT_CLAIMED']);
    expect((await read(auditor, credential.id))!.decisions).toEqual([]);
  });

  it('counts only on the version that was looked at', async () => {
    const { credential, version } = await buildClaimed();
    await claimCredential(auditor, credential.id);

    expect(await decideCredential(auditor, { credentialId: credential.id, version })).toMatchObject({
      __typename: 'CredentialNotDecidableError',
      code: 'CHANGED',
    });
    expect(await decideCredential(auditor, { credentialId: credential.id, version: version + 1 })).toMatchObject({
      __typename: 'CredentialDecided',
    });
  });

  it.each([
    { decision: 'APPROVE', reasonCode: 'NUMBER_WRONG' },
    { decision: 'REJECT', reasonCode: 'MATCHES' },
    { decision: 'APPROVE', reasonCode: 'BECAUSE' },
  ])('refuses a reason that does not fit: $decision for $reasonCode', async ({ decision, reasonCode }) => {
    const { credential, version } = await buildClaimed();

    expect(
      await decideCredential(auditor, { credentialId: credential.id, decision, reasonCode, version }),
    ).toMatchObject({ code: 'REASON_UNKNOWN' });
    expect((await read(auditor, credential.id))!.state).toBe('IN_REVIEW');
  });

  it('is done once: of two decisions at once the second does not count', async () => {
    const { credential, version } = await buildClaimed();

    const outcomes = await Promise.all([
      decideCredential(auditor, { credentialId: credential.id, version }),
      decideCredential(auditor, {
        credentialId: credential.id,
        decision: 'REJECT',
        reasonCode: 'NUMBER_WRONG',
        version,
      }),
    ]);

    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'CredentialDecided',
      'CredentialNotDecidableError',
    ]);
    expect((await read(auditor, credential.id))!.decisions).toHaveLength(1);
  });

  it('is not for one’s own, even where the claim is there', async () => {
    const { credential, owner, version } = await buildClaimed();
    await api.sql(`update account set roles = '{PROVIDER,AUDITOR}' where id = $1`, [owner.id]);
    await api.sql('update credential set claimed_by_id = $1 where id = $2', [owner.id, credential.id]);

    expect(await decideCredential(await api.as(owner), { credentialId: credential.id, version })).toMatchObject({
      code: 'CONFLICT_OF_INTEREST',
    });
  });

  it('knows nothing of a credential that does not exist', async () => {
    expect(await decideCredential(auditor, { credentialId: NOTHING, version: 1 })).toMatchObject({ code: 'UNKNOWN' });
  });
});

describe('what a decision changes', () => {
  it.each([
    { decision: 'APPROVE', reasonCode: 'MATCHES', then: 'Hold' },
    { decision: 'REJECT', reasonCode: 'NUMBER_WRONG', then: 'NotBookableError' },
  ])('after $decision a booking ends as $then', async ({ decision, reasonCode, then }) => {
    const item = await buildServiceItem(api.em, { requiredCredentialCodes: ['IDENTITY'] });
    const scene = await buildBookingScene(api, { items: [item], qualified: false });
    const credential = await buildCredential(api.em, {
      provider: scene.provider.id,
      type: (await buildCredentialType(api.em, { code: 'IDENTITY' })).id,
      state: CredentialState.SUBMITTED,
    });
    expect(await holdSlot(scene.client, scene.wish())).toMatchObject({ __typename: 'NotBookableError' });
    const claimed = await claimCredential(auditor, credential.id);

    await decideCredential(auditor, {
      credentialId: credential.id,
      decision,
      reasonCode,
      version: claimed.credential!.version,
    });

    expect((await holdSlot(scene.client, scene.wish())).__typename).toBe(then);
  });
});

describe('submitCredential', () => {
  it('puts a document of one’s own into the queue, due in 48 hours', async () => {
    const { asOwner } = await buildSubmitted();
    const type = await buildCredentialType(api.em);

    const outcome = await submitCredential(asOwner, { typeId: type.id });

    expect(outcome).toMatchObject({
      __typename: 'CredentialSubmitted',
      credential: { state: 'SUBMITTED', version: 1, decisions: [] },
    });
    const { auditQueue } = await auditor.ask<{ auditQueue: { edges: { node: { id: string; dueAt: string } }[] } }>(
      '{ auditQueue(first: 100) { edges { node { id dueAt } } } }',
    );
    expect(auditQueue.edges.find(({ node }) => node.id === outcome.credential!.id)!.node.dueAt).toBe(
      new Date(TEST_NOW.getTime() + 48 * 3_600_000).toISOString(),
    );
  });

  it.each([
    { changes: { typeId: NOTHING }, code: 'UNKNOWN_TYPE', field: 'typeId' },
    { changes: { issuedOn: '2027-03-11' }, code: 'IN_FUTURE', field: 'issuedOn' },
    { changes: { validUntil: '2027-03-09' }, code: 'OUT_OF_DATE', field: 'validUntil' },
  ])('refuses $changes', async ({ changes, code, field }) => {
    const { asOwner } = await buildSubmitted();
    const type = await buildCredentialType(api.em);

    expect(await submitCredential(asOwner, { typeId: type.id, ...changes })).toMatchObject({
      __typename: 'InvalidCredentialError',
      code,
      field,
    });
  });

  it('lets one of each type wait at a time, sent at once or one after the other', async () => {
    const { asOwner } = await buildSubmitted();
    const type = await buildCredentialType(api.em);

    const outcomes = await Promise.all([
      submitCredential(asOwner, { typeId: type.id }),
      submitCredential(asOwner, { typeId: type.id }),
    ]);

    expect(outcomes.map(({ __typename }) => __typename).sort()).toEqual([
      'CredentialSubmitted',
      'InvalidCredentialError',
    ]);
    expect(await submitCredential(asOwner, { typeId: type.id })).toMatchObject({
      code: 'ALREADY_WAITING',
      field: 'typeId',
    });
  });
});

describe('who may read and decide', () => {
  const OPERATIONS: [string, string, Record<string, unknown>][] = [
    ['auditQueue', '{ auditQueue { totalCount } }', {}],
    ['claimCredential', CLAIM_CREDENTIAL, { id: NOTHING }],
    [
      'decideCredential',
      DECIDE_CREDENTIAL,
      { input: { credentialId: NOTHING, decision: 'APPROVE', reasonCode: 'MATCHES', version: 1 } },
    ],
  ];

  it.each(OPERATIONS)('%s is for auditors alone', async (_name, document, variables) => {
    const codes = await Promise.all(
      [null, Role.HOUSEHOLD, Role.PROVIDER, Role.BUSINESS, Role.OPERATOR, Role.ADMINISTRATOR].map(async (role) => {
        const client = role === null ? api.visitor() : await api.as(await buildAccount(api.em, { roles: [role] }));
        return (await client.send(document, variables)).errors[0]!.extensions.code;
      }),
    );

    expect(codes).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
  });

  it('submitting is for providers', async () => {
    const household = await api.as(await buildAccount(api.em));
    const input = { typeId: NOTHING, number: 'AB 1', issuedBy: 'City', issuedOn: '2027-01-01' };

    expect((await api.visitor().send(SUBMIT_CREDENTIAL, { input })).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect((await household.send(SUBMIT_CREDENTIAL, { input })).errors[0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('a credential of somebody else looks like one that does not exist', async () => {
    const { credential } = await buildSubmitted();
    const { asOwner: other } = await buildSubmitted();

    const foreign = await other.send(CREDENTIAL, { id: credential.id });

    expect(foreign.data).toEqual({ credential: null });
    expect(foreign.body).toBe((await other.send(CREDENTIAL, { id: NOTHING })).body);
    expect((await api.visitor().send(CREDENTIAL, { id: credential.id })).errors[0]!.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  it.each(['WzEsMiwieCJd', 'WzFlMzAwLDEsIjAxOTAwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMCJd'])(
    'the queue refuses a cursor of somebody’s own making: %s',
    async (after) => {
      await expect(
        auditor.ask('query ($after: String) { auditQueue(after: $after) { totalCount } }', { after }),
      ).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
    },
  );
});

describe('verifyCredential', () => {
  const light = async (code: string): Promise<unknown> =>
    (
      await api
        .visitor()
        .ask<{ verifyCredential: unknown }>(
          'query ($code: String!) { verifyCredential(code: $code) { light holderName typeName validUntil } }',
          { code },
        )
    ).verifyCredential;

  it.each<{ what: string; type: string; overrides: Partial<Credential>; status?: ProviderStatus; shows: string }>([
    { what: 'an approved one', type: 'IDENTITY', overrides: {}, shows: 'GREEN' },
    { what: 'one on its last day', type: 'FIRST_AID', overrides: { validUntil: '2027-03-10' }, shows: 'GREEN' },
    { what: 'one that ran out yesterday', type: 'FIRST_AID', overrides: { validUntil: '2027-03-09' }, shows: 'AMBER' },
    { what: 'one that begins tomorrow', type: 'FIRST_AID', overrides: { validFrom: '2027-03-11' }, shows: 'AMBER' },
    { what: 'one under review', type: 'IDENTITY', overrides: { state: CredentialState.IN_REVIEW }, shows: 'AMBER' },
    {
      what: 'a rejected secondary one',
      type: 'FIRST_AID',
      overrides: { state: CredentialState.REJECTED },
      shows: 'AMBER',
    },
    { what: 'a rejected identity', type: 'IDENTITY', overrides: { state: CredentialState.REJECTED }, shows: 'RED' },
    {
      what: 'a background check that was taken back',
      type: 'BACKGROUND_CHECK',
      overrides: { state: CredentialState.REVOKED },
      shows: 'RED',
    },
    {
      what: 'one of a suspended holder',
      type: 'FIRST_AID',
      overrides: {},
      status: ProviderStatus.SUSPENDED,
      shows: 'RED',
    },
  ])('shows $what as $shows', async ({ type, overrides, status, shows }) => {
    const provider = await buildProvider(api.em, status === undefined ? {} : { status });
    const credential = await buildCredential(api.em, {
      provider: provider.id,
      type: (await buildCredentialType(api.em, { code: type })).id,
      ...overrides,
    });

    expect(await light(credential.verificationCode)).toEqual({
      light: shows,
      holderName: 'Rosa Almeida',
      typeName: type,
      validUntil: overrides.validUntil ?? '2027-12-31',
    });
  });

  it.each(['', 'unknown', 'x'.repeat(101), `' or 1=1 --`])('knows nothing of the code "%s"', async (code) => {
    expect(await light(code)).toBeNull();
  });
});
