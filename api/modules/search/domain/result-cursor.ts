import type { InputProblem } from '../../../kernel/input-problem.ts';

/** The orders in which results can be listed (A4). */
export type ProviderSort = 'RECOMMENDED' | 'SOONEST' | 'NEAREST' | 'PRICE' | 'RATING';

/** A place in an order: first by value, ascending, then by id. */
export interface SortKey {
  readonly value: number;
  readonly id: string;
}

/** How far a recommended list has been read. Two streams: everyone in order, and newcomers brought forward. */
export interface RecommendedCursor {
  readonly sort: 'RECOMMENDED';
  /** The last one taken in order. */
  readonly regular: SortKey | null;
  /** The last newcomer taken, in order or brought forward. */
  readonly newcomer: SortKey | null;
  /** How many results came before the next one. */
  readonly position: number;
  /** Whether a newcomer is already among the positions of the current ten. */
  readonly newcomerInTen: boolean;
}

/** How far a list ordered by a value that stays has been read. */
export interface KeysetCursor {
  readonly sort: 'NEAREST' | 'PRICE' | 'RATING';
  readonly last: SortKey;
}

/** Who has been shown of a list by next free time, which changes while people book. */
export interface SoonestCursor {
  readonly sort: 'SOONEST';
  /** Short ids (`toShortId`), in the order shown. */
  readonly shown: readonly string[];
}

/** Where the next page of results begins. */
export type ResultCursor = RecommendedCursor | KeysetCursor | SoonestCursor;

/** A list by next free time ends after so many results, since its cursor names each of them. */
export const MAX_SHOWN = 1000;

const SHORT_ID_LENGTH = 8;
const LONGEST_CURSOR = 20_000;

/** The last eight hex digits of a UUID: random in version 7, so two of a thousand meet once in some ten thousand lists. */
export function toShortId(id: string): string {
  return id.slice(-SHORT_ID_LENGTH).toLowerCase();
}

/** The cursor as one opaque string of the base64url alphabet. */
export function encodeCursor(cursor: ResultCursor): string {
  return Buffer.from(JSON.stringify(toCompact(cursor)), 'utf8').toString('base64url');
}

/** Reads what `encodeCursor` wrote for the same sort. Anything else, however malformed, is a problem and never throws. */
export function decodeCursor(
  text: string,
  sort: ProviderSort,
): { readonly cursor: ResultCursor } | { readonly problem: InputProblem } {
  if (text.length > LONGEST_CURSOR) return { problem: badCursor };
  const cursor = fromCompact(parsed(text), sort);
  return cursor ? { cursor } : { problem: badCursor };
}

function toCompact(cursor: ResultCursor): unknown[] {
  switch (cursor.sort) {
    case 'RECOMMENDED':
      return [cursor.sort, toPair(cursor.regular), toPair(cursor.newcomer), cursor.position, cursor.newcomerInTen];
    case 'SOONEST':
      return [cursor.sort, cursor.shown.join('')];
    default:
      return [cursor.sort, toPair(cursor.last)];
  }
}

function toPair(key: SortKey | null): unknown {
  return key && [key.value, key.id];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

function fromCompact(value: unknown, sort: ProviderSort): ResultCursor | null {
  if (!Array.isArray(value) || value[0] !== sort) return null;
  const fields: readonly unknown[] = value.slice(1);
  if (sort === 'RECOMMENDED') return toRecommended(fields);
  if (sort === 'SOONEST') return toSoonest(fields);
  const last = toKey(fields[0]);
  return last && fields.length === 1 ? { sort, last } : null;
}

function toRecommended(fields: readonly unknown[]): RecommendedCursor | null {
  const [first, second, position, newcomerInTen] = fields;
  const regular = toKey(first);
  const newcomer = toKey(second);
  if ((first !== null && !regular) || (second !== null && !newcomer)) return null;
  if (typeof position !== 'number' || !Number.isSafeInteger(position) || position < 0) return null;
  if (typeof newcomerInTen !== 'boolean' || fields.length !== 4) return null;
  return { sort: 'RECOMMENDED', regular, newcomer, position, newcomerInTen };
}

function toSoonest(fields: readonly unknown[]): SoonestCursor | null {
  const [joined] = fields;
  if (typeof joined !== 'string' || fields.length !== 1) return null;
  if (!/^(?:[0-9a-f]{8})*$/.test(joined) || joined.length > MAX_SHOWN * SHORT_ID_LENGTH) return null;
  return { sort: 'SOONEST', shown: joined.match(/.{8}/g) ?? [] };
}

function toKey(pair: unknown): SortKey | null {
  if (!Array.isArray(pair) || pair.length !== 2) return null;
  const [value, id] = pair as readonly unknown[];
  return typeof value === 'number' && typeof id === 'string' ? { value, id } : null;
}

const badCursor: InputProblem = {
  field: 'after',
  code: 'BAD_CURSOR',
  message: {
    en: 'This page marker does not belong to this list; start from the first page.',
    'zh-CN': '翻页标记与此列表不符，请从第一页开始。',
  },
};
