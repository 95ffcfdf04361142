import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, money, percentOf, subtract, taxWithin, times } from '../../../api/kernel/money.ts';

describe('money', () => {
  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %s minor units', (amount) => {
    expect(() => money(amount, 'GBP')).toThrow(RangeError);
  });

  it.each(['gbp', 'POUND', ''])('refuses the currency %j', (currency) => {
    expect(() => money(1, currency)).toThrow(RangeError);
  });

  it('refuses to combine two currencies', () => {
    expect(() => add(money(1, 'GBP'), money(1, 'CNY'))).toThrow('GBP with CNY');
    expect(() => subtract(money(1, 'GBP'), money(1, 'CNY'))).toThrow('GBP with CNY');
  });

  it('adds, subtracts and multiplies in minor units', () => {
    expect(add(money(150, 'GBP'), money(-50, 'GBP'))).toEqual(money(100, 'GBP'));
    expect(subtract(money(150, 'GBP'), money(200, 'GBP'))).toEqual(money(-50, 'GBP'));
    expect(times(money(150, 'GBP'), 3)).toEqual(money(450, 'GBP'));
  });

  it('has no negative zero', () => {
    expect(Object.is(times(money(0, 'GBP'), -1).amount, 0)).toBe(true);
  });
});

describe('percentOf', () => {
  it.each([
    [100, 50, 50],
    [1, 50, 1],
    [-1, 50, -1],
    [3, 50, 2],
    [1, 49.99, 0],
    [1005, 10, 101],
    [1004, 10, 100],
    [1500, 0.1, 2],
    [200, 28.75, 58],
    [999, 0, 0],
    [999, 100, 999],
  ])('of %i at %d %% is %i: halves go away from zero', (amount, percent, expected) => {
    expect(percentOf(money(amount, 'CNY'), percent)).toEqual(money(expected, 'CNY'));
  });

  it('refuses a percentage with more than two decimals', () => {
    expect(() => percentOf(money(100, 'CNY'), 33.333)).toThrow(RangeError);
  });

  it('is symmetric about zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: 20_000 }), (amount, hundredths) => {
        const [gain, loss] = [amount, -amount].map((value) => percentOf(money(value, 'GBP'), hundredths / 100).amount);

        expect(gain).toBe(0 - loss!);
      }),
    );
  });
});

describe('taxWithin', () => {
  it.each([
    [12_000, 20, 2_000],
    [10_600, 6, 600],
    [10_000, 20, 1_667],
    [10_000, 0, 0],
  ])('of %i at %d %% is %i', (amount, percent, expected) => {
    expect(taxWithin(money(amount, 'GBP'), percent)).toEqual(money(expected, 'GBP'));
  });

  it('refuses a negative rate', () => {
    expect(() => taxWithin(money(100, 'GBP'), -1)).toThrow(RangeError);
  });
});
