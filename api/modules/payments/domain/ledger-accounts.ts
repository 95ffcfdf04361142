/**
 * The accounts of the ledger (M3). `PROVIDER_PAYABLE` and `TIPS` are kept for each provider, `HOUSEHOLD_CREDIT` for each household,
 * the others once for the platform.
 */
export const LEDGER_ACCOUNTS = [
  'GATEWAY_CLEARING',
  'HOUSEHOLD_CREDIT',
  'PROVIDER_PAYABLE',
  'TIPS',
  'COMMISSION',
  'TAX',
  'PROMOTIONS',
  'PAYOUT_CLEARING',
] as const;

/** Names one of them. */
export type LedgerAccountName = (typeof LEDGER_ACCOUNTS)[number];

/** One side of a posting in integer minor units: above 0 is a debit, below 0 a credit. */
export interface LedgerLine {
  readonly account: LedgerAccountName;
  readonly amount: number;
}

/** Whose the account is that a line about this provider falls on; null for an account of the platform. */
export function ownerOf(account: LedgerAccountName, provider: string): string | null {
  return account === 'PROVIDER_PAYABLE' || account === 'TIPS' ? provider : null;
}
