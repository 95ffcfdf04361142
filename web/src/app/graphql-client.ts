import {
  cacheExchange,
  Client,
  type CombinedError,
  fetchExchange,
  subscriptionExchange,
  useQuery,
  useSubscription,
  type RequestPolicy,
  type TypedDocumentNode,
} from '@urql/vue';
import {
  computed,
  onScopeDispose,
  ref,
  shallowRef,
  type App,
  type ComputedRef,
  type MaybeRefOrGetter,
  type Ref,
} from 'vue';
import * as urql from '@urql/vue';
import type { TypedDocumentString } from '@/generated/graphql';
import { currentLocale } from './i18n';
import { forwardSubscription, onReconnected } from './live-updates';
import { sendProven } from './step-up';

/** What went wrong with a request, in the words the screens know. Business failures are data, not this. */
export interface RequestFailure {
  kind: 'offline' | 'signedOut' | 'unproven' | 'forbidden' | 'badInput' | 'busy' | 'server';
  /** The server's own sentence; only set where it is meant for people. */
  message?: string;
}

function createClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange, subscriptionExchange({ forwardSubscription })],
    fetchOptions: () => ({ credentials: 'same-origin', headers: { 'Accept-Language': currentLocale.value } }),
  });
}

const client = shallowRef(createClient());

/** Drops every cached answer and asks again for what is on screen: after a change of language or of person. */
export function restartClient(): void {
  client.value = createClient();
}

export function installGraphql(app: App): void {
  app.use(urql.install, client);
}

const PROOF_WANTED = 'REAUTHENTICATION_REQUIRED';

/** The proof that the server wants before it does this; undefined when it is not about that. */
function wantedProof({ error }: { error?: CombinedError | undefined }): { secondFactor: boolean } | undefined {
  const wanted = error?.graphQLErrors.find(({ extensions }) => extensions['code'] === PROOF_WANTED);
  return wanted && { secondFactor: wanted.extensions['secondFactor'] === true };
}

/** Maps a transport or GraphQL error to the few kinds a person can act on. */
function toRequestFailure(error: CombinedError): RequestFailure {
  if (error.networkError) {
    const { status } = (error.response ?? {}) as { status?: unknown };
    return { kind: status === 429 || status === 503 ? 'busy' : typeof status === 'number' ? 'server' : 'offline' };
  }
  const first = error.graphQLErrors[0];
  switch (first?.extensions['code']) {
    case 'UNAUTHENTICATED':
      return { kind: 'signedOut' };
    case PROOF_WANTED:
      return { kind: 'unproven' };
    case 'FORBIDDEN':
      return { kind: 'forbidden' };
    case 'BAD_USER_INPUT':
      return { kind: 'badInput', message: first.message };
    case 'RATE_LIMITED':
      return { kind: 'busy' };
    default:
      return { kind: 'server' };
  }
}

export interface ApiQuery<Data> {
  data: Ref<Data | undefined>;
  failure: ComputedRef<RequestFailure | undefined>;
  /** True while there is nothing to show yet. */
  loading: ComputedRef<boolean>;
  /** True while any answer is on its way, also when older data is on screen. */
  fetching: Ref<boolean>;
  retry: () => void;
}

interface ApiQueryOptions {
  pause?: MaybeRefOrGetter<boolean>;
  policy?: RequestPolicy;
}

type Operation<Data, Variables> = TypedDocumentString<Data, Variables>;

function toDocument<Data, Variables>(
  operation: Operation<Data, Variables>,
): TypedDocumentNode<Data, Variables & object> {
  // urql accepts the text itself; its types only describe the parsed form.
  return operation.toString() as unknown as TypedDocumentNode<Data, Variables & object>;
}

/** A query that follows its variables, the language and the person signed in. Call it in `setup`. */
export function useApiQuery<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: MaybeRefOrGetter<Variables>,
  options: ApiQueryOptions = {},
): ApiQuery<Data> {
  const result = useQuery({
    query: toDocument(operation),
    variables: variables as MaybeRefOrGetter<Variables & object>,
    pause: options.pause ?? false,
    requestPolicy: options.policy ?? 'cache-and-network',
  });
  return {
    data: result.data,
    failure: computed(() => (result.error.value ? toRequestFailure(result.error.value) : undefined)),
    loading: computed(() => result.data.value === undefined && result.error.value === undefined),
    fetching: result.fetching,
    retry: () => void result.executeQuery({ requestPolicy: 'network-only' }),
  };
}

/** Calls `react` for each event, and when a lost connection is back, for events may have been missed. Call it in `setup`. */
export function useLiveUpdates<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: MaybeRefOrGetter<Variables>,
  react: () => void,
): void {
  useSubscription(
    { query: toDocument(operation), variables: variables as MaybeRefOrGetter<Variables & object> },
    (_earlier, event) => {
      react();
      return event;
    },
  );
  onScopeDispose(onReconnected(react));
}

export type ApiAnswer<Data> = { data: Data; failure?: undefined } | { data?: undefined; failure: RequestFailure };

function toAnswer<Data>(result: { data?: Data | undefined; error?: CombinedError | undefined }): ApiAnswer<Data> {
  if (result.error) return { failure: toRequestFailure(result.error) };
  return result.data === undefined || result.data === null ? { failure: { kind: 'server' } } : { data: result.data };
}

/** One question outside a component's life: always asks the server. */
export async function askOnce<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
): Promise<ApiAnswer<Data>> {
  const send = async () =>
    client.value
      .query(toDocument(operation), variables as Variables & object, { requestPolicy: 'network-only' })
      .toPromise();
  return toAnswer(await sendProven(send, wantedProof));
}

/** A mutation with its own busy state; never rejects. */
export function useApiMutation<Data, Variables>(
  operation: Operation<Data, Variables>,
): {
  run: (variables: Variables) => Promise<ApiAnswer<Data>>;
  busy: Ref<boolean>;
} {
  const busy = ref(false);
  const run = async (variables: Variables): Promise<ApiAnswer<Data>> => {
    busy.value = true;
    const send = async () => client.value.mutation(toDocument(operation), variables as Variables & object).toPromise();
    try {
      return toAnswer(await sendProven(send, wantedProof));
    } finally {
      busy.value = false;
    }
  };
  return { run, busy };
}
