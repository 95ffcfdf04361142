import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../api/modules/accounts/index.ts';
import { lastToken, lettersTo } from '../support/account-mail.ts';
import {
  ASK_EMAIL_CHANGE,
  ASK_RESET,
  CONFIRM_EMAIL_CHANGE,
  RESET_PASSWORD,
  SIGN_IN_ANY,
  actOn,
} from '../support/account-operations.ts';
import type { AccountOutcome } from '../support/account-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const PASSWORD = 'correct horse battery';

let api: TestApi;
let passwordHash: string;
beforeAll(async () => {
  api = await startTestApi();
  passwordHash = await hashPassword(PASSWORD);
});
afterAll(() => api.close());

let people = 0;
const newEmail = (): string => `moved-${(people += 1)}@example.org`;

async function ask(account: { readonly id: string }, email: string): Promise<AccountOutcome> {
  return (await actOn(await api.as(account), ASK_EMAIL_CHANGE, { input: { newEmail: email } })).result;
}

async function confirm(token: string): Promise<AccountOutcome> {
  return (await actOn(api.visitor(), CONFIRM_EMAIL_CHANGE, { token })).result;
}

async function signIn(email: string): Promise<string> {
  const input = { email, password: PASSWORD };
  return (await actOn(api.visitor(), SIGN_IN_ANY, { input })).result.__typename;
}

describe('changing the e-mail address', () => {
  it('sends a link to the new one, and changes only when it is opened; the old one is told', async () => {
    const account = await buildAccount(api.em, { passwordHash });
    const email = newEmail();

    expect(await ask(account, email.toUpperCase())).toEqual({
      __typename: 'VerificationSent',
      email: email.toUpperCase(),
      claim: null,
    });
    expect(await signIn(account.email)).toBe('SignedIn');
    expect(await confirm(await lastToken(api, email))).toEqual({ __typename: 'EmailChanged', email });

    expect(await signIn(account.email)).toBe('InvalidCredentialsError');
    expect(await signIn(email)).toBe('SignedIn');
    expect((await lettersTo(api, account.email)).map(({ kind }) => kind)).toEqual(['email-changed']);
    expect((await lettersTo(api, email)).map(({ kind }) => kind)).toEqual(['confirm-email']);
  });

  it('needs somebody who is signed in and proved it within ten minutes', async () => {
    const account = await buildAccount(api.em);
    const client = await api.as(account);
    const input = { newEmail: newEmail() };

    await expect(actOn(api.visitor(), ASK_EMAIL_CHANGE, { input })).rejects.toThrow('UNAUTHENTICATED');
    api.clock.advanceMinutes(11);
    await expect(actOn(client, ASK_EMAIL_CHANGE, { input })).rejects.toThrow('REAUTHENTICATION_REQUIRED');
    api.clock.advanceMinutes(-11);
  });

  it('answers for an address of somebody else as for any, and tells that somebody no more than that it is known', async () => {
    const [account, other] = [await buildAccount(api.em), await buildAccount(api.em)];

    expect(await ask(account, other.email)).toEqual({
      __typename: 'VerificationSent',
      email: other.email,
      claim: null,
    });

    expect(await lettersTo(api, other.email)).toEqual([
      expect.objectContaining({ kind: 'address-known', token: null, account: other.id }),
    ]);
    expect(await lettersTo(api, account.email)).toEqual([]);
  });

  it('gives an address that two accounts prove to the first, and says so to the second', async () => {
    const [one, other] = [await buildAccount(api.em), await buildAccount(api.em)];
    const email = newEmail();
    await ask(one, email);
    const first = await lastToken(api, email);
    await ask(other, email);
    const second = await lastToken(api, email);

    const answers = await Promise.all([confirm(first), confirm(second)]);

    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['EmailChanged', 'EmailTakenError']);
  });

  it('works once', async () => {
    const account = await buildAccount(api.em);
    const email = newEmail();
    await ask(account, email);
    const token = await lastToken(api, email);

    const answers = await Promise.all(Array.from({ length: 4 }, () => confirm(token)));

    expect(answers.filter(({ __typename }) => __typename === 'EmailChanged')).toHaveLength(1);
    expect((await confirm(token)).__typename).toBe('LinkExpiredError');
    expect((await confirm('made up')).__typename).toBe('LinkExpiredError');
  });

  it('makes a link that went to the old address worthless', async () => {
    const account = await buildAccount(api.em, { passwordHash });
    const email = newEmail();
    await actOn(api.visitor(), ASK_RESET, { input: { email: account.email } });
    const reset = await lastToken(api, account.email);
    await ask(account, email);

    await confirm(await lastToken(api, email));

    const { result } = await actOn(api.visitor(), RESET_PASSWORD, {
      input: { token: reset, password: 'seven quiet green lamps' },
    });
    expect(result.__typename).toBe('LinkExpiredError');
  });

  it('refuses the address of now and what is none', async () => {
    const account = await buildAccount(api.em);

    await expect(ask(account, account.email.toUpperCase())).rejects.toThrow('BAD_USER_INPUT');
    await expect(ask(account, 'no address')).rejects.toThrow('BAD_USER_INPUT');
  });
});
