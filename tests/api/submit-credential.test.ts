import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCredentialType } from '../support/builders/credential.builder.ts';
import { submitCredential } from '../support/credential-operations.ts';
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

describe('submitCredential', () => {
  it('puts a document of one’s own into the queue, due in 48 hours', async () => {
    const { asOwner } = await buildSubmitted(api);
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
    const { asOwner } = await buildSubmitted(api);
    const type = await buildCredentialType(api.em);

    expect(await submitCredential(asOwner, { typeId: type.id, ...changes })).toMatchObject({
      __typename: 'InvalidCredentialError',
      code,
      field,
    });
  });

  it('lets one of each type wait at a time, sent at once or one after the other', async () => {
    const { asOwner } = await buildSubmitted(api);
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
