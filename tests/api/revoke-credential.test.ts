import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { CredentialState } from '../../api/modules/qualifications/index.ts';
import { holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene } from '../support/booking-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildServiceItem } from '../support/builders/service-item.builder.ts';
import { buildSubmitted } from '../support/credential-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOTHING = '01900000-0000-7000-8000-000000000000';
const REVOKE = `mutation ($input: RevokeCredentialInput!) { revokeCredential(input: $input) { __typename ... on UserError { code message }
  ... on CredentialRevoked { credential { id state version } } } }`;
const LIST = `query ($filter: OverseenCredentialFilter, $first: Int, $after: String) { overseenCredentials(filter: $filter, first: $first, after: $after) {
  totalCount pageInfo { endCursor hasNextPage } edges { node { id state issuedBy validFrom isDisputed type { code } provider { id } } } } }`;

interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly credential?: { readonly state: string };
}
interface Listed {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  readonly edges: readonly { readonly node: { readonly id: string; readonly issuedBy: string | null } }[];
}

let api: TestApi;
let operator: GraphQLClient;
beforeAll(async () => {
  api = await startTestApi();
  operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

const revoke = async (
  credentialId: string,
  input: Readonly<Record<string, unknown>> = {},
  client = operator,
): Promise<Outcome> =>
  (
    await client.ask<{ revokeCredential: Outcome }>(REVOKE, {
      input: { credentialId, reasonCode: 'WITHDRAWN_BY_ISSUER', version: 1, ...input },
    })
  ).revokeCredential;

const list = async (variables: Readonly<Record<string, unknown>>): Promise<Listed> =>
  (await operator.ask<{ overseenCredentials: Listed }>(LIST, variables)).overseenCredentials;

describe('revokeCredential', () => {
  it('ends bookability at once, on the record, in the history and in the outbox', async () => {
    const item = await buildServiceItem(api.em, { requiredCredentialCodes: ['IDENTITY'] });
    const scene = await buildBookingScene(api, { items: [item] });
    const [{ id }] = (await api.sql<{ id: string }>('select id from credential where provider_id = $1', [
      scene.provider.id,
    ])) as [{ id: string }];
    expect((await holdSlot(scene.client, scene.wish())).__typename).toBe('Hold');

    expect(await revoke(id)).toMatchObject({ __typename: 'CredentialRevoked', credential: { state: 'REVOKED' } });

    expect((await holdSlot(scene.client, scene.wish())).__typename).toBe('NotBookableError');
    expect(
      await api.sql('select "to", actor_role, reason from credential_transition where credential_id = $1', [id]),
    ).toEqual([{ to: 'REVOKED', actor_role: 'OPERATOR', reason: 'WITHDRAWN_BY_ISSUER' }]);
    expect(await api.sql(`select topic from outbox_message where payload->>'credentialId' = $1`, [id])).toEqual([
      { topic: 'credential.revoked' },
    ]);
    expect(await api.sql('select action, reason from audit_entry where subject_id = $1', [id])).toEqual([
      { action: 'credential.revoked', reason: 'WITHDRAWN_BY_ISSUER' },
    ]);
  });

  it('is done once, on the version looked at, for a reason that exists', async () => {
    const { credential } = await buildSubmitted(api, { state: CredentialState.APPROVED });

    expect(await revoke(credential.id, { version: 2 })).toMatchObject({ code: 'CHANGED' });
    expect(await revoke(credential.id, { reasonCode: 'BECAUSE' })).toMatchObject({ code: 'REASON_UNKNOWN' });
    const outcomes = await Promise.all([revoke(credential.id), revoke(credential.id)]);
    expect(outcomes.map(({ code }) => code ?? 'done').sort()).toEqual(['NOT_APPROVED', 'done']);
  });

  it.each([CredentialState.SUBMITTED, CredentialState.EXPIRED])('takes back nothing that is %s', async (state) => {
    const { credential } = await buildSubmitted(api, { state });

    expect(await revoke(credential.id)).toMatchObject({ code: 'NOT_APPROVED' });
  });

  it('wants a proof of who it is that is younger than ten minutes', async () => {
    api.clock.advanceMinutes(11);

    await expect(revoke(NOTHING)).rejects.toMatchObject({ code: 'REAUTHENTICATION_REQUIRED' });
  });

  it('is not for one’s own', async () => {
    const { credential, owner } = await buildSubmitted(api, { state: CredentialState.APPROVED });
    await api.sql(`update account set roles = '{PROVIDER,OPERATOR}' where id = $1`, [owner.id]);

    expect(await revoke(credential.id, {}, await api.as(owner))).toMatchObject({ code: 'CONFLICT_OF_INTEREST' });
  });

  it('knows nothing of a draft, or of what does not exist', async () => {
    const { credential } = await buildSubmitted(api, { state: CredentialState.DRAFT });

    const codes = await Promise.all([credential.id, NOTHING, 'nonsense'].map(async (id) => (await revoke(id)).code));
    expect(codes).toEqual(['UNKNOWN', 'UNKNOWN', 'UNKNOWN']);
  });
});

describe('overseenCredentials', () => {
  it('shows operators no number, and the issuer only where the type lets them', async () => {
    const { credential } = await buildSubmitted(api, { state: CredentialState.APPROVED, number: 'SECRET 42' });
    const find = async (): Promise<unknown> =>
      (await list({ filter: { typeId: credential.type } })).edges.map(({ node }) => node.issuedBy);

    expect(await find()).toEqual([null]);
    await api.sql('update credential_type set operators_see_claims = true where id = $1', [credential.type]);
    expect(await find()).toEqual(['City of London']);
    const { errors } = await operator.send('{ overseenCredentials { edges { node { number } } } }');
    expect(errors[0]!.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(
      (await operator.send('query ($id: ID!) { credential(id: $id) { id } }', { id: credential.id })).data,
    ).toEqual({
      credential: null,
    });
  });

  it('filters by state, type and name, and pages through', async () => {
    const made = await Promise.all(
      [CredentialState.APPROVED, CredentialState.REVOKED, CredentialState.DRAFT].map((state) =>
        buildSubmitted(api, { state }),
      ),
    );
    const ids = made.map(({ credential }) => credential.id);
    const mine = async (filter: object): Promise<string[]> =>
      (await list({ filter, first: 100 })).edges.map(({ node }) => node.id).filter((id) => ids.includes(id));

    expect(await mine({})).toHaveLength(2);
    expect(await mine({ states: ['REVOKED'] })).toEqual([ids[1]]);
    expect(await mine({ name: 'rosa' })).toHaveLength(2);
    expect(await mine({ name: 'nobody at all' })).toEqual([]);
    expect(await mine({ disputed: true })).toEqual([]);
    const first = await list({ first: 1 });
    const next = await list({ first: 1, after: first.pageInfo.endCursor });
    expect(next.edges[0]!.node.id).not.toBe(first.edges[0]!.node.id);
  });

  it.each([
    ['overseenCredentials', LIST, {}],
    ['credentialRevocationReasons', '{ credentialRevocationReasons { code label } }', {}],
    ['revokeCredential', REVOKE, { input: { credentialId: NOTHING, reasonCode: 'X', version: 1 } }],
  ])('%s is for operators alone', async (_name, document, variables) => {
    expect((await api.visitor().send(document, variables)).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    for (const role of Object.values(Role)) {
      const client = await api.as(await buildAccount(api.em, { roles: [role] }));
      const code = (await client.send(document, variables)).errors[0]?.extensions.code;
      expect(code).toBe(role === Role.OPERATOR ? undefined : 'FORBIDDEN');
    }
  });
});
