import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../api/modules/accounts/index.ts';
import { openSession, rotateSession } from '../../api/modules/accounts/session-token.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildHouseholdMember } from '../support/builders/household.builder.ts';
import { claimCredential } from '../support/credential-operations.ts';
import { buildSubmitted } from '../support/credential-scene.ts';
import { GraphQLClient } from '../support/graphql-client.ts';
import { resetSecondFactors } from '../support/second-factor-operations.ts';
import { AUDIT_QUEUE_CHANGED, subscribe } from '../support/socket-client.ts';
import type { SocketOptions, Subscribed } from '../support/socket-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
let auditor: UnsealedAccount;
let token: string;
const opened: Subscribed[] = [];
beforeAll(async () => {
  api = await startTestApi({ environment: { NODE_ENV: 'production' } });
});
beforeEach(async () => {
  auditor = await buildAccount(api.em, { roles: [Role.AUDITOR] });
  token = await signIn(auditor);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.stop()));
});
afterAll(() => api.close());

async function signIn(account: UnsealedAccount): Promise<string> {
  return (await openSession(api.em, api.clock, { accountId: account.id, userAgent: null, secondFactor: true })).token;
}

async function watch(options: SocketOptions = { token }, query = AUDIT_QUEUE_CHANGED): Promise<Subscribed> {
  const subscribed = await subscribe(api.url, query, options);
  opened.push(subscribed);
  // The subscription itself is not acknowledged by the protocol.
  await sleep(60);
  return subscribed;
}

/** Another auditor takes a credential of the queue. Returns its id. */
async function changeQueue(): Promise<string> {
  const { credential } = await buildSubmitted(api);
  const other = await api.as(await buildAccount(api.em, { roles: [Role.AUDITOR] }));
  expect(await claimCredential(other, credential.id)).toMatchObject({ __typename: 'CredentialClaimed' });
  return credential.id;
}

describe('auditQueueChanged', () => {
  it('names the credential that another auditor has claimed', async () => {
    const watching = await watch();

    const credentialId = await changeQueue();

    await vi.waitFor(() => expect(watching.events).toEqual([{ data: { auditQueueChanged: { credentialId } } }]));
  });

  it('says nothing of a change that was undone', async () => {
    const watching = await watch();
    await api.em
      .transactional(async (em) => {
        await em.execute(
          `select pg_notify('doorstep_event', '{"topic":"credential.changed","ids":{"credentialId":"x"}}')`,
        );
        throw new Error('undone');
      })
      .catch(() => undefined);
    const credentialId = await changeQueue();

    await vi.waitFor(() => expect(watching.events).toEqual([{ data: { auditQueueChanged: { credentialId } } }]));
  });

  it.each([
    { who: 'a visitor', roles: null, code: 'UNAUTHENTICATED' },
    { who: 'a household', roles: [Role.HOUSEHOLD], code: 'FORBIDDEN' },
    { who: 'a provider', roles: [Role.PROVIDER], code: 'FORBIDDEN' },
    { who: 'an operator', roles: [Role.OPERATOR], code: 'FORBIDDEN' },
  ])('is refused to $who', async ({ roles, code }) => {
    const options = roles === null ? {} : { token: await signIn(await buildAccount(api.em, { roles })) };
    const watching = await watch(options);

    // At once, not with the first event.
    await vi.waitFor(() => expect(watching.events.length + watching.problems.length).toBe(1));
    await changeQueue();
    await sleep(60);
    const [problem] = [...watching.problems, ...watching.events.flatMap(({ errors = [] }) => errors)];
    expect(problem!.extensions).toEqual({ code });
    expect(JSON.stringify(watching.events)).not.toContain('credentialId');
  });

  it('is refused to an auditor whose session never had a second factor', async () => {
    const held = await openSession(api.em, api.clock, { accountId: auditor.id, userAgent: null });
    const watching = await watch({ token: held.token });

    await vi.waitFor(() => expect(watching.events.length + watching.problems.length).toBe(1));
    const [problem] = [...watching.problems, ...watching.events.flatMap(({ errors = [] }) => errors)];
    expect(problem!.extensions).toEqual({ code: 'FORBIDDEN' });
  });

  it('takes the cookie of a page of ours', async () => {
    const watching = await watch({ headers: { cookie: `doorstep_session=${token}`, origin: api.url } });
    await changeQueue();

    await vi.waitFor(() => expect(watching.events.length).toBe(1));
  });
});

describe('whoever loses the right', () => {
  it('is cut off when an administrator takes their factors away, and when they go on under a new token', async () => {
    const [reset, renewed] = [await watch(), await watch({ token: await signIn(auditor) })];
    const administrator = await api.as(await buildAccount(api.em, { roles: [Role.ADMINISTRATOR] }));
    const [row] = await api.sql<{ id: string }>(
      'select id from session where account_id = $1 order by created_at desc, id desc limit 1',
      [auditor.id],
    );
    await rotateSession(api.em, api.clock, row!.id, { secondFactor: true });
    await changeQueue();
    await vi.waitFor(() => expect(renewed.closed).toEqual({ code: 4403, reason: 'Sign in again' }));
    await vi.waitFor(() => expect(reset.events).toHaveLength(1));

    await resetSecondFactors(administrator, { accountId: auditor.id, reason: 'Phone lost' });
    await changeQueue();

    await vi.waitFor(() => expect(reset.closed).toEqual({ code: 4403, reason: 'Sign in again' }));
    expect(reset.events).toHaveLength(1);
  });

  it('is cut off by the very event, which they do not see', async () => {
    const watching = await watch();
    await api.sql(`update account set roles = '{HOUSEHOLD}' where id = $1`, [auditor.id]);

    await changeQueue();

    await vi.waitFor(() => expect(watching.closed).toEqual({ code: 4403, reason: 'Sign in again' }));
    expect(watching.events).toEqual([]);
  });

  it('is cut off within five seconds of signing out, without an event', async () => {
    const watching = await watch();
    await new GraphQLClient(api.url, { authorization: `Bearer ${token}` }).ask('mutation { signOut }');

    await vi.waitFor(() => expect(watching.closed?.code).toBe(4403), { timeout: 5_000, interval: 100 });
    expect(watching.events).toEqual([]);
  });

  it('is cut off within five seconds of being removed from the household they shared', async () => {
    const member = await buildHouseholdMember(api.em, {
      household: (await buildAccount(api.em)).id,
      account: auditor.id,
    });
    const watching = await watch();
    await api.sql('delete from household_member where id = $1', [member.id]);

    await vi.waitFor(() => expect(watching.closed?.code).toBe(4403), { timeout: 5_000, interval: 100 });
    expect(watching.events).toEqual([]);
  });

  it('cannot come back with the token', async () => {
    await new GraphQLClient(api.url, { authorization: `Bearer ${token}` }).ask('mutation { signOut }');

    expect((await watch()).closed).toEqual({ code: 4403, reason: 'Sign in again' });
  });
});

describe('when the connection to PostgreSQL breaks', () => {
  it('asks the sockets to connect again and hears of events again', async () => {
    const before = await watch();
    await api.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen doorstep_event' and datname = current_database()`,
    );
    await vi.waitFor(() => expect(before.closed?.code).toBe(1012));

    await vi.waitFor(
      async () => {
        const after = await watch();
        await changeQueue();
        await sleep(60);
        expect(after.events.length).toBe(1);
      },
      { timeout: 5_000 },
    );
  });
});
