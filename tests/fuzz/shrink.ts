import { BREAK, Kind, parse, print, visit } from 'graphql';
import type { ASTNode, DocumentNode } from 'graphql';
import type { HttpRequest, Sendable } from './cases.ts';

const MOST_TRIES = 250;

/** The smallest that still does it, found by leaving out one thing after the other. */
export async function shrink<T extends Sendable>(
  sendable: T,
  stillDoesIt: (smaller: T) => Promise<boolean>,
): Promise<T> {
  let smallest = sendable;
  let tries = 0;
  for (let isSmaller = true; isSmaller && tries < MOST_TRIES;) {
    isSmaller = false;
    for (const candidate of listSmaller(smallest)) {
      if (++tries > MOST_TRIES) break;
      if (sizeOf(candidate) >= sizeOf(smallest) || !(await stillDoesIt(candidate as T))) continue;
      smallest = candidate as T;
      isSmaller = true;
      break;
    }
  }
  return smallest;
}

function sizeOf(sendable: Sendable): number {
  return JSON.stringify(sendable).length;
}

function listSmaller(sendable: Sendable): Sendable[] {
  if (sendable.kind === 'socket') {
    return sendable.messages.map((_, at) => ({ ...sendable, messages: sendable.messages.toSpliced(at, 1) }));
  }
  if (sendable.kind === 'bytes') return [];
  const headers = Object.keys(sendable.headers).map((name) => {
    const { [name]: _left, ...kept } = sendable.headers;
    return { ...sendable, headers: kept };
  });
  return [...headers, ...listSmallerBodies(sendable)];
}

function listSmallerBodies(request: HttpRequest): HttpRequest[] {
  if (typeof request.body !== 'string') return [];
  const parsed = readOperation(request.body);
  if (parsed === null) return listCuts(request.body).map((body) => ({ ...request, body }));
  const { query, variables } = parsed;
  const queries = listSmallerDocuments(query).map((smaller) => ({ query: smaller, variables }));
  const values = listSmallerValues(variables).map((smaller) => ({ query, variables: smaller }));
  return [...queries, ...values].map((operation) => ({ ...request, body: JSON.stringify(operation) }));
}

function readOperation(body: string): { query: string; variables: unknown } | null {
  try {
    const { query, variables } = JSON.parse(body) as { query?: unknown; variables?: unknown };
    return typeof query === 'string' ? { query, variables } : null;
  } catch {
    return null;
  }
}

/** The text without each of its halves, quarters … sixteenths. */
function listCuts(text: string): string[] {
  return [2, 4, 8, 16].flatMap((parts) => {
    const length = Math.ceil(text.length / parts);
    return Array.from({ length: parts }, (_, at) => text.slice(0, at * length) + text.slice((at + 1) * length));
  });
}

function listSmallerDocuments(query: string): string[] {
  let document: DocumentNode;
  try {
    document = parse(query);
  } catch {
    return listCuts(query);
  }
  const removable: ASTNode[] = [];
  visit(document, {
    enter: (node) => {
      const kinds: string[] = [Kind.FIELD, Kind.INLINE_FRAGMENT, Kind.FRAGMENT_SPREAD, Kind.ARGUMENT, Kind.DIRECTIVE];
      if ([...kinds, Kind.VARIABLE_DEFINITION, Kind.FRAGMENT_DEFINITION].includes(node.kind)) removable.push(node);
      return removable.length > 80 ? BREAK : undefined;
    },
  });
  return removable.map((gone) => print(visit(document, { enter: (node) => (node === gone ? null : undefined) })));
}

/** The value with one of its parts gone or plain. */
function listSmallerValues(value: unknown): unknown[] {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return list.flatMap((inner, at) => [
      list.toSpliced(at, 1),
      ...listSmallerValues(inner).map((smaller) => list.with(at, smaller)),
    ]);
  }
  if (typeof value === 'string') return value.length > 3 ? [value.slice(0, value.length / 2)] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const { [key]: _left, ...kept } = value as Record<string, unknown>;
    return [kept, ...listSmallerValues(inner).map((smaller) => ({ ...value, [key]: smaller }))];
  });
}
