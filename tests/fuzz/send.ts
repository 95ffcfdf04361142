import { Agent, request as openRequest } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { HttpRequest, RawBytes, Sendable, SocketTalk } from './cases.ts';

export interface Answer {
  /** Of HTTP, or how a socket was closed; null when the connection ended without one. */
  readonly status: number | null;
  readonly type: string;
  readonly text: string;
  readonly elapsedMs: number;
}

/** Longer than any answer takes, even on a busy machine. */
export const PATIENCE_MS = 20_000;
/** What a socket is given to say something. */
const SOCKET_MS = 150;

/** Sends cases to one server over connections that are kept. */
export class Sender {
  readonly #url: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 32 });

  constructor(url: string) {
    this.#url = new URL(url);
  }

  async send(sendable: Sendable): Promise<Answer> {
    const began = performance.now();
    const answer = await this.#deliver(sendable);
    return { ...answer, elapsedMs: performance.now() - began };
  }

  close(): void {
    this.#agent.destroy();
  }

  async #deliver(sendable: Sendable): Promise<Omit<Answer, 'elapsedMs'>> {
    if (sendable.kind === 'http') return this.#http(sendable);
    return sendable.kind === 'socket' ? this.#socket(sendable) : this.#bytes(sendable);
  }

  async #http({ method, path, headers, body }: HttpRequest): Promise<Omit<Answer, 'elapsedMs'>> {
    return new Promise((resolve) => {
      const nothing = (): void => resolve({ status: null, type: '', text: '' });
      try {
        const { hostname, port } = this.#url;
        const length = body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) };
        const sent = openRequest(
          {
            agent: this.#agent,
            hostname,
            port,
            method,
            path,
            headers: { ...length, ...headers },
            timeout: PATIENCE_MS,
          },
          (response) => void read(response).then(resolve, nothing),
        );
        sent.on('error', nothing);
        sent.on('timeout', () => sent.destroy());
        sent.end(body ?? undefined);
      } catch {
        // Node itself refuses to send some headers and paths.
        nothing();
      }
    });
  }

  async #socket({ headers, messages }: SocketTalk): Promise<Omit<Answer, 'elapsedMs'>> {
    const url = `ws://${this.#url.host}/graphql`;
    const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
    let text = '';
    const closed = new Promise<number>((resolve) => {
      socket.on('close', (code, reason) => {
        text += String(reason);
        resolve(code);
      });
    });
    socket.on('error', () => undefined);
    socket.on('message', (message: Buffer) => (text += String(message)));
    socket.on('open', () => {
      for (const message of messages) socket.send(message);
    });
    const code = await Promise.race([closed, sleep(SOCKET_MS, null)]);
    socket.terminate();
    return { status: code, type: 'socket', text };
  }

  async #bytes({ bytes }: RawBytes): Promise<Omit<Answer, 'elapsedMs'>> {
    return new Promise((resolve) => {
      const socket = connect(Number(this.#url.port), this.#url.hostname);
      let text = '';
      socket.setTimeout(300, () => socket.destroy());
      socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        const status = /^HTTP\/1\.1 (\d{3})/.exec(text)?.[1];
        resolve({ status: status === undefined ? null : Number(status), type: 'bytes', text });
      });
      socket.write(Buffer.from(bytes, 'latin1'));
    });
  }
}

async function read(response: IncomingMessage): Promise<Omit<Answer, 'elapsedMs'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const type = response.headers['content-type'] ?? '';
  return { status: response.statusCode ?? null, type, text: Buffer.concat(chunks).toString('utf8') };
}
