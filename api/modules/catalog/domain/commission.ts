import { hundredthsOf } from '../../../kernel/money.ts';

/** What the platform keeps of the price of the work (M4): percents of 0 to 100 with at most two decimals. */
export interface CommissionRule {
  readonly percent: number;
  /** Rates of single categories, by the id of the category that an item is in; the others have the rate of the region. */
  readonly byCategory: Readonly<Record<string, number>>;
}

/**
 * The rate for a visit with items of these categories, in hundredths of a percent. Items with different rates in one visit share
 * the lowest of them. Throws `RangeError` for no category and for a percent outside 0 to 100 or with more than two decimals.
 */
export function commissionBasisPoints({ percent, byCategory }: CommissionRule, categoryIds: readonly string[]): number {
  if (categoryIds.length === 0) throw new RangeError('a visit has at least one item');
  const rates = categoryIds.map((id) => Number(hundredthsOf(byCategory[id] ?? percent)));
  if (!rates.every((rate) => rate >= 0 && rate <= 10_000)) throw new RangeError('a commission is 0 to 100 percent');
  return Math.min(...rates);
}
