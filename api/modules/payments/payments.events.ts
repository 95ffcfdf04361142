/** Money was taken, given back or let go of: `{ reference }`. What it amounts to now is for the listener to read. */
export const PAYMENT_SETTLED = 'payment.settled';
