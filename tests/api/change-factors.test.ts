import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { Role } from '../../api/modules/accounts/index.ts';
import { signIn } from '../support/account-operations.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import {
  completeSecondFactor,
  myFactors,
  removeSecondFactor,
  renewRecoveryCodes,
  resetSecondFactors,
  totpCode,
} from '../support/second-factor-operations.ts';
import { PASSWORD, addApp, buildPerson, buildPersonWithApp, challengeOf } from '../support/second-factor-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const messages = async (account: { readonly id: string }): Promise<string[]> =>
  (
    await api.sql<{ kind: string }>('select kind from account_message where account_id = $1 order by created_at, id', [
      account.id,
    ])
  ).map(({ kind }) => kind);
const actions = async (account: { readonly id: string }): Promise<string[]> =>
  (
    await api.sql<{ action: string }>(
      `select action from audit_entry where subject_id = $1 and action like '%factor%' or subject_id = $1 and action like 'recovery%'`,
      [account.id],
    )
  ).map(({ action }) => action);

/** Acts in a session from before the account had a factor. */
async function withoutFactor(account: { readonly email: string }): Promise<GraphQLClient> {
  const { data } = await signIn(api.visitor(), account.email, PASSWORD);
  return api.visitor({ authorization: `Bearer ${data!.signIn.token}` });
}

describe('removeSecondFactor', () => {
  it('switches the second factor off with the last app, recovery codes included', async () => {
    const household = await buildPersonWithApp(api, { roles: [Role.HOUSEHOLD] });
    const client = await api.as(household);
    await renewRecoveryCodes(client);

    const { data } = await removeSecondFactor(client, household.appId);

    expect(data!.removeSecondFactor).toEqual({ __typename: 'SecondFactorRemoved', removedId: household.appId });
    expect(await myFactors(client)).toEqual({ rule: 'OPTIONAL', apps: [], recoveryCodesLeft: 0 });
    expect((await signIn(api.visitor(), household.email, PASSWORD)).data!.signIn.__typename).toBe('SignedIn');
    expect(await messages(household)).toEqual(['recovery-codes-renewed', 'factor-removed']);
    expect(await actions(household)).toEqual(['recovery-codes.renewed', 'factor.removed']);
  });

  it('leaves staff their last one, also when two are removed at once', async () => {
    const auditor = await buildPersonWithApp(api);
    const another = await addApp(api, auditor);
    const client = await api.as(auditor);

    const answers = await Promise.all(
      [auditor.appId, another.appId].map(async (id) => (await removeSecondFactor(client, id)).data!.removeSecondFactor),
    );

    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['LastFactorError', 'SecondFactorRemoved']);
    expect((await myFactors(client)).apps).toHaveLength(1);
  });

  it('answers for somebody else’s app as for none', async () => {
    const [person, other] = [await buildPersonWithApp(api), await buildPersonWithApp(api)];
    const client = await api.as(person);

    const theirs = await removeSecondFactor(client, other.appId);
    const nobodys = await removeSecondFactor(client, newId());

    expect(theirs.data!.removeSecondFactor).toMatchObject({ __typename: 'FactorNotFoundError' });
    expect(nobodys.body).toBe(theirs.body);
    expect((await removeSecondFactor(client, 'no id')).body).toBe(theirs.body);
    expect((await myFactors(await api.as(other))).apps).toHaveLength(1);
  });

  it('wants a recent proof, a session with a second factor, and somebody signed in', async () => {
    const household = await buildPerson(api);
    const old = await withoutFactor(household);
    const { appId } = await addApp(api, household);
    const client = await api.as(household);

    expect((await removeSecondFactor(api.visitor(), appId)).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect((await removeSecondFactor(old, appId)).errors[0]!.extensions).toMatchObject({
      code: 'REAUTHENTICATION_REQUIRED',
      secondFactor: true,
    });
    api.clock.advanceMinutes(11);
    const late = await removeSecondFactor(client, appId);
    api.clock.advanceMinutes(-11);
    expect(late.errors[0]!.extensions.code).toBe('REAUTHENTICATION_REQUIRED');
    expect((await myFactors(client)).apps).toHaveLength(1);
  });
});

