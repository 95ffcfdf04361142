import { describe, expect, test } from 'vitest';
import { commissionBasisPoints } from '../../../api/modules/catalog/domain/commission.ts';

const rule = { percent: 15, byCategory: { care: 10, beauty: 17.25 } };

describe('the commission of a visit', () => {
  test.each([
    [['cleaning'], 1_500],
    [['care'], 1_000],
    [['beauty'], 1_725],
    [['beauty', 'cleaning'], 1_500],
    [['beauty', 'care', 'cleaning'], 1_000],
  ])('with items of %o is %i hundredths of a percent, the lowest of their rates', (categories, rate) => {
    expect(commissionBasisPoints(rule, categories)).toBe(rate);
  });

  test.each([-1, 100.01, 3.333])('cannot be %d percent', (percent) => {
    expect(() => commissionBasisPoints({ percent, byCategory: {} }, ['cleaning'])).toThrow(RangeError);
  });

  test('needs an item', () => {
    expect(() => commissionBasisPoints(rule, [])).toThrow(RangeError);
  });
});
