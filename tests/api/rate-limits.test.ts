import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limitOf } from '../../api/app/document-limits/operation-table.ts';
import { RateLimits, addressKey } from '../../api/platform/rate-limits.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const ID = '01900000-0000-7000-8000-000000000000';
const SIGN_IN = `mutation { signIn(input: { email: "a@example.org", password: "wrong-password" }) { __typename } }`;

let api: TestApi;
beforeAll(async () => {
  // A hundredth of the usual limits: 3 writes a minute, 6 sign-ins a quarter of an hour, 50 requests in ten seconds.
  api = await startTestApi({ environment: { NODE_ENV: 'production', RATE_LIMIT_SCALE: '0.01', TRUST_PROXY: '1' } });
});
afterAll(() => api.close());

/** Each test comes from an address of its own. */
function from(ip: string, language = 'en'): Record<string, string> {
  return { 'x-forwarded-for': ip, 'accept-language': language };
}

describe('limits by operation', () => {
  it('refuse the whole request with 429, the code and how long to wait', async () => {
    const client = api.visitor(from('198.51.100.1'));
    for (let attempt = 0; attempt < 6; attempt += 1) expect((await client.send(SIGN_IN)).errors).toEqual([]);

    const refused = await client.send(SIGN_IN);

    expect(refused.status).toBe(429);
    expect(refused.data).toBeNull();
    const { code, retryAfterSeconds } = refused.errors[0]!.extensions as { code: string; retryAfterSeconds: number };
    expect(code).toBe('RATE_LIMITED');
    expect(retryAfterSeconds).toBeGreaterThan(0);
    expect(retryAfterSeconds).toBeLessThanOrEqual(900);
    expect(refused.headers.get('retry-after')).toBe(String(retryAfterSeconds));
    expect(refused.errors[0]!.message).toBe(`Too many requests. Try again in ${retryAfterSeconds} s.`);
  });

  it('speak the language of whoever asks', async () => {
    const client = api.visitor(from('198.51.100.1', 'zh-CN'));

    expect((await client.send(SIGN_IN)).errors[0]!.message).toMatch(/^请求过于频繁，请在 \d+ 秒后重试。$/);
  });

  it('leave other addresses and other operations alone', async () => {
    expect((await api.visitor(from('198.51.100.2')).send(SIGN_IN)).errors).toEqual([]);
    expect((await api.visitor(from('198.51.100.1')).send('{ viewer { id } }')).errors).toEqual([]);
  });

  it('count an account wherever it asks from, and every alias', async () => {
    const account = await buildAccount(api.em);
    const write = 'mutation { a: removeTimeOff(id: "x") b: removeTimeOff(id: "y") }';

    const first = await (await api.as(account, from('198.51.100.3'))).send(write);
    const second = await (await api.as(account, from('198.51.100.4'))).send(write);
    const other = await (await api.as(await buildAccount(api.em), from('198.51.100.4'))).send(write);

    expect([first.status, second.status, other.status]).toEqual([200, 429, 200]);
  });

  it('hold for whoever keeps asking, without asking PostgreSQL again', async () => {
    const pool = new pg.Pool({ connectionString: api.databaseUrl, max: 1 });
    const limits = new RateLimits(pool);
    const limit = { name: 'probe', points: 2, windowSeconds: 60 };
    const waits = [
      await limits.consume(limit, 'k'),
      await limits.consume(limit, 'k'),
      await limits.consume(limit, 'k'),
    ];
    await pool.end();

    expect(waits).toEqual([null, null, expect.any(Number)]);
    expect(await limits.consume(limit, 'k')).toBeGreaterThan(0);
  });

  it('of secrets are shared by all processes', () => {
    expect(limitOf('mutation', 'signIn')!.local).toBeUndefined();
    expect(limitOf('mutation', 'holdSlot')!.local).toBe(true);
    expect(limitOf('mutation', 'somethingNew')!.name).toBe('op-writing');
    expect(limitOf('query', 'viewer')).toBeNull();
  });
});

describe('the ceiling of the whole API', () => {
  it('refuses floods from one address, GraphQL or not, and always answers health', async () => {
    const headers = from('203.0.113.9', 'zh-CN');
    const flood = await Promise.all(
      Array.from({ length: 60 }, () => fetch(`${api.url}/graphql?query={viewer{id}}`, { headers })),
    );
    const page = await fetch(`${api.url}/anything`, { headers });
    const health = await fetch(`${api.url}/health/live`, { headers });
    const other = await fetch(`${api.url}/anything`, { headers: from('203.0.113.10') });

    expect(flood.filter(({ status }) => status === 429).length).toBe(10);
    expect([page.status, health.status, other.status]).toEqual([429, 200, 404]);
    expect(page.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await page.json()).toEqual({
      errors: [
        {
          message: '请求过于频繁，请稍后重试。',
          extensions: { code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number) },
        },
      ],
    });
  });
});

describe('addresses', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::99', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
  ])('%s is counted under %s', (ip, key) => {
    expect(addressKey(ip)).toBe(key);
  });
});

describe('usual limits', () => {
  it('let sixty-four clients of one machine search and book', async () => {
    const usual = await startTestApi();
    const answers = await Promise.all(
      Array.from({ length: 64 }, async () => {
        const client = await usual.as(await buildAccount(usual.em));
        const statuses: number[] = [];
        for (let n = 0; n < 10; n += 1) {
          statuses.push((await client.send(`mutation { releaseHold(bookingId: "${ID}") }`)).status);
          statuses.push((await client.send(`{ verifyCredential(code: "x") { light } viewer { id } }`)).status);
        }
        return statuses;
      }),
    );
    await usual.close();

    expect(new Set(answers.flat())).toEqual(new Set([200]));
  });
});
