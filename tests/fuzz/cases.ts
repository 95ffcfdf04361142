import type { GraphQLSchema } from 'graphql';
import { breakBody, breakDocument, draftBytes, draftMessages, growDocument, junkHeaders } from './malformed.ts';
import { draftOperation, fillVariables, readWebOperations } from './operations.ts';
import type { Operation } from './operations.ts';
import { randomOfCase } from './random.ts';
import type { Random } from './random.ts';

type Headers = Readonly<Record<string, string>>;

export interface HttpRequest {
  readonly kind: 'http';
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string | Buffer | null;
}
export interface SocketTalk {
  readonly kind: 'socket';
  readonly headers: Headers;
  readonly messages: readonly string[];
}
export interface RawBytes {
  readonly kind: 'bytes';
  readonly bytes: string;
}
export type Sendable = HttpRequest | SocketTalk | RawBytes;

export interface FuzzCase {
  readonly index: number;
  /** How it was made. */
  readonly what: string;
  /** A word that only this case sends. */
  readonly echo: string;
  readonly sends: Sendable;
}

export interface CaseSource {
  readonly schema: GraphQLSchema;
  readonly seed: number;
  readonly ids: readonly string[];
  /** Tokens of sessions of all kinds of people, renewed while the run goes on. */
  readonly tokens: () => readonly string[];
}

const WEB_OPERATIONS = readWebOperations();
const PATHS = [
  '/',
  '/graphql/',
  '/graphql?',
  '/metrics',
  '/health/ready',
  '/health/x',
  '/favicon.ico',
  '/%',
  '/%00',
  '/%c0%ae',
  '/..%2f..%2fetc/passwd',
  '/assets/../../package.json',
  '/certificates/x.pdf',
  '/certificates/%00.pdf',
  '/certificates/x.pdf?lang=%00',
  '/files/x',
  '/files/%2e%2e/x',
  '/webhooks/stripe',
  '//evil.example',
];

/** The case of that number: the same each time, whatever ran before it. */
export function makeCase(source: CaseSource, index: number): FuzzCase {
  const random = randomOfCase(source.seed, index);
  const echo = `zq${random.below(2 ** 31).toString(36)}echo`;
  const whose = random.below(1_000);
  const tokens = source.tokens();
  const token = whose < 150 ? null : (tokens[whose % tokens.length] ?? null);
  const roll = random.next();
  if (roll < 0.06) {
    const messages = draftMessages(random, echo, token);
    return { index, echo, what: 'socket', sends: { kind: 'socket', headers: {}, messages } };
  }
  if (roll < 0.08) return { index, echo, what: 'bytes', sends: { kind: 'bytes', bytes: draftBytes(random, echo) } };
  const headers: Headers = token === null ? {} : { authorization: `Bearer ${token}` };
  if (roll < 0.12) {
    const path = random.chance(0.3) ? `/${echo}` : random.pick(PATHS);
    const method = random.pick(['GET', 'GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH']);
    return { index, echo, what: 'path', sends: { kind: 'http', method, path, headers, body: null } };
  }
  return { index, echo, ...makeOperation(source, random, { echo, headers }) };
}

/** An operation by HTTP that is wrong in one of the ways operations can be, or right and asked by whoever may not. */
function makeOperation(
  source: CaseSource,
  random: Random,
  { echo, headers }: { readonly echo: string; readonly headers: Headers },
): Pick<FuzzCase, 'what' | 'sends'> {
  const words = { ids: source.ids, echo };
  const wrongness = random.pick([0, 0, 0.02, 0.1, 0.3]);
  const drafted = random.chance(0.7)
    ? draftOperation(source.schema, random, words, wrongness)
    : draftWebOperation(source, random, words, wrongness);
  const json = { 'content-type': 'application/json', ...headers };
  const roll = random.next();
  if (roll < 0.5) return { what: 'operation', sends: post(JSON.stringify(drafted), json) };
  if (roll < 0.65) {
    const query = breakDocument(drafted.query, random, echo);
    return { what: 'broken document', sends: post(JSON.stringify({ ...drafted, query }), json) };
  }
  if (roll < 0.75) {
    return { what: 'grown document', sends: post(JSON.stringify({ query: growDocument(random, echo) }), json) };
  }
  if (roll < 0.85) return { what: 'broken body', sends: post(breakBody(drafted, random, echo), json) };
  if (roll < 0.93) {
    const junk = { ...json, ...junkHeaders(random, echo) };
    return { what: 'junk headers', sends: post(JSON.stringify(drafted), junk) };
  }
  return { what: 'query by GET', sends: byGet(drafted, random, headers) };
}

function draftWebOperation(
  { schema }: CaseSource,
  random: Random,
  words: { readonly ids: readonly string[]; readonly echo: string },
  wrongness: number,
): Operation {
  const { query, node } = random.pick(WEB_OPERATIONS);
  return { query, variables: fillVariables(schema, node, random, words, wrongness) };
}

function post(body: string | Buffer, headers: Headers): HttpRequest {
  return { kind: 'http', method: 'POST', path: '/graphql', headers, body };
}

function byGet({ query, variables }: Operation, random: Random, headers: Headers): HttpRequest {
  const parameters = new URLSearchParams({ query: query.slice(0, 4_000) });
  const broken = ['', 'x', '[', '[]', '1', '{"a":', 'null'];
  parameters.set('variables', random.chance(0.6) ? JSON.stringify(variables).slice(0, 4_000) : random.pick(broken));
  if (random.chance(0.2)) parameters.append('query', '{ viewer { id } }');
  if (random.chance(0.2)) parameters.set('extensions', random.pick(broken));
  const path = `/graphql?${parameters.toString()}`;
  return { kind: 'http', method: 'GET', path, headers: { 'apollo-require-preflight': '1', ...headers }, body: null };
}
