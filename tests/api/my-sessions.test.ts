import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { hashPassword } from '../../api/modules/accounts/index.ts';
import { lettersTo } from '../support/account-mail.ts';
import { SIGN_IN_ANY, actOn } from '../support/account-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const PASSWORD = 'correct horse battery';
const WINDOWS_CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1';
const SESSIONS = '{ mySessions { id device network method hasSecondFactor openedAt lastUsedAt isCurrent } }';

interface SessionRow {
  readonly id: string;
  readonly device: string;
  readonly network: string | null;
  readonly isCurrent: boolean;
}

let api: TestApi;
let passwordHash: string;
beforeAll(async () => {
  api = await startTestApi({ environment: { TRUST_PROXY: '1' } });
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => api.close());

async function signIn(email: string, agent: string, address = '203.0.113.9'): Promise<GraphQLClient> {
  const client = api.visitor({ 'user-agent': agent, 'x-forwarded-for': address });
  const { result } = await actOn(client, SIGN_IN_ANY, { input: { email, password: PASSWORD } });
  return api.visitor({ authorization: `Bearer ${result.token}`, 'user-agent': agent });
}

async function sessionsOf(client: GraphQLClient): Promise<readonly SessionRow[]> {
  return (await client.ask<{ mySessions: SessionRow[] }>(SESSIONS)).mySessions;
}

describe('mySessions', () => {
  it('names device, network, method, opening, last use, and which one asks', async () => {
    const { email } = await buildAccount(api.em, { passwordHash });
    await signIn(email, IPHONE, '198.51.100.7');
    api.clock.advanceMinutes(1);

    const desktop = await signIn(email, WINDOWS_CHROME);

    expect(await sessionsOf(desktop)).toEqual([
      {
        id: expect.any(String),
        device: 'Chrome on Windows',
        network: '203.0.113.0/24',
        method: 'PASSWORD',
        hasSecondFactor: false,
        openedAt: '2027-03-10T09:01:00.000Z',
        lastUsedAt: '2027-03-10T09:01:00.000Z',
        isCurrent: true,
      },
      expect.objectContaining({ device: 'Safari on iPhone', network: '198.51.100.0/24', isCurrent: false }),
    ]);
    api.clock.advanceMinutes(-1);
  });

  it('shows nobody else’s, and none that is over', async () => {
    const account = await buildAccount(api.em);
    await api.as(account);
    await api.as(await buildAccount(api.em));
    api.clock.advanceMinutes(30 * 24 * 60);

    const client = await api.as(account);

    expect(await sessionsOf(client)).toHaveLength(1);
    api.clock.advanceMinutes(-30 * 24 * 60);
    await expect(api.visitor().ask(SESSIONS)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('revokeSession', () => {
  const revoke = async (client: GraphQLClient, id: string): Promise<unknown> =>
    (await client.ask<{ revokeSession: boolean }>('mutation ($id: ID!) { revokeSession(id: $id) }', { id }))
      .revokeSession;

  it('signs one device out at its next request', async () => {
    const account = await buildAccount(api.em);
    const [here, other] = [await api.as(account), await api.as(account)];
    const [target] = (await sessionsOf(here)).filter(({ isCurrent }) => !isCurrent);

    expect(await revoke(here, target!.id)).toBe(true);

    expect(await other.ask('{ viewer { id } }')).toEqual({ viewer: null });
    expect(await revoke(here, target!.id)).toBe(false);
  });

  it('answers for another’s session as for none, and leaves it alone', async () => {
    const [here, stranger] = [await api.as(await buildAccount(api.em)), await api.as(await buildAccount(api.em))];
    const [theirs] = await sessionsOf(stranger);

    expect(await revoke(here, theirs!.id)).toBe(false);
    expect(await revoke(here, newId())).toBe(false);
    expect(await revoke(here, 'no id')).toBe(false);
    expect(await sessionsOf(stranger)).toHaveLength(1);
  });

  it('clears the cookie when it is one’s own', async () => {
    const client = await api.as(await buildAccount(api.em));
    const [own] = await sessionsOf(client);

    const { headers } = await client.send('mutation ($id: ID!) { revokeSession(id: $id) }', { id: own!.id });

    expect(headers.get('set-cookie')).toMatch(/doorstep_session=;/);
  });

  it('ends all others at once', async () => {
    const account = await buildAccount(api.em);
    const [here] = [await api.as(account), await api.as(account), await api.as(account)];

    expect(await here.ask('mutation { revokeOtherSessions }')).toEqual({ revokeOtherSessions: 2 });
    expect(await sessionsOf(here)).toHaveLength(1);
    await expect(api.visitor().ask('mutation { revokeOtherSessions }')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});

describe('a device that was not seen before', () => {
  it('is told of, but for the first, and only once', async () => {
    const { email } = await buildAccount(api.em, { passwordHash });

    await signIn(email, WINDOWS_CHROME);
    expect(await lettersTo(api, email)).toEqual([]);
    await signIn(email, WINDOWS_CHROME.replace('141', '142'), '203.0.113.77');
    expect(await lettersTo(api, email)).toEqual([]);
    await signIn(email, IPHONE);
    await signIn(email, IPHONE);

    const letters = await lettersTo(api, email);
    expect(letters.map(({ kind }) => kind)).toEqual(['new-sign-in']);
    expect(letters[0]!.body).toContain('Safari on iPhone, 2027-03-10 09:00 UTC');
  });

  it('is one in another network too', async () => {
    const { email } = await buildAccount(api.em, { passwordHash });

    await signIn(email, WINDOWS_CHROME, '203.0.113.9');
    await signIn(email, WINDOWS_CHROME, '198.51.100.7');

    expect(await lettersTo(api, email)).toHaveLength(1);
  });

  it('is known again after signing out', async () => {
    const { email } = await buildAccount(api.em, { passwordHash });
    await signIn(email, IPHONE);
    const desktop = await signIn(email, WINDOWS_CHROME);
    await desktop.ask('mutation { signOut }');

    await signIn(email, WINDOWS_CHROME);

    expect(await lettersTo(api, email)).toHaveLength(1);
  });
});
