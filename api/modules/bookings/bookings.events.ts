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
