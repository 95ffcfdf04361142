import type { ModuleDefinition } from '../../platform/module.ts';
import { provideOpenVisits } from '../accounts/index.ts';
import { provideHouseholdHistory } from '../search/index.ts';
import { BookingTransition } from './booking-transition.entity.ts';
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
  REQUEST_EXPIRED,
  SUBSTITUTE_SOUGHT,
  SUBSTITUTE_STILL_SOUGHT,
  SUBSTITUTION_WITHDRAWN,
  WAITLIST_ENDED,
  WAITLIST_OFFERED,
} from './bookings.events.ts';
import { BookingsResolver } from './bookings.resolver.ts';
import { IdempotencyRecord } from './idempotency-record.entity.ts';
import { bookingJobs } from './jobs/booking.jobs.ts';
import { FIND_ENDANGERED_DAILY } from './jobs/job-topics.ts';
import { substitutionJobs, substitutionSubscribers } from './jobs/substitution.jobs.ts';
import { waitlistJobs, waitlistSubscribers } from './jobs/waitlist.jobs.ts';
import { RegionPoliciesResolver } from './region-policies.resolver.ts';
import { ReschedulingResolver } from './rescheduling.resolver.ts';
import { SubstituteSearch } from './substitute-search.entity.ts';
import { BookingSubstituteResolver, SubstituteSearchResolver, SubstitutesResolver } from './substitutes.resolver.ts';
import { SubstitutionsResolver } from './substitutions.resolver.ts';
import { WaitlistEntry } from './waitlist-entry.entity.ts';
import { WaitlistOffer } from './waitlist-offer.entity.ts';
import { WaitlistEntryResolver, WaitlistOfferResolver, WaitlistResolver } from './waitlist.resolver.ts';
import { bookingsReadRules } from './bookings.read-rules.ts';
import { bookingsPersonalData } from './bookings.personal.ts';

provideHouseholdHistory(countVisitsByProvider);
provideOpenVisits(hasOpenVisits);

export const bookingsModule: ModuleDefinition = {
  name: 'bookings',
  readRules: bookingsReadRules,
  personal: bookingsPersonalData,
  sealed: [SEALED_BOOKING],
  entities: [Booking, BookingTransition, IdempotencyRecord, SubstituteSearch, WaitlistEntry, WaitlistOffer],
  resolvers: [
    BookingsResolver,
    ReschedulingResolver,
    BookingResolver,
    BookingTransitionResolver,
    BookingPlaceResolver,
    ViewerHoldResolver,
    TimeOffConflictsResolver,
    SubstitutionsResolver,
    SubstitutesResolver,
    SubstituteSearchResolver,
    BookingSubstituteResolver,
    WaitlistResolver,
    WaitlistEntryResolver,
    WaitlistOfferResolver,
    RegionPoliciesResolver,
  ],
  facts: [
    BOOKING_REQUESTED,
    BOOKING_CONFIRMED,
    BOOKING_DECLINED,
    REQUEST_EXPIRED,
    BOOKING_CANCELLED,
    BOOKING_COMPLETED,
    BOOKING_MOVED,
    BOOKING_SUBSTITUTED,
    SUBSTITUTE_SOUGHT,
    SUBSTITUTE_STILL_SOUGHT,
    SUBSTITUTION_WITHDRAWN,
    WAITLIST_OFFERED,
    WAITLIST_ENDED,
  ],
  jobs: [...bookingJobs, ...substitutionJobs, ...waitlistJobs],
  daily: [FIND_ENDANGERED_DAILY],
  subscribers: [...substitutionSubscribers, ...waitlistSubscribers],
};
