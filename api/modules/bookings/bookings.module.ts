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
  REQUEST_EXPIRED,
  SERIES_ACCEPTED,
  SERIES_CANCELLED,
  SERIES_DATE_FAILED,
  SERIES_MOVED,
  SERIES_PAYMENT_FAILED,
} from './bookings.events.ts';
import { BookingsResolver } from './bookings.resolver.ts';
import { IdempotencyRecord } from './idempotency-record.entity.ts';
import { bookingJobs } from './jobs/booking.jobs.ts';
import { seriesJobs, seriesSubscribers } from './jobs/series.jobs.ts';
import { RegionPoliciesResolver } from './region-policies.resolver.ts';
import { ReschedulingResolver } from './rescheduling.resolver.ts';
import { BookingSeries } from './series/booking-series.entity.ts';
import { SeriesVisit } from './series/series-visit.entity.ts';
import { BookingSeriesLinkResolver, BookingSeriesResolver, SeriesVisitResolver } from './series/series.resolver.ts';
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
  entities: [Booking, BookingTransition, IdempotencyRecord, BookingSeries, SeriesVisit],
  resolvers: [
    BookingsResolver,
    ReschedulingResolver,
    BookingResolver,
    BookingTransitionResolver,
    BookingPlaceResolver,
    ViewerHoldResolver,
    TimeOffConflictsResolver,
    SubstitutionsResolver,
    BookingSeriesResolver,
    SeriesVisitResolver,
    BookingSeriesLinkResolver,
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
    SERIES_ACCEPTED,
    SERIES_DATE_FAILED,
    SERIES_PAYMENT_FAILED,
    SERIES_CANCELLED,
    SERIES_MOVED,
  ],
  jobs: [...bookingJobs, ...seriesJobs],
  subscribers: seriesSubscribers,
};
