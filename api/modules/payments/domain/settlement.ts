import { roundedQuotient } from '../../../kernel/money.ts';
import { LEDGER_ACCOUNTS } from './ledger-accounts.ts';
import type { LedgerLine } from './ledger-accounts.ts';

/** What was taken for one reference and given back of it, in integer minor units of one currency; nothing is negative. */
export interface Takings {
  readonly captured: number;
  /** At most what was captured. */
  readonly refunded: number;
  /** The part of `refunded` that the platform bears, so that it costs the provider nothing. */
  readonly goodwill: number;
  readonly parts: TakenParts;
  /** The rate of the platform, in hundredths of a percent, 0 to 10,000. */
  readonly commissionBasisPoints: number;
}

/** Of what an amount consists besides the price of the work. */
export interface TakenParts {
  /** Tax in it. */
  readonly tax: number;
  /** Tip in it; tax and tip together are at most the amount. */
  readonly tip: number;
  /** What the platform paid in the place of the household: a voucher lowers the price for one and not for the other. */
  readonly discount: number;
}

/**
 * How the accounts stand once these takings are booked, in the order of the chart and without zeros. They sum to zero, since
 * captured − refunded = provider + commission + tax + tips − promotions.
 *
 * - A refund that the platform does not bear is taken from the price before it is taken from the tip; tax and discount shrink in
 *   proportion to the price.
 * - Commission is on the price of the work: without tax and tip, and before a discount that the platform bears.
 * - Each share is rounded by itself to a whole minor unit, halves away from zero; the provider has what is left, so nothing is lost.
 *
 * @throws RangeError for amounts that contradict each other
 */
export function settle(takings: Takings): LedgerLine[] {
  assertSound(takings);
  const { captured, refunded, goodwill, parts } = takings;
  const price = captured - parts.tip;
  const returned = refunded - goodwill;
  const priceKept = Math.max(0, price - returned);
  const tips = captured - returned - priceKept;
  const tax = inProportion(parts.tax, priceKept, price);
  const discount = inProportion(parts.discount, priceKept, price);
  const work = priceKept - tax + discount;
  const commission = roundedQuotient(BigInt(work) * BigInt(takings.commissionBasisPoints), 10_000n);
  return toLines({
    GATEWAY_CLEARING: captured - refunded,
    PROMOTIONS: discount + goodwill,
    PROVIDER_PAYABLE: commission - work,
    COMMISSION: -commission,
    TAX: -tax,
    TIPS: -tips,
  });
}

/** What has to be posted to bring the accounts from how they stand to how they should; nothing if they agree. */
export function difference(wanted: readonly LedgerLine[], standing: readonly LedgerLine[]): LedgerLine[] {
  const sums: Partial<Record<LedgerLine['account'], number>> = {};
  for (const { account, amount } of wanted) sums[account] = (sums[account] ?? 0) + amount;
  for (const { account, amount } of standing) sums[account] = (sums[account] ?? 0) - amount;
  return toLines(sums);
}

/** What these lines bring the provider they are about: their part of the price, and tips. Below 0 where they give back. */
export function earnedBy(lines: readonly LedgerLine[]): number {
  return lines.reduce(
    (sum, { account, amount }) => (account === 'PROVIDER_PAYABLE' || account === 'TIPS' ? sum - amount : sum),
    0,
  );
}

/** A refund in the order in which it was decided. */
export interface DecidedRefund {
  readonly amount: number;
  readonly isGoodwill: boolean;
}

/** How much of what was really given back is goodwill: what was decided first is given back first. */
export function goodwillWithin(refunds: readonly DecidedRefund[], refunded: number): number {
  let left = refunded;
  let goodwill = 0;
  for (const { amount, isGoodwill } of refunds) {
    const given = Math.min(amount, left);
    left -= given;
    if (isGoodwill) goodwill += given;
  }
  return goodwill;
}

function toLines(sums: Readonly<Partial<Record<LedgerLine['account'], number>>>): LedgerLine[] {
  return LEDGER_ACCOUNTS.flatMap((account) => {
    const amount = sums[account] ?? 0;
    return amount === 0 ? [] : [{ account, amount }];
  });
}

/** A part of a whole that shrank to `kept`. A price of nothing, which a voucher paid for, keeps its parts. */
function inProportion(part: number, kept: number, whole: number): number {
  return whole === 0 ? part : roundedQuotient(BigInt(part) * BigInt(kept), BigInt(whole));
}

function assertSound({ captured, refunded, goodwill, parts, commissionBasisPoints }: Takings): void {
  const { tax, tip, discount } = parts;
  const amounts = [captured, refunded, goodwill, tax, tip, discount, commissionBasisPoints];
  const isSound =
    amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0) &&
    refunded <= captured &&
    goodwill <= refunded &&
    tax + tip <= captured &&
    commissionBasisPoints <= 10_000;
  if (!isSound) throw new RangeError('the amounts of a settlement contradict each other');
}
