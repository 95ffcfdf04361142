import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { handleProtocols } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { asVisitor } from '../../platform/database-identity.ts';
import type { PubSub } from '../../platform/pubsub.ts';
import { addressKey } from '../../platform/rate-limits.ts';
import { maskErrors } from '../error-masking.ts';
import { listDocumentRules } from '../graphql-host.ts';
import type { GraphQLHostOptions } from '../graphql-host.ts';
import { createContextFactory } from '../request-context-factory.ts';
import type { AskingRequest, CookieSetter } from '../request-context-factory.ts';
import { SubscriptionSocket } from './subscription-socket.ts';
import type { SocketSurroundings } from './subscription-socket.ts';

export interface SocketHostOptions extends GraphQLHostOptions {
  readonly pubSub: PubSub;
  readonly trustProxy: boolean;
}

const MOST_PER_ADDRESS = 100;
const MOST_PER_ACCOUNT = 10;
const MOST_SOCKETS = 5_000;
const LONGEST_MESSAGE_BYTES = 64 * 1024;
/** A session that is closed or changed is cut off at the next look, if not by an event before. */
const LOOK_INTERVAL_MS = 4_000;
const LOOKS_PER_PING = 5;
const GRACE_MS = 500;

/** Subscriptions speak on a socket only; what it answers cannot set a cookie. */
const noCookies = { setCookie: () => undefined, clearCookie: () => undefined } as unknown as CookieSetter;

/** Subscriptions by `graphql-ws` on the path of GraphQL. */
export function addSubscriptions(app: FastifyInstance, schema: GraphQLSchema, options: SocketHostOptions): void {
  const sockets = new Map<SubscriptionSocket, string>();
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: LONGEST_MESSAGE_BYTES, handleProtocols });
  const createContext = createContextFactory(options);
  const surroundings: SocketSurroundings = {
    schema,
    rules: listDocumentRules(options.introspection),
    introspection: options.introspection,
    logger: options.logger,
    mask: maskErrors(options.logger),
    createContext: (request) => createContext(request, noCookies),
    admits: ({ accountId }) =>
      [...sockets.keys()].filter((socket) => socket.accountId === accountId).length < MOST_PER_ACCOUNT,
  };

  app.server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const asking = toAskingRequest(app, request, options.trustProxy);
    const address = addressKey(asking.ip);
    const status = refusalOf(request, options, [...sockets.values()], address);
    if (status !== null) {
      stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    webSockets.handleUpgrade(request, stream, head, (webSocket) => {
      // A scope of its own for each socket: whatever it asks of PostgreSQL, it asks on behalf of its viewer.
      const socket = asVisitor(() => new SubscriptionSocket(webSocket, asking, surroundings));
      sockets.set(socket, address);
      webSocket.once('close', () => sockets.delete(socket));
    });
  });
  keepLooking(app, sockets, options.logger);
  // Events may have been missed: whoever connects again looks again.
  options.pubSub.onInterrupted(() => {
    for (const socket of sockets.keys()) socket.close(1012);
  });
}

function keepLooking(
  app: FastifyInstance,
  sockets: ReadonlyMap<SubscriptionSocket, string>,
  logger: SocketHostOptions['logger'],
): void {
  let looks = 0;
  let isLooking = false;
  const look = async (): Promise<void> => {
    if (isLooking) return;
    isLooking = true;
    looks += 1;
    for (const socket of [...sockets.keys()]) {
      if (looks % LOOKS_PER_PING === 0) socket.ping();
      await socket.look().catch((error: unknown) => logger.warn({ err: error }, 'looking at a socket'));
    }
    isLooking = false;
  };
  const timer = setInterval(() => void look(), LOOK_INTERVAL_MS);
  timer.unref();
  app.addHook('preClose', async () => {
    clearInterval(timer);
    for (const socket of sockets.keys()) socket.close(1001);
    if (sockets.size > 0) await sleep(GRACE_MS);
    for (const socket of sockets.keys()) socket.terminate();
  });
}

/** Why the connection is not made, as a status of HTTP; null when it may be. */
function refusalOf(
  request: IncomingMessage,
  { site, trustProxy }: SocketHostOptions,
  addresses: readonly string[],
  address: string,
): string | null {
  if ((request.url ?? '').split('?', 1)[0] !== '/graphql') return '404 Not Found';
  if (!isOwnOrigin(request, site.publicUrl, trustProxy)) return '403 Forbidden';
  const isFull = addresses.length >= MOST_SOCKETS;
  if (isFull || addresses.filter((other) => other === address).length >= MOST_PER_ADDRESS)
    return '429 Too Many Requests';
  return null;
}

/** Browsers say whose page it is, and send our cookie along whoever's it is; programs say nothing and have no cookie. */
function isOwnOrigin({ headers }: IncomingMessage, publicUrl: string, trustProxy: boolean): boolean {
  if (headers.origin === undefined) return true;
  if (!URL.canParse(headers.origin)) return false;
  const forwarded = trustProxy ? headers['x-forwarded-host'] : undefined;
  const host = (Array.isArray(forwarded) ? forwarded[0] : forwarded) ?? headers.host;
  return [host, new URL(publicUrl).host].includes(new URL(headers.origin).host);
}

/** As Fastify reads it, which does not see requests to upgrade. */
function toAskingRequest(
  app: FastifyInstance,
  { headers, socket }: IncomingMessage,
  trustProxy: boolean,
): AskingRequest {
  const forwarded = trustProxy ? [headers['x-forwarded-for']].flat().join(',').split(',')[0]?.trim() : undefined;
  return {
    headers,
    cookies: app.parseCookie(headers.cookie ?? ''),
    ip: forwarded || (socket.remoteAddress ?? ''),
  };
}
