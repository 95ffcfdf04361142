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
  SERIES_ACCEPTED,
  SERIES_CANCELLED,
  SERIES_DATE_FAILED,
  SERIES_MOVED,
  SERIES_PAYMENT_FAILED,
} from './bookings.events.ts';
export { COMPLETE_VISIT } from './jobs/job-topics.ts';
export { getFirstItem } from './first-item.ts';
export { BookingSeries } from './series/booking-series.entity.ts';
export { SeriesVisit } from './series/series-visit.entity.ts';
