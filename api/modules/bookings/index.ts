export { Booking, SEALED_BOOKING } from './booking.entity.ts';
export type { UnsealedBooking } from './booking.entity.ts';
export { BookingState } from './booking.enums.ts';
export { BookingTransition } from './booking-transition.entity.ts';
export {
  BOOKING_CANCELLED,
  BOOKING_COMPLETED,
  BOOKING_CONFIRMED,
  BOOKING_DECLINED,
  BOOKING_MOVED,
  BOOKING_REQUESTED,
  BOOKING_SUBSTITUTED,
  EXTRA_AGREED,
  EXTRA_PROPOSED,
  REQUEST_EXPIRED,
  VISIT_DELAYED,
  VISIT_LEFT_UNSAFE,
  VISIT_MISSED,
  VISIT_ON_THE_WAY,
  SERIES_ACCEPTED,
  SERIES_CANCELLED,
  SERIES_DATE_FAILED,
  SERIES_MOVED,
  SERIES_PAYMENT_FAILED,
  SUBSTITUTE_SOUGHT,
  SUBSTITUTE_STILL_SOUGHT,
  SUBSTITUTION_WITHDRAWN,
  WAITLIST_ENDED,
  WAITLIST_OFFERED,
  PROVIDER_CHANGED,
  MOVE_PROPOSED,
  MOVE_PROPOSAL_DECLINED,
  MOVE_PROPOSAL_EXPIRED,
} from './bookings.events.ts';
export { COMPLETE_VISIT } from './jobs/job-topics.ts';
export { getFirstItem } from './first-item.ts';
export { VisitExtra } from './visit-extra.entity.ts';
export { Visit } from './visit.entity.ts';
export { findOwnBooking, sideOf } from './booking-side.ts';
export { discountHold, findLiveHold } from './discount-hold.ts';
export { HoldExpiredError } from './bookings.errors.ts';
export { holdExpired } from './hold-expired.ts';
export { mayChange } from './bookings.policy.ts';
export { findAnswer, keepAnswer, toKeyedCall } from './idempotency.ts';
export { wasAskedFor } from './booking-request.ts';
export { BookingSeries } from './series/booking-series.entity.ts';
export { SeriesVisit } from './series/series-visit.entity.ts';
export { SubstituteCause, SubstituteSearch } from './substitute-search.entity.ts';
export { WaitlistEntry, WaitlistStatus } from './waitlist-entry.entity.ts';
export { WaitlistOffer, WaitlistOfferStatus } from './waitlist-offer.entity.ts';
export { MoveProposal, MoveProposalStatus, MoveProposer } from './move-proposal.entity.ts';
export { maskContacts } from './domain/mask-contacts.ts';
