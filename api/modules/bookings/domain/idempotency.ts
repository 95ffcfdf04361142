import type { InputProblem } from '../../../kernel/input-problem.ts';

/** An idempotency key has at most so many characters. */
const MAX_IDEMPOTENCY_KEY_LENGTH = 255;

/** What is wrong with an idempotency key, or null: 1–255 characters, all of them Unicode that PostgreSQL can store. */
export function idempotencyKeyProblem(key: string): InputProblem | null {
  // Spread by code points, as PostgreSQL counts, after a cheap bound: no character has more than two code units.
  const isTooLong = key.length > 2 * MAX_IDEMPOTENCY_KEY_LENGTH || [...key].length > MAX_IDEMPOTENCY_KEY_LENGTH;
  return key.length === 0 || isTooLong || key.includes('\0') || !key.isWellFormed() ? badKey : null;
}

/**
 * One text for each JSON value whatever the order of its properties, so that a request can be recognised when it is sent
 * again. Properties which are undefined are left out, as JSON does; arrays keep their order; dates become ISO texts.
 * Throws `TypeError` for what JSON cannot hold: NaN, infinities, functions, bigints, undefined itself.
 */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map((element) => canonicalJson(element)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
    return `{${members.join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} is not JSON`);
  const isPlain = value === null || ['string', 'number', 'boolean'].includes(typeof value);
  if (!isPlain) throw new TypeError(`a ${typeof value} is not JSON`);
  return JSON.stringify(value);
}

const badKey: InputProblem = {
  field: 'idempotencyKey',
  code: 'BAD_IDEMPOTENCY_KEY',
  message: {
    en: `Send a key of 1 to ${MAX_IDEMPOTENCY_KEY_LENGTH} characters, a new one for each booking.`,
    'zh-CN': `请提供 1 到 ${MAX_IDEMPOTENCY_KEY_LENGTH} 个字符的幂等键，每次预订使用新的键。`,
  },
};
