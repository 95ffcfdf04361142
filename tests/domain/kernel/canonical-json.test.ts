import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../api/kernel/canonical-json.ts';
import type { CanonicalValue } from '../../../api/kernel/canonical-json.ts';

const json = fc.jsonValue() as fc.Arbitrary<CanonicalValue>;

function withKeysReversed(value: CanonicalValue): CanonicalValue {
  if (Array.isArray(value)) return value.map((item: CanonicalValue) => withKeysReversed(item));
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value as Record<string, CanonicalValue>)
      .reverse()
      .map(([key, member]) => [key, withKeysReversed(member)]),
  );
}

describe('canonicalJson', () => {
  test('is JSON that means the value', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('does not depend on the order in which keys were written', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(withKeysReversed(value))).toBe(canonicalJson(value));
      }),
    );
  });

  test('writes instants in UTC and leaves out what is undefined', () => {
    const value = { until: new Date('2027-03-01T09:00:00+08:00'), note: undefined, state: 'APPROVED' };

    expect(canonicalJson(value)).toBe('{"state":"APPROVED","until":"2027-03-01T01:00:00.000Z"}');
  });

  test.for([Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (value) => {
    expect(() => canonicalJson({ value })).toThrow(RangeError);
  });
});
