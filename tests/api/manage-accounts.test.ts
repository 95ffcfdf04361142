import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { Role, hashPassword } from '../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../api/modules/accounts/index.ts';
import { lettersTo } from '../support/account-mail.ts';
import { CHANGE_ROLES, SIGN_IN_ANY, actOn, manage } from '../support/account-operations.ts';
import type { AccountOutcome } from '../support/account-operations.ts';
import { readLog } from '../support/audit-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { AUDIT_QUEUE_CHANGED, subscribe } from '../support/socket-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const LIST = `query ($filter: AccountFilter, $first: Int, $after: String) {
  accounts(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id email displayName roles bannedAt sessionCount lastUsedAt } } } }`;
const VIEWER = '{ viewer { id } }';

interface Page {
  readonly accounts: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly edges: readonly { readonly node: { readonly id: string; readonly email: string } }[];
  };
}

let api: TestApi;
let admin: UnsealedAccount;
let desk: GraphQLClient;
beforeAll(async () => {
  api = await startTestApi();
  admin = await buildAccount(api.em, { roles: [Role.ADMINISTRATOR], displayName: 'Ada Admin' });
  desk = await api.as(admin);
});
afterAll(() => api.close());

async function act(name: Parameters<typeof manage>[0], accountId: string, client = desk): Promise<AccountOutcome> {
  return (await actOn(client, manage(name), { input: { accountId, reason: 'as agreed' } })).result;
}

async function changeRoles(
  accountId: string,
  change: { readonly grant?: readonly Role[]; readonly revoke?: readonly Role[] },
  client = desk,
): Promise<AccountOutcome> {
  const input = { accountId, grant: [], revoke: [], reason: 'as agreed', ...change };
  return (await actOn(client, CHANGE_ROLES, { input })).result;
}

async function find(filter: object, first = 20, after: string | null = null): Promise<Page['accounts']> {
  return (await desk.ask<Page>(LIST, { filter, first, after })).accounts;
}

async function actionsOn(subjectId: string): Promise<readonly { action: string; reason: string | null }[]> {
  const { data } = await readLog(desk, { subjectId });
  return data!.auditLog.edges.map(({ node }) => ({ action: node.action, reason: node.reason }));
}

