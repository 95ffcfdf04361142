import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { BLIND_ACTS } from '../../api/modules/qualifications/index.ts';
import { readLog } from '../support/audit-operations.ts';
import type { AuditEntryAnswer } from '../support/audit-operations.ts';
import { buildAuditor, suspendDraws, vote } from '../support/audit-scene.ts';
import type { Auditor } from '../support/audit-scene.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCredentialType } from '../support/builders/credential.builder.ts';
import { buildSubmitted } from '../support/credential-scene.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
let [first, second]: Auditor[] = [];
/** Operator and auditor at once. */
let both: GraphQLClient;
let operator: GraphQLClient;
beforeAll(async () => {
  api = await startTestApi();
  await suspendDraws(api);
  [first, second] = await Promise.all([buildAuditor(api, 'Grace Turner'), buildAuditor(api, 'Fang Wei')]);
  both = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR, Role.AUDITOR], displayName: 'Priya Nair' }));
  operator = await api.as(await buildAccount(api.em, { roles: [Role.OPERATOR] }));
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

async function buildVotedOn(): Promise<string> {
  const type = await buildCredentialType(api.em, { highRisk: true });
  const { credential } = await buildSubmitted(api, { type: type.id });
  await vote(first!, credential.id, 'APPROVE');
  return credential.id;
}

async function readActs(client: GraphQLClient, subjectId: string, filter = {}): Promise<AuditEntryAnswer[]> {
  const { data } = await readLog(client, { subjectId, filter, first: 50 });
  return data!.auditLog.edges.map(({ node }) => node).filter(({ action }) => BLIND_ACTS.includes(action));
}

describe('the audit log, read by somebody who is an auditor too', () => {
  it('does not say who voted on an open credential, nor what tells them apart', async () => {
    const id = await buildVotedOn();

    const acts = await readActs(both, id);

    expect(acts.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['credential.voted', 'credential.claimed']),
    );
    for (const act of acts)
      expect(act).toMatchObject({
        isVeiled: true,
        actorId: null,
        actorName: null,
        actorRoles: [],
        afterHash: null,
        beforeHash: null,
        reason: null,
        ipClass: null,
        requestReference: null,
      });
    expect(JSON.stringify(acts)).not.toContain(first!.account.id);
  });

  it('does not find those entries by asking for what somebody did', async () => {
    const id = await buildVotedOn();
    const filter = { actorId: first!.account.id };

    const { data } = await readLog(both, { subjectId: id, filter });

    expect(data!.auditLog).toMatchObject({ totalCount: 0, edges: [] });
    expect((await readActs(operator, id, filter)).length).toBeGreaterThan(1);
  });

  it('tells operators who are no auditors', async () => {
    const id = await buildVotedOn();

    for (const act of await readActs(operator, id))
      expect(act).toMatchObject({ isVeiled: false, actorId: first!.account.id, actorName: 'Grace Turner' });
  });

  it('tells of their own acts', async () => {
    const id = await buildVotedOn();
    await vote({ client: both }, id, 'REJECT');

    const acts = await readActs(both, id);

    expect(new Set(acts.map(({ actorName }) => actorName))).toEqual(new Set([null, 'Priya Nair']));
  });

  it('tells everything once the votes are revealed', async () => {
    const id = await buildVotedOn();
    await vote(second!, id, 'APPROVE');

    const acts = await readActs(both, id);

    expect(acts.map(({ action }) => action)).toContain('credential.decided');
    expect(acts.every(({ isVeiled }) => !isVeiled)).toBe(true);
    expect(new Set(acts.map(({ actorName }) => actorName))).toEqual(new Set(['Grace Turner', 'Fang Wei']));
    expect((await readActs(both, id, { actorId: first!.account.id })).length).toBeGreaterThan(1);
  });

  it('keeps it again while one looks at the credential once more', async () => {
    const id = await buildVotedOn();
    await vote(second!, id, 'APPROVE');
    await api.sql(
      `insert into credential_reaudit (id, credential_id, period, ticket, drawn_at, due_at) values (gen_random_uuid(), $1, '2027-03', 0, $2, $2)`,
      [id, TEST_NOW],
    );

    const acts = await readActs(both, id);

    expect(acts.length).toBeGreaterThan(3);
    expect(acts.every(({ isVeiled, actorId }) => isVeiled && actorId === null)).toBe(true);
  });
});
