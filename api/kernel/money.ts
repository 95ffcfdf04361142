/** An amount in integer minor units (pence, fen) of one ISO 4217 currency. May be negative: a discount is. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** Makes a `Money`. Throws `RangeError` unless the amount is a safe integer and the currency three capital letters. */
export function money(amount: number, currency: string): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of minor units`);
  if (!/^[A-Z]{3}$/.test(currency)) throw new RangeError(`${currency} is not an ISO 4217 currency code`);
  // Adding 0 turns -0 into 0, which would otherwise differ from 0 when compared or stored.
  return { amount: amount + 0, currency };
}

/** The sum. Throws `RangeError` when the currencies differ or the result is not a safe integer. */
export function add(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return money(a.amount + b.amount, a.currency);
}

/** `a` less `b`; may be negative. Throws `RangeError` as `add` does. */
export function subtract(a: Money, b: Money): Money {
  assertSameCurrency(a, b);
  return money(a.amount - b.amount, a.currency);
}

/** The amount `count` times. Throws `RangeError` unless `count` is an integer and the result safe. */
export function times(a: Money, count: number): Money {
  return money(a.amount * count, a.currency);
}

/**
 * `percent` of the amount, rounded to a whole minor unit, halves away from zero (0.5 → 1, −0.5 → −1).
 * Calculated in integers: a percentage may have at most two decimals, else `RangeError`.
 */
export function percentOf(a: Money, percent: number): Money {
  return money(roundedQuotient(BigInt(a.amount) * hundredthsOf(percent), 10_000n), a.currency);
}

/**
 * The part of a tax-inclusive amount which is the tax: `amount × percent ÷ (100 + percent)`, rounded as `percentOf`.
 * Throws `RangeError` for a negative percentage or one with more than two decimals.
 */
export function taxWithin(inclusive: Money, percent: number): Money {
  if (percent < 0) throw new RangeError(`${percent} % is not a tax rate`);
  const rate = hundredthsOf(percent);
  return money(roundedQuotient(BigInt(inclusive.amount) * rate, 10_000n + rate), inclusive.currency);
}

/** A percentage as a whole number of hundredths of a percent. Throws `RangeError` if it has more than two decimals. */
export function hundredthsOf(percent: number): bigint {
  const hundredths = Math.round(percent * 100);
  if (!Number.isSafeInteger(hundredths) || Math.abs(percent * 100 - hundredths) > 1e-6) {
    throw new RangeError(`${percent} % has more than two decimals`);
  }
  return BigInt(hundredths);
}

/** `numerator ÷ denominator` as an integer, halves away from zero. The denominator must be positive, else `RangeError`. */
export function roundedQuotient(numerator: bigint, denominator: bigint): number {
  if (denominator <= 0n) throw new RangeError('the denominator must be positive');
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return Number(numerator < 0n ? -rounded : rounded);
}

function assertSameCurrency(a: Money, b: Money): void {
  if (a.currency !== b.currency) throw new RangeError(`cannot combine ${a.currency} with ${b.currency}`);
}
