import { roundedQuotient } from '../../../kernel/money.ts';

/** An agreed price, or a part of one; integer minor units of one currency. */
export interface PricedWork {
  readonly total: number;
  /** Tax in the total. */
  readonly tax: number;
  /** Tip in the total. */
  readonly tip: number;
  /** What was taken off the price before it came to the total. */
  readonly discounts: number;
}

/** Of what an amount consists besides the price of the work. */
export interface AmountParts {
  readonly tax: number;
  readonly tip: number;
  readonly discount: number;
}

/** What was agreed at booking: the price without what was added during the visit. */
export function withoutExtras(
  quote: PricedWork,
  extras: readonly { readonly amount: number; readonly tax: number }[],
): PricedWork {
  const sum = (key: 'amount' | 'tax'): number => extras.reduce((total, extra) => total + extra[key], 0);
  return { ...quote, total: quote.total - sum('amount'), tax: quote.tax - sum('tax') };
}

/**
 * The parts of what was taken for work: those of its price, in proportion where only a share of it took place. Each is rounded by
 * itself, halves away from zero; tax gives way where the two would exceed the amount. A price of nothing has its parts whole.
 */
export function partsOfWork(price: PricedWork, captured: number): AmountParts {
  const share = (part: number): number =>
    price.total === 0 ? part : roundedQuotient(BigInt(part) * BigInt(captured), BigInt(price.total));
  const tip = Math.min(share(price.tip), captured);
  return { tip, tax: Math.min(share(price.tax), captured - tip), discount: share(price.discounts) };
}

/**
 * The parts of a fee for a visit that did not take place, or not then: taxed as the work would have been, without a tip, and
 * nothing that the platform adds.
 */
export function partsOfFee(price: PricedWork, fee: number): AmountParts {
  const taxed = price.total - price.tip;
  const tax = taxed === 0 ? 0 : roundedQuotient(BigInt(price.tax) * BigInt(fee), BigInt(taxed));
  return { tip: 0, tax: Math.min(tax, fee), discount: 0 };
}
