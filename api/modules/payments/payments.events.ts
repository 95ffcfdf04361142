/** The bank took back its promise, so that what is due cannot be taken: `{ reference, due }`, in minor units. */
export const PAYMENT_LOST = 'payment.lost';
