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
/** Visits of a provider, or of all, may need somebody else: `{ providerId }`, null for all. */
export const FIND_ENDANGERED = 'find-endangered-visits';
/** The same, once a day. */
export const FIND_ENDANGERED_DAILY = 'find-endangered-visits-daily';
/** Somebody else may have to be sought for a visit: `{ bookingId }`. */
export const SEEK_SUBSTITUTE = 'seek-substitute';
/** Half of the time to choose a substitute is over: `{ searchId }`. */
export const REMIND_SUBSTITUTE = 'remind-substitute';
/** The time to choose a substitute is over: `{ searchId }`. */
export const END_SUBSTITUTION = 'end-substitution';
/** Times of a provider may be free for those who wait: `{ providerId }`. */
export const OFFER_FREED_TIMES = 'waitlist.offer-freed-times';
/** An entry of the waitlist is looked at, and ends when its days have passed: `{ entryId }`. */
export const WATCH_WAITLIST_ENTRY = 'waitlist.watch-entry';
/** A household does not want what it was offered: `{ offerId }`. */
export const PASS_OFFER_ON = 'waitlist.pass-offer-on';
/** A proposal of another time may have been left unanswered: `{ bookingId }`. */
export const EXPIRE_MOVE_PROPOSAL = 'expire-move-proposal';
