import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import {
  CLAIM_CREDENTIAL,
  CREDENTIAL,
  DECIDE_CREDENTIAL,
  SUBMIT_CREDENTIAL,
} from '../support/credential-operations.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { buildSubmitted } from '../support/credential-scene.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';

let api: TestApi;
let auditor: GraphQLClient;
beforeAll(async () => {
  api = await startTestApi();
  auditor = await api.as(await buildAccount(api.em, { roles: [Role.AUDITOR], displayName: 'Grace Turner' }));
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

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
    const { credential } = await buildSubmitted(api);
    const { asOwner: other } = await buildSubmitted(api);

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
