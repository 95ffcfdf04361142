import type { ReadRules } from '../../platform/read-rules.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { householdRoleOn } from '../accounts/index.ts';
import { isOwnProvider } from '../providers/index.ts';
import { findOwnBooking, sideOf, visiblePlaceOf } from './booking-side.ts';
import type { BookingRefund } from './booking-refund.entity.ts';
import type { BookingTransition } from './booking-transition.entity.ts';
import type { Booking } from './booking.entity.ts';
import { canOverseeVisits } from './bookings.policy.ts';
import type { BookingPlace } from './bookings.type.ts';
import type { Earnings } from './earnings.type.ts';
import type { MoveProposal } from './move-proposal.entity.ts';
import type { BookingRescheduled } from './rescheduling.type.ts';
import type { BookingSeries } from './series/booking-series.entity.ts';
import type { SeriesVisit } from './series/series-visit.entity.ts';
import { findOwnSeries, sideOfSeries } from './series/series.queries.ts';
import type { SeriesCancellationQuote } from './series/series.type.ts';
import { WaitlistEntry } from './waitlist-entry.entity.ts';
import type { WaitlistOffer } from './waitlist-offer.entity.ts';
import type { WaitlistJoined } from './waitlist.type.ts';
import type { SubstituteSearch } from './substitute-search.entity.ts';
import type { SubstituteAccepted, SubstituteDeclined, SubstituteSought } from './substitutes.type.ts';

const canReadBooking = async (context: RequestContext, booking: Booking): Promise<boolean> =>
  (await sideOf(context, booking)) !== null;
const throughBooking = {
  read: async (context: RequestContext, { booking }: { readonly booking: Booking }): Promise<boolean> =>
    canReadBooking(context, booking),
};

const throughBookingId = {
  read: async (context: RequestContext, { bookingId }: { readonly bookingId: string }): Promise<boolean> =>
    (await findOwnBooking(context, bookingId)) !== null,
};

const canReadEntry = ({ viewer }: RequestContext, { household }: WaitlistEntry): boolean =>
  householdRoleOn(viewer, household) !== null;

export const bookingsReadRules: ReadRules = {
  Booking: {
    read: canReadBooking,
    fields: {
      visitCode: async (context: RequestContext, booking: Booking) => (await sideOf(context, booking)) === 'HOUSEHOLD',
    },
  },
  VisitProgress: { partOf: ['Booking'] },
  VisitTask: { partOf: ['VisitProgress'] },
  VisitExtra: { partOf: ['VisitProgress'] },
  VisitPhoto: { partOf: ['VisitProgress', 'VisitPhotoAdded'] },
  VisitPhotoUploadCreated: 'carries',
  VisitPhotoAdded: 'carries',
  VisitUpdated: 'carries',
  BookingChange: throughBookingId,
  Booker: { partOf: ['Booking', 'BookingTransition'] },
  BookingItem: { partOf: ['Booking', 'BookingSeries'] },
  BookingTransition: {
    read: async (context: RequestContext, { booking }: BookingTransition) =>
      (await findOwnBooking(context, booking)) !== null,
  },
  Earnings: {
    read: async (context: RequestContext, { provider }: Earnings) => isOwnProvider(context, provider),
  },
  BookingRefund: {
    read: async (context: RequestContext, { booking }: BookingRefund) =>
      (await findOwnBooking(context, booking)) !== null,
  },
  BookingRefunded: throughBooking,
  BookingPlace: {
    read: async (context: RequestContext, { booking }: BookingPlace) =>
      (await visiblePlaceOf(context, booking)).address !== 'NONE',
    fields: {
      line: async (context: RequestContext, { booking }: BookingPlace) =>
        (await visiblePlaceOf(context, booking)).address === 'EXACT',
      doorNote: async (context: RequestContext, { booking }: BookingPlace) =>
        (await visiblePlaceOf(context, booking)).doorNote,
    },
  },
  DoorNoteRead: { partOf: ['Booking'] },
  CancellationQuote: throughBookingId,
  RescheduleQuote: throughBookingId,
  BookingRescheduled: {
    read: async (context: RequestContext, { rescheduled }: BookingRescheduled) => canReadBooking(context, rescheduled),
  },
  MoveCheck: throughBookingId,
  MoveObjection: { partOf: ['MoveCheck'] },
  MoveTravel: { partOf: ['MoveCheck'] },
  CancellationStep: { partOf: ['Booking', 'CancellationQuote'] },
  BookingCancelled: throughBooking,
  ScheduledVisit: throughBooking,
  Schedule: 'carries',
  Substitution: { read: ({ viewer }: RequestContext) => canOverseeVisits(viewer) },
  BookingSeries: {
    read: async (context: RequestContext, series: BookingSeries) => (await sideOfSeries(context, series)) !== null,
  },
  SeriesVisit: {
    read: async (context: RequestContext, { series }: SeriesVisit) => (await findOwnSeries(context, series)) !== null,
  },
  SeriesCancellationQuote: {
    read: async (context: RequestContext, { seriesId }: SeriesCancellationQuote) =>
      (await findOwnSeries(context, seriesId)) !== null,
  },
  // Free times and prices are everybody's to see before anything is booked.
  SeriesPreview: 'public',
  SeriesDate: 'public',
  SeriesAlternative: 'public',
  SeriesAccepted: 'carries',
  SeriesVisitsCancelled: 'carries',
  SeriesVisitsMoved: 'carries',
  MoveProposal: {
    read: async (context: RequestContext, { booking }: MoveProposal) =>
      (await findOwnBooking(context, booking)) !== null,
  },
  // Free times and prices are everybody's to see; whose visit they are for, the query asks.
  OtherProvider: 'public',
  PricedDay: 'public',
  PricedSlot: 'public',
  MoveProposed: 'carries',
  MoveProposalAnswered: 'carries',
  MoveProposalWithdrawn: 'carries',
  SubstituteSearch: {
    read: ({ viewer }: RequestContext, { household }: SubstituteSearch) =>
      householdRoleOn(viewer, household) !== null || canOverseeVisits(viewer),
  },
  SubstituteCandidate: { partOf: ['SubstituteSearch'] },
  SubstituteAccepted: {
    read: async (context: RequestContext, { substituted }: SubstituteAccepted) => canReadBooking(context, substituted),
  },
  SubstituteDeclined: {
    read: async (context: RequestContext, { declined }: SubstituteDeclined) => canReadBooking(context, declined),
  },
  SubstituteSought: {
    read: async (context: RequestContext, { sought }: SubstituteSought) => canReadBooking(context, sought),
  },
  WaitlistEntry: { read: canReadEntry },
  WaitedItem: { partOf: ['WaitlistEntry'] },
  WaitlistOffer: {
    read: async (context: RequestContext, { entry }: WaitlistOffer) => {
      const found = await context.loaders.find(WaitlistEntry, entry);
      return found !== null && canReadEntry(context, found);
    },
  },
  WaitlistJoined: { read: (context: RequestContext, { entry }: WaitlistJoined) => canReadEntry(context, entry) },
  RegionPolicy: { read: ({ viewer }: RequestContext) => canOverseeVisits(viewer) },
  PolicyStep: { partOf: ['RegionPolicy'] },
  RegionPolicySaved: 'carries',
  BookabilityReason: { partOf: ['NotBookableError'] },
  Hold: 'carries',
  BookingConfirmed: 'carries',
  RequestAnswered: 'carries',
};
