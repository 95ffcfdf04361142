import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohensKappa } from '../../../api/modules/qualifications/domain/agreement.ts';
import type { JudgedPair } from '../../../api/modules/qualifications/domain/agreement.ts';

/** A table of counts: both yes, yes and no, no and yes, both no. */
function pairsOf(bothYes: number, yesNo: number, noYes: number, bothNo: number): JudgedPair[] {
  const many = (count: number, first: string, second: string): JudgedPair[] =>
    Array.from({ length: count }, () => ({ first, second }));
  return [
    ...many(bothYes, 'APPROVE', 'APPROVE'),
    ...many(yesNo, 'APPROVE', 'REJECT'),
    ...many(noYes, 'REJECT', 'APPROVE'),
    ...many(bothNo, 'REJECT', 'REJECT'),
  ];
}

const anyPair = fc.record({
  first: fc.constantFrom('APPROVE', 'REJECT', 'OTHER'),
  second: fc.constantFrom('APPROVE', 'REJECT', 'OTHER'),
});

describe('Cohen’s kappa', () => {
  // The first is the textbook case of 50 proposals; the next two have equal agreement and differ in chance.
  it.each<{ counts: [number, number, number, number]; observed: number; expected: number; kappa: number }>([
    { counts: [20, 5, 10, 15], observed: 0.7, expected: 0.5, kappa: 0.4 },
    { counts: [45, 15, 25, 15], observed: 0.6, expected: 0.54, kappa: 0.130435 },
    { counts: [25, 35, 5, 35], observed: 0.6, expected: 0.46, kappa: 0.259259 },
    { counts: [0, 10, 10, 0], observed: 0, expected: 0.5, kappa: -1 },
    { counts: [10, 0, 0, 10], observed: 1, expected: 0.5, kappa: 1 },
  ])('of $counts is $kappa', ({ counts, observed, expected, kappa }) => {
    const figure = cohensKappa(pairsOf(...counts));

    expect(figure.observed).toBeCloseTo(observed, 12);
    expect(figure.expected).toBeCloseTo(expected, 12);
    expect(figure.kappa).toBeCloseTo(kappa, 6);
  });

  it('is not defined without pairs, nor where chance alone makes them agree on everything', () => {
    expect(cohensKappa([])).toEqual({ pairs: 0, observed: null, expected: null, kappa: null });
    expect(cohensKappa(pairsOf(7, 0, 0, 0))).toEqual({ pairs: 7, observed: 1, expected: 1, kappa: null });
  });

  it('is 0 where one of them always says the same and the other does not', () => {
    expect(cohensKappa(pairsOf(9, 3, 0, 0)).kappa).toBe(0);
  });

  it('lies between -1 and 1, is 1 for perfect agreement alone, and does not depend on who comes first', () => {
    fc.assert(
      fc.property(fc.array(anyPair, { minLength: 1, maxLength: 60 }), (pairs) => {
        const { kappa, observed } = cohensKappa(pairs);
        const turned = cohensKappa(pairs.map(({ first, second }) => ({ first: second, second: first })));

        expect(turned.kappa).toEqual(kappa);
        if (kappa === null) return;
        expect(kappa).toBeGreaterThanOrEqual(-1);
        expect(kappa).toBeLessThanOrEqual(1);
        expect(kappa === 1).toBe(observed === 1);
      }),
    );
  });
});
