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
/** The household owes `due` for what was added during a visit: `{ reference, due }`, the reference of that payment. */
export const SETTLE_EXTRA = 'settle-extra';
/** A visit that was completed should be closed: `{ bookingId }`. */
export const CLOSE_VISIT = 'close-visit';
/** A photo that was announced should have come: `{ uploadId }`. */
export const SWEEP_VISIT_PHOTO = 'sweep-visit-photo';
/** Bookings open for a planned date of a series: `{ seriesVisitId }`. */
export const RESERVE_SERIES_VISIT = 'reserve-series-visit';
/** A visit of a series is near enough to ask its card: `{ bookingId }`. */
export const AUTHORIZE_SERIES_VISIT = 'authorize-series-visit';
