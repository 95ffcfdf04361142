import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import type { Account } from '../../api/modules/accounts/index.ts';
import { recordAudit } from '../../api/platform/audit-log.ts';
import { readChainStatus, readLog, verifyLog } from '../support/audit-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
let operator: Pick<Account, 'id' | 'displayName'>;
const subjectId = newId();

beforeAll(async () => {
  api = await startTestApi();
  operator = await buildAccount(api.em, { roles: [Role.OPERATOR], displayName: 'Ola Nordmann' });
  const who = {
    viewer: { accountId: operator.id, roles: ['OPERATOR'] },
    ip: '203.0.113.9',
    clock: api.clock,
    reference: 'r',
  };
  const draft = { action: 'credential.decided', subjectType: 'credential', subjectId, reason: 'FACE_MISMATCH' };
  for (let turn = 0; turn < 5; turn++) {
    await recordAudit(api.em, who, { ...draft, after: { turn } });
    api.clock.advanceMinutes(1);
  }
  await recordAudit(api.em, { clock: api.clock }, { action: 'demo.loaded', subjectType: 'demo', subjectId: null });
});
afterAll(async () => {
  await api.close();
});

async function asRole(role: Role) {
  return api.as(await buildAccount(api.em, { roles: [role] }));
}

describe('who may read the log', () => {
  test.for([Role.OPERATOR, Role.ADMINISTRATOR])('%s', async (role) => {
    const client = await asRole(role);

    const [log, status] = [await readLog(client), await readChainStatus(client)];

    expect(log.errors).toEqual([]);
    expect(status.errors).toEqual([]);
    expect(log.data?.auditLog.totalCount).toBeGreaterThan(5);
  });

  test.for([Role.HOUSEHOLD, Role.PROVIDER, Role.BUSINESS, Role.AUDITOR])('not %s', async (role) => {
    const client = await asRole(role);

    const answers = [await readLog(client, { subjectId }), await readChainStatus(client), await verifyLog(client)];

    expect(answers.map(({ errors }) => errors[0]?.extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(answers.map(({ data }) => data)).toEqual([null, null, null]);
  });

  test('not a visitor', async () => {
    const answers = [
      await readLog(api.visitor()),
      await readChainStatus(api.visitor()),
      await verifyLog(api.visitor()),
    ];

    expect(answers.map(({ errors }) => errors[0]?.extensions.code)).toEqual(Array(3).fill('UNAUTHENTICATED'));
  });
});

describe('auditLog', () => {
  test('tells who did what, from which network, and nothing of the states but their hashes', async () => {
    const { data } = await readLog(await api.as(operator), { subjectId, first: 1 });

    expect(data?.auditLog.totalCount).toBe(5);
    expect(data?.auditLog.edges[0]?.node).toEqual({
      id: expect.any(String),
      at: new Date(TEST_NOW.getTime() + 4 * 60_000).toISOString(),
      actorKind: 'ACCOUNT',
      actorId: operator.id,
      actorName: 'Ola Nordmann',
      actorRoles: ['OPERATOR'],
      action: 'credential.decided',
      subjectType: 'credential',
      subjectId,
      beforeHash: null,
      afterHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      reason: 'FACE_MISMATCH',
      ipClass: '203.0.113.0/24',
      requestReference: 'r',
      seq: null,
      isVeiled: false,
    });
  });

  test('pages through all entries, latest first, none twice', async () => {
    const client = await api.as(operator);
    const seen: string[] = [];
    let after: string | null = null;

    do {
      const { data }: Awaited<ReturnType<typeof readLog>> = await readLog(client, { subjectId, first: 2, after });
      seen.push(...data!.auditLog.edges.map(({ node }) => node.at));
      after = data!.auditLog.pageInfo.hasNextPage ? data!.auditLog.pageInfo.endCursor : null;
    } while (after !== null);

    expect(seen).toEqual(seen.toSorted().reverse());
    expect(new Set(seen).size).toBe(5);
  });

  test.for([
    ['an action', () => ({ filter: { action: 'demo.loaded' } }), 1],
    ['an actor', () => ({ filter: { actorId: operator.id, action: 'credential.decided' } }), 5],
    ['a time from', () => ({ subjectId, filter: { from: new Date(TEST_NOW.getTime() + 120_000).toISOString() } }), 3],
    ['a time until', () => ({ subjectId, filter: { to: new Date(TEST_NOW.getTime() + 120_000).toISOString() } }), 2],
    ['a subject that nothing was done to', () => ({ subjectId: newId() }), 0],
    ['what can be no id', () => ({ subjectId: 'nobody' }), 0],
    ['an actor that can be none', () => ({ filter: { actorId: "'; drop table audit_entry" } }), 0],
  ] as const)('narrows to %s', async ([, variables, count]) => {
    const { data, errors } = await readLog(await api.as(operator), variables());

    expect(errors).toEqual([]);
    expect(data?.auditLog.totalCount).toBe(count);
    expect(data?.auditLog.edges).toHaveLength(count);
  });

  test.for([[{ first: 0 }], [{ first: 101 }], [{ after: 'made-up' }]] as const)('refuses %o', async ([variables]) => {
    const { errors } = await readLog(await api.as(operator), variables);

    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test('shows who acted as nobody once the account is gone', async () => {
    const gone = newId();
    const who = { viewer: { accountId: gone, roles: [] }, ip: '203.0.113.9', clock: api.clock };
    await recordAudit(api.em, who, { action: 'thing.done', subjectType: 'thing', subjectId: newId() });

    const { data } = await readLog(await api.as(operator), { filter: { actorId: gone } });

    expect(data?.auditLog.edges[0]?.node).toMatchObject({ actorId: gone, actorName: null });
  });
});
