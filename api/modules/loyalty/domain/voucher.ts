/** Part of the agreed price that a household gets for its next visit when a provider calls a visit off. */
const VOUCHER_PERCENT = 10;
const VALID_DAYS = 365;
const DAY_MS = 86_400_000;

/** Minor units of a voucher for a visit of that agreed total: a tenth, rounded up, so that there is something in it. */
export function voucherAmount(total: number): number {
  return Math.ceil((total * VOUCHER_PERCENT) / 100);
}

/** When a voucher issued at `now` ends; that instant itself no longer counts. */
export function voucherEnd(now: Date): Date {
  return new Date(now.getTime() + VALID_DAYS * DAY_MS);
}
