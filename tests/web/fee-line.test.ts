import { describe, expect, it } from 'vitest';
import { toFeeLine } from '../../web/src/ui/fee-line';

const fee = { amount: 0, currency: 'GBP' };
const steps = [
  { from: '2027-03-20T10:00:00Z', until: '2027-03-21T10:00:00Z', percent: 0, fee },
  { from: '2027-03-21T10:00:00Z', until: '2027-03-22T08:00:00Z', percent: 50, fee },
  { from: '2027-03-22T08:00:00Z', until: null, percent: 100, fee },
];
const START = '2027-03-22T10:00:00Z';
const at = (instant: string): number => Date.parse(instant);

describe('the line of fees', () => {
  it('begins with the present stretch and leaves out what is over', () => {
    expect(toFeeLine(steps, START, at('2027-03-20T12:00:00Z')).map(({ percent, isNow }) => [percent, isNow])).toEqual([
      [0, true],
      [50, false],
      [100, false],
    ]);
    expect(toFeeLine(steps, START, at('2027-03-22T09:00:00Z')).map(({ percent }) => percent)).toEqual([100]);
  });

  it('keeps the last instant of a stretch in it', () => {
    expect(toFeeLine(steps, START, at('2027-03-21T10:00:00Z'))[0]).toMatchObject({ percent: 0, isNow: true });
    expect(toFeeLine(steps, START, at('2027-03-21T10:00:00.001Z'))[0]).toMatchObject({ percent: 50, isNow: true });
  });

  it('draws longer stretches longer and none too short to read', () => {
    const weights = toFeeLine(steps, START, at('2027-03-20T10:00:00Z')).map(({ weight }) => weight);
    expect(weights[0]).toBe(4);
    expect(weights[0]).toBeGreaterThan(weights[1]!);
    expect(weights[1]).toBeGreaterThan(weights[2]!);
    expect(weights[2]).toBeGreaterThanOrEqual(1);
  });
});
