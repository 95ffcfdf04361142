import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { StripeSettings } from '../../../api/platform/config.ts';
import { StripeBooks, problem } from './stripe-books.ts';
import type { Answer, Form } from './stripe-books.ts';
import { signEvent } from './stripe-events.ts';
import type { FakeEvent } from './stripe-events.ts';

/** What happens to the answer of a call: it gets lost after the call was carried out, comes late, or is another one. */
export type Trouble = 'lost' | { readonly delayMs: number } | { readonly status: number };

export interface FakeStripe {
  readonly settings: StripeSettings;
  readonly books: StripeBooks;
  /** Calls that came over the wire, `POST /v1/payment_intents`. */
  readonly calls: readonly string[];
  /** What happens to the next calls, one each. */
  trouble(...next: readonly Trouble[]): void;
  /** Sends what happened since the last time to that address, in the order and as often as told; the answers' statuses. */
  deliver(url: string, arrange?: (events: readonly FakeEvent[]) => readonly FakeEvent[]): Promise<number[]>;
  stop(): Promise<void>;
}

const SECRET_KEY = 'sk_test_doorstep';
const WEBHOOK_SECRET = 'whsec_doorstep';

interface KeptAnswer {
  readonly request: string;
  readonly answer: Answer;
}

/** A local end that behaves as Stripe's API does for the calls that are made of it, and refuses all others. */
export async function startFakeStripe(now: () => Date = () => new Date()): Promise<FakeStripe> {
  const books = new StripeBooks(now);
  const kept = new Map<string, KeptAnswer>();
  const calls: string[] = [];
  const troubles: Trouble[] = [];
  const answerOf = (request: IncomingMessage, path: string, form: Form): Answer => {
    if (request.headers.authorization !== `Bearer ${SECRET_KEY}`)
      return problem(401, { type: 'invalid_request_error', message: 'Invalid API Key provided' });
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || typeof key !== 'string') return books.call(request.method ?? '', path, form);
    const asked = JSON.stringify([path, form]);
    const known = kept.get(key);
    if (known !== undefined && known.request !== asked)
      return problem(400, {
        type: 'idempotency_error',
        message: 'Keys for idempotent requests can only be used with the same parameters they were first used with.',
      });
    const answer = known?.answer ?? books.call('POST', path, form);
    // What failed before anything was carried out may be tried again with the same key.
    if (answer.isKept) kept.set(key, { request: asked, answer });
    return answer;
  };
  const server = createServer((request, response) => {
    void readBody(request).then(async (body) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://stripe');
      calls.push(`${request.method} ${pathname}`);
      const form = Object.fromEntries(request.method === 'GET' ? searchParams : new URLSearchParams(body));
      const trouble = troubles.shift();
      if (typeof trouble === 'object' && 'status' in trouble) {
        send(response, problem(trouble.status, { type: 'api_error', message: 'An error occurred' }));
        return;
      }
      const answer = answerOf(request, pathname, form);
      if (trouble === 'lost') {
        request.socket.destroy();
        return;
      }
      if (typeof trouble === 'object') await sleep(trouble.delayMs);
      send(response, answer);
    });
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    settings: {
      secretKey: SECRET_KEY,
      webhookSecret: WEBHOOK_SECRET,
      apiUrl: `http://127.0.0.1:${port}`,
      methods: ['card', 'alipay'],
      timeoutMs: 400,
    },
    books,
    calls,
    trouble: (...next) => void troubles.push(...next),
    deliver: async (url, arrange = (events) => events) => {
      const statuses: number[] = [];
      for (const event of arrange(books.events.splice(0))) {
        const body = JSON.stringify(event);
        const headers = {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signEvent(body, WEBHOOK_SECRET, now()),
        };
        statuses.push((await fetch(url, { method: 'POST', headers, body })).status);
      }
      return statuses;
    },
    stop: () => stop(server),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  request.setEncoding('utf8');
  for await (const piece of request) body += String(piece);
  return body;
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'request-id': 'req_fake' })
    .end(JSON.stringify(body));
}

async function stop(server: Server): Promise<void> {
  await new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
