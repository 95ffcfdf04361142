/** A household was given a voucher: `{ voucherId }`. */
export const VOUCHER_ISSUED = 'voucher.issued';
