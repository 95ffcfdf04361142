import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import {
  SIGN_IN_WITH_CODE,
  figuresOf,
  newPhone,
  requestSignInCode,
  signInWithCode,
  wrongFiguresFor,
} from '../support/phone-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({
    environment: { RATE_LIMIT_SCALE: '100', TRUST_PROXY: '1', SMS_DAILY_TEXTS: '10000', SMS_DAILY_COST: '100000' },
  });
});
afterAll(() => api.close());

async function buildHolder(overrides: Parameters<typeof buildAccount>[1] = {}): Promise<{ id: string; phone: string }> {
  const phone = newPhone();
  const { id } = await buildAccount(api.em, { phone, phoneVerifiedAt: TEST_NOW, ...overrides });
  return { id, phone };
}

async function promise(phone: string): Promise<string> {
  const { data } = await requestSignInCode(api.visitor(), phone);
  return data!.requestSignInCode.requestId!;
}

describe('requestSignInCode', () => {
  it('promises a code for ten minutes, to the number in international form', async () => {
    const { phone } = await buildHolder();

    const { data } = await requestSignInCode(api.visitor(), `07${phone.slice(4, 7)} ${phone.slice(7)}`);

    expect(data!.requestSignInCode).toMatchObject({ __typename: 'CodePromised', phone });
    const ends = new Date(data!.requestSignInCode.expiresAt!).getTime();
    expect(ends).toBe(api.clock.now().getTime() + 600_000);
  });

  it('does and says the same for a number that nobody has', async () => {
    const { phone } = await buildHolder();
    const [known, unknown] = [phone, newPhone()];
    const trace = async (to: string): Promise<unknown> => {
      const before = await api.countRows('phone_code', 'outbox_message', 'text_count', 'delivery');
      const { data, status } = await requestSignInCode(api.visitor({ 'x-forwarded-for': '192.0.2.1' }), to);
      const after = await api.countRows('phone_code', 'outbox_message', 'text_count', 'delivery');
      const grown = Object.entries(after).map(([table, rows]) => [table, rows - before[table as keyof typeof before]]);
      return { status, fields: Object.keys(data!.requestSignInCode), type: data!.requestSignInCode.__typename, grown };
    };
    await trace(newPhone());

    expect(await trace(known)).toEqual(await trace(unknown));
  });

  it.each([
    ['020 7946 0000', 'NOT_A_MOBILE'],
    ['+370 612 34567', 'COUNTRY_NOT_SERVED'],
    ['0909 879 0000', 'NOT_A_MOBILE'],
    ['12', 'INVALID_NUMBER'],
  ])('refuses %s: %s, and counts nothing', async (phone, reason) => {
    const before = await api.countRows('phone_code', 'text_count', 'outbox_message');

    const { data } = await requestSignInCode(api.visitor(), phone);

    expect(data!.requestSignInCode).toMatchObject({ __typename: 'PhoneRefusedError', reason });
    expect(await api.countRows('phone_code', 'text_count', 'outbox_message')).toEqual(before);
  });

  it('keeps neither number nor code where it can be read', async () => {
    const { phone } = await buildHolder();
    const id = await promise(phone);
    const figures = await figuresOf(id);

    const rows = await api.sql<{ row: string }>(
      `select row_to_json(c)::text as row from phone_code c union all select row_to_json(t)::text from text_count t
       union all select row_to_json(o)::text from outbox_message o`,
    );

    const all = rows.map(({ row }) => row).join('\n');
    expect(all).toContain(id);
    expect(all).not.toContain(phone.slice(4));
    expect(all).not.toContain(`"${figures}"`);
  });
});

