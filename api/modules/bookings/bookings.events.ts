/** A household sent a request: `{ bookingId }`. */
export const BOOKING_REQUESTED = 'booking.requested';
/** A booking is agreed: `{ bookingId, generation }`. */
export const BOOKING_CONFIRMED = 'booking.confirmed';
/** A provider said no: `{ bookingId }`. */
export const BOOKING_DECLINED = 'booking.declined';
/** A request ran out unanswered: `{ bookingId }`. */
export const REQUEST_EXPIRED = 'booking.request-expired';
/** A request or an agreed booking was called off: `{ bookingId, by }`. */
export const BOOKING_CANCELLED = 'booking.cancelled';
/** A visit is over: `{ bookingId, generation }`. */
export const BOOKING_COMPLETED = 'booking.completed';
/** An agreed visit has another time: `{ bookingId, generation, by }`. */
export const BOOKING_MOVED = 'booking.moved';
/** Somebody else comes to an agreed visit: `{ bookingId, generation, by }`. */
export const BOOKING_SUBSTITUTED = 'booking.substituted';
/** Somebody else is sought for an agreed visit: `{ searchId }`. */
export const SUBSTITUTE_SOUGHT = 'booking.substitute-sought';
/** Half of the time to choose a substitute is over: `{ searchId }`. */
export const SUBSTITUTE_STILL_SOUGHT = 'booking.substitute-still-sought';
/** The provider can come after all, so nobody else is sought any more: `{ searchId }`. */
export const SUBSTITUTION_WITHDRAWN = 'booking.substitution-withdrawn';
/** A time is kept for a household of the waitlist: `{ offerId }`. */
export const WAITLIST_OFFERED = 'waitlist.offered';
/** An entry of the waitlist ended without a visit: `{ entryId }`. */
export const WAITLIST_ENDED = 'waitlist.ended';
