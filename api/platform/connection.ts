import { GraphQLError } from 'graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import type { ClassType } from 'type-graphql';
import { isId } from '../kernel/ids.ts';

@ObjectType({ description: 'Where a page lies in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether some come before.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first edge.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last edge; give it as `after` for the next page.',
  })
  endCursor!: string | null;
}

export interface Edge<T> {
  readonly node: T;
  readonly cursor: string;
}

export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** The Relay edge and connection types of a node type; extend the returned class to name it. */
export function connectionType<T extends object>(node: ClassType<T>, name: string): ClassType<Connection<T>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a list, with its cursor.` })
  class NodeEdge {
    @Field(() => node, { description: 'The object itself.' })
    node!: T;

    @Field(() => String, { description: 'Where it lies in the list; opaque.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class NodeConnection {
    @Field(() => [NodeEdge], { description: 'The objects of this page.' })
    edges!: NodeEdge[];

    @Field(() => PageInfo, { description: 'Where this page lies in the list.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many there are in all.' })
    totalCount!: number;
  }
  return NodeConnection;
}

const MOST_PER_PAGE = 100;

/** Checks a page size. @throws BAD_USER_INPUT unless 1 ≤ first ≤ 100. */
export function requirePageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > MOST_PER_PAGE) {
    throw badUserInput('first', `A page has 1 to ${MOST_PER_PAGE} entries.`);
  }
  return first;
}

/** Makes a page from rows read one beyond its size. */
export function toConnection<T>(
  rows: readonly T[],
  first: number,
  totalCount: number,
  after: string | null | undefined,
  cursorOf: (row: T) => string,
): Connection<T> {
  const edges = rows.slice(0, first).map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after != null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** A keyset cursor: the sort values of a row, opaque to clients. */
export function encodeKeyset(values: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** What a value of a keyset can be: within what PostgreSQL takes for it. */
export type KeysetKind = 'id' | 'instant' | 'integer' | 'number' | 'text';

const LARGEST_INTEGER = 2 ** 31 - 1;
/** The milliseconds of the last instant that JavaScript and PostgreSQL both know. */
const LARGEST_NUMBER = 8.64e15;
const LONGEST_TEXT = 500;

const FITS: Readonly<Record<KeysetKind, (value: unknown) => boolean>> = {
  id: isId,
  instant: (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) <= LARGEST_INTEGER,
  number: (value) => typeof value === 'number' && Math.abs(value) <= LARGEST_NUMBER,
  text: (value) =>
    typeof value === 'string' && value.length <= LONGEST_TEXT && value.isWellFormed() && !value.includes('\0'),
};

/** @throws BAD_USER_INPUT when the cursor does not hold values of exactly these kinds. */
export function decodeKeyset(cursor: string, kinds: readonly KeysetKind[]): (string | number)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const usable =
      Array.isArray(values) &&
      values.length === kinds.length &&
      kinds.every((kind, index) => FITS[kind](values[index]));
    if (usable) return values as (string | number)[];
  } catch {
    // Falls through to the one refusal below.
  }
  throw badUserInput('after', 'This cursor is not usable: take it from pageInfo.endCursor of the page before.');
}

/** The error for input that a well-behaved client would not send. */
export function badUserInput(field: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', field } });
}
