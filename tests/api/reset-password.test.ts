import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role, hashPassword } from '../../api/modules/accounts/index.ts';
import { lastToken, lettersTo } from '../support/account-mail.ts';
import { ASK_RESET, RESET_PASSWORD, SIGN_IN_ANY, actOn } from '../support/account-operations.ts';
import type { AccountOutcome } from '../support/account-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const OLD = 'correct horse battery';
const NEW = 'seven quiet green lamps';

let api: TestApi;
let passwordHash: string;
beforeAll(async () => {
  api = await startTestApi();
  passwordHash = await hashPassword(OLD);
});
afterAll(() => api.close());

async function ask(email: string): Promise<AccountOutcome> {
  return (await actOn(api.visitor(), ASK_RESET, { input: { email } })).result;
}

async function reset(token: string, password = NEW): Promise<AccountOutcome> {
  return (await actOn(api.visitor(), RESET_PASSWORD, { input: { token, password } })).result;
}

async function signIn(email: string, password: string): Promise<AccountOutcome> {
  return (await actOn(api.visitor(), SIGN_IN_ANY, { input: { email, password } })).result;
}

describe('requestPasswordReset', () => {
  it('answers a known and an unknown address alike, and writes to the known one only', async () => {
    const { email } = await buildAccount(api.em, { passwordHash });

    const known = await ask(email.toUpperCase());
    const unknown = await ask('nobody@example.org');

    expect(known).toEqual({ __typename: 'VerificationSent', email: email.toUpperCase(), claim: null });
    expect(unknown).toEqual({ __typename: 'VerificationSent', email: 'nobody@example.org', claim: null });
    expect(await lettersTo(api, email)).toEqual([
      expect.objectContaining({ kind: 'reset-password', token: expect.any(String) }),
    ]);
    expect(await lettersTo(api, 'nobody@example.org')).toEqual([]);
  });

  it('writes nothing to somebody who is kept out', async () => {
    const { email } = await buildAccount(api.em, { passwordHash, bannedAt: api.clock.now() });

    expect((await ask(email)).__typename).toBe('VerificationSent');
    expect(await lettersTo(api, email)).toEqual([]);
  });

  it('writes five times a day at most, and says so whether or not the address is known', async () => {
    const { email } = await buildAccount(api.em, { passwordHash });

    for (const address of [email, 'nobody-else@example.org']) {
      const answers = await Promise.all(Array.from({ length: 8 }, () => ask(address)));
      expect(answers.filter(({ __typename }) => __typename === 'TooManyAttemptsError')).toHaveLength(3);
    }
    expect(await lettersTo(api, email)).toHaveLength(5);
  });
});

describe('resetPassword', () => {
  it('sets the password, ends every session, signs nobody in, and tells the account', async () => {
    const account = await buildAccount(api.em, { passwordHash });
    const [phone, desktop] = [await api.as(account), await api.as(account)];
    await ask(account.email);

    const { result, cookie } = await actOn(api.visitor(), RESET_PASSWORD, {
      input: { token: await lastToken(api, account.email), password: NEW },
    });

    expect(result).toEqual({ __typename: 'PasswordChanged', endedSessions: 2, sessionToken: null });
    expect(cookie).toBeNull();
    for (const client of [phone, desktop]) expect(await client.ask('{ viewer { id } }')).toEqual({ viewer: null });
    expect((await signIn(account.email, OLD)).__typename).toBe('InvalidCredentialsError');
    expect((await signIn(account.email, NEW)).__typename).toBe('SignedIn');
    expect((await lettersTo(api, account.email)).map(({ kind }) => kind)).toEqual([
      'reset-password',
      'password-changed',
    ]);
  });

  it('works once, however often it is sent at once', async () => {
    const { email } = await buildAccount(api.em, { passwordHash });
    await ask(email);
    const token = await lastToken(api, email);

    const answers = await Promise.all(Array.from({ length: 5 }, () => reset(token)));

    expect(answers.filter(({ __typename }) => __typename === 'PasswordChanged')).toHaveLength(1);
    expect((await reset(token)).__typename).toBe('LinkExpiredError');
  });

  it('makes every other link of the account worthless', async () => {
    const { email } = await buildAccount(api.em, { passwordHash });
    await ask(email);
    const first = await lastToken(api, email);
    await ask(email);

    await reset(await lastToken(api, email));

    expect((await reset(first, 'yet another long one')).__typename).toBe('LinkExpiredError');
  });

  it('refuses an easy password and lets the link be used again', async () => {
    const { email } = await buildAccount(api.em, { passwordHash });
    await ask(email);
    const token = await lastToken(api, email);

    expect(await reset(token, 'short')).toMatchObject({ __typename: 'WeakPasswordError', code: 'TOO_SHORT' });
    expect((await reset(token)).__typename).toBe('PasswordChanged');
  });

  it('does not spare the second factor', async () => {
    const { email } = await buildAccount(api.em, { passwordHash, roles: [Role.OPERATOR] });
    await ask(email);

    await reset(await lastToken(api, email));

    expect((await signIn(email, NEW)).__typename).toBe('SecondFactorRequired');
  });

  it('is over after an hour, and for somebody who was banned meanwhile', async () => {
    const [late, banned] = [await buildAccount(api.em, { passwordHash }), await buildAccount(api.em, { passwordHash })];
    await ask(late.email);
    await ask(banned.email);
    const [lateToken, bannedToken] = [await lastToken(api, late.email), await lastToken(api, banned.email)];

    await api.sql('update account set banned_at = now() where id = $1', [banned.id]);
    expect((await reset(bannedToken)).__typename).toBe('LinkExpiredError');
    api.clock.advanceMinutes(60);
    expect((await reset(lateToken)).__typename).toBe('LinkExpiredError');
    api.clock.advanceMinutes(-60);
  });
});
