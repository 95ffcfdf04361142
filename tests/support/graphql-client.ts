/** One entry of `errors`. */
export interface GraphQLProblem {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly field?: string; readonly reference?: string };
}

export interface GraphQLAnswer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: T | null;
  readonly errors: readonly GraphQLProblem[];
  /** The answer as it came, for tests of what must not be in it. */
  readonly body: string;
}

/** Thrown by `ask` when the answer has errors; carries the first. */
class GraphQLRefusal extends Error {
  readonly code: string;
  readonly field: string | null;

  constructor({ message, extensions }: GraphQLProblem) {
    super(message);
    this.code = extensions.code;
    this.field = extensions.field ?? null;
  }
}

/** Sends operations over HTTP, as a visitor or with the token of a session. */
export class GraphQLClient {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(baseUrl: string, headers: Readonly<Record<string, string>> = {}) {
    this.#url = `${baseUrl}/graphql`;
    this.#headers = headers;
  }

  /** What goes with every request: who asks, for requests that are not GraphQL. */
  get headers(): Readonly<Record<string, string>> {
    return this.#headers;
  }

  /** The whole answer, errors included. */
  async send<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<GraphQLAnswer<T>> {
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.#headers },
      body: JSON.stringify({ query, variables }),
    });
    const body = await response.text();
    const { data = null, errors = [] } = JSON.parse(body) as { data?: T | null; errors?: GraphQLProblem[] };
    return { status: response.status, headers: response.headers, data, errors, body };
  }

  /** The data. @throws GraphQLRefusal when there are errors. */
  async ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const { data, errors } = await this.send<T>(query, variables);
    if (errors[0]) throw new GraphQLRefusal(errors[0]);
    if (data === null) throw new Error('the answer has neither data nor errors');
    return data;
  }
}
