import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeCursor,
  encodeCursor,
  toShortId,
  type ProviderSort,
  type ResultCursor,
} from '../../../api/modules/search/domain/result-cursor.ts';

const key = { value: -812, id: '019a0000-0000-7000-8000-0000000000aa' };

const CURSORS: readonly ResultCursor[] = [
  { sort: 'RECOMMENDED', regular: key, newcomer: null, position: 12, newcomerInTen: true },
  { sort: 'RECOMMENDED', regular: null, newcomer: key, position: 1, newcomerInTen: false },
  { sort: 'RATING', last: { value: -4.123456789012345, id: key.id } },
  { sort: 'SOONEST', shown: ['0000000a', 'ffffffff'] },
  { sort: 'SOONEST', shown: [] },
];

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('cursor', () => {
  it.each(CURSORS)('comes back as it went: %j', (cursor) => {
    const text = encodeCursor(cursor);

    expect(text).toMatch(/^[\w-]+$/);
    expect(decodeCursor(text, cursor.sort)).toEqual({ cursor });
  });

  it('names a provider by the last eight hex digits', () => {
    expect(toShortId('019a0000-0000-7000-8000-0000DEADBEEF')).toBe('deadbeef');
  });

  it.each<[string, string, ProviderSort]>([
    ['nothing', '', 'PRICE'],
    ['no base64', '%%%', 'PRICE'],
    ['no JSON', Buffer.from('{').toString('base64url'), 'PRICE'],
    ['another sort', encodeCursor(CURSORS[2]!), 'PRICE'],
    ['an object', encoded({ 0: 'PRICE' }), 'PRICE'],
    ['no key', encoded(['PRICE']), 'PRICE'],
    ['a key of three', encoded(['PRICE', [1, 'a', 2]]), 'PRICE'],
    ['a text for a number', encoded(['PRICE', ['1', 'a']]), 'PRICE'],
    ['a number for an id', encoded(['PRICE', [1, 1]]), 'PRICE'],
    ['too many fields', encoded(['PRICE', [1, 'a'], 1]), 'PRICE'],
    ['a broken short id', encoded(['SOONEST', '0000000']), 'SOONEST'],
    ['a short id not hexadecimal', encoded(['SOONEST', '0000000g']), 'SOONEST'],
    ['no short ids', encoded(['SOONEST']), 'SOONEST'],
    ['too many short ids', encoded(['SOONEST', '0000000a'.repeat(1001)]), 'SOONEST'],
    ['a position before the first', encoded(['RECOMMENDED', null, null, -1, false]), 'RECOMMENDED'],
    ['half a position', encoded(['RECOMMENDED', null, null, 0.5, false]), 'RECOMMENDED'],
    ['a bad regular key', encoded(['RECOMMENDED', [1], null, 1, false]), 'RECOMMENDED'],
    ['a bad newcomer key', encoded(['RECOMMENDED', null, 'x', 1, false]), 'RECOMMENDED'],
    ['no flag', encoded(['RECOMMENDED', null, null, 1, 0]), 'RECOMMENDED'],
    ['too much of it', encoded(['RECOMMENDED', null, null, 1, false, 1]), 'RECOMMENDED'],
    ['an endless one', encoded(['PRICE', [1, 'a'.repeat(20_000)]]), 'PRICE'],
  ])('is refused by name: %s', (_case, text, sort) => {
    expect(decodeCursor(text, sort)).toMatchObject({ problem: { field: 'after', code: 'BAD_CURSOR' } });
  });

  it('never throws, whatever a client sends', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom<ProviderSort>('RECOMMENDED', 'SOONEST', 'PRICE'), (text, sort) => {
        expect(decodeCursor(text, sort)).toHaveProperty('problem.code', 'BAD_CURSOR');
      }),
    );
  });
});
