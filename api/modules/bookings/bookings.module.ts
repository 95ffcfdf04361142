import type { ModuleDefinition } from '../../platform/module.ts';
import { provideOpenVisits } from '../accounts/index.ts';
import { provideHouseholdHistory } from '../search/index.ts';
import { BookingChangesResolver } from './booking-changes.resolver.ts';
import { BookingTransition } from './booking-transition.entity.ts';
import { BookingRefund } from './booking-refund.entity.ts';
import { Booking, SEALED_BOOKING } from './booking.entity.ts';
import {
  BookingPlaceResolver,
  BookingResolver,
  BookingTransitionResolver,
  TimeOffConflictsResolver,
  ViewerHoldResolver,
} from './booking.resolver.ts';
import { countVisitsByProvider, hasOpenVisits } from './bookings.queries.ts';
import {
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
import { BookingsResolver } from './bookings.resolver.ts';
import { IdempotencyRecord } from './idempotency-record.entity.ts';
import { bookingJobs, bookkeepingSubscribers } from './jobs/booking.jobs.ts';
import { BookingRefundsResolver, RefundsResolver } from './refunds.resolver.ts';
import { seriesJobs, seriesSubscribers } from './jobs/series.jobs.ts';
import { FIND_ENDANGERED_DAILY } from './jobs/job-topics.ts';
import { substitutionJobs, substitutionSubscribers } from './jobs/substitution.jobs.ts';
import { moveProposalJobs } from './jobs/move-proposal.jobs.ts';
import { waitlistJobs, waitlistSubscribers } from './jobs/waitlist.jobs.ts';
import { MoveProposal, SEALED_MOVE_PROPOSAL } from './move-proposal.entity.ts';
import { BookingMoveProposalResolver, MoveProposalResolver } from './move-proposals.resolver.ts';
import { RegionPoliciesResolver } from './region-policies.resolver.ts';
import { ReschedulingResolver } from './rescheduling.resolver.ts';
import { BookingSeries } from './series/booking-series.entity.ts';
import { SeriesVisit } from './series/series-visit.entity.ts';
import { BookingSeriesLinkResolver, BookingSeriesResolver, SeriesVisitResolver } from './series/series.resolver.ts';
import { EarningsResolver, LedgerBookingResolver } from './earnings.resolver.ts';
import { SubstituteSearch } from './substitute-search.entity.ts';
import { BookingSubstituteResolver, SubstituteSearchResolver, SubstitutesResolver } from './substitutes.resolver.ts';
import { SubstitutionsResolver } from './substitutions.resolver.ts';
import { WaitlistEntry } from './waitlist-entry.entity.ts';
import { WaitlistOffer } from './waitlist-offer.entity.ts';
import { WaitlistEntryResolver, WaitlistOfferResolver, WaitlistResolver } from './waitlist.resolver.ts';
import { bookingsReadRules } from './bookings.read-rules.ts';
import { bookingsPersonalData } from './bookings.personal.ts';
import { SEALED_VISIT_EXTRA, VisitExtra } from './visit-extra.entity.ts';
import { visitPhotoSource } from './visit-photo-source.ts';
import { VisitPhotoUpload } from './visit-photo-upload.entity.ts';
import { SEALED_VISIT_PHOTO, VisitPhoto } from './visit-photo.entity.ts';
import { VisitPhotoResolver } from './visit-photo.resolver.ts';
import { SEALED_VISIT, Visit } from './visit.entity.ts';
import { BookedVisitResolver, VisitExtraResolver, VisitResolver } from './visit.resolver.ts';

provideHouseholdHistory(countVisitsByProvider);
provideOpenVisits(hasOpenVisits);

export const bookingsModule: ModuleDefinition = {
  name: 'bookings',
  readRules: bookingsReadRules,
  personal: bookingsPersonalData,
  sealed: [SEALED_BOOKING, SEALED_VISIT, SEALED_VISIT_EXTRA, SEALED_VISIT_PHOTO, SEALED_MOVE_PROPOSAL],
  entities: [
    Booking,
    BookingRefund,
    BookingTransition,
    IdempotencyRecord,
    BookingSeries,
    SeriesVisit,
    SubstituteSearch,
    WaitlistEntry,
    WaitlistOffer,
    Visit,
    VisitExtra,
    VisitPhoto,
    VisitPhotoUpload,
    MoveProposal,
  ],
  resolvers: [
    BookingsResolver,
    ReschedulingResolver,
    RefundsResolver,
    BookingRefundsResolver,
    BookingResolver,
    BookingTransitionResolver,
    BookingPlaceResolver,
    ViewerHoldResolver,
    TimeOffConflictsResolver,
    SubstitutionsResolver,
    BookedVisitResolver,
    VisitResolver,
    VisitExtraResolver,
    VisitPhotoResolver,
    BookingChangesResolver,
    BookingSeriesResolver,
    SeriesVisitResolver,
    BookingSeriesLinkResolver,
    SubstitutesResolver,
    SubstituteSearchResolver,
    BookingSubstituteResolver,
    WaitlistResolver,
    WaitlistEntryResolver,
    WaitlistOfferResolver,
    RegionPoliciesResolver,
    MoveProposalResolver,
    EarningsResolver,
    LedgerBookingResolver,
    BookingMoveProposalResolver,
  ],
  facts: [
    BOOKING_REQUESTED,
    BOOKING_CONFIRMED,
    BOOKING_DECLINED,
    REQUEST_EXPIRED,
    BOOKING_CANCELLED,
    BOOKING_COMPLETED,
    BOOKING_MOVED,
    VISIT_ON_THE_WAY,
    VISIT_DELAYED,
    VISIT_MISSED,
    VISIT_LEFT_UNSAFE,
    EXTRA_PROPOSED,
    EXTRA_AGREED,
    SERIES_ACCEPTED,
    SERIES_DATE_FAILED,
    SERIES_PAYMENT_FAILED,
    SERIES_CANCELLED,
    SERIES_MOVED,
    BOOKING_SUBSTITUTED,
    SUBSTITUTE_SOUGHT,
    SUBSTITUTE_STILL_SOUGHT,
    SUBSTITUTION_WITHDRAWN,
    WAITLIST_OFFERED,
    WAITLIST_ENDED,
    PROVIDER_CHANGED,
    MOVE_PROPOSED,
    MOVE_PROPOSAL_DECLINED,
    MOVE_PROPOSAL_EXPIRED,
  ],
  jobs: [...bookingJobs, ...seriesJobs, ...substitutionJobs, ...waitlistJobs, ...moveProposalJobs],
  daily: [FIND_ENDANGERED_DAILY],
  subscribers: [...bookkeepingSubscribers, ...seriesSubscribers, ...substitutionSubscribers, ...waitlistSubscribers],
  files: [visitPhotoSource],
};
