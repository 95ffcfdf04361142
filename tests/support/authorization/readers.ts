import { ACCOUNTS } from './callers.ts';
import type { CallerName } from './callers.ts';
import type { Strange } from './strange-objects.ts';

const AUDITORS = ['auditor'] as const;
const OPERATORS = ['operator'] as const;
const STAFF = ['auditor', 'operator'] as const;
const AUTHORS = ['operator', 'administrator'] as const;

export interface Reading {
  /** Who may read one that belongs to strangers. */
  readonly by: readonly CallerName[];
  /** The object; one with the ids of strangers wherever an owner can stand if left out. */
  readonly of?: (strange: Strange) => object;
}

const ofBooking: Reading = { by: OPERATORS, of: ({ booking }) => ({ booking }) };

const ofProvider: Reading = { by: [], of: ({ providerId }) => ({ provider: { id: providerId } }) };

/** Every type that has a rule of its own. A test compares the two. */
export const READERS: Readonly<Record<string, Reading>> = {
  Viewer: { by: [], of: ({ accountId }) => ({ id: accountId }) },
  Address: { by: [] },
  SecondFactors: { by: [] },
  AuthenticatorApp: { by: [] },
  Passkey: { by: [] },
  DeviceSession: { by: [] },
  ManagedAccount: { by: ['administrator'] },
  TextBudget: { by: OPERATORS },
  Household: { by: [] },
  HouseholdInvitation: { by: [] },
  DataExport: { by: [] },
  AccountErasure: { by: [] },
  // Made for whoever asks, out of nothing but their own rows.
  ErasurePreview: { by: ACCOUNTS },
  OwnProfile: ofProvider,
  OwnService: ofProvider,
  Onboarding: ofProvider,
  LevelStanding: ofProvider,
  ProviderTransition: { by: OPERATORS },
  LevelChange: { by: OPERATORS },
  Incident: { by: OPERATORS },
  OverseenProvider: { by: OPERATORS },
  ProviderReasonCode: { by: OPERATORS },
  Booking: { by: OPERATORS, of: ({ booking }) => booking },
  BookingTransition: { by: OPERATORS, of: ({ booking }) => ({ booking: booking.id }) },
  BookingRefund: { by: OPERATORS, of: ({ booking }) => ({ booking: booking.id, amount: 1 }) },
  LedgerTransaction: { by: OPERATORS, of: ({ providerId }) => ({ provider: providerId }) },
  LedgerBalance: { by: OPERATORS },
  Earnings: { by: [], of: ({ providerId }) => ({ provider: providerId }) },
  BookingRefunded: ofBooking,
  BookingPlace: ofBooking,
  BookingCancelled: ofBooking,
  ScheduledVisit: ofBooking,
  CancellationQuote: { by: OPERATORS, of: ({ booking }) => ({ bookingId: booking.id }) },
  RescheduleQuote: { by: OPERATORS, of: ({ booking }) => ({ bookingId: booking.id }) },
  MoveCheck: { by: OPERATORS, of: ({ booking }) => ({ bookingId: booking.id }) },
  BookingRescheduled: { by: OPERATORS, of: ({ booking }) => ({ rescheduled: booking }) },
  BookingSeries: { by: OPERATORS, of: ({ series }) => series },
  SeriesVisit: { by: OPERATORS, of: ({ series }) => ({ series: series.id }) },
  SeriesCancellationQuote: { by: OPERATORS, of: ({ series }) => ({ seriesId: series.id }) },
  Substitution: ofBooking,
  BookingChange: { by: OPERATORS, of: ({ booking }) => ({ bookingId: booking.id }) },
  SupportCase: { by: OPERATORS, of: ({ booking }) => ({ booking: booking.id }) },
  // Operators read nothing of a conversation in which nothing was reported.
  Conversation: { by: [], of: ({ booking }) => ({ booking }) },
  Message: { by: [], of: ({ booking }) => ({ booking: booking.id }) },
  MessagePhoto: {
    by: [],
    of: ({ booking }) => ({ booking: booking.id, author: booking.household, message: booking.id }),
  },
  MessageReport: { by: OPERATORS },
  MoveProposal: { by: OPERATORS, of: ({ booking }) => ({ booking: booking.id }) },
  SubstituteSearch: { by: OPERATORS },
  SubstituteAccepted: { by: OPERATORS, of: ({ booking }) => ({ substituted: booking }) },
  SubstituteDeclined: { by: OPERATORS, of: ({ booking }) => ({ declined: booking }) },
  SubstituteSought: { by: OPERATORS, of: ({ booking }) => ({ sought: booking }) },
  WaitlistEntry: { by: [] },
  WaitlistJoined: { by: [], of: ({ accountId }) => ({ entry: { household: accountId } }) },
  WaitlistOffer: { by: [], of: ({ accountId }) => ({ entry: accountId }) },
  RegionPolicy: { by: OPERATORS },
  Voucher: { by: OPERATORS },
  WorkingSpan: { by: [] },
  HoursException: { by: [] },
  TimeOff: { by: [] },
  MyCourse: { by: [] },
  QuizAttempt: { by: [] },
  Certificate: { by: AUTHORS },
  CourseAssignment: { by: AUTHORS },
  CourseCandidate: { by: AUTHORS },
  AuthoredCourse: { by: AUTHORS },
  CourseEvent: { by: AUTHORS },
  LessonImage: { by: AUTHORS, of: ({ accountId }) => ({ id: accountId, course: accountId }) },
  CourseVersion: { by: AUTHORS },
  Credential: { by: AUDITORS, of: ({ credential }) => credential },
  CredentialDecisionRecord: {
    by: AUDITORS,
    of: ({ credential }) => ({ credential: credential.id, auditor: null, revealedAt: new Date(), prevailed: true }),
  },
  CredentialTransition: {
    by: AUDITORS,
    of: ({ credential }) => ({ credential: credential.id, to: 'APPROVED', actor: null, actorRole: 'AUDITOR' }),
  },
  Evidence: { by: AUDITORS, of: ({ credential }) => ({ credential: credential.id }) },
  CredentialReaudit: { by: AUDITORS },
  AuditQueueChange: { by: AUDITORS },
  AuditAgreement: { by: STAFF },
  ReauditDraw: { by: STAFF },
  OverseenCredential: { by: OPERATORS, of: ({ credential }) => ({ credential }) },
  CredentialTypeRevision: { by: OPERATORS },
  RevocationReasonCode: { by: OPERATORS },
  Delivery: { by: OPERATORS },
  AuditEntry: { by: AUTHORS },
  AuditChainStatus: { by: AUTHORS },
  AuditLogVerdict: { by: AUTHORS },
};
