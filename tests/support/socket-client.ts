import { createClient } from 'graphql-ws';
import type { Client } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface Subscribed {
  /** Everything that has come so far. */
  readonly events: readonly { readonly data?: unknown; readonly errors?: readonly SocketProblem[] }[];
  /** Errors that ended it. */
  readonly problems: readonly SocketProblem[];
  /** How the socket was closed; null while it is open. */
  readonly closed: { readonly code: number; readonly reason: string } | null;
  stop(): Promise<void>;
}

export interface SocketProblem {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface SocketOptions {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const AUDIT_QUEUE_CHANGED = 'subscription { auditQueueChanged { credentialId } }';

/** Subscribes on a socket of its own, as graphql-ws clients do. Resolves once the server has answered the connection. */
export async function subscribe(url: string, query: string, options: SocketOptions = {}): Promise<Subscribed> {
  const state = { events: [], problems: [], closed: null, stop: async () => undefined } as {
    events: Subscribed['events'][number][];
    problems: SocketProblem[];
    closed: Subscribed['closed'];
    stop: () => Promise<void>;
  };
  const client = await new Promise<Client>((resolve) => {
    const created: Client = createClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(address: string, protocols: string[]) {
          super(address, protocols, { headers: { ...options.headers } });
        }
      },
      connectionParams: options.token === undefined ? {} : { token: options.token },
      lazy: false,
      retryAttempts: 0,
      onNonLazyError: () => resolve(created),
      on: {
        connected: () => resolve(created),
        closed: (event) => {
          const { code, reason } = event as { code: number; reason: string };
          state.closed = { code, reason };
          resolve(created);
        },
      },
    });
  });
  const stop = client.subscribe(
    { query, variables: { ...options.variables } },
    {
      next: (event) => state.events.push(event as Subscribed['events'][number]),
      error: (error) => {
        if (Array.isArray(error)) state.problems.push(...(error as SocketProblem[]));
      },
      complete: () => undefined,
    },
  );
  state.stop = async () => {
    stop();
    // A connection that the server has ended is gone already; to dispose of it would throw its close event.
    if (state.closed === null) await client.dispose();
  };
  return state;
}
