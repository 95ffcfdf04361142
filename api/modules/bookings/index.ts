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
  BOOKING_SUBSTITUTED,
  REQUEST_EXPIRED,
  SUBSTITUTE_SOUGHT,
  SUBSTITUTE_STILL_SOUGHT,
  SUBSTITUTION_WITHDRAWN,
  WAITLIST_ENDED,
  WAITLIST_OFFERED,
} from './bookings.events.ts';
export { COMPLETE_VISIT } from './jobs/job-topics.ts';
export { getFirstItem } from './first-item.ts';
export { SubstituteCause, SubstituteSearch, SubstituteStatus } from './substitute-search.entity.ts';
export { WaitlistEntry, WaitlistStatus } from './waitlist-entry.entity.ts';
export { WaitlistOffer, WaitlistOfferStatus } from './waitlist-offer.entity.ts';
