import { AsyncResource } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError, GraphQLSchema, ValidationRule } from 'graphql';
import { CloseCode, makeServer } from 'graphql-ws';
import type { WebSocket } from 'ws';
import type { Logger } from '../../platform/logger.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import type { AskingRequest } from '../request-context-factory.ts';
import { readSubscription, tellErrors } from './asked-subscription.ts';
import { answerEvents } from './event-stream.ts';

/** For `connection_init` to come. */
const INIT_LIMIT_MS = 5_000;
/** Without a subscription, a socket is of no use for longer. */
const IDLE_LIMIT_MS = 60_000;
const MOST_SUBSCRIPTIONS = 20;
/** Messages between two looks at the socket: far more than subscribing takes. */
const MOST_MESSAGES = 200;
/** Unsent bytes after which the reader is taken for gone. */
const MOST_UNSENT_BYTES = 1_000_000;

/** Reasons that are given with a close code; never the client's own words. */
const REASONS: Readonly<Record<number, string>> = {
  1000: 'Idle',
  1001: 'The server is stopping',
  1012: 'Connect again',
  [CloseCode.InternalServerError]: 'Something went wrong on our side',
  [CloseCode.BadRequest]: 'This message cannot be read',
  [CloseCode.Unauthorized]: 'Send connection_init first',
  [CloseCode.Forbidden]: 'Sign in again',
  [CloseCode.SubprotocolNotAcceptable]: 'Speak graphql-transport-ws',
  [CloseCode.ConnectionInitialisationTimeout]: 'connection_init did not come',
  [CloseCode.SubscriberAlreadyExists]: 'This id is in use',
  [CloseCode.TooManyInitialisationRequests]: 'Too many messages',
};

export interface SocketSurroundings {
  readonly schema: GraphQLSchema;
  readonly rules: readonly ValidationRule[];
  readonly introspection: boolean;
  readonly logger: Logger;
  readonly mask: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  readonly createContext: (request: AskingRequest) => Promise<RequestContext>;
  /** Whether the account may have one more socket. */
  readonly admits: (viewer: ViewerIdentity) => boolean;
}

/** One socket and the subscriptions on it. Whoever it belongs to is read again for each event and at each look. */
export class SubscriptionSocket {
  readonly #socket: WebSocket;
  readonly #surroundings: SocketSurroundings;
  #request: AskingRequest;
  #viewer: ViewerIdentity | null = null;
  #messages = 0;
  #subscriptions = 0;
  #idleSince = performance.now();
  #answersPings = true;

