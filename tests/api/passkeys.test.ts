import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { FakeAuthenticator } from '../support/fakes/authenticator.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { addPasskey, registerPasskey, startPasskeyRegistration } from '../support/passkey-operations.ts';
import { buildPerson } from '../support/second-factor-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const ORIGIN = 'https://doorstep.example';
const NAMES = '{ mySecondFactors { passkeys { id name lastUsedAt } } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ environment: { PUBLIC_URL: ORIGIN } });
});
afterAll(() => api.close());

interface Owner {
  readonly account: { readonly id: string; readonly email: string };
  readonly client: GraphQLClient;
  readonly authenticator: FakeAuthenticator;
  readonly passkeyId: string;
}

async function buildOwner(roles: Role[] = [Role.HOUSEHOLD]): Promise<Owner> {
  const account = await buildPerson(api, { roles });
  const client = await api.as(account);
  const { authenticator, outcome } = await addPasskey(client, ORIGIN);
  return { account, client, authenticator, passkeyId: outcome.passkey!.id };
}

const names = async (client: GraphQLClient): Promise<unknown> => client.ask(NAMES);
const INVALID = { __typename: 'InvalidCodeError', code: 'INVALID_PASSKEY' };

describe('registering a passkey', () => {
  it('asks for one that is found by itself and given to its owner alone, and keeps it with its name', async () => {
    const person = await buildPerson(api);
    const client = await api.as(person);
    const { data } = await startPasskeyRegistration(client);
    const options = JSON.parse(data!.startPasskeyRegistration.options!) as Record<string, unknown>;
    expect(options).toMatchObject({
      rp: { id: 'doorstep.example', name: 'Doorstep' },
      user: { name: person.email },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [],
    });

    const { outcome } = await addPasskey(client, ORIGIN);

    expect(outcome).toMatchObject({ __typename: 'PasskeyRegistered', passkey: { name: 'Laptop', isSynced: false } });
    const again = (await startPasskeyRegistration(client)).data!.startPasskeyRegistration.options!;
    expect(JSON.parse(again)).toMatchObject({ excludeCredentials: [{ type: 'public-key' }] });
    expect(await api.sql('select kind from account_message where account_id = $1', [person.id])).toEqual([
      { kind: 'passkey-added' },
    ]);
    expect(await api.sql('select action from audit_entry where subject_id = $1', [person.id])).toEqual([
      { action: 'factor.added' },
    ]);
  });

  it.each([
    ['another site', { origin: 'https://doorstep.example.net' }],
    ['a passkey that asked its owner for nothing', { userVerified: false }],
    ['another challenge', { challenge: 'AAAA' }],
    ['a proof in place of a new one', { type: 'webauthn.get' }],
  ] as const)('refuses %s', async (_, mischief) => {
    const client = await api.as(await buildPerson(api));

    expect((await addPasskey(client, ORIGIN, mischief)).outcome).toMatchObject(INVALID);
    expect(await names(client)).toEqual({ mySecondFactors: { passkeys: [] } });
  });

  it('takes an answer once, of ten that come at once, within ten minutes, and from whoever was asked', async () => {
    const client = await api.as(await buildPerson(api));
    const stranger = await api.as(await buildPerson(api));
    const begin = async (): Promise<string> => {
      const { data } = await startPasskeyRegistration(client);
      return new FakeAuthenticator(ORIGIN).register(data!.startPasskeyRegistration.options!);
    };
    const [answer, late] = [await begin(), await begin()];

    expect((await registerPasskey(stranger, answer)).data!.registerPasskey).toMatchObject(INVALID);
    const answers = await Promise.all(Array.from({ length: 10 }, () => registerPasskey(client, answer)));
    api.clock.advanceMinutes(10);
    const tooLate = await registerPasskey(client, late);
    api.clock.advanceMinutes(-10);

    expect(answers.filter(({ data }) => data!.registerPasskey.__typename === 'PasskeyRegistered')).toHaveLength(1);
    expect(tooLate.data!.registerPasskey).toMatchObject(INVALID);
  });

  it('refuses a passkey that belongs to somebody, with no word of whom', async () => {
    const owner = await buildOwner();
    const thief = await api.as(await buildPerson(api));
    const { data } = await startPasskeyRegistration(thief);

    const stolen = owner.authenticator.register(data!.startPasskeyRegistration.options!);

    expect((await registerPasskey(thief, stolen)).data!.registerPasskey).toMatchObject(INVALID);
  });

  it('wants a recent proof and somebody signed in', async () => {
    const client = await api.as(await buildPerson(api));
    expect((await startPasskeyRegistration(api.visitor())).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect((await registerPasskey(api.visitor(), '{}')).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    api.clock.advanceMinutes(11);
    const late = [await startPasskeyRegistration(client), await registerPasskey(client, '{}')];
    api.clock.advanceMinutes(-11);

    for (const { errors } of late) expect(errors[0]!.extensions.code).toBe('REAUTHENTICATION_REQUIRED');
  });

  it('has room for twenty', async () => {
    const { account, client } = await buildOwner();
    await api.sql(
      `insert into passkey (id, account_id, credential_id, public_key, counter, transports, is_synced, name, created_at)
       select gen_random_uuid(), $1, gen_random_uuid()::text, '', 0, '{}', false, 'x', now() from generate_series(1, 19)`,
      [account.id],
    );

    expect((await startPasskeyRegistration(client)).data!.startPasskeyRegistration).toMatchObject({
      __typename: 'TooManyFactorsError',
      code: 'TOO_MANY_PASSKEYS',
    });
  });
});
