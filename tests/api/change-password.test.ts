import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../api/modules/accounts/index.ts';
import { lastToken, lettersTo } from '../support/account-mail.ts';
import { ASK_RESET, CHANGE_PASSWORD, RESET_PASSWORD, SIGN_IN_ANY, actOn } from '../support/account-operations.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const OLD = 'correct horse battery';
const NEW = 'seven quiet green lamps';
const VIEWER = '{ viewer { id } }';

let api: TestApi;
let passwordHash: string;
beforeAll(async () => {
  api = await startTestApi();
  passwordHash = await hashPassword(OLD);
});
afterAll(() => api.close());

const change = (client: GraphQLClient, currentPassword = OLD, newPassword = NEW): ReturnType<typeof actOn> =>
  actOn(client, CHANGE_PASSWORD, { input: { currentPassword, newPassword } });

describe('changePassword', () => {
  it('is for somebody who is signed in', async () => {
    await expect(change(api.visitor())).rejects.toThrow('UNAUTHENTICATED');
  });

  it('ends every other session, goes on under a new token, and tells the account', async () => {
    const account = await buildAccount(api.em, { passwordHash });
    const [here, other] = [await api.as(account), await api.as(account)];

    const { result, cookie } = await change(here);

    expect(result).toMatchObject({ __typename: 'PasswordChanged', endedSessions: 1 });
    expect(cookie).toContain(`doorstep_session=${result.sessionToken}`);
    expect(await here.ask(VIEWER)).toEqual({ viewer: null });
    expect(await other.ask(VIEWER)).toEqual({ viewer: null });
    const renewed = api.visitor({ authorization: `Bearer ${result.sessionToken}` });
    expect(await renewed.ask(VIEWER)).toEqual({ viewer: { id: account.id } });
    const signIn = { input: { email: account.email, password: NEW } };
    expect((await actOn(api.visitor(), SIGN_IN_ANY, signIn)).result.__typename).toBe('SignedIn');
    expect((await lettersTo(api, account.email)).map(({ kind }) => kind)).toContain('password-changed');
  });

  it('needs the password of now, and ends nothing without it', async () => {
    const account = await buildAccount(api.em, { passwordHash });
    const [here, other] = [await api.as(account), await api.as(account)];

    expect((await change(here, 'not the password')).result.__typename).toBe('InvalidCredentialsError');
    expect(await other.ask(VIEWER)).toEqual({ viewer: { id: account.id } });
  });

  it('refuses an easy one', async () => {
    const client = await api.as(await buildAccount(api.em, { passwordHash }));

    expect((await change(client, OLD, 'short')).result).toMatchObject({
      __typename: 'WeakPasswordError',
      code: 'TOO_SHORT',
    });
  });

  it('lets the current one be guessed ten times', async () => {
    const client = await api.as(await buildAccount(api.em, { passwordHash }));
    for (let attempt = 0; attempt < 10; attempt++) await change(client, 'not the password');

    expect((await change(client)).result.__typename).toBe('TooManyAttemptsError');
  });

  it('is done once of two at once', async () => {
    const account = await buildAccount(api.em, { passwordHash });
    const [one, other] = [await api.as(account), await api.as(account)];

    const answers = await Promise.allSettled([change(one, OLD, NEW), change(other, OLD, 'eight quiet green lamps')]);

    const changed = answers.filter(
      (answer) => answer.status === 'fulfilled' && answer.value.result.__typename === 'PasswordChanged',
    );
    expect(changed).toHaveLength(1);
  });

  it('makes a link to reset it worthless', async () => {
    const account = await buildAccount(api.em, { passwordHash });
    await actOn(api.visitor(), ASK_RESET, { input: { email: account.email } });
    const token = await lastToken(api, account.email);

    await change(await api.as(account));

    const reset = await actOn(api.visitor(), RESET_PASSWORD, { input: { token, password: 'nine quiet green lamps' } });
    expect(reset.result.__typename).toBe('LinkExpiredError');
  });
});
