import type { MoneyAmount } from '@/ui/formats';

interface Line {
  readonly account: string;
  readonly amount: MoneyAmount;
}

/** What one transaction is made of, as a provider counts: what is theirs is above 0. */
export interface EarnedParts {
  /** The price of the work, without tax and tip and before a voucher. */
  readonly work: MoneyAmount;
  readonly commission: MoneyAmount;
  readonly tip: MoneyAmount;
  /** What the household paid or, below 0, got back. */
  readonly paid: MoneyAmount;
  /** Tax in what was paid. */
  readonly tax: MoneyAmount;
  /** What the platform paid in the place of the household. */
  readonly borne: MoneyAmount;
}

/** Reads the parts off the entries of a transaction: a credit is what somebody earned, a debit what somebody paid. */
export function toEarnedParts(entries: readonly Line[]): EarnedParts {
  const currency = entries[0]?.amount.currency ?? '';
  const debit = (account: string): number =>
    entries.reduce((sum, line) => (line.account === account ? sum + line.amount.amount : sum), 0);
  const money = (amount: number): MoneyAmount => ({ amount: amount + 0, currency });
  return {
    work: money(-debit('PROVIDER_PAYABLE') - debit('COMMISSION')),
    commission: money(debit('COMMISSION')),
    tip: money(-debit('TIPS')),
    paid: money(debit('GATEWAY_CLEARING')),
    tax: money(-debit('TAX')),
    borne: money(debit('PROMOTIONS')),
  };
}

const OBJECTION_MS = 48 * 3_600_000;

/** When nobody can object any more to what was earned then. */
export function freeFrom(at: string): string {
  return new Date(Date.parse(at) + OBJECTION_MS).toISOString();
}
