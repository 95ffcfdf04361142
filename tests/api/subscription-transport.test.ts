import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { Role } from '../../api/modules/accounts/index.ts';
import { openSession } from '../../api/modules/accounts/session-token.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { AUDIT_QUEUE_CHANGED, subscribe } from '../support/socket-client.ts';
import type { Subscribed } from '../support/socket-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const CANARY = 'canary-6107';
const PROTOCOL = 'graphql-transport-ws';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi({ environment: { NODE_ENV: 'production', TRUST_PROXY: '1' } });
});
afterAll(() => api.close());

interface Raw {
  readonly socket: WebSocket;
  readonly received: string[];
  readonly closed: Promise<{ code: number; reason: string }>;
}

/** A socket that sends what it is told; its address is the caller's choice. */
async function openRaw(
  ip: string,
  headers: Readonly<Record<string, string>> = {},
  protocol: string | string[] = PROTOCOL,
  path = '/graphql',
): Promise<Raw | number> {
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}${path}`, protocol, {
    headers: { 'x-forwarded-for': ip, ...headers },
  });
  const received: string[] = [];
  socket.on('message', (message: Buffer) => received.push(String(message)));
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: String(reason) }));
  });
  const refused = new Promise<number>((resolve) => {
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      socket.terminate();
    });
  });
  socket.on('error', () => undefined);
  return Promise.race([once(socket, 'open').then(() => ({ socket, received, closed })), refused]);
}

async function openSocket(ip: string, ...rest: [Readonly<Record<string, string>>?, string[]?]): Promise<Raw> {
  const raw = await openRaw(ip, ...rest);
  if (typeof raw === 'number') throw new Error(`refused with ${raw}`);
  return raw;
}

const INIT = JSON.stringify({ type: 'connection_init' });

async function tokenOf(roles: readonly Role[]): Promise<string> {
  const account = await buildAccount(api.em, { roles: [...roles] });
  return (await openSession(api.em, api.clock, { accountId: account.id, userAgent: null, secondFactor: true })).token;
}

async function askOnSocket(query: string, token?: string): Promise<Subscribed> {
  const asked = await subscribe(api.url, query, token === undefined ? {} : { token });
  await vi.waitFor(() => expect(asked.problems.length + asked.events.length).toBeGreaterThan(0));
  await asked.stop();
  return asked;
}

describe('the handshake', () => {
  it.each([
    ['a page of another site', { origin: 'https://evil.example' }, '/graphql', 403],
    ['an origin that is none', { origin: 'null' }, '/graphql', 403],
    ['an origin that only begins like ours', { origin: 'http://127.0.0.1.evil.example' }, '/graphql', 403],
    ['another path', {}, `/${CANARY}`, 404],
  ])('is refused to %s', async (_what, headers, path, status) => {
    expect(await openRaw('192.0.2.1', headers, PROTOCOL, path)).toBe(status);
  });

  it('is open to pages of ours and to programs', async () => {
    const page = await openSocket('192.0.2.2', { origin: api.url });
    const program = await openSocket('192.0.2.2');
    page.socket.close();
    program.socket.close();

    expect([(await page.closed).code, (await program.closed).code]).toEqual([1005, 1005]);
  });

  it('needs the protocol of graphql-ws', async () => {
    const { closed } = await openSocket('192.0.2.3', {}, []);

    expect(await closed).toEqual({ code: 4406, reason: 'Speak graphql-transport-ws' });
  });

  it('lets one address have a hundred sockets and leaves others alone', async () => {
    const sockets = await Promise.all(Array.from({ length: 100 }, () => openSocket('192.0.2.4')));

    expect(await openRaw('192.0.2.4')).toBe(429);
    expect(typeof (await openRaw('192.0.2.5'))).toBe('object');
    for (const { socket } of sockets) socket.terminate();
    await vi.waitFor(async () => expect(typeof (await openRaw('192.0.2.4'))).toBe('object'));
  });

  it('lets one account have ten sockets and leaves others alone', async () => {
    const token = await tokenOf([Role.AUDITOR]);
    const all = await Promise.all(Array.from({ length: 12 }, () => subscribe(api.url, AUDIT_QUEUE_CHANGED, { token })));
    const codes = all.map(({ closed }) => closed?.code ?? null);
    const other = await subscribe(api.url, AUDIT_QUEUE_CHANGED, { token: await tokenOf([Role.AUDITOR]) });
    await Promise.all([...all, other].map((one) => one.stop()));

    expect(other.closed).toBeNull();

    expect(codes.filter((code) => code === null).length).toBe(10);
    expect(codes.filter((code) => code === 4403).length).toBe(2);
  });

  it('ends when connection_init does not come', async () => {
    const { closed } = await openSocket('192.0.2.6');

    expect((await closed).code).toBe(4408);
  }, 10_000);
});

describe('messages', () => {
  it.each([
    ['no JSON', [`{${CANARY}`], 4400],
    ['JSON that is no message', [`["${CANARY}"]`], 4400],
    ['a message of a server', [INIT, JSON.stringify({ type: 'connection_ack', payload: { [CANARY]: 1 } })], 4400],
    ['a subscription before the connection', [subscribing(CANARY, AUDIT_QUEUE_CHANGED)], 4401],
    ['two beginnings', [INIT, INIT], 4429],
    ['NUL and half a surrogate', ['{"type":"\0\ud800"}'], 4400],
    ['megabytes', ['x'.repeat(70_000)], 1009],
    ['a flood', Array.from({ length: 300 }, () => JSON.stringify({ type: 'ping' })), 4429],
  ])('%s close the socket with a reason of ours', async (_what, messages, code) => {
    const { socket, closed, received } = await openSocket('192.0.2.7');
    for (const message of messages) socket.send(message);
    const end = await closed;

    expect(end.code).toBe(code);
    expect(end.reason).not.toContain(CANARY);
    expect(received.join('')).not.toContain(CANARY);
  });

  it('an id that is in use, however long, closes the socket without being repeated', async () => {
    const { socket, closed } = await openSocket('192.0.2.8');
    const id = CANARY.repeat(100);
    socket.send(JSON.stringify({ type: 'connection_init', payload: { token: await tokenOf([Role.AUDITOR]) } }));
    await sleep(100);
    socket.send(subscribing(id, AUDIT_QUEUE_CHANGED));
    socket.send(subscribing(id, AUDIT_QUEUE_CHANGED));

    expect(await closed).toEqual({ code: 4409, reason: 'This id is in use' });
  });
});

describe('documents on a socket', () => {
  it.each([
    ['a query', '{ viewer { id } }', 'BAD_REQUEST'],
    ['a mutation', 'mutation { signOut }', 'BAD_REQUEST'],
    ['one that does not parse', `subscription { ${CANARY}`, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', 'subscription { auditQueueChange { id } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['introspection', 'subscription { __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'too many aliases',
      `subscription { auditQueueChanged { ${'a: credentialId '.repeat(31)} } }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'too many tokens',
      `subscription { auditQueueChanged { ${'credentialId '.repeat(5_000)} } }`,
      'GRAPHQL_PARSE_FAILED',
    ],
  ])('%s is refused as over HTTP', async (_what, query, code) => {
    const { problems, events } = await askOnSocket(query, await tokenOf([Role.AUDITOR]));

    expect(events).toEqual([]);
    expect(problems[0]!.extensions).toEqual({ code });
    expect(JSON.stringify(problems)).not.toMatch(/Did you mean|stack|node_modules/);
  });

  it('has room for twenty subscriptions', async () => {
    const { socket, received } = await openSocket('192.0.2.9');
    socket.send(JSON.stringify({ type: 'connection_init', payload: { token: await tokenOf([Role.AUDITOR]) } }));
    await sleep(100);
    for (let n = 0; n < 21; n += 1) socket.send(subscribing(`s${n}`, AUDIT_QUEUE_CHANGED));

    await vi.waitFor(() => expect(received.length).toBe(2));
    expect(JSON.parse(received[1]!)).toMatchObject({ type: 'error', id: 's20' });
    socket.terminate();
  });
});

