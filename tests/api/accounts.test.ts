import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role, hashPassword } from '../../api/modules/accounts/index.ts';
import { signIn, signUp } from '../support/account-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { DEMO_NOW } from '../support/demo-clock.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { startTestApi } from '../support/test-api.ts';
import { TEST_VAULT } from '../support/test-keys.ts';
import type { TestApi } from '../support/test-api.ts';

const PASSWORD = 'correct horse battery';
const VIEWER = '{ viewer { id email roles } }';

let api: TestApi;
let passwordHash: string;
beforeAll(async () => {
  api = await startTestApi();
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => api.close());

let people = 0;
const newEmail = (): string => `person-${(people += 1)}@example.org`;

describe('signUp', () => {
  it('makes a household account and signs it in', async () => {
    const email = newEmail();

    const { data } = await signUp(api.visitor(), { email: email.toUpperCase(), displayName: ' Nia Okafor ' });

    expect(data!.signUp).toMatchObject({
      __typename: 'SignedIn',
      viewer: { email, displayName: 'Nia Okafor', roles: ['HOUSEHOLD'] },
    });
    expect(await api.visitor({ authorization: `Bearer ${data!.signUp.token}` }).ask(VIEWER)).toMatchObject({
      viewer: { email },
    });
  });

  it('keeps neither the password nor the token, only their hashes', async () => {
    const email = newEmail();

    const { data } = await signUp(api.visitor(), { email });

    const [row] = await api.sql<{ hash: string; token: string }>(
      'select a.password_hash as hash, s.token_hash as token from account a join session s on s.account_id = a.id where a.email_hash = $1',
      [TEST_VAULT.lookupHash('account.email', email)],
    );
    expect(row!.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(row!.hash).not.toContain(PASSWORD);
    expect(row!.token).toMatch(/^[0-9a-f]{64}$/);
    expect(row!.token).not.toContain(data!.signUp.token);
  });

  it.each([
    { password: 'short', code: 'TOO_SHORT' },
    { password: 'x'.repeat(201), code: 'TOO_LONG' },
    { password: 'aaaaaaaaaaaa', code: 'GUESSABLE' },
    { password: 'annmiller12', code: 'GUESSABLE' },
    { password: 'annmiller@example.org', code: 'GUESSABLE' },
  ])('refuses the password $password and makes no account', async ({ password, code }) => {
    const before = await api.countRows('account', 'session');

    const { data } = await signUp(api.visitor(), { email: 'annmiller@example.org', password });

    expect(data!.signUp).toMatchObject({ __typename: 'WeakPasswordError', code });
    expect(await api.countRows('account', 'session')).toEqual(before);
  });

  it('says of a known address only that a message went there, whoever asks and whatever the password', async () => {
    const { email } = await buildAccount(api.em, { passwordHash });
    const before = await api.countRows('account', 'session');

    const { data, headers } = await signUp(api.visitor(), { email });

    expect(data!.signUp).toEqual({ __typename: 'VerificationSent', email });
    expect(headers.get('set-cookie')).toBeNull();
    expect(await api.countRows('account', 'session')).toEqual(before);
  });

  it('makes one account of two sign-ups at once', async () => {
    const email = newEmail();

    const answers = await Promise.all([signUp(api.visitor(), { email }), signUp(api.visitor(), { email })]);

    expect(answers.map(({ data }) => data!.signUp.__typename).sort()).toEqual(['SignedIn', 'VerificationSent']);
  });

  it.each([
    { input: { email: 'no address' }, field: 'input.email' },
    { input: { displayName: '' }, field: 'input.displayName' },
    { input: { displayName: '   ' }, field: 'displayName' },
    { input: { displayName: 'n'.repeat(81) }, field: 'input.displayName' },
    { input: { displayName: 'N\u0000ia' }, field: 'input.displayName' },
    { input: { locale: 'fr' }, field: 'locale' },
  ])('refuses $input', async ({ input, field }) => {
    const before = await api.countRows('account');

    const { errors } = await signUp(api.visitor(), { email: newEmail(), ...input });

    expect(errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
    expect(await api.countRows('account')).toEqual(before);
  });

  it('cannot be given roles', async () => {
    const { errors } = await signUp(api.visitor(), { roles: ['ADMINISTRATOR'] });

    expect(errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('signIn', () => {
  it('signs in by e-mail address in any case, with a cookie that scripts cannot read', async () => {
    const { id, email } = await buildAccount(api.em, { passwordHash });

    const { data, headers } = await signIn(api.visitor(), email.toUpperCase(), PASSWORD);

    expect(data!.signIn).toMatchObject({ __typename: 'SignedIn', viewer: { id } });
    const cookie = headers.get('set-cookie')!;
    expect(cookie).toContain(`doorstep_session=${data!.signIn.token}`);
    expect(cookie).toMatch(/; Path=\/; .*HttpOnly.*SameSite=Lax/);
    expect(cookie).not.toContain('Secure');
    expect(await api.visitor({ cookie: cookie.split(';')[0]! }).ask(VIEWER)).toMatchObject({ viewer: { id } });
  });

  it('marks the cookie as secure where the site is reached by https', async () => {
    const secure = await startTestApi({ environment: { PUBLIC_URL: 'https://doorstep.example' } });
    const { email } = await buildAccount(secure.em, { passwordHash });

    const { headers } = await signIn(secure.visitor(), email, PASSWORD);
    await secure.close();

    expect(headers.get('set-cookie')).toContain('; Secure');
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const { email } = await buildAccount(api.em, { passwordHash });

    const wrong = await signIn(api.visitor(), email, 'not the password');
    const unknown = await signIn(api.visitor(), newEmail(), 'not the password');

    expect(wrong.data!.signIn).toMatchObject({ __typename: 'InvalidCredentialsError', code: 'INVALID_CREDENTIALS' });
    expect(wrong.body).toBe(unknown.body);
    expect(wrong.headers.get('set-cookie')).toBeNull();
  });

  it('stops after ten attempts on one address, known or not, even with the right password; others still get in', async () => {
    const { email } = await buildAccount(api.em, { passwordHash });
    const other = await buildAccount(api.em, { passwordHash });
    const unknown = newEmail();
    for (let attempt = 0; attempt < 10; attempt++) {
      await signIn(api.visitor(), email, 'not the password');
      await signIn(api.visitor(), unknown, 'not the password');
    }

    const right = await signIn(api.visitor(), email, PASSWORD);
    const guess = await signIn(api.visitor(), unknown, PASSWORD);

    expect(right.data!.signIn).toMatchObject({ __typename: 'TooManyAttemptsError', code: 'TOO_MANY_ATTEMPTS' });
    expect(right.data!.signIn.retryAfterSeconds).toBeGreaterThan(800);
    expect(right.data!.signIn.retryAfterSeconds).toBeLessThanOrEqual(900);
    expect(guess.data!.signIn.__typename).toBe('TooManyAttemptsError');
    expect((await signIn(api.visitor(), other.email, PASSWORD)).data!.signIn.__typename).toBe('SignedIn');
  });

  it('counts no attempt that went well', async () => {
    const { email } = await buildAccount(api.em, { passwordHash });

    for (let attempt = 0; attempt < 12; attempt++)
      expect((await signIn(api.visitor(), email, PASSWORD)).data!.signIn.__typename).toBe('SignedIn');
  });

  it.each([Role.AUDITOR, Role.OPERATOR, Role.ADMINISTRATOR])(
    'asks staff outside the demo for a second factor: %s',
    async (role) => {
      const { email } = await buildAccount(api.em, { passwordHash, roles: [Role.HOUSEHOLD, role] });
      const before = await api.countRows('session');

      const { data } = await signIn(api.visitor(), email, PASSWORD);

      expect(data!.signIn).toMatchObject({ __typename: 'SecondFactorRequired', code: 'SECOND_FACTOR_REQUIRED' });
      expect(await api.countRows('session')).toEqual(before);
    },
  );

  it('spares only the demo’s own accounts the second factor', async () => {
    const demo = await startTestApi({ demo: true, clock: new FakeClock(DEMO_NOW) });
    const { demoAccounts } = await demo
      .visitor()
      .ask<{ demoAccounts: { email: string; roles: string[] }[] }>('{ demoAccounts { email roles } }');

    const answers = await Promise.all(demoAccounts.map(({ email }) => signIn(demo.visitor(), email, 'doorstep-demo')));
    await demo.close();

    expect(demoAccounts.map(({ email }) => email.split('@')[0])).toEqual([
      'household',
      'provider',
      'business',
      'auditor',
      'auditor2',
      'operator',
      'admin',
    ]);
    expect(answers.map(({ data }) => data!.signIn.__typename)).toEqual(answers.map(() => 'SignedIn'));
  });
});

describe('a session', () => {
  it('ends when its owner signs out, and only that one', async () => {
    const account = await buildAccount(api.em);
    const [phone, desktop] = [await api.as(account), await api.as(account)];

    const answer = await phone.send<{ signOut: boolean }>('mutation { signOut }');

    expect(answer.data).toEqual({ signOut: true });
    expect(answer.headers.get('set-cookie')).toMatch(/doorstep_session=; .*Expires=Thu, 01 Jan 1970/);
    expect(await phone.ask(VIEWER)).toEqual({ viewer: null });
    expect(await desktop.ask(VIEWER)).toMatchObject({ viewer: { id: account.id } });
    expect(await api.visitor().ask('mutation { signOut }')).toEqual({ signOut: false });
  });

  it('ends after thirty days', async () => {
    const client = await api.as(await buildAccount(api.em));
    const days = 24 * 60;

    api.clock.advanceMinutes(30 * days - 1);
    expect(await client.ask(VIEWER)).not.toEqual({ viewer: null });
    api.clock.advanceMinutes(1);
    expect(await client.ask(VIEWER)).toEqual({ viewer: null });
    api.clock.advanceMinutes(-30 * days);
  });

  it('is nothing that can be guessed or made up', async () => {
    for (const authorization of [
      'Bearer ',
      'Bearer x',
      'Basic eDp5',
      `Bearer ${'a'.repeat(43)}`,
      `Bearer ' or '1'='1`,
    ]) {
      expect(await api.visitor({ authorization }).ask(VIEWER)).toEqual({ viewer: null });
    }
  });

  it('gives the roles of the moment: who is no auditor any more is out at the next request', async () => {
    const account = await buildAccount(api.em, { roles: [Role.AUDITOR] });
    const client = await api.as(account);
    expect(await client.ask('{ auditQueue { totalCount } }')).toEqual({ auditQueue: { totalCount: 0 } });

    await api.sql(`update account set roles = '{HOUSEHOLD}' where id = $1`, [account.id]);

    await expect(client.ask('{ auditQueue { totalCount } }')).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('changes the language of messages for its owner', async () => {
    const client = await api.as(await buildAccount(api.em));

    expect(await client.ask('mutation { setLocale(locale: "zh-CN") { locale } }')).toEqual({
      setLocale: { locale: 'zh-CN' },
    });
    await expect(client.ask('mutation { setLocale(locale: "fr") { locale } }')).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'locale',
    });
    await expect(api.visitor().ask('mutation { setLocale(locale: "en") { locale } }')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});
