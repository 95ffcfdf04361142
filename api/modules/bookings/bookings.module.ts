import type { ModuleDefinition } from '../../platform/module.ts';
import { provideOpenVisits } from '../accounts/index.ts';
import { provideHouseholdHistory } from '../search/index.ts';
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
  REQUEST_EXPIRED,
} from './bookings.events.ts';
import { BookingsResolver } from './bookings.resolver.ts';
import { IdempotencyRecord } from './idempotency-record.entity.ts';
import { bookingJobs } from './jobs/booking.jobs.ts';
import { BookingRefundsResolver, RefundsResolver } from './refunds.resolver.ts';
import { RegionPoliciesResolver } from './region-policies.resolver.ts';
import { ReschedulingResolver } from './rescheduling.resolver.ts';
import { SubstitutionsResolver } from './substitutions.resolver.ts';
import { bookingsReadRules } from './bookings.read-rules.ts';
import { bookingsPersonalData } from './bookings.personal.ts';

provideHouseholdHistory(countVisitsByProvider);
provideOpenVisits(hasOpenVisits);

export const bookingsModule: ModuleDefinition = {
  name: 'bookings',
  readRules: bookingsReadRules,
  personal: bookingsPersonalData,
  sealed: [SEALED_BOOKING],
  entities: [Booking, BookingRefund, BookingTransition, IdempotencyRecord],
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
  ],
  jobs: bookingJobs,
};
