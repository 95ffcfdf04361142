import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';

/** What the SDK sent, as it came over the wire. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  /** User and password of the basic authentication, joined by a colon. */
  readonly credentials: string;
  readonly contentType: string;
  readonly form: Readonly<Record<string, string>>;
}

/** What Twilio does with the next request: accept it, refuse it, fail, or never answer. */
export type TwilioAnswer =
  'accept' | 'never' | { readonly status: number; readonly code: number; readonly message: string };

export interface FakeTwilio {
  /** For TWILIO_API_BASE. */
  readonly url: string;
  readonly received: readonly ReceivedRequest[];
  /** What is answered to the next requests, one each; after them everything is accepted. */
  answerNext(...answers: readonly TwilioAnswer[]): void;
  /** Refuses connections until `comeBack`. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** A local end that speaks enough of Twilio's REST interface for the real SDK to send messages to it. */
export async function startFakeTwilio(): Promise<FakeTwilio> {
  const received: ReceivedRequest[] = [];
  const answers: TwilioAnswer[] = [];
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      received.push(toReceived(request, body));
      answer(response, received.at(-1)!, answers.shift() ?? 'accept');
    });
  };
  let server = await listen(listener, 0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    answerNext: (...next) => void answers.push(...next),
    goAway: () => close(server),
    comeBack: async () => {
      server = await listen(listener, port);
    },
    stop: () => close(server),
  };
}

function toReceived(request: IncomingMessage, body: string): ReceivedRequest {
  const [, encoded = ''] = (request.headers.authorization ?? '').split('Basic ');
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    credentials: Buffer.from(encoded, 'base64').toString('utf8'),
    contentType: request.headers['content-type'] ?? '',
    form: Object.fromEntries(new URLSearchParams(body)),
  };
}

function answer(response: ServerResponse, { path, form }: ReceivedRequest, how: TwilioAnswer): void {
  if (how === 'never') return;
  const status = how === 'accept' ? 201 : how.status;
  const sid = `SM${randomBytes(16).toString('hex')}`;
  const json =
    how === 'accept'
      ? {
          sid,
          status: 'queued',
          to: form['To'],
          from: form['From'] ?? null,
          body: form['Body'],
          uri: path,
          num_segments: '1',
        }
      : { status, code: how.code, message: how.message, more_info: `https://www.twilio.com/docs/errors/${how.code}` };
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
}

async function listen(
  listener: (request: IncomingMessage, response: ServerResponse) => void,
  port: number,
): Promise<Server> {
  return new Promise((done, fail) => {
    const server = createServer(listener);
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => done(server));
  });
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  await new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}
