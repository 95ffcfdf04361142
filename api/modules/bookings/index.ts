export { Booking, SEALED_BOOKING } from './booking.entity.ts';
export type { UnsealedBooking } from './booking.entity.ts';
export { BookingState } from './booking.enums.ts';
export {
  BOOKING_CANCELLED,
  BOOKING_COMPLETED,
  BOOKING_CONFIRMED,
  BOOKING_DECLINED,
  BOOKING_MOVED,
  BOOKING_REQUESTED,
  REQUEST_EXPIRED,
} from './bookings.events.ts';
export { COMPLETE_VISIT } from './jobs/job-topics.ts';
export { getFirstItem } from './first-item.ts';
export { findOwnBooking, sideOf } from './booking-side.ts';
export { mayChange } from './bookings.policy.ts';
export { findAnswer, keepAnswer, toKeyedCall } from './idempotency.ts';
export { wasAskedFor } from './booking-request.ts';