describe('renewRecoveryCodes', () => {
  it('gives ten new codes; the old ones are worth nothing', async () => {
    const person = await buildPersonWithApp(api);
    const client = await api.as(person);
    const [old] = (await renewRecoveryCodes(client)).data!.renewRecoveryCodes.recoveryCodes!;

    const { data } = await renewRecoveryCodes(client);

    const codes = data!.renewRecoveryCodes.recoveryCodes!;
    expect(codes).toHaveLength(10);
    expect((await myFactors(client)).recoveryCodesLeft).toBe(10);
    const challenge = await challengeOf(api, person);
    const tried = await completeSecondFactor(api.visitor(), { challenge, recoveryCode: old });
    expect(tried.data!.completeSecondFactor).toMatchObject({ code: 'INVALID_RECOVERY_CODE' });
    const right = await completeSecondFactor(api.visitor(), { challenge, recoveryCode: codes[9] });
    expect(right.data!.completeSecondFactor.__typename).toBe('SignedIn');
  });

  it('has nothing to stand in for where there is no factor', async () => {
    const { data } = await renewRecoveryCodes(await api.as(await buildPerson(api)));

    expect(data!.renewRecoveryCodes).toMatchObject({ __typename: 'NoFactorError', code: 'NO_FACTOR' });
  });

  it('wants a recent proof, a session with a second factor, and somebody signed in', async () => {
    const household = await buildPerson(api);
    const old = await withoutFactor(household);
    await addApp(api, household);
    const client = await api.as(household);

    expect((await renewRecoveryCodes(api.visitor())).errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect((await renewRecoveryCodes(old)).errors[0]!.extensions).toMatchObject({ secondFactor: true });
    api.clock.advanceMinutes(11);
    const late = await renewRecoveryCodes(client);
    api.clock.advanceMinutes(-11);
    expect(late.errors[0]!.extensions.code).toBe('REAUTHENTICATION_REQUIRED');
  });
});

describe('resetSecondFactors', () => {
  it('takes everything away, ends every session and open sign-in, and is written down with its reason', async () => {
    const auditor = await buildPersonWithApp(api);
    const client = await api.as(auditor);
    await renewRecoveryCodes(client);
    const challenge = await challengeOf(api, auditor);
    const administrator = await buildPerson(api, { roles: [Role.ADMINISTRATOR] });

    const { data } = await resetSecondFactors(await api.as(administrator), {
      accountId: auditor.id,
      reason: 'Phone lost, seen in person',
    });

    expect(data!.resetSecondFactors).toEqual({ __typename: 'SecondFactorsReset', accountId: auditor.id });
    expect(await client.ask('{ viewer { id } }')).toEqual({ viewer: null });
    const code = totpCode(auditor.secret, api.clock.now());
    const tried = await completeSecondFactor(api.visitor(), { challenge, code });
    expect(tried.data!.completeSecondFactor.__typename).toBe('ChallengeExpiredError');
    expect((await signIn(api.visitor(), auditor.email, PASSWORD)).data!.signIn).toMatchObject({ mustEnrol: true });
    expect(
      await api.sql(`select actor_id, reason from audit_entry where subject_id = $1 and action = 'factor.reset'`, [
        auditor.id,
      ]),
    ).toEqual([{ actor_id: administrator.id, reason: 'Phone lost, seen in person' }]);
    expect(await messages(auditor)).toContain('factors-reset');
  });

  it('is for administrators, with a recent proof', async () => {
    const auditor = await buildPersonWithApp(api);
    const input = { accountId: auditor.id, reason: 'Phone lost' };
    const administrator = await api.as(await buildPerson(api, { roles: [Role.ADMINISTRATOR] }));

    const codes = [];
    for (const role of [Role.HOUSEHOLD, Role.PROVIDER, Role.BUSINESS, Role.AUDITOR, Role.OPERATOR]) {
      const { errors } = await resetSecondFactors(await api.as(await buildPerson(api, { roles: [role] })), input);
      codes.push(errors[0]!.extensions.code);
    }
    const visitor = await resetSecondFactors(api.visitor(), input);
    api.clock.advanceMinutes(11);
    const late = await resetSecondFactors(administrator, input);
    api.clock.advanceMinutes(-11);

    expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']));
    expect(visitor.errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    expect(late.errors[0]!.extensions.code).toBe('REAUTHENTICATION_REQUIRED');
    expect((await myFactors(await api.as(auditor))).apps).toHaveLength(1);
  });

  it('is refused for one’s own account, for none, and without a reason', async () => {
    const administrator = await buildPersonWithApp(api, { roles: [Role.ADMINISTRATOR] });
    const client = await api.as(administrator);
    const reset = async (accountId: string): Promise<unknown> =>
      (await resetSecondFactors(client, { accountId, reason: 'Phone lost' })).data!.resetSecondFactors;

    expect(await reset(administrator.id)).toMatchObject({ code: 'OWN_ACCOUNT' });
    expect(await reset(newId())).toMatchObject({ __typename: 'FactorsNotResettableError', code: 'UNKNOWN_ACCOUNT' });
    expect(await reset('no id')).toMatchObject({ code: 'UNKNOWN_ACCOUNT' });
    const { errors } = await resetSecondFactors(client, { accountId: newId(), reason: '' });
    expect(errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
    expect((await myFactors(client)).apps).toHaveLength(1);
  });
});
