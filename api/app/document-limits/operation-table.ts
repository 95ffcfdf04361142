import type { RateLimit } from '../../platform/rate-limits.ts';

/** Whose attempts are counted: those of an address, or of an account and, for visitors, of their address. */
export interface OperationLimit extends RateLimit {
  readonly per: 'address' | 'person';
}

interface OperationRow {
  readonly sensitive?: boolean;
  readonly limit: OperationLimit;
}

/** Whatever takes a secret. All processes share the count. */
const SECRETS: OperationLimit = { name: 'op-secrets', per: 'address', points: 600, windowSeconds: 15 * 60 };
/** Booking and paying: more often than anybody taps, and than a client that repeats itself. */
const BOOKING: OperationLimit = { name: 'op-booking', per: 'person', points: 300, windowSeconds: 60, local: true };
const WRITING: OperationLimit = { name: 'op-writing', per: 'person', points: 300, windowSeconds: 60, local: true };
const SEARCHING: OperationLimit = { name: 'op-search', per: 'person', points: 6_000, windowSeconds: 60, local: true };
const LOOK_UPS: OperationLimit = { name: 'op-look-up', per: 'address', points: 3_000, windowSeconds: 60, local: true };

/** Takes a secret, books, pays or decides: a request may name one of these, once. */
const sensitive = (limit: OperationLimit): OperationRow => ({ sensitive: true, limit });
const ordinary = (limit: OperationLimit): OperationRow => ({ limit });

/** Every mutation of the schema. A test compares the two. */
export const MUTATION_TABLE: Readonly<Record<string, OperationRow>> = {
  acceptRequest: sensitive(BOOKING),
  addTimeOff: ordinary(WRITING),
  assignCourse: sensitive(WRITING),
  cancelBooking: sensitive(BOOKING),
  claimCredential: sensitive(WRITING),
  claimReaudit: sensitive(WRITING),
  completeSecondFactor: sensitive(SECRETS),
  confirmBooking: sensitive(BOOKING),
  confirmTotp: sensitive(SECRETS),
  createCourse: ordinary(WRITING),
  createEvidenceUpload: ordinary(WRITING),
  decideCredential: sensitive(WRITING),
  decideReaudit: sensitive(WRITING),
  declineRequest: sensitive(BOOKING),
  draftCourse: ordinary(WRITING),
  finishEvidenceUpload: sensitive(WRITING),
  finishLesson: ordinary(WRITING),
  holdSlot: sensitive(BOOKING),
  publishCourse: sensitive(WRITING),
  reauthenticate: sensitive(SECRETS),
  releaseHold: sensitive(BOOKING),
  removeEvidence: sensitive(WRITING),
  removeHoursException: ordinary(WRITING),
  removeSecondFactor: sensitive(WRITING),
  removeTimeOff: ordinary(WRITING),
  renewHold: sensitive(BOOKING),
  renewRecoveryCodes: sensitive(WRITING),
  resetSecondFactors: sensitive(WRITING),
  rescheduleBooking: sensitive(BOOKING),
  revokeCredential: sensitive(WRITING),
  saveAddress: ordinary(WRITING),
  saveCourseDraft: ordinary(WRITING),
  saveCredentialType: sensitive(WRITING),
  setHoursException: ordinary(WRITING),
  setLocale: ordinary(WRITING),
  setWorkingHours: ordinary(WRITING),
  signIn: sensitive(SECRETS),
  signOut: sensitive(WRITING),
  signUp: sensitive(SECRETS),
  startCredential: ordinary(WRITING),
  startQuiz: ordinary(WRITING),
  startTotp: sensitive(SECRETS),
  submitCredential: sensitive(WRITING),
  submitQuiz: sensitive(WRITING),
  submitReview: sensitive(WRITING),
  verifyAuditLog: sensitive(WRITING),
  withdrawCourseAssignment: sensitive(WRITING),
};

/** Queries that cost more than reading a row; all others are limited by the ceiling of the whole API only. */
export const QUERY_TABLE: Readonly<Record<string, OperationRow>> = {
  availableSlots: ordinary(SEARCHING),
  quoteVisit: ordinary(SEARCHING),
  rescheduleSlots: ordinary(SEARCHING),
  searchProviders: ordinary(SEARCHING),
  verifyCredential: ordinary(LOOK_UPS),
};

/** A mutation that is in no table is taken for a sensitive one. */
export function isSensitiveMutation(name: string): boolean {
  const row = MUTATION_TABLE[name];
  return row === undefined || row.sensitive === true;
}

/** How often the field of the root may be asked for; null where only the ceiling of the whole API holds. */
export function limitOf(operation: 'query' | 'mutation' | 'subscription', name: string): OperationLimit | null {
  if (operation === 'mutation') return (MUTATION_TABLE[name] ?? ordinary(WRITING)).limit;
  return QUERY_TABLE[name]?.limit ?? null;
}
