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
  acceptInvitation: sensitive(SECRETS),
  acceptRequest: sensitive(BOOKING),
  acceptSeries: sensitive(BOOKING),
  addTimeOff: ordinary(WRITING),
  appealSuspension: sensitive(WRITING),
  applyAsProvider: sensitive(WRITING),
  approveProvider: sensitive(WRITING),
  assignCourse: sensitive(WRITING),
  banAccount: sensitive(WRITING),
  cancelBooking: sensitive(BOOKING),
  cancelSeriesVisits: sensitive(BOOKING),
  changeSeriesCard: sensitive(BOOKING),
  changePassword: sensitive(SECRETS),
  changeRoles: sensitive(WRITING),
  changeMemberRole: sensitive(WRITING),
  cancelErasure: sensitive(WRITING),
  claimCredential: sensitive(WRITING),
  claimReaudit: sensitive(WRITING),
  closeMessageReport: sensitive(WRITING),
  completeSecondFactor: sensitive(SECRETS),
  confirmBooking: sensitive(BOOKING),
  confirmEmailChange: sensitive(SECRETS),
  confirmTotp: sensitive(SECRETS),
  confirmPhone: sensitive(SECRETS),
  createCourse: ordinary(WRITING),
  createEvidenceUpload: ordinary(WRITING),
  createLessonImageUpload: ordinary(WRITING),
  createMessagePhotoUpload: ordinary(WRITING),
  decideCredential: sensitive(WRITING),
  decideReaudit: sensitive(WRITING),
  declineInvitation: sensitive(SECRETS),
  declineApplication: sensitive(WRITING),
  declineRequest: sensitive(BOOKING),
  discardCourseDraft: sensitive(WRITING),
  draftCourse: ordinary(WRITING),
  eraseMyAccount: sensitive(SECRETS),
  exportMyData: sensitive(WRITING),
  finishEvidenceUpload: sensitive(WRITING),
  finishLesson: ordinary(WRITING),
  finishLessonImageUpload: sensitive(WRITING),
  finishMessagePhotoUpload: sensitive(WRITING),
  giveConsent: ordinary(WRITING),
  announceDelay: sensitive(BOOKING),
  answerExtra: sensitive(BOOKING),
  confirmArrival: sensitive(BOOKING),
  confirmVisit: sensitive(BOOKING),
  createVisitPhotoUpload: ordinary(WRITING),
  finishVisit: sensitive(BOOKING),
  finishVisitPhotoUpload: sensitive(WRITING),
  leaveUnsafe: sensitive(BOOKING),
  proposeExtra: sensitive(BOOKING),
  reportNoShow: sensitive(BOOKING),
  startTravel: sensitive(BOOKING),
  startVisit: sensitive(BOOKING),
  tickTask: sensitive(BOOKING),
  closeSupportCase: sensitive(WRITING),
  holdSlot: sensitive(BOOKING),
  liftBan: sensitive(WRITING),
  applyVoucher: sensitive(BOOKING),
  moveSeriesVisits: sensitive(BOOKING),
  inviteMember: sensitive(WRITING),
  leaveHousehold: sensitive(WRITING),
  markMessagesRead: ordinary(WRITING),
  publishCourse: sensitive(WRITING),
  reauthenticate: sensitive(SECRETS),
  leaveAsProvider: sensitive(WRITING),
  pauseMyProfile: sensitive(WRITING),
  reinstateProvider: sensitive(WRITING),
  reinstateCourse: sensitive(WRITING),
  refundBooking: sensitive(BOOKING),
  registerPasskey: sensitive(WRITING),
  releaseHold: sensitive(BOOKING),
  removeEvidence: sensitive(WRITING),
  removeHoursException: ordinary(WRITING),
  removeSecondFactor: sensitive(WRITING),
  removeMember: sensitive(WRITING),
  changeTimeOff: ordinary(WRITING),
  removeTimeOff: ordinary(WRITING),
  removePhone: sensitive(WRITING),
  renamePasskey: sensitive(WRITING),
  renewHold: sensitive(BOOKING),
  reportMessage: sensitive(WRITING),
  renewRecoveryCodes: sensitive(WRITING),
  requestEmailChange: sensitive(SECRETS),
  requestPasswordReset: sensitive(SECRETS),
  resetPassword: sensitive(SECRETS),
  resetSecondFactors: sensitive(WRITING),
  requestPhoneChange: sensitive(SECRETS),
  requestSignInCode: sensitive(SECRETS),
  rescheduleBooking: sensitive(BOOKING),
  revokeInvitation: sensitive(WRITING),
  resumeMyProfile: sensitive(WRITING),
  retireCourse: sensitive(WRITING),
  revokeCredential: sensitive(WRITING),
  revokeOtherSessions: sensitive(WRITING),
  revokeSession: sensitive(WRITING),
  saveAddress: ordinary(WRITING),
  saveCourseDraft: ordinary(WRITING),
  saveRegionPolicy: sensitive(WRITING),
  saveCredentialType: sensitive(WRITING),
  sendMessage: sensitive(WRITING),
  sendPasswordReset: sensitive(WRITING),
  saveOfferings: ordinary(WRITING),
  savePayoutDetails: sensitive(WRITING),
  saveProviderProfile: ordinary(WRITING),
  saveServiceArea: ordinary(WRITING),
  setHoursException: ordinary(WRITING),
  setLocale: ordinary(WRITING),
  setWorkingHours: ordinary(WRITING),
  signIn: sensitive(SECRETS),
  signInWithCode: sensitive(SECRETS),
  signInWithPasskey: sensitive(SECRETS),
  signOut: sensitive(WRITING),
  signOutEverywhere: sensitive(WRITING),
  signUp: sensitive(SECRETS),
  startCredential: ordinary(WRITING),
  startPasskey: sensitive(SECRETS),
  startPasskeyRegistration: sensitive(WRITING),
  startQuiz: ordinary(WRITING),
  startTotp: sensitive(SECRETS),
  submitApplication: sensitive(WRITING),
  submitCredential: sensitive(WRITING),
  submitQuiz: sensitive(WRITING),
  proposeMove: sensitive(BOOKING),
  answerMoveProposal: sensitive(BOOKING),
  withdrawMoveProposal: sensitive(BOOKING),
  acceptSubstitute: sensitive(BOOKING),
  declineSubstitute: sensitive(BOOKING),
  acceptWaitlistOffer: sensitive(BOOKING),
  declineWaitlistOffer: sensitive(BOOKING),
  joinWaitlist: ordinary(BOOKING),
  leaveWaitlist: ordinary(BOOKING),
  submitReview: sensitive(WRITING),
  suspendProvider: sensitive(WRITING),
  upholdSuspension: sensitive(WRITING),
  verifyAuditLog: sensitive(WRITING),
  verifyEmail: sensitive(SECRETS),
  withdrawConsent: ordinary(WRITING),
  withdrawCourseAssignment: sensitive(WRITING),
};

/** Queries that cost more than reading a row; all others are limited by the ceiling of the whole API only. */
export const QUERY_TABLE: Readonly<Record<string, OperationRow>> = {
  availableSlots: ordinary(SEARCHING),
  checkMove: ordinary(SEARCHING),
  invitation: ordinary(LOOK_UPS),
  previewSeries: ordinary(SEARCHING),
  quoteVisit: ordinary(SEARCHING),
  otherProviders: ordinary(SEARCHING),
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
