import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { signIn } from '../support/account-operations.ts';
import {
  completeSecondFactor,
  confirmTotp,
  myFactors,
  renewRecoveryCodes,
  startTotp,
  totpCode,
  wrongCode,
} from '../support/second-factor-operations.ts';
import type { FactorOutcome } from '../support/second-factor-operations.ts';
import { PASSWORD, buildPerson, buildPersonWithApp, challengeOf } from '../support/second-factor-scene.ts';
import type { Person } from '../support/second-factor-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const QUEUE = '{ auditQueue { totalCount } }';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const codeOf = ({ secret }: Person): string => totpCode(secret, api.clock.now());

async function complete(input: Readonly<Record<string, unknown>>): Promise<FactorOutcome> {
  const { data } = await completeSecondFactor(api.visitor(), input);
  return data!.completeSecondFactor;
}

/** Ten recovery codes of the account. */
async function recoveryCodesOf(person: Person): Promise<readonly string[]> {
  const { data } = await renewRecoveryCodes(await api.as(person));
  return data!.renewRecoveryCodes.recoveryCodes!;
}

const countNames = (answers: readonly FactorOutcome[], name: string): number =>
  answers.filter(({ __typename }) => __typename === name).length;

describe('signing in with a second factor', () => {
  it('lets staff in, with all their roles and a session that says how', async () => {
    const auditor = await buildPersonWithApp(api);
    const { data } = await signIn(api.visitor(), auditor.email, PASSWORD);
    expect(data!.signIn).toMatchObject({
      __typename: 'SecondFactorRequired',
      methods: ['AUTHENTICATOR_APP'],
      mustEnrol: false,
    });

    const answer = await completeSecondFactor(api.visitor(), {
      challenge: data!.signIn.challenge,
      code: codeOf(auditor),
    });

    const { token, viewer } = answer.data!.completeSecondFactor;
    expect(viewer).toEqual({ id: auditor.id, roles: ['AUDITOR'] });
    expect(answer.headers.get('set-cookie')).toContain(`doorstep_session=${token}`);
    expect(await api.visitor({ authorization: `Bearer ${token}` }).ask(QUEUE)).toEqual({
      auditQueue: { totalCount: 0 },
    });
    const [session] = await api.sql<{ method: string; proven: Date }>(
      'select method, second_factor_at as proven from session where account_id = $1',
      [auditor.id],
    );
    expect(session).toEqual({ method: 'PASSWORD', proven: api.clock.now() });
  });

  it('is asked of a household that switched it on, and of no other', async () => {
    const household = await buildPersonWithApp(api, { roles: [Role.HOUSEHOLD] });
    const other = await buildPerson(api);

    expect((await signIn(api.visitor(), household.email, PASSWORD)).data!.signIn.__typename).toBe(
      'SecondFactorRequired',
    );
    expect((await signIn(api.visitor(), other.email, PASSWORD)).data!.signIn.__typename).toBe('SignedIn');
  });

  it('is not asked of the demo’s staff, even with an app', async () => {
    const demo = await buildPersonWithApp(api, { isDemo: true });

    expect((await signIn(api.visitor(), demo.email, PASSWORD)).data!.signIn.__typename).toBe('SignedIn');
  });

  it('takes the code with the space that apps show in it', async () => {
    const person = await buildPersonWithApp(api);
    const code = codeOf(person);

    expect(
      await complete({ challenge: await challengeOf(api, person), code: `${code.slice(0, 3)} ${code.slice(3)}` }),
    ).toMatchObject({ __typename: 'SignedIn' });
  });

  it('takes a code once, and none from before it', async () => {
    const person = await buildPersonWithApp(api);
    const earlier = totpCode(person.secret, new Date(api.clock.now().getTime() - 30_000));
    const code = codeOf(person);
    expect(await complete({ challenge: await challengeOf(api, person), code })).toMatchObject({
      __typename: 'SignedIn',
    });

    const challenge = await challengeOf(api, person);

    expect(await complete({ challenge, code })).toMatchObject({ __typename: 'InvalidCodeError', triesLeft: 4 });
    expect(await complete({ challenge, code: earlier })).toMatchObject({
      __typename: 'InvalidCodeError',
      code: 'INVALID_CODE',
      triesLeft: 3,
    });
  });

  it('lets one of nine in who come with the same code at once, each by a sign-in of their own', async () => {
    const person = await buildPersonWithApp(api);
    const challenges = await Promise.all(Array.from({ length: 9 }, () => challengeOf(api, person)));
    const code = codeOf(person);

    const answers = await Promise.all(challenges.map((challenge) => complete({ challenge, code })));

    expect(countNames(answers, 'SignedIn')).toBe(1);
    expect(countNames(answers, 'InvalidCodeError')).toBe(8);
    expect(await api.sql('select 1 from session where account_id = $1', [person.id])).toHaveLength(1);
  });

  it('lets one of twenty in who come with the same code by the same sign-in', async () => {
    const person = await buildPersonWithApp(api);
    const challenge = await challengeOf(api, person);
    const code = codeOf(person);

    const answers = await Promise.all(Array.from({ length: 20 }, () => complete({ challenge, code })));

    expect(countNames(answers, 'SignedIn')).toBe(1);
    expect(await api.sql('select 1 from session where account_id = $1', [person.id])).toHaveLength(1);
  });

  it('takes a recovery code once, of ten who come with it at once, and tells its owner', async () => {
    const person = await buildPersonWithApp(api);
    const [recoveryCode] = await recoveryCodesOf(person);
    const challenges = await Promise.all(Array.from({ length: 10 }, () => challengeOf(api, person)));

    const answers = await Promise.all(
      challenges.map((challenge) => complete({ challenge, recoveryCode: recoveryCode!.toUpperCase() })),
    );

    expect(countNames(answers, 'SignedIn')).toBe(1);
    expect((await myFactors(await api.as(person))).recoveryCodesLeft).toBe(9);
    expect(
      await api.sql(`select 1 from account_message where account_id = $1 and kind = 'recovery-code-used'`, [person.id]),
    ).toHaveLength(1);
    expect(
      await api.sql(`select 1 from audit_entry where subject_id = $1 and action = 'recovery-code.used'`, [person.id]),
    ).toHaveLength(1);
  });

  it('keeps the recovery code of whoever comes second by a challenge that is used up', async () => {
    const person = await buildPersonWithApp(api);
    const [first, second] = await recoveryCodesOf(person);
    const challenge = await challengeOf(api, person);

    const answers = await Promise.all([first, second].map((recoveryCode) => complete({ challenge, recoveryCode })));

    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(['ChallengeExpiredError', 'SignedIn']);
    expect((await myFactors(await api.as(person))).recoveryCodesLeft).toBe(9);
  });

  it('takes nobody else’s code or recovery code', async () => {
    const [person, other] = [await buildPersonWithApp(api), await buildPersonWithApp(api)];
    const [recoveryCode] = await recoveryCodesOf(other);
    const challenge = await challengeOf(api, person);

    expect(await complete({ challenge, code: codeOf(other) })).toMatchObject({ code: 'INVALID_CODE' });
    expect(await complete({ challenge, recoveryCode })).toMatchObject({ code: 'INVALID_RECOVERY_CODE' });
    expect((await myFactors(await api.as(other))).recoveryCodesLeft).toBe(10);
  });

  it('gives a sign-in five tries, at once or one after the other; then even the right code is too late', async () => {
    const [person, other] = [await buildPersonWithApp(api), await buildPersonWithApp(api)];
    const wrong = wrongCode(person.secret, api.clock.now());
    const challenge = await challengeOf(api, person);

    const answers = await Promise.all(Array.from({ length: 9 }, () => complete({ challenge, code: wrong })));

    expect(answers.flatMap(({ triesLeft }) => triesLeft ?? []).sort()).toEqual([0, 1, 2, 3, 4]);
    expect(countNames(answers, 'ChallengeExpiredError')).toBe(4);
    expect(await complete({ challenge, code: codeOf(person) })).toMatchObject({
      __typename: 'ChallengeExpiredError',
      code: 'CHALLENGE_EXPIRED',
    });
    expect(await complete({ challenge: await challengeOf(api, other), code: codeOf(other) })).toMatchObject({
      __typename: 'SignedIn',
    });
  });

  it('closes the account for a while after ten wrong answers, however many sign-ins they are spread over', async () => {
    const person = await buildPersonWithApp(api);
    const wrong = wrongCode(person.secret, api.clock.now());
    for (let sign = 0; sign < 5; sign += 1) {
      const challenge = await challengeOf(api, person);
      await complete({ challenge, code: wrong });
      await complete({ challenge, code: wrong });
    }

    const refused = await complete({ challenge: await challengeOf(api, person), code: codeOf(person) });

    expect(refused).toMatchObject({ __typename: 'TooManyAttemptsError', code: 'TOO_MANY_ATTEMPTS' });
    expect(refused.retryAfterSeconds).toBeGreaterThan(800);
  });

  it('cannot be tried more often by naming the mutation more than once in a request', async () => {
    const person = await buildPersonWithApp(api);
    const challenge = await challengeOf(api, person);
    const tries = ['a', 'b', 'c'].map(
      (alias) => `${alias}: completeSecondFactor(input: { challenge: "${challenge}", code: "000000" }) { __typename }`,
    );

    const { errors } = await api.visitor().send(`mutation { ${tries.join(' ')} }`);

    expect(errors[0]!.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await api.sql('select 1 from account_token where account_id = $1 and tries > 0', [person.id])).toEqual([]);
  });

  it('is over after ten minutes', async () => {
    const person = await buildPersonWithApp(api);
    const challenge = await challengeOf(api, person);

    api.clock.advanceMinutes(10);
    const late = await complete({ challenge, code: codeOf(person) });
    api.clock.advanceMinutes(-10);

    expect(late).toMatchObject({ __typename: 'ChallengeExpiredError' });
    expect(await complete({ challenge, code: codeOf(person) })).toMatchObject({ __typename: 'SignedIn' });
  });

  it('takes no challenge that was made up, changed or made for something else', async () => {
    const person = await buildPersonWithApp(api);
    const challenge = await challengeOf(api, person);
    const [id] = challenge.split('.');

    for (const made of ['', 'x', `${id}.`, `${id}.${'A'.repeat(43)}`, `${challenge}x`])
      expect(await complete({ challenge: made, code: codeOf(person) })).toMatchObject({
        __typename: 'ChallengeExpiredError',
      });
  });

  it('lets nobody in by an account that was banned meanwhile', async () => {
    const person = await buildPersonWithApp(api);
    const challenge = await challengeOf(api, person);
    await api.sql('update account set banned_at = now() where id = $1', [person.id]);

    expect(await complete({ challenge, code: codeOf(person) })).toMatchObject({ __typename: 'ChallengeExpiredError' });
  });

  it('wants one proof, not none and not two', async () => {
    const person = await buildPersonWithApp(api);
    const challenge = await challengeOf(api, person);

    for (const input of [{ challenge }, { challenge, code: '123456', recoveryCode: 'x' }]) {
      const { errors } = await completeSecondFactor(api.visitor(), input);
      expect(errors[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'input' });
    }
  });

  it('says in the audit log that a wrong one was given for an account of staff', async () => {
    const person = await buildPersonWithApp(api);
    await complete({
      challenge: await challengeOf(api, person),
      code: wrongCode(person.secret, api.clock.now()),
    });

    await expect
      .poll(() =>
        api.sql(`select 1 from audit_entry where subject_id = $1 and reason = 'WRONG_SECOND_FACTOR'`, [person.id]),
      )
      .toHaveLength(1);
  });
});

describe('roles over other people’s data', () => {
  it('are held back in a session from before the role was given, until an app is set up in it', async () => {
    const account = await buildPerson(api);
    const { data } = await signIn(api.visitor(), account.email, PASSWORD);
    const client = api.visitor({ authorization: `Bearer ${data!.signIn.token}` });
    await api.sql(`update account set roles = '{HOUSEHOLD,AUDITOR}' where id = $1`, [account.id]);
    await expect(client.ask(QUEUE)).rejects.toMatchObject({ code: 'FORBIDDEN' });

    const started = (await startTotp(client)).data!.startTotp;
    const code = totpCode(started.secret!, api.clock.now());
    const confirmed = (await confirmTotp(client, { appId: started.appId, code })).data!.confirmTotp;

    const renewed = api.visitor({ authorization: `Bearer ${confirmed.signedIn!.token}` });
    expect(await renewed.ask(QUEUE)).toEqual({ auditQueue: { totalCount: 0 } });
    expect(await client.ask('{ viewer { id } }')).toEqual({ viewer: null });
  });
});
