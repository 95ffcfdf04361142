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
/** The provider has set off: `{ bookingId, generation }`. */
export const VISIT_ON_THE_WAY = 'visit.on-the-way';
/** The provider says when they will be there: `{ bookingId, eta }`, epoch milliseconds. */
export const VISIT_DELAYED = 'visit.delayed';
/** One side did not come: `{ bookingId, by }`, the side that waited. */
export const VISIT_MISSED = 'visit.missed';
/** The provider left because they were not safe: `{ bookingId }`. */
export const VISIT_LEFT_UNSAFE = 'visit.left-unsafe';
/** More time or a further service is proposed, agreed to or refused: `{ bookingId, extraId }`. */
export const EXTRA_PROPOSED = 'visit.extra-proposed';
export const EXTRA_AGREED = 'visit.extra-agreed';

/** Something about a booking is not as it was: `{ bookingId }`. For whoever looks at it now. */
export const bookingChangedFor = (person: 'household' | 'account', id: string): string =>
  `booking.changed.${person}.${id}`;
/** A household booked a series; `bookingId` is its first visit: `{ seriesId, bookingId, reserved, planned }`. */
export const SERIES_ACCEPTED = 'series.accepted';
/** A planned date of a series could not be reserved when bookings opened; `bookingId` is its latest visit: `{ seriesVisitId, bookingId }`. */
export const SERIES_DATE_FAILED = 'series.date-failed';
/** The card of a series was refused for a visit that nears: `{ bookingId, cardVersion }`. */
export const SERIES_PAYMENT_FAILED = 'series.payment-failed';
/** Several dates of a series were called off; `bookingId` is the first visit among them: `{ changeId, bookingId, visits }`. */
export const SERIES_CANCELLED = 'series.cancelled';
/** Several dates of a series have new times; `bookingId` is the first visit among them: `{ changeId, bookingId, visits }`. */
export const SERIES_MOVED = 'series.moved';
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
/** One side of a visit proposes another time: `{ bookingId, proposalId }`. Accepted, it is told of as a move. */
export const MOVE_PROPOSED = 'move.proposed';
/** The other side does not want the proposed time: `{ bookingId, proposalId }`. */
export const MOVE_PROPOSAL_DECLINED = 'move.declined';
/** Nobody answered a proposed time: `{ bookingId, proposalId }`. */
export const MOVE_PROPOSAL_EXPIRED = 'move.proposal-expired';
/** A household chose somebody else to come: `{ bookingId, generation, by, formerProvider, formerStart }`, an ISO instant. */
export const PROVIDER_CHANGED = 'booking.provider-changed';
