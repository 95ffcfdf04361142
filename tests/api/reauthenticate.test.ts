import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { signIn } from '../support/account-operations.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import {
  reauthenticate,
  removeSecondFactor,
  startTotp,
  totpCode,
  wrongCode,
} from '../support/second-factor-operations.ts';
import type { FactorOutcome } from '../support/second-factor-operations.ts';
import { PASSWORD, addApp, buildPerson, buildPersonWithApp } from '../support/second-factor-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const VIEWER = '{ viewer { id roles } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

async function prove(client: GraphQLClient, input: Readonly<Record<string, unknown>>): Promise<FactorOutcome> {
  return (await reauthenticate(client, input)).data!.reauthenticate;
}
const withToken = (token: string | undefined): GraphQLClient => api.visitor({ authorization: `Bearer ${token}` });
const codeOf = (error: { readonly extensions: { readonly code: string } } | undefined): string | undefined =>
  error?.extensions.code;

describe('reauthenticate', () => {
  it('lets what is dangerous be done for ten minutes more, under a new token; the old one is worth nothing', async () => {
    const client = await api.as(await buildPerson(api));
    api.clock.advanceMinutes(60);
    expect(codeOf((await startTotp(client)).errors[0])).toBe('REAUTHENTICATION_REQUIRED');

    const answer = await reauthenticate(client, { password: PASSWORD });

    const { token, until } = answer.data!.reauthenticate;
    expect(until).toBe(new Date(api.clock.now().getTime() + 600_000).toISOString());
    expect(answer.headers.get('set-cookie')).toContain(`doorstep_session=${token}`);
    expect(await client.ask(VIEWER)).toEqual({ viewer: null });
    expect((await startTotp(withToken(token))).data!.startTotp.__typename).toBe('TotpStarted');
    api.clock.advanceMinutes(11);
    expect(codeOf((await startTotp(withToken(token))).errors[0])).toBe('REAUTHENTICATION_REQUIRED');
    api.clock.advanceMinutes(-71);
  });

  it('takes a code of the app, once', async () => {
    const person = await buildPersonWithApp(api);
    const client = await api.as(person);
    const code = totpCode(person.secret, api.clock.now());

    const { token } = await prove(client, { code });

    expect(await prove(withToken(token), { code })).toMatchObject({ __typename: 'InvalidCodeError', triesLeft: null });
  });

  it('gives roles back that were held, when a second factor was given; a password does not', async () => {
    const account = await buildPerson(api);
    const { data } = await signIn(api.visitor(), account.email, PASSWORD);
    const { secret, appId } = await addApp(api, account);
    await api.sql(`update account set roles = '{HOUSEHOLD,OPERATOR}' where id = $1`, [account.id]);
    const held = { viewer: { id: account.id, roles: ['HOUSEHOLD', 'OPERATOR'] } };
    const outbox = '{ deliveries { totalCount } }';

    const byPassword = withToken((await prove(withToken(data!.signIn.token), { password: PASSWORD })).token);
    expect(await byPassword.ask(VIEWER)).toEqual(held);
    await expect(byPassword.ask(outbox)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await removeSecondFactor(byPassword, appId)).errors[0]!.extensions).toMatchObject({ secondFactor: true });

    const byCode = withToken((await prove(byPassword, { code: totpCode(secret, api.clock.now()) })).token);
    expect(await byCode.ask(outbox)).toBeDefined();
    expect((await removeSecondFactor(byCode, appId)).data!.removeSecondFactor.__typename).toBe('LastFactorError');
  });

  it('refuses what is wrong, keeps the session as it is, and stops after ten tries', async () => {
    const person = await buildPersonWithApp(api);
    const client = await api.as(person);
    expect(await prove(client, { password: 'not the password' })).toMatchObject({
      __typename: 'InvalidCredentialsError',
    });
    expect(await prove(client, { code: wrongCode(person.secret, api.clock.now()) })).toMatchObject({
      __typename: 'InvalidCodeError',
    });
    expect(await client.ask(VIEWER)).toMatchObject({ viewer: { id: person.id } });

    for (let tries = 1; tries < 10; tries += 1) await prove(client, { password: 'not the password' });

    const refused = await prove(client, { password: PASSWORD });
    expect(refused).toMatchObject({ __typename: 'TooManyAttemptsError', code: 'TOO_MANY_ATTEMPTS' });
    expect(refused.retryAfterSeconds).toBeGreaterThan(800);
  });

  it('lets one of twenty go on who prove it with the same code at once', async () => {
    const person = await buildPersonWithApp(api, { roles: [Role.HOUSEHOLD] });
    const client = await api.as(person);
    const code = totpCode(person.secret, api.clock.now());

    const answers = await Promise.all(Array.from({ length: 20 }, () => reauthenticate(client, { code })));

    expect(answers.filter(({ data }) => data?.reauthenticate.__typename === 'Reauthenticated')).toHaveLength(1);
  });

  it('is for whoever is signed in, with one proof', async () => {
    const client = await api.as(await buildPerson(api));

    expect(codeOf((await reauthenticate(api.visitor(), { password: PASSWORD })).errors[0])).toBe('UNAUTHENTICATED');
    expect(codeOf((await reauthenticate(client, {})).errors[0])).toBe('BAD_USER_INPUT');
    expect(codeOf((await reauthenticate(client, { password: PASSWORD, code: '000000' })).errors[0])).toBe(
      'BAD_USER_INPUT',
    );
  });
});
