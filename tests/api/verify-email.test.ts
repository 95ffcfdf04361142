import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../api/modules/accounts/index.ts';
import { lastToken, lettersTo } from '../support/account-mail.ts';
import { SIGN_IN_ANY, SIGN_UP_BY_MAIL, VERIFY_EMAIL, actOn } from '../support/account-operations.ts';
import type { AccountOutcome } from '../support/account-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const PASSWORD = 'correct horse battery';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ environment: { EMAIL_VERIFICATION: '1' } });
});
afterAll(() => api.close());

let people = 0;
const newEmail = (): string => `proven-${(people += 1)}@example.org`;

async function signUp(email: string, password = PASSWORD): Promise<AccountOutcome> {
  const input = { email, password, displayName: 'Nia Okafor', locale: 'en' };
  return (await actOn(api.visitor(), SIGN_UP_BY_MAIL, { input })).result;
}

async function signIn(email: string, password = PASSWORD): Promise<AccountOutcome> {
  return (await actOn(api.visitor(), SIGN_IN_ANY, { input: { email, password } })).result;
}

async function verify(token: string, proof: object): Promise<AccountOutcome> {
  return (await actOn(api.visitor(), VERIFY_EMAIL, { input: { token, ...proof } })).result;
}

describe('signUp where addresses are to be proven', () => {
  it('makes neither account nor session, sets no cookie, and sends a link', async () => {
    const email = newEmail();
    const before = await api.countRows('account', 'session');

    const { result, cookie } = await actOn(api.visitor(), SIGN_UP_BY_MAIL, {
      input: { email, password: PASSWORD, displayName: 'Nia Okafor', locale: 'zh-CN' },
    });

    expect(result).toEqual({ __typename: 'VerificationSent', email, claim: expect.stringMatching(/^[\w-]{32}$/) });
    expect(cookie).toBeNull();
    expect(await api.countRows('account', 'session')).toEqual(before);
    const letters = await lettersTo(api, email);
    expect(letters).toEqual([
      expect.objectContaining({ kind: 'verify-email', subject: '请确认您的邮箱', account: null }),
    ]);
    expect(letters[0]!.body).toContain('https://doorstep.test/verify-email#');
    expect(letters[0]!.body).not.toContain('Nia');
  });

  it('answers a known address in the same words, and tells it so', async () => {
    const { email, id } = await buildAccount(api.em, { passwordHash: await hashPassword(PASSWORD) });

    const known = await signUp(email);

    expect(known).toEqual({ __typename: 'VerificationSent', email, claim: expect.stringMatching(/^[\w-]{32}$/) });
    expect(await lettersTo(api, email)).toEqual([
      expect.objectContaining({ kind: 'address-known', token: null, account: id }),
    ]);
  });

  it('writes to an address five times a day at most, known or not, and says so', async () => {
    const { email: known } = await buildAccount(api.em);
    const unknown = newEmail();

    for (const email of [known, unknown]) {
      const answers = await Promise.all(Array.from({ length: 9 }, () => signUp(email)));
      const kinds = answers.map(({ __typename }) => __typename);

      expect(kinds.filter((kind) => kind === 'VerificationSent')).toHaveLength(5);
      expect(kinds.filter((kind) => kind === 'TooManyAttemptsError')).toHaveLength(4);
      expect(await lettersTo(api, email)).toHaveLength(5);
    }
  });
});

