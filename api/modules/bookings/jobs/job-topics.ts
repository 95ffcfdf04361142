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
/** Bookings open for a planned date of a series: `{ seriesVisitId }`. */
export const RESERVE_SERIES_VISIT = 'reserve-series-visit';
/** A visit of a series is near enough to ask its card: `{ bookingId }`. */
export const AUTHORIZE_SERIES_VISIT = 'authorize-series-visit';
