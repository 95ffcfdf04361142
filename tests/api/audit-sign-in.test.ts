import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role, hashPassword } from '../../api/modules/accounts/index.ts';
import { signIn } from '../support/account-operations.ts';
import { readLog } from '../support/audit-operations.ts';
import type { AuditEntryAnswer } from '../support/audit-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const PASSWORD = 'a long enough password';

let api: TestApi;
let reader: GraphQLClient;
let passwordHash: string;

beforeAll(async () => {
  api = await startTestApi();
  passwordHash = await hashPassword(PASSWORD);
  reader = await api.as(await buildAccount(api.em, { roles: [Role.ADMINISTRATOR] }));
});
afterAll(() => api.close());

async function entries(variables: Readonly<Record<string, unknown>>): Promise<AuditEntryAnswer[]> {
  const { data } = await readLog(reader, variables);
  return data!.auditLog.edges.map(({ node }) => node);
}

describe('sign-in of staff, in the audit log', () => {
  it('is there when it succeeds, in the name of the account', async () => {
    const staff = await buildAccount(api.em, { roles: [Role.OPERATOR], isDemo: true, passwordHash });

    const { data } = await signIn(api.visitor(), staff.email, PASSWORD);

    expect(data?.signIn.__typename).toBe('SignedIn');
    expect(await entries({ filter: { actorId: staff.id } })).toEqual([
      expect.objectContaining({ action: 'session.opened', actorKind: 'ACCOUNT', subjectType: 'session' }),
    ]);
  });

  it.for([
    ['with a wrong password', { isDemo: true }, 'not the password', 'WRONG_PASSWORD'],
    ['without a second factor', { isDemo: false }, PASSWORD, 'SECOND_FACTOR_REQUIRED'],
  ] as const)('is there when it is refused %s', async ([, columns, password, reason]) => {
    const staff = await buildAccount(api.em, { roles: [Role.AUDITOR], passwordHash, ...columns });

    await signIn(api.visitor(), staff.email, password);

    await expect
      .poll(() => entries({ subjectId: staff.id }))
      .toEqual([expect.objectContaining({ action: 'session.refused', actorKind: 'VISITOR', actorId: null, reason })]);
  });

  it('is not there for a household', async () => {
    const household = await buildAccount(api.em, { roles: [Role.HOUSEHOLD], passwordHash });

    await signIn(api.visitor(), household.email, 'not the password');
    await signIn(api.visitor(), household.email, PASSWORD);

    expect(await entries({ filter: { actorId: household.id } })).toEqual([]);
    expect(await entries({ subjectId: household.id })).toEqual([]);
  });
});
