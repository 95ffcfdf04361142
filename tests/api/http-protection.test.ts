import { connect } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const TOKEN = 'metrics-token-of-this-test';

let api: TestApi;
let behindTls: TestApi;
beforeAll(async () => {
  api = await startTestApi({ environment: { NODE_ENV: 'production' } });
  behindTls = await startTestApi({
    environment: { NODE_ENV: 'production', PUBLIC_URL: 'https://doorstep.example', METRICS_TOKEN: TOKEN },
  });
});
afterAll(async () => {
  await api.close();
  await behindTls.close();
});

describe('requests that another site could make a browser send', () => {
  const mutation = encodeURIComponent('mutation { signOut }');

  it.each([
    ['a mutation by GET', `/graphql?query=${mutation}`, { method: 'GET' }, 400],
    ['a mutation by GET with the header', `/graphql?query=${mutation}`, { method: 'GET', headers: preflighted() }, 405],
    ['a query by GET from a page', '/graphql?query={viewer{id}}', { method: 'GET' }, 400],
    ['plain text', '/graphql', post('text/plain', '{"query":"mutation { signOut }"}'), 415],
    ['a form', '/graphql', post('application/x-www-form-urlencoded', 'query=mutation{signOut}'), 415],
    ['a form with files', '/graphql', post('multipart/form-data; boundary=x', '--x--'), 415],
    ['a body of no type', '/graphql', { method: 'POST', body: new Blob(['{"query":"{viewer{id}}"}']) }, 415],
    ['XML', '/graphql', post('application/xml', '<a/>'), 415],
  ] as const)('%s is refused as JSON with 4xx', async (_what, path, init, status) => {
    const response = await fetch(`${api.url}${path}`, init);

    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect((await response.json()) as object).toEqual({
      errors: [{ message: expect.any(String), extensions: { code: expect.any(String) } }],
    });
  });

  it('a query by GET that a script of ours sends is answered', async () => {
    const response = await fetch(`${api.url}/graphql?query={viewer{id}}`, { headers: preflighted() });

    expect(await response.json()).toEqual({ data: { viewer: null } });
  });
});

describe('what never reaches GraphQL', () => {
  it.each([
    ['cut JSON', '/graphql', post('application/json', '{"query": "canary-4410'), 400, 'BAD_REQUEST'],
    ['JSON after JSON', '/graphql', post('application/json', '{} canary-4410'), 400, 'BAD_REQUEST'],
    [
      'a prototype in JSON',
      '/graphql',
      post('application/json', '{"__proto__":{"canary-4410":1}}'),
      400,
      'BAD_REQUEST',
    ],
    ['an unknown type', '/graphql', post('application/canary-4410', '{}'), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['too much', '/graphql', post('application/json', `"${'canary-4410'.repeat(30_000)}"`), 413, 'BODY_TOO_LARGE'],
    ['an unknown path', '/canary-4410?canary-4410=1', {}, 404, 'NOT_FOUND'],
    ['a path that is no text', '/%c0%ae/canary-4410', {}, 400, 'BAD_REQUEST'],
    ['another method', '/graphql', { method: 'DELETE' }, 404, 'NOT_FOUND'],
  ] as const)('%s is refused in our words, without an echo', async (_what, path, init, status, code) => {
    const response = await fetch(`${api.url}${path}`, init);
    const body = await response.text();

    expect(response.status).toBe(status);
    expect(JSON.parse(body)).toEqual({ errors: [{ message: expect.any(String), extensions: { code } }] });
    expect(body).not.toContain('canary-4410');
  });

  it('is answered in the language of the person', async () => {
    const response = await fetch(`${api.url}/nowhere`, { headers: { 'accept-language': 'zh-CN' } });

    expect(await response.json()).toMatchObject({ errors: [{ message: '此处没有内容。' }] });
  });

  it('bytes that are no HTTP are answered with 400 and nothing of them', async () => {
    const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
    socket.end('canary-4410 / HTTP/9.9\r\ncanary-4410: \x01\r\n\r\n');
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    await once(socket, 'close');

    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toContain('canary-4410');
  });
});

describe('headers', () => {
  it('allow the page nothing it does not need', async () => {
    const { headers } = await fetch(`${api.url}/health/live`);
    const csp = headers.get('content-security-policy')!;

    expect(csp).toContain(`script-src 'self';`);
    expect(csp).toContain(`object-src 'none'`);
    expect(csp).toContain(`frame-ancestors 'none'`);
    expect(csp).toContain(`base-uri 'none'`);
    expect(csp).not.toMatch(/script-src[^;]*unsafe|unsafe-eval|\*/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
    expect(headers.has('x-powered-by')).toBe(false);
  });

  it.each(['/graphql', '/nowhere', '/health/live'])('are on %s too, refusals included', async (path) => {
    const { headers } = await fetch(`${api.url}${path}`);

    expect(headers.get('content-security-policy')).toContain('default-src');
    expect(headers.get('permissions-policy')).toContain('microphone=()');
  });

  it('bind browsers to https where people reach the site by it, and only there', async () => {
    const plain = await fetch(`${api.url}/health/live`);
    const secure = await fetch(`${behindTls.url}/health/live`);

    expect(plain.headers.has('strict-transport-security')).toBe(false);
    expect(secure.headers.get('strict-transport-security')).toBe('max-age=31536000');
  });
});

describe('metrics and health', () => {
  async function statusOf(base: string, headers: Record<string, string> = {}): Promise<number> {
    return (await fetch(`${base}/metrics`, { headers })).status;
  }

  it('gives metrics to this machine, not to what a proxy hands on', async () => {
    expect(await statusOf(api.url)).toBe(200);
    expect(await statusOf(api.url, { 'x-forwarded-for': '127.0.0.1' })).toBe(404);
    expect(await statusOf(api.url, { forwarded: 'for=127.0.0.1' })).toBe(404);
  });

  it('gives metrics to the holder of the token only, where there is one', async () => {
    expect(await statusOf(behindTls.url)).toBe(404);
    expect(await statusOf(behindTls.url, { authorization: 'Bearer something-else' })).toBe(404);
    expect(await statusOf(behindTls.url, { authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '192.0.2.1' })).toBe(
      200,
    );
  });

  it('says of its health no more than that', async () => {
    const live = await fetch(`${api.url}/health/live`);
    const ready = await fetch(`${api.url}/health/ready`);

    expect([await live.json(), await ready.json()]).toEqual([{ status: 'ok' }, { status: 'ok' }]);
  });
});

function post(type: string, body: string): { method: string; headers: Record<string, string>; body: string } {
  return { method: 'POST', headers: { 'content-type': type }, body };
}

function preflighted(): Record<string, string> {
  return { 'apollo-require-preflight': '1' };
}
