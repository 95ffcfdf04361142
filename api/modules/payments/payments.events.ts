/** The bank took back its promise, so that what is due cannot be taken: `{ reference, due }`, in minor units. */
export const PAYMENT_LOST = 'payment.lost';

/** Money was taken, given back or let go of: `{ reference }`. What it amounts to now is for the listener to read. */
export const PAYMENT_SETTLED = 'payment.settled';
