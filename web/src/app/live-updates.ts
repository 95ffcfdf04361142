import type { SubscriptionForwarder } from '@urql/vue';
import type { Client } from 'graphql-ws';

const reconnected = new Set<() => void>();
let socket: Promise<Client> | undefined;

/** The one socket of the page. Its code is fetched with the first subscription, and it closes after the last. */
async function openSocket(): Promise<Client> {
  socket ??= import('graphql-ws').then(({ createClient }) =>
    createClient({
      url: `${window.location.origin.replace(/^http/, 'ws')}/graphql`,
      lazyCloseTimeout: 3_000,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      on: {
        connected: (_socket, _payload, wasRetry) => {
          if (wasRetry) for (const listener of reconnected) listener();
        },
      },
    }),
  );
  // Where the code could not be fetched, the next subscription tries again; pages go on with looking now and then.
  socket.catch(() => (socket = undefined));
  return socket;
}

/** Carries urql's subscriptions over the socket. */
export const forwardSubscription: SubscriptionForwarder = ({ query = '', variables }) => ({
  subscribe: (sink) => {
    let isWanted = true;
    let stop = (): void => undefined;
    openSocket().then(
      (client) => {
        if (isWanted) stop = client.subscribe({ query, variables: { ...(variables as object) } }, sink as never);
      },
      (error: unknown) => sink.error(error as Error),
    );
    return {
      unsubscribe: () => {
        isWanted = false;
        stop();
      },
    };
  },
});

/** Calls `listener` when a lost connection is back. Returns how to stop that. */
export function onReconnected(listener: () => void): () => void {
  reconnected.add(listener);
  return () => void reconnected.delete(listener);
}