  constructor(socket: WebSocket, request: AskingRequest, surroundings: SocketSurroundings) {
    this.#socket = socket;
    this.#request = request;
    this.#surroundings = surroundings;
    socket.on('error', () => socket.terminate());
    socket.on('pong', () => (this.#answersPings = true));
    this.#serve();
  }

  get accountId(): string | null {
    return this.#viewer?.accountId ?? null;
  }

  /** Looks whether it is still in use and whose it is, and ends it where it should not go on. */
  async look(): Promise<void> {
    this.#messages = 0;
    const isIdle = this.#subscriptions === 0 && performance.now() - this.#idleSince > IDLE_LIMIT_MS;
    if (isIdle) this.close(1000);
    else if (this.#viewer !== null) await this.#renew();
  }

  /** Asks the other side for a sign of life, and gives it up when the last question went unanswered. */
  ping(): void {
    if (!this.#answersPings) {
      this.#socket.terminate();
      return;
    }
    this.#answersPings = false;
    this.#socket.ping();
  }

  close(code: number): void {
    this.#socket.close(code, REASONS[code] ?? '');
  }

  terminate(): void {
    this.#socket.terminate();
  }

  #serve(): void {
    const socket = this.#socket;
    const closed = this.#createServer().opened(
      {
        protocol: socket.protocol,
        send: (message) => this.#send(message),
        close: (code = 1000) => this.close(code),
        // The protocol lets a payload be sent back; nothing of ours sends one.
        onPing: () => this.#send('{"type":"pong"}'),
        onMessage: (receive) => {
          // Messages come from the connection, which knows nothing of the scope that the socket was opened in.
          socket.on(
            'message',
            AsyncResource.bind((message: Buffer) => void this.#take(String(message), receive)),
          );
        },
      },
      {},
    );
    socket.once('close', (code) => void closed(code, '').catch((error: unknown) => this.#report(error)));
  }

  #createServer(): ReturnType<typeof makeServer> {
    const { mask } = this.#surroundings;
    return makeServer({
      connectionInitWaitTimeout: INIT_LIMIT_MS,
      onConnect: ({ connectionParams }) => this.#welcome(connectionParams),
      onSubscribe: async ({ subscriptions }, _id, payload) => {
        if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS) {
          const message = `Have at most ${MOST_SUBSCRIPTIONS} subscriptions on a socket.`;
          return [new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } })];
        }
        const context = await this.#renew();
        return context === null ? [gone()] : readSubscription(payload, { ...this.#surroundings, context });
      },
      subscribe: (args) => answerEvents(args, () => this.#renew()),
      onOperation: () => {
        this.#subscriptions += 1;
      },
      onComplete: () => {
        this.#subscriptions -= 1;
        this.#idleSince = performance.now();
      },
      onNext: (_ctx, _id, _payload, _args, { data, errors }) =>
        errors ? { ...(data === undefined ? {} : { data }), errors: tellErrors(errors, mask) } : undefined,
      onError: (_ctx, _id, _payload, errors) => tellErrors(errors, mask),
    });
  }

  /** A token that is sent must be good; a cookie that no longer is makes a visitor, as it does over HTTP. */
  async #welcome(parameters: Readonly<Record<string, unknown>> | undefined): Promise<boolean> {
    const token = parameters?.['token'];
    if (typeof token === 'string') {
      const headers = { ...this.#request.headers, authorization: `Bearer ${token}` };
      this.#request = { ...this.#request, headers };
    }
    const { viewer } = await this.#surroundings.createContext(this.#request);
    const isWelcome = viewer === null ? typeof token !== 'string' : this.#surroundings.admits(viewer);
    this.#viewer = viewer;
    return isWelcome;
  }

  /** A context of now; null, and the end of the socket, when its viewer is not who or what they were. */
  async #renew(): Promise<RequestContext | null> {
    const context = await this.#surroundings.createContext(this.#request);
    if (isSame(this.#viewer, context.viewer)) return context;
    this.close(CloseCode.Forbidden);
    return null;
  }

  async #take(message: string, receive: (message: string) => Promise<void>): Promise<void> {
    this.#messages += 1;
    if (this.#messages > MOST_MESSAGES) {
      this.close(CloseCode.TooManyInitialisationRequests);
      return;
    }
    try {
      await receive(message);
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('Unexpected message of type')) {
        this.close(CloseCode.BadRequest);
      } else {
        this.#report(error);
        this.close(CloseCode.InternalServerError);
      }
    }
  }

  async #send(message: string): Promise<void> {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    if (this.#socket.bufferedAmount > MOST_UNSENT_BYTES) {
      this.#socket.terminate();
      return;
    }
    await new Promise<void>((resolve) => {
      this.#socket.send(message, () => resolve());
    });
  }

  #report(error: unknown): void {
    this.#surroundings.logger.error({ reference: randomUUID(), err: error }, 'unexpected error of a socket');
  }
}

/** Said while the socket closes. */
function gone(): GraphQLError {
  return new GraphQLError('Sign in again.', { extensions: { code: 'UNAUTHENTICATED' } });
}

function isSame(before: ViewerIdentity | null, now: ViewerIdentity | null): boolean {
  if (before === null || now === null) return before === now;
  return (
    before.sessionId === now.sessionId &&
    before.householdId === now.householdId &&
    before.householdRole === now.householdRole &&
    before.roles.toSorted().join() === now.roles.toSorted().join()
  );
}
