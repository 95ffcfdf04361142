import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, idempotencyKeyProblem } from '../../../api/modules/bookings/domain/idempotency.ts';

function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}

describe('canonicalJson', () => {
  it('does not depend on the order of properties, at any depth', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  it('is JSON of the same value, so that different values differ', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('sorts names, keeps the order of lists, leaves out what is undefined, writes dates as ISO texts', () => {
    const value = { b: [2, 1], a: { d: undefined, c: null }, at: new Date('2026-06-10T10:00:00Z') };

    expect(canonicalJson(value)).toBe('{"a":{"c":null},"at":"2026-06-10T10:00:00.000Z","b":[2,1]}');
  });

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [undefined], [[undefined]], [1n], [() => 1]])(
    'refuses %s, which JSON cannot hold',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});

describe('idempotencyKeyProblem', () => {
  it.each([['k'], ['k'.repeat(255)], ['😀'.repeat(255)], ['订单 7']])('accepts %s', (key) => {
    expect(idempotencyKeyProblem(key)).toBeNull();
  });

  it.each([[''], ['k'.repeat(256)], ['😀'.repeat(256)], ['k'.repeat(100_000)], ['a\0b'], ['\ud800']])(
    'refuses %j',
    (key) => {
      expect(idempotencyKeyProblem(key)).toMatchObject({ field: 'idempotencyKey', code: 'BAD_IDEMPOTENCY_KEY' });
    },
  );
});