describe('verifyEmail', () => {
  it('makes the account and signs it in, from the device that signed up', async () => {
    const email = newEmail();
    const { claim } = await signUp(email);

    const verified = await verify(await lastToken(api, email), { claim });

    expect(verified).toMatchObject({ __typename: 'SignedIn', viewer: { email, roles: ['HOUSEHOLD'] } });
    expect((await signIn(email)).__typename).toBe('SignedIn');
    const [row] = await api.sql<{ verified: boolean }>(
      'select email_verified_at is not null as verified from account where id = $1',
      [verified.viewer!.id],
    );
    expect(row!.verified).toBe(true);
  });

  it('asks on another device for the password that was chosen', async () => {
    const email = newEmail();
    await signUp(email);
    const token = await lastToken(api, email);

    expect((await verify(token, {})).__typename).toBe('PasswordNeededError');
    expect((await verify(token, { claim: 'made up' })).__typename).toBe('PasswordNeededError');
    expect((await verify(token, { password: 'not the password' })).__typename).toBe('InvalidCredentialsError');
    expect((await verify(token, { password: PASSWORD })).__typename).toBe('SignedIn');
  });

  it('lets ten passwords be tried on a link', async () => {
    const email = newEmail();
    await signUp(email);
    const token = await lastToken(api, email);
    for (let attempt = 0; attempt < 10; attempt++) await verify(token, { password: 'not the password' });

    expect((await verify(token, { password: PASSWORD })).__typename).toBe('TooManyAttemptsError');
  });

  it('works once, however often it is sent at once', async () => {
    const email = newEmail();
    const { claim } = await signUp(email);
    const token = await lastToken(api, email);

    const answers = await Promise.all(Array.from({ length: 6 }, () => verify(token, { claim })));

    const kinds = answers.map(({ __typename }) => __typename);
    expect(kinds.filter((kind) => kind === 'SignedIn')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'LinkExpiredError')).toHaveLength(5);
    expect((await verify(token, { claim })).__typename).toBe('LinkExpiredError');
  });

  it('gives the address to whoever proves it: what a stranger chose before does not survive', async () => {
    const email = newEmail();
    await signUp(email, 'the password of a squatter');
    const strangers = await lastToken(api, email);
    const { claim } = await signUp(email, PASSWORD);
    const own = await lastToken(api, email);

    // The owner opens the stranger's link: it is worth nothing without what the stranger alone knows.
    expect((await verify(strangers, { claim })).__typename).toBe('PasswordNeededError');
    expect((await verify(strangers, { password: PASSWORD })).__typename).toBe('InvalidCredentialsError');
    expect((await verify(own, { claim })).__typename).toBe('SignedIn');

    expect((await verify(strangers, { password: 'the password of a squatter' })).__typename).toBe('LinkExpiredError');
    expect((await signIn(email, 'the password of a squatter')).__typename).toBe('InvalidCredentialsError');
    expect((await signIn(email)).__typename).toBe('SignedIn');
  });

  it('makes one account of two links of an address used at once', async () => {
    const email = newEmail();
    const first = await signUp(email);
    const firstToken = await lastToken(api, email);
    const second = await signUp(email);
    const secondToken = await lastToken(api, email);

    const answers = await Promise.all([
      verify(firstToken, { claim: first.claim }),
      verify(secondToken, { claim: second.claim }),
    ]);

    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['LinkExpiredError', 'SignedIn']);
  });

  it('ends after a day', async () => {
    const email = newEmail();
    const { claim } = await signUp(email);
    const token = await lastToken(api, email);

    api.clock.advanceMinutes(24 * 60);
    expect((await verify(token, { claim })).__typename).toBe('LinkExpiredError');
    api.clock.advanceMinutes(-24 * 60);
  });

  it.each(['', 'x', 'x.y', `${'A'.repeat(22)}.${'A'.repeat(43)}`, "' or '1'='1"])(
    'takes nothing that was made up: %s',
    async (token) => {
      expect((await verify(token, { password: PASSWORD })).__typename).toBe('LinkExpiredError');
    },
  );
});

describe('signIn before the address is proven', () => {
  it('sends the link again for the right password, and opens no session', async () => {
    const email = newEmail();
    await signUp(email);
    const before = await api.countRows('account', 'session');

    const again = await signIn(email);

    expect(again).toMatchObject({ __typename: 'VerificationSent', email });
    expect(await api.countRows('account', 'session')).toEqual(before);
    expect((await verify(await lastToken(api, email), { claim: again.claim })).__typename).toBe('SignedIn');
  });

  it('answers a wrong password as for an unknown address, and sends nothing', async () => {
    const email = newEmail();
    await signUp(email);
    const sent = (await lettersTo(api, email)).length;

    const wrong = await actOn(api.visitor(), SIGN_IN_ANY, { input: { email, password: 'not the password' } });
    const unknown = await actOn(api.visitor(), SIGN_IN_ANY, {
      input: { email: newEmail(), password: 'not the password' },
    });

    expect(wrong.body).toBe(unknown.body);
    expect(await lettersTo(api, email)).toHaveLength(sent);
  });
});