describe('signInWithCode', () => {
  it('signs in whoever has the number, and says how', async () => {
    const { id, phone } = await buildHolder();
    const request = await promise(phone);

    const { data, headers } = await signInWithCode(api.visitor(), request, await figuresOf(request));

    expect(data!.signInWithCode).toMatchObject({ __typename: 'SignedIn', viewer: { id } });
    expect(headers.get('set-cookie')).toContain(`doorstep_session=${data!.signInWithCode.token}`);
    const [session] = await api.sql<{ method: string }>('select method from session where account_id = $1', [id]);
    expect(session).toEqual({ method: 'PHONE_CODE' });
  });

  it('takes a code once, of ten callers at once as well', async () => {
    const { phone } = await buildHolder();
    const request = await promise(phone);
    const code = await figuresOf(request);

    const answers = await Promise.all(Array.from({ length: 10 }, () => signInWithCode(api.visitor(), request, code)));

    const names = answers.map(({ data }) => data!.signInWithCode.__typename).sort();
    expect(names).toEqual([...Array.from({ length: 9 }, () => 'ChallengeExpiredError'), 'SignedIn']);
  });

  it('says how many tries are left, and takes not even the right code after five', async () => {
    const { phone } = await buildHolder();
    const request = await promise(phone);
    const wrong = await wrongFiguresFor(request);

    const left: unknown[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1)
      left.push((await signInWithCode(api.visitor(), request, wrong)).data!.signInWithCode.triesLeft);

    expect(left).toEqual([4, 3, 2, 1, 0]);
    const right = await signInWithCode(api.visitor(), request, await figuresOf(request));
    expect(right.data!.signInWithCode.__typename).toBe('ChallengeExpiredError');
  });

  it('hears exactly five of forty tries at once', async () => {
    const { phone } = await buildHolder();
    const request = await promise(phone);
    const wrong = await wrongFiguresFor(request);

    const answers = await Promise.all(Array.from({ length: 40 }, () => signInWithCode(api.visitor(), request, wrong)));

    const heard = answers.filter(({ data }) => data!.signInWithCode.__typename === 'InvalidCodeError');
    expect(heard.map(({ data }) => data!.signInWithCode.triesLeft).sort()).toEqual([0, 1, 2, 3, 4]);
  });

  it('cannot be tried more often by aliases or in a batch', async () => {
    const { phone } = await buildHolder();
    const request = await promise(phone);
    const wrong = await wrongFiguresFor(request);
    const query = `mutation Many($input: PhoneCodeInput!) { ${Array.from({ length: 20 }, (_, index) => `a${index}: ${SIGN_IN_WITH_CODE}`).join(' ')} }`;
    const body = { query, variables: { input: { requestId: request, code: wrong } } };

    const aliased = await api.visitor().send(query, body.variables);
    const batch = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([body, body]),
    });

    expect(aliased.errors.length).toBeGreaterThan(0);
    expect(aliased.data).toBeNull();
    expect(batch.status).toBe(400);
    const [row] = await api.sql<{ tries: number }>('select tries from phone_code where id = $1', [request]);
    expect(row).toEqual({ tries: 0 });
  });

  it('takes no code after ten minutes', async () => {
    const { phone } = await buildHolder();
    const request = await promise(phone);
    const code = await figuresOf(request);
    api.clock.advanceMinutes(10);

    const late = await signInWithCode(api.visitor(), request, code);
    api.clock.advanceMinutes(-10);

    expect(late.data!.signInWithCode.__typename).toBe('ChallengeExpiredError');
  });

  it('answers for a number that nobody has as for a wrong code, though the figures be right', async () => {
    const request = await promise(newPhone());

    const guessed = await signInWithCode(api.visitor(), request, await figuresOf(request));

    expect(guessed.data!.signInWithCode).toMatchObject({ __typename: 'InvalidCodeError', triesLeft: 4 });
  });

  it.each([
    ['has not proven it', { phoneVerifiedAt: null }],
    ['is banned', { bannedAt: TEST_NOW }],
  ])('lets nobody in by a number whose holder %s', async (_, overrides) => {
    const { phone } = await buildHolder(overrides);
    const request = await promise(phone);

    const answer = await signInWithCode(api.visitor(), request, await figuresOf(request));

    expect(answer.data!.signInWithCode.__typename).toBe('InvalidCodeError');
  });

  it('asks staff for their second factor all the same', async () => {
    const { phone, id } = await buildHolder({ roles: [Role.AUDITOR] });
    const request = await promise(phone);

    const answer = await signInWithCode(api.visitor(), request, await figuresOf(request));

    expect(answer.data!.signInWithCode.__typename).toBe('SecondFactorRequired');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await api.sql('select id from session where account_id = $1', [id])).toEqual([]);
  });

  it.each(['nothing', '01900000-0000-7000-8000-000000000000'])('knows no request %s', async (id) => {
    const answer = await signInWithCode(api.visitor(), id, '123456');

    expect(answer.data!.signInWithCode.__typename).toBe('ChallengeExpiredError');
  });
});
