import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import { signIn } from '../support/account-operations.ts';
import { FakeAuthenticator } from '../support/fakes/authenticator.ts';
import type { Mischief } from '../support/fakes/authenticator.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import {
  addPasskey,
  optionsFor,
  renamePasskey,
  signInWithPasskey,
  startPasskey,
} from '../support/passkey-operations.ts';
import type { PasskeyOutcome } from '../support/passkey-operations.ts';
import { completeSecondFactor, reauthenticate, removeSecondFactor } from '../support/second-factor-operations.ts';
import { PASSWORD, buildPerson, buildPersonWithApp, challengeOf } from '../support/second-factor-scene.ts';
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

async function comeIn(authenticator: FakeAuthenticator, mischief: Mischief = {}): Promise<PasskeyOutcome> {
  const answer = authenticator.prove(await optionsFor(api.visitor(), 'SIGN_IN'), mischief);
  return (await signInWithPasskey(api.visitor(), answer)).data!.signInWithPasskey;
}

const names = async (client: GraphQLClient): Promise<unknown> => client.ask(NAMES);
const INVALID = { __typename: 'InvalidCodeError', code: 'INVALID_PASSKEY' };

describe('signing in with a passkey', () => {
  it('asks every visitor the same, whoever has passkeys', async () => {
    const ask = async (): Promise<Record<string, unknown>> =>
      JSON.parse(await optionsFor(api.visitor(), 'SIGN_IN')) as Record<string, unknown>;
    const before = await ask();
    await buildOwner();
    const after = await ask();

    expect(after).toEqual({ ...before, challenge: after['challenge'] });
    expect(after).toMatchObject({ rpId: 'doorstep.example', userVerification: 'required' });
    expect(after['allowCredentials'] ?? []).toEqual([]);
    expect(after['challenge']).not.toBe(before['challenge']);
  });

  it('lets a household in, and staff with all their roles: it is two factors in one', async () => {
    for (const role of [Role.HOUSEHOLD, Role.AUDITOR]) {
      const { account, authenticator } = await buildOwner([role]);

      const outcome = await comeIn(authenticator);

      expect(outcome).toMatchObject({ __typename: 'SignedIn', viewer: { id: account.id, roles: [role] } });
      expect(
        await api.sql(
          'select second_factor_at is not null as proven from session where account_id = $1 and method = $2',
          [account.id, 'PASSKEY'],
        ),
      ).toEqual([{ proven: true }]);
    }
  });

  it('does not keep its owner from coming in by password alone', async () => {
    const { account } = await buildOwner();

    expect((await signIn(api.visitor(), account.email, PASSWORD)).data!.signIn.__typename).toBe('SignedIn');
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a passkey that asked its owner for nothing', { userVerified: false }],
    ['another challenge', { challenge: 'AAAA' }],
    ['somebody else’s handle', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
    ['a registration in place of a proof', { type: 'webauthn.create' }],
  ] as const)('refuses %s', async (_, mischief) => {
    const { authenticator } = await buildOwner();

    expect(await comeIn(authenticator, mischief)).toMatchObject(INVALID);
  });

  it('refuses a passkey that has counted no further: there are two of it', async () => {
    const { authenticator } = await buildOwner();
    expect(await comeIn(authenticator, { counter: 7 })).toMatchObject({ __typename: 'SignedIn' });

    expect(await comeIn(authenticator, { counter: 7 })).toMatchObject(INVALID);
    expect(await comeIn(authenticator, { counter: 6 })).toMatchObject(INVALID);
    expect(await comeIn(authenticator, { counter: 8 })).toMatchObject({ __typename: 'SignedIn' });
  });

  it('takes one that never counts', async () => {
    const { authenticator } = await buildOwner();

    expect(await comeIn(authenticator, { counter: 0 })).toMatchObject({ __typename: 'SignedIn' });
    expect(await comeIn(authenticator, { counter: 0 })).toMatchObject({ __typename: 'SignedIn' });
  });

  it('takes a proof once, of twenty that come at once, and within ten minutes', async () => {
    const { authenticator } = await buildOwner();
    const answer = authenticator.prove(await optionsFor(api.visitor(), 'SIGN_IN'));
    const late = authenticator.prove(await optionsFor(api.visitor(), 'SIGN_IN'));

    const answers = await Promise.all(Array.from({ length: 20 }, () => signInWithPasskey(api.visitor(), answer)));
    api.clock.advanceMinutes(10);
    const tooLate = await signInWithPasskey(api.visitor(), late);
    api.clock.advanceMinutes(-10);

    expect(answers.filter(({ data }) => data!.signInWithPasskey.__typename === 'SignedIn')).toHaveLength(1);
    expect(tooLate.data!.signInWithPasskey).toMatchObject(INVALID);
  });

  it('answers an unknown passkey, one that was removed, a forged one and nonsense alike', async () => {
    const owner = await buildOwner();
    const unknown = new FakeAuthenticator(ORIGIN);
    const forged = owner.authenticator
      .prove(await optionsFor(api.visitor(), 'SIGN_IN'))
      .replace(/"signature":"../, '"signature":"MA');
    const foreign = unknown.prove(await optionsFor(api.visitor(), 'SIGN_IN'));
    await removeSecondFactor(owner.client, owner.passkeyId);
    const removed = owner.authenticator.prove(await optionsFor(api.visitor(), 'SIGN_IN'));

    const bodies = [];
    for (const answer of [foreign, removed, forged, '', '{}', 'null', '[]', '"x"', '{"id":"é"}'])
      bodies.push((await signInWithPasskey(api.visitor(), answer)).body);

    expect(JSON.parse(bodies[0]!)).toMatchObject({ data: { signInWithPasskey: INVALID } });
    expect(new Set(bodies).size).toBe(1);
  });

  it('lets nobody in by an account that was banned', async () => {
    const { account, authenticator } = await buildOwner();
    await api.sql('update account set banned_at = now() where id = $1', [account.id]);

    expect(await comeIn(authenticator)).toMatchObject(INVALID);
  });

  it('works on the machine itself by its name', async () => {
    const local = await startTestApi({ environment: { PUBLIC_URL: 'http://127.0.0.1:4000' } });
    const client = await local.as(await buildPerson(local));

    const { authenticator, outcome } = await addPasskey(client, 'http://localhost:4000');
    const answer = authenticator.prove(await optionsFor(local.visitor(), 'SIGN_IN'));
    const { data } = await signInWithPasskey(local.visitor(), answer);
    await local.close();

    expect(outcome.__typename).toBe('PasskeyRegistered');
    expect(data!.signInWithPasskey.__typename).toBe('SignedIn');
  });
});

describe('a passkey as the second factor', () => {
  it('ends a sign-in by password, if it is one of the account', async () => {
    const { account, authenticator } = await buildOwner([Role.AUDITOR]);
    const other = await buildOwner([Role.AUDITOR]);
    const { data } = await signIn(api.visitor(), account.email, PASSWORD);
    expect(data!.signIn).toMatchObject({ methods: ['PASSKEY'], mustEnrol: false });
    const challenge = data!.signIn.challenge!;
    const give = async (by: FakeAuthenticator): Promise<unknown> => {
      const passkey = by.prove(await optionsFor(api.visitor(), 'SECOND_FACTOR', challenge));
      return (await completeSecondFactor(api.visitor(), { challenge, passkey })).data!.completeSecondFactor;
    };

    expect(await give(other.authenticator)).toMatchObject({ ...INVALID, triesLeft: 4 });
    expect(await give(authenticator)).toMatchObject({ __typename: 'SignedIn', viewer: { id: account.id } });
  });

  it('is no proof where it was asked for something else', async () => {
    const { account, authenticator, client } = await buildOwner([Role.AUDITOR]);
    const challenge = await challengeOf(api, account);
    const asVisitor = authenticator.prove(await optionsFor(api.visitor(), 'SIGN_IN'));
    const asSecond = authenticator.prove(await optionsFor(api.visitor(), 'SECOND_FACTOR', challenge));

    const completed = await completeSecondFactor(api.visitor(), { challenge, passkey: asVisitor });
    const signedIn = await signInWithPasskey(api.visitor(), asSecond);
    const proven = await reauthenticate(client, { passkey: asVisitor });

    expect(completed.data!.completeSecondFactor).toMatchObject(INVALID);
    expect(signedIn.data!.signInWithPasskey).toMatchObject(INVALID);
    expect(proven.data!.reauthenticate).toMatchObject(INVALID);
  });

  it('is asked for by the challenge of a sign-in only while that is good', async () => {
    for (const challenge of [undefined, '', 'made.up'])
      expect((await startPasskey(api.visitor(), 'SECOND_FACTOR', challenge)).data!.startPasskey).toMatchObject({
        __typename: 'ChallengeExpiredError',
      });
  });

  it('is the only one that staff may have, and then stays', async () => {
    const { account, client, passkeyId } = await buildOwner([Role.OPERATOR]);

    expect((await removeSecondFactor(client, passkeyId)).data!.removeSecondFactor.__typename).toBe('LastFactorError');
    expect((await signIn(api.visitor(), account.email, PASSWORD)).data!.signIn.mustEnrol).toBe(false);
  });
});

describe('a passkey as another proof', () => {
  it('counts as a second factor', async () => {
    const person = await buildPersonWithApp(api, { roles: [Role.HOUSEHOLD] });
    const client = await api.as(person);
    const { authenticator } = await addPasskey(client, ORIGIN);
    api.clock.advanceMinutes(11);

    const passkey = authenticator.prove(await optionsFor(client, 'REAUTHENTICATE'));
    const { data } = await reauthenticate(client, { passkey });

    const renewed = api.visitor({ authorization: `Bearer ${data!.reauthenticate.token}` });
    const removed = await removeSecondFactor(renewed, person.appId);
    api.clock.advanceMinutes(-11);
    expect(removed.data!.removeSecondFactor.__typename).toBe('SecondFactorRemoved');
  });

  it('is asked of whoever is signed in', async () => {
    expect((await startPasskey(api.visitor(), 'REAUTHENTICATE')).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('renamePasskey', () => {
  it('gives one’s own another name; somebody else’s answers as none', async () => {
    const [owner, other] = [await buildOwner(), await buildOwner()];

    const renamed = await renamePasskey(owner.client, owner.passkeyId, ' Kitchen laptop ');
    const theirs = await renamePasskey(owner.client, other.passkeyId, 'Mine');
    const nobodys = await renamePasskey(owner.client, newId(), 'Mine');

    expect(renamed.data!.renamePasskey.renamed).toEqual({ id: owner.passkeyId, name: 'Kitchen laptop' });
    expect(theirs.data!.renamePasskey).toMatchObject({ __typename: 'FactorNotFoundError' });
    expect(nobodys.body).toBe(theirs.body);
    expect(await names(other.client)).toMatchObject({ mySecondFactors: { passkeys: [{ name: 'Laptop' }] } });
    expect((await renamePasskey(owner.client, owner.passkeyId, '  ')).errors[0]!.extensions.code).toBe(
      'BAD_USER_INPUT',
    );
    expect((await renamePasskey(api.visitor(), owner.passkeyId, 'x')).errors[0]!.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });
});