describe('the list of accounts', () => {
  it('finds by the whole e-mail address, in any case, and not by a part of it', async () => {
    const { id, email } = await buildAccount(api.em);

    expect((await find({ search: ` ${email.toUpperCase()} ` })).edges.map(({ node }) => node.id)).toEqual([id]);
    expect((await find({ search: email.slice(0, -1) })).totalCount).toBe(0);
  });

  it('finds by the beginning of a name, taken word for word', async () => {
    await buildAccount(api.em, { displayName: 'Zhou Percent%' });
    await buildAccount(api.em, { displayName: 'Zhou Plain' });

    expect((await find({ search: 'zhou' })).totalCount).toBe(2);
    expect((await find({ search: 'Zhou Percent%' })).totalCount).toBe(1);
    expect((await find({ search: 'zhou%plain' })).totalCount).toBe(0);
    expect((await find({ search: 'hou' })).totalCount).toBe(0);
  });

  it('narrows to a role and to those kept out, and goes on from page to page', async () => {
    const built = [];
    for (let index = 0; index < 5; index++)
      built.push(await buildAccount(api.em, { roles: [Role.BUSINESS], bannedAt: index < 2 ? api.clock.now() : null }));

    const first = await find({ role: Role.BUSINESS }, 3);
    const second = await find({ role: Role.BUSINESS }, 3, first.pageInfo.endCursor);

    expect(first).toMatchObject({ totalCount: 5, pageInfo: { hasNextPage: true } });
    expect([...first.edges, ...second.edges].map(({ node }) => node.id)).toEqual(
      built.map(({ id }) => id).toReversed(),
    );
    expect((await find({ role: Role.BUSINESS, isBanned: true })).totalCount).toBe(2);
  });

  it.each([Role.HOUSEHOLD, Role.PROVIDER, Role.BUSINESS, Role.AUDITOR, Role.OPERATOR])(
    'is not for a %s',
    async (role) => {
      const other = await buildAccount(api.em);
      const client = await api.as(await buildAccount(api.em, { roles: [role] }));

      await expect(client.ask(LIST)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      await expect(client.ask('query ($id: ID!) { account(id: $id) { id } }', { id: other.id })).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
      await expect(act('banAccount', other.id, client)).rejects.toThrow('FORBIDDEN');
      await expect(changeRoles(other.id, { grant: [Role.OPERATOR] }, client)).rejects.toThrow('FORBIDDEN');
    },
  );
});

describe('changeRoles', () => {
  it('grants and takes away, signs the account out, and is answered for', async () => {
    const account = await buildAccount(api.em, { roles: [Role.HOUSEHOLD] });
    const client = await api.as(account);

    const granted = await changeRoles(account.id, { grant: [Role.AUDITOR], revoke: [Role.HOUSEHOLD] });

    expect(granted.account).toMatchObject({ roles: ['AUDITOR'], sessionCount: 0 });
    expect(await client.ask(VIEWER)).toEqual({ viewer: null });
    expect(await actionsOn(account.id)).toEqual([
      { action: 'account.roles-changed', reason: '+AUDITOR -HOUSEHOLD: as agreed' },
    ]);
  });

  it('lets a granted staff role count only with a second factor', async () => {
    const passwordHash = await hashPassword('correct horse battery');
    const account = await buildAccount(api.em, { passwordHash });

    await changeRoles(account.id, { grant: [Role.OPERATOR] });

    const input = { email: account.email, password: 'correct horse battery' };
    expect((await actOn(api.visitor(), SIGN_IN_ANY, { input })).result.__typename).toBe('SecondFactorRequired');
  });

  it('needs a proof within ten minutes', async () => {
    const account = await buildAccount(api.em);
    const client = await api.as(admin);

    api.clock.advanceMinutes(11);
    await expect(changeRoles(account.id, { grant: [Role.OPERATOR] }, client)).rejects.toThrow(
      'REAUTHENTICATION_REQUIRED',
    );
    api.clock.advanceMinutes(-11);
  });

  it('says when there is no such account or nothing to change', async () => {
    const account = await buildAccount(api.em);

    expect((await changeRoles(newId(), { grant: [Role.OPERATOR] })).code).toBe('UNKNOWN_ACCOUNT');
    expect((await changeRoles('no id', { grant: [Role.OPERATOR] })).code).toBe('UNKNOWN_ACCOUNT');
    expect((await changeRoles(account.id, { grant: [Role.HOUSEHOLD] })).code).toBe('NOTHING_TO_CHANGE');
  });

  it('puts a demoted auditor out at the next request, subscriptions included', async () => {
    const account = await buildAccount(api.em, { roles: [Role.HOUSEHOLD, Role.AUDITOR] });
    const token = await api.openSession(account);
    const socket = await subscribe(api.url, AUDIT_QUEUE_CHANGED, { token });

    await changeRoles(account.id, { revoke: [Role.AUDITOR] });

    const client = api.visitor({ authorization: `Bearer ${token}` });
    await expect(client.ask('{ auditQueue { totalCount } }')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect.poll(() => socket.closed?.code, { timeout: 10_000 }).toBe(4403);
  });
});

describe('banAccount', () => {
  it('ends the sessions, the subscriptions and every way in, until it is lifted', async () => {
    const passwordHash = await hashPassword('correct horse battery');
    const account = await buildAccount(api.em, { roles: [Role.AUDITOR], isDemo: true, passwordHash });
    const token = await api.openSession(account);
    const socket = await subscribe(api.url, AUDIT_QUEUE_CHANGED, { token });
    const signIn = async (): Promise<AccountOutcome> =>
      (await actOn(api.visitor(), SIGN_IN_ANY, { input: { email: account.email, password: 'correct horse battery' } }))
        .result;

    expect((await act('banAccount', account.id)).account?.bannedAt).toBe(api.clock.now().toISOString());

    expect(await api.visitor({ authorization: `Bearer ${token}` }).ask(VIEWER)).toEqual({ viewer: null });
    await expect.poll(() => socket.closed?.code, { timeout: 10_000 }).toBe(4403);
    expect((await signIn()).__typename).toBe('InvalidCredentialsError');
    expect((await act('banAccount', account.id)).code).toBe('NOTHING_TO_CHANGE');
    expect((await act('sendPasswordReset', account.id)).code).toBe('NOTHING_TO_CHANGE');
    expect((await act('liftBan', account.id)).account?.bannedAt).toBeNull();
    expect((await signIn()).__typename).toBe('SignedIn');
    expect(
      (await actionsOn(account.id)).map(({ action }) => action).filter((one) => one.startsWith('account.')),
    ).toEqual(['account.ban-lifted', 'account.banned']);
  });
});

describe('the last administrator', () => {
  it('can neither be demoted nor banned, whoever of two does it to the other at once', async () => {
    const other = await buildAccount(api.em, { roles: [Role.ADMINISTRATOR] });
    const theirDesk = await api.as(other);

    const answers = await Promise.all([
      changeRoles(other.id, { revoke: [Role.ADMINISTRATOR] }),
      act('banAccount', admin.id, theirDesk).catch(() => null),
    ]);

    const [left] = await api.sql<{ count: number }>(
      `select count(*)::int as count from account where 'ADMINISTRATOR' = any (roles) and banned_at is null`,
    );
    expect(left!.count).toBe(1);
    expect(answers.filter((answer) => answer?.__typename === 'AccountChanged')).toHaveLength(1);
    await api.sql(`update account set banned_at = null, roles = '{ADMINISTRATOR}' where id = $1`, [admin.id]);
    await api.sql(`update account set roles = '{HOUSEHOLD}' where id = $1`, [other.id]);
    desk = await api.as(admin);

    expect((await changeRoles(admin.id, { revoke: [Role.ADMINISTRATOR] })).code).toBe('LAST_ADMINISTRATOR');
    expect((await act('banAccount', admin.id)).code).toBe('LAST_ADMINISTRATOR');
    expect(await desk.ask(VIEWER)).toEqual({ viewer: { id: admin.id } });
  });
});

describe('helping an account', () => {
  it('signs it out everywhere', async () => {
    const account = await buildAccount(api.em);
    const [one, other] = [await api.as(account), await api.as(account)];

    expect((await act('signOutEverywhere', account.id)).account?.sessionCount).toBe(0);

    for (const client of [one, other]) expect(await client.ask(VIEWER)).toEqual({ viewer: null });
    expect((await act('signOutEverywhere', account.id)).code).toBe('NOTHING_TO_CHANGE');
    expect(await actionsOn(account.id)).toEqual([{ action: 'account.signed-out-everywhere', reason: 'as agreed' }]);
  });

  it('sends a reset link to its own address and shows it to nobody else', async () => {
    const account = await buildAccount(api.em);

    const { result, body } = await actOn(desk, manage('sendPasswordReset'), {
      input: { accountId: account.id, reason: 'lost it' },
    });

    expect(result.__typename).toBe('AccountChanged');
    const [letter] = await lettersTo(api, account.email);
    expect(letter).toMatchObject({ kind: 'reset-password', token: expect.any(String) });
    expect(body).not.toContain(letter!.token);
    expect(await actionsOn(account.id)).toEqual([{ action: 'account.reset-link-given', reason: 'lost it' }]);
  });
});
