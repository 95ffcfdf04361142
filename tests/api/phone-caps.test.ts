import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { requestPhoneChange, requestSignInCode } from '../support/phone-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const CAP = { texts: 400, cost: 1_900 };
const PRICE = 5;
const NUMBERS = 300;
const NETWORKS = 50;
const REQUESTS = 3_000;
const AT_ONCE = 40;

const BUDGET = '{ textBudget { texts mostTexts cost mostCost } }';
const ENVIRONMENT = {
  RATE_LIMIT_SCALE: '1000',
  TRUST_PROXY: '1',
  SMS_COUNTRIES: `CN:20,GB:${PRICE}`,
  SMS_DAILY_TEXTS: String(CAP.texts),
  SMS_DAILY_COST: String(CAP.cost),
};
const numberOf = (index: number): string => `+447700900${String(index % 1_000).padStart(3, '0')}`;
const addressOf = (network: number): string => `198.51.${network}.${(network % 250) + 1}`;

/** Two serving processes' worth of the API on one database, one day each. */
describe('codes by text under attack', () => {
  let api: TestApi;
  let operator: { readonly id: string };
  beforeAll(async () => {
    api = await startTestApi({ environment: ENVIRONMENT });
    operator = await buildAccount(api.em, { roles: [Role.OPERATOR] });
  });
  afterAll(() => api.close());

  const ask = async (number: number, network: number): Promise<string> => {
    const { data } = await requestSignInCode(api.visitor({ 'x-forwarded-for': addressOf(network) }), numberOf(number));
    return data!.requestSignInCode.__typename;
  };
  const countOf = async (condition: string): Promise<{ rows: number; texts: number; cost: number; most: number }> => {
    const [row] = await api.sql<{ rows: number; texts: number; cost: number; most: number }>(
      `select count(*)::int as rows, sum(texts)::int as texts, sum(cost)::int as cost, max(texts) as most from text_count where ${condition}`,
    );
    return row!;
  };

  it('stay within every cap to the text, and others still get theirs', async () => {
    const outcomes = new Map<string, number>();
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < REQUESTS) {
        const index = next;
        next += 1;
        const outcome = await ask((index * 7) % NUMBERS, index % 3 === 0 ? 0 : index % NETWORKS);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));

    const all = await countOf(`scope = 'ALL'`);
    const promised = await api.countRows('phone_code', 'outbox_message');
    process.stdout.write(
      `codes under attack: ${REQUESTS} requests, ${NUMBERS} numbers, ${NETWORKS} networks, ${AT_ONCE} at once: ` +
        `${JSON.stringify(Object.fromEntries(outcomes))}, ${all.texts} texts, ${all.cost} cents\n`,
    );
    // What is open to networks that asked for more than three is four fifths of the dearer cap.
    const open = Math.floor((CAP.cost * 0.8) / PRICE);
    expect(all).toMatchObject({ texts: open, cost: open * PRICE });
    expect(outcomes.get('CodePromised')).toBe(open);
    expect(outcomes.get('TextsUsedUpError')).toBeGreaterThan(0);
    expect(promised).toEqual({ phone_code: open, outbox_message: open });
    expect((await countOf(`scope = 'NUMBER' and span = 'HOUR'`)).most).toBeLessThanOrEqual(5);
    expect((await countOf(`scope = 'NETWORK'`)).most).toBe(20);

    const honest = await Promise.all(Array.from({ length: 12 }, (_, index) => ask(900 + index, 100 + index)));
    expect(honest).toEqual(honest.map(() => 'CodePromised'));
  }, 300_000);

  it('end at the cap itself when every network is new, and begin again with the next day', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 150 }, (_, index) => ask(400 + index, 120 + (index % 130))),
    );

    const all = await countOf(`scope = 'ALL'`);
    expect(all.cost).toBe(CAP.cost);
    expect(outcomes.filter((outcome) => outcome === 'TextsUsedUpError').length).toBeGreaterThan(0);
    const client = await api.as(operator);
    expect(await client.ask(BUDGET)).toEqual({
      textBudget: { texts: CAP.cost / PRICE, mostTexts: CAP.texts, cost: CAP.cost, mostCost: CAP.cost },
    });

    api.clock.advanceMinutes(24 * 60);
    expect(await ask(700, 10)).toBe('CodePromised');
    expect(await (await api.as(operator)).ask(BUDGET)).toMatchObject({ textBudget: { texts: 1, cost: PRICE } });
  }, 120_000);

  it('are counted where somebody who gets metrics can see what was refused', async () => {
    const metrics = await (await fetch(`${api.url}/metrics`)).text();

    expect(metrics).toMatch(/doorstep_texts_refused_total\{cap="all"\} [1-9]/);
    expect(metrics).toMatch(/doorstep_texts_refused_total\{cap="network"\} [1-9]/);
  });

  it('show their budget to operators alone', async () => {
    await expect(api.visitor().ask(BUDGET)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect((await api.as(await buildAccount(api.em))).ask(BUDGET)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the caps of one number, network and account', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({
      environment: { ...ENVIRONMENT, SMS_DAILY_TEXTS: '1000', SMS_DAILY_COST: '100000' },
    });
  });
  afterAll(() => api.close());

  const typesOf = async (count: number, work: (index: number) => Promise<{ __typename: string }>): Promise<number> => {
    const answers = await Promise.all(Array.from({ length: count }, (_, index) => work(index)));
    return answers.filter(({ __typename }) => __typename === 'CodePromised').length;
  };

  it('are five an hour and ten a day to a number, from wherever', async () => {
    const ask = async (index: number) =>
      (await requestSignInCode(api.visitor({ 'x-forwarded-for': addressOf(index) }), numberOf(1))).data!
        .requestSignInCode;

    expect(await typesOf(20, ask)).toBe(5);
    const refused = await ask(30);
    expect(refused).toMatchObject({
      __typename: 'TooManyAttemptsError',
      code: 'TOO_MANY_CODES',
      retryAfterSeconds: 3_600,
    });
    api.clock.advanceMinutes(60);
    expect(await typesOf(20, ask)).toBe(5);
    api.clock.advanceMinutes(60);
    expect(await typesOf(20, ask)).toBe(0);
  });

  it('are one twentieth of the day for a network, whichever of its addresses asks', async () => {
    const ask = async (index: number) =>
      (await requestSignInCode(api.visitor({ 'x-forwarded-for': `203.0.113.${index % 250}` }), numberOf(100 + index)))
        .data!.requestSignInCode;

    expect(await typesOf(80, ask)).toBe(50);
  });

  it('are ten a day for an account, whatever it asks for', async () => {
    const account = await buildAccount(api.em);
    const ask = async (index: number) => {
      const client = await api.as(account, { 'x-forwarded-for': addressOf(100 + index) });
      return (await requestPhoneChange(client, numberOf(300 + index))).data!.requestPhoneChange;
    };

    expect(await typesOf(25, ask)).toBe(10);
  });

  it('count nothing of a code that another cap refused', async () => {
    const before = await api.sql('select scope, sum(texts) from text_count group by scope order by scope');

    const { data } = await requestSignInCode(api.visitor({ 'x-forwarded-for': '203.0.113.9' }), numberOf(999));

    expect(data!.requestSignInCode.__typename).toBe('TooManyAttemptsError');
    expect(await api.sql('select scope, sum(texts) from text_count group by scope order by scope')).toEqual(before);
  });
});
