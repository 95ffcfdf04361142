import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { asAccount } from '../../api/platform/database-identity.ts';
import { signUp } from '../support/account-operations.ts';
import { signedIn } from '../support/evidence-scene.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

interface Standing {
  readonly state: string;
  readonly text: {
    readonly purpose: string;
    readonly version: string;
    readonly required: boolean;
    readonly title: string;
  };
  readonly history: readonly { readonly version: string; readonly given: boolean; readonly at: string }[];
}

const STANDING = 'state text { purpose version required title } history { version given at }';
const CONSENTS = `{ viewer { consents { ${STANDING} } } }`;
const GIVE = `mutation ($input: ConsentInput!) { giveConsent(input: $input) { __typename ... on UserError { code message } ... on ConsentKept { consent { ${STANDING} } } ... on OutdatedConsentError { text { version } } } }`;
const WITHDRAW = `mutation ($purpose: ConsentPurpose!) { withdrawConsent(purpose: $purpose) { __typename ... on UserError { code message } ... on ConsentKept { consent { ${STANDING} } } } }`;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

async function standingOf(client: GraphQLClient, purpose: string): Promise<Standing> {
  const { viewer } = await client.ask<{ viewer: { consents: Standing[] } }>(CONSENTS);
  return viewer.consents.find(({ text }) => text.purpose === purpose)!;
}

describe('consents', () => {
  test('can be read by anybody, in both languages', async () => {
    const query = '{ consentTexts { purpose version required title text } }';
    const ask = async (language: string): Promise<{ consentTexts: { title: string; text: string }[] }> =>
      api.visitor({ 'accept-language': language }).ask(query);

    expect((await ask('en')).consentTexts[0]!.title).toBe('Terms of use');
    expect((await ask('zh-CN')).consentTexts[0]!.title).toBe('使用条款');
  });

  test('are refused to visitors', async () => {
    for (const [query, variables] of [
      [GIVE, { input: { purpose: 'MARKETING', version: '2026-11-01' } }],
      [WITHDRAW, { purpose: 'MARKETING' }],
    ] as const)
      expect((await api.visitor().send(query, variables)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('that an account needs are given by signing up, as the form says, and the others are not', async () => {
    const outcome = await signUp(api.visitor(), { email: 'consents@example.org' });
    const client = api.visitor({ authorization: `Bearer ${outcome.data!.signUp.token}` });

    expect(await standingOf(client, 'TERMS')).toMatchObject({
      state: 'GIVEN',
      text: { required: true },
      history: [{ given: true, at: api.clock.now().toISOString() }],
    });
    expect((await standingOf(client, 'PRIVACY')).state).toBe('GIVEN');
    expect(await standingOf(client, 'MARKETING')).toMatchObject({ state: 'NEVER_ASKED', history: [] });
  });

  test('can be given, taken back and given again; every act stays in the record', async () => {
    const { client } = await signedIn(api, Role.HOUSEHOLD);
    const { version } = (await standingOf(client, 'MARKETING')).text;
    const give = async (): Promise<string> =>
      (await client.ask<{ giveConsent: { __typename: string } }>(GIVE, { input: { purpose: 'MARKETING', version } }))
        .giveConsent.__typename;
    const withdraw = async (): Promise<string> =>
      (await client.ask<{ withdrawConsent: { __typename: string } }>(WITHDRAW, { purpose: 'MARKETING' }))
        .withdrawConsent.__typename;

    await withdraw();
    expect((await standingOf(client, 'MARKETING')).history).toEqual([]);
    for (const act of [give, give, withdraw, withdraw, give]) {
      api.clock.advanceMinutes(1);
      expect(await act()).toBe('ConsentKept');
    }

    const { state, history } = await standingOf(client, 'MARKETING');
    expect(state).toBe('GIVEN');
    expect(history.map(({ given }) => given)).toEqual([true, false, true]);
  });

  test('of an earlier version are asked for anew, and only the present one can be given', async () => {
    const { account, client } = await signedIn(api, Role.HOUSEHOLD);
    await api.sql(
      `insert into consent (id, account_id, purpose, version, act, at) values (gen_random_uuid(), $1, 'TERMS', '2020-01-01', 'GIVEN', now() - interval '1 year')`,
      [account.id],
    );

    const before = await standingOf(client, 'TERMS');
    const old = await client.ask(GIVE, { input: { purpose: 'TERMS', version: '2020-01-01' } });
    await client.ask(GIVE, { input: { purpose: 'TERMS', version: before.text.version } });

    expect(before.state).toBe('OUTDATED');
    expect(old).toMatchObject({
      giveConsent: { __typename: 'OutdatedConsentError', code: 'OUTDATED', text: { version: before.text.version } },
    });
    expect((await standingOf(client, 'TERMS')).state).toBe('GIVEN');
  });

  test('that an account needs cannot be taken back', async () => {
    const { client } = await signedIn(api, Role.HOUSEHOLD);

    expect(await client.ask(WITHDRAW, { purpose: 'TERMS' })).toMatchObject({
      withdrawConsent: { __typename: 'RequiredConsentError', code: 'REQUIRED' },
    });
  });

  test('cannot be unsaid or rewritten by a request, whatever it asks of PostgreSQL', async () => {
    const { account } = await signedIn(api, Role.HOUSEHOLD);
    await api.sql(
      `insert into consent (id, account_id, purpose, version, act, at) values (gen_random_uuid(), $1, 'TERMS', '2020-01-01', 'GIVEN', now())`,
      [account.id],
    );
    const identity = { accountId: account.id, householdId: account.id, roles: ['HOUSEHOLD'] };

    for (const statement of [
      `update consent set act = 'WITHDRAWN'`,
      'delete from consent',
      'delete from account_erasure',
    ])
      await expect(asAccount(identity, () => api.em.execute(statement))).rejects.toThrow(/permission denied/);
  });
});