describe('a mistake of ours on a socket', () => {
  it('is masked, and the server goes on', async () => {
    const broken = await startTestApi({ environment: { NODE_ENV: 'production' } });
    const account = await buildAccount(broken.em, { roles: [Role.AUDITOR] });
    const { token } = await openSession(broken.em, broken.clock, {
      accountId: account.id,
      userAgent: null,
      secondFactor: true,
    });
    const watching = await subscribe(broken.url, AUDIT_QUEUE_CHANGED, { token });
    await sleep(100);
    await broken.sql('alter table session rename to session_gone');
    await broken.sql(`select pg_notify('doorstep_event', '{"topic":"credential.changed","ids":{"credentialId":"x"}}')`);

    await vi.waitFor(() => expect(watching.problems.length).toBe(1));
    const late = await subscribe(broken.url, AUDIT_QUEUE_CHANGED, { token });
    await broken.sql('alter table session_gone rename to session');
    const healed = await subscribe(broken.url, AUDIT_QUEUE_CHANGED, { token });

    expect(watching.problems[0]).toEqual({
      message: 'Something went wrong on our side.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });
    expect(late.closed).toEqual({ code: 4500, reason: 'Something went wrong on our side' });
    expect(healed.closed).toBeNull();
    await Promise.all([watching, late, healed].map((one) => one.stop()));
    await broken.close();
  });
});

function subscribing(id: string, query: string): string {
  return JSON.stringify({ id, type: 'subscribe', payload: { query } });
}
