/** A hold may have lapsed: `{ bookingId }`. */
export const EXPIRE_HOLD = 'expire-hold';
/** A request may have lapsed: `{ bookingId }`. */
export const EXPIRE_REQUEST = 'expire-request';
/** A visit should be over: `{ bookingId, generation }`. */
export const COMPLETE_VISIT = 'complete-visit';
/** The household should have paid exactly `due`: `{ bookingId, due }`. */
export const SETTLE_PAYMENT = 'settle-payment';
/** The household owes `due` for having moved a visit late: `{ reference, due }`, the reference of that payment. */
export const SETTLE_MOVE_FEE = 'settle-move-fee';
