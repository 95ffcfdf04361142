import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { signIn } from '../support/account-operations.ts';
import {
  completeSecondFactor,
  confirmTotp,
  myFactors,
  startTotp,
  totpCode,
  wrongCode,
} from '../support/second-factor-operations.ts';
import { PASSWORD, addApp, buildPerson, buildPersonWithApp, challengeOf } from '../support/second-factor-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const VIEWER = '{ viewer { id roles } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const codeOf = (secret: string | undefined): string => totpCode(secret!, api.clock.now());

describe('an operator outside the demo who signs in for the first time', () => {
  it('sets up an app with the challenge, gets ten recovery codes and is in', async () => {
    const operator = await buildPerson(api, { roles: [Role.OPERATOR] });
    const { data } = await signIn(api.visitor(), operator.email, PASSWORD);
    expect(data!.signIn).toMatchObject({ __typename: 'SecondFactorRequired', methods: [], mustEnrol: true });
    const { challenge } = data!.signIn;

    const started = (await startTotp(api.visitor(), { challenge, name: ' My phone ' })).data!.startTotp;
    expect(started.secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(started.uri).toContain(`secret=${started.secret}`);
    const answer = await confirmTotp(api.visitor(), {
      challenge,
      appId: started.appId,
      code: codeOf(started.secret),
    });

    const confirmed = answer.data!.confirmTotp;
    expect(confirmed).toMatchObject({ __typename: 'TotpConfirmed', app: { name: 'My phone' } });
    expect(new Set(confirmed.recoveryCodes).size).toBe(10);
    expect(answer.headers.get('set-cookie')).toContain(confirmed.signedIn!.token);
    const client = api.visitor({ authorization: `Bearer ${confirmed.signedIn!.token}` });
    expect(await client.ask(VIEWER)).toEqual({ viewer: { id: operator.id, roles: ['OPERATOR'] } });
    expect(await client.ask('{ deliveries { totalCount } }')).toBeDefined();
    expect(await myFactors(client)).toMatchObject({
      rule: 'REQUIRED',
      recoveryCodesLeft: 10,
      apps: [{ name: 'My phone' }],
    });
    expect(await api.sql('select kind from account_message where account_id = $1', [operator.id])).toEqual([
      { kind: 'factor-added' },
    ]);
    expect(
      await api.sql(`select actor_id from audit_entry where subject_id = $1 and action = 'factor.added'`, [
        operator.id,
      ]),
    ).toEqual([{ actor_id: operator.id }]);
  });

  it('comes in the next time by a new code, and not by the one that set the app up', async () => {
    const operator = await buildPerson(api, { roles: [Role.OPERATOR] });
    const challenge = await challengeOf(api, operator);
    const { appId, secret } = (await startTotp(api.visitor(), { challenge })).data!.startTotp;
    const code = codeOf(secret);
    await confirmTotp(api.visitor(), { challenge, appId, code });
    const again = await challengeOf(api, operator);

    const replayed = await completeSecondFactor(api.visitor(), { challenge: again, code });
    api.clock.advanceMinutes(1);
    const fresh = await completeSecondFactor(api.visitor(), { challenge: again, code: codeOf(secret) });

    expect(replayed.data!.completeSecondFactor.__typename).toBe('InvalidCodeError');
    expect(fresh.data!.completeSecondFactor.__typename).toBe('SignedIn');
  });

  it('keeps the secret sealed and no recovery code at all', async () => {
    const operator = await buildPerson(api, { roles: [Role.OPERATOR] });
    const challenge = await challengeOf(api, operator);
    const { appId, secret } = (await startTotp(api.visitor(), { challenge })).data!.startTotp;
    const { recoveryCodes } = (await confirmTotp(api.visitor(), { challenge, appId, code: codeOf(secret) })).data!
      .confirmTotp;

    const rows = await api.sql(
      `select a.secret, r.code_hash, r.used_at from authenticator_app a join recovery_code r using (account_id)
       where a.account_id = $1`,
      [operator.id],
    );

    expect(rows).toHaveLength(10);
    const text = JSON.stringify(rows);
    expect(text).toMatch(/"secret":"v1\./);
    for (const kept of [secret!, ...recoveryCodes!, ...recoveryCodes!.map((code) => code.replace('-', ''))])
      expect(text).not.toContain(kept);
  });
});

describe('the challenge of a sign-in', () => {
  it('sets up no app for an account that has a factor, nor for one that needs none', async () => {
    const auditor = await buildPersonWithApp(api);
    const challenge = await challengeOf(api, auditor);
    const demoted = await buildPerson(api, { roles: [Role.AUDITOR] });
    const pointless = await challengeOf(api, demoted);
    await api.sql(`update account set roles = '{HOUSEHOLD}' where id = $1`, [demoted.id]);

    for (const given of [challenge, pointless, '', 'made.up'])
      expect((await startTotp(api.visitor(), { challenge: given })).data!.startTotp).toMatchObject({
        __typename: 'ChallengeExpiredError',
      });
  });

  it('finishes no app once another was set up: whoever only knew the password stays out', async () => {
    const operator = await buildPerson(api, { roles: [Role.OPERATOR] });
    const [own, thief] = [await challengeOf(api, operator), await challengeOf(api, operator)];
    const stolen = (await startTotp(api.visitor(), { challenge: thief })).data!.startTotp;
    const { appId, secret } = (await startTotp(api.visitor(), { challenge: own })).data!.startTotp;
    await confirmTotp(api.visitor(), { challenge: own, appId, code: codeOf(secret) });

    const { data } = await confirmTotp(api.visitor(), {
      challenge: thief,
      appId: stolen.appId,
      code: codeOf(stolen.secret),
    });

    expect(data!.confirmTotp).toMatchObject({ __typename: 'ChallengeExpiredError' });
  });

  it('lets one of two in who each finish an app of their own at once', async () => {
    const operator = await buildPerson(api, { roles: [Role.OPERATOR] });
    const challenges = await Promise.all(Array.from({ length: 6 }, () => challengeOf(api, operator)));
    const started = await Promise.all(
      challenges.map(async (challenge) => (await startTotp(api.visitor(), { challenge })).data!.startTotp),
    );

    const answers = await Promise.all(
      challenges.map((challenge, index) =>
        confirmTotp(api.visitor(), {
          challenge,
          appId: started[index]!.appId,
          code: codeOf(started[index]!.secret),
        }),
      ),
    );

    const names = answers.map(({ data }) => data!.confirmTotp.__typename).sort();
    expect(names).toEqual([...Array<string>(5).fill('ChallengeExpiredError'), 'TotpConfirmed']);
    expect(await api.sql('select 1 from session where account_id = $1', [operator.id])).toHaveLength(1);
  });
});

describe('somebody who is signed in', () => {
  it('switches a second factor on, goes on under a new token, and is asked for it from then on', async () => {
    const household = await buildPerson(api);
    const client = await api.as(household);

    const { appId, secret } = (await startTotp(client)).data!.startTotp;
    const confirmed = (await confirmTotp(client, { appId, code: codeOf(secret) })).data!.confirmTotp;

    expect(confirmed).toMatchObject({ __typename: 'TotpConfirmed', signedIn: { viewer: { id: household.id } } });
    expect(await client.ask(VIEWER)).toEqual({ viewer: null });
    expect((await signIn(api.visitor(), household.email, PASSWORD)).data!.signIn).toMatchObject({
      __typename: 'SecondFactorRequired',
      methods: ['AUTHENTICATOR_APP', 'RECOVERY_CODE'],
      mustEnrol: false,
    });
  });

  it('is not asked before the first code was given, and a wrong one changes nothing', async () => {
    const household = await buildPerson(api);
    const client = await api.as(household);
    const { appId, secret } = (await startTotp(client)).data!.startTotp;

    const { data } = await confirmTotp(client, { appId, code: wrongCode(secret!, api.clock.now()) });

    expect(data!.confirmTotp).toMatchObject({ __typename: 'InvalidCodeError', code: 'INVALID_CODE', triesLeft: null });
    expect((await myFactors(client)).apps).toEqual([]);
    expect((await signIn(api.visitor(), household.email, PASSWORD)).data!.signIn.__typename).toBe('SignedIn');
  });

  it('adds a second app and keeps the recovery codes', async () => {
    const person = await buildPersonWithApp(api);
    await api.sql(
      `insert into recovery_code (id, account_id, code_hash, created_at) values (gen_random_uuid(), $1, $2, now())`,
      [person.id, person.id],
    );
    const client = await api.as(person);

    const { appId, secret } = (await startTotp(client, { name: 'Tablet' })).data!.startTotp;
    const confirmed = (await confirmTotp(client, { appId, code: codeOf(secret) })).data!.confirmTotp;

    expect(confirmed).toMatchObject({ __typename: 'TotpConfirmed', recoveryCodes: [] });
    const renewed = api.visitor({ authorization: `Bearer ${confirmed.signedIn!.token}` });
    expect(await myFactors(renewed)).toMatchObject({ recoveryCodesLeft: 1, apps: [{}, { name: 'Tablet' }] });
  });

  it('has five apps at most', async () => {
    const person = await buildPersonWithApp(api);
    for (let more = 0; more < 4; more += 1) await addApp(api, person);

    expect((await startTotp(await api.as(person))).data!.startTotp).toMatchObject({
      __typename: 'TooManyFactorsError',
      code: 'TOO_MANY_APPS',
    });
  });

  it('finishes an app within fifteen minutes, once, and nobody else’s', async () => {
    const client = await api.as(await buildPerson(api));
    const stranger = await api.as(await buildPerson(api));
    const { appId, secret } = (await startTotp(client)).data!.startTotp;
    const confirm = async (by: typeof client, id = appId): Promise<string> =>
      (await confirmTotp(by, { appId: id, code: codeOf(secret) })).data!.confirmTotp.__typename;

    expect(await confirm(stranger)).toBe('ChallengeExpiredError');
    expect(await confirm(client, 'no id')).toBe('ChallengeExpiredError');
    await api.sql(
      `update authenticator_app set created_at = created_at - interval '15 minutes 1 second' where id = $1`,
      [appId],
    );
    expect(await confirm(client)).toBe('ChallengeExpiredError');
    await api.sql(`update authenticator_app set created_at = created_at + interval '1 second' where id = $1`, [appId]);
    expect(await confirm(client)).toBe('TotpConfirmed');
  });

  it('must have proved who they are within ten minutes', async () => {
    const client = await api.as(await buildPerson(api));
    api.clock.advanceMinutes(10);
    expect((await startTotp(client)).errors).toEqual([]);
    api.clock.advanceMinutes(1);

    for (const { errors } of [await startTotp(client), await confirmTotp(client, { appId: 'x', code: '000000' })])
      expect(errors[0]!.extensions.code).toBe('REAUTHENTICATION_REQUIRED');
    api.clock.advanceMinutes(-11);
  });

  it('adds none in a session that never gave the factor there is', async () => {
    const household = await buildPerson(api);
    const { data } = await signIn(api.visitor(), household.email, PASSWORD);
    const old = api.visitor({ authorization: `Bearer ${data!.signIn.token}` });
    await addApp(api, household);

    const { errors } = await startTotp(old);

    expect(errors[0]!.extensions).toMatchObject({ code: 'REAUTHENTICATION_REQUIRED', secondFactor: true });
  });

  it.each([{ name: '' }, { name: '   ' }, { name: 'n'.repeat(61) }])('gives it a name that fits: %j', async (input) => {
    const { errors } = await startTotp(await api.as(await buildPerson(api)), input);

    expect(errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('a visitor', () => {
  it('sets nothing up without a challenge', async () => {
    for (const { errors } of [
      await startTotp(api.visitor()),
      await confirmTotp(api.visitor(), { appId: 'x', code: '000000' }),
    ])
      expect(errors[0]!.extensions.code).toBe('UNAUTHENTICATED');
    await expect(myFactors(api.visitor())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
