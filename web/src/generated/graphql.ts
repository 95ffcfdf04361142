/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A series to book. */
export type AcceptSeriesInput = {
  /** Dates that are left out or get another start; the others stay. */
  choices: Array<SeriesChoiceInput>;
  /** How to get in; shown to the provider only around each visit. */
  doorNote?: string | null | undefined;
  /** Prices of all visits kept, added up, minor units; if it has changed, nothing is booked. */
  expectedTotal: number;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** What the provider should know. */
  note?: string | null | undefined;
  /** Token of the card or wallet, for the first visit now and each other as it nears. */
  paymentMethod: string;
  /** The visits, as previewed. */
  series: SeriesInput;
};

/** A substitute to accept. */
export type AcceptSubstituteInput = {
  /** The visit. */
  bookingId: string;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** Who shall come; one of those proposed. */
  providerId: string;
};

/** An offer to take. */
export type AcceptWaitlistOfferInput = {
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** The offer. */
  offerId: string;
};

/** Which accounts. */
export type AccountFilter = {
  /** Only those that are kept out, or only those that are not. */
  isBanned?: boolean | null | undefined;
  /** With this role. */
  role?: Role | null | undefined;
  /** A whole e-mail address, or the beginning of a name. */
  search?: string | null | undefined;
};

/** Time to take off. */
export type AddTimeOffInput = {
  /** Instant it is over. */
  end: string;
  /** A note for yourself. */
  reason?: string | null | undefined;
  /** First instant. */
  start: string;
};

/** When you will be there. */
export type AnnounceDelayInput = {
  /** The booking. */
  bookingId: string;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** In how many minutes from now, 5 to 240. */
  minutes: number;
};

/** An answer to what the provider proposes. */
export type AnswerExtraInput = {
  /** Whether you agree. */
  agree: boolean;
  /** The booking. */
  bookingId: string;
  /** The price you saw, minor units; if it is another one, nothing is agreed. */
  expectedAmount: number;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** Token of the card or wallet; needed to agree. */
  paymentMethod?: string | null | undefined;
};

/** Your answer to a proposed time. */
export type AnswerMoveProposalInput = {
  /** True moves the visit at once; false leaves it as it is. */
  accept: boolean;
  /** The proposal. */
  proposalId: string;
};

/** Why a suspension should be lifted. */
export type AppealSuspensionInput = {
  /** In your own words. */
  text: string;
};

/** Who wants to become a provider, and where. */
export type ApplyAsProviderInput = {
  /** The name that households see. */
  displayName: string;
  /** One line on what they do best. */
  headline: string;
  /** The region they want to work in. */
  regionId: string;
};

/** Which voucher lowers the price of a hold. */
export type ApplyVoucherInput = {
  /** The hold. */
  bookingId: string;
  /** The voucher; null takes the one there is off again. */
  voucherId?: string | null | undefined;
};

/** An approval. */
export type ApproveProviderInput = {
  /** More about it; the provider reads it. */
  note?: string | null | undefined;
  /** Whom it is about. */
  providerId: string;
  /** Code of the reason, one of providerReasons. */
  reasonCode: string;
};

/** A course for a provider. */
export type AssignCourseInput = {
  /** The course. */
  courseId: string;
  /** Last day to pass it, in the region of the provider. */
  dueOn: string;
  /** The provider. */
  providerId: string;
  /** Why. */
  reason: AssignmentReason;
};

/** Why a provider is to take a course. */
export type AssignmentReason =
  /** Because what the course teaches has changed. */
  | 'NEW_RULES'
  /** For work they want to take on. */
  | 'NEW_WORK'
  /** After something went wrong. */
  | 'RETRAINING';

/** Who acted. */
export type AuditActorKind =
  /** Somebody who was signed in. */
  | 'ACCOUNT'
  /** The platform itself: a job or the command line. */
  | 'SYSTEM'
  /** Somebody who was not signed in. */
  | 'VISITOR';

/** What was done to the audit log, as far as its rows tell. */
export type AuditFault =
  /** A row is gone. */
  | 'DELETED'
  /** A row is not as it was written. */
  | 'EDITED'
  /** A row was put in past the log. */
  | 'INSERTED'
  /** Entries wait for their link for too long: no worker runs. */
  | 'NOT_SEALED'
  /** A row stands in the place of another. */
  | 'REORDERED'
  /** The chain was made anew up to here. */
  | 'REWRITTEN'
  /** The signed end of a day is gone. */
  | 'ROOT_MISSING'
  /** The signed end of a day is not where the day ends. */
  | 'ROOT_WRONG'
  /** A signature is not one of this installation. */
  | 'SIGNATURE_WRONG'
  /** The end was cut off. */
  | 'TRUNCATED';

/** Which entries of the audit log. */
export type AuditLogFilter = {
  /** Of this action, such as credential.decided. */
  action?: string | null | undefined;
  /** By this account. */
  actorId?: string | null | undefined;
  /** At this instant or later. */
  from?: string | null | undefined;
  /** Before this instant. */
  to?: string | null | undefined;
};

/** Which credentials of the queue. */
export type AuditQueueFilter = {
  /** Only those whose decision is overdue. */
  overdue?: boolean | null | undefined;
  /** In one of these states only. */
  states?: Array<CredentialState> | null | undefined;
  /** Of this type only. */
  typeId?: string | null | undefined;
};

/** When can this provider do this visit? */
export type AvailableSlotsInput = {
  /** First local day. */
  from: string;
  /** What is to be done; at most 6 items. */
  items: Array<VisitItemInput>;
  /** Where; left out for a visit to the studio. */
  place?: PlaceInput | null | undefined;
  /** The provider. */
  providerId: string;
  /** Last local day, inclusive; at most 14 days in all. */
  to: string;
};

/** Why a provider cannot be booked for a visit. */
export type BookabilityCode =
  /** Has not passed the course that the item requires. */
  | 'COURSE_MISSING'
  /** The certificate of the required course is not valid on that day. */
  | 'COURSE_NOT_VALID'
  /** Lacks a credential that the item requires. */
  | 'CREDENTIAL_MISSING'
  /** A required credential is not valid on that day. */
  | 'CREDENTIAL_NOT_VALID'
  /** Is below the level that the item requires. */
  | 'LEVEL_TOO_LOW'
  /** Does not offer the item at present. */
  | 'OFFERING_OFF'
  /** Does not come to this place. */
  | 'OUTSIDE_SERVICE_AREA'
  /** Takes no bookings at present. */
  | 'PROVIDER_NOT_ACTIVE'
  /** The item is not done at that kind of place. */
  | 'VENUE_NOT_OFFERED';

/** Which bookings. */
export type BookingFilter = {
  /** On that local day or later. */
  from?: string | null | undefined;
  /** With a provider whose name has this in it, in either language. */
  providerName?: string | null | undefined;
  /** Whose reference has this in it. */
  reference?: string | null | undefined;
  /** In that region. */
  regionId?: string | null | undefined;
  /** In any of these states. */
  states?: Array<BookingState> | null | undefined;
  /** Upcoming or past; both if left out. */
  tense?: BookingTense | null | undefined;
  /** On that local day or earlier. */
  to?: string | null | undefined;
};

/** Where a booking stands. */
export type BookingState =
  /** Called off. */
  | 'CANCELLED'
  /** Over and no longer open to complaint. */
  | 'CLOSED'
  /** The visit is over. */
  | 'COMPLETED'
  /** Agreed and paid for. */
  | 'CONFIRMED'
  /** The provider said no. */
  | 'DECLINED'
  /** The provider is on the way. */
  | 'EN_ROUTE'
  /** The hold or the request ran out. */
  | 'EXPIRED'
  /** The time is kept for a few minutes while the household decides. */
  | 'HELD'
  /** The visit has begun. */
  | 'IN_PROGRESS'
  /** One side did not come. */
  | 'NO_SHOW'
  /** Waiting for the provider to accept. */
  | 'REQUESTED';

/** Which side of now a booking lies on. */
export type BookingTense =
  /** Over or called off, latest first. */
  | 'PAST'
  /** Not yet over, soonest first. */
  | 'UPCOMING';

/** A booking to call off. */
export type CancelBookingInput = {
  /** The booking. */
  bookingId: string;
  /** The fee you saw, minor units; if it has changed, nothing is cancelled. */
  expectedFee: number;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** Why. */
  reason?: string | null | undefined;
};

/** Dates of a series to call off. */
export type CancelSeriesVisitsInput = {
  /** The fees you saw, added up, minor units; if they have changed, nothing is cancelled. */
  expectedFee: number;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** Why. */
  reason?: string | null | undefined;
  /** This one, this and all after it, or all. */
  scope: SeriesScope;
  /** The date it is about. */
  seriesVisitId: string;
};

/** A new password in place of the current one. */
export type ChangePasswordInput = {
  /** The password of now. */
  currentPassword: string;
  /** At least 10 characters. */
  newPassword: string;
};

/** Roles to grant and to take away. */
export type ChangeRolesInput = {
  /** Whose. */
  accountId: string;
  /** What they may work as from now on. */
  grant: Array<Role>;
  /** Why, for the audit log; without personal data. */
  reason: string;
  /** What they may no longer work as. */
  revoke: Array<Role>;
};

/** Another card for a series. */
export type ChangeSeriesCardInput = {
  /** Token of the card or wallet. */
  paymentMethod: string;
  /** The series. */
  seriesId: string;
};

/** Time off as it is to be from now on. */
export type ChangeTimeOffInput = {
  /** Instant it is over. */
  end: string;
  /** The time off. */
  id: string;
  /** A note for yourself. */
  reason?: string | null | undefined;
  /** First instant. */
  start: string;
};

/** What an operator decided about a report. */
export type CloseMessageReportInput = {
  /** UPHELD or DISMISSED. */
  outcome: ReportState;
  /** Why, for the audit log; 500 characters at most. */
  reason: string;
  /** The report. */
  reportId: string;
};

/** A case that is settled. */
export type CloseSupportCaseInput = {
  /** The case. */
  caseId: string;
  /** What came of it. */
  outcome: string;
};

/** The second factor of a sign-in: one of the three. */
export type CompleteSecondFactorInput = {
  /** What the sign-in answered with. */
  challenge: string;
  /** The code that an authenticator app shows. */
  code?: string | null | undefined;
  /** What the browser answered for a passkey, as JSON. */
  passkey?: string | null | undefined;
  /** One of the recovery codes. */
  recoveryCode?: string | null | undefined;
};

/** A hold to turn into a booking. */
export type ConfirmBookingInput = {
  /** The held booking. */
  bookingId: string;
  /** A coupon, if any. */
  couponCode?: string | null | undefined;
  /** How to get in; shown to the provider only around the visit. */
  doorNote?: string | null | undefined;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** What the provider should know. */
  note?: string | null | undefined;
  /** Token of the card or wallet. */
  paymentMethod: string;
};

/** The first code of a new authenticator app. */
export type ConfirmTotpInput = {
  /** The app that was begun. */
  appId: string;
  /** Challenge of the sign-in, where the account has to set a second factor up before it gets in. */
  challenge?: string | null | undefined;
  /** The code that it shows. */
  code: string;
};

/** What an auditor has to do with the holder of a credential. */
export type ConflictOfInterest =
  /** Both belong to one business. */
  | 'COLLEAGUE'
  /** The holder manages their business. */
  | 'EMPLOYEE'
  /** They manage the holder's business. */
  | 'EMPLOYER'
  /** It is their own. */
  | 'OWN';

/** A text as it was read. */
export type ConsentInput = {
  /** What it is about. */
  purpose: ConsentPurpose;
  /** The version that was read. */
  version: string;
};

/** What a person agrees to. */
export type ConsentPurpose =
  /** News and offers by message. */
  | 'MARKETING'
  /** How personal data is used; nobody can have an account without it. */
  | 'PRIVACY'
  /** Suggestions out of one’s own past visits. */
  | 'RECOMMENDATIONS'
  /** The terms of use; nobody can have an account without them. */
  | 'TERMS';

/** How a person stands to a text. */
export type ConsentState =
  /** They agreed to the present version. */
  | 'GIVEN'
  /** They have not said. */
  | 'NEVER_ASKED'
  /** They agreed to an earlier version and have not seen the present one. */
  | 'OUTDATED'
  /** They took it back. */
  | 'WITHDRAWN';

/** What you may do in a conversation. */
export type ConversationState =
  /** Read: the visit is over for more than seven days. */
  | 'CLOSED'
  /** Read and write. */
  | 'OPEN'
  /** Read: another of your household booked the visit. */
  | 'READ_ONLY';

/** What was done to a course besides writing its versions. */
export type CourseEventKind =
  /** A draft was thrown away. */
  | 'DRAFT_DISCARDED'
  /** It was brought back. */
  | 'REINSTATED'
  /** It was retired: nobody new takes it. */
  | 'RETIRED';

/** Why a course is on your list. */
export type CourseNeed =
  /** You were asked to take it by a day. */
  | 'ASSIGNED'
  /** You may take it. */
  | 'OPTIONAL'
  /** Something you offer asks for it. */
  | 'REQUIRED';

/** Where a version of a course stands. */
export type CourseVersionState =
  /** Being written; nobody takes it. */
  | 'DRAFT'
  /** What providers take; it never changes. */
  | 'PUBLISHED'
  /** Was published until the next version was; it never changes. */
  | 'REPLACED';

/** A new course. */
export type CreateCourseInput = {
  /** Stable name in capitals and underscores, e.g. SAFE_CLEANING; it never changes. */
  code: string;
  /** Name, at most 120 characters each. */
  name: LocalizedTextInput;
};

/** A file that shows what a credential claims, about to be uploaded. */
export type CreateEvidenceUploadInput = {
  /** Its length, 10 MB (10,485,760 bytes) at most. */
  bytes: number;
  /** image/jpeg, image/png, image/webp, image/heic, image/heif or application/pdf. */
  contentType: string;
  /** A draft of yours, or one that was sent back. */
  credentialId: string;
  /** Which of the files that its type asks for. */
  kind: string;
  /** Name of the file. */
  name: string;
};

/** A picture for the lessons of a course, about to be uploaded. */
export type CreateLessonImageUploadInput = {
  /** Its length, 10 MB (10,485,760 bytes) at most. */
  bytes: number;
  /** image/jpeg, image/png or image/webp. */
  contentType: string;
  /** The course. */
  courseId: string;
};

/** A photo for a message, about to be uploaded. */
export type CreateMessagePhotoUploadInput = {
  /** The booking. */
  bookingId: string;
  /** Its length, 10 MB (10,485,760 bytes) at most. */
  bytes: number;
  /** image/jpeg, image/png or image/webp. */
  contentType: string;
};

/** A photo of a visit, about to be uploaded. */
export type CreateVisitPhotoUploadInput = {
  /** The booking. */
  bookingId: string;
  /** Its length, 10 MB (10,485,760 bytes) at most. */
  bytes: number;
  /** image/jpeg, image/png, image/webp, image/heic or image/heif. */
  contentType: string;
  /** What it shows. */
  moment: PhotoMoment;
};

/** What an auditor can decide. */
export type CredentialDecision =
  /** The credential counts from now on. */
  | 'APPROVE'
  /** It does not count; the reason says what to do. */
  | 'REJECT'
  /** The provider must add something first. */
  | 'REQUEST_MORE';

/** Where a credential stands. */
export type CredentialState =
  /** Counts while it is valid. */
  | 'APPROVED'
  /** Not handed in. */
  | 'DRAFT'
  /** Its validity is over. */
  | 'EXPIRED'
  /** An auditor has claimed it. */
  | 'IN_REVIEW'
  /** The provider must add something. */
  | 'MORE_INFO'
  /** Refused with a reason. */
  | 'REJECTED'
  /** Taken back. */
  | 'REVOKED'
  /** Waiting for the vote of a second auditor. */
  | 'SECOND_REVIEW'
  /** Waiting for an auditor. */
  | 'SUBMITTED'
  /** Two auditors differ; waiting for the vote of a third, which decides. */
  | 'THIRD_REVIEW';

/** How far an export is. */
export type DataExportState =
  /** Its files are gone. */
  | 'EXPIRED'
  /** Could not be made; another can be asked for. */
  | 'FAILED'
  /** Waiting for its turn. */
  | 'QUEUED'
  /** To be fetched. */
  | 'READY'
  /** Being collected. */
  | 'RUNNING';

/** An auditor's decision. */
export type DecideCredentialInput = {
  /** The credential, claimed by you. */
  credentialId: string;
  /** What you decide. */
  decision: CredentialDecision;
  /** Words to the provider. */
  note?: string | null | undefined;
  /** One of credentialReasonCodes that fits the decision. */
  reasonCode: string;
  /** The version you looked at. */
  version: number;
};

/** An auditor's vote on what was drawn to be audited again. */
export type DecideReauditInput = {
  /** APPROVE or REJECT: how you would have decided. */
  decision: CredentialDecision;
  /** Words for the record; the provider does not read them. */
  note?: string | null | undefined;
  /** One of credentialReasonCodes that fits. */
  reasonCode: string;
  /** The re-audit, claimed by you. */
  reauditId: string;
  /** The version you looked at. */
  version: number;
};

/** What is sent back, and why. */
export type DeclineApplicationInput = {
  /** More about it; the provider reads it. */
  note?: string | null | undefined;
  /** Whom it is about. */
  providerId: string;
  /** Code of the reason, one of providerReasons. */
  reasonCode: string;
};

/** A visit to be paid back rather than done by somebody else. */
export type DeclineSubstituteInput = {
  /** The visit. */
  bookingId: string;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
};

/** How a message travels. */
export type DeliveryChannel =
  /** E-mail. */
  | 'EMAIL'
  /** Text message. */
  | 'SMS';

/** Which messages. */
export type DeliveryFilter = {
  /** About this booking. */
  bookingId?: string | null | undefined;
  /** Of this kind. */
  kind?: string | null | undefined;
  /** With this fate. */
  status?: DeliveryStatus | null | undefined;
};

/** What became of a message. */
export type DeliveryStatus =
  /** The transport refused it. */
  | 'FAILED'
  /** Waiting to be sent. */
  | 'QUEUED'
  /** Handed to its transport. */
  | 'SENT';

/** A draft to throw away. */
export type DiscardCourseDraftInput = {
  /** The revision that was looked at. */
  revision: number;
  /** The draft. */
  versionId: string;
};

/** Why a search found nobody. */
export type EmptySearchReason =
  /** Everybody who could is taken or not working then. */
  | 'ALL_BUSY'
  /** Somebody could, but not with these filters. */
  | 'FILTERED_OUT'
  /** Nobody is qualified for it on these days. */
  | 'NO_ONE_QUALIFIED'
  /** Nobody who offers it comes to this place. */
  | 'OUTSIDE_AREA';

/** Confirms that the account is to be erased. */
export type EraseMyAccountInput = {
  /** The words that the preview asks for. */
  confirmation: string;
  /** The password of the account. */
  password: string;
};

/** A file that a type of credentials asks for. */
export type EvidenceKindInput = {
  /** Stable name within its type, in capitals, e.g. FRONT. */
  code: string;
  /** What it shows, at most 120 characters each. */
  name: LocalizedTextInput;
  /** Whether the credential cannot be handed in without it. */
  required: boolean;
};

/** Where a proposal to do more during a visit stands. */
export type ExtraState =
  /** The household agreed: the time is longer and the price has a further line. */
  | 'AGREED'
  /** The household has not answered yet. */
  | 'PROPOSED'
  /** The household said no. */
  | 'REFUSED'
  /** Another proposal took its place, or the visit ended before an answer. */
  | 'WITHDRAWN';

/** A lesson that was read to its end. */
export type FinishLessonInput = {
  /** The course. */
  courseId: string;
  /** The lesson. */
  lessonId: string;
};

/** Gender as a provider states it. */
export type Gender =
  /** Woman. */
  | 'FEMALE'
  /** Man. */
  | 'MALE'
  /** Neither, or not stated. */
  | 'OTHER';

/** A time to hold. */
export type HoldSlotInput = {
  /** The total you saw, minor units; if it has changed, nothing is held. */
  expectedTotal?: number | null | undefined;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** What is to be done; at most 6 items. */
  items: Array<VisitItemInput>;
  /** Where; left out for a visit to the studio. */
  place?: PlaceInput | null | undefined;
  /** Who is to come. */
  providerId: string;
  /** When; one of the free times. */
  start: string;
};

/** What somebody may do in their household. */
export type HouseholdRole =
  /** Books, moves and cancels every visit, adds addresses, invites and removes members. */
  | 'MANAGER'
  /** Sees everything and books; moves and cancels the visits they booked. */
  | 'MEMBER'
  /** Whose account the household is; may do everything, and cannot leave. */
  | 'OWNER';

/** What a provider did to a visit that a household counted on. */
export type IncidentKind =
  /** Called it off, or dropped out, less than 24 hours before its start. */
  | 'LATE_CANCELLATION'
  /** Did not come, as the household reported. */
  | 'NO_SHOW';

/** Somebody to share the household with. */
export type InviteMemberInput = {
  /** Where the invitation goes. Only an account with this address can accept it. */
  email: string;
  /** What they are to be: MEMBER, or MANAGER where you own the household. */
  role: HouseholdRole;
};

/** A visit to wait for. */
export type JoinWaitlistInput = {
  /** Starts no earlier in the day than this. */
  earliest?: string | null | undefined;
  /** First local day. */
  from: string;
  /** What is to be done; at most 6 items. */
  items: Array<VisitItemInput>;
  /** Starts no later in the day than this. */
  latest?: string | null | undefined;
  /** Where; left out for a visit to a studio. */
  place?: PlaceInput | null | undefined;
  /** Who is to come; left out where anybody will do. */
  providerId?: string | null | undefined;
  /** The region. */
  regionId: string;
  /** Last local day, inclusive; at most 14 days in all. */
  to: string;
};

/** That you leave a visit because you are not safe. */
export type LeaveUnsafeInput = {
  /** The booking. */
  bookingId: string;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** What happened; only operators read it. */
  note?: string | null | undefined;
};

/** An account of the books (M3). */
export type LedgerAccount =
  /** What the platform keeps. */
  | 'COMMISSION'
  /** What the payment gateway holds for the platform. */
  | 'GATEWAY_CLEARING'
  /** What households have to their credit. */
  | 'HOUSEHOLD_CREDIT'
  /** What is on its way to providers. */
  | 'PAYOUT_CLEARING'
  /** What vouchers and goodwill cost the platform. */
  | 'PROMOTIONS'
  /** What providers earned by their work. */
  | 'PROVIDER_PAYABLE'
  /** Tax that was taken and is owed. */
  | 'TAX'
  /** What providers were tipped, whole. */
  | 'TIPS';

/** Why money moved. */
export type LedgerTransactionKind =
  /** A household called a visit off late. */
  | 'CANCELLATION_FEE'
  /** More was done during a visit, with consent. */
  | 'EXTRA'
  /** Money went back at the cost of the platform. */
  | 'GOODWILL'
  /** A household moved a visit late. */
  | 'MOVE_FEE'
  /** A household was not there. */
  | 'NO_SHOW_FEE'
  /** Money went back, and everybody gave their share of it. */
  | 'REFUND'
  /** A visit took place. */
  | 'VISIT';

/** A lesson of a draft. */
export type LessonInput = {
  /** Words in Markdown, at most 20,000 characters each. */
  body: LocalizedTextInput;
  /** Its id, if it was there before. */
  id?: string | null | undefined;
  /** Title, at most 120 characters each. */
  title: LocalizedTextInput;
};

/** What a level can ask for. */
export type LevelCriterionName =
  /** Visits completed so far. */
  | 'COMPLETED_VISITS'
  /** Courses that are required or assigned and not passed; at most so many. */
  | 'COURSES'
  /** Share of visits of the last 90 days that began on time, 0 to 1. */
  | 'ON_TIME'
  /** Lower end of the 95 % interval of the rating, 1 to 5. */
  | 'RATING';

/** One text in each language. */
export type LocalizedTextInput = {
  /** In English. */
  en: string;
  /** In Simplified Chinese. */
  zhCN: string;
};

/** Something done to an account by an administrator. */
export type ManageAccountInput = {
  /** Which account. */
  accountId: string;
  /** Why, for the audit log; without personal data. */
  reason: string;
};

/** How far you have read. */
export type MarkMessagesReadInput = {
  /** The booking. */
  bookingId: string;
  /** Number of the last message that you have read. */
  sequence: number;
};

/** One of the two sides of a conversation. */
export type MessageSide =
  /** Somebody of the household. */
  | 'HOUSEHOLD'
  /** The provider. */
  | 'PROVIDER';

/** Why a visit cannot be at a time. */
export type MoveObjectionKind =
  /** Bookings do not open that far ahead yet. */
  | 'BEYOND_HORIZON'
  /** The day has all the visits, or minutes, that it may have. */
  | 'DAY_FULL'
  /** The time is kept for a household that is booking it right now. */
  | 'KEPT_FOR_SOMEBODY'
  /** It is not agreed, or should have begun. */
  | 'NOT_MOVABLE'
  /** The provider cannot be booked for it on that day, or at that place. */
  | 'NOT_QUALIFIED'
  /** Visits of this kind do not begin at such a minute. */
  | 'OFF_GRID'
  /** It does not lie wholly within the working hours. */
  | 'OUTSIDE_WORKING_HOURS'
  /** It overlaps another visit. */
  | 'OVERLAPS_VISIT'
  /** It falls into time off. */
  | 'TIME_OFF'
  /** The start has passed or is nearer than the notice asked for. */
  | 'TOO_SOON'
  /** There is too little time to get to the visit after it. */
  | 'TRAVEL_AFTER'
  /** There is too little time to come from the visit before. */
  | 'TRAVEL_BEFORE'
  /** It is at this time already. */
  | 'UNCHANGED';

/** What became of a proposal to move a visit. */
export type MoveProposalStatus =
  /** The visit has the proposed time. */
  | 'ACCEPTED'
  /** The other side said no; the visit stands as it was. */
  | 'DECLINED'
  /** Left unanswered; the visit stands as it was. */
  | 'EXPIRED'
  /** Waits for the other side. Nothing is reserved. */
  | 'PENDING'
  /** Taken back, replaced by another, or the visit changed otherwise before an answer. */
  | 'WITHDRAWN';

/** Which side of a visit proposes another time. */
export type MoveProposer =
  /** The household asks; the provider answers. */
  | 'HOUSEHOLD'
  /** The provider asks; the household answers. */
  | 'PROVIDER';

/** Dates of a series to move by as much as one of them. */
export type MoveSeriesVisitsInput = {
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** This one, this and all after it, or all. */
  scope: SeriesScope;
  /** The date it is about. */
  seriesVisitId: string;
  /** Its new start. The others get the same local time and move by as many days. */
  start: string;
};

/** Why moving a visit costs what it does. */
export type MoveTerm =
  /** So late, or moved late before, that it costs what cancelling would. */
  | 'AS_CANCELLATION'
  /** Early enough, or within the minutes after booking. */
  | 'FREE'
  /** Close to the visit; free one time for each booking. */
  | 'FREE_ONCE';

/** One service and what you ask for it. */
export type OfferingInput = {
  /** Whether you offer it at present. */
  enabled: boolean;
  /** The service, one of your region. */
  itemId: string;
  /** Your price in minor units, within the band of the service. */
  priceAmount: number;
};

/** A step of becoming a provider. */
export type OnboardingStepCode =
  /** The decision of an operator. */
  | 'APPROVAL'
  /** Courses that the chosen services require. */
  | 'COURSES'
  /** What the chosen services require. */
  | 'CREDENTIALS'
  /** Working hours. */
  | 'HOURS'
  /** Where earnings go. */
  | 'PAYOUT'
  /** The résumé. */
  | 'PROFILE'
  /** Services, prices and area. */
  | 'SERVICES';

/** Whose turn it is with a step. */
export type OnboardingStepState =
  /** Nothing is missing. */
  | 'DONE'
  /** Something is missing. */
  | 'TODO'
  /** Somebody else has to look at it. */
  | 'WAITING';

/** Which credentials, for operators. */
export type OverseenCredentialFilter = {
  /** Only what a re-audit would have rejected. */
  disputed?: boolean | null | undefined;
  /** Part of the holder's name. */
  name?: string | null | undefined;
  /** In one of these states only. */
  states?: Array<CredentialState> | null | undefined;
  /** Of this type only. */
  typeId?: string | null | undefined;
};

/** Which providers; what is left out does not matter. */
export type OverseenProviderFilter = {
  /** Part of the public name, in either language. */
  name?: string | null | undefined;
  /** Of that region. */
  regionId?: string | null | undefined;
  /** In one of these statuses. */
  statuses?: Array<ProviderStatus> | null | undefined;
  /** Only those who wait for an answer. */
  waiting?: boolean | null | undefined;
};

/** What a passkey is asked for. */
export type PasskeyPurpose =
  /** To prove again who is signed in. */
  | 'REAUTHENTICATE'
  /** To end a sign-in that waits for a second factor. */
  | 'SECOND_FACTOR'
  /** To come in; the passkey says who it is. */
  | 'SIGN_IN';

/** What kind of account earnings are sent to. */
export type PayoutKind =
  /** A bank card, by its number. */
  | 'BANK_CARD'
  /** A bank account, by its IBAN. */
  | 'IBAN';

/** A code that came by text. */
export type PhoneCodeInput = {
  /** Its six figures. */
  code: string;
  /** The request that it answers. */
  requestId: string;
};

/** The phone that a code goes to. */
export type PhoneInput = {
  /** ISO 3166 code of the country it is written for, e.g. GB. */
  country: string;
  /** The number as people in the country write it, or after a plus. */
  phone: string;
};

/** What a photo of a visit shows. */
export type PhotoMoment =
  /** How it is after the work. */
  | 'AFTER'
  /** How it was before the work. */
  | 'BEFORE'
  /** That the other side did not come. */
  | 'EVIDENCE';

/** Where the visit takes place: a saved address, or coordinates. Left out for a visit to the provider's studio. */
export type PlaceInput = {
  /** An address of your own. */
  addressId?: string | null | undefined;
  /** Degrees north; goes with longitude. */
  latitude?: number | null | undefined;
  /** Degrees east; goes with latitude. */
  longitude?: number | null | undefined;
};

/** One step of a policy. */
export type PolicyStepInput = {
  /** Whole hours before the start; null for the last step. */
  hoursBefore?: number | null | undefined;
  /** Share of the total, 0 to 100. */
  percent: number;
};

/** What a line of a quote is for. */
export type PriceLineKind =
  /** The item itself. */
  | 'BASE'
  /** Taken off; negative. */
  | 'DISCOUNT'
  /** Added during the visit, with consent. */
  | 'EXTRA'
  /** Surcharge for a public holiday; replaces the one for the weekend. */
  | 'HOLIDAY'
  /** Surcharge for minutes at night. */
  | 'NIGHT'
  /** An extra. */
  | 'OPTION'
  /** Surcharge for booking shortly before the start. */
  | 'SHORT_NOTICE'
  /** Tax on top, where prices do not include it. */
  | 'TAX'
  /** For the provider, whole. */
  | 'TIP'
  /** Surcharge for Saturday and Sunday. */
  | 'WEEKEND';

/** How the price of an item grows. */
export type PriceModel =
  /** One price and one duration. */
  | 'FIXED'
  /** Price for each hour; the units are hours. */
  | 'PER_HOUR'
  /** Price and minutes for each unit, e.g. room or window. */
  | 'PER_UNIT';

/** What to add to a visit: more time, or a further service. */
export type ProposeExtraInput = {
  /** The booking. */
  bookingId: string;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** A service of yours; left out where only time is added. */
  itemId?: string | null | undefined;
  /** Minutes more, 15 to 240; left out where a service is added. */
  minutes?: number | null | undefined;
  /** Why, for the household. */
  note?: string | null | undefined;
  /** How much of the service, where it is counted. */
  units?: number | null | undefined;
};

/** Another time that you ask the other side of a visit for. */
export type ProposeMoveInput = {
  /** The booking. */
  bookingId: string;
  /** Why, for the other side to read. */
  note?: string | null | undefined;
  /** When it would begin; one of `rescheduleSlots`. */
  start: string;
};

/** What was done to the part a provider takes. */
export type ProviderAct =
  /** Appealed against the suspension. */
  | 'APPEAL'
  /** Asked to become a provider. */
  | 'APPLY'
  /** The application was approved. */
  | 'APPROVE'
  /** The application was sent back. */
  | 'DECLINE'
  /** Left. */
  | 'LEAVE'
  /** Takes a break. */
  | 'PAUSE'
  /** The suspension was lifted. */
  | 'REINSTATE'
  /** Came back from a break. */
  | 'RESUME'
  /** Handed in the application. */
  | 'SUBMIT'
  /** Was suspended. */
  | 'SUSPEND'
  /** The suspension was upheld. */
  | 'UPHOLD';

/** Who among those who can do it. */
export type ProviderFilter = {
  /** Of this gender. */
  gender?: Gender | null | undefined;
  /** Only those who confirm at once. */
  instantBooking?: boolean | null | undefined;
  /** Speaks any of these languages, BCP 47. */
  languages?: Array<string> | null | undefined;
  /** Any of these levels. */
  levels?: Array<ProviderLevel> | null | undefined;
  /** Highest price of the visit, minor units. */
  maxPrice?: number | null | undefined;
  /** Lowest published rating. */
  minRating?: number | null | undefined;
};

/** A provider's standing, by published rules. */
export type ProviderLevel =
  /** Has passed the basics. */
  | 'CERTIFIED'
  /** The best and most experienced. */
  | 'MASTER'
  /** Proven over many visits. */
  | 'SENIOR'
  /** New, under guidance. */
  | 'TRAINEE';

/** What the list of providers is ordered by. */
export type ProviderListSort =
  /** When they applied. */
  | 'JOINED'
  /** Their level. */
  | 'LEVEL'
  /** Their public name. */
  | 'NAME'
  /** Lower end of their rating. */
  | 'RATING'
  /** Visits completed. */
  | 'VISITS'
  /** Since when they wait for an answer. */
  | 'WAITING';

/** A figure of the last 90 days. */
export type ProviderMetricName =
  /** Share of requests that were accepted. */
  | 'ACCEPTANCE'
  /** Share of agreed visits that took place, of those that took place or failed by the provider. */
  | 'COMPLETION'
  /** Share of visits that began within 15 minutes of the agreed start. */
  | 'ON_TIME'
  /** Mean of the reviews. */
  | 'RATING'
  /** Share of households that booked again. */
  | 'REBOOKING';

/** Order of the results. */
export type ProviderSort =
  /** Who starts from nearest. */
  | 'NEAREST'
  /** Cheapest first. */
  | 'PRICE'
  /** Best rated first, by the lower end of the interval. */
  | 'RATING'
  /** By the published score, with room for newcomers. */
  | 'RECOMMENDED'
  /** Who is free first. */
  | 'SOONEST';

/** Whether a provider takes part. */
export type ProviderStatus =
  /** Takes bookings. */
  | 'ACTIVE'
  /** Not yet approved. */
  | 'APPLICANT'
  /** No longer a provider. */
  | 'LEFT'
  /** Takes no bookings, by own choice. */
  | 'PAUSED'
  /** Takes no bookings, by decision of the platform. */
  | 'SUSPENDED';

/** The draft that is to be published. */
export type PublishCourseInput = {
  /** The revision you looked at. */
  revision: number;
  /** The draft. */
  versionId: string;
};

/** A question of the bank. */
export type QuestionInput = {
  /** Shown after grading, at most 1,000 characters each. */
  explanation: LocalizedTextInput;
  /** One right answer or several. */
  kind: QuestionKind;
  /** What can be chosen, at most 8. */
  options: Array<QuestionOptionInput>;
  /** The question, at most 500 characters each. */
  prompt: LocalizedTextInput;
};

/** How many answers of a question are right. */
export type QuestionKind =
  /** One or more, all of which must be ticked. */
  | 'MULTIPLE'
  /** Exactly one. */
  | 'SINGLE';

/** An answer to choose. */
export type QuestionOptionInput = {
  /** Whether it is right. */
  correct: boolean;
  /** Words, at most 300 characters each. */
  text: LocalizedTextInput;
};

/** What was ticked for a question. */
export type QuizAnswerInput = {
  /** The answers ticked. */
  optionIds: Array<string>;
  /** The question. */
  questionId: string;
};

/** A visit whose price is wanted. */
export type QuoteVisitInput = {
  /** What is to be done; at most 6 items. */
  items: Array<VisitItemInput>;
  /** Where; it does not change the price at present. */
  place?: PlaceInput | null | undefined;
  /** Who would come. */
  providerId: string;
  /** When; surcharges that depend on it are left out without. */
  start?: string | null | undefined;
};

/** Another proof of who is signed in: one of the ways. */
export type ReauthenticateInput = {
  /** The code that an authenticator app shows. */
  code?: string | null | undefined;
  /** What the browser answered for a passkey, as JSON. */
  passkey?: string | null | undefined;
  /** The password of the account. */
  password?: string | null | undefined;
};

/** Who bears what a household is given back. */
export type RefundBearer =
  /** Goodwill: the platform alone, and the provider keeps what they earned. */
  | 'PLATFORM'
  /** Everybody who had a share of the price gives their share of it back. */
  | 'VISIT';

/** Money to give back for a visit. */
export type RefundBookingInput = {
  /** How much, in minor units; at most what was taken and not given back. */
  amount: number;
  /** The booking. */
  bookingId: string;
  /** Who bears it. */
  borneBy?: RefundBearer;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** Why; both sides read it, and it is in the audit log. */
  reason: string;
};

/** A new passkey. */
export type RegisterPasskeyInput = {
  /** What its owner calls it. */
  name: string;
  /** What the browser answered, as JSON. */
  passkey: string;
};

/** Whose suspension is lifted, and why. */
export type ReinstateProviderInput = {
  /** More about it; the provider reads it. */
  note?: string | null | undefined;
  /** Whom it is about. */
  providerId: string;
  /** Code of the reason, one of providerReasons. */
  reasonCode: string;
};

/** The factor that goes. */
export type RemoveSecondFactorInput = {
  /** The authenticator app or passkey. */
  id: string;
};

/** Another name of a passkey. */
export type RenamePasskeyInput = {
  /** The passkey. */
  id: string;
  /** What its owner calls it now. */
  name: string;
};

/** A message of the other side that somebody should look at. */
export type ReportMessageInput = {
  /** The message. */
  messageId: string;
  /** More about it; 500 characters at most. */
  note?: string | null | undefined;
  /** Why. */
  reason: ReportReason;
};

/** That the other side of a visit did not come. */
export type ReportNoShowInput = {
  /** The booking. */
  bookingId: string;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** How you know, e.g. rang twice and called; both sides read it. */
  note: string;
};

/** Why a message is reported. */
export type ReportReason =
  /** Insults, threats or harassment. */
  | 'ABUSE'
  /** Tries to get money or data by deceit. */
  | 'FRAUD'
  /** Asks to book or pay elsewhere. */
  | 'OFF_PLATFORM'
  /** Something else, said in the note. */
  | 'OTHER'
  /** Something about it is dangerous. */
  | 'UNSAFE';

/** What became of a report. */
export type ReportState =
  /** An operator found nothing wrong. */
  | 'DISMISSED'
  /** Nobody has decided yet. */
  | 'OPEN'
  /** An operator found it right. */
  | 'UPHELD';

/** The address to sign in with from now on. */
export type RequestEmailChangeInput = {
  /** The new address; a link goes there. */
  newEmail: string;
};

/** Whose password is to be set anew. */
export type RequestPasswordResetInput = {
  /** The address of the account. */
  email: string;
};

/** A visit to move: to another time at the price agreed, or to somebody else for no more than that. */
export type RescheduleBookingInput = {
  /** The booking. */
  bookingId: string;
  /** The fee you saw, minor units; if it has changed, nothing is moved. */
  expectedFee: number;
  /** With `providerId`, their price that you saw, minor units; if it has changed, nothing is moved. */
  expectedTotal?: number | null | undefined;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** Token of the card or wallet, where there is a fee. */
  paymentMethod?: string | null | undefined;
  /** Who is to come instead; one of `otherProviders`. */
  providerId?: string | null | undefined;
  /** Why; operators must say. */
  reason?: string | null | undefined;
  /** Its new start; one of `rescheduleSlots`. */
  start: string;
};

/** A new password, by a link. */
export type ResetPasswordInput = {
  /** At least 10 characters. */
  password: string;
  /** What follows # in the link. */
  token: string;
};

/** Whose factors are taken away, and why. */
export type ResetSecondFactorsInput = {
  /** The account. */
  accountId: string;
  /** Why, for the audit log; without personal data. */
  reason: string;
};

/** A credential to take back. */
export type RevokeCredentialInput = {
  /** The credential. */
  credentialId: string;
  /** One of credentialRevocationReasons; the provider reads it. */
  reasonCode: string;
  /** The version you looked at. */
  version: number;
};

/** What an account may work as. */
export type Role =
  /** Manages accounts and settings. */
  | 'ADMINISTRATOR'
  /** Decides on credentials. */
  | 'AUDITOR'
  /** Manages several providers. */
  | 'BUSINESS'
  /** Books visits. */
  | 'HOUSEHOLD'
  /** Runs quality, money and growth. */
  | 'OPERATOR'
  /** Does visits and runs a diary. */
  | 'PROVIDER';

/** A new place of the household. */
export type SaveAddressInput = {
  /** District or neighbourhood. */
  district: string;
  /** How to get in. */
  doorNote?: string | null | undefined;
  /** The household's own name for it. */
  label: string;
  /** Degrees north. */
  latitude: number;
  /** Street, building and flat. */
  line: string;
  /** Degrees east. */
  longitude: number;
  /** The region it lies in. */
  regionId: string;
};

/** A draft as a whole; it replaces what was saved before. */
export type SaveCourseDraftInput = {
  /** Lessons in order, at most 40. */
  lessons: Array<LessonInput>;
  /** Name, at most 120 characters each. */
  name: LocalizedTextInput;
  /** Share of right answers that passes, in percent. */
  passPercent: number;
  /** Question bank, at most 200. */
  questions: Array<QuestionInput>;
  /** How many questions a quiz draws. */
  questionsPerQuiz: number;
  /** The revision you began from. */
  revision: number;
  /** What it is about, at most 500 characters each. */
  summary: LocalizedTextInput;
  /** How many quizzes may be started in one local day. */
  triesPerDay: number;
  /** Months a certificate is good for; null: for ever. */
  validityMonths?: number | null | undefined;
  /** The draft. */
  versionId: string;
};

/** A type of credentials as an operator wants it. */
export type SaveCredentialTypeInput = {
  /** Stable name in capitals, e.g. FIRST_AID; it cannot change. */
  code: string;
  /** What it proves, 1 to 1,000 characters each. */
  description: LocalizedTextInput;
  /** Files that are asked for, in this order. */
  evidenceKinds: Array<EvidenceKindInput>;
  /** Whether two auditors must agree. */
  highRisk: boolean;
  /** The type to edit; a new one when it is left out. */
  id?: string | null | undefined;
  /** Name, 1 to 120 characters each. */
  name: LocalizedTextInput;
  /** How its number may look; empty: any number. */
  numberFormats: Array<string>;
  /** Whether operators see who issued one and from when it is valid. */
  operatorsSeeClaims: boolean;
  /** Whether everybody sees that a provider holds one, and can verify it. */
  publicBadge: boolean;
  /** Calendar months that one is good for; left out: no end. */
  validityMonths?: number | null | undefined;
  /** The version that was edited; left out for a new one. */
  version?: number | null | undefined;
};

/** Services to offer, or no longer; those that are not named stay as they are. */
export type SaveOfferingsInput = {
  /** The services. */
  offerings: Array<OfferingInput>;
};

/** Where your earnings are to be sent. */
export type SavePayoutDetailsInput = {
  /** Name that the account is held in. */
  holder: string;
  /** What kind of account it is. */
  kind: PayoutKind;
  /** Its number; blanks and hyphens do not matter. */
  number: string;
};

/** The whole résumé. A text that is left empty in one language is taken from the other. */
export type SaveProviderProfileInput = {
  /** Your own words, 20 to 2,000 characters. */
  about: LocalizedTextInput;
  /** The name that households see; 60 characters at most. */
  displayName: LocalizedTextInput;
  /** As you state it; households may filter by it. */
  gender: Gender;
  /** Whether households can come to your studio. */
  hasStudio: boolean;
  /** One line on what you do best; 140 characters at most. */
  headline: LocalizedTextInput;
  /** Whether bookings are confirmed at once, without a request. */
  instantBooking: boolean;
  /** BCP 47 tags of the languages you speak; one at least. */
  languages: Array<string>;
  /** What you are known for; up to six, 40 characters each. */
  specialities: Array<LocalizedTextInput>;
  /** How you get to a visit. */
  travelMode: TravelMode;
  /** Years in the trade. */
  yearsExperience: number;
};

/** New terms of a region. Bookings that are made keep the terms they were made with. */
export type SaveRegionPolicyInput = {
  /** Hours before the start until which moving is free. */
  freeMoveHours: number;
  /** Minutes after booking in which cancelling is free. */
  graceMinutes: number;
  /** Hours before the start until which one later move is free. */
  onceFreeMoveHours: number;
  /** The region. */
  regionId: string;
  /** The revision you saw. */
  revision: string;
  /** One to six, earliest first; the last without hours. */
  steps: Array<PolicyStepInput>;
};

/** Where you work. */
export type SaveServiceAreaInput = {
  /** The neighbourhood you start from, one of your region. */
  placeId: string;
  /** How far from there you go, in metres; 1,000 to 40,000. */
  radiusMetres: number;
};

/** Who can do this visit, here, in this time? */
export type SearchProvidersInput = {
  /** Starts no earlier in the day than this. */
  earliest?: string | null | undefined;
  /** Narrows the results. */
  filter?: ProviderFilter | null | undefined;
  /** First local day. */
  from: string;
  /** What is to be done; at most 6 items. */
  items: Array<VisitItemInput>;
  /** Starts no later in the day than this. */
  latest?: string | null | undefined;
  /** Where; left out for a visit to a studio. */
  place?: PlaceInput | null | undefined;
  /** The region. */
  regionId: string;
  /** Order of the results. */
  sort?: ProviderSort | null | undefined;
  /** Last local day, inclusive; at most 14 days in all. */
  to: string;
};

/** What can be given as a second factor. */
export type SecondFactorMethod =
  /** The code that an authenticator app shows. */
  | 'AUTHENTICATOR_APP'
  /** A passkey that asks its owner for a finger, a face or a PIN. */
  | 'PASSKEY'
  /** One of the codes kept for when the rest is lost. */
  | 'RECOVERY_CODE';

/** When an account is asked for a second factor. */
export type SecondFactorRule =
  /** At each sign-in once an authenticator app is set up. */
  | 'OPTIONAL'
  /** At each sign-in: the account sees other people’s data. */
  | 'REQUIRED'
  /** Never: the account belongs to the demo, and its password is public. */
  | 'SPARED';

/** A message to the other side of a booking. */
export type SendMessageInput = {
  /** The booking. */
  bookingId: string;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** Photos of yours that were uploaded for this booking; 4 at most. */
  photoIds?: Array<string> | null | undefined;
  /** The words, 2,000 characters at most; may be empty where there is a photo. */
  text: string;
};

/** What becomes of one date of a series that is not to be as its rule says. */
export type SeriesChoiceInput = {
  /** The local day that the rule gives. */
  date: string;
  /** Another start for it; left out: the date is left out. */
  start?: string | null | undefined;
};

/** Whether a date of a series can be had. */
export type SeriesDateStatus =
  /** Bookings do not open that far ahead yet; it is reserved as soon as they do. */
  | 'BEYOND_HORIZON'
  /** The clock skips this time that day. */
  | 'CLOCK_CHANGE'
  /** A credential or course that the visit needs does not hold on that day. */
  | 'CREDENTIAL_EXPIRED'
  /** The provider takes no more visits that day. */
  | 'DAY_FULL'
  /** Free at the same local time, on a public holiday and at its price. */
  | 'HOLIDAY'
  /** The provider cannot be booked for the visit at all. */
  | 'NOT_BOOKABLE'
  /** The visits around it leave no time for the way. */
  | 'NO_TIME_TO_TRAVEL'
  /** The provider does not work then. */
  | 'OUTSIDE_HOURS'
  /** Somebody else has this time. */
  | 'TAKEN'
  /** The provider is away. */
  | 'TIME_OFF'
  /** It has passed or is too near. */
  | 'TOO_SOON'
  /** Free at the same local time. */
  | 'WORKS';

/** Visits that return. */
export type SeriesInput = {
  /** How many visits, 2 to 52; this or `until`. */
  count?: number | null | undefined;
  /** Weeks from one round to the next: 1, 2 or 4. */
  everyWeeks: number;
  /** What is to be done each time; at most 6 items. */
  items: Array<VisitItemInput>;
  /** Where; left out for visits to the studio. */
  place?: PlaceInput | null | undefined;
  /** Who is to come. */
  providerId: string;
  /** The first visit; its local time is that of all. */
  start: string;
  /** Last day a visit may have; this or `count`. */
  until?: string | null | undefined;
  /** Days of the week, 1 = Monday … 7 = Sunday, that of the first visit among them. */
  weekdays: Array<number>;
};

/** Which dates of a series a change is for. Dates that are over stay as they are. */
export type SeriesScope =
  /** All of them. */
  | 'ALL'
  /** This one and all after it. */
  | 'FOLLOWING'
  /** This one. */
  | 'ONE';

/** Where a date of a series stands. */
export type SeriesVisitStatus =
  /** Could not be reserved; another time can be chosen. */
  | 'FAILED'
  /** Waits for bookings to open that far ahead. */
  | 'PLANNED'
  /** Became a booking, which tells the rest. */
  | 'RESERVED'
  /** Left out. */
  | 'SKIPPED';

/** The hours of one day that differs from the week plan. */
export type SetHoursExceptionInput = {
  /** The local day. */
  date: string;
  /** Hours worked that day; none means closed. */
  spans: Array<TimeSpanInput>;
};

/** The whole week plan. */
export type SetWorkingHoursInput = {
  /** All spans; none means that you do not work. */
  spans: Array<WorkingSpanInput>;
};

/** E-mail address and password. */
export type SignInInput = {
  /** The address of the account. */
  email: string;
  /** Its password. */
  password: string;
};

/** How a session was opened. */
export type SignInMethod =
  /** With a passkey. */
  | 'PASSKEY'
  /** With e-mail address and password. */
  | 'PASSWORD'
  /** With a code sent to a phone. */
  | 'PHONE_CODE';

/** The proof of a passkey. */
export type SignInWithPasskeyInput = {
  /** What the browser answered, as JSON. */
  passkey: string;
};

/** A new account. */
export type SignUpInput = {
  /** The name others see. */
  displayName: string;
  /** The address to sign in with. */
  email: string;
  /** Language of messages: en or zh-CN. */
  locale: string;
  /** At least 10 characters. */
  password: string;
};

/** What a passkey is wanted for. */
export type StartPasskeyInput = {
  /** Challenge of the sign-in that waits for a second factor. */
  challenge?: string | null | undefined;
  /** What for. */
  purpose: PasskeyPurpose;
};

/** A new authenticator app. */
export type StartTotpInput = {
  /** Challenge of the sign-in, where the account has to set a second factor up before it gets in. */
  challenge?: string | null | undefined;
  /** What its owner calls it. */
  name: string;
};

/** A visit that you set off for. */
export type StartTravelInput = {
  /** The booking. */
  bookingId: string;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** Where you are, if you want to share it; degrees north. */
  latitude?: number | null | undefined;
  /** Where you are, if you want to share it; degrees east. */
  longitude?: number | null | undefined;
};

/** A visit that begins. */
export type StartVisitInput = {
  /** The booking. */
  bookingId: string;
  /** The four digits that the household reads out. */
  code: string;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** Where you are, if you want to share it; degrees north. */
  latitude?: number | null | undefined;
  /** Where you are, if you want to share it; degrees east. */
  longitude?: number | null | undefined;
};

/** A document handed in. */
export type SubmitCredentialInput = {
  /** A draft of yours, or one that was sent back, to hand in; a new one is made when it is left out. */
  credentialId?: string | null | undefined;
  /** Who issued it. */
  issuedBy: string;
  /** The day it was issued. */
  issuedOn: string;
  /** The number on it. */
  number: string;
  /** Its type. */
  typeId: string;
  /** Last day it is valid, if it states one. */
  validUntil?: string | null | undefined;
};

/** A quiz handed in. */
export type SubmitQuizInput = {
  /** Answers; a question left out is wrong. */
  answers: Array<QuizAnswerInput>;
  /** The attempt. */
  attemptId: string;
};

/** A review of a completed visit. */
export type SubmitReviewInput = {
  /** The booking. */
  bookingId: string;
  /** Care for home and people, 1 to 5. */
  care?: number | null | undefined;
  /** Punctuality, 1 to 5. */
  punctuality?: number | null | undefined;
  /** Quality of the work, 1 to 5. */
  quality?: number | null | undefined;
  /** Overall, 1 to 5. */
  rating: number;
  /** Your words. */
  text?: string | null | undefined;
  /** Value for money, 1 to 5. */
  value?: number | null | undefined;
};

/** Why somebody else is sought for an agreed visit. */
export type SubstituteCause =
  /** A credential or certificate that the visit needs does not hold on its day. */
  | 'CREDENTIAL_ENDS'
  /** The provider dropped out. */
  | 'PROVIDER_CANCELLED'
  /** The provider is suspended or has left. */
  | 'PROVIDER_UNAVAILABLE';

/** Where the search for a substitute stands. */
export type SubstituteStatus =
  /** Somebody else comes. */
  | 'ACCEPTED'
  /** The household can choose among people. */
  | 'OFFERED'
  /** The visit is called off and paid back in full. */
  | 'REFUNDED'
  /** Nobody who could do it is free so far; it is looked for again until the deadline. */
  | 'UNCOVERED'
  /** The provider can come after all, or the household moved the visit. */
  | 'WITHDRAWN';

/** Why a coming visit needs somebody else. */
export type SubstitutionReason =
  /** A credential that it needs does not hold on its day. */
  | 'CREDENTIAL'
  /** Its provider is suspended or has left. */
  | 'PROVIDER';

/** Why somebody of the platform has to look into a visit. */
export type SupportCaseKind =
  /** The bank took back its promise: what is due could not be taken. */
  | 'PAYMENT_LOST'
  /** The provider left because they were not safe. */
  | 'UNSAFE_EXIT';

/** Who is suspended, and why. */
export type SuspendProviderInput = {
  /** More about it; the provider reads it. */
  note?: string | null | undefined;
  /** Whom it is about. */
  providerId: string;
  /** Code of the reason, one of providerReasons. */
  reasonCode: string;
};

/** A thing on the list of a visit. */
export type TickTaskInput = {
  /** The booking. */
  bookingId: string;
  /** Whether it is done. */
  done: boolean;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
  /** Its place in the list, from 0. */
  task: number;
};

/** Hours within one day, in wall time. */
export type TimeSpanInput = {
  /** End, exclusive; 24:00 is the end of the day. */
  end: string;
  /** Beginning. */
  start: string;
};

/** How a provider travels. */
export type TravelMode =
  /** By bicycle or e-bike. */
  | 'BICYCLE'
  /** By car or van. */
  | 'CAR'
  /** By bus or underground. */
  | 'TRANSIT'
  /** On foot. */
  | 'WALK';

/** Whose suspension is upheld, and why. */
export type UpholdSuspensionInput = {
  /** More about it; the provider reads it. */
  note?: string | null | undefined;
  /** Whom it is about. */
  providerId: string;
  /** Code of the reason, one of providerReasons. */
  reasonCode: string;
};

/** Where a visit takes place. */
export type Venue =
  /** At the household's address. */
  | 'AT_HOME'
  /** At the provider's studio. */
  | 'AT_STUDIO';

/** The link of a sign-up, and what shows that it comes from whoever signed up. */
export type VerifyEmailInput = {
  /** The `claim` that signing up gave to this device. */
  claim?: string | null | undefined;
  /** On any other device: the password that was chosen. */
  password?: string | null | undefined;
  /** What follows # in the link. */
  token: string;
};

/** What one of the two sides can do around a visit. */
export type VisitAction =
  /** Say when one will be there. */
  | 'ANNOUNCE_DELAY'
  /** Say that all is well, and close the visit. */
  | 'CONFIRM'
  /** Say that the provider is there. */
  | 'CONFIRM_ARRIVAL'
  /** Say that the work is done. */
  | 'FINISH'
  /** Leave because one is not safe. */
  | 'LEAVE_UNSAFE'
  /** Say that the other side did not come. */
  | 'REPORT_NO_SHOW'
  /** Begin, with the code of the household. */
  | 'START'
  /** Set off. */
  | 'START_TRAVEL'
  /** Tick things off and propose more. */
  | 'WORK';

/** A visit of yours to do something about. */
export type VisitInput = {
  /** The booking. */
  bookingId: string;
  /** 1 to 255 characters of your choice; the same key gets the same answer. */
  idempotencyKey: string;
};

/** One item of a visit. */
export type VisitItemInput = {
  /** The item. */
  itemId: string;
  /** Extras of the item. */
  optionIds?: Array<string> | null | undefined;
  /** Hours or units, where the item counts them. */
  units?: number | null | undefined;
};

/** Where an entry of the waitlist stands. */
export type WaitlistStatus =
  /** Its days have passed, or three offers in a row were left unanswered. */
  | 'ENDED'
  /** The household left the list. */
  | 'LEFT'
  /** A time is kept for it alone, for a quarter of an hour. */
  | 'OFFERED'
  /** The household took a time. */
  | 'TAKEN'
  /** No time is free for it yet. */
  | 'WAITING';

/** A span of the weekly working hours. */
export type WorkingSpanInput = {
  /** End, exclusive; 24:00 is the end of the day. */
  end: string;
  /** Beginning. */
  start: string;
  /** 1 is Monday, 7 is Sunday. */
  weekday: number;
};

export type OpenMoveProposalFragment = { id: string, proposedBy: MoveProposer, start: string, end: string, note: string | null, status: MoveProposalStatus, askedAt: string, expiresAt: string, canAnswer: boolean, canWithdraw: boolean };

export type ProposeMoveMutationVariables = Exact<{
  input: ProposeMoveInput;
}>;


export type ProposeMoveMutation = { proposeMove:
    | { __typename: 'InvalidVisitError', code: string, message: string }
    | { __typename: 'MoveNotProposableError', code: string, message: string }
    | { __typename: 'MoveProposed', proposed: { id: string, start: string } }
    | { __typename: 'NotBookableError', code: string, message: string }
    | { __typename: 'SlotTakenError', code: string, message: string }
   };

export type AnswerMoveProposalMutationVariables = Exact<{
  input: AnswerMoveProposalInput;
}>;


export type AnswerMoveProposalMutation = { answerMoveProposal:
    | { __typename: 'InvalidVisitError', code: string, message: string }
    | { __typename: 'MoveProposalAnswered', answered: { id: string, status: MoveProposalStatus } }
    | { __typename: 'MoveProposalOverError', code: string, message: string }
    | { __typename: 'NotBookableError', code: string, message: string }
    | { __typename: 'SlotTakenError', code: string, message: string }
   };

export type WithdrawMoveProposalMutationVariables = Exact<{
  proposalId: string;
}>;


export type WithdrawMoveProposalMutation = { withdrawMoveProposal:
    | { __typename: 'MoveProposalOverError', code: string, message: string }
    | { __typename: 'MoveProposalWithdrawn', withdrawn: { id: string, status: MoveProposalStatus } }
   };

export type CodePromisedFieldsFragment = { requestId: string, phone: string };

export type PhoneCountriesQueryVariables = Exact<{ [key: string]: never; }>;


export type PhoneCountriesQuery = { phoneCountries: Array<{ code: string, callingCode: string }> };

export type MyPhoneQueryVariables = Exact<{ [key: string]: never; }>;


export type MyPhoneQuery = { viewer: { id: string, phone: string | null, phoneVerifiedAt: string | null } | null };

export type RequestSignInCodeMutationVariables = Exact<{
  input: PhoneInput;
}>;


export type RequestSignInCodeMutation = { requestSignInCode:
    | { __typename: 'CodePromised', requestId: string, phone: string }
    | { __typename: 'PhoneRefusedError', code: string, message: string }
    | { __typename: 'TextsUsedUpError', code: string, message: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
   };

export type SignInWithCodeMutationVariables = Exact<{
  input: PhoneCodeInput;
}>;


export type SignInWithCodeMutation = { signInWithCode:
    | { __typename: 'ChallengeExpiredError', code: string, message: string }
    | { __typename: 'CodesUnavailableError', code: string, message: string }
    | { __typename: 'InvalidCodeError', triesLeft: number | null, code: string, message: string }
    | { __typename: 'SecondFactorRequired', code: string, message: string, challenge: string, methods: Array<SecondFactorMethod>, mustEnrol: boolean }
    | { __typename: 'SignedIn', viewer: { id: string, email: string, displayName: string, locale: string, roles: Array<Role>, householdRole: HouseholdRole, addresses: Array<{ id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus } | null } }
   };

export type RequestPhoneChangeMutationVariables = Exact<{
  input: PhoneInput;
}>;


export type RequestPhoneChangeMutation = { requestPhoneChange:
    | { __typename: 'CodePromised', requestId: string, phone: string }
    | { __typename: 'PhoneRefusedError', code: string, message: string }
    | { __typename: 'TextsUsedUpError', code: string, message: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
   };

export type ConfirmPhoneMutationVariables = Exact<{
  input: PhoneCodeInput;
}>;


export type ConfirmPhoneMutation = { confirmPhone:
    | { __typename: 'ChallengeExpiredError', code: string, message: string }
    | { __typename: 'CodesUnavailableError', code: string, message: string }
    | { __typename: 'InvalidCodeError', triesLeft: number | null, code: string, message: string }
    | { __typename: 'PhoneConfirmed', viewer: { id: string, phone: string | null, phoneVerifiedAt: string | null } }
    | { __typename: 'PhoneTakenError', code: string, message: string }
   };

export type RemovePhoneMutationVariables = Exact<{ [key: string]: never; }>;


export type RemovePhoneMutation = { removePhone: { id: string, phone: string | null, phoneVerifiedAt: string | null } };

export type SecondFactorStepFieldsFragment = { challenge: string, methods: Array<SecondFactorMethod>, mustEnrol: boolean };

export type MySecondFactorsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySecondFactorsQuery = { mySecondFactors: { rule: SecondFactorRule, recoveryCodesLeft: number, apps: Array<{ id: string, name: string, confirmedAt: string | null, lastUsedAt: string | null }>, passkeys: Array<{ id: string, name: string, createdAt: string, lastUsedAt: string | null, isSynced: boolean }> } };

export type StartPasskeyMutationVariables = Exact<{
  input: StartPasskeyInput;
}>;


export type StartPasskeyMutation = { startPasskey:
    | { __typename: 'ChallengeExpiredError', code: string, message: string }
    | { __typename: 'PasskeyRequest', options: string }
   };

export type SignInWithPasskeyMutationVariables = Exact<{
  input: SignInWithPasskeyInput;
}>;


export type SignInWithPasskeyMutation = { signInWithPasskey:
    | { __typename: 'InvalidCodeError', code: string, message: string }
    | { __typename: 'SignedIn', viewer: { id: string, email: string, displayName: string, locale: string, roles: Array<Role>, householdRole: HouseholdRole, addresses: Array<{ id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus } | null } }
   };

export type StartPasskeyRegistrationMutationVariables = Exact<{ [key: string]: never; }>;


export type StartPasskeyRegistrationMutation = { startPasskeyRegistration:
    | { __typename: 'PasskeyRegistrationStarted', options: string }
    | { __typename: 'TooManyFactorsError', code: string, message: string }
   };

export type RegisterPasskeyMutationVariables = Exact<{
  input: RegisterPasskeyInput;
}>;


export type RegisterPasskeyMutation = { registerPasskey:
    | { __typename: 'InvalidCodeError', code: string, message: string }
    | { __typename: 'PasskeyRegistered', passkey: { id: string } }
   };

export type RenamePasskeyMutationVariables = Exact<{
  input: RenamePasskeyInput;
}>;


export type RenamePasskeyMutation = { renamePasskey:
    | { __typename: 'FactorNotFoundError', code: string, message: string }
    | { __typename: 'PasskeyRenamed', renamed: { id: string, name: string } }
   };

export type StartTotpMutationVariables = Exact<{
  input: StartTotpInput;
}>;


export type StartTotpMutation = { startTotp:
    | { __typename: 'ChallengeExpiredError', code: string, message: string }
    | { __typename: 'TooManyFactorsError', code: string, message: string }
    | { __typename: 'TotpStarted', appId: string, secret: string, uri: string }
   };

export type ConfirmTotpMutationVariables = Exact<{
  input: ConfirmTotpInput;
}>;


export type ConfirmTotpMutation = { confirmTotp:
    | { __typename: 'ChallengeExpiredError', code: string, message: string }
    | { __typename: 'InvalidCodeError', code: string, message: string }
    | { __typename: 'TotpConfirmed', recoveryCodes: Array<string>, signedIn: { viewer: { id: string, email: string, displayName: string, locale: string, roles: Array<Role>, householdRole: HouseholdRole, addresses: Array<{ id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus } | null } } }
   };

export type CompleteSecondFactorMutationVariables = Exact<{
  input: CompleteSecondFactorInput;
}>;


export type CompleteSecondFactorMutation = { completeSecondFactor:
    | { __typename: 'ChallengeExpiredError', code: string, message: string }
    | { __typename: 'InvalidCodeError', triesLeft: number | null, code: string, message: string }
    | { __typename: 'SignedIn', viewer: { id: string, email: string, displayName: string, locale: string, roles: Array<Role>, householdRole: HouseholdRole, addresses: Array<{ id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus } | null } }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
   };

export type RemoveSecondFactorMutationVariables = Exact<{
  input: RemoveSecondFactorInput;
}>;


export type RemoveSecondFactorMutation = { removeSecondFactor:
    | { __typename: 'FactorNotFoundError', code: string, message: string }
    | { __typename: 'LastFactorError', code: string, message: string }
    | { __typename: 'SecondFactorRemoved', removedId: string }
   };

export type RenewRecoveryCodesMutationVariables = Exact<{ [key: string]: never; }>;


export type RenewRecoveryCodesMutation = { renewRecoveryCodes:
    | { __typename: 'NoFactorError', code: string, message: string }
    | { __typename: 'RecoveryCodesRenewed', recoveryCodes: Array<string> }
   };

export type ReauthenticateMutationVariables = Exact<{
  input: ReauthenticateInput;
}>;


export type ReauthenticateMutation = { reauthenticate:
    | { __typename: 'InvalidCodeError', code: string, message: string }
    | { __typename: 'InvalidCredentialsError', code: string, message: string }
    | { __typename: 'Reauthenticated', until: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
   };

export type AddressFieldsFragment = { id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null };

export type ViewerFieldsFragment = { id: string, email: string, displayName: string, locale: string, roles: Array<Role>, householdRole: HouseholdRole, addresses: Array<{ id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus } | null };

export type CurrentViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type CurrentViewerQuery = { viewer: { id: string, email: string, displayName: string, locale: string, roles: Array<Role>, householdRole: HouseholdRole, addresses: Array<{ id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus } | null } | null };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export type SetLocaleMutationVariables = Exact<{
  locale: string;
}>;


export type SetLocaleMutation = { setLocale: { id: string, locale: string } };

export type AccountStandingQueryVariables = Exact<{ [key: string]: never; }>;


export type AccountStandingQuery = { viewer: { id: string, erasure: { requestedAt: string, dueAt: string } | null, consents: Array<{ state: ConsentState, text: { purpose: ConsentPurpose, version: string, required: boolean, title: string, text: string } }> } | null };

export type CancelErasureMutationVariables = Exact<{ [key: string]: never; }>;


export type CancelErasureMutation = { cancelErasure:
    | { __typename: 'ErasureCancelled' }
    | { __typename: 'NoErasureError', code: string, message: string }
   };

export type AgreeAgainMutationVariables = Exact<{
  input: ConsentInput;
}>;


export type AgreeAgainMutation = { giveConsent:
    | { __typename: 'ConsentKept' }
    | { __typename: 'OutdatedConsentError', code: string, message: string }
   };

export type UnreadMessagesQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadMessagesQuery = { viewer: { id: string, unreadMessages: number } | null };

export type VisitProgressFieldsFragment = { eta: string | null, delayedAt: string | null, startedAt: string | null, positionShared: boolean, codeTriesLeft: number, closesAt: string | null, noShowFrom: string, actions: Array<VisitAction>, checklist: Array<{ label: string, service: string, doneAt: string | null }>, photos: Array<{ id: string, moment: PhotoMoment, takenBy: string, url: string, createdAt: string }>, extras: Array<{ id: string, state: ExtraState, label: string, minutes: number, why: string | null, proposedAt: string, decidedAt: string | null, price: { amount: number, currency: string } }> };

export type BookingChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type BookingChangedSubscription = { bookingChanged: { bookingId: string } };

export type StepTakenFragment = { booking: { id: string, state: BookingState } };

export type StartTravelMutationVariables = Exact<{
  input: StartTravelInput;
}>;


export type StartTravelMutation = { step:
    | { __typename: 'VisitRefusedError', code: string, message: string }
    | { __typename: 'VisitUpdated', booking: { id: string, state: BookingState } }
   };

export type AnnounceDelayMutationVariables = Exact<{
  input: AnnounceDelayInput;
}>;


export type AnnounceDelayMutation = { step:
    | { __typename: 'VisitRefusedError', code: string, message: string }
    | { __typename: 'VisitUpdated', booking: { id: string, state: BookingState } }
   };

export type StartVisitMutationVariables = Exact<{
  input: StartVisitInput;
}>;


export type StartVisitMutation = { step:
    | { __typename: 'VisitRefusedError', code: string, message: string }
    | { __typename: 'VisitUpdated', booking: { id: string, state: BookingState } }
    | { __typename: 'WrongCodeError', code: string, message: string }
   };

export type ConfirmArrivalMutationVariables = Exact<{
  input: VisitInput;
}>;


export type ConfirmArrivalMutation = { step:
    | { __typename: 'VisitRefusedError', code: string, message: string }
    | { __typename: 'VisitUpdated', booking: { id: string, state: BookingState } }
   };

export type TickTaskMutationVariables = Exact<{
  input: TickTaskInput;
}>;


export type TickTaskMutation = { step:
    | { __typename: 'VisitRefusedError', code: string, message: string }
    | { __typename: 'VisitUpdated', booking: { id: string, state: BookingState } }
   };

export type ProposeExtraMutationVariables = Exact<{
  input: ProposeExtraInput;
}>;


export type ProposeExtraMutation = { step:
    | { __typename: 'InvalidVisitError', code: string, message: string }
    | { __typename: 'NotBookableError', code: string, message: string }
    | { __typename: 'TimeNotFreeError', code: string, message: string, latestEnd: string }
    | { __typename: 'VisitRefusedError', code: string, message: string }
    | { __typename: 'VisitUpdated', booking: { id: string, state: BookingState } }
   };

export type FinishVisitMutationVariables = Exact<{
  input: VisitInput;
}>;


export type FinishVisitMutation = { step:
    | { __typename: 'VisitRefusedError', code: string, message: string }
    | { __typename: 'VisitUpdated', booking: { id: string, state: BookingState } }
   };

export type ConfirmVisitMutationVariables = Exact<{
  input: VisitInput;
}>;


export type ConfirmVisitMutation = { step:
    | { __typename: 'VisitRefusedError', code: string, message: string }
    | { __typename: 'VisitUpdated', booking: { id: string, state: BookingState } }
   };

export type ReportNoShowMutationVariables = Exact<{
  input: ReportNoShowInput;
}>;


export type ReportNoShowMutation = { step:
    | { __typename: 'VisitRefusedError', code: string, message: string }
    | { __typename: 'VisitUpdated', booking: { id: string, state: BookingState } }
   };

export type LeaveUnsafeMutationVariables = Exact<{
  input: LeaveUnsafeInput;
}>;


export type LeaveUnsafeMutation = { step:
    | { __typename: 'VisitRefusedError', code: string, message: string }
    | { __typename: 'VisitUpdated', booking: { id: string, state: BookingState } }
   };

export type CreateVisitPhotoUploadMutationVariables = Exact<{
  input: CreateVisitPhotoUploadInput;
}>;


export type CreateVisitPhotoUploadMutation = { createVisitPhotoUpload:
    | { __typename: 'InvalidVisitPhotoError', code: string, message: string }
    | { __typename: 'VisitPhotoUploadCreated', uploadId: string, uploadUrl: string, expiresAt: string, headers: Array<{ name: string, value: string }> }
   };

export type FinishVisitPhotoUploadMutationVariables = Exact<{
  uploadId: string;
}>;


export type FinishVisitPhotoUploadMutation = { finishVisitPhotoUpload:
    | { __typename: 'InvalidVisitPhotoError', code: string, message: string }
    | { __typename: 'VisitPhotoAdded', photo: { id: string } }
   };

export type ManagedAccountFieldsFragment = { id: string, email: string | null, displayName: string, locale: string, roles: Array<Role>, isDemo: boolean, emailVerifiedAt: string | null, bannedAt: string | null, createdAt: string, sessionCount: number, lastUsedAt: string | null };

export type ManagedAccountsQueryVariables = Exact<{
  filter?: AccountFilter | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ManagedAccountsQuery = { accounts: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, email: string | null, displayName: string, locale: string, roles: Array<Role>, isDemo: boolean, emailVerifiedAt: string | null, bannedAt: string | null, createdAt: string, sessionCount: number, lastUsedAt: string | null } }> } };

export type ManagedAccountQueryVariables = Exact<{
  id: string;
}>;


export type ManagedAccountQuery = { account: { id: string, email: string | null, displayName: string, locale: string, roles: Array<Role>, isDemo: boolean, emailVerifiedAt: string | null, bannedAt: string | null, createdAt: string, sessionCount: number, lastUsedAt: string | null } | null };

type ManageOutcome_AccountChanged_Fragment = { __typename: 'AccountChanged', account: { id: string, email: string | null, displayName: string, locale: string, roles: Array<Role>, isDemo: boolean, emailVerifiedAt: string | null, bannedAt: string | null, createdAt: string, sessionCount: number, lastUsedAt: string | null } };

type ManageOutcome_AccountNotChangeableError_Fragment = { __typename: 'AccountNotChangeableError', code: string, message: string };

export type ManageOutcomeFragment =
  | ManageOutcome_AccountChanged_Fragment
  | ManageOutcome_AccountNotChangeableError_Fragment
;

export type ChangeRolesMutationVariables = Exact<{
  input: ChangeRolesInput;
}>;


export type ChangeRolesMutation = { changeRoles:
    | { __typename: 'AccountChanged', account: { id: string, email: string | null, displayName: string, locale: string, roles: Array<Role>, isDemo: boolean, emailVerifiedAt: string | null, bannedAt: string | null, createdAt: string, sessionCount: number, lastUsedAt: string | null } }
    | { __typename: 'AccountNotChangeableError', code: string, message: string }
   };

export type BanAccountMutationVariables = Exact<{
  input: ManageAccountInput;
}>;


export type BanAccountMutation = { banAccount:
    | { __typename: 'AccountChanged', account: { id: string, email: string | null, displayName: string, locale: string, roles: Array<Role>, isDemo: boolean, emailVerifiedAt: string | null, bannedAt: string | null, createdAt: string, sessionCount: number, lastUsedAt: string | null } }
    | { __typename: 'AccountNotChangeableError', code: string, message: string }
   };

export type LiftBanMutationVariables = Exact<{
  input: ManageAccountInput;
}>;


export type LiftBanMutation = { liftBan:
    | { __typename: 'AccountChanged', account: { id: string, email: string | null, displayName: string, locale: string, roles: Array<Role>, isDemo: boolean, emailVerifiedAt: string | null, bannedAt: string | null, createdAt: string, sessionCount: number, lastUsedAt: string | null } }
    | { __typename: 'AccountNotChangeableError', code: string, message: string }
   };

export type SignOutEverywhereMutationVariables = Exact<{
  input: ManageAccountInput;
}>;


export type SignOutEverywhereMutation = { signOutEverywhere:
    | { __typename: 'AccountChanged', account: { id: string, email: string | null, displayName: string, locale: string, roles: Array<Role>, isDemo: boolean, emailVerifiedAt: string | null, bannedAt: string | null, createdAt: string, sessionCount: number, lastUsedAt: string | null } }
    | { __typename: 'AccountNotChangeableError', code: string, message: string }
   };

export type SendPasswordResetMutationVariables = Exact<{
  input: ManageAccountInput;
}>;


export type SendPasswordResetMutation = { sendPasswordReset:
    | { __typename: 'AccountChanged', account: { id: string, email: string | null, displayName: string, locale: string, roles: Array<Role>, isDemo: boolean, emailVerifiedAt: string | null, bannedAt: string | null, createdAt: string, sessionCount: number, lastUsedAt: string | null } }
    | { __typename: 'AccountNotChangeableError', code: string, message: string }
   };

export type ResetSecondFactorsMutationVariables = Exact<{
  input: ResetSecondFactorsInput;
}>;


export type ResetSecondFactorsMutation = { resetSecondFactors:
    | { __typename: 'FactorsNotResettableError', code: string, message: string }
    | { __typename: 'SecondFactorsReset' }
   };

export type DemoAccountsQueryVariables = Exact<{ [key: string]: never; }>;


export type DemoAccountsQuery = { demoAccounts: Array<{ email: string, displayName: string, roles: Array<Role> }> };

export type SignInMutationVariables = Exact<{
  input: SignInInput;
}>;


export type SignInMutation = { signIn:
    | { __typename: 'InvalidCredentialsError', code: string, message: string }
    | { __typename: 'SecondFactorRequired', code: string, message: string, challenge: string, methods: Array<SecondFactorMethod>, mustEnrol: boolean }
    | { __typename: 'SignedIn', viewer: { id: string, email: string, displayName: string, locale: string, roles: Array<Role>, householdRole: HouseholdRole, addresses: Array<{ id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus } | null } }
    | { __typename: 'TooManyAttemptsError', message: string, retryAfterSeconds: number, code: string }
    | { __typename: 'VerificationSent', email: string, claim: string | null }
   };

export type SignUpMutationVariables = Exact<{
  input: SignUpInput;
}>;


export type SignUpMutation = { signUp:
    | { __typename: 'SignedIn', viewer: { id: string, email: string, displayName: string, locale: string, roles: Array<Role>, householdRole: HouseholdRole, addresses: Array<{ id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus } | null } }
    | { __typename: 'TooManyAttemptsError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'VerificationSent', email: string, claim: string | null }
    | { __typename: 'WeakPasswordError', code: string, message: string }
   };

export type VerifyEmailMutationVariables = Exact<{
  input: VerifyEmailInput;
}>;


export type VerifyEmailMutation = { verifyEmail:
    | { __typename: 'InvalidCredentialsError', code: string, message: string }
    | { __typename: 'LinkExpiredError', code: string, message: string }
    | { __typename: 'PasswordNeededError', code: string, message: string }
    | { __typename: 'SecondFactorRequired', code: string, message: string }
    | { __typename: 'SignedIn', viewer: { id: string, email: string, displayName: string, locale: string, roles: Array<Role>, householdRole: HouseholdRole, addresses: Array<{ id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus } | null } }
    | { __typename: 'TooManyAttemptsError', retryAfterSeconds: number, code: string, message: string }
   };

export type RequestPasswordResetMutationVariables = Exact<{
  input: RequestPasswordResetInput;
}>;


export type RequestPasswordResetMutation = { requestPasswordReset:
    | { __typename: 'TooManyAttemptsError', retryAfterSeconds: number }
    | { __typename: 'VerificationSent', email: string }
   };

export type ResetPasswordMutationVariables = Exact<{
  input: ResetPasswordInput;
}>;


export type ResetPasswordMutation = { resetPassword:
    | { __typename: 'LinkExpiredError', code: string, message: string }
    | { __typename: 'PasswordChanged' }
    | { __typename: 'WeakPasswordError', code: string, message: string }
   };

export type ConfirmEmailChangeMutationVariables = Exact<{
  token: string;
}>;


export type ConfirmEmailChangeMutation = { confirmEmailChange:
    | { __typename: 'EmailChanged', email: string }
    | { __typename: 'EmailTakenError', code: string, message: string }
    | { __typename: 'LinkExpiredError', code: string, message: string }
   };

export type ConsentTextsQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsentTextsQuery = { consentTexts: Array<{ purpose: ConsentPurpose, version: string, required: boolean, title: string, text: string }> };

export type QueuedCredentialFragment = { id: string, state: CredentialState, version: number, submittedAt: string | null, dueAt: string | null, claimedByMe: boolean, claimedByOther: boolean, claimExpiresAt: string | null, conflictOfInterest: ConflictOfInterest | null, votedByMe: boolean, type: { id: string, code: string, name: string, highRisk: boolean }, provider: { id: string, displayName: string, portraitSeed: number, gender: Gender, region: { id: string, name: string } } };

export type AuditedCredentialFragment = { number: string, issuedBy: string, issuedOn: string | null, validFrom: string | null, validUntil: string | null, id: string, state: CredentialState, version: number, submittedAt: string | null, dueAt: string | null, claimedByMe: boolean, claimedByOther: boolean, claimExpiresAt: string | null, conflictOfInterest: ConflictOfInterest | null, votedByMe: boolean, type: { id: string, description: string, code: string, name: string, highRisk: boolean, evidenceKinds: Array<{ code: string, name: string }> }, provider: { id: string, level: ProviderLevel, status: ProviderStatus, completedVisits: number, yearsExperience: number, displayName: string, portraitSeed: number, gender: Gender, region: { id: string, timeZone: string, name: string } }, evidence: Array<{ id: string, kind: string, name: string, contentType: string, url: string, sha256: string }>, history: Array<{ from: CredentialState | null, to: CredentialState, actorRole: string, actorName: string | null, at: string, reason: string | null }>, decisions: Array<{ decision: CredentialDecision, reasonCode: string, note: string | null, decidedBy: string, at: string }>, previous: Array<{ id: string, state: CredentialState, number: string, issuedBy: string, issuedOn: string | null, validUntil: string | null, submittedAt: string | null, decisions: Array<{ decision: CredentialDecision, reasonCode: string, note: string | null, decidedBy: string, at: string }> }> };

export type AuditQueueQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: AuditQueueFilter | null | undefined;
}>;


export type AuditQueueQuery = { auditQueue: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, state: CredentialState, version: number, submittedAt: string | null, dueAt: string | null, claimedByMe: boolean, claimedByOther: boolean, claimExpiresAt: string | null, conflictOfInterest: ConflictOfInterest | null, votedByMe: boolean, type: { id: string, code: string, name: string, highRisk: boolean }, provider: { id: string, displayName: string, portraitSeed: number, gender: Gender, region: { id: string, name: string } } } }> } };

export type AuditedCredentialByIdQueryVariables = Exact<{
  id: string;
}>;


export type AuditedCredentialByIdQuery = { credential: { number: string, issuedBy: string, issuedOn: string | null, validFrom: string | null, validUntil: string | null, id: string, state: CredentialState, version: number, submittedAt: string | null, dueAt: string | null, claimedByMe: boolean, claimedByOther: boolean, claimExpiresAt: string | null, conflictOfInterest: ConflictOfInterest | null, votedByMe: boolean, type: { id: string, description: string, code: string, name: string, highRisk: boolean, evidenceKinds: Array<{ code: string, name: string }> }, provider: { id: string, level: ProviderLevel, status: ProviderStatus, completedVisits: number, yearsExperience: number, displayName: string, portraitSeed: number, gender: Gender, region: { id: string, timeZone: string, name: string } }, evidence: Array<{ id: string, kind: string, name: string, contentType: string, url: string, sha256: string }>, history: Array<{ from: CredentialState | null, to: CredentialState, actorRole: string, actorName: string | null, at: string, reason: string | null }>, decisions: Array<{ decision: CredentialDecision, reasonCode: string, note: string | null, decidedBy: string, at: string }>, previous: Array<{ id: string, state: CredentialState, number: string, issuedBy: string, issuedOn: string | null, validUntil: string | null, submittedAt: string | null, decisions: Array<{ decision: CredentialDecision, reasonCode: string, note: string | null, decidedBy: string, at: string }> }> } | null };

export type DecisionReasonsQueryVariables = Exact<{ [key: string]: never; }>;


export type DecisionReasonsQuery = { credentialReasonCodes: Array<{ code: string, decision: CredentialDecision, label: string }> };

export type ClaimCredentialMutationVariables = Exact<{
  credentialId: string;
}>;


export type ClaimCredentialMutation = { claimCredential:
    | { __typename: 'CredentialClaimed', credential: { number: string, issuedBy: string, issuedOn: string | null, validFrom: string | null, validUntil: string | null, id: string, state: CredentialState, version: number, submittedAt: string | null, dueAt: string | null, claimedByMe: boolean, claimedByOther: boolean, claimExpiresAt: string | null, conflictOfInterest: ConflictOfInterest | null, votedByMe: boolean, type: { id: string, description: string, code: string, name: string, highRisk: boolean, evidenceKinds: Array<{ code: string, name: string }> }, provider: { id: string, level: ProviderLevel, status: ProviderStatus, completedVisits: number, yearsExperience: number, displayName: string, portraitSeed: number, gender: Gender, region: { id: string, timeZone: string, name: string } }, evidence: Array<{ id: string, kind: string, name: string, contentType: string, url: string, sha256: string }>, history: Array<{ from: CredentialState | null, to: CredentialState, actorRole: string, actorName: string | null, at: string, reason: string | null }>, decisions: Array<{ decision: CredentialDecision, reasonCode: string, note: string | null, decidedBy: string, at: string }>, previous: Array<{ id: string, state: CredentialState, number: string, issuedBy: string, issuedOn: string | null, validUntil: string | null, submittedAt: string | null, decisions: Array<{ decision: CredentialDecision, reasonCode: string, note: string | null, decidedBy: string, at: string }> }> } }
    | { __typename: 'CredentialNotClaimableError', code: string, message: string }
   };

export type DecideCredentialMutationVariables = Exact<{
  input: DecideCredentialInput;
}>;


export type DecideCredentialMutation = { decideCredential:
    | { __typename: 'CredentialDecided', credential: { id: string, state: CredentialState, version: number } }
    | { __typename: 'CredentialNotDecidableError', code: string, message: string }
   };

export type AuditQueueChangedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type AuditQueueChangedSubscription = { auditQueueChanged: { credentialId: string } };

export type AuditedTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditedTypesQuery = { credentialTypes: Array<{ id: string, name: string }> };

export type ReauditClaimFragment = { id: string, version: number, dueAt: string, claimedByMe: boolean, claimedByOther: boolean, claimExpiresAt: string | null };

export type ReauditQueueQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ReauditQueueQuery = { reauditQueue: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, version: number, dueAt: string, claimedByMe: boolean, claimedByOther: boolean, claimExpiresAt: string | null, credential: { id: string, state: CredentialState, version: number, submittedAt: string | null, dueAt: string | null, claimedByMe: boolean, claimedByOther: boolean, claimExpiresAt: string | null, conflictOfInterest: ConflictOfInterest | null, votedByMe: boolean, type: { id: string, code: string, name: string, highRisk: boolean }, provider: { id: string, displayName: string, portraitSeed: number, gender: Gender, region: { id: string, name: string } } } } }> } };

export type ClaimReauditMutationVariables = Exact<{
  reauditId: string;
}>;


export type ClaimReauditMutation = { claimReaudit:
    | { __typename: 'ReauditClaimed', reaudit: { id: string, version: number, dueAt: string, claimedByMe: boolean, claimedByOther: boolean, claimExpiresAt: string | null } }
    | { __typename: 'ReauditNotClaimableError', code: string, message: string }
   };

export type DecideReauditMutationVariables = Exact<{
  input: DecideReauditInput;
}>;


export type DecideReauditMutation = { decideReaudit:
    | { __typename: 'ReauditDecided', reaudit: { id: string, version: number } }
    | { __typename: 'ReauditNotDecidableError', code: string, message: string }
   };

export type AgreementFiguresFragment = { pairs: number, observed: number | null, expected: number | null, kappa: number | null };

export type AuditAgreementQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type AuditAgreementQuery = { auditAgreement: { overall: { pairs: number, observed: number | null, expected: number | null, kappa: number | null }, auditors: Array<{ auditorId: string, name: string, figure: { pairs: number, observed: number | null, expected: number | null, kappa: number | null } }>, types: Array<{ type: { id: string, name: string }, figure: { pairs: number, observed: number | null, expected: number | null, kappa: number | null } }> }, reauditDraws: Array<{ period: string, share: number, commitment: string, seed: string | null, approvals: number, drawn: number, isConsistent: boolean }> };

export type AuditLogQueryVariables = Exact<{
  subjectId?: string | null | undefined;
  filter?: AuditLogFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AuditLogQuery = { auditLog: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, at: string, actorKind: AuditActorKind, actorId: string | null, actorName: string | null, actorRoles: Array<string>, action: string, subjectType: string, subjectId: string | null, beforeHash: string | null, afterHash: string | null, reason: string | null, ipClass: string | null, requestReference: string | null, seq: number | null, isVeiled: boolean } }> } };

export type AuditChainStatusQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditChainStatusQuery = { auditChainStatus: { links: number, linkedAt: string | null, waiting: number, isStuck: boolean, lastRootDay: string | null, actions: Array<string> } };

export type VerifyAuditLogMutationVariables = Exact<{
  days: number;
}>;


export type VerifyAuditLogMutation = { verifyAuditLog:
    | { __typename: 'AuditLogVerdict', complete: boolean, links: number, roots: number, lastSeq: number | null, soundUntil: string | null, waiting: number, headCompared: boolean, finding: { fault: AuditFault, seq: number | null, entryId: string | null, at: string | null, explanation: string } | null }
    | { __typename: 'TooManyVerificationsError', code: string, message: string }
   };

export type BookedQuoteFragment = { durationMinutes: number, lines: Array<{ kind: PriceLineKind, label: string, amount: { amount: number, currency: string } }>, total: { amount: number, currency: string } };

export type HeldBookingFragment = { id: string, state: BookingState, start: string, end: string, timeZone: string, holdExpiresAt: string | null, holdRenewable: boolean, quote: { durationMinutes: number, lines: Array<{ kind: PriceLineKind, label: string, amount: { amount: number, currency: string } }>, total: { amount: number, currency: string } }, cancellationSteps: Array<{ from: string, until: string | null, percent: number, fee: { amount: number, currency: string } }> };

export type BookingProviderQueryVariables = Exact<{
  id: string;
}>;


export type BookingProviderQuery = { provider: { id: string, displayName: string, portraitSeed: number, gender: Gender, instantBooking: boolean, region: { id: string, name: string, timeZone: string, currency: string, places: Array<{ id: string, name: string, latitude: number, longitude: number }> }, offerings: Array<{ id: string, enabled: boolean, price: { amount: number, currency: string }, item: { id: string, name: string, priceModel: PriceModel, unitName: string | null, venues: Array<Venue>, units: { min: number, max: number, step: number, default: number } | null, options: Array<{ id: string, name: string, minutes: number, price: { amount: number, currency: string } }> } }> } | null };

export type BookingQuoteQueryVariables = Exact<{
  input: QuoteVisitInput;
}>;


export type BookingQuoteQuery = { quoteVisit:
    | { __typename: 'InvalidVisitError', code: string, message: string, field: string }
    | { __typename: 'PriceQuote', durationMinutes: number, lines: Array<{ kind: PriceLineKind, label: string, amount: { amount: number, currency: string } }>, total: { amount: number, currency: string } }
   };

export type HoldStateQueryVariables = Exact<{
  id: string;
}>;


export type HoldStateQuery = { booking: { id: string, state: BookingState, start: string, end: string, timeZone: string, holdExpiresAt: string | null, holdRenewable: boolean, quote: { durationMinutes: number, lines: Array<{ kind: PriceLineKind, label: string, amount: { amount: number, currency: string } }>, total: { amount: number, currency: string } }, cancellationSteps: Array<{ from: string, until: string | null, percent: number, fee: { amount: number, currency: string } }> } | null };

export type HoldSlotMutationVariables = Exact<{
  input: HoldSlotInput;
}>;


export type HoldSlotMutation = { holdSlot:
    | { __typename: 'Hold', expiresAt: string, booking: { id: string, state: BookingState, start: string, end: string, timeZone: string, holdExpiresAt: string | null, holdRenewable: boolean, quote: { durationMinutes: number, lines: Array<{ kind: PriceLineKind, label: string, amount: { amount: number, currency: string } }>, total: { amount: number, currency: string } }, cancellationSteps: Array<{ from: string, until: string | null, percent: number, fee: { amount: number, currency: string } }> } }
    | { __typename: 'InvalidVisitError', message: string, field: string }
    | { __typename: 'NotBookableError', reasons: Array<{ code: BookabilityCode, message: string, subject: string | null }> }
    | { __typename: 'PriceChangedError', quote: { durationMinutes: number, lines: Array<{ kind: PriceLineKind, label: string, amount: { amount: number, currency: string } }>, total: { amount: number, currency: string } } }
    | { __typename: 'SlotTakenError', alternatives: Array<{ start: string, end: string }> }
   };

export type RenewHoldMutationVariables = Exact<{
  bookingId: string;
}>;


export type RenewHoldMutation = { renewHold:
    | { __typename: 'Hold', expiresAt: string, booking: { id: string, state: BookingState, start: string, end: string, timeZone: string, holdExpiresAt: string | null, holdRenewable: boolean, quote: { durationMinutes: number, lines: Array<{ kind: PriceLineKind, label: string, amount: { amount: number, currency: string } }>, total: { amount: number, currency: string } }, cancellationSteps: Array<{ from: string, until: string | null, percent: number, fee: { amount: number, currency: string } }> } }
    | { __typename: 'HoldExpiredError', message: string }
   };

export type MyVouchersQueryVariables = Exact<{ [key: string]: never; }>;


export type MyVouchersQuery = { myVouchers: Array<{ id: string, bookingId: string | null, expiresAt: string, amount: { amount: number, currency: string } }> };

export type ApplyVoucherMutationVariables = Exact<{
  input: ApplyVoucherInput;
}>;


export type ApplyVoucherMutation = { applyVoucher:
    | { __typename: 'HoldExpiredError', message: string }
    | { __typename: 'VoucherApplied', booking: { id: string, state: BookingState, start: string, end: string, timeZone: string, holdExpiresAt: string | null, holdRenewable: boolean, quote: { durationMinutes: number, lines: Array<{ kind: PriceLineKind, label: string, amount: { amount: number, currency: string } }>, total: { amount: number, currency: string } }, cancellationSteps: Array<{ from: string, until: string | null, percent: number, fee: { amount: number, currency: string } }> } }
    | { __typename: 'VoucherNotUsableError', message: string }
   };

export type ReleaseHoldMutationVariables = Exact<{
  bookingId: string;
}>;


export type ReleaseHoldMutation = { releaseHold: boolean };

export type SaveAddressMutationVariables = Exact<{
  input: SaveAddressInput;
}>;


export type SaveAddressMutation = { saveAddress:
    | { __typename: 'AddressSaved', address: { id: string, label: string, line: string, district: string, regionId: string, latitude: number, longitude: number, doorNote: string | null } }
    | { __typename: 'InvalidAddressError', message: string, field: string }
   };

export type ConfirmBookingMutationVariables = Exact<{
  input: ConfirmBookingInput;
}>;


export type ConfirmBookingMutation = { confirmBooking:
    | { __typename: 'BookingConfirmed', booking: { id: string, state: BookingState } }
    | { __typename: 'CouponError', message: string }
    | { __typename: 'HoldExpiredError', message: string }
    | { __typename: 'NotBookableError', message: string }
    | { __typename: 'PaymentActionRequired', message: string, actionUrl: string | null }
    | { __typename: 'PaymentDeclinedError', message: string, declineCode: string }
   };

export type PlannedDateFragment = { date: string, start: string, end: string, status: SeriesDateStatus, foreseen: SeriesDateStatus | null, isShownTwice: boolean, price: { amount: number, currency: string }, alternatives: Array<{ start: string, end: string, price: { amount: number, currency: string } }> };

export type PreviewSeriesQueryVariables = Exact<{
  input: SeriesInput;
}>;


export type PreviewSeriesQuery = { previewSeries:
    | { __typename: 'InvalidVisitError', message: string }
    | { __typename: 'NotBookableError', message: string }
    | { __typename: 'SeriesPreview', timeZone: string, priceLockedUntil: string, opensUntil: string, dates: Array<{ date: string, start: string, end: string, status: SeriesDateStatus, foreseen: SeriesDateStatus | null, isShownTwice: boolean, price: { amount: number, currency: string }, alternatives: Array<{ start: string, end: string, price: { amount: number, currency: string } }> }> }
   };

export type AcceptSeriesMutationVariables = Exact<{
  input: AcceptSeriesInput;
}>;


export type AcceptSeriesMutation = { acceptSeries:
    | { __typename: 'InvalidVisitError', code: string, message: string }
    | { __typename: 'NotBookableError', code: string, message: string }
    | { __typename: 'PaymentActionRequired', code: string, message: string }
    | { __typename: 'PaymentDeclinedError', declineCode: string, code: string, message: string }
    | { __typename: 'SeriesAccepted', series: { id: string } }
    | { __typename: 'SeriesDatesFailedError', code: string, message: string, dates: Array<{ date: string }> }
    | { __typename: 'SeriesPriceChangedError', code: string, message: string }
   };

export type DraftPartsFragment = { id: string, number: number, state: CourseVersionState, revision: number, passPercent: number, questionsPerQuiz: number, triesPerDay: number, validityMonths: number | null, savedAt: string, savedBy: string | null, name: { en: string, zhCN: string }, summary: { en: string, zhCN: string }, lessons: Array<{ id: string, title: { en: string, zhCN: string }, body: { en: string, zhCN: string } }>, questions: Array<{ id: string, kind: QuestionKind, prompt: { en: string, zhCN: string }, options: Array<{ id: string, correct: boolean, text: { en: string, zhCN: string } }>, explanation: { en: string, zhCN: string } }> };

export type LessonPictureFragment = { id: string, url: string, width: number, height: number };

export type CourseLifeFragment = { id: string, retiredAt: string | null, events: Array<{ id: string, kind: CourseEventKind, versionNumber: number | null, at: string, by: string | null }> };

export type AuthoredCoursesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type AuthoredCoursesQuery = { courses: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, code: string, name: string, retiredAt: string | null, holderCount: number, openAssignmentCount: number, requiredBy: Array<{ id: string, name: string }>, published: { id: string, number: number, lessonCount: number, questionCount: number, publishedAt: string | null } | null, draft: { id: string, number: number, savedAt: string } | null } }> } };

export type AuthoredCourseQueryVariables = Exact<{
  id: string;
}>;


export type AuthoredCourseQuery = { course: { code: string, name: string, holderCount: number, id: string, retiredAt: string | null, requiredBy: Array<{ id: string, name: string }>, images: Array<{ id: string, url: string, width: number, height: number }>, published: { id: string, number: number, state: CourseVersionState, revision: number, passPercent: number, questionsPerQuiz: number, triesPerDay: number, validityMonths: number | null, savedAt: string, savedBy: string | null, name: { en: string, zhCN: string }, summary: { en: string, zhCN: string }, lessons: Array<{ id: string, title: { en: string, zhCN: string }, body: { en: string, zhCN: string } }>, questions: Array<{ id: string, kind: QuestionKind, prompt: { en: string, zhCN: string }, options: Array<{ id: string, correct: boolean, text: { en: string, zhCN: string } }>, explanation: { en: string, zhCN: string } }> } | null, draft: { id: string, number: number, state: CourseVersionState, revision: number, passPercent: number, questionsPerQuiz: number, triesPerDay: number, validityMonths: number | null, savedAt: string, savedBy: string | null, name: { en: string, zhCN: string }, summary: { en: string, zhCN: string }, lessons: Array<{ id: string, title: { en: string, zhCN: string }, body: { en: string, zhCN: string } }>, questions: Array<{ id: string, kind: QuestionKind, prompt: { en: string, zhCN: string }, options: Array<{ id: string, correct: boolean, text: { en: string, zhCN: string } }>, explanation: { en: string, zhCN: string } }> } | null, versions: Array<{ id: string, number: number, state: CourseVersionState, lessonCount: number, questionCount: number, savedAt: string, savedBy: string | null, publishedAt: string | null, publishedBy: string | null }>, events: Array<{ id: string, kind: CourseEventKind, versionNumber: number | null, at: string, by: string | null }> } | null };

export type CreateCourseMutationVariables = Exact<{
  input: CreateCourseInput;
}>;


export type CreateCourseMutation = { createCourse:
    | { __typename: 'CourseCreated', course: { id: string } }
    | { __typename: 'InvalidCourseError', code: string, message: string, field: string }
   };

export type DraftCourseMutationVariables = Exact<{
  courseId: string;
}>;


export type DraftCourseMutation = { draftCourse:
    | { __typename: 'CourseDrafted', draft: { id: string, number: number, state: CourseVersionState, revision: number, passPercent: number, questionsPerQuiz: number, triesPerDay: number, validityMonths: number | null, savedAt: string, savedBy: string | null, name: { en: string, zhCN: string }, summary: { en: string, zhCN: string }, lessons: Array<{ id: string, title: { en: string, zhCN: string }, body: { en: string, zhCN: string } }>, questions: Array<{ id: string, kind: QuestionKind, prompt: { en: string, zhCN: string }, options: Array<{ id: string, correct: boolean, text: { en: string, zhCN: string } }>, explanation: { en: string, zhCN: string } }> } }
    | { __typename: 'CourseNotEditableError', code: string, message: string }
   };

export type SaveCourseDraftMutationVariables = Exact<{
  input: SaveCourseDraftInput;
}>;


export type SaveCourseDraftMutation = { saveCourseDraft:
    | { __typename: 'CourseDraftSaved', saved: { id: string, number: number, state: CourseVersionState, revision: number, passPercent: number, questionsPerQuiz: number, triesPerDay: number, validityMonths: number | null, savedAt: string, savedBy: string | null, name: { en: string, zhCN: string }, summary: { en: string, zhCN: string }, lessons: Array<{ id: string, title: { en: string, zhCN: string }, body: { en: string, zhCN: string } }>, questions: Array<{ id: string, kind: QuestionKind, prompt: { en: string, zhCN: string }, options: Array<{ id: string, correct: boolean, text: { en: string, zhCN: string } }>, explanation: { en: string, zhCN: string } }> } }
    | { __typename: 'CourseNotEditableError', code: string, message: string }
    | { __typename: 'InvalidCourseError', code: string, message: string, field: string }
   };

export type PublishCourseMutationVariables = Exact<{
  input: PublishCourseInput;
}>;


export type PublishCourseMutation = { publishCourse:
    | { __typename: 'CourseNotEditableError', code: string, message: string }
    | { __typename: 'CourseNotPublishableError', code: string, message: string, problems: Array<{ code: string, field: string, message: string }> }
    | { __typename: 'CoursePublished', published: { id: string, number: number } }
   };

export type DiscardCourseDraftMutationVariables = Exact<{
  input: DiscardCourseDraftInput;
}>;


export type DiscardCourseDraftMutation = { discardCourseDraft:
    | { __typename: 'CourseDraftDiscarded', courseWithoutDraft: { id: string, retiredAt: string | null, events: Array<{ id: string, kind: CourseEventKind, versionNumber: number | null, at: string, by: string | null }> } }
    | { __typename: 'CourseNotEditableError', code: string, message: string }
   };

export type RetireCourseMutationVariables = Exact<{
  courseId: string;
}>;


export type RetireCourseMutation = { retireCourse:
    | { __typename: 'CourseNotRetirableError', code: string, message: string, requiredBy: Array<{ id: string, name: string }> }
    | { __typename: 'CourseRetired', retired: { id: string, retiredAt: string | null, events: Array<{ id: string, kind: CourseEventKind, versionNumber: number | null, at: string, by: string | null }> } }
   };

export type ReinstateCourseMutationVariables = Exact<{
  courseId: string;
}>;


export type ReinstateCourseMutation = { reinstateCourse:
    | { __typename: 'CourseNotRetirableError', code: string, message: string }
    | { __typename: 'CourseReinstated', reinstated: { id: string, retiredAt: string | null, events: Array<{ id: string, kind: CourseEventKind, versionNumber: number | null, at: string, by: string | null }> } }
   };

export type CreateLessonImageUploadMutationVariables = Exact<{
  input: CreateLessonImageUploadInput;
}>;


export type CreateLessonImageUploadMutation = { createLessonImageUpload:
    | { __typename: 'InvalidLessonImageError', code: string, message: string }
    | { __typename: 'LessonImageUploadCreated', uploadId: string, uploadUrl: string, expiresAt: string, headers: Array<{ name: string, value: string }> }
   };

export type FinishLessonImageUploadMutationVariables = Exact<{
  uploadId: string;
}>;


export type FinishLessonImageUploadMutation = { finishLessonImageUpload:
    | { __typename: 'InvalidLessonImageError', code: string, message: string }
    | { __typename: 'LessonImageAdded', image: { id: string, url: string, width: number, height: number } }
   };

export type CourseCandidatesQueryVariables = Exact<{
  courseId: string;
  query?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CourseCandidatesQuery = { courseCandidates: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { attemptCount: number, provider: { id: string, displayName: string, portraitSeed: number, gender: Gender, region: { id: string, name: string } }, certificate: { id: string, validUntil: string | null } | null, assignment: { id: string, dueOn: string } | null } }> } };

export type AssignCourseMutationVariables = Exact<{
  input: AssignCourseInput;
}>;


export type AssignCourseMutation = { assignCourse:
    | { __typename: 'CourseAssigned', assignment: { id: string, dueOn: string } }
    | { __typename: 'CourseNotAssignableError', code: string, message: string }
   };

export type WithdrawCourseAssignmentMutationVariables = Exact<{
  id: string;
}>;


export type WithdrawCourseAssignmentMutation = { withdrawCourseAssignment: boolean };

export type CourseAssignmentsQueryVariables = Exact<{
  courseId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CourseAssignmentsQuery = { courseAssignments: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, dueOn: string, reason: AssignmentReason, assignedBy: string | null, completedAt: string | null, withdrawnAt: string | null, provider: { id: string, displayName: string, portraitSeed: number, gender: Gender } } }> } };

export type HeldCertificateFragment = { id: string, validFrom: string, validUntil: string | null, verificationCode: string };

export type QuizAttemptPartsFragment = { id: string, closesAt: string, submittedAt: string | null, questions: Array<{ id: string, kind: QuestionKind, prompt: string, options: Array<{ id: string, text: string }> }>, result: { hasPassed: boolean, rightCount: number, questionCount: number, passPercent: number, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, reviews: Array<{ chosenIds: Array<string>, rightIds: Array<string>, isRight: boolean, explanation: string, question: { id: string, prompt: string, options: Array<{ id: string, text: string }> } }> } | null };

export type CourseStandingFragment = { id: string, name: string, summary: string, need: CourseNeed, lessonCount: number, readCount: number, passPercent: number, questionsPerQuiz: number, triesPerDay: number, triesLeftToday: number, nextTryOn: string, validityMonths: number | null, today: string, assignment: { id: string, dueOn: string, reason: AssignmentReason } | null, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, openAttempt: { id: string, closesAt: string, submittedAt: string | null, questions: Array<{ id: string, kind: QuestionKind, prompt: string, options: Array<{ id: string, text: string }> }>, result: { hasPassed: boolean, rightCount: number, questionCount: number, passPercent: number, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, reviews: Array<{ chosenIds: Array<string>, rightIds: Array<string>, isRight: boolean, explanation: string, question: { id: string, prompt: string, options: Array<{ id: string, text: string }> } }> } | null } | null, lastAttempt: { id: string, closesAt: string, submittedAt: string | null, questions: Array<{ id: string, kind: QuestionKind, prompt: string, options: Array<{ id: string, text: string }> }>, result: { hasPassed: boolean, rightCount: number, questionCount: number, passPercent: number, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, reviews: Array<{ chosenIds: Array<string>, rightIds: Array<string>, isRight: boolean, explanation: string, question: { id: string, prompt: string, options: Array<{ id: string, text: string }> } }> } | null } | null };

export type MyCoursesQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCoursesQuery = { myCourses: Array<{ id: string, name: string, summary: string, need: CourseNeed, lessonCount: number, readCount: number, passPercent: number, questionsPerQuiz: number, triesPerDay: number, triesLeftToday: number, nextTryOn: string, validityMonths: number | null, today: string, requiredBy: Array<{ id: string, name: string }>, assignment: { id: string, dueOn: string, reason: AssignmentReason } | null, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, openAttempt: { id: string, closesAt: string, submittedAt: string | null, questions: Array<{ id: string, kind: QuestionKind, prompt: string, options: Array<{ id: string, text: string }> }>, result: { hasPassed: boolean, rightCount: number, questionCount: number, passPercent: number, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, reviews: Array<{ chosenIds: Array<string>, rightIds: Array<string>, isRight: boolean, explanation: string, question: { id: string, prompt: string, options: Array<{ id: string, text: string }> } }> } | null } | null, lastAttempt: { id: string, closesAt: string, submittedAt: string | null, questions: Array<{ id: string, kind: QuestionKind, prompt: string, options: Array<{ id: string, text: string }> }>, result: { hasPassed: boolean, rightCount: number, questionCount: number, passPercent: number, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, reviews: Array<{ chosenIds: Array<string>, rightIds: Array<string>, isRight: boolean, explanation: string, question: { id: string, prompt: string, options: Array<{ id: string, text: string }> } }> } | null } | null }> };

export type MyCourseQueryVariables = Exact<{
  id: string;
}>;


export type MyCourseQuery = { myCourse: { id: string, name: string, summary: string, need: CourseNeed, lessonCount: number, readCount: number, passPercent: number, questionsPerQuiz: number, triesPerDay: number, triesLeftToday: number, nextTryOn: string, validityMonths: number | null, today: string, lessons: Array<{ id: string, title: string, body: string, isRead: boolean, images: Array<{ id: string, url: string, width: number, height: number }> }>, assignment: { id: string, dueOn: string, reason: AssignmentReason } | null, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, openAttempt: { id: string, closesAt: string, submittedAt: string | null, questions: Array<{ id: string, kind: QuestionKind, prompt: string, options: Array<{ id: string, text: string }> }>, result: { hasPassed: boolean, rightCount: number, questionCount: number, passPercent: number, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, reviews: Array<{ chosenIds: Array<string>, rightIds: Array<string>, isRight: boolean, explanation: string, question: { id: string, prompt: string, options: Array<{ id: string, text: string }> } }> } | null } | null, lastAttempt: { id: string, closesAt: string, submittedAt: string | null, questions: Array<{ id: string, kind: QuestionKind, prompt: string, options: Array<{ id: string, text: string }> }>, result: { hasPassed: boolean, rightCount: number, questionCount: number, passPercent: number, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, reviews: Array<{ chosenIds: Array<string>, rightIds: Array<string>, isRight: boolean, explanation: string, question: { id: string, prompt: string, options: Array<{ id: string, text: string }> } }> } | null } | null } | null };

export type FinishLessonMutationVariables = Exact<{
  input: FinishLessonInput;
}>;


export type FinishLessonMutation = { finishLesson:
    | { __typename: 'LessonFinished', course: { id: string, name: string, summary: string, need: CourseNeed, lessonCount: number, readCount: number, passPercent: number, questionsPerQuiz: number, triesPerDay: number, triesLeftToday: number, nextTryOn: string, validityMonths: number | null, today: string, lessons: Array<{ id: string, isRead: boolean }>, assignment: { id: string, dueOn: string, reason: AssignmentReason } | null, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, openAttempt: { id: string, closesAt: string, submittedAt: string | null, questions: Array<{ id: string, kind: QuestionKind, prompt: string, options: Array<{ id: string, text: string }> }>, result: { hasPassed: boolean, rightCount: number, questionCount: number, passPercent: number, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, reviews: Array<{ chosenIds: Array<string>, rightIds: Array<string>, isRight: boolean, explanation: string, question: { id: string, prompt: string, options: Array<{ id: string, text: string }> } }> } | null } | null, lastAttempt: { id: string, closesAt: string, submittedAt: string | null, questions: Array<{ id: string, kind: QuestionKind, prompt: string, options: Array<{ id: string, text: string }> }>, result: { hasPassed: boolean, rightCount: number, questionCount: number, passPercent: number, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, reviews: Array<{ chosenIds: Array<string>, rightIds: Array<string>, isRight: boolean, explanation: string, question: { id: string, prompt: string, options: Array<{ id: string, text: string }> } }> } | null } | null } }
    | { __typename: 'UnknownLessonError', code: string, message: string }
   };

export type StartQuizMutationVariables = Exact<{
  courseId: string;
}>;


export type StartQuizMutation = { startQuiz:
    | { __typename: 'QuizNotOpenError', code: string, message: string }
    | { __typename: 'QuizStarted', course: { id: string, name: string, summary: string, need: CourseNeed, lessonCount: number, readCount: number, passPercent: number, questionsPerQuiz: number, triesPerDay: number, triesLeftToday: number, nextTryOn: string, validityMonths: number | null, today: string, assignment: { id: string, dueOn: string, reason: AssignmentReason } | null, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, openAttempt: { id: string, closesAt: string, submittedAt: string | null, questions: Array<{ id: string, kind: QuestionKind, prompt: string, options: Array<{ id: string, text: string }> }>, result: { hasPassed: boolean, rightCount: number, questionCount: number, passPercent: number, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, reviews: Array<{ chosenIds: Array<string>, rightIds: Array<string>, isRight: boolean, explanation: string, question: { id: string, prompt: string, options: Array<{ id: string, text: string }> } }> } | null } | null, lastAttempt: { id: string, closesAt: string, submittedAt: string | null, questions: Array<{ id: string, kind: QuestionKind, prompt: string, options: Array<{ id: string, text: string }> }>, result: { hasPassed: boolean, rightCount: number, questionCount: number, passPercent: number, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, reviews: Array<{ chosenIds: Array<string>, rightIds: Array<string>, isRight: boolean, explanation: string, question: { id: string, prompt: string, options: Array<{ id: string, text: string }> } }> } | null } | null } }
   };

export type SubmitQuizMutationVariables = Exact<{
  input: SubmitQuizInput;
}>;


export type SubmitQuizMutation = { submitQuiz:
    | { __typename: 'QuizClosedError', code: string, message: string }
    | { __typename: 'QuizGraded', graded: { id: string, closesAt: string, submittedAt: string | null, questions: Array<{ id: string, kind: QuestionKind, prompt: string, options: Array<{ id: string, text: string }> }>, result: { hasPassed: boolean, rightCount: number, questionCount: number, passPercent: number, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, reviews: Array<{ chosenIds: Array<string>, rightIds: Array<string>, isRight: boolean, explanation: string, question: { id: string, prompt: string, options: Array<{ id: string, text: string }> } }> } | null }, course: { id: string, name: string, summary: string, need: CourseNeed, lessonCount: number, readCount: number, passPercent: number, questionsPerQuiz: number, triesPerDay: number, triesLeftToday: number, nextTryOn: string, validityMonths: number | null, today: string, assignment: { id: string, dueOn: string, reason: AssignmentReason } | null, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, openAttempt: { id: string, closesAt: string, submittedAt: string | null, questions: Array<{ id: string, kind: QuestionKind, prompt: string, options: Array<{ id: string, text: string }> }>, result: { hasPassed: boolean, rightCount: number, questionCount: number, passPercent: number, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, reviews: Array<{ chosenIds: Array<string>, rightIds: Array<string>, isRight: boolean, explanation: string, question: { id: string, prompt: string, options: Array<{ id: string, text: string }> } }> } | null } | null, lastAttempt: { id: string, closesAt: string, submittedAt: string | null, questions: Array<{ id: string, kind: QuestionKind, prompt: string, options: Array<{ id: string, text: string }> }>, result: { hasPassed: boolean, rightCount: number, questionCount: number, passPercent: number, certificate: { id: string, validFrom: string, validUntil: string | null, verificationCode: string } | null, reviews: Array<{ chosenIds: Array<string>, rightIds: Array<string>, isRight: boolean, explanation: string, question: { id: string, prompt: string, options: Array<{ id: string, text: string }> } }> } | null } | null } | null }
   };

export type VerifyCredentialQueryVariables = Exact<{
  code: string;
}>;


export type VerifyCredentialQuery = { verifyCredential: { typeName: string, holderName: string, validUntil: string | null, light: string } | null };

export type SubstitutionsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type SubstitutionsQuery = { substitutionList: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { daysLeft: number, reason: SubstitutionReason, credentialState: CredentialState | null, validUntil: string | null, renewalState: CredentialState | null, credentialType: { id: string, name: string } | null, booking: { id: string, reference: string, start: string, timeZone: string, householdName: string, provider: { id: string, displayName: string, status: ProviderStatus }, items: Array<{ item: { id: string, name: string } }> } } }> } };

export type OverseenCredentialsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: OverseenCredentialFilter | null | undefined;
}>;


export type OverseenCredentialsQuery = { overseenCredentials: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, state: CredentialState, version: number, validUntil: string | null, decidedAt: string | null, issuedBy: string | null, validFrom: string | null, isDisputed: boolean, type: { id: string, name: string }, provider: { id: string, displayName: string, region: { id: string, name: string, timeZone: string } } } }> } };

export type OverseenRowFragment = { id: string, state: CredentialState, version: number, validUntil: string | null, decidedAt: string | null, issuedBy: string | null, validFrom: string | null, isDisputed: boolean, type: { id: string, name: string }, provider: { id: string, displayName: string, region: { id: string, name: string, timeZone: string } } };

export type RevocationReasonsQueryVariables = Exact<{ [key: string]: never; }>;


export type RevocationReasonsQuery = { credentialRevocationReasons: Array<{ code: string, label: string }> };

export type RevokeCredentialMutationVariables = Exact<{
  input: RevokeCredentialInput;
}>;


export type RevokeCredentialMutation = { revokeCredential:
    | { __typename: 'CredentialNotRevocableError', code: string, message: string }
    | { __typename: 'CredentialRevoked', credential: { id: string, state: CredentialState, version: number, validUntil: string | null, decidedAt: string | null, issuedBy: string | null, validFrom: string | null, isDisputed: boolean, type: { id: string, name: string }, provider: { id: string, displayName: string, region: { id: string, name: string, timeZone: string } } } }
   };

export type EditedTypeFragment = { id: string, code: string, name: string, description: string, highRisk: boolean, validityMonths: number | null, numberFormats: Array<string>, publicBadge: boolean, operatorsSeeClaims: boolean, version: number, texts: { name: { en: string, zhCN: string }, description: { en: string, zhCN: string }, evidenceKinds: Array<{ code: string, required: boolean, name: { en: string, zhCN: string } }> } };

export type EditedTypesQueryVariables = Exact<{ [key: string]: never; }>;


export type EditedTypesQuery = { credentialTypes: Array<{ id: string, code: string, name: string, description: string, highRisk: boolean, validityMonths: number | null, numberFormats: Array<string>, publicBadge: boolean, operatorsSeeClaims: boolean, version: number, texts: { name: { en: string, zhCN: string }, description: { en: string, zhCN: string }, evidenceKinds: Array<{ code: string, required: boolean, name: { en: string, zhCN: string } }> } }> };

export type TypeHistoryQueryVariables = Exact<{
  typeId: string;
}>;


export type TypeHistoryQuery = { credentialTypeHistory: Array<{ version: number, name: string, editorName: string, changedFields: Array<string>, at: string }> };

export type SaveCredentialTypeMutationVariables = Exact<{
  input: SaveCredentialTypeInput;
}>;


export type SaveCredentialTypeMutation = { saveCredentialType:
    | { __typename: 'CredentialTypeSaved', type: { id: string, code: string, name: string, description: string, highRisk: boolean, validityMonths: number | null, numberFormats: Array<string>, publicBadge: boolean, operatorsSeeClaims: boolean, version: number, texts: { name: { en: string, zhCN: string }, description: { en: string, zhCN: string }, evidenceKinds: Array<{ code: string, required: boolean, name: { en: string, zhCN: string } }> } } }
    | { __typename: 'InvalidCredentialTypeError', code: string, message: string, field: string }
   };

export type SubstituteBoardRowFragment = { id: string, cause: SubstituteCause, deadline: string, formerProvider: { id: string, displayName: string }, substitute: { id: string, displayName: string } | null, platformShare: { amount: number, currency: string } | null, visit: { id: string, reference: string, start: string, timeZone: string } };

export type SubstituteBoardColumnFragment = { totalCount: number, edges: Array<{ node: { id: string, cause: SubstituteCause, deadline: string, formerProvider: { id: string, displayName: string }, substitute: { id: string, displayName: string } | null, platformShare: { amount: number, currency: string } | null, visit: { id: string, reference: string, start: string, timeZone: string } } }> };

export type SubstituteBoardQueryVariables = Exact<{ [key: string]: never; }>;


export type SubstituteBoardQuery = { uncovered: { totalCount: number, edges: Array<{ node: { id: string, cause: SubstituteCause, deadline: string, formerProvider: { id: string, displayName: string }, substitute: { id: string, displayName: string } | null, platformShare: { amount: number, currency: string } | null, visit: { id: string, reference: string, start: string, timeZone: string } } }> }, offered: { totalCount: number, edges: Array<{ node: { id: string, cause: SubstituteCause, deadline: string, formerProvider: { id: string, displayName: string }, substitute: { id: string, displayName: string } | null, platformShare: { amount: number, currency: string } | null, visit: { id: string, reference: string, start: string, timeZone: string } } }> }, accepted: { totalCount: number, edges: Array<{ node: { id: string, cause: SubstituteCause, deadline: string, formerProvider: { id: string, displayName: string }, substitute: { id: string, displayName: string } | null, platformShare: { amount: number, currency: string } | null, visit: { id: string, reference: string, start: string, timeZone: string } } }> }, refunded: { totalCount: number, edges: Array<{ node: { id: string, cause: SubstituteCause, deadline: string, formerProvider: { id: string, displayName: string }, substitute: { id: string, displayName: string } | null, platformShare: { amount: number, currency: string } | null, visit: { id: string, reference: string, start: string, timeZone: string } } }> } };

export type MyEarningsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyEarningsQuery = { myEarnings: { timeZone: string, today: { amount: number, currency: string }, week: { amount: number, currency: string }, owed: { amount: number, currency: string }, waiting: { amount: number, currency: string }, ahead: { amount: number, currency: string } } };

export type EarnedFactsFragment = { id: string, kind: LedgerTransactionKind, at: string, commissionBasisPoints: number, earned: { amount: number, currency: string }, entries: Array<{ account: LedgerAccount, amount: { amount: number, currency: string } }>, booking: { id: string, reference: string, start: string, timeZone: string, items: Array<{ item: { id: string, name: string } }> } | null };

export type MyLedgerQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type MyLedgerQuery = { myLedger: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, kind: LedgerTransactionKind, at: string, commissionBasisPoints: number, earned: { amount: number, currency: string }, entries: Array<{ account: LedgerAccount, amount: { amount: number, currency: string } }>, booking: { id: string, reference: string, start: string, timeZone: string, items: Array<{ item: { id: string, name: string } }> } | null } }> } };

export type HouseholdFieldsFragment = { id: string, name: string, role: HouseholdRole, members: Array<{ id: string, displayName: string, role: HouseholdRole, joinedAt: string | null, isViewer: boolean, canManage: boolean }>, invitations: Array<{ id: string, email: string, role: HouseholdRole, expiresAt: string }> };

export type MyHouseholdQueryVariables = Exact<{ [key: string]: never; }>;


export type MyHouseholdQuery = { myHousehold: { id: string, name: string, role: HouseholdRole, members: Array<{ id: string, displayName: string, role: HouseholdRole, joinedAt: string | null, isViewer: boolean, canManage: boolean }>, invitations: Array<{ id: string, email: string, role: HouseholdRole, expiresAt: string }> } };

export type InviteMemberMutationVariables = Exact<{
  input: InviteMemberInput;
}>;


export type InviteMemberMutation = { inviteMember:
    | { __typename: 'InvitationRefusedError', code: string, message: string }
    | { __typename: 'MemberInvited', invitation: { id: string, email: string } }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
   };

export type RevokeInvitationMutationVariables = Exact<{
  invitationId: string;
}>;


export type RevokeInvitationMutation = { revokeInvitation: boolean };

export type ChangeMemberRoleMutationVariables = Exact<{
  memberId: string;
  role: HouseholdRole;
}>;


export type ChangeMemberRoleMutation = { changeMemberRole: { id: string, name: string, role: HouseholdRole, members: Array<{ id: string, displayName: string, role: HouseholdRole, joinedAt: string | null, isViewer: boolean, canManage: boolean }>, invitations: Array<{ id: string, email: string, role: HouseholdRole, expiresAt: string }> } };

export type RemoveMemberMutationVariables = Exact<{
  memberId: string;
}>;


export type RemoveMemberMutation = { removeMember: boolean };

export type LeaveHouseholdMutationVariables = Exact<{ [key: string]: never; }>;


export type LeaveHouseholdMutation = { leaveHousehold: boolean };

export type InvitationOfTokenQueryVariables = Exact<{
  token: string;
}>;


export type InvitationOfTokenQuery = { invitation: { inviterName: string, email: string, role: HouseholdRole, expiresAt: string, isForViewer: boolean } | null };

export type AcceptInvitationMutationVariables = Exact<{
  token: string;
}>;


export type AcceptInvitationMutation = { acceptInvitation:
    | { __typename: 'CannotJoinError', code: string, message: string }
    | { __typename: 'HouseholdJoined', role: HouseholdRole }
    | { __typename: 'InvitationNotOpenError', code: string, message: string }
   };

export type DeclineInvitationMutationVariables = Exact<{
  token: string;
}>;


export type DeclineInvitationMutation = { declineInvitation: boolean };

export type LedgerBalancesQueryVariables = Exact<{ [key: string]: never; }>;


export type LedgerBalancesQuery = { ledgerBalances: Array<{ account: LedgerAccount, currency: string, amount: number }> };

export type PostedFactsFragment = { id: string, kind: LedgerTransactionKind, at: string, provider: { id: string, displayName: string }, entries: Array<{ account: LedgerAccount, amount: { amount: number, currency: string } }>, booking: { id: string, reference: string, timeZone: string } | null };

export type LedgerQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type LedgerQuery = { ledger: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, kind: LedgerTransactionKind, at: string, provider: { id: string, displayName: string }, entries: Array<{ account: LedgerAccount, amount: { amount: number, currency: string } }>, booking: { id: string, reference: string, timeZone: string } | null } }> } };

export type BookingLedgerQueryVariables = Exact<{
  bookingId: string;
}>;


export type BookingLedgerQuery = { bookingLedger: Array<{ id: string, kind: LedgerTransactionKind, at: string, provider: { id: string, displayName: string }, entries: Array<{ account: LedgerAccount, amount: { amount: number, currency: string } }>, booking: { id: string, reference: string, timeZone: string } | null }> | null };

export type ReportRowFragment = { id: string, side: MessageSide, reason: ReportReason, note: string | null, state: ReportState, reportedAt: string, closedAt: string | null, booking: { id: string, reference: string, householdName: string, provider: { id: string, displayName: string } } };

export type MessageReportsQueryVariables = Exact<{
  state: ReportState;
  first: number;
  after?: string | null | undefined;
}>;


export type MessageReportsQuery = { messageReports: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, side: MessageSide, reason: ReportReason, note: string | null, state: ReportState, reportedAt: string, closedAt: string | null, booking: { id: string, reference: string, householdName: string, provider: { id: string, displayName: string } } } }> } };

export type ReportedMessagesQueryVariables = Exact<{
  id: string;
}>;


export type ReportedMessagesQuery = { messageReport: { id: string, message: { id: string }, context: Array<{ id: string, side: MessageSide, text: string | null, authorName: string, sentAt: string, photos: Array<{ id: string, url: string | null, width: number, height: number }> }> } | null };

export type CloseMessageReportMutationVariables = Exact<{
  input: CloseMessageReportInput;
}>;


export type CloseMessageReportMutation = { closeMessageReport:
    | { __typename: 'MessageReportClosed', report: { id: string, state: ReportState } }
    | { __typename: 'ReportNotOpenError', code: string, message: string }
   };

export type MessagePartsFragment = { id: string, sequence: number, side: MessageSide, text: string | null, masked: boolean, sentAt: string, isOwn: boolean, isReported: boolean, authorName: string, photos: Array<{ id: string, url: string | null, width: number, height: number }> };

export type ConversationPageQueryVariables = Exact<{
  bookingId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ConversationPageQuery = { conversation: { side: MessageSide, otherName: string, state: ConversationState, closesAt: string, masksContacts: boolean, unreadCount: number, readTo: number, readByOtherSide: number, booking: { id: string, reference: string, start: string, timeZone: string }, messages: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, sequence: number, side: MessageSide, text: string | null, masked: boolean, sentAt: string, isOwn: boolean, isReported: boolean, authorName: string, photos: Array<{ id: string, url: string | null, width: number, height: number }> } }> } } | null };

export type MyConversationsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyConversationsQuery = { myConversations: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { side: MessageSide, otherName: string, state: ConversationState, unreadCount: number, booking: { id: string, start: string, timeZone: string, provider: { id: string, portraitSeed: number, gender: Gender } }, lastMessage: { id: string, text: string | null, sentAt: string, isOwn: boolean, photos: Array<{ id: string }> } | null } }> } };

export type SendMessageMutationVariables = Exact<{
  input: SendMessageInput;
}>;


export type SendMessageMutation = { sendMessage:
    | { __typename: 'ConversationClosedError', code: string, said: string }
    | { __typename: 'ConversationReadOnlyError', code: string, said: string }
    | { __typename: 'InvalidMessageError', code: string, said: string }
    | { __typename: 'MessageSent', message: { id: string, sequence: number, side: MessageSide, text: string | null, masked: boolean, sentAt: string, isOwn: boolean, isReported: boolean, authorName: string, photos: Array<{ id: string, url: string | null, width: number, height: number }> } }
   };

export type MarkMessagesReadMutationVariables = Exact<{
  input: MarkMessagesReadInput;
}>;


export type MarkMessagesReadMutation = { markMessagesRead: boolean };

export type CreateMessagePhotoUploadMutationVariables = Exact<{
  input: CreateMessagePhotoUploadInput;
}>;


export type CreateMessagePhotoUploadMutation = { createMessagePhotoUpload:
    | { __typename: 'InvalidMessagePhotoError', code: string, message: string }
    | { __typename: 'MessagePhotoUploadCreated', uploadId: string, uploadUrl: string, expiresAt: string, headers: Array<{ name: string, value: string }> }
   };

export type FinishMessagePhotoUploadMutationVariables = Exact<{
  uploadId: string;
}>;


export type FinishMessagePhotoUploadMutation = { finishMessagePhotoUpload:
    | { __typename: 'InvalidMessagePhotoError', code: string, message: string }
    | { __typename: 'MessagePhotoAdded', photo: { id: string, url: string | null, width: number, height: number } }
   };

export type ReportMessageMutationVariables = Exact<{
  input: ReportMessageInput;
}>;


export type ReportMessageMutation = { reportMessage:
    | { __typename: 'MessageReported', message: { id: string, isReported: boolean } }
    | { __typename: 'NotReportableError', code: string, said: string }
   };

export type MessageAddedSubscriptionVariables = Exact<{
  bookingId: string;
}>;


export type MessageAddedSubscription = { messageAdded: { id: string } };

export type MessagesReadSubscriptionVariables = Exact<{
  bookingId: string;
}>;


export type MessagesReadSubscription = { messagesRead: { readByOtherSide: number } };

export type ConversationHeadQueryVariables = Exact<{
  bookingId: string;
}>;


export type ConversationHeadQuery = { conversation: { side: MessageSide, otherName: string, booking: { id: string, start: string, timeZone: string } } | null };

export type StepFieldsFragment = { step: OnboardingStepCode, state: OnboardingStepState, gaps: Array<{ code: string, subject: string | null, subjectName: string | null }> };

export type OwnOnboardingQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnOnboardingQuery = { myOnboarding: { canSubmit: boolean, profile: { id: string, awaitingSince: string | null, provider: { id: string, displayName: string, status: ProviderStatus, region: { id: string, timeZone: string } }, history: Array<{ id: string, act: ProviderAct, reason: string | null, note: string | null }> }, steps: Array<{ step: OnboardingStepCode, state: OnboardingStepState, gaps: Array<{ code: string, subject: string | null, subjectName: string | null }> }> } };

export type ApplyRegionsQueryVariables = Exact<{ [key: string]: never; }>;


export type ApplyRegionsQuery = { regions: Array<{ id: string, name: string }> };

export type ApplyAsProviderMutationVariables = Exact<{
  input: ApplyAsProviderInput;
}>;


export type ApplyAsProviderMutation = { applyAsProvider:
    | { __typename: 'AlreadyProviderError', message: string }
    | { __typename: 'InvalidProviderError', message: string, field: string }
    | { __typename: 'ProviderApplied', profile: { id: string } }
   };

export type SubmitApplicationMutationVariables = Exact<{ [key: string]: never; }>;


export type SubmitApplicationMutation = { submitApplication:
    | { __typename: 'ApplicationIncompleteError', message: string }
    | { __typename: 'ApplicationSubmitted', profile: { id: string } }
    | { __typename: 'ProviderNotMovedError', message: string }
   };

export type DeliveriesQueryVariables = Exact<{
  filter?: DeliveryFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DeliveriesQuery = { deliveries: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, channel: DeliveryChannel, kind: string, recipient: string, subject: string | null, body: string | null, status: DeliveryStatus, transport: string, bookingId: string | null, createdAt: string, sentAt: string | null, error: string | null } }> } };

export type TextBudgetQueryVariables = Exact<{ [key: string]: never; }>;


export type TextBudgetQuery = { textBudget: { texts: number, mostTexts: number, cost: number, mostCost: number } };

export type OperatorBookingsQueryVariables = Exact<{
  filter?: BookingFilter | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type OperatorBookingsQuery = { bookings: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, reference: string, state: BookingState, start: string, end: string, timeZone: string, householdName: string, createdAt: string, provider: { id: string, displayName: string, region: { id: string, name: string } }, items: Array<{ item: { id: string, name: string } }>, quote: { total: { amount: number, currency: string } } } }> } };

export type OpsVisitFragment = { id: string, reference: string, state: BookingState, start: string, end: string, timeZone: string, venue: Venue, note: string | null, householdName: string, createdAt: string, paymentStatus: string | null, canCancel: boolean, canReschedule: boolean, cancelledBy: string | null, bookedBy: { displayName: string } | null, cancellationFee: { amount: number, currency: string } | null, provider: { id: string, displayName: string, region: { id: string, name: string } }, place: { line: string | null, district: string | null } | null, items: Array<{ units: number, item: { id: string, name: string, unitName: string | null, priceModel: PriceModel }, options: Array<{ id: string, name: string }> }>, quote: { durationMinutes: number, lines: Array<{ kind: PriceLineKind, label: string, amount: { amount: number, currency: string } }>, total: { amount: number, currency: string } }, transitions: Array<{ from: BookingState | null, to: BookingState, actorRole: string, at: string, reason: string | null }>, refunds: Array<{ at: string, reason: string, refunded: { amount: number, currency: string } }> };

export type OpsBookingQueryVariables = Exact<{
  id: string;
}>;


export type OpsBookingQuery = { booking: { id: string, reference: string, state: BookingState, start: string, end: string, timeZone: string, venue: Venue, note: string | null, householdName: string, createdAt: string, paymentStatus: string | null, canCancel: boolean, canReschedule: boolean, cancelledBy: string | null, bookedBy: { displayName: string } | null, cancellationFee: { amount: number, currency: string } | null, provider: { id: string, displayName: string, region: { id: string, name: string } }, place: { line: string | null, district: string | null } | null, items: Array<{ units: number, item: { id: string, name: string, unitName: string | null, priceModel: PriceModel }, options: Array<{ id: string, name: string }> }>, quote: { durationMinutes: number, lines: Array<{ kind: PriceLineKind, label: string, amount: { amount: number, currency: string } }>, total: { amount: number, currency: string } }, transitions: Array<{ from: BookingState | null, to: BookingState, actorRole: string, at: string, reason: string | null }>, refunds: Array<{ at: string, reason: string, refunded: { amount: number, currency: string } }> } | null };

export type OpsMoveSlotsQueryVariables = Exact<{
  bookingId: string;
  from: string;
  to: string;
}>;


export type OpsMoveSlotsQuery = { rescheduleQuote: { fee: { amount: number, currency: string } }, rescheduleSlots: Array<{ date: string, slots: Array<{ start: string, end: string }> }> };

export type OpsCancellationQueryVariables = Exact<{
  bookingId: string;
}>;


export type OpsCancellationQuery = { cancellationQuote: { fee: { amount: number, currency: string }, refund: { amount: number, currency: string } } };

export type OpsCancelMutationVariables = Exact<{
  input: CancelBookingInput;
}>;


export type OpsCancelMutation = { cancelBooking:
    | { __typename: 'BookingCancelled', booking: { id: string, state: BookingState } }
    | { __typename: 'FeeChangedError', code: string, message: string }
    | { __typename: 'NotCancellableError', code: string, message: string }
    | { __typename: 'SubstituteSought' }
   };

export type OpsMoveMutationVariables = Exact<{
  input: RescheduleBookingInput;
}>;


export type OpsMoveMutation = { rescheduleBooking:
    | { __typename: 'BookingRescheduled', rescheduled: { id: string, start: string } }
    | { __typename: 'InvalidVisitError', code: string, message: string }
    | { __typename: 'NotBookableError', code: string, message: string }
    | { __typename: 'NotReschedulableError', code: string, message: string }
    | { __typename: 'PaymentActionRequired', code: string, message: string }
    | { __typename: 'PaymentDeclinedError', code: string, message: string }
    | { __typename: 'PriceChangedError', code: string, message: string }
    | { __typename: 'RescheduleFeeChangedError', code: string, message: string }
    | { __typename: 'SlotTakenError', code: string, message: string }
   };

export type OpsRefundMutationVariables = Exact<{
  input: RefundBookingInput;
}>;


export type OpsRefundMutation = { refundBooking:
    | { __typename: 'BookingRefunded', refunded: { amount: number, currency: string } }
    | { __typename: 'NotRefundableError', code: string, message: string }
   };

export type OpsBookingRegionsQueryVariables = Exact<{ [key: string]: never; }>;


export type OpsBookingRegionsQuery = { regions: Array<{ id: string, name: string }> };

export type OwnProfileFieldsFragment = { id: string, startPlaceId: string | null, serviceRadiusMetres: number, awaitingSince: string | null, displayName: { en: string, zhCN: string }, headline: { en: string, zhCN: string }, about: { en: string, zhCN: string }, specialities: Array<{ en: string, zhCN: string }>, payout: { kind: PayoutKind, holder: string, ending: string, savedAt: string } | null, history: Array<{ id: string, act: ProviderAct, from: ProviderStatus | null, to: ProviderStatus, at: string, reason: string | null, note: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus, level: ProviderLevel, languages: Array<string>, yearsExperience: number, gender: Gender, travelMode: TravelMode, hasStudio: boolean, instantBooking: boolean, region: { id: string, timeZone: string, currency: string, places: Array<{ id: string, name: string }> } } };

export type OwnProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnProfileQuery = { myProfile: { id: string, startPlaceId: string | null, serviceRadiusMetres: number, awaitingSince: string | null, displayName: { en: string, zhCN: string }, headline: { en: string, zhCN: string }, about: { en: string, zhCN: string }, specialities: Array<{ en: string, zhCN: string }>, payout: { kind: PayoutKind, holder: string, ending: string, savedAt: string } | null, history: Array<{ id: string, act: ProviderAct, from: ProviderStatus | null, to: ProviderStatus, at: string, reason: string | null, note: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus, level: ProviderLevel, languages: Array<string>, yearsExperience: number, gender: Gender, travelMode: TravelMode, hasStudio: boolean, instantBooking: boolean, region: { id: string, timeZone: string, currency: string, places: Array<{ id: string, name: string }> } } } };

export type OwnServicesQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnServicesQuery = { myServices: Array<{ enabled: boolean, levelSuffices: boolean, price: { amount: number, currency: string }, lowestPrice: { amount: number, currency: string }, highestPrice: { amount: number, currency: string }, item: { id: string, name: string, priceModel: PriceModel, unitName: string | null, venues: Array<Venue>, minimumLevel: ProviderLevel, category: { id: string, name: string }, requiredCredentials: Array<{ id: string, name: string }> } }> };

export type SaveProviderProfileMutationVariables = Exact<{
  input: SaveProviderProfileInput;
}>;


export type SaveProviderProfileMutation = { saveProviderProfile:
    | { __typename: 'InvalidProviderError', message: string, field: string }
    | { __typename: 'ProviderProfileSaved', profile: { id: string, startPlaceId: string | null, serviceRadiusMetres: number, awaitingSince: string | null, displayName: { en: string, zhCN: string }, headline: { en: string, zhCN: string }, about: { en: string, zhCN: string }, specialities: Array<{ en: string, zhCN: string }>, payout: { kind: PayoutKind, holder: string, ending: string, savedAt: string } | null, history: Array<{ id: string, act: ProviderAct, from: ProviderStatus | null, to: ProviderStatus, at: string, reason: string | null, note: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus, level: ProviderLevel, languages: Array<string>, yearsExperience: number, gender: Gender, travelMode: TravelMode, hasStudio: boolean, instantBooking: boolean, region: { id: string, timeZone: string, currency: string, places: Array<{ id: string, name: string }> } } } }
   };

export type SaveOfferingsMutationVariables = Exact<{
  input: SaveOfferingsInput;
}>;


export type SaveOfferingsMutation = { saveOfferings:
    | { __typename: 'InvalidProviderError', message: string, field: string }
    | { __typename: 'ProviderProfileSaved', profile: { id: string } }
   };

export type SaveServiceAreaMutationVariables = Exact<{
  input: SaveServiceAreaInput;
}>;


export type SaveServiceAreaMutation = { saveServiceArea:
    | { __typename: 'InvalidProviderError', message: string, field: string }
    | { __typename: 'ProviderProfileSaved', profile: { id: string, startPlaceId: string | null, serviceRadiusMetres: number, awaitingSince: string | null, displayName: { en: string, zhCN: string }, headline: { en: string, zhCN: string }, about: { en: string, zhCN: string }, specialities: Array<{ en: string, zhCN: string }>, payout: { kind: PayoutKind, holder: string, ending: string, savedAt: string } | null, history: Array<{ id: string, act: ProviderAct, from: ProviderStatus | null, to: ProviderStatus, at: string, reason: string | null, note: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus, level: ProviderLevel, languages: Array<string>, yearsExperience: number, gender: Gender, travelMode: TravelMode, hasStudio: boolean, instantBooking: boolean, region: { id: string, timeZone: string, currency: string, places: Array<{ id: string, name: string }> } } } }
   };

export type SavePayoutDetailsMutationVariables = Exact<{
  input: SavePayoutDetailsInput;
}>;


export type SavePayoutDetailsMutation = { savePayoutDetails:
    | { __typename: 'InvalidProviderError', message: string, field: string }
    | { __typename: 'ProviderProfileSaved', profile: { id: string, startPlaceId: string | null, serviceRadiusMetres: number, awaitingSince: string | null, displayName: { en: string, zhCN: string }, headline: { en: string, zhCN: string }, about: { en: string, zhCN: string }, specialities: Array<{ en: string, zhCN: string }>, payout: { kind: PayoutKind, holder: string, ending: string, savedAt: string } | null, history: Array<{ id: string, act: ProviderAct, from: ProviderStatus | null, to: ProviderStatus, at: string, reason: string | null, note: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus, level: ProviderLevel, languages: Array<string>, yearsExperience: number, gender: Gender, travelMode: TravelMode, hasStudio: boolean, instantBooking: boolean, region: { id: string, timeZone: string, currency: string, places: Array<{ id: string, name: string }> } } } }
   };

export type PauseMyProfileMutationVariables = Exact<{ [key: string]: never; }>;


export type PauseMyProfileMutation = { pauseMyProfile:
    | { __typename: 'ProviderMoved', profile: { id: string, startPlaceId: string | null, serviceRadiusMetres: number, awaitingSince: string | null, displayName: { en: string, zhCN: string }, headline: { en: string, zhCN: string }, about: { en: string, zhCN: string }, specialities: Array<{ en: string, zhCN: string }>, payout: { kind: PayoutKind, holder: string, ending: string, savedAt: string } | null, history: Array<{ id: string, act: ProviderAct, from: ProviderStatus | null, to: ProviderStatus, at: string, reason: string | null, note: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus, level: ProviderLevel, languages: Array<string>, yearsExperience: number, gender: Gender, travelMode: TravelMode, hasStudio: boolean, instantBooking: boolean, region: { id: string, timeZone: string, currency: string, places: Array<{ id: string, name: string }> } } } }
    | { __typename: 'ProviderNotMovedError', message: string }
   };

export type ResumeMyProfileMutationVariables = Exact<{ [key: string]: never; }>;


export type ResumeMyProfileMutation = { resumeMyProfile:
    | { __typename: 'ProviderMoved', profile: { id: string, startPlaceId: string | null, serviceRadiusMetres: number, awaitingSince: string | null, displayName: { en: string, zhCN: string }, headline: { en: string, zhCN: string }, about: { en: string, zhCN: string }, specialities: Array<{ en: string, zhCN: string }>, payout: { kind: PayoutKind, holder: string, ending: string, savedAt: string } | null, history: Array<{ id: string, act: ProviderAct, from: ProviderStatus | null, to: ProviderStatus, at: string, reason: string | null, note: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus, level: ProviderLevel, languages: Array<string>, yearsExperience: number, gender: Gender, travelMode: TravelMode, hasStudio: boolean, instantBooking: boolean, region: { id: string, timeZone: string, currency: string, places: Array<{ id: string, name: string }> } } } }
    | { __typename: 'ProviderNotMovedError', message: string }
   };

export type AppealSuspensionMutationVariables = Exact<{
  input: AppealSuspensionInput;
}>;


export type AppealSuspensionMutation = { appealSuspension:
    | { __typename: 'ProviderMoved', profile: { id: string, startPlaceId: string | null, serviceRadiusMetres: number, awaitingSince: string | null, displayName: { en: string, zhCN: string }, headline: { en: string, zhCN: string }, about: { en: string, zhCN: string }, specialities: Array<{ en: string, zhCN: string }>, payout: { kind: PayoutKind, holder: string, ending: string, savedAt: string } | null, history: Array<{ id: string, act: ProviderAct, from: ProviderStatus | null, to: ProviderStatus, at: string, reason: string | null, note: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus, level: ProviderLevel, languages: Array<string>, yearsExperience: number, gender: Gender, travelMode: TravelMode, hasStudio: boolean, instantBooking: boolean, region: { id: string, timeZone: string, currency: string, places: Array<{ id: string, name: string }> } } } }
    | { __typename: 'ProviderNotMovedError', message: string }
   };

export type LeaveAsProviderMutationVariables = Exact<{ [key: string]: never; }>;


export type LeaveAsProviderMutation = { leaveAsProvider:
    | { __typename: 'ProviderLeft', profile: { id: string, startPlaceId: string | null, serviceRadiusMetres: number, awaitingSince: string | null, displayName: { en: string, zhCN: string }, headline: { en: string, zhCN: string }, about: { en: string, zhCN: string }, specialities: Array<{ en: string, zhCN: string }>, payout: { kind: PayoutKind, holder: string, ending: string, savedAt: string } | null, history: Array<{ id: string, act: ProviderAct, from: ProviderStatus | null, to: ProviderStatus, at: string, reason: string | null, note: string | null }>, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus, level: ProviderLevel, languages: Array<string>, yearsExperience: number, gender: Gender, travelMode: TravelMode, hasStudio: boolean, instantBooking: boolean, region: { id: string, timeZone: string, currency: string, places: Array<{ id: string, name: string }> } } } }
    | { __typename: 'ProviderNotMovedError', message: string }
   };

export type DataExportFieldsFragment = { id: string, state: DataExportState, progress: number, requestedAt: string, readyAt: string | null, expiresAt: string | null, parts: Array<{ id: string, number: number, bytes: number, url: string }> };

export type MyDataExportsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyDataExportsQuery = { myDataExports: Array<{ id: string, state: DataExportState, progress: number, requestedAt: string, readyAt: string | null, expiresAt: string | null, parts: Array<{ id: string, number: number, bytes: number, url: string }> }> };

export type ExportMyDataMutationVariables = Exact<{ [key: string]: never; }>;


export type ExportMyDataMutation = { exportMyData:
    | { __typename: 'DataExportStarted', export: { id: string, state: DataExportState, progress: number, requestedAt: string, readyAt: string | null, expiresAt: string | null, parts: Array<{ id: string, number: number, bytes: number, url: string }> } }
    | { __typename: 'ExportLimitError', code: string, message: string, retryAt: string }
    | { __typename: 'ExportRunningError', code: string, message: string }
   };

export type ErasurePreviewQueryVariables = Exact<{ [key: string]: never; }>;


export type ErasurePreviewQuery = { erasurePreview: { kept: Array<string>, undoDays: number, confirmation: string, obstacles: Array<{ code: string, message: string, subjectIds: Array<string> }> } };

export type EraseMyAccountMutationVariables = Exact<{
  input: EraseMyAccountInput;
}>;


export type EraseMyAccountMutation = { eraseMyAccount:
    | { __typename: 'ConfirmationError', code: string, message: string }
    | { __typename: 'ErasureBlockedError', code: string, message: string, obstacles: Array<{ code: string, message: string, subjectIds: Array<string> }> }
    | { __typename: 'ErasureScheduled', erasure: { requestedAt: string, dueAt: string } }
    | { __typename: 'InvalidCredentialsError', code: string, message: string }
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
   };

export type ConsentFieldsFragment = { state: ConsentState, text: { purpose: ConsentPurpose, version: string, required: boolean, title: string, text: string }, history: Array<{ version: string, given: boolean, at: string }> };

export type MyConsentsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyConsentsQuery = { viewer: { id: string, consents: Array<{ state: ConsentState, text: { purpose: ConsentPurpose, version: string, required: boolean, title: string, text: string }, history: Array<{ version: string, given: boolean, at: string }> }> } | null };

export type GiveConsentMutationVariables = Exact<{
  input: ConsentInput;
}>;


export type GiveConsentMutation = { giveConsent:
    | { __typename: 'ConsentKept', consent: { state: ConsentState, text: { purpose: ConsentPurpose, version: string, required: boolean, title: string, text: string }, history: Array<{ version: string, given: boolean, at: string }> } }
    | { __typename: 'OutdatedConsentError', code: string, message: string }
   };

export type WithdrawConsentMutationVariables = Exact<{
  purpose: ConsentPurpose;
}>;


export type WithdrawConsentMutation = { withdrawConsent:
    | { __typename: 'ConsentKept', consent: { state: ConsentState, text: { purpose: ConsentPurpose, version: string, required: boolean, title: string, text: string }, history: Array<{ version: string, given: boolean, at: string }> } }
    | { __typename: 'RequiredConsentError', code: string, message: string }
   };

export type OwnEvidenceFragment = { id: string, kind: string, name: string, contentType: string, bytes: number, url: string };

export type OwnCredentialFragment = { id: string, state: CredentialState, number: string, issuedBy: string, issuedOn: string | null, validUntil: string | null, dueAt: string | null, verificationCode: string, light: string, type: { id: string, code: string, name: string, description: string, evidenceKinds: Array<{ code: string, name: string, required: boolean }> }, decisions: Array<{ decision: CredentialDecision, reasonCode: string, note: string | null, at: string }>, evidence: Array<{ id: string, kind: string, name: string, contentType: string, bytes: number, url: string }> };

export type OwnCredentialsQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnCredentialsQuery = { myCredentials: Array<{ id: string, state: CredentialState, number: string, issuedBy: string, issuedOn: string | null, validUntil: string | null, dueAt: string | null, verificationCode: string, light: string, type: { id: string, code: string, name: string, description: string, evidenceKinds: Array<{ code: string, name: string, required: boolean }> }, decisions: Array<{ decision: CredentialDecision, reasonCode: string, note: string | null, at: string }>, evidence: Array<{ id: string, kind: string, name: string, contentType: string, bytes: number, url: string }> }>, credentialReasonCodes: Array<{ code: string, label: string }>, credentialTypes: Array<{ id: string, name: string, description: string, evidenceKinds: Array<{ code: string, name: string, required: boolean }> }> };

export type StartCredentialMutationVariables = Exact<{
  typeId: string;
}>;


export type StartCredentialMutation = { startCredential:
    | { __typename: 'CredentialStarted', credential: { id: string } }
    | { __typename: 'InvalidCredentialError', code: string, message: string }
   };

export type SubmitCredentialMutationVariables = Exact<{
  input: SubmitCredentialInput;
}>;


export type SubmitCredentialMutation = { submitCredential:
    | { __typename: 'CredentialSubmitted', credential: { id: string } }
    | { __typename: 'InvalidCredentialError', code: string, message: string, field: string }
   };

export type CreateEvidenceUploadMutationVariables = Exact<{
  input: CreateEvidenceUploadInput;
}>;


export type CreateEvidenceUploadMutation = { createEvidenceUpload:
    | { __typename: 'EvidenceUploadCreated', uploadId: string, uploadUrl: string, expiresAt: string, headers: Array<{ name: string, value: string }> }
    | { __typename: 'InvalidEvidenceError', code: string, message: string }
   };

export type FinishEvidenceUploadMutationVariables = Exact<{
  uploadId: string;
}>;


export type FinishEvidenceUploadMutation = { finishEvidenceUpload:
    | { __typename: 'EvidenceAdded', evidence: { id: string } }
    | { __typename: 'InvalidEvidenceError', code: string, message: string }
   };

export type RemoveEvidenceMutationVariables = Exact<{
  evidenceId: string;
}>;


export type RemoveEvidenceMutation = { removeEvidence:
    | { __typename: 'EvidenceRemoved', evidenceId: string }
    | { __typename: 'InvalidEvidenceError', code: string, message: string }
   };

export type VisitWorkFragment = { id: string, state: BookingState, start: string, end: string, timeZone: string, venue: Venue, note: string | null, householdName: string, requestExpiresAt: string | null, unreadMessages: number | null, bookedBy: { displayName: string } | null, items: Array<{ units: number, durationMinutes: number, item: { id: string, name: string, unitName: string | null, priceModel: PriceModel }, options: Array<{ id: string, name: string }> }> };

export type TimeOffFieldsFragment = { id: string, start: string, end: string, reason: string | null };

export type DiaryTodayQueryVariables = Exact<{
  from: string;
  to: string;
  horizon: string;
}>;


export type DiaryTodayQuery = { viewer: { id: string, provider: { id: string, displayName: string, travelMode: TravelMode } | null } | null, day: { timeZone: string, timeOff: Array<{ id: string, start: string, end: string, reason: string | null }>, visits: Array<{ travelMinutesBefore: number | null, earnings: { amount: number, currency: string }, booking: { id: string, state: BookingState, start: string, end: string, timeZone: string, venue: Venue, note: string | null, householdName: string, requestExpiresAt: string | null, unreadMessages: number | null, place: { latitude: number, longitude: number, approximate: boolean, line: string | null, district: string | null, doorNote: string | null } | null, bookedBy: { displayName: string } | null, items: Array<{ units: number, durationMinutes: number, item: { id: string, name: string, unitName: string | null, priceModel: PriceModel }, options: Array<{ id: string, name: string }> }> } }> }, ahead: { visits: Array<{ travelMinutesBefore: number | null, earnings: { amount: number, currency: string }, booking: { id: string, state: BookingState, start: string, end: string, timeZone: string, venue: Venue, note: string | null, householdName: string, requestExpiresAt: string | null, unreadMessages: number | null, place: { district: string | null, approximate: boolean } | null, bookedBy: { displayName: string } | null, items: Array<{ units: number, durationMinutes: number, item: { id: string, name: string, unitName: string | null, priceModel: PriceModel }, options: Array<{ id: string, name: string }> }> } }> } };

export type DiaryWeekQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type DiaryWeekQuery = { mySchedule: { timeZone: string, workingHours: Array<{ weekday: number, start: string, end: string }>, exceptions: Array<{ id: string, date: string, spans: Array<{ start: string, end: string }> }>, timeOff: Array<{ id: string, start: string, end: string, reason: string | null }>, visits: Array<{ travelMinutesBefore: number | null, travelMinutesMissing: number, earnings: { amount: number, currency: string }, booking: { canProposeMove: boolean, id: string, state: BookingState, start: string, end: string, timeZone: string, venue: Venue, note: string | null, householdName: string, requestExpiresAt: string | null, unreadMessages: number | null, moveProposal: { id: string, start: string } | null, place: { district: string | null, line: string | null, approximate: boolean } | null, bookedBy: { displayName: string } | null, items: Array<{ units: number, durationMinutes: number, item: { id: string, name: string, unitName: string | null, priceModel: PriceModel }, options: Array<{ id: string, name: string }> }> } }>, proposedMoves: Array<{ id: string, state: BookingState, start: string, end: string, timeZone: string, venue: Venue, note: string | null, householdName: string, requestExpiresAt: string | null, unreadMessages: number | null, moveProposal: { id: string, proposedBy: MoveProposer, start: string, end: string, note: string | null, status: MoveProposalStatus, askedAt: string, expiresAt: string, canAnswer: boolean, canWithdraw: boolean } | null, bookedBy: { displayName: string } | null, items: Array<{ units: number, durationMinutes: number, item: { id: string, name: string, unitName: string | null, priceModel: PriceModel }, options: Array<{ id: string, name: string }> }> }> } };

export type CheckMoveQueryVariables = Exact<{
  id: string;
  start: string;
}>;


export type CheckMoveQuery = { checkMove: { start: string, end: string, objections: Array<{ kind: MoveObjectionKind, message: string, missingMinutes: number | null, visit: { id: string, householdName: string, start: string, end: string } | null }>, travelBefore: { minutes: number, visit: { id: string, householdName: string, start: string, end: string } | null } | null, travelAfter: { minutes: number, visit: { id: string, householdName: string, start: string, end: string } | null } | null } };

export type DiaryCollisionsQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type DiaryCollisionsQuery = { mySchedule: { visits: Array<{ booking: { id: string, state: BookingState, start: string, end: string, householdName: string } }> } };

export type WorkingHoursQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type WorkingHoursQuery = { mySchedule: { timeZone: string, workingHours: Array<{ weekday: number, start: string, end: string }>, exceptions: Array<{ id: string, date: string, spans: Array<{ start: string, end: string }> }>, timeOff: Array<{ id: string, start: string, end: string, reason: string | null }> } };

export type DiaryZoneQueryVariables = Exact<{ [key: string]: never; }>;


export type DiaryZoneQuery = { viewer: { id: string, provider: { id: string, region: { id: string, timeZone: string } } | null } | null };

export type AcceptRequestMutationVariables = Exact<{
  bookingId: string;
}>;


export type AcceptRequestMutation = { acceptRequest:
    | { __typename: 'RequestAnswered', booking: { id: string, state: BookingState } }
    | { __typename: 'RequestNotOpenError', message: string }
   };

export type DeclineRequestMutationVariables = Exact<{
  bookingId: string;
  reason?: string | null | undefined;
}>;


export type DeclineRequestMutation = { declineRequest:
    | { __typename: 'RequestAnswered', booking: { id: string, state: BookingState } }
    | { __typename: 'RequestNotOpenError', message: string }
   };

export type AddTimeOffMutationVariables = Exact<{
  input: AddTimeOffInput;
}>;


export type AddTimeOffMutation = { addTimeOff:
    | { __typename: 'InvalidHoursError', message: string, field: string }
    | { __typename: 'TimeOffAdded', timeOff: { id: string, start: string, end: string, reason: string | null }, conflicts: Array<{ id: string, reference: string, start: string, timeZone: string, householdName: string }> }
   };

export type ChangeTimeOffMutationVariables = Exact<{
  input: ChangeTimeOffInput;
}>;


export type ChangeTimeOffMutation = { changeTimeOff:
    | { __typename: 'InvalidHoursError', message: string, field: string }
    | { __typename: 'TimeOffAdded', timeOff: { id: string, start: string, end: string, reason: string | null }, conflicts: Array<{ id: string, reference: string, start: string, timeZone: string, householdName: string }> }
   };

export type RemoveTimeOffMutationVariables = Exact<{
  id: string;
}>;


export type RemoveTimeOffMutation = { removeTimeOff: boolean };

export type SetWorkingHoursMutationVariables = Exact<{
  input: SetWorkingHoursInput;
}>;


export type SetWorkingHoursMutation = { setWorkingHours:
    | { __typename: 'InvalidHoursError', message: string, field: string }
    | { __typename: 'WorkingHoursSet', schedule: Array<{ weekday: number, start: string, end: string }> }
   };

export type SetHoursExceptionMutationVariables = Exact<{
  input: SetHoursExceptionInput;
}>;


export type SetHoursExceptionMutation = { setHoursException:
    | { __typename: 'HoursExceptionSet', exception: { id: string, date: string, spans: Array<{ start: string, end: string }> } }
    | { __typename: 'InvalidHoursError', message: string, field: string }
   };

export type RemoveHoursExceptionMutationVariables = Exact<{
  id: string;
}>;


export type RemoveHoursExceptionMutation = { removeHoursException: boolean };

export type LevelCriterionFieldsFragment = { criterion: LevelCriterionName, required: number, actual: number | null, met: boolean };

export type OwnLevelQueryVariables = Exact<{ [key: string]: never; }>;


export type OwnLevelQuery = { myLevel: { level: ProviderLevel, nextLevel: ProviderLevel | null, belowSince: string | null, demotionOn: string | null, criteria: Array<{ criterion: LevelCriterionName, required: number, actual: number | null, met: boolean }>, nextCriteria: Array<{ criterion: LevelCriterionName, required: number, actual: number | null, met: boolean }>, metrics: Array<{ metric: ProviderMetricName, value: number | null, cases: number }>, cancellations: { byHousehold: number, byProvider: number, byOperator: number, missedByProvider: number, missedByHousehold: number }, history: Array<{ id: string, from: ProviderLevel, to: ProviderLevel, at: string }> }, levelRules: Array<{ level: ProviderLevel, completedVisits: number, ratingLower: number, onTimeShare: number, openCourses: number }> };

export type OverseenProviderRowFragment = { id: string, joinedAt: string, awaitingSince: string | null, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus, level: ProviderLevel, completedVisits: number, rating: { mean: number | null, count: number, lower: number | null, upper: number | null, isNew: boolean }, region: { id: string, name: string, timeZone: string } } };

export type OverseenProvidersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
  filter?: OverseenProviderFilter | null | undefined;
  sort: ProviderListSort;
  descending: boolean;
}>;


export type OverseenProvidersQuery = { overseenProviders: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, joinedAt: string, awaitingSince: string | null, provider: { id: string, displayName: string, portraitSeed: number, status: ProviderStatus, level: ProviderLevel, completedVisits: number, rating: { mean: number | null, count: number, lower: number | null, upper: number | null, isNew: boolean }, region: { id: string, name: string, timeZone: string } } } }> } };

export type OverseenProviderFileQueryVariables = Exact<{
  id: string;
}>;


export type OverseenProviderFileQuery = { overseenProvider: { id: string, joinedAt: string, awaitingSince: string | null, steps: Array<{ step: OnboardingStepCode, state: OnboardingStepState, gaps: Array<{ code: string, subject: string | null, subjectName: string | null }> }>, history: Array<{ id: string, act: ProviderAct, from: ProviderStatus | null, to: ProviderStatus, at: string, reason: string | null, note: string | null }>, provider: { id: string, headline: string, about: string, specialities: Array<string>, languages: Array<string>, yearsExperience: number, travelMode: TravelMode, serviceRadiusMetres: number, displayName: string, portraitSeed: number, status: ProviderStatus, level: ProviderLevel, completedVisits: number, incidents: Array<{ id: string, bookingId: string, reference: string, kind: IncidentKind, at: string }>, offerings: Array<{ id: string, item: { id: string, name: string }, price: { amount: number, currency: string } }>, rating: { mean: number | null, count: number, lower: number | null, upper: number | null, isNew: boolean }, region: { id: string, name: string, timeZone: string } } } | null };

export type ProviderListRegionsQueryVariables = Exact<{ [key: string]: never; }>;


export type ProviderListRegionsQuery = { regions: Array<{ id: string, name: string }> };

export type ProviderReasonsQueryVariables = Exact<{ [key: string]: never; }>;


export type ProviderReasonsQuery = { providerReasons: Array<{ act: ProviderAct, code: string, label: string }> };

export type ApproveProviderMutationVariables = Exact<{
  input: ApproveProviderInput;
}>;


export type ApproveProviderMutation = { approveProvider:
    | { __typename: 'ApplicationIncompleteError', message: string }
    | { __typename: 'ProviderDecided', provider: { id: string } }
    | { __typename: 'ProviderNotMovedError', message: string }
   };

export type DeclineApplicationMutationVariables = Exact<{
  input: DeclineApplicationInput;
}>;


export type DeclineApplicationMutation = { declineApplication:
    | { __typename: 'ProviderDecided', provider: { id: string } }
    | { __typename: 'ProviderNotMovedError', message: string }
   };

export type SuspendProviderMutationVariables = Exact<{
  input: SuspendProviderInput;
}>;


export type SuspendProviderMutation = { suspendProvider:
    | { __typename: 'ProviderDecided', provider: { id: string } }
    | { __typename: 'ProviderNotMovedError', message: string }
   };

export type UpholdSuspensionMutationVariables = Exact<{
  input: UpholdSuspensionInput;
}>;


export type UpholdSuspensionMutation = { upholdSuspension:
    | { __typename: 'ProviderDecided', provider: { id: string } }
    | { __typename: 'ProviderNotMovedError', message: string }
   };

export type ReinstateProviderMutationVariables = Exact<{
  input: ReinstateProviderInput;
}>;


export type ReinstateProviderMutation = { reinstateProvider:
    | { __typename: 'ProviderDecided', provider: { id: string } }
    | { __typename: 'ProviderNotMovedError', message: string }
   };

export type ProfileOfferingFragment = { id: string, enabled: boolean, price: { amount: number, currency: string }, item: { id: string, name: string, description: string, included: Array<string>, notIncluded: Array<string>, icon: string, priceModel: PriceModel, unitName: string | null, durationMinutes: number, minutesPerUnit: number | null, venues: Array<Venue>, units: { min: number, max: number, step: number, default: number } | null, options: Array<{ id: string, name: string, minutes: number, price: { amount: number, currency: string } }> } };

export type ProviderProfileQueryVariables = Exact<{
  id: string;
}>;


export type ProviderProfileQuery = { provider: { id: string, displayName: string, headline: string, about: string, portraitSeed: number, gender: Gender, level: ProviderLevel, status: ProviderStatus, languages: Array<string>, yearsExperience: number, specialities: Array<string>, travelMode: TravelMode, hasStudio: boolean, completedVisits: number, onTimeShare: number | null, instantBooking: boolean, rating: { mean: number | null, count: number, lower: number | null, upper: number | null, isNew: boolean }, badges: Array<{ code: string, name: string, validUntil: string | null, verificationCode: string | null }>, region: { id: string, name: string, timeZone: string, currency: string, places: Array<{ id: string, name: string, latitude: number, longitude: number }> }, offerings: Array<{ id: string, enabled: boolean, price: { amount: number, currency: string }, item: { id: string, name: string, description: string, included: Array<string>, notIncluded: Array<string>, icon: string, priceModel: PriceModel, unitName: string | null, durationMinutes: number, minutesPerUnit: number | null, venues: Array<Venue>, units: { min: number, max: number, step: number, default: number } | null, options: Array<{ id: string, name: string, minutes: number, price: { amount: number, currency: string } }> } }> } | null };

export type ProviderReviewsQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ProviderReviewsQuery = { provider: { id: string, reviews: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, rating: number, text: string, authorName: string, itemName: string, createdAt: string } }> } } | null };

export type AvailableSlotsQueryVariables = Exact<{
  input: AvailableSlotsInput;
}>;


export type AvailableSlotsQuery = { availableSlots: Array<{ date: string, slots: Array<{ start: string, end: string }> }> };

export type ProfileQuoteQueryVariables = Exact<{
  input: QuoteVisitInput;
}>;


export type ProfileQuoteQuery = { quoteVisit:
    | { __typename: 'InvalidVisitError', code: string, message: string, field: string }
    | { __typename: 'PriceQuote', durationMinutes: number, total: { amount: number, currency: string } }
   };

export type RegionTermsFragment = { regionId: string, regionName: string, graceMinutes: number, freeMoveHours: number, onceFreeMoveHours: number, revision: string, steps: Array<{ hoursBefore: number | null, percent: number }> };

export type RegionPoliciesQueryVariables = Exact<{ [key: string]: never; }>;


export type RegionPoliciesQuery = { regionPolicies: Array<{ regionId: string, regionName: string, graceMinutes: number, freeMoveHours: number, onceFreeMoveHours: number, revision: string, steps: Array<{ hoursBefore: number | null, percent: number }> }> };

export type SaveRegionPolicyMutationVariables = Exact<{
  input: SaveRegionPolicyInput;
}>;


export type SaveRegionPolicyMutation = { saveRegionPolicy:
    | { __typename: 'InvalidPolicyError', code: string, message: string, field: string }
    | { __typename: 'PolicyChangedError', code: string, message: string, policy: { regionId: string, regionName: string, graceMinutes: number, freeMoveHours: number, onceFreeMoveHours: number, revision: string, steps: Array<{ hoursBefore: number | null, percent: number }> } }
    | { __typename: 'RegionPolicySaved', policy: { regionId: string, regionName: string, graceMinutes: number, freeMoveHours: number, onceFreeMoveHours: number, revision: string, steps: Array<{ hoursBefore: number | null, percent: number }> } }
   };

export type RegionsQueryVariables = Exact<{ [key: string]: never; }>;


export type RegionsQuery = { regions: Array<{ id: string, code: string, name: string, currency: string, timeZone: string, locale: string, center: { latitude: number, longitude: number }, places: Array<{ id: string, name: string, latitude: number, longitude: number }> }> };

export type ChoosableItemFragment = { id: string, code: string, name: string, icon: string, priceModel: PriceModel, unitName: string | null, units: { min: number, max: number, step: number, default: number } | null, options: Array<{ id: string, name: string, minutes: number, price: { amount: number, currency: string } }>, price: { amount: number, currency: string } };

export type ServiceMenuQueryVariables = Exact<{
  regionId: string;
}>;


export type ServiceMenuQuery = { serviceCategories: Array<{ id: string, code: string, name: string, icon: string, items: Array<{ id: string, code: string, name: string, icon: string, priceModel: PriceModel, unitName: string | null, units: { min: number, max: number, step: number, default: number } | null, options: Array<{ id: string, name: string, minutes: number, price: { amount: number, currency: string } }>, price: { amount: number, currency: string } }>, children: Array<{ id: string, code: string, name: string, items: Array<{ id: string, code: string, name: string, icon: string, priceModel: PriceModel, unitName: string | null, units: { min: number, max: number, step: number, default: number } | null, options: Array<{ id: string, name: string, minutes: number, price: { amount: number, currency: string } }>, price: { amount: number, currency: string } }> }> }> };

export type SearchProvidersQueryVariables = Exact<{
  input: SearchProvidersInput;
  first: number;
  after?: string | null | undefined;
}>;


export type SearchProvidersQuery = { searchProviders: { totalCount: number, emptyReason: EmptySearchReason | null, nearestDates: Array<string>, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { travelMinutes: number | null, distanceMetres: number | null, nextSlots: Array<{ start: string, end: string }>, quote: { durationMinutes: number, total: { amount: number, currency: string } }, score: { total: number, terms: Array<{ name: string, weight: number, value: number, contribution: number }> }, provider: { id: string, displayName: string, portraitSeed: number, gender: Gender, level: ProviderLevel, travelMode: TravelMode, languages: Array<string>, instantBooking: boolean, completedVisits: number, rating: { mean: number | null, count: number, lower: number | null, upper: number | null, isNew: boolean }, badges: Array<{ code: string, name: string, validUntil: string | null }>, region: { timeZone: string } } } }> } };

export type DeviceSessionFieldsFragment = { id: string, device: string, network: string | null, method: SignInMethod, hasSecondFactor: boolean, openedAt: string, lastUsedAt: string, isCurrent: boolean };

export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { mySessions: Array<{ id: string, device: string, network: string | null, method: SignInMethod, hasSecondFactor: boolean, openedAt: string, lastUsedAt: string, isCurrent: boolean }> };

export type RevokeSessionMutationVariables = Exact<{
  id: string;
}>;


export type RevokeSessionMutation = { revokeSession: boolean };

export type RevokeOtherSessionsMutationVariables = Exact<{ [key: string]: never; }>;


export type RevokeOtherSessionsMutation = { revokeOtherSessions: number };

export type ChangePasswordMutationVariables = Exact<{
  input: ChangePasswordInput;
}>;


export type ChangePasswordMutation = { changePassword:
    | { __typename: 'InvalidCredentialsError', code: string, message: string }
    | { __typename: 'PasswordChanged', endedSessions: number }
    | { __typename: 'TooManyAttemptsError', retryAfterSeconds: number, code: string, message: string }
    | { __typename: 'WeakPasswordError', code: string, message: string }
   };

export type RequestEmailChangeMutationVariables = Exact<{
  input: RequestEmailChangeInput;
}>;


export type RequestEmailChangeMutation = { requestEmailChange:
    | { __typename: 'TooManyAttemptsError', code: string, message: string }
    | { __typename: 'VerificationSent', email: string }
   };

export type SupportCasesQueryVariables = Exact<{
  open: boolean;
  first: number;
  after?: string | null | undefined;
}>;


export type SupportCasesQuery = { supportCases: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, kind: SupportCaseKind, openedAt: string, closedAt: string | null, said: string | null, outcome: string | null, booking: { id: string, reference: string, start: string, timeZone: string, householdName: string, provider: { id: string, displayName: string } } } }> } };

export type CloseSupportCaseMutationVariables = Exact<{
  input: CloseSupportCaseInput;
}>;


export type CloseSupportCaseMutation = { closeSupportCase:
    | { __typename: 'CaseNotOpenError', message: string }
    | { __typename: 'SupportCaseClosed', supportCase: { id: string, closedAt: string | null } }
   };

export type ProVisitQueryVariables = Exact<{
  id: string;
}>;


export type ProVisitQuery = { viewer: { id: string, provider: { id: string } | null } | null, booking: { id: string, reference: string, state: BookingState, start: string, end: string, timeZone: string, venue: Venue, note: string | null, householdName: string, cancelledBy: string | null, canProposeMove: boolean, leftUnsafe: boolean, bookedBy: { displayName: string } | null, moveProposal: { id: string, proposedBy: MoveProposer, start: string, end: string, note: string | null, status: MoveProposalStatus, askedAt: string, expiresAt: string, canAnswer: boolean, canWithdraw: boolean } | null, provider: { id: string, offerings: Array<{ item: { id: string, name: string, priceModel: PriceModel } }> }, items: Array<{ units: number, durationMinutes: number, item: { id: string, name: string, unitName: string | null, priceModel: PriceModel }, options: Array<{ id: string, name: string }> }>, place: { line: string | null, district: string | null, approximate: boolean } | null, quote: { durationMinutes: number, total: { amount: number, currency: string } }, transitions: Array<{ from: BookingState | null, to: BookingState, actorRole: string, at: string, reason: string | null }>, visit: { eta: string | null, delayedAt: string | null, startedAt: string | null, positionShared: boolean, codeTriesLeft: number, closesAt: string | null, noShowFrom: string, actions: Array<VisitAction>, checklist: Array<{ label: string, service: string, doneAt: string | null }>, photos: Array<{ id: string, moment: PhotoMoment, takenBy: string, url: string, createdAt: string }>, extras: Array<{ id: string, state: ExtraState, label: string, minutes: number, why: string | null, proposedAt: string, decidedAt: string | null, price: { amount: number, currency: string } }> } } | null };

export type ProVisitDoorNoteQueryVariables = Exact<{
  id: string;
}>;


export type ProVisitDoorNoteQuery = { booking: { id: string, place: { doorNote: string | null } | null } | null };

export type SeriesDateRowFragment = { id: string, date: string, start: string, status: SeriesVisitStatus, reason: SeriesDateStatus | null, price: { amount: number, currency: string }, alternatives: Array<{ start: string, end: string }>, booking: { id: string, state: BookingState, paymentStatus: string | null, canCancel: boolean, canReschedule: boolean } | null };

export type SeriesSummaryFragment = { id: string, timeZone: string, localTime: string, everyWeeks: number, weekdays: Array<number>, endedAt: string | null, provider: { id: string, displayName: string, portraitSeed: number, gender: Gender }, items: Array<{ units: number, durationMinutes: number, options: Array<{ id: string, name: string }>, item: { id: string, name: string, unitName: string | null, priceModel: PriceModel } }> };

export type MySeriesQueryVariables = Exact<{ [key: string]: never; }>;


export type MySeriesQuery = { mySeries: Array<{ id: string, timeZone: string, localTime: string, everyWeeks: number, weekdays: Array<number>, endedAt: string | null, visits: Array<{ id: string, status: SeriesVisitStatus, start: string, booking: { id: string, state: BookingState } | null }>, provider: { id: string, displayName: string, portraitSeed: number, gender: Gender }, items: Array<{ units: number, durationMinutes: number, options: Array<{ id: string, name: string }>, item: { id: string, name: string, unitName: string | null, priceModel: PriceModel } }> }> };

export type SeriesDetailQueryVariables = Exact<{
  id: string;
}>;


export type SeriesDetailQuery = { bookingSeries: { priceLockedUntil: string, canChange: boolean, id: string, timeZone: string, localTime: string, everyWeeks: number, weekdays: Array<number>, endedAt: string | null, visits: Array<{ id: string, date: string, start: string, status: SeriesVisitStatus, reason: SeriesDateStatus | null, price: { amount: number, currency: string }, alternatives: Array<{ start: string, end: string }>, booking: { id: string, state: BookingState, paymentStatus: string | null, canCancel: boolean, canReschedule: boolean } | null }>, provider: { id: string, displayName: string, portraitSeed: number, gender: Gender }, items: Array<{ units: number, durationMinutes: number, options: Array<{ id: string, name: string }>, item: { id: string, name: string, unitName: string | null, priceModel: PriceModel } }> } | null };

export type SeriesFeesQueryVariables = Exact<{
  seriesVisitId: string;
  scope: SeriesScope;
}>;


export type SeriesFeesQuery = { seriesCancellationQuote: { dates: number, fee: { amount: number, currency: string }, refund: { amount: number, currency: string } } };

export type CancelSeriesVisitsMutationVariables = Exact<{
  input: CancelSeriesVisitsInput;
}>;


export type CancelSeriesVisitsMutation = { cancelSeriesVisits:
    | { __typename: 'SeriesFeeChangedError', message: string, quote: { dates: number, fee: { amount: number, currency: string }, refund: { amount: number, currency: string } } }
    | { __typename: 'SeriesNotChangeableError', message: string }
    | { __typename: 'SeriesVisitsCancelled', series: { id: string } }
   };

export type MoveSeriesVisitsMutationVariables = Exact<{
  input: MoveSeriesVisitsInput;
}>;


export type MoveSeriesVisitsMutation = { moveSeriesVisits:
    | { __typename: 'SeriesDatesFailedError', message: string }
    | { __typename: 'SeriesNotChangeableError', message: string }
    | { __typename: 'SeriesVisitsMoved', series: { id: string } }
   };

export type ChangeSeriesCardMutationVariables = Exact<{
  input: ChangeSeriesCardInput;
}>;


export type ChangeSeriesCardMutation = { changeSeriesCard: { id: string } };

export type VisitSummaryFragment = { id: string, reference: string, state: BookingState, start: string, end: string, timeZone: string, venue: Venue, visitCode: string | null, canCancel: boolean, canReschedule: boolean, canReview: boolean, cancelledBy: string | null, substituteSoughtUntil: string | null, bookedBy: { displayName: string, isViewer: boolean } | null, provider: { id: string, displayName: string, portraitSeed: number, gender: Gender }, items: Array<{ units: number, options: Array<{ id: string, name: string }>, item: { id: string, name: string, unitName: string | null, priceModel: PriceModel } }>, place: { line: string | null, district: string | null, latitude: number, longitude: number, approximate: boolean } | null, quote: { total: { amount: number, currency: string } }, review: { id: string, rating: number, text: string } | null, cancellationFee: { amount: number, currency: string } | null };

export type MyBookingsQueryVariables = Exact<{
  filter: BookingFilter;
  first: number;
  after?: string | null | undefined;
}>;


export type MyBookingsQuery = { myBookings: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, reference: string, state: BookingState, start: string, end: string, timeZone: string, venue: Venue, visitCode: string | null, canCancel: boolean, canReschedule: boolean, canReview: boolean, cancelledBy: string | null, substituteSoughtUntil: string | null, bookedBy: { displayName: string, isViewer: boolean } | null, provider: { id: string, displayName: string, portraitSeed: number, gender: Gender }, items: Array<{ units: number, options: Array<{ id: string, name: string }>, item: { id: string, name: string, unitName: string | null, priceModel: PriceModel } }>, place: { line: string | null, district: string | null, latitude: number, longitude: number, approximate: boolean } | null, quote: { total: { amount: number, currency: string } }, review: { id: string, rating: number, text: string } | null, cancellationFee: { amount: number, currency: string } | null } }> } };

export type VisitDetailQueryVariables = Exact<{
  id: string;
}>;


export type VisitDetailQuery = { booking: { leftUnsafe: boolean, note: string | null, paymentStatus: string | null, seriesId: string | null, createdAt: string, canProposeMove: boolean, canChangeProvider: boolean, id: string, reference: string, state: BookingState, start: string, end: string, timeZone: string, venue: Venue, visitCode: string | null, canCancel: boolean, canReschedule: boolean, canReview: boolean, cancelledBy: string | null, substituteSoughtUntil: string | null, voucher: { id: string, expiresAt: string, amount: { amount: number, currency: string } } | null, visit: { eta: string | null, delayedAt: string | null, startedAt: string | null, positionShared: boolean, codeTriesLeft: number, closesAt: string | null, noShowFrom: string, actions: Array<VisitAction>, checklist: Array<{ label: string, service: string, doneAt: string | null }>, photos: Array<{ id: string, moment: PhotoMoment, takenBy: string, url: string, createdAt: string }>, extras: Array<{ id: string, state: ExtraState, label: string, minutes: number, why: string | null, proposedAt: string, decidedAt: string | null, price: { amount: number, currency: string } }> }, items: Array<{ durationMinutes: number, units: number, options: Array<{ id: string, name: string }>, item: { id: string, name: string, unitName: string | null, priceModel: PriceModel } }>, substituteSearch: { id: string, status: SubstituteStatus, candidates: Array<{ provider: { id: string, displayName: string, portraitSeed: number, gender: Gender, level: ProviderLevel, rating: { mean: number | null, count: number, lower: number | null, upper: number | null, isNew: boolean } }, price: { amount: number, currency: string } }> } | null, place: { doorNote: string | null, line: string | null, district: string | null, latitude: number, longitude: number, approximate: boolean } | null, doorNoteReads: Array<{ at: string, by: string }>, quote: { durationMinutes: number, lines: Array<{ kind: PriceLineKind, label: string, amount: { amount: number, currency: string } }>, total: { amount: number, currency: string } }, moveProposal: { id: string, proposedBy: MoveProposer, start: string, end: string, note: string | null, status: MoveProposalStatus, askedAt: string, expiresAt: string, canAnswer: boolean, canWithdraw: boolean } | null, moveProposals: Array<{ id: string, proposedBy: MoveProposer, start: string, end: string, note: string | null, status: MoveProposalStatus, askedAt: string, expiresAt: string, canAnswer: boolean, canWithdraw: boolean }>, cancellationSteps: Array<{ from: string, until: string | null, percent: number, fee: { amount: number, currency: string } }>, transitions: Array<{ from: BookingState | null, to: BookingState, actorRole: string, at: string, reason: string | null, member: { displayName: string, isViewer: boolean } | null }>, bookedBy: { displayName: string, isViewer: boolean } | null, provider: { id: string, displayName: string, portraitSeed: number, gender: Gender }, review: { id: string, rating: number, text: string } | null, cancellationFee: { amount: number, currency: string } | null } | null };

export type FeeQuoteFragment = { graceUntil: string | null, fee: { amount: number, currency: string }, refund: { amount: number, currency: string }, steps: Array<{ from: string, until: string | null, percent: number, fee: { amount: number, currency: string } }> };

export type CancellationQuoteQueryVariables = Exact<{
  bookingId: string;
}>;


export type CancellationQuoteQuery = { cancellationQuote: { graceUntil: string | null, fee: { amount: number, currency: string }, refund: { amount: number, currency: string }, steps: Array<{ from: string, until: string | null, percent: number, fee: { amount: number, currency: string } }> } };

export type CancelBookingMutationVariables = Exact<{
  input: CancelBookingInput;
}>;


export type CancelBookingMutation = { cancelBooking:
    | { __typename: 'BookingCancelled', booking: { id: string, state: BookingState }, fee: { amount: number, currency: string }, refund: { amount: number, currency: string } }
    | { __typename: 'FeeChangedError', quote: { graceUntil: string | null, fee: { amount: number, currency: string }, refund: { amount: number, currency: string }, steps: Array<{ from: string, until: string | null, percent: number, fee: { amount: number, currency: string } }> } }
    | { __typename: 'NotCancellableError', message: string, state: BookingState }
    | { __typename: 'SubstituteSought', until: string }
   };

export type MoveQuoteFragment = { term: MoveTerm, freeUntil: string, onceFreeUntil: string | null, fee: { amount: number, currency: string } };

export type RescheduleQuoteQueryVariables = Exact<{
  bookingId: string;
}>;


export type RescheduleQuoteQuery = { rescheduleQuote: { term: MoveTerm, freeUntil: string, onceFreeUntil: string | null, fee: { amount: number, currency: string } } };

export type RescheduleSlotsQueryVariables = Exact<{
  bookingId: string;
  from: string;
  to: string;
}>;


export type RescheduleSlotsQuery = { rescheduleSlots: Array<{ date: string, slots: Array<{ start: string, end: string }> }> };

export type OtherProvidersQueryVariables = Exact<{
  bookingId: string;
  from: string;
  to: string;
}>;


export type OtherProvidersQuery = { otherProviders: Array<{ provider: { id: string, displayName: string, portraitSeed: number, gender: Gender, level: ProviderLevel, rating: { mean: number | null, count: number, lower: number | null, upper: number | null, isNew: boolean } }, days: Array<{ date: string, slots: Array<{ start: string, end: string, price: { amount: number, currency: string } }> }> }> };

export type RescheduleBookingMutationVariables = Exact<{
  input: RescheduleBookingInput;
}>;


export type RescheduleBookingMutation = { rescheduleBooking:
    | { __typename: 'BookingRescheduled', rescheduled: { id: string, start: string } }
    | { __typename: 'InvalidVisitError', code: string, message: string }
    | { __typename: 'NotBookableError', code: string, message: string }
    | { __typename: 'NotReschedulableError', code: string, message: string }
    | { __typename: 'PaymentActionRequired', code: string, message: string }
    | { __typename: 'PaymentDeclinedError', code: string, message: string }
    | { __typename: 'PriceChangedError', code: string, message: string }
    | { __typename: 'RescheduleFeeChangedError', code: string, message: string, quote: { term: MoveTerm, freeUntil: string, onceFreeUntil: string | null, fee: { amount: number, currency: string } } }
    | { __typename: 'SlotTakenError', code: string, message: string }
   };

export type SubmitReviewMutationVariables = Exact<{
  input: SubmitReviewInput;
}>;


export type SubmitReviewMutation = { submitReview:
    | { __typename: 'ReviewNotAllowedError', message: string }
    | { __typename: 'ReviewSubmitted', review: { id: string } }
   };

export type AnswerExtraMutationVariables = Exact<{
  input: AnswerExtraInput;
}>;


export type AnswerExtraMutation = { answerExtra:
    | { __typename: 'ExtraChangedError', code: string, message: string }
    | { __typename: 'PaymentActionRequired', code: string, message: string }
    | { __typename: 'PaymentDeclinedError', code: string, message: string }
    | { __typename: 'TimeNotFreeError', code: string, message: string }
    | { __typename: 'VisitRefusedError', code: string, message: string }
    | { __typename: 'VisitUpdated', booking: { id: string, end: string } }
   };

export type AcceptSubstituteMutationVariables = Exact<{
  input: AcceptSubstituteInput;
}>;


export type AcceptSubstituteMutation = { acceptSubstitute:
    | { __typename: 'SubstituteAccepted', substituted: { id: string, provider: { id: string } } }
    | { __typename: 'SubstituteUnavailableError', code: string, message: string }
    | { __typename: 'SubstitutionOverError', code: string, message: string }
   };

export type DeclineSubstituteMutationVariables = Exact<{
  input: DeclineSubstituteInput;
}>;


export type DeclineSubstituteMutation = { declineSubstitute:
    | { __typename: 'SubstituteDeclined', declined: { id: string, state: BookingState } }
    | { __typename: 'SubstitutionOverError', code: string, message: string }
   };

export type WaitlistRowFragment = { id: string, status: WaitlistStatus, from: string, to: string, earliest: string | null, latest: string | null, joinedAt: string, region: { id: string, name: string, timeZone: string }, provider: { id: string, displayName: string } | null, items: Array<{ units: number | null, item: { id: string, name: string }, options: Array<{ id: string }> }>, address: { id: string, label: string } | null, offer: { id: string, start: string, expiresAt: string, price: { amount: number, currency: string }, provider: { id: string, displayName: string, portraitSeed: number, gender: Gender, level: ProviderLevel } } | null };

export type MyWaitlistQueryVariables = Exact<{ [key: string]: never; }>;


export type MyWaitlistQuery = { myWaitlist: Array<{ id: string, status: WaitlistStatus, from: string, to: string, earliest: string | null, latest: string | null, joinedAt: string, region: { id: string, name: string, timeZone: string }, provider: { id: string, displayName: string } | null, items: Array<{ units: number | null, item: { id: string, name: string }, options: Array<{ id: string }> }>, address: { id: string, label: string } | null, offer: { id: string, start: string, expiresAt: string, price: { amount: number, currency: string }, provider: { id: string, displayName: string, portraitSeed: number, gender: Gender, level: ProviderLevel } } | null }> };

export type WaitedItemQueryVariables = Exact<{
  id: string;
}>;


export type WaitedItemQuery = { serviceItem: { id: string, name: string, venues: Array<Venue> } | null };

export type WaitedPlacesQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitedPlacesQuery = { regions: Array<{ id: string, name: string, timeZone: string }> };

export type WaitedProviderQueryVariables = Exact<{
  id: string;
}>;


export type WaitedProviderQuery = { provider: { id: string, displayName: string, region: { id: string } } | null };

export type JoinWaitlistMutationVariables = Exact<{
  input: JoinWaitlistInput;
}>;


export type JoinWaitlistMutation = { joinWaitlist:
    | { __typename: 'InvalidVisitError', code: string, message: string }
    | { __typename: 'WaitlistFullError', code: string, message: string }
    | { __typename: 'WaitlistJoined', entry: { id: string } }
   };

export type LeaveWaitlistMutationVariables = Exact<{
  entryId: string;
}>;


export type LeaveWaitlistMutation = { leaveWaitlist: boolean };

export type AcceptWaitlistOfferMutationVariables = Exact<{
  input: AcceptWaitlistOfferInput;
}>;


export type AcceptWaitlistOfferMutation = { acceptWaitlistOffer:
    | { __typename: 'Hold', booking: { id: string } }
    | { __typename: 'WaitlistOfferOverError', code: string, message: string }
   };

export type DeclineWaitlistOfferMutationVariables = Exact<{
  offerId: string;
}>;


export type DeclineWaitlistOfferMutation = { declineWaitlistOffer: boolean };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const OpenMoveProposalFragmentDoc = new TypedDocumentString(`
    fragment OpenMoveProposal on MoveProposal {
  id
  proposedBy
  start
  end
  note
  status
  askedAt
  expiresAt
  canAnswer
  canWithdraw
}
    `, {"fragmentName":"OpenMoveProposal"}) as unknown as TypedDocumentString<OpenMoveProposalFragment, unknown>;
export const CodePromisedFieldsFragmentDoc = new TypedDocumentString(`
    fragment CodePromisedFields on CodePromised {
  requestId
  phone
}
    `, {"fragmentName":"CodePromisedFields"}) as unknown as TypedDocumentString<CodePromisedFieldsFragment, unknown>;
export const SecondFactorStepFieldsFragmentDoc = new TypedDocumentString(`
    fragment SecondFactorStepFields on SecondFactorRequired {
  challenge
  methods
  mustEnrol
}
    `, {"fragmentName":"SecondFactorStepFields"}) as unknown as TypedDocumentString<SecondFactorStepFieldsFragment, unknown>;
export const AddressFieldsFragmentDoc = new TypedDocumentString(`
    fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}
    `, {"fragmentName":"AddressFields"}) as unknown as TypedDocumentString<AddressFieldsFragment, unknown>;
export const ViewerFieldsFragmentDoc = new TypedDocumentString(`
    fragment ViewerFields on Viewer {
  id
  email
  displayName
  locale
  roles
  householdRole
  addresses {
    ...AddressFields
  }
  provider {
    id
    displayName
    portraitSeed
    status
  }
}
    fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}`, {"fragmentName":"ViewerFields"}) as unknown as TypedDocumentString<ViewerFieldsFragment, unknown>;
export const VisitProgressFieldsFragmentDoc = new TypedDocumentString(`
    fragment VisitProgressFields on VisitProgress {
  eta
  delayedAt
  startedAt
  positionShared
  codeTriesLeft
  closesAt
  noShowFrom
  checklist {
    label
    service
    doneAt
  }
  photos {
    id
    moment
    takenBy
    url
    createdAt
  }
  extras {
    id
    state
    label
    minutes
    why
    price {
      amount
      currency
    }
    proposedAt
    decidedAt
  }
  actions
}
    `, {"fragmentName":"VisitProgressFields"}) as unknown as TypedDocumentString<VisitProgressFieldsFragment, unknown>;
export const StepTakenFragmentDoc = new TypedDocumentString(`
    fragment StepTaken on VisitUpdated {
  booking {
    id
    state
  }
}
    `, {"fragmentName":"StepTaken"}) as unknown as TypedDocumentString<StepTakenFragment, unknown>;
export const ManagedAccountFieldsFragmentDoc = new TypedDocumentString(`
    fragment ManagedAccountFields on ManagedAccount {
  id
  email
  displayName
  locale
  roles
  isDemo
  emailVerifiedAt
  bannedAt
  createdAt
  sessionCount
  lastUsedAt
}
    `, {"fragmentName":"ManagedAccountFields"}) as unknown as TypedDocumentString<ManagedAccountFieldsFragment, unknown>;
export const ManageOutcomeFragmentDoc = new TypedDocumentString(`
    fragment ManageOutcome on ManageAccountResult {
  __typename
  ... on AccountChanged {
    account {
      ...ManagedAccountFields
    }
  }
  ... on AccountNotChangeableError {
    code
    message
  }
}
    fragment ManagedAccountFields on ManagedAccount {
  id
  email
  displayName
  locale
  roles
  isDemo
  emailVerifiedAt
  bannedAt
  createdAt
  sessionCount
  lastUsedAt
}`, {"fragmentName":"ManageOutcome"}) as unknown as TypedDocumentString<ManageOutcomeFragment, unknown>;
export const QueuedCredentialFragmentDoc = new TypedDocumentString(`
    fragment QueuedCredential on Credential {
  id
  state
  version
  submittedAt
  dueAt
  claimedByMe
  claimedByOther
  claimExpiresAt
  conflictOfInterest
  votedByMe
  type {
    id
    code
    name
    highRisk
  }
  provider {
    id
    displayName
    portraitSeed
    gender
    region {
      id
      name
    }
  }
}
    `, {"fragmentName":"QueuedCredential"}) as unknown as TypedDocumentString<QueuedCredentialFragment, unknown>;
export const AuditedCredentialFragmentDoc = new TypedDocumentString(`
    fragment AuditedCredential on Credential {
  ...QueuedCredential
  number
  issuedBy
  issuedOn
  validFrom
  validUntil
  type {
    id
    description
    evidenceKinds {
      code
      name
    }
  }
  provider {
    id
    level
    status
    completedVisits
    yearsExperience
    region {
      id
      timeZone
    }
  }
  evidence {
    id
    kind
    name
    contentType
    url
    sha256
  }
  history {
    from
    to
    actorRole
    actorName
    at
    reason
  }
  decisions {
    decision
    reasonCode
    note
    decidedBy
    at
  }
  previous {
    id
    state
    number
    issuedBy
    issuedOn
    validUntil
    submittedAt
    decisions {
      decision
      reasonCode
      note
      decidedBy
      at
    }
  }
}
    fragment QueuedCredential on Credential {
  id
  state
  version
  submittedAt
  dueAt
  claimedByMe
  claimedByOther
  claimExpiresAt
  conflictOfInterest
  votedByMe
  type {
    id
    code
    name
    highRisk
  }
  provider {
    id
    displayName
    portraitSeed
    gender
    region {
      id
      name
    }
  }
}`, {"fragmentName":"AuditedCredential"}) as unknown as TypedDocumentString<AuditedCredentialFragment, unknown>;
export const ReauditClaimFragmentDoc = new TypedDocumentString(`
    fragment ReauditClaim on CredentialReaudit {
  id
  version
  dueAt
  claimedByMe
  claimedByOther
  claimExpiresAt
}
    `, {"fragmentName":"ReauditClaim"}) as unknown as TypedDocumentString<ReauditClaimFragment, unknown>;
export const AgreementFiguresFragmentDoc = new TypedDocumentString(`
    fragment AgreementFigures on AgreementFigure {
  pairs
  observed
  expected
  kappa
}
    `, {"fragmentName":"AgreementFigures"}) as unknown as TypedDocumentString<AgreementFiguresFragment, unknown>;
export const BookedQuoteFragmentDoc = new TypedDocumentString(`
    fragment BookedQuote on PriceQuote {
  durationMinutes
  lines {
    kind
    label
    amount {
      amount
      currency
    }
  }
  total {
    amount
    currency
  }
}
    `, {"fragmentName":"BookedQuote"}) as unknown as TypedDocumentString<BookedQuoteFragment, unknown>;
export const HeldBookingFragmentDoc = new TypedDocumentString(`
    fragment HeldBooking on Booking {
  id
  state
  start
  end
  timeZone
  holdExpiresAt
  holdRenewable
  quote {
    ...BookedQuote
  }
  cancellationSteps {
    from
    until
    percent
    fee {
      amount
      currency
    }
  }
}
    fragment BookedQuote on PriceQuote {
  durationMinutes
  lines {
    kind
    label
    amount {
      amount
      currency
    }
  }
  total {
    amount
    currency
  }
}`, {"fragmentName":"HeldBooking"}) as unknown as TypedDocumentString<HeldBookingFragment, unknown>;
export const PlannedDateFragmentDoc = new TypedDocumentString(`
    fragment PlannedDate on SeriesDate {
  date
  start
  end
  status
  foreseen
  isShownTwice
  price {
    amount
    currency
  }
  alternatives {
    start
    end
    price {
      amount
      currency
    }
  }
}
    `, {"fragmentName":"PlannedDate"}) as unknown as TypedDocumentString<PlannedDateFragment, unknown>;
export const DraftPartsFragmentDoc = new TypedDocumentString(`
    fragment DraftParts on CourseVersion {
  id
  number
  state
  revision
  name {
    en
    zhCN
  }
  summary {
    en
    zhCN
  }
  lessons {
    id
    title {
      en
      zhCN
    }
    body {
      en
      zhCN
    }
  }
  questions {
    id
    kind
    prompt {
      en
      zhCN
    }
    options {
      id
      text {
        en
        zhCN
      }
      correct
    }
    explanation {
      en
      zhCN
    }
  }
  passPercent
  questionsPerQuiz
  triesPerDay
  validityMonths
  savedAt
  savedBy
}
    `, {"fragmentName":"DraftParts"}) as unknown as TypedDocumentString<DraftPartsFragment, unknown>;
export const LessonPictureFragmentDoc = new TypedDocumentString(`
    fragment LessonPicture on LessonImage {
  id
  url
  width
  height
}
    `, {"fragmentName":"LessonPicture"}) as unknown as TypedDocumentString<LessonPictureFragment, unknown>;
export const CourseLifeFragmentDoc = new TypedDocumentString(`
    fragment CourseLife on AuthoredCourse {
  id
  retiredAt
  events {
    id
    kind
    versionNumber
    at
    by
  }
}
    `, {"fragmentName":"CourseLife"}) as unknown as TypedDocumentString<CourseLifeFragment, unknown>;
export const HeldCertificateFragmentDoc = new TypedDocumentString(`
    fragment HeldCertificate on Certificate {
  id
  validFrom
  validUntil
  verificationCode
}
    `, {"fragmentName":"HeldCertificate"}) as unknown as TypedDocumentString<HeldCertificateFragment, unknown>;
export const QuizAttemptPartsFragmentDoc = new TypedDocumentString(`
    fragment QuizAttemptParts on QuizAttempt {
  id
  closesAt
  submittedAt
  questions {
    id
    kind
    prompt
    options {
      id
      text
    }
  }
  result {
    hasPassed
    rightCount
    questionCount
    passPercent
    certificate {
      ...HeldCertificate
    }
    reviews {
      question {
        id
        prompt
        options {
          id
          text
        }
      }
      chosenIds
      rightIds
      isRight
      explanation
    }
  }
}
    fragment HeldCertificate on Certificate {
  id
  validFrom
  validUntil
  verificationCode
}`, {"fragmentName":"QuizAttemptParts"}) as unknown as TypedDocumentString<QuizAttemptPartsFragment, unknown>;
export const CourseStandingFragmentDoc = new TypedDocumentString(`
    fragment CourseStanding on MyCourse {
  id
  name
  summary
  need
  lessonCount
  readCount
  passPercent
  questionsPerQuiz
  triesPerDay
  triesLeftToday
  nextTryOn
  validityMonths
  today
  assignment {
    id
    dueOn
    reason
  }
  certificate {
    ...HeldCertificate
  }
  openAttempt {
    ...QuizAttemptParts
  }
  lastAttempt {
    ...QuizAttemptParts
  }
}
    fragment HeldCertificate on Certificate {
  id
  validFrom
  validUntil
  verificationCode
}
fragment QuizAttemptParts on QuizAttempt {
  id
  closesAt
  submittedAt
  questions {
    id
    kind
    prompt
    options {
      id
      text
    }
  }
  result {
    hasPassed
    rightCount
    questionCount
    passPercent
    certificate {
      ...HeldCertificate
    }
    reviews {
      question {
        id
        prompt
        options {
          id
          text
        }
      }
      chosenIds
      rightIds
      isRight
      explanation
    }
  }
}`, {"fragmentName":"CourseStanding"}) as unknown as TypedDocumentString<CourseStandingFragment, unknown>;
export const OverseenRowFragmentDoc = new TypedDocumentString(`
    fragment OverseenRow on OverseenCredential {
  id
  state
  version
  validUntil
  decidedAt
  issuedBy
  validFrom
  isDisputed
  type {
    id
    name
  }
  provider {
    id
    displayName
    region {
      id
      name
      timeZone
    }
  }
}
    `, {"fragmentName":"OverseenRow"}) as unknown as TypedDocumentString<OverseenRowFragment, unknown>;
export const EditedTypeFragmentDoc = new TypedDocumentString(`
    fragment EditedType on CredentialType {
  id
  code
  name
  description
  highRisk
  validityMonths
  numberFormats
  publicBadge
  operatorsSeeClaims
  version
  texts {
    name {
      en
      zhCN
    }
    description {
      en
      zhCN
    }
    evidenceKinds {
      code
      required
      name {
        en
        zhCN
      }
    }
  }
}
    `, {"fragmentName":"EditedType"}) as unknown as TypedDocumentString<EditedTypeFragment, unknown>;
export const SubstituteBoardRowFragmentDoc = new TypedDocumentString(`
    fragment SubstituteBoardRow on SubstituteSearch {
  id
  cause
  deadline
  formerProvider {
    id
    displayName
  }
  substitute {
    id
    displayName
  }
  platformShare {
    amount
    currency
  }
  visit {
    id
    reference
    start
    timeZone
  }
}
    `, {"fragmentName":"SubstituteBoardRow"}) as unknown as TypedDocumentString<SubstituteBoardRowFragment, unknown>;
export const SubstituteBoardColumnFragmentDoc = new TypedDocumentString(`
    fragment SubstituteBoardColumn on SubstituteSearchConnection {
  totalCount
  edges {
    node {
      ...SubstituteBoardRow
    }
  }
}
    fragment SubstituteBoardRow on SubstituteSearch {
  id
  cause
  deadline
  formerProvider {
    id
    displayName
  }
  substitute {
    id
    displayName
  }
  platformShare {
    amount
    currency
  }
  visit {
    id
    reference
    start
    timeZone
  }
}`, {"fragmentName":"SubstituteBoardColumn"}) as unknown as TypedDocumentString<SubstituteBoardColumnFragment, unknown>;
export const EarnedFactsFragmentDoc = new TypedDocumentString(`
    fragment EarnedFacts on LedgerTransaction {
  id
  kind
  at
  commissionBasisPoints
  earned {
    amount
    currency
  }
  entries {
    account
    amount {
      amount
      currency
    }
  }
  booking {
    id
    reference
    start
    timeZone
    items {
      item {
        id
        name
      }
    }
  }
}
    `, {"fragmentName":"EarnedFacts"}) as unknown as TypedDocumentString<EarnedFactsFragment, unknown>;
export const HouseholdFieldsFragmentDoc = new TypedDocumentString(`
    fragment HouseholdFields on Household {
  id
  name
  role
  members {
    id
    displayName
    role
    joinedAt
    isViewer
    canManage
  }
  invitations {
    id
    email
    role
    expiresAt
  }
}
    `, {"fragmentName":"HouseholdFields"}) as unknown as TypedDocumentString<HouseholdFieldsFragment, unknown>;
export const PostedFactsFragmentDoc = new TypedDocumentString(`
    fragment PostedFacts on LedgerTransaction {
  id
  kind
  at
  provider {
    id
    displayName
  }
  entries {
    account
    amount {
      amount
      currency
    }
  }
  booking {
    id
    reference
    timeZone
  }
}
    `, {"fragmentName":"PostedFacts"}) as unknown as TypedDocumentString<PostedFactsFragment, unknown>;
export const ReportRowFragmentDoc = new TypedDocumentString(`
    fragment ReportRow on MessageReport {
  id
  side
  reason
  note
  state
  reportedAt
  closedAt
  booking {
    id
    reference
    householdName
    provider {
      id
      displayName
    }
  }
}
    `, {"fragmentName":"ReportRow"}) as unknown as TypedDocumentString<ReportRowFragment, unknown>;
export const MessagePartsFragmentDoc = new TypedDocumentString(`
    fragment MessageParts on Message {
  id
  sequence
  side
  text
  masked
  sentAt
  isOwn
  isReported
  authorName
  photos {
    id
    url
    width
    height
  }
}
    `, {"fragmentName":"MessageParts"}) as unknown as TypedDocumentString<MessagePartsFragment, unknown>;
export const StepFieldsFragmentDoc = new TypedDocumentString(`
    fragment StepFields on OnboardingStep {
  step
  state
  gaps {
    code
    subject
    subjectName
  }
}
    `, {"fragmentName":"StepFields"}) as unknown as TypedDocumentString<StepFieldsFragment, unknown>;
export const OpsVisitFragmentDoc = new TypedDocumentString(`
    fragment OpsVisit on Booking {
  id
  reference
  state
  start
  end
  timeZone
  venue
  note
  householdName
  bookedBy {
    displayName
  }
  createdAt
  paymentStatus
  canCancel
  canReschedule
  cancelledBy
  cancellationFee {
    amount
    currency
  }
  provider {
    id
    displayName
    region {
      id
      name
    }
  }
  place {
    line
    district
  }
  items {
    units
    item {
      id
      name
      unitName
      priceModel
    }
    options {
      id
      name
    }
  }
  quote {
    durationMinutes
    lines {
      kind
      label
      amount {
        amount
        currency
      }
    }
    total {
      amount
      currency
    }
  }
  transitions {
    from
    to
    actorRole
    at
    reason
  }
  refunds {
    at
    reason
    refunded {
      amount
      currency
    }
  }
}
    `, {"fragmentName":"OpsVisit"}) as unknown as TypedDocumentString<OpsVisitFragment, unknown>;
export const OwnProfileFieldsFragmentDoc = new TypedDocumentString(`
    fragment OwnProfileFields on OwnProfile {
  id
  startPlaceId
  serviceRadiusMetres
  awaitingSince
  displayName {
    en
    zhCN
  }
  headline {
    en
    zhCN
  }
  about {
    en
    zhCN
  }
  specialities {
    en
    zhCN
  }
  payout {
    kind
    holder
    ending
    savedAt
  }
  history {
    id
    act
    from
    to
    at
    reason
    note
  }
  provider {
    id
    displayName
    portraitSeed
    status
    level
    languages
    yearsExperience
    gender
    travelMode
    hasStudio
    instantBooking
    region {
      id
      timeZone
      currency
      places {
        id
        name
      }
    }
  }
}
    `, {"fragmentName":"OwnProfileFields"}) as unknown as TypedDocumentString<OwnProfileFieldsFragment, unknown>;
export const DataExportFieldsFragmentDoc = new TypedDocumentString(`
    fragment DataExportFields on DataExport {
  id
  state
  progress
  requestedAt
  readyAt
  expiresAt
  parts {
    id
    number
    bytes
    url
  }
}
    `, {"fragmentName":"DataExportFields"}) as unknown as TypedDocumentString<DataExportFieldsFragment, unknown>;
export const ConsentFieldsFragmentDoc = new TypedDocumentString(`
    fragment ConsentFields on ConsentStanding {
  state
  text {
    purpose
    version
    required
    title
    text
  }
  history {
    version
    given
    at
  }
}
    `, {"fragmentName":"ConsentFields"}) as unknown as TypedDocumentString<ConsentFieldsFragment, unknown>;
export const OwnEvidenceFragmentDoc = new TypedDocumentString(`
    fragment OwnEvidence on Evidence {
  id
  kind
  name
  contentType
  bytes
  url
}
    `, {"fragmentName":"OwnEvidence"}) as unknown as TypedDocumentString<OwnEvidenceFragment, unknown>;
export const OwnCredentialFragmentDoc = new TypedDocumentString(`
    fragment OwnCredential on Credential {
  id
  state
  number
  issuedBy
  issuedOn
  validUntil
  dueAt
  verificationCode
  light
  type {
    id
    code
    name
    description
    evidenceKinds {
      code
      name
      required
    }
  }
  decisions {
    decision
    reasonCode
    note
    at
  }
  evidence {
    ...OwnEvidence
  }
}
    fragment OwnEvidence on Evidence {
  id
  kind
  name
  contentType
  bytes
  url
}`, {"fragmentName":"OwnCredential"}) as unknown as TypedDocumentString<OwnCredentialFragment, unknown>;
export const VisitWorkFragmentDoc = new TypedDocumentString(`
    fragment VisitWork on Booking {
  id
  state
  start
  end
  timeZone
  venue
  note
  householdName
  bookedBy {
    displayName
  }
  requestExpiresAt
  unreadMessages
  items {
    item {
      id
      name
      unitName
      priceModel
    }
    units
    options {
      id
      name
    }
    durationMinutes
  }
}
    `, {"fragmentName":"VisitWork"}) as unknown as TypedDocumentString<VisitWorkFragment, unknown>;
export const TimeOffFieldsFragmentDoc = new TypedDocumentString(`
    fragment TimeOffFields on TimeOff {
  id
  start
  end
  reason
}
    `, {"fragmentName":"TimeOffFields"}) as unknown as TypedDocumentString<TimeOffFieldsFragment, unknown>;
export const LevelCriterionFieldsFragmentDoc = new TypedDocumentString(`
    fragment LevelCriterionFields on LevelCriterion {
  criterion
  required
  actual
  met
}
    `, {"fragmentName":"LevelCriterionFields"}) as unknown as TypedDocumentString<LevelCriterionFieldsFragment, unknown>;
export const OverseenProviderRowFragmentDoc = new TypedDocumentString(`
    fragment OverseenProviderRow on OverseenProvider {
  id
  joinedAt
  awaitingSince
  provider {
    id
    displayName
    portraitSeed
    status
    level
    completedVisits
    rating {
      mean
      count
      lower
      upper
      isNew
    }
    region {
      id
      name
      timeZone
    }
  }
}
    `, {"fragmentName":"OverseenProviderRow"}) as unknown as TypedDocumentString<OverseenProviderRowFragment, unknown>;
export const ProfileOfferingFragmentDoc = new TypedDocumentString(`
    fragment ProfileOffering on Offering {
  id
  enabled
  price {
    amount
    currency
  }
  item {
    id
    name
    description
    included
    notIncluded
    icon
    priceModel
    unitName
    durationMinutes
    minutesPerUnit
    venues
    units {
      min
      max
      step
      default
    }
    options {
      id
      name
      minutes
      price {
        amount
        currency
      }
    }
  }
}
    `, {"fragmentName":"ProfileOffering"}) as unknown as TypedDocumentString<ProfileOfferingFragment, unknown>;
export const RegionTermsFragmentDoc = new TypedDocumentString(`
    fragment RegionTerms on RegionPolicy {
  regionId
  regionName
  steps {
    hoursBefore
    percent
  }
  graceMinutes
  freeMoveHours
  onceFreeMoveHours
  revision
}
    `, {"fragmentName":"RegionTerms"}) as unknown as TypedDocumentString<RegionTermsFragment, unknown>;
export const ChoosableItemFragmentDoc = new TypedDocumentString(`
    fragment ChoosableItem on ServiceItem {
  id
  code
  name
  icon
  priceModel
  unitName
  units {
    min
    max
    step
    default
  }
  options {
    id
    name
    minutes
    price {
      amount
      currency
    }
  }
  price {
    amount
    currency
  }
}
    `, {"fragmentName":"ChoosableItem"}) as unknown as TypedDocumentString<ChoosableItemFragment, unknown>;
export const DeviceSessionFieldsFragmentDoc = new TypedDocumentString(`
    fragment DeviceSessionFields on DeviceSession {
  id
  device
  network
  method
  hasSecondFactor
  openedAt
  lastUsedAt
  isCurrent
}
    `, {"fragmentName":"DeviceSessionFields"}) as unknown as TypedDocumentString<DeviceSessionFieldsFragment, unknown>;
export const SeriesDateRowFragmentDoc = new TypedDocumentString(`
    fragment SeriesDateRow on SeriesVisit {
  id
  date
  start
  status
  reason
  price {
    amount
    currency
  }
  alternatives {
    start
    end
  }
  booking {
    id
    state
    paymentStatus
    canCancel
    canReschedule
  }
}
    `, {"fragmentName":"SeriesDateRow"}) as unknown as TypedDocumentString<SeriesDateRowFragment, unknown>;
export const SeriesSummaryFragmentDoc = new TypedDocumentString(`
    fragment SeriesSummary on BookingSeries {
  id
  timeZone
  localTime
  everyWeeks
  weekdays
  endedAt
  provider {
    id
    displayName
    portraitSeed
    gender
  }
  items {
    units
    durationMinutes
    options {
      id
      name
    }
    item {
      id
      name
      unitName
      priceModel
    }
  }
}
    `, {"fragmentName":"SeriesSummary"}) as unknown as TypedDocumentString<SeriesSummaryFragment, unknown>;
export const VisitSummaryFragmentDoc = new TypedDocumentString(`
    fragment VisitSummary on Booking {
  id
  reference
  state
  start
  end
  timeZone
  venue
  bookedBy {
    displayName
    isViewer
  }
  provider {
    id
    displayName
    portraitSeed
    gender
  }
  items {
    units
    options {
      id
      name
    }
    item {
      id
      name
      unitName
      priceModel
    }
  }
  place {
    line
    district
    latitude
    longitude
    approximate
  }
  quote {
    total {
      amount
      currency
    }
  }
  visitCode
  canCancel
  canReschedule
  canReview
  review {
    id
    rating
    text
  }
  cancelledBy
  substituteSoughtUntil
  cancellationFee {
    amount
    currency
  }
}
    `, {"fragmentName":"VisitSummary"}) as unknown as TypedDocumentString<VisitSummaryFragment, unknown>;
export const FeeQuoteFragmentDoc = new TypedDocumentString(`
    fragment FeeQuote on CancellationQuote {
  fee {
    amount
    currency
  }
  refund {
    amount
    currency
  }
  graceUntil
  steps {
    from
    until
    percent
    fee {
      amount
      currency
    }
  }
}
    `, {"fragmentName":"FeeQuote"}) as unknown as TypedDocumentString<FeeQuoteFragment, unknown>;
export const MoveQuoteFragmentDoc = new TypedDocumentString(`
    fragment MoveQuote on RescheduleQuote {
  fee {
    amount
    currency
  }
  term
  freeUntil
  onceFreeUntil
}
    `, {"fragmentName":"MoveQuote"}) as unknown as TypedDocumentString<MoveQuoteFragment, unknown>;
export const WaitlistRowFragmentDoc = new TypedDocumentString(`
    fragment WaitlistRow on WaitlistEntry {
  id
  status
  from
  to
  earliest
  latest
  joinedAt
  region {
    id
    name
    timeZone
  }
  provider {
    id
    displayName
  }
  items {
    units
    item {
      id
      name
    }
    options {
      id
    }
  }
  address {
    id
    label
  }
  offer {
    id
    start
    expiresAt
    price {
      amount
      currency
    }
    provider {
      id
      displayName
      portraitSeed
      gender
      level
    }
  }
}
    `, {"fragmentName":"WaitlistRow"}) as unknown as TypedDocumentString<WaitlistRowFragment, unknown>;
export const ProposeMoveDocument = new TypedDocumentString(`
    mutation ProposeMove($input: ProposeMoveInput!) {
  proposeMove(input: $input) {
    __typename
    ... on MoveProposed {
      proposed {
        id
        start
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ProposeMoveMutation, ProposeMoveMutationVariables>;
export const AnswerMoveProposalDocument = new TypedDocumentString(`
    mutation AnswerMoveProposal($input: AnswerMoveProposalInput!) {
  answerMoveProposal(input: $input) {
    __typename
    ... on MoveProposalAnswered {
      answered {
        id
        status
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AnswerMoveProposalMutation, AnswerMoveProposalMutationVariables>;
export const WithdrawMoveProposalDocument = new TypedDocumentString(`
    mutation WithdrawMoveProposal($proposalId: ID!) {
  withdrawMoveProposal(proposalId: $proposalId) {
    __typename
    ... on MoveProposalWithdrawn {
      withdrawn {
        id
        status
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<WithdrawMoveProposalMutation, WithdrawMoveProposalMutationVariables>;
export const PhoneCountriesDocument = new TypedDocumentString(`
    query PhoneCountries {
  phoneCountries {
    code
    callingCode
  }
}
    `) as unknown as TypedDocumentString<PhoneCountriesQuery, PhoneCountriesQueryVariables>;
export const MyPhoneDocument = new TypedDocumentString(`
    query MyPhone {
  viewer {
    id
    phone
    phoneVerifiedAt
  }
}
    `) as unknown as TypedDocumentString<MyPhoneQuery, MyPhoneQueryVariables>;
export const RequestSignInCodeDocument = new TypedDocumentString(`
    mutation RequestSignInCode($input: PhoneInput!) {
  requestSignInCode(input: $input) {
    __typename
    ... on CodePromised {
      ...CodePromisedFields
    }
    ... on UserError {
      code
      message
    }
  }
}
    fragment CodePromisedFields on CodePromised {
  requestId
  phone
}`) as unknown as TypedDocumentString<RequestSignInCodeMutation, RequestSignInCodeMutationVariables>;
export const SignInWithCodeDocument = new TypedDocumentString(`
    mutation SignInWithCode($input: PhoneCodeInput!) {
  signInWithCode(input: $input) {
    __typename
    ... on SignedIn {
      viewer {
        ...ViewerFields
      }
    }
    ... on SecondFactorRequired {
      ...SecondFactorStepFields
    }
    ... on InvalidCodeError {
      triesLeft
    }
    ... on UserError {
      code
      message
    }
  }
}
    fragment SecondFactorStepFields on SecondFactorRequired {
  challenge
  methods
  mustEnrol
}
fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}
fragment ViewerFields on Viewer {
  id
  email
  displayName
  locale
  roles
  householdRole
  addresses {
    ...AddressFields
  }
  provider {
    id
    displayName
    portraitSeed
    status
  }
}`) as unknown as TypedDocumentString<SignInWithCodeMutation, SignInWithCodeMutationVariables>;
export const RequestPhoneChangeDocument = new TypedDocumentString(`
    mutation RequestPhoneChange($input: PhoneInput!) {
  requestPhoneChange(input: $input) {
    __typename
    ... on CodePromised {
      ...CodePromisedFields
    }
    ... on UserError {
      code
      message
    }
  }
}
    fragment CodePromisedFields on CodePromised {
  requestId
  phone
}`) as unknown as TypedDocumentString<RequestPhoneChangeMutation, RequestPhoneChangeMutationVariables>;
export const ConfirmPhoneDocument = new TypedDocumentString(`
    mutation ConfirmPhone($input: PhoneCodeInput!) {
  confirmPhone(input: $input) {
    __typename
    ... on PhoneConfirmed {
      viewer {
        id
        phone
        phoneVerifiedAt
      }
    }
    ... on InvalidCodeError {
      triesLeft
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmPhoneMutation, ConfirmPhoneMutationVariables>;
export const RemovePhoneDocument = new TypedDocumentString(`
    mutation RemovePhone {
  removePhone {
    id
    phone
    phoneVerifiedAt
  }
}
    `) as unknown as TypedDocumentString<RemovePhoneMutation, RemovePhoneMutationVariables>;
export const MySecondFactorsDocument = new TypedDocumentString(`
    query MySecondFactors {
  mySecondFactors {
    rule
    recoveryCodesLeft
    apps {
      id
      name
      confirmedAt
      lastUsedAt
    }
    passkeys {
      id
      name
      createdAt
      lastUsedAt
      isSynced
    }
  }
}
    `) as unknown as TypedDocumentString<MySecondFactorsQuery, MySecondFactorsQueryVariables>;
export const StartPasskeyDocument = new TypedDocumentString(`
    mutation StartPasskey($input: StartPasskeyInput!) {
  startPasskey(input: $input) {
    __typename
    ... on PasskeyRequest {
      options
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StartPasskeyMutation, StartPasskeyMutationVariables>;
export const SignInWithPasskeyDocument = new TypedDocumentString(`
    mutation SignInWithPasskey($input: SignInWithPasskeyInput!) {
  signInWithPasskey(input: $input) {
    __typename
    ... on SignedIn {
      viewer {
        ...ViewerFields
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}
fragment ViewerFields on Viewer {
  id
  email
  displayName
  locale
  roles
  householdRole
  addresses {
    ...AddressFields
  }
  provider {
    id
    displayName
    portraitSeed
    status
  }
}`) as unknown as TypedDocumentString<SignInWithPasskeyMutation, SignInWithPasskeyMutationVariables>;
export const StartPasskeyRegistrationDocument = new TypedDocumentString(`
    mutation StartPasskeyRegistration {
  startPasskeyRegistration {
    __typename
    ... on PasskeyRegistrationStarted {
      options
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StartPasskeyRegistrationMutation, StartPasskeyRegistrationMutationVariables>;
export const RegisterPasskeyDocument = new TypedDocumentString(`
    mutation RegisterPasskey($input: RegisterPasskeyInput!) {
  registerPasskey(input: $input) {
    __typename
    ... on PasskeyRegistered {
      passkey {
        id
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RegisterPasskeyMutation, RegisterPasskeyMutationVariables>;
export const RenamePasskeyDocument = new TypedDocumentString(`
    mutation RenamePasskey($input: RenamePasskeyInput!) {
  renamePasskey(input: $input) {
    __typename
    ... on PasskeyRenamed {
      renamed {
        id
        name
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RenamePasskeyMutation, RenamePasskeyMutationVariables>;
export const StartTotpDocument = new TypedDocumentString(`
    mutation StartTotp($input: StartTotpInput!) {
  startTotp(input: $input) {
    __typename
    ... on TotpStarted {
      appId
      secret
      uri
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StartTotpMutation, StartTotpMutationVariables>;
export const ConfirmTotpDocument = new TypedDocumentString(`
    mutation ConfirmTotp($input: ConfirmTotpInput!) {
  confirmTotp(input: $input) {
    __typename
    ... on TotpConfirmed {
      recoveryCodes
      signedIn {
        viewer {
          ...ViewerFields
        }
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}
fragment ViewerFields on Viewer {
  id
  email
  displayName
  locale
  roles
  householdRole
  addresses {
    ...AddressFields
  }
  provider {
    id
    displayName
    portraitSeed
    status
  }
}`) as unknown as TypedDocumentString<ConfirmTotpMutation, ConfirmTotpMutationVariables>;
export const CompleteSecondFactorDocument = new TypedDocumentString(`
    mutation CompleteSecondFactor($input: CompleteSecondFactorInput!) {
  completeSecondFactor(input: $input) {
    __typename
    ... on SignedIn {
      viewer {
        ...ViewerFields
      }
    }
    ... on InvalidCodeError {
      triesLeft
    }
    ... on UserError {
      code
      message
    }
  }
}
    fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}
fragment ViewerFields on Viewer {
  id
  email
  displayName
  locale
  roles
  householdRole
  addresses {
    ...AddressFields
  }
  provider {
    id
    displayName
    portraitSeed
    status
  }
}`) as unknown as TypedDocumentString<CompleteSecondFactorMutation, CompleteSecondFactorMutationVariables>;
export const RemoveSecondFactorDocument = new TypedDocumentString(`
    mutation RemoveSecondFactor($input: RemoveSecondFactorInput!) {
  removeSecondFactor(input: $input) {
    __typename
    ... on SecondFactorRemoved {
      removedId
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveSecondFactorMutation, RemoveSecondFactorMutationVariables>;
export const RenewRecoveryCodesDocument = new TypedDocumentString(`
    mutation RenewRecoveryCodes {
  renewRecoveryCodes {
    __typename
    ... on RecoveryCodesRenewed {
      recoveryCodes
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RenewRecoveryCodesMutation, RenewRecoveryCodesMutationVariables>;
export const ReauthenticateDocument = new TypedDocumentString(`
    mutation Reauthenticate($input: ReauthenticateInput!) {
  reauthenticate(input: $input) {
    __typename
    ... on Reauthenticated {
      until
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReauthenticateMutation, ReauthenticateMutationVariables>;
export const CurrentViewerDocument = new TypedDocumentString(`
    query CurrentViewer {
  viewer {
    ...ViewerFields
  }
}
    fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}
fragment ViewerFields on Viewer {
  id
  email
  displayName
  locale
  roles
  householdRole
  addresses {
    ...AddressFields
  }
  provider {
    id
    displayName
    portraitSeed
    status
  }
}`) as unknown as TypedDocumentString<CurrentViewerQuery, CurrentViewerQueryVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  signOut
}
    `) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const SetLocaleDocument = new TypedDocumentString(`
    mutation SetLocale($locale: String!) {
  setLocale(locale: $locale) {
    id
    locale
  }
}
    `) as unknown as TypedDocumentString<SetLocaleMutation, SetLocaleMutationVariables>;
export const AccountStandingDocument = new TypedDocumentString(`
    query AccountStanding {
  viewer {
    id
    erasure {
      requestedAt
      dueAt
    }
    consents {
      state
      text {
        purpose
        version
        required
        title
        text
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AccountStandingQuery, AccountStandingQueryVariables>;
export const CancelErasureDocument = new TypedDocumentString(`
    mutation CancelErasure {
  cancelErasure {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CancelErasureMutation, CancelErasureMutationVariables>;
export const AgreeAgainDocument = new TypedDocumentString(`
    mutation AgreeAgain($input: ConsentInput!) {
  giveConsent(input: $input) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AgreeAgainMutation, AgreeAgainMutationVariables>;
export const UnreadMessagesDocument = new TypedDocumentString(`
    query UnreadMessages {
  viewer {
    id
    unreadMessages
  }
}
    `) as unknown as TypedDocumentString<UnreadMessagesQuery, UnreadMessagesQueryVariables>;
export const BookingChangedDocument = new TypedDocumentString(`
    subscription BookingChanged {
  bookingChanged {
    bookingId
  }
}
    `) as unknown as TypedDocumentString<BookingChangedSubscription, BookingChangedSubscriptionVariables>;
export const StartTravelDocument = new TypedDocumentString(`
    mutation StartTravel($input: StartTravelInput!) {
  step: startTravel(input: $input) {
    __typename
    ...StepTaken
    ... on UserError {
      code
      message
    }
  }
}
    fragment StepTaken on VisitUpdated {
  booking {
    id
    state
  }
}`) as unknown as TypedDocumentString<StartTravelMutation, StartTravelMutationVariables>;
export const AnnounceDelayDocument = new TypedDocumentString(`
    mutation AnnounceDelay($input: AnnounceDelayInput!) {
  step: announceDelay(input: $input) {
    __typename
    ...StepTaken
    ... on UserError {
      code
      message
    }
  }
}
    fragment StepTaken on VisitUpdated {
  booking {
    id
    state
  }
}`) as unknown as TypedDocumentString<AnnounceDelayMutation, AnnounceDelayMutationVariables>;
export const StartVisitDocument = new TypedDocumentString(`
    mutation StartVisit($input: StartVisitInput!) {
  step: startVisit(input: $input) {
    __typename
    ...StepTaken
    ... on UserError {
      code
      message
    }
  }
}
    fragment StepTaken on VisitUpdated {
  booking {
    id
    state
  }
}`) as unknown as TypedDocumentString<StartVisitMutation, StartVisitMutationVariables>;
export const ConfirmArrivalDocument = new TypedDocumentString(`
    mutation ConfirmArrival($input: VisitInput!) {
  step: confirmArrival(input: $input) {
    __typename
    ...StepTaken
    ... on UserError {
      code
      message
    }
  }
}
    fragment StepTaken on VisitUpdated {
  booking {
    id
    state
  }
}`) as unknown as TypedDocumentString<ConfirmArrivalMutation, ConfirmArrivalMutationVariables>;
export const TickTaskDocument = new TypedDocumentString(`
    mutation TickTask($input: TickTaskInput!) {
  step: tickTask(input: $input) {
    __typename
    ...StepTaken
    ... on UserError {
      code
      message
    }
  }
}
    fragment StepTaken on VisitUpdated {
  booking {
    id
    state
  }
}`) as unknown as TypedDocumentString<TickTaskMutation, TickTaskMutationVariables>;
export const ProposeExtraDocument = new TypedDocumentString(`
    mutation ProposeExtra($input: ProposeExtraInput!) {
  step: proposeExtra(input: $input) {
    __typename
    ...StepTaken
    ... on UserError {
      code
      message
    }
    ... on TimeNotFreeError {
      latestEnd
    }
  }
}
    fragment StepTaken on VisitUpdated {
  booking {
    id
    state
  }
}`) as unknown as TypedDocumentString<ProposeExtraMutation, ProposeExtraMutationVariables>;
export const FinishVisitDocument = new TypedDocumentString(`
    mutation FinishVisit($input: VisitInput!) {
  step: finishVisit(input: $input) {
    __typename
    ...StepTaken
    ... on UserError {
      code
      message
    }
  }
}
    fragment StepTaken on VisitUpdated {
  booking {
    id
    state
  }
}`) as unknown as TypedDocumentString<FinishVisitMutation, FinishVisitMutationVariables>;
export const ConfirmVisitDocument = new TypedDocumentString(`
    mutation ConfirmVisit($input: VisitInput!) {
  step: confirmVisit(input: $input) {
    __typename
    ...StepTaken
    ... on UserError {
      code
      message
    }
  }
}
    fragment StepTaken on VisitUpdated {
  booking {
    id
    state
  }
}`) as unknown as TypedDocumentString<ConfirmVisitMutation, ConfirmVisitMutationVariables>;
export const ReportNoShowDocument = new TypedDocumentString(`
    mutation ReportNoShow($input: ReportNoShowInput!) {
  step: reportNoShow(input: $input) {
    __typename
    ...StepTaken
    ... on UserError {
      code
      message
    }
  }
}
    fragment StepTaken on VisitUpdated {
  booking {
    id
    state
  }
}`) as unknown as TypedDocumentString<ReportNoShowMutation, ReportNoShowMutationVariables>;
export const LeaveUnsafeDocument = new TypedDocumentString(`
    mutation LeaveUnsafe($input: LeaveUnsafeInput!) {
  step: leaveUnsafe(input: $input) {
    __typename
    ...StepTaken
    ... on UserError {
      code
      message
    }
  }
}
    fragment StepTaken on VisitUpdated {
  booking {
    id
    state
  }
}`) as unknown as TypedDocumentString<LeaveUnsafeMutation, LeaveUnsafeMutationVariables>;
export const CreateVisitPhotoUploadDocument = new TypedDocumentString(`
    mutation CreateVisitPhotoUpload($input: CreateVisitPhotoUploadInput!) {
  createVisitPhotoUpload(input: $input) {
    __typename
    ... on VisitPhotoUploadCreated {
      uploadId
      uploadUrl
      expiresAt
      headers {
        name
        value
      }
    }
    ... on InvalidVisitPhotoError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateVisitPhotoUploadMutation, CreateVisitPhotoUploadMutationVariables>;
export const FinishVisitPhotoUploadDocument = new TypedDocumentString(`
    mutation FinishVisitPhotoUpload($uploadId: ID!) {
  finishVisitPhotoUpload(uploadId: $uploadId) {
    __typename
    ... on VisitPhotoAdded {
      photo {
        id
      }
    }
    ... on InvalidVisitPhotoError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FinishVisitPhotoUploadMutation, FinishVisitPhotoUploadMutationVariables>;
export const ManagedAccountsDocument = new TypedDocumentString(`
    query ManagedAccounts($filter: AccountFilter, $first: Int, $after: String) {
  accounts(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...ManagedAccountFields
      }
    }
  }
}
    fragment ManagedAccountFields on ManagedAccount {
  id
  email
  displayName
  locale
  roles
  isDemo
  emailVerifiedAt
  bannedAt
  createdAt
  sessionCount
  lastUsedAt
}`) as unknown as TypedDocumentString<ManagedAccountsQuery, ManagedAccountsQueryVariables>;
export const ManagedAccountDocument = new TypedDocumentString(`
    query ManagedAccount($id: ID!) {
  account(id: $id) {
    ...ManagedAccountFields
  }
}
    fragment ManagedAccountFields on ManagedAccount {
  id
  email
  displayName
  locale
  roles
  isDemo
  emailVerifiedAt
  bannedAt
  createdAt
  sessionCount
  lastUsedAt
}`) as unknown as TypedDocumentString<ManagedAccountQuery, ManagedAccountQueryVariables>;
export const ChangeRolesDocument = new TypedDocumentString(`
    mutation ChangeRoles($input: ChangeRolesInput!) {
  changeRoles(input: $input) {
    ...ManageOutcome
  }
}
    fragment ManagedAccountFields on ManagedAccount {
  id
  email
  displayName
  locale
  roles
  isDemo
  emailVerifiedAt
  bannedAt
  createdAt
  sessionCount
  lastUsedAt
}
fragment ManageOutcome on ManageAccountResult {
  __typename
  ... on AccountChanged {
    account {
      ...ManagedAccountFields
    }
  }
  ... on AccountNotChangeableError {
    code
    message
  }
}`) as unknown as TypedDocumentString<ChangeRolesMutation, ChangeRolesMutationVariables>;
export const BanAccountDocument = new TypedDocumentString(`
    mutation BanAccount($input: ManageAccountInput!) {
  banAccount(input: $input) {
    ...ManageOutcome
  }
}
    fragment ManagedAccountFields on ManagedAccount {
  id
  email
  displayName
  locale
  roles
  isDemo
  emailVerifiedAt
  bannedAt
  createdAt
  sessionCount
  lastUsedAt
}
fragment ManageOutcome on ManageAccountResult {
  __typename
  ... on AccountChanged {
    account {
      ...ManagedAccountFields
    }
  }
  ... on AccountNotChangeableError {
    code
    message
  }
}`) as unknown as TypedDocumentString<BanAccountMutation, BanAccountMutationVariables>;
export const LiftBanDocument = new TypedDocumentString(`
    mutation LiftBan($input: ManageAccountInput!) {
  liftBan(input: $input) {
    ...ManageOutcome
  }
}
    fragment ManagedAccountFields on ManagedAccount {
  id
  email
  displayName
  locale
  roles
  isDemo
  emailVerifiedAt
  bannedAt
  createdAt
  sessionCount
  lastUsedAt
}
fragment ManageOutcome on ManageAccountResult {
  __typename
  ... on AccountChanged {
    account {
      ...ManagedAccountFields
    }
  }
  ... on AccountNotChangeableError {
    code
    message
  }
}`) as unknown as TypedDocumentString<LiftBanMutation, LiftBanMutationVariables>;
export const SignOutEverywhereDocument = new TypedDocumentString(`
    mutation SignOutEverywhere($input: ManageAccountInput!) {
  signOutEverywhere(input: $input) {
    ...ManageOutcome
  }
}
    fragment ManagedAccountFields on ManagedAccount {
  id
  email
  displayName
  locale
  roles
  isDemo
  emailVerifiedAt
  bannedAt
  createdAt
  sessionCount
  lastUsedAt
}
fragment ManageOutcome on ManageAccountResult {
  __typename
  ... on AccountChanged {
    account {
      ...ManagedAccountFields
    }
  }
  ... on AccountNotChangeableError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SignOutEverywhereMutation, SignOutEverywhereMutationVariables>;
export const SendPasswordResetDocument = new TypedDocumentString(`
    mutation SendPasswordReset($input: ManageAccountInput!) {
  sendPasswordReset(input: $input) {
    ...ManageOutcome
  }
}
    fragment ManagedAccountFields on ManagedAccount {
  id
  email
  displayName
  locale
  roles
  isDemo
  emailVerifiedAt
  bannedAt
  createdAt
  sessionCount
  lastUsedAt
}
fragment ManageOutcome on ManageAccountResult {
  __typename
  ... on AccountChanged {
    account {
      ...ManagedAccountFields
    }
  }
  ... on AccountNotChangeableError {
    code
    message
  }
}`) as unknown as TypedDocumentString<SendPasswordResetMutation, SendPasswordResetMutationVariables>;
export const ResetSecondFactorsDocument = new TypedDocumentString(`
    mutation ResetSecondFactors($input: ResetSecondFactorsInput!) {
  resetSecondFactors(input: $input) {
    __typename
    ... on FactorsNotResettableError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ResetSecondFactorsMutation, ResetSecondFactorsMutationVariables>;
export const DemoAccountsDocument = new TypedDocumentString(`
    query DemoAccounts {
  demoAccounts {
    email
    displayName
    roles
  }
}
    `) as unknown as TypedDocumentString<DemoAccountsQuery, DemoAccountsQueryVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SignInInput!) {
  signIn(input: $input) {
    __typename
    ... on SignedIn {
      viewer {
        ...ViewerFields
      }
    }
    ... on SecondFactorRequired {
      ...SecondFactorStepFields
    }
    ... on TooManyAttemptsError {
      message
      retryAfterSeconds
    }
    ... on VerificationSent {
      email
      claim
    }
    ... on UserError {
      code
      message
    }
  }
}
    fragment SecondFactorStepFields on SecondFactorRequired {
  challenge
  methods
  mustEnrol
}
fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}
fragment ViewerFields on Viewer {
  id
  email
  displayName
  locale
  roles
  householdRole
  addresses {
    ...AddressFields
  }
  provider {
    id
    displayName
    portraitSeed
    status
  }
}`) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignUpDocument = new TypedDocumentString(`
    mutation SignUp($input: SignUpInput!) {
  signUp(input: $input) {
    __typename
    ... on SignedIn {
      viewer {
        ...ViewerFields
      }
    }
    ... on VerificationSent {
      email
      claim
    }
    ... on TooManyAttemptsError {
      retryAfterSeconds
    }
    ... on UserError {
      code
      message
    }
  }
}
    fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}
fragment ViewerFields on Viewer {
  id
  email
  displayName
  locale
  roles
  householdRole
  addresses {
    ...AddressFields
  }
  provider {
    id
    displayName
    portraitSeed
    status
  }
}`) as unknown as TypedDocumentString<SignUpMutation, SignUpMutationVariables>;
export const VerifyEmailDocument = new TypedDocumentString(`
    mutation VerifyEmail($input: VerifyEmailInput!) {
  verifyEmail(input: $input) {
    __typename
    ... on SignedIn {
      viewer {
        ...ViewerFields
      }
    }
    ... on TooManyAttemptsError {
      retryAfterSeconds
    }
    ... on UserError {
      code
      message
    }
  }
}
    fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}
fragment ViewerFields on Viewer {
  id
  email
  displayName
  locale
  roles
  householdRole
  addresses {
    ...AddressFields
  }
  provider {
    id
    displayName
    portraitSeed
    status
  }
}`) as unknown as TypedDocumentString<VerifyEmailMutation, VerifyEmailMutationVariables>;
export const RequestPasswordResetDocument = new TypedDocumentString(`
    mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
  requestPasswordReset(input: $input) {
    __typename
    ... on VerificationSent {
      email
    }
    ... on TooManyAttemptsError {
      retryAfterSeconds
    }
  }
}
    `) as unknown as TypedDocumentString<RequestPasswordResetMutation, RequestPasswordResetMutationVariables>;
export const ResetPasswordDocument = new TypedDocumentString(`
    mutation ResetPassword($input: ResetPasswordInput!) {
  resetPassword(input: $input) {
    __typename
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ResetPasswordMutation, ResetPasswordMutationVariables>;
export const ConfirmEmailChangeDocument = new TypedDocumentString(`
    mutation ConfirmEmailChange($token: String!) {
  confirmEmailChange(token: $token) {
    __typename
    ... on EmailChanged {
      email
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmEmailChangeMutation, ConfirmEmailChangeMutationVariables>;
export const ConsentTextsDocument = new TypedDocumentString(`
    query ConsentTexts {
  consentTexts {
    purpose
    version
    required
    title
    text
  }
}
    `) as unknown as TypedDocumentString<ConsentTextsQuery, ConsentTextsQueryVariables>;
export const AuditQueueDocument = new TypedDocumentString(`
    query AuditQueue($first: Int!, $after: String, $filter: AuditQueueFilter) {
  auditQueue(first: $first, after: $after, filter: $filter) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...QueuedCredential
      }
    }
  }
}
    fragment QueuedCredential on Credential {
  id
  state
  version
  submittedAt
  dueAt
  claimedByMe
  claimedByOther
  claimExpiresAt
  conflictOfInterest
  votedByMe
  type {
    id
    code
    name
    highRisk
  }
  provider {
    id
    displayName
    portraitSeed
    gender
    region {
      id
      name
    }
  }
}`) as unknown as TypedDocumentString<AuditQueueQuery, AuditQueueQueryVariables>;
export const AuditedCredentialByIdDocument = new TypedDocumentString(`
    query AuditedCredentialById($id: ID!) {
  credential(id: $id) {
    ...AuditedCredential
  }
}
    fragment QueuedCredential on Credential {
  id
  state
  version
  submittedAt
  dueAt
  claimedByMe
  claimedByOther
  claimExpiresAt
  conflictOfInterest
  votedByMe
  type {
    id
    code
    name
    highRisk
  }
  provider {
    id
    displayName
    portraitSeed
    gender
    region {
      id
      name
    }
  }
}
fragment AuditedCredential on Credential {
  ...QueuedCredential
  number
  issuedBy
  issuedOn
  validFrom
  validUntil
  type {
    id
    description
    evidenceKinds {
      code
      name
    }
  }
  provider {
    id
    level
    status
    completedVisits
    yearsExperience
    region {
      id
      timeZone
    }
  }
  evidence {
    id
    kind
    name
    contentType
    url
    sha256
  }
  history {
    from
    to
    actorRole
    actorName
    at
    reason
  }
  decisions {
    decision
    reasonCode
    note
    decidedBy
    at
  }
  previous {
    id
    state
    number
    issuedBy
    issuedOn
    validUntil
    submittedAt
    decisions {
      decision
      reasonCode
      note
      decidedBy
      at
    }
  }
}`) as unknown as TypedDocumentString<AuditedCredentialByIdQuery, AuditedCredentialByIdQueryVariables>;
export const DecisionReasonsDocument = new TypedDocumentString(`
    query DecisionReasons {
  credentialReasonCodes {
    code
    decision
    label
  }
}
    `) as unknown as TypedDocumentString<DecisionReasonsQuery, DecisionReasonsQueryVariables>;
export const ClaimCredentialDocument = new TypedDocumentString(`
    mutation ClaimCredential($credentialId: ID!) {
  claimCredential(credentialId: $credentialId) {
    __typename
    ... on CredentialClaimed {
      credential {
        ...AuditedCredential
      }
    }
    ... on CredentialNotClaimableError {
      code
      message
    }
  }
}
    fragment QueuedCredential on Credential {
  id
  state
  version
  submittedAt
  dueAt
  claimedByMe
  claimedByOther
  claimExpiresAt
  conflictOfInterest
  votedByMe
  type {
    id
    code
    name
    highRisk
  }
  provider {
    id
    displayName
    portraitSeed
    gender
    region {
      id
      name
    }
  }
}
fragment AuditedCredential on Credential {
  ...QueuedCredential
  number
  issuedBy
  issuedOn
  validFrom
  validUntil
  type {
    id
    description
    evidenceKinds {
      code
      name
    }
  }
  provider {
    id
    level
    status
    completedVisits
    yearsExperience
    region {
      id
      timeZone
    }
  }
  evidence {
    id
    kind
    name
    contentType
    url
    sha256
  }
  history {
    from
    to
    actorRole
    actorName
    at
    reason
  }
  decisions {
    decision
    reasonCode
    note
    decidedBy
    at
  }
  previous {
    id
    state
    number
    issuedBy
    issuedOn
    validUntil
    submittedAt
    decisions {
      decision
      reasonCode
      note
      decidedBy
      at
    }
  }
}`) as unknown as TypedDocumentString<ClaimCredentialMutation, ClaimCredentialMutationVariables>;
export const DecideCredentialDocument = new TypedDocumentString(`
    mutation DecideCredential($input: DecideCredentialInput!) {
  decideCredential(input: $input) {
    __typename
    ... on CredentialDecided {
      credential {
        id
        state
        version
      }
    }
    ... on CredentialNotDecidableError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecideCredentialMutation, DecideCredentialMutationVariables>;
export const AuditQueueChangedDocument = new TypedDocumentString(`
    subscription AuditQueueChanged {
  auditQueueChanged {
    credentialId
  }
}
    `) as unknown as TypedDocumentString<AuditQueueChangedSubscription, AuditQueueChangedSubscriptionVariables>;
export const AuditedTypesDocument = new TypedDocumentString(`
    query AuditedTypes {
  credentialTypes {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<AuditedTypesQuery, AuditedTypesQueryVariables>;
export const ReauditQueueDocument = new TypedDocumentString(`
    query ReauditQueue($first: Int!, $after: String) {
  reauditQueue(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...ReauditClaim
        credential {
          ...QueuedCredential
        }
      }
    }
  }
}
    fragment QueuedCredential on Credential {
  id
  state
  version
  submittedAt
  dueAt
  claimedByMe
  claimedByOther
  claimExpiresAt
  conflictOfInterest
  votedByMe
  type {
    id
    code
    name
    highRisk
  }
  provider {
    id
    displayName
    portraitSeed
    gender
    region {
      id
      name
    }
  }
}
fragment ReauditClaim on CredentialReaudit {
  id
  version
  dueAt
  claimedByMe
  claimedByOther
  claimExpiresAt
}`) as unknown as TypedDocumentString<ReauditQueueQuery, ReauditQueueQueryVariables>;
export const ClaimReauditDocument = new TypedDocumentString(`
    mutation ClaimReaudit($reauditId: ID!) {
  claimReaudit(reauditId: $reauditId) {
    __typename
    ... on ReauditClaimed {
      reaudit {
        ...ReauditClaim
      }
    }
    ... on ReauditNotClaimableError {
      code
      message
    }
  }
}
    fragment ReauditClaim on CredentialReaudit {
  id
  version
  dueAt
  claimedByMe
  claimedByOther
  claimExpiresAt
}`) as unknown as TypedDocumentString<ClaimReauditMutation, ClaimReauditMutationVariables>;
export const DecideReauditDocument = new TypedDocumentString(`
    mutation DecideReaudit($input: DecideReauditInput!) {
  decideReaudit(input: $input) {
    __typename
    ... on ReauditDecided {
      reaudit {
        id
        version
      }
    }
    ... on ReauditNotDecidableError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DecideReauditMutation, DecideReauditMutationVariables>;
export const AuditAgreementDocument = new TypedDocumentString(`
    query AuditAgreement($from: LocalDate!, $to: LocalDate!) {
  auditAgreement(from: $from, to: $to) {
    overall {
      ...AgreementFigures
    }
    auditors {
      auditorId
      name
      figure {
        ...AgreementFigures
      }
    }
    types {
      type {
        id
        name
      }
      figure {
        ...AgreementFigures
      }
    }
  }
  reauditDraws {
    period
    share
    commitment
    seed
    approvals
    drawn
    isConsistent
  }
}
    fragment AgreementFigures on AgreementFigure {
  pairs
  observed
  expected
  kappa
}`) as unknown as TypedDocumentString<AuditAgreementQuery, AuditAgreementQueryVariables>;
export const AuditLogDocument = new TypedDocumentString(`
    query AuditLog($subjectId: ID, $filter: AuditLogFilter, $first: Int!, $after: String) {
  auditLog(subjectId: $subjectId, filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        at
        actorKind
        actorId
        actorName
        actorRoles
        action
        subjectType
        subjectId
        beforeHash
        afterHash
        reason
        ipClass
        requestReference
        seq
        isVeiled
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AuditLogQuery, AuditLogQueryVariables>;
export const AuditChainStatusDocument = new TypedDocumentString(`
    query AuditChainStatus {
  auditChainStatus {
    links
    linkedAt
    waiting
    isStuck
    lastRootDay
    actions
  }
}
    `) as unknown as TypedDocumentString<AuditChainStatusQuery, AuditChainStatusQueryVariables>;
export const VerifyAuditLogDocument = new TypedDocumentString(`
    mutation VerifyAuditLog($days: Int!) {
  verifyAuditLog(days: $days) {
    __typename
    ... on AuditLogVerdict {
      complete
      links
      roots
      lastSeq
      soundUntil
      waiting
      headCompared
      finding {
        fault
        seq
        entryId
        at
        explanation
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<VerifyAuditLogMutation, VerifyAuditLogMutationVariables>;
export const BookingProviderDocument = new TypedDocumentString(`
    query BookingProvider($id: ID!) {
  provider(id: $id) {
    id
    displayName
    portraitSeed
    gender
    instantBooking
    region {
      id
      name
      timeZone
      currency
      places {
        id
        name
        latitude
        longitude
      }
    }
    offerings {
      id
      enabled
      price {
        amount
        currency
      }
      item {
        id
        name
        priceModel
        unitName
        venues
        units {
          min
          max
          step
          default
        }
        options {
          id
          name
          minutes
          price {
            amount
            currency
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<BookingProviderQuery, BookingProviderQueryVariables>;
export const BookingQuoteDocument = new TypedDocumentString(`
    query BookingQuote($input: QuoteVisitInput!) {
  quoteVisit(input: $input) {
    __typename
    ... on PriceQuote {
      ...BookedQuote
    }
    ... on InvalidVisitError {
      code
      message
      field
    }
  }
}
    fragment BookedQuote on PriceQuote {
  durationMinutes
  lines {
    kind
    label
    amount {
      amount
      currency
    }
  }
  total {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<BookingQuoteQuery, BookingQuoteQueryVariables>;
export const HoldStateDocument = new TypedDocumentString(`
    query HoldState($id: ID!) {
  booking(id: $id) {
    ...HeldBooking
  }
}
    fragment BookedQuote on PriceQuote {
  durationMinutes
  lines {
    kind
    label
    amount {
      amount
      currency
    }
  }
  total {
    amount
    currency
  }
}
fragment HeldBooking on Booking {
  id
  state
  start
  end
  timeZone
  holdExpiresAt
  holdRenewable
  quote {
    ...BookedQuote
  }
  cancellationSteps {
    from
    until
    percent
    fee {
      amount
      currency
    }
  }
}`) as unknown as TypedDocumentString<HoldStateQuery, HoldStateQueryVariables>;
export const HoldSlotDocument = new TypedDocumentString(`
    mutation HoldSlot($input: HoldSlotInput!) {
  holdSlot(input: $input) {
    __typename
    ... on Hold {
      expiresAt
      booking {
        ...HeldBooking
      }
    }
    ... on SlotTakenError {
      alternatives {
        start
        end
      }
    }
    ... on NotBookableError {
      reasons {
        code
        message
        subject
      }
    }
    ... on PriceChangedError {
      quote {
        ...BookedQuote
      }
    }
    ... on InvalidVisitError {
      message
      field
    }
  }
}
    fragment BookedQuote on PriceQuote {
  durationMinutes
  lines {
    kind
    label
    amount {
      amount
      currency
    }
  }
  total {
    amount
    currency
  }
}
fragment HeldBooking on Booking {
  id
  state
  start
  end
  timeZone
  holdExpiresAt
  holdRenewable
  quote {
    ...BookedQuote
  }
  cancellationSteps {
    from
    until
    percent
    fee {
      amount
      currency
    }
  }
}`) as unknown as TypedDocumentString<HoldSlotMutation, HoldSlotMutationVariables>;
export const RenewHoldDocument = new TypedDocumentString(`
    mutation RenewHold($bookingId: ID!) {
  renewHold(bookingId: $bookingId) {
    __typename
    ... on Hold {
      expiresAt
      booking {
        ...HeldBooking
      }
    }
    ... on HoldExpiredError {
      message
    }
  }
}
    fragment BookedQuote on PriceQuote {
  durationMinutes
  lines {
    kind
    label
    amount {
      amount
      currency
    }
  }
  total {
    amount
    currency
  }
}
fragment HeldBooking on Booking {
  id
  state
  start
  end
  timeZone
  holdExpiresAt
  holdRenewable
  quote {
    ...BookedQuote
  }
  cancellationSteps {
    from
    until
    percent
    fee {
      amount
      currency
    }
  }
}`) as unknown as TypedDocumentString<RenewHoldMutation, RenewHoldMutationVariables>;
export const MyVouchersDocument = new TypedDocumentString(`
    query MyVouchers {
  myVouchers {
    id
    bookingId
    expiresAt
    amount {
      amount
      currency
    }
  }
}
    `) as unknown as TypedDocumentString<MyVouchersQuery, MyVouchersQueryVariables>;
export const ApplyVoucherDocument = new TypedDocumentString(`
    mutation ApplyVoucher($input: ApplyVoucherInput!) {
  applyVoucher(input: $input) {
    __typename
    ... on VoucherApplied {
      booking {
        ...HeldBooking
      }
    }
    ... on UserError {
      message
    }
  }
}
    fragment BookedQuote on PriceQuote {
  durationMinutes
  lines {
    kind
    label
    amount {
      amount
      currency
    }
  }
  total {
    amount
    currency
  }
}
fragment HeldBooking on Booking {
  id
  state
  start
  end
  timeZone
  holdExpiresAt
  holdRenewable
  quote {
    ...BookedQuote
  }
  cancellationSteps {
    from
    until
    percent
    fee {
      amount
      currency
    }
  }
}`) as unknown as TypedDocumentString<ApplyVoucherMutation, ApplyVoucherMutationVariables>;
export const ReleaseHoldDocument = new TypedDocumentString(`
    mutation ReleaseHold($bookingId: ID!) {
  releaseHold(bookingId: $bookingId)
}
    `) as unknown as TypedDocumentString<ReleaseHoldMutation, ReleaseHoldMutationVariables>;
export const SaveAddressDocument = new TypedDocumentString(`
    mutation SaveAddress($input: SaveAddressInput!) {
  saveAddress(input: $input) {
    __typename
    ... on AddressSaved {
      address {
        ...AddressFields
      }
    }
    ... on InvalidAddressError {
      message
      field
    }
  }
}
    fragment AddressFields on Address {
  id
  label
  line
  district
  regionId
  latitude
  longitude
  doorNote
}`) as unknown as TypedDocumentString<SaveAddressMutation, SaveAddressMutationVariables>;
export const ConfirmBookingDocument = new TypedDocumentString(`
    mutation ConfirmBooking($input: ConfirmBookingInput!) {
  confirmBooking(input: $input) {
    __typename
    ... on BookingConfirmed {
      booking {
        id
        state
      }
    }
    ... on PaymentDeclinedError {
      message
      declineCode
    }
    ... on PaymentActionRequired {
      message
      actionUrl
    }
    ... on NotBookableError {
      message
    }
    ... on HoldExpiredError {
      message
    }
    ... on NotBookableError {
      message
    }
    ... on CouponError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ConfirmBookingMutation, ConfirmBookingMutationVariables>;
export const PreviewSeriesDocument = new TypedDocumentString(`
    query PreviewSeries($input: SeriesInput!) {
  previewSeries(input: $input) {
    __typename
    ... on SeriesPreview {
      timeZone
      priceLockedUntil
      opensUntil
      dates {
        ...PlannedDate
      }
    }
    ... on UserError {
      message
    }
  }
}
    fragment PlannedDate on SeriesDate {
  date
  start
  end
  status
  foreseen
  isShownTwice
  price {
    amount
    currency
  }
  alternatives {
    start
    end
    price {
      amount
      currency
    }
  }
}`) as unknown as TypedDocumentString<PreviewSeriesQuery, PreviewSeriesQueryVariables>;
export const AcceptSeriesDocument = new TypedDocumentString(`
    mutation AcceptSeries($input: AcceptSeriesInput!) {
  acceptSeries(input: $input) {
    __typename
    ... on SeriesAccepted {
      series {
        id
      }
    }
    ... on SeriesDatesFailedError {
      dates {
        date
      }
    }
    ... on PaymentDeclinedError {
      declineCode
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptSeriesMutation, AcceptSeriesMutationVariables>;
export const AuthoredCoursesDocument = new TypedDocumentString(`
    query AuthoredCourses($first: Int!, $after: String) {
  courses(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        code
        name
        retiredAt
        holderCount
        openAssignmentCount
        requiredBy {
          id
          name
        }
        published {
          id
          number
          lessonCount
          questionCount
          publishedAt
        }
        draft {
          id
          number
          savedAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AuthoredCoursesQuery, AuthoredCoursesQueryVariables>;
export const AuthoredCourseDocument = new TypedDocumentString(`
    query AuthoredCourse($id: ID!) {
  course(id: $id) {
    ...CourseLife
    code
    name
    holderCount
    requiredBy {
      id
      name
    }
    images {
      ...LessonPicture
    }
    published {
      ...DraftParts
    }
    draft {
      ...DraftParts
    }
    versions {
      id
      number
      state
      lessonCount
      questionCount
      savedAt
      savedBy
      publishedAt
      publishedBy
    }
  }
}
    fragment DraftParts on CourseVersion {
  id
  number
  state
  revision
  name {
    en
    zhCN
  }
  summary {
    en
    zhCN
  }
  lessons {
    id
    title {
      en
      zhCN
    }
    body {
      en
      zhCN
    }
  }
  questions {
    id
    kind
    prompt {
      en
      zhCN
    }
    options {
      id
      text {
        en
        zhCN
      }
      correct
    }
    explanation {
      en
      zhCN
    }
  }
  passPercent
  questionsPerQuiz
  triesPerDay
  validityMonths
  savedAt
  savedBy
}
fragment LessonPicture on LessonImage {
  id
  url
  width
  height
}
fragment CourseLife on AuthoredCourse {
  id
  retiredAt
  events {
    id
    kind
    versionNumber
    at
    by
  }
}`) as unknown as TypedDocumentString<AuthoredCourseQuery, AuthoredCourseQueryVariables>;
export const CreateCourseDocument = new TypedDocumentString(`
    mutation CreateCourse($input: CreateCourseInput!) {
  createCourse(input: $input) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on InvalidCourseError {
      field
    }
    ... on CourseCreated {
      course {
        id
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CreateCourseMutation, CreateCourseMutationVariables>;
export const DraftCourseDocument = new TypedDocumentString(`
    mutation DraftCourse($courseId: ID!) {
  draftCourse(courseId: $courseId) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on CourseDrafted {
      draft {
        ...DraftParts
      }
    }
  }
}
    fragment DraftParts on CourseVersion {
  id
  number
  state
  revision
  name {
    en
    zhCN
  }
  summary {
    en
    zhCN
  }
  lessons {
    id
    title {
      en
      zhCN
    }
    body {
      en
      zhCN
    }
  }
  questions {
    id
    kind
    prompt {
      en
      zhCN
    }
    options {
      id
      text {
        en
        zhCN
      }
      correct
    }
    explanation {
      en
      zhCN
    }
  }
  passPercent
  questionsPerQuiz
  triesPerDay
  validityMonths
  savedAt
  savedBy
}`) as unknown as TypedDocumentString<DraftCourseMutation, DraftCourseMutationVariables>;
export const SaveCourseDraftDocument = new TypedDocumentString(`
    mutation SaveCourseDraft($input: SaveCourseDraftInput!) {
  saveCourseDraft(input: $input) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on InvalidCourseError {
      field
    }
    ... on CourseDraftSaved {
      saved {
        ...DraftParts
      }
    }
  }
}
    fragment DraftParts on CourseVersion {
  id
  number
  state
  revision
  name {
    en
    zhCN
  }
  summary {
    en
    zhCN
  }
  lessons {
    id
    title {
      en
      zhCN
    }
    body {
      en
      zhCN
    }
  }
  questions {
    id
    kind
    prompt {
      en
      zhCN
    }
    options {
      id
      text {
        en
        zhCN
      }
      correct
    }
    explanation {
      en
      zhCN
    }
  }
  passPercent
  questionsPerQuiz
  triesPerDay
  validityMonths
  savedAt
  savedBy
}`) as unknown as TypedDocumentString<SaveCourseDraftMutation, SaveCourseDraftMutationVariables>;
export const PublishCourseDocument = new TypedDocumentString(`
    mutation PublishCourse($input: PublishCourseInput!) {
  publishCourse(input: $input) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on CourseNotPublishableError {
      problems {
        code
        field
        message
      }
    }
    ... on CoursePublished {
      published {
        id
        number
      }
    }
  }
}
    `) as unknown as TypedDocumentString<PublishCourseMutation, PublishCourseMutationVariables>;
export const DiscardCourseDraftDocument = new TypedDocumentString(`
    mutation DiscardCourseDraft($input: DiscardCourseDraftInput!) {
  discardCourseDraft(input: $input) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on CourseDraftDiscarded {
      courseWithoutDraft {
        ...CourseLife
      }
    }
  }
}
    fragment CourseLife on AuthoredCourse {
  id
  retiredAt
  events {
    id
    kind
    versionNumber
    at
    by
  }
}`) as unknown as TypedDocumentString<DiscardCourseDraftMutation, DiscardCourseDraftMutationVariables>;
export const RetireCourseDocument = new TypedDocumentString(`
    mutation RetireCourse($courseId: ID!) {
  retireCourse(courseId: $courseId) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on CourseNotRetirableError {
      requiredBy {
        id
        name
      }
    }
    ... on CourseRetired {
      retired {
        ...CourseLife
      }
    }
  }
}
    fragment CourseLife on AuthoredCourse {
  id
  retiredAt
  events {
    id
    kind
    versionNumber
    at
    by
  }
}`) as unknown as TypedDocumentString<RetireCourseMutation, RetireCourseMutationVariables>;
export const ReinstateCourseDocument = new TypedDocumentString(`
    mutation ReinstateCourse($courseId: ID!) {
  reinstateCourse(courseId: $courseId) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on CourseReinstated {
      reinstated {
        ...CourseLife
      }
    }
  }
}
    fragment CourseLife on AuthoredCourse {
  id
  retiredAt
  events {
    id
    kind
    versionNumber
    at
    by
  }
}`) as unknown as TypedDocumentString<ReinstateCourseMutation, ReinstateCourseMutationVariables>;
export const CreateLessonImageUploadDocument = new TypedDocumentString(`
    mutation CreateLessonImageUpload($input: CreateLessonImageUploadInput!) {
  createLessonImageUpload(input: $input) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on LessonImageUploadCreated {
      uploadId
      uploadUrl
      headers {
        name
        value
      }
      expiresAt
    }
  }
}
    `) as unknown as TypedDocumentString<CreateLessonImageUploadMutation, CreateLessonImageUploadMutationVariables>;
export const FinishLessonImageUploadDocument = new TypedDocumentString(`
    mutation FinishLessonImageUpload($uploadId: ID!) {
  finishLessonImageUpload(uploadId: $uploadId) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on LessonImageAdded {
      image {
        ...LessonPicture
      }
    }
  }
}
    fragment LessonPicture on LessonImage {
  id
  url
  width
  height
}`) as unknown as TypedDocumentString<FinishLessonImageUploadMutation, FinishLessonImageUploadMutationVariables>;
export const CourseCandidatesDocument = new TypedDocumentString(`
    query CourseCandidates($courseId: ID!, $query: String, $first: Int!, $after: String) {
  courseCandidates(
    courseId: $courseId
    query: $query
    first: $first
    after: $after
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        provider {
          id
          displayName
          portraitSeed
          gender
          region {
            id
            name
          }
        }
        certificate {
          id
          validUntil
        }
        assignment {
          id
          dueOn
        }
        attemptCount
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CourseCandidatesQuery, CourseCandidatesQueryVariables>;
export const AssignCourseDocument = new TypedDocumentString(`
    mutation AssignCourse($input: AssignCourseInput!) {
  assignCourse(input: $input) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on CourseAssigned {
      assignment {
        id
        dueOn
      }
    }
  }
}
    `) as unknown as TypedDocumentString<AssignCourseMutation, AssignCourseMutationVariables>;
export const WithdrawCourseAssignmentDocument = new TypedDocumentString(`
    mutation WithdrawCourseAssignment($id: ID!) {
  withdrawCourseAssignment(id: $id)
}
    `) as unknown as TypedDocumentString<WithdrawCourseAssignmentMutation, WithdrawCourseAssignmentMutationVariables>;
export const CourseAssignmentsDocument = new TypedDocumentString(`
    query CourseAssignments($courseId: ID!, $first: Int!, $after: String) {
  courseAssignments(courseId: $courseId, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        dueOn
        reason
        assignedBy
        completedAt
        withdrawnAt
        provider {
          id
          displayName
          portraitSeed
          gender
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CourseAssignmentsQuery, CourseAssignmentsQueryVariables>;
export const MyCoursesDocument = new TypedDocumentString(`
    query MyCourses {
  myCourses {
    ...CourseStanding
    requiredBy {
      id
      name
    }
  }
}
    fragment HeldCertificate on Certificate {
  id
  validFrom
  validUntil
  verificationCode
}
fragment QuizAttemptParts on QuizAttempt {
  id
  closesAt
  submittedAt
  questions {
    id
    kind
    prompt
    options {
      id
      text
    }
  }
  result {
    hasPassed
    rightCount
    questionCount
    passPercent
    certificate {
      ...HeldCertificate
    }
    reviews {
      question {
        id
        prompt
        options {
          id
          text
        }
      }
      chosenIds
      rightIds
      isRight
      explanation
    }
  }
}
fragment CourseStanding on MyCourse {
  id
  name
  summary
  need
  lessonCount
  readCount
  passPercent
  questionsPerQuiz
  triesPerDay
  triesLeftToday
  nextTryOn
  validityMonths
  today
  assignment {
    id
    dueOn
    reason
  }
  certificate {
    ...HeldCertificate
  }
  openAttempt {
    ...QuizAttemptParts
  }
  lastAttempt {
    ...QuizAttemptParts
  }
}`) as unknown as TypedDocumentString<MyCoursesQuery, MyCoursesQueryVariables>;
export const MyCourseDocument = new TypedDocumentString(`
    query MyCourse($id: ID!) {
  myCourse(id: $id) {
    ...CourseStanding
    lessons {
      id
      title
      body
      isRead
      images {
        id
        url
        width
        height
      }
    }
  }
}
    fragment HeldCertificate on Certificate {
  id
  validFrom
  validUntil
  verificationCode
}
fragment QuizAttemptParts on QuizAttempt {
  id
  closesAt
  submittedAt
  questions {
    id
    kind
    prompt
    options {
      id
      text
    }
  }
  result {
    hasPassed
    rightCount
    questionCount
    passPercent
    certificate {
      ...HeldCertificate
    }
    reviews {
      question {
        id
        prompt
        options {
          id
          text
        }
      }
      chosenIds
      rightIds
      isRight
      explanation
    }
  }
}
fragment CourseStanding on MyCourse {
  id
  name
  summary
  need
  lessonCount
  readCount
  passPercent
  questionsPerQuiz
  triesPerDay
  triesLeftToday
  nextTryOn
  validityMonths
  today
  assignment {
    id
    dueOn
    reason
  }
  certificate {
    ...HeldCertificate
  }
  openAttempt {
    ...QuizAttemptParts
  }
  lastAttempt {
    ...QuizAttemptParts
  }
}`) as unknown as TypedDocumentString<MyCourseQuery, MyCourseQueryVariables>;
export const FinishLessonDocument = new TypedDocumentString(`
    mutation FinishLesson($input: FinishLessonInput!) {
  finishLesson(input: $input) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on LessonFinished {
      course {
        ...CourseStanding
        lessons {
          id
          isRead
        }
      }
    }
  }
}
    fragment HeldCertificate on Certificate {
  id
  validFrom
  validUntil
  verificationCode
}
fragment QuizAttemptParts on QuizAttempt {
  id
  closesAt
  submittedAt
  questions {
    id
    kind
    prompt
    options {
      id
      text
    }
  }
  result {
    hasPassed
    rightCount
    questionCount
    passPercent
    certificate {
      ...HeldCertificate
    }
    reviews {
      question {
        id
        prompt
        options {
          id
          text
        }
      }
      chosenIds
      rightIds
      isRight
      explanation
    }
  }
}
fragment CourseStanding on MyCourse {
  id
  name
  summary
  need
  lessonCount
  readCount
  passPercent
  questionsPerQuiz
  triesPerDay
  triesLeftToday
  nextTryOn
  validityMonths
  today
  assignment {
    id
    dueOn
    reason
  }
  certificate {
    ...HeldCertificate
  }
  openAttempt {
    ...QuizAttemptParts
  }
  lastAttempt {
    ...QuizAttemptParts
  }
}`) as unknown as TypedDocumentString<FinishLessonMutation, FinishLessonMutationVariables>;
export const StartQuizDocument = new TypedDocumentString(`
    mutation StartQuiz($courseId: ID!) {
  startQuiz(courseId: $courseId) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on QuizStarted {
      course {
        ...CourseStanding
      }
    }
  }
}
    fragment HeldCertificate on Certificate {
  id
  validFrom
  validUntil
  verificationCode
}
fragment QuizAttemptParts on QuizAttempt {
  id
  closesAt
  submittedAt
  questions {
    id
    kind
    prompt
    options {
      id
      text
    }
  }
  result {
    hasPassed
    rightCount
    questionCount
    passPercent
    certificate {
      ...HeldCertificate
    }
    reviews {
      question {
        id
        prompt
        options {
          id
          text
        }
      }
      chosenIds
      rightIds
      isRight
      explanation
    }
  }
}
fragment CourseStanding on MyCourse {
  id
  name
  summary
  need
  lessonCount
  readCount
  passPercent
  questionsPerQuiz
  triesPerDay
  triesLeftToday
  nextTryOn
  validityMonths
  today
  assignment {
    id
    dueOn
    reason
  }
  certificate {
    ...HeldCertificate
  }
  openAttempt {
    ...QuizAttemptParts
  }
  lastAttempt {
    ...QuizAttemptParts
  }
}`) as unknown as TypedDocumentString<StartQuizMutation, StartQuizMutationVariables>;
export const SubmitQuizDocument = new TypedDocumentString(`
    mutation SubmitQuiz($input: SubmitQuizInput!) {
  submitQuiz(input: $input) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on QuizGraded {
      graded {
        ...QuizAttemptParts
      }
      course {
        ...CourseStanding
      }
    }
  }
}
    fragment HeldCertificate on Certificate {
  id
  validFrom
  validUntil
  verificationCode
}
fragment QuizAttemptParts on QuizAttempt {
  id
  closesAt
  submittedAt
  questions {
    id
    kind
    prompt
    options {
      id
      text
    }
  }
  result {
    hasPassed
    rightCount
    questionCount
    passPercent
    certificate {
      ...HeldCertificate
    }
    reviews {
      question {
        id
        prompt
        options {
          id
          text
        }
      }
      chosenIds
      rightIds
      isRight
      explanation
    }
  }
}
fragment CourseStanding on MyCourse {
  id
  name
  summary
  need
  lessonCount
  readCount
  passPercent
  questionsPerQuiz
  triesPerDay
  triesLeftToday
  nextTryOn
  validityMonths
  today
  assignment {
    id
    dueOn
    reason
  }
  certificate {
    ...HeldCertificate
  }
  openAttempt {
    ...QuizAttemptParts
  }
  lastAttempt {
    ...QuizAttemptParts
  }
}`) as unknown as TypedDocumentString<SubmitQuizMutation, SubmitQuizMutationVariables>;
export const VerifyCredentialDocument = new TypedDocumentString(`
    query VerifyCredential($code: String!) {
  verifyCredential(code: $code) {
    typeName
    holderName
    validUntil
    light
  }
}
    `) as unknown as TypedDocumentString<VerifyCredentialQuery, VerifyCredentialQueryVariables>;
export const SubstitutionsDocument = new TypedDocumentString(`
    query Substitutions($first: Int!, $after: String) {
  substitutionList(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        daysLeft
        reason
        credentialState
        validUntil
        renewalState
        credentialType {
          id
          name
        }
        booking {
          id
          reference
          start
          timeZone
          householdName
          provider {
            id
            displayName
            status
          }
          items {
            item {
              id
              name
            }
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SubstitutionsQuery, SubstitutionsQueryVariables>;
export const OverseenCredentialsDocument = new TypedDocumentString(`
    query OverseenCredentials($first: Int!, $after: String, $filter: OverseenCredentialFilter) {
  overseenCredentials(first: $first, after: $after, filter: $filter) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...OverseenRow
      }
    }
  }
}
    fragment OverseenRow on OverseenCredential {
  id
  state
  version
  validUntil
  decidedAt
  issuedBy
  validFrom
  isDisputed
  type {
    id
    name
  }
  provider {
    id
    displayName
    region {
      id
      name
      timeZone
    }
  }
}`) as unknown as TypedDocumentString<OverseenCredentialsQuery, OverseenCredentialsQueryVariables>;
export const RevocationReasonsDocument = new TypedDocumentString(`
    query RevocationReasons {
  credentialRevocationReasons {
    code
    label
  }
}
    `) as unknown as TypedDocumentString<RevocationReasonsQuery, RevocationReasonsQueryVariables>;
export const RevokeCredentialDocument = new TypedDocumentString(`
    mutation RevokeCredential($input: RevokeCredentialInput!) {
  revokeCredential(input: $input) {
    __typename
    ... on CredentialRevoked {
      credential {
        ...OverseenRow
      }
    }
    ... on CredentialNotRevocableError {
      code
      message
    }
  }
}
    fragment OverseenRow on OverseenCredential {
  id
  state
  version
  validUntil
  decidedAt
  issuedBy
  validFrom
  isDisputed
  type {
    id
    name
  }
  provider {
    id
    displayName
    region {
      id
      name
      timeZone
    }
  }
}`) as unknown as TypedDocumentString<RevokeCredentialMutation, RevokeCredentialMutationVariables>;
export const EditedTypesDocument = new TypedDocumentString(`
    query EditedTypes {
  credentialTypes {
    ...EditedType
  }
}
    fragment EditedType on CredentialType {
  id
  code
  name
  description
  highRisk
  validityMonths
  numberFormats
  publicBadge
  operatorsSeeClaims
  version
  texts {
    name {
      en
      zhCN
    }
    description {
      en
      zhCN
    }
    evidenceKinds {
      code
      required
      name {
        en
        zhCN
      }
    }
  }
}`) as unknown as TypedDocumentString<EditedTypesQuery, EditedTypesQueryVariables>;
export const TypeHistoryDocument = new TypedDocumentString(`
    query TypeHistory($typeId: ID!) {
  credentialTypeHistory(typeId: $typeId) {
    version
    name
    editorName
    changedFields
    at
  }
}
    `) as unknown as TypedDocumentString<TypeHistoryQuery, TypeHistoryQueryVariables>;
export const SaveCredentialTypeDocument = new TypedDocumentString(`
    mutation SaveCredentialType($input: SaveCredentialTypeInput!) {
  saveCredentialType(input: $input) {
    __typename
    ... on CredentialTypeSaved {
      type {
        ...EditedType
      }
    }
    ... on InvalidCredentialTypeError {
      code
      message
      field
    }
  }
}
    fragment EditedType on CredentialType {
  id
  code
  name
  description
  highRisk
  validityMonths
  numberFormats
  publicBadge
  operatorsSeeClaims
  version
  texts {
    name {
      en
      zhCN
    }
    description {
      en
      zhCN
    }
    evidenceKinds {
      code
      required
      name {
        en
        zhCN
      }
    }
  }
}`) as unknown as TypedDocumentString<SaveCredentialTypeMutation, SaveCredentialTypeMutationVariables>;
export const SubstituteBoardDocument = new TypedDocumentString(`
    query SubstituteBoard {
  uncovered: substituteSearches(status: UNCOVERED, first: 20) {
    ...SubstituteBoardColumn
  }
  offered: substituteSearches(status: OFFERED, first: 20) {
    ...SubstituteBoardColumn
  }
  accepted: substituteSearches(status: ACCEPTED, first: 10) {
    ...SubstituteBoardColumn
  }
  refunded: substituteSearches(status: REFUNDED, first: 10) {
    ...SubstituteBoardColumn
  }
}
    fragment SubstituteBoardRow on SubstituteSearch {
  id
  cause
  deadline
  formerProvider {
    id
    displayName
  }
  substitute {
    id
    displayName
  }
  platformShare {
    amount
    currency
  }
  visit {
    id
    reference
    start
    timeZone
  }
}
fragment SubstituteBoardColumn on SubstituteSearchConnection {
  totalCount
  edges {
    node {
      ...SubstituteBoardRow
    }
  }
}`) as unknown as TypedDocumentString<SubstituteBoardQuery, SubstituteBoardQueryVariables>;
export const MyEarningsDocument = new TypedDocumentString(`
    query MyEarnings {
  myEarnings {
    timeZone
    today {
      amount
      currency
    }
    week {
      amount
      currency
    }
    owed {
      amount
      currency
    }
    waiting {
      amount
      currency
    }
    ahead {
      amount
      currency
    }
  }
}
    `) as unknown as TypedDocumentString<MyEarningsQuery, MyEarningsQueryVariables>;
export const MyLedgerDocument = new TypedDocumentString(`
    query MyLedger($first: Int, $after: String) {
  myLedger(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...EarnedFacts
      }
    }
  }
}
    fragment EarnedFacts on LedgerTransaction {
  id
  kind
  at
  commissionBasisPoints
  earned {
    amount
    currency
  }
  entries {
    account
    amount {
      amount
      currency
    }
  }
  booking {
    id
    reference
    start
    timeZone
    items {
      item {
        id
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<MyLedgerQuery, MyLedgerQueryVariables>;
export const MyHouseholdDocument = new TypedDocumentString(`
    query MyHousehold {
  myHousehold {
    ...HouseholdFields
  }
}
    fragment HouseholdFields on Household {
  id
  name
  role
  members {
    id
    displayName
    role
    joinedAt
    isViewer
    canManage
  }
  invitations {
    id
    email
    role
    expiresAt
  }
}`) as unknown as TypedDocumentString<MyHouseholdQuery, MyHouseholdQueryVariables>;
export const InviteMemberDocument = new TypedDocumentString(`
    mutation InviteMember($input: InviteMemberInput!) {
  inviteMember(input: $input) {
    __typename
    ... on MemberInvited {
      invitation {
        id
        email
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<InviteMemberMutation, InviteMemberMutationVariables>;
export const RevokeInvitationDocument = new TypedDocumentString(`
    mutation RevokeInvitation($invitationId: ID!) {
  revokeInvitation(invitationId: $invitationId)
}
    `) as unknown as TypedDocumentString<RevokeInvitationMutation, RevokeInvitationMutationVariables>;
export const ChangeMemberRoleDocument = new TypedDocumentString(`
    mutation ChangeMemberRole($memberId: ID!, $role: HouseholdRole!) {
  changeMemberRole(memberId: $memberId, role: $role) {
    ...HouseholdFields
  }
}
    fragment HouseholdFields on Household {
  id
  name
  role
  members {
    id
    displayName
    role
    joinedAt
    isViewer
    canManage
  }
  invitations {
    id
    email
    role
    expiresAt
  }
}`) as unknown as TypedDocumentString<ChangeMemberRoleMutation, ChangeMemberRoleMutationVariables>;
export const RemoveMemberDocument = new TypedDocumentString(`
    mutation RemoveMember($memberId: ID!) {
  removeMember(memberId: $memberId)
}
    `) as unknown as TypedDocumentString<RemoveMemberMutation, RemoveMemberMutationVariables>;
export const LeaveHouseholdDocument = new TypedDocumentString(`
    mutation LeaveHousehold {
  leaveHousehold
}
    `) as unknown as TypedDocumentString<LeaveHouseholdMutation, LeaveHouseholdMutationVariables>;
export const InvitationOfTokenDocument = new TypedDocumentString(`
    query InvitationOfToken($token: String!) {
  invitation(token: $token) {
    inviterName
    email
    role
    expiresAt
    isForViewer
  }
}
    `) as unknown as TypedDocumentString<InvitationOfTokenQuery, InvitationOfTokenQueryVariables>;
export const AcceptInvitationDocument = new TypedDocumentString(`
    mutation AcceptInvitation($token: String!) {
  acceptInvitation(token: $token) {
    __typename
    ... on HouseholdJoined {
      role
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptInvitationMutation, AcceptInvitationMutationVariables>;
export const DeclineInvitationDocument = new TypedDocumentString(`
    mutation DeclineInvitation($token: String!) {
  declineInvitation(token: $token)
}
    `) as unknown as TypedDocumentString<DeclineInvitationMutation, DeclineInvitationMutationVariables>;
export const LedgerBalancesDocument = new TypedDocumentString(`
    query LedgerBalances {
  ledgerBalances {
    account
    currency
    amount
  }
}
    `) as unknown as TypedDocumentString<LedgerBalancesQuery, LedgerBalancesQueryVariables>;
export const LedgerDocument = new TypedDocumentString(`
    query Ledger($first: Int, $after: String) {
  ledger(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...PostedFacts
      }
    }
  }
}
    fragment PostedFacts on LedgerTransaction {
  id
  kind
  at
  provider {
    id
    displayName
  }
  entries {
    account
    amount {
      amount
      currency
    }
  }
  booking {
    id
    reference
    timeZone
  }
}`) as unknown as TypedDocumentString<LedgerQuery, LedgerQueryVariables>;
export const BookingLedgerDocument = new TypedDocumentString(`
    query BookingLedger($bookingId: ID!) {
  bookingLedger(bookingId: $bookingId) {
    ...PostedFacts
  }
}
    fragment PostedFacts on LedgerTransaction {
  id
  kind
  at
  provider {
    id
    displayName
  }
  entries {
    account
    amount {
      amount
      currency
    }
  }
  booking {
    id
    reference
    timeZone
  }
}`) as unknown as TypedDocumentString<BookingLedgerQuery, BookingLedgerQueryVariables>;
export const MessageReportsDocument = new TypedDocumentString(`
    query MessageReports($state: ReportState!, $first: Int!, $after: String) {
  messageReports(state: $state, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...ReportRow
      }
    }
  }
}
    fragment ReportRow on MessageReport {
  id
  side
  reason
  note
  state
  reportedAt
  closedAt
  booking {
    id
    reference
    householdName
    provider {
      id
      displayName
    }
  }
}`) as unknown as TypedDocumentString<MessageReportsQuery, MessageReportsQueryVariables>;
export const ReportedMessagesDocument = new TypedDocumentString(`
    query ReportedMessages($id: ID!) {
  messageReport(id: $id) {
    id
    message {
      id
    }
    context {
      id
      side
      text
      authorName
      sentAt
      photos {
        id
        url
        width
        height
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ReportedMessagesQuery, ReportedMessagesQueryVariables>;
export const CloseMessageReportDocument = new TypedDocumentString(`
    mutation CloseMessageReport($input: CloseMessageReportInput!) {
  closeMessageReport(input: $input) {
    __typename
    ... on MessageReportClosed {
      report {
        id
        state
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CloseMessageReportMutation, CloseMessageReportMutationVariables>;
export const ConversationPageDocument = new TypedDocumentString(`
    query ConversationPage($bookingId: ID!, $first: Int!, $after: String) {
  conversation(bookingId: $bookingId) {
    side
    otherName
    state
    closesAt
    masksContacts
    unreadCount
    readTo
    readByOtherSide
    booking {
      id
      reference
      start
      timeZone
    }
    messages(first: $first, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          ...MessageParts
        }
      }
    }
  }
}
    fragment MessageParts on Message {
  id
  sequence
  side
  text
  masked
  sentAt
  isOwn
  isReported
  authorName
  photos {
    id
    url
    width
    height
  }
}`) as unknown as TypedDocumentString<ConversationPageQuery, ConversationPageQueryVariables>;
export const MyConversationsDocument = new TypedDocumentString(`
    query MyConversations($first: Int!, $after: String) {
  myConversations(first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        side
        otherName
        state
        unreadCount
        booking {
          id
          start
          timeZone
          provider {
            id
            portraitSeed
            gender
          }
        }
        lastMessage {
          id
          text
          sentAt
          isOwn
          photos {
            id
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<MyConversationsQuery, MyConversationsQueryVariables>;
export const SendMessageDocument = new TypedDocumentString(`
    mutation SendMessage($input: SendMessageInput!) {
  sendMessage(input: $input) {
    __typename
    ... on MessageSent {
      message {
        ...MessageParts
      }
    }
    ... on UserError {
      code
      said: message
    }
  }
}
    fragment MessageParts on Message {
  id
  sequence
  side
  text
  masked
  sentAt
  isOwn
  isReported
  authorName
  photos {
    id
    url
    width
    height
  }
}`) as unknown as TypedDocumentString<SendMessageMutation, SendMessageMutationVariables>;
export const MarkMessagesReadDocument = new TypedDocumentString(`
    mutation MarkMessagesRead($input: MarkMessagesReadInput!) {
  markMessagesRead(input: $input)
}
    `) as unknown as TypedDocumentString<MarkMessagesReadMutation, MarkMessagesReadMutationVariables>;
export const CreateMessagePhotoUploadDocument = new TypedDocumentString(`
    mutation CreateMessagePhotoUpload($input: CreateMessagePhotoUploadInput!) {
  createMessagePhotoUpload(input: $input) {
    __typename
    ... on UploadCreated {
      uploadId
      uploadUrl
      headers {
        name
        value
      }
      expiresAt
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateMessagePhotoUploadMutation, CreateMessagePhotoUploadMutationVariables>;
export const FinishMessagePhotoUploadDocument = new TypedDocumentString(`
    mutation FinishMessagePhotoUpload($uploadId: ID!) {
  finishMessagePhotoUpload(uploadId: $uploadId) {
    __typename
    ... on MessagePhotoAdded {
      photo {
        id
        url
        width
        height
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FinishMessagePhotoUploadMutation, FinishMessagePhotoUploadMutationVariables>;
export const ReportMessageDocument = new TypedDocumentString(`
    mutation ReportMessage($input: ReportMessageInput!) {
  reportMessage(input: $input) {
    __typename
    ... on MessageReported {
      message {
        id
        isReported
      }
    }
    ... on UserError {
      code
      said: message
    }
  }
}
    `) as unknown as TypedDocumentString<ReportMessageMutation, ReportMessageMutationVariables>;
export const MessageAddedDocument = new TypedDocumentString(`
    subscription MessageAdded($bookingId: ID!) {
  messageAdded(bookingId: $bookingId) {
    id
  }
}
    `) as unknown as TypedDocumentString<MessageAddedSubscription, MessageAddedSubscriptionVariables>;
export const MessagesReadDocument = new TypedDocumentString(`
    subscription MessagesRead($bookingId: ID!) {
  messagesRead(bookingId: $bookingId) {
    readByOtherSide
  }
}
    `) as unknown as TypedDocumentString<MessagesReadSubscription, MessagesReadSubscriptionVariables>;
export const ConversationHeadDocument = new TypedDocumentString(`
    query ConversationHead($bookingId: ID!) {
  conversation(bookingId: $bookingId) {
    side
    otherName
    booking {
      id
      start
      timeZone
    }
  }
}
    `) as unknown as TypedDocumentString<ConversationHeadQuery, ConversationHeadQueryVariables>;
export const OwnOnboardingDocument = new TypedDocumentString(`
    query OwnOnboarding {
  myOnboarding {
    canSubmit
    profile {
      id
      awaitingSince
      provider {
        id
        displayName
        status
        region {
          id
          timeZone
        }
      }
      history {
        id
        act
        reason
        note
      }
    }
    steps {
      ...StepFields
    }
  }
}
    fragment StepFields on OnboardingStep {
  step
  state
  gaps {
    code
    subject
    subjectName
  }
}`) as unknown as TypedDocumentString<OwnOnboardingQuery, OwnOnboardingQueryVariables>;
export const ApplyRegionsDocument = new TypedDocumentString(`
    query ApplyRegions {
  regions {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<ApplyRegionsQuery, ApplyRegionsQueryVariables>;
export const ApplyAsProviderDocument = new TypedDocumentString(`
    mutation ApplyAsProvider($input: ApplyAsProviderInput!) {
  applyAsProvider(input: $input) {
    __typename
    ... on ProviderApplied {
      profile {
        id
      }
    }
    ... on InvalidProviderError {
      message
      field
    }
    ... on AlreadyProviderError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ApplyAsProviderMutation, ApplyAsProviderMutationVariables>;
export const SubmitApplicationDocument = new TypedDocumentString(`
    mutation SubmitApplication {
  submitApplication {
    __typename
    ... on ApplicationSubmitted {
      profile {
        id
      }
    }
    ... on ApplicationIncompleteError {
      message
    }
    ... on ProviderNotMovedError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitApplicationMutation, SubmitApplicationMutationVariables>;
export const DeliveriesDocument = new TypedDocumentString(`
    query Deliveries($filter: DeliveryFilter, $first: Int!, $after: String) {
  deliveries(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        channel
        kind
        recipient
        subject
        body
        status
        transport
        bookingId
        createdAt
        sentAt
        error
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DeliveriesQuery, DeliveriesQueryVariables>;
export const TextBudgetDocument = new TypedDocumentString(`
    query TextBudget {
  textBudget {
    texts
    mostTexts
    cost
    mostCost
  }
}
    `) as unknown as TypedDocumentString<TextBudgetQuery, TextBudgetQueryVariables>;
export const OperatorBookingsDocument = new TypedDocumentString(`
    query OperatorBookings($filter: BookingFilter, $first: Int!, $after: String) {
  bookings(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        reference
        state
        start
        end
        timeZone
        householdName
        createdAt
        provider {
          id
          displayName
          region {
            id
            name
          }
        }
        items {
          item {
            id
            name
          }
        }
        quote {
          total {
            amount
            currency
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OperatorBookingsQuery, OperatorBookingsQueryVariables>;
export const OpsBookingDocument = new TypedDocumentString(`
    query OpsBooking($id: ID!) {
  booking(id: $id) {
    ...OpsVisit
  }
}
    fragment OpsVisit on Booking {
  id
  reference
  state
  start
  end
  timeZone
  venue
  note
  householdName
  bookedBy {
    displayName
  }
  createdAt
  paymentStatus
  canCancel
  canReschedule
  cancelledBy
  cancellationFee {
    amount
    currency
  }
  provider {
    id
    displayName
    region {
      id
      name
    }
  }
  place {
    line
    district
  }
  items {
    units
    item {
      id
      name
      unitName
      priceModel
    }
    options {
      id
      name
    }
  }
  quote {
    durationMinutes
    lines {
      kind
      label
      amount {
        amount
        currency
      }
    }
    total {
      amount
      currency
    }
  }
  transitions {
    from
    to
    actorRole
    at
    reason
  }
  refunds {
    at
    reason
    refunded {
      amount
      currency
    }
  }
}`) as unknown as TypedDocumentString<OpsBookingQuery, OpsBookingQueryVariables>;
export const OpsMoveSlotsDocument = new TypedDocumentString(`
    query OpsMoveSlots($bookingId: ID!, $from: LocalDate!, $to: LocalDate!) {
  rescheduleQuote(bookingId: $bookingId) {
    fee {
      amount
      currency
    }
  }
  rescheduleSlots(bookingId: $bookingId, from: $from, to: $to) {
    date
    slots {
      start
      end
    }
  }
}
    `) as unknown as TypedDocumentString<OpsMoveSlotsQuery, OpsMoveSlotsQueryVariables>;
export const OpsCancellationDocument = new TypedDocumentString(`
    query OpsCancellation($bookingId: ID!) {
  cancellationQuote(bookingId: $bookingId) {
    fee {
      amount
      currency
    }
    refund {
      amount
      currency
    }
  }
}
    `) as unknown as TypedDocumentString<OpsCancellationQuery, OpsCancellationQueryVariables>;
export const OpsCancelDocument = new TypedDocumentString(`
    mutation OpsCancel($input: CancelBookingInput!) {
  cancelBooking(input: $input) {
    __typename
    ... on BookingCancelled {
      booking {
        id
        state
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OpsCancelMutation, OpsCancelMutationVariables>;
export const OpsMoveDocument = new TypedDocumentString(`
    mutation OpsMove($input: RescheduleBookingInput!) {
  rescheduleBooking(input: $input) {
    __typename
    ... on BookingRescheduled {
      rescheduled {
        id
        start
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OpsMoveMutation, OpsMoveMutationVariables>;
export const OpsRefundDocument = new TypedDocumentString(`
    mutation OpsRefund($input: RefundBookingInput!) {
  refundBooking(input: $input) {
    __typename
    ... on BookingRefunded {
      refunded {
        amount
        currency
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<OpsRefundMutation, OpsRefundMutationVariables>;
export const OpsBookingRegionsDocument = new TypedDocumentString(`
    query OpsBookingRegions {
  regions {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<OpsBookingRegionsQuery, OpsBookingRegionsQueryVariables>;
export const OwnProfileDocument = new TypedDocumentString(`
    query OwnProfile {
  myProfile {
    ...OwnProfileFields
  }
}
    fragment OwnProfileFields on OwnProfile {
  id
  startPlaceId
  serviceRadiusMetres
  awaitingSince
  displayName {
    en
    zhCN
  }
  headline {
    en
    zhCN
  }
  about {
    en
    zhCN
  }
  specialities {
    en
    zhCN
  }
  payout {
    kind
    holder
    ending
    savedAt
  }
  history {
    id
    act
    from
    to
    at
    reason
    note
  }
  provider {
    id
    displayName
    portraitSeed
    status
    level
    languages
    yearsExperience
    gender
    travelMode
    hasStudio
    instantBooking
    region {
      id
      timeZone
      currency
      places {
        id
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<OwnProfileQuery, OwnProfileQueryVariables>;
export const OwnServicesDocument = new TypedDocumentString(`
    query OwnServices {
  myServices {
    enabled
    levelSuffices
    price {
      amount
      currency
    }
    lowestPrice {
      amount
      currency
    }
    highestPrice {
      amount
      currency
    }
    item {
      id
      name
      priceModel
      unitName
      venues
      minimumLevel
      category {
        id
        name
      }
      requiredCredentials {
        id
        name
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OwnServicesQuery, OwnServicesQueryVariables>;
export const SaveProviderProfileDocument = new TypedDocumentString(`
    mutation SaveProviderProfile($input: SaveProviderProfileInput!) {
  saveProviderProfile(input: $input) {
    __typename
    ... on ProviderProfileSaved {
      profile {
        ...OwnProfileFields
      }
    }
    ... on InvalidProviderError {
      message
      field
    }
  }
}
    fragment OwnProfileFields on OwnProfile {
  id
  startPlaceId
  serviceRadiusMetres
  awaitingSince
  displayName {
    en
    zhCN
  }
  headline {
    en
    zhCN
  }
  about {
    en
    zhCN
  }
  specialities {
    en
    zhCN
  }
  payout {
    kind
    holder
    ending
    savedAt
  }
  history {
    id
    act
    from
    to
    at
    reason
    note
  }
  provider {
    id
    displayName
    portraitSeed
    status
    level
    languages
    yearsExperience
    gender
    travelMode
    hasStudio
    instantBooking
    region {
      id
      timeZone
      currency
      places {
        id
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<SaveProviderProfileMutation, SaveProviderProfileMutationVariables>;
export const SaveOfferingsDocument = new TypedDocumentString(`
    mutation SaveOfferings($input: SaveOfferingsInput!) {
  saveOfferings(input: $input) {
    __typename
    ... on ProviderProfileSaved {
      profile {
        id
      }
    }
    ... on InvalidProviderError {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SaveOfferingsMutation, SaveOfferingsMutationVariables>;
export const SaveServiceAreaDocument = new TypedDocumentString(`
    mutation SaveServiceArea($input: SaveServiceAreaInput!) {
  saveServiceArea(input: $input) {
    __typename
    ... on ProviderProfileSaved {
      profile {
        ...OwnProfileFields
      }
    }
    ... on InvalidProviderError {
      message
      field
    }
  }
}
    fragment OwnProfileFields on OwnProfile {
  id
  startPlaceId
  serviceRadiusMetres
  awaitingSince
  displayName {
    en
    zhCN
  }
  headline {
    en
    zhCN
  }
  about {
    en
    zhCN
  }
  specialities {
    en
    zhCN
  }
  payout {
    kind
    holder
    ending
    savedAt
  }
  history {
    id
    act
    from
    to
    at
    reason
    note
  }
  provider {
    id
    displayName
    portraitSeed
    status
    level
    languages
    yearsExperience
    gender
    travelMode
    hasStudio
    instantBooking
    region {
      id
      timeZone
      currency
      places {
        id
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<SaveServiceAreaMutation, SaveServiceAreaMutationVariables>;
export const SavePayoutDetailsDocument = new TypedDocumentString(`
    mutation SavePayoutDetails($input: SavePayoutDetailsInput!) {
  savePayoutDetails(input: $input) {
    __typename
    ... on ProviderProfileSaved {
      profile {
        ...OwnProfileFields
      }
    }
    ... on InvalidProviderError {
      message
      field
    }
  }
}
    fragment OwnProfileFields on OwnProfile {
  id
  startPlaceId
  serviceRadiusMetres
  awaitingSince
  displayName {
    en
    zhCN
  }
  headline {
    en
    zhCN
  }
  about {
    en
    zhCN
  }
  specialities {
    en
    zhCN
  }
  payout {
    kind
    holder
    ending
    savedAt
  }
  history {
    id
    act
    from
    to
    at
    reason
    note
  }
  provider {
    id
    displayName
    portraitSeed
    status
    level
    languages
    yearsExperience
    gender
    travelMode
    hasStudio
    instantBooking
    region {
      id
      timeZone
      currency
      places {
        id
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<SavePayoutDetailsMutation, SavePayoutDetailsMutationVariables>;
export const PauseMyProfileDocument = new TypedDocumentString(`
    mutation PauseMyProfile {
  pauseMyProfile {
    __typename
    ... on ProviderMoved {
      profile {
        ...OwnProfileFields
      }
    }
    ... on ProviderNotMovedError {
      message
    }
  }
}
    fragment OwnProfileFields on OwnProfile {
  id
  startPlaceId
  serviceRadiusMetres
  awaitingSince
  displayName {
    en
    zhCN
  }
  headline {
    en
    zhCN
  }
  about {
    en
    zhCN
  }
  specialities {
    en
    zhCN
  }
  payout {
    kind
    holder
    ending
    savedAt
  }
  history {
    id
    act
    from
    to
    at
    reason
    note
  }
  provider {
    id
    displayName
    portraitSeed
    status
    level
    languages
    yearsExperience
    gender
    travelMode
    hasStudio
    instantBooking
    region {
      id
      timeZone
      currency
      places {
        id
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<PauseMyProfileMutation, PauseMyProfileMutationVariables>;
export const ResumeMyProfileDocument = new TypedDocumentString(`
    mutation ResumeMyProfile {
  resumeMyProfile {
    __typename
    ... on ProviderMoved {
      profile {
        ...OwnProfileFields
      }
    }
    ... on ProviderNotMovedError {
      message
    }
  }
}
    fragment OwnProfileFields on OwnProfile {
  id
  startPlaceId
  serviceRadiusMetres
  awaitingSince
  displayName {
    en
    zhCN
  }
  headline {
    en
    zhCN
  }
  about {
    en
    zhCN
  }
  specialities {
    en
    zhCN
  }
  payout {
    kind
    holder
    ending
    savedAt
  }
  history {
    id
    act
    from
    to
    at
    reason
    note
  }
  provider {
    id
    displayName
    portraitSeed
    status
    level
    languages
    yearsExperience
    gender
    travelMode
    hasStudio
    instantBooking
    region {
      id
      timeZone
      currency
      places {
        id
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<ResumeMyProfileMutation, ResumeMyProfileMutationVariables>;
export const AppealSuspensionDocument = new TypedDocumentString(`
    mutation AppealSuspension($input: AppealSuspensionInput!) {
  appealSuspension(input: $input) {
    __typename
    ... on ProviderMoved {
      profile {
        ...OwnProfileFields
      }
    }
    ... on ProviderNotMovedError {
      message
    }
  }
}
    fragment OwnProfileFields on OwnProfile {
  id
  startPlaceId
  serviceRadiusMetres
  awaitingSince
  displayName {
    en
    zhCN
  }
  headline {
    en
    zhCN
  }
  about {
    en
    zhCN
  }
  specialities {
    en
    zhCN
  }
  payout {
    kind
    holder
    ending
    savedAt
  }
  history {
    id
    act
    from
    to
    at
    reason
    note
  }
  provider {
    id
    displayName
    portraitSeed
    status
    level
    languages
    yearsExperience
    gender
    travelMode
    hasStudio
    instantBooking
    region {
      id
      timeZone
      currency
      places {
        id
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<AppealSuspensionMutation, AppealSuspensionMutationVariables>;
export const LeaveAsProviderDocument = new TypedDocumentString(`
    mutation LeaveAsProvider {
  leaveAsProvider {
    __typename
    ... on ProviderLeft {
      profile {
        ...OwnProfileFields
      }
    }
    ... on ProviderNotMovedError {
      message
    }
  }
}
    fragment OwnProfileFields on OwnProfile {
  id
  startPlaceId
  serviceRadiusMetres
  awaitingSince
  displayName {
    en
    zhCN
  }
  headline {
    en
    zhCN
  }
  about {
    en
    zhCN
  }
  specialities {
    en
    zhCN
  }
  payout {
    kind
    holder
    ending
    savedAt
  }
  history {
    id
    act
    from
    to
    at
    reason
    note
  }
  provider {
    id
    displayName
    portraitSeed
    status
    level
    languages
    yearsExperience
    gender
    travelMode
    hasStudio
    instantBooking
    region {
      id
      timeZone
      currency
      places {
        id
        name
      }
    }
  }
}`) as unknown as TypedDocumentString<LeaveAsProviderMutation, LeaveAsProviderMutationVariables>;
export const MyDataExportsDocument = new TypedDocumentString(`
    query MyDataExports {
  myDataExports {
    ...DataExportFields
  }
}
    fragment DataExportFields on DataExport {
  id
  state
  progress
  requestedAt
  readyAt
  expiresAt
  parts {
    id
    number
    bytes
    url
  }
}`) as unknown as TypedDocumentString<MyDataExportsQuery, MyDataExportsQueryVariables>;
export const ExportMyDataDocument = new TypedDocumentString(`
    mutation ExportMyData {
  exportMyData {
    __typename
    ... on UserError {
      code
      message
    }
    ... on DataExportStarted {
      export {
        ...DataExportFields
      }
    }
    ... on ExportLimitError {
      retryAt
    }
  }
}
    fragment DataExportFields on DataExport {
  id
  state
  progress
  requestedAt
  readyAt
  expiresAt
  parts {
    id
    number
    bytes
    url
  }
}`) as unknown as TypedDocumentString<ExportMyDataMutation, ExportMyDataMutationVariables>;
export const ErasurePreviewDocument = new TypedDocumentString(`
    query ErasurePreview {
  erasurePreview {
    obstacles {
      code
      message
      subjectIds
    }
    kept
    undoDays
    confirmation
  }
}
    `) as unknown as TypedDocumentString<ErasurePreviewQuery, ErasurePreviewQueryVariables>;
export const EraseMyAccountDocument = new TypedDocumentString(`
    mutation EraseMyAccount($input: EraseMyAccountInput!) {
  eraseMyAccount(input: $input) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on ErasureScheduled {
      erasure {
        requestedAt
        dueAt
      }
    }
    ... on ErasureBlockedError {
      obstacles {
        code
        message
        subjectIds
      }
    }
  }
}
    `) as unknown as TypedDocumentString<EraseMyAccountMutation, EraseMyAccountMutationVariables>;
export const MyConsentsDocument = new TypedDocumentString(`
    query MyConsents {
  viewer {
    id
    consents {
      ...ConsentFields
    }
  }
}
    fragment ConsentFields on ConsentStanding {
  state
  text {
    purpose
    version
    required
    title
    text
  }
  history {
    version
    given
    at
  }
}`) as unknown as TypedDocumentString<MyConsentsQuery, MyConsentsQueryVariables>;
export const GiveConsentDocument = new TypedDocumentString(`
    mutation GiveConsent($input: ConsentInput!) {
  giveConsent(input: $input) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on ConsentKept {
      consent {
        ...ConsentFields
      }
    }
  }
}
    fragment ConsentFields on ConsentStanding {
  state
  text {
    purpose
    version
    required
    title
    text
  }
  history {
    version
    given
    at
  }
}`) as unknown as TypedDocumentString<GiveConsentMutation, GiveConsentMutationVariables>;
export const WithdrawConsentDocument = new TypedDocumentString(`
    mutation WithdrawConsent($purpose: ConsentPurpose!) {
  withdrawConsent(purpose: $purpose) {
    __typename
    ... on UserError {
      code
      message
    }
    ... on ConsentKept {
      consent {
        ...ConsentFields
      }
    }
  }
}
    fragment ConsentFields on ConsentStanding {
  state
  text {
    purpose
    version
    required
    title
    text
  }
  history {
    version
    given
    at
  }
}`) as unknown as TypedDocumentString<WithdrawConsentMutation, WithdrawConsentMutationVariables>;
export const OwnCredentialsDocument = new TypedDocumentString(`
    query OwnCredentials {
  myCredentials {
    ...OwnCredential
  }
  credentialReasonCodes {
    code
    label
  }
  credentialTypes {
    id
    name
    description
    evidenceKinds {
      code
      name
      required
    }
  }
}
    fragment OwnEvidence on Evidence {
  id
  kind
  name
  contentType
  bytes
  url
}
fragment OwnCredential on Credential {
  id
  state
  number
  issuedBy
  issuedOn
  validUntil
  dueAt
  verificationCode
  light
  type {
    id
    code
    name
    description
    evidenceKinds {
      code
      name
      required
    }
  }
  decisions {
    decision
    reasonCode
    note
    at
  }
  evidence {
    ...OwnEvidence
  }
}`) as unknown as TypedDocumentString<OwnCredentialsQuery, OwnCredentialsQueryVariables>;
export const StartCredentialDocument = new TypedDocumentString(`
    mutation StartCredential($typeId: ID!) {
  startCredential(input: {typeId: $typeId}) {
    __typename
    ... on CredentialStarted {
      credential {
        id
      }
    }
    ... on InvalidCredentialError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<StartCredentialMutation, StartCredentialMutationVariables>;
export const SubmitCredentialDocument = new TypedDocumentString(`
    mutation SubmitCredential($input: SubmitCredentialInput!) {
  submitCredential(input: $input) {
    __typename
    ... on CredentialSubmitted {
      credential {
        id
      }
    }
    ... on InvalidCredentialError {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitCredentialMutation, SubmitCredentialMutationVariables>;
export const CreateEvidenceUploadDocument = new TypedDocumentString(`
    mutation CreateEvidenceUpload($input: CreateEvidenceUploadInput!) {
  createEvidenceUpload(input: $input) {
    __typename
    ... on EvidenceUploadCreated {
      uploadId
      uploadUrl
      expiresAt
      headers {
        name
        value
      }
    }
    ... on InvalidEvidenceError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CreateEvidenceUploadMutation, CreateEvidenceUploadMutationVariables>;
export const FinishEvidenceUploadDocument = new TypedDocumentString(`
    mutation FinishEvidenceUpload($uploadId: ID!) {
  finishEvidenceUpload(uploadId: $uploadId) {
    __typename
    ... on EvidenceAdded {
      evidence {
        id
      }
    }
    ... on InvalidEvidenceError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<FinishEvidenceUploadMutation, FinishEvidenceUploadMutationVariables>;
export const RemoveEvidenceDocument = new TypedDocumentString(`
    mutation RemoveEvidence($evidenceId: ID!) {
  removeEvidence(evidenceId: $evidenceId) {
    __typename
    ... on EvidenceRemoved {
      evidenceId
    }
    ... on InvalidEvidenceError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RemoveEvidenceMutation, RemoveEvidenceMutationVariables>;
export const DiaryTodayDocument = new TypedDocumentString(`
    query DiaryToday($from: LocalDate!, $to: LocalDate!, $horizon: LocalDate!) {
  viewer {
    id
    provider {
      id
      displayName
      travelMode
    }
  }
  day: mySchedule(from: $from, to: $to) {
    timeZone
    timeOff {
      ...TimeOffFields
    }
    visits {
      travelMinutesBefore
      earnings {
        amount
        currency
      }
      booking {
        ...VisitWork
        place {
          latitude
          longitude
          approximate
          line
          district
          doorNote
        }
      }
    }
  }
  ahead: mySchedule(from: $from, to: $horizon) {
    visits {
      travelMinutesBefore
      earnings {
        amount
        currency
      }
      booking {
        ...VisitWork
        place {
          district
          approximate
        }
      }
    }
  }
}
    fragment VisitWork on Booking {
  id
  state
  start
  end
  timeZone
  venue
  note
  householdName
  bookedBy {
    displayName
  }
  requestExpiresAt
  unreadMessages
  items {
    item {
      id
      name
      unitName
      priceModel
    }
    units
    options {
      id
      name
    }
    durationMinutes
  }
}
fragment TimeOffFields on TimeOff {
  id
  start
  end
  reason
}`) as unknown as TypedDocumentString<DiaryTodayQuery, DiaryTodayQueryVariables>;
export const DiaryWeekDocument = new TypedDocumentString(`
    query DiaryWeek($from: LocalDate!, $to: LocalDate!) {
  mySchedule(from: $from, to: $to) {
    timeZone
    workingHours {
      weekday
      start
      end
    }
    exceptions {
      id
      date
      spans {
        start
        end
      }
    }
    timeOff {
      ...TimeOffFields
    }
    visits {
      travelMinutesBefore
      travelMinutesMissing
      earnings {
        amount
        currency
      }
      booking {
        ...VisitWork
        canProposeMove
        moveProposal {
          id
          start
        }
        place {
          district
          line
          approximate
        }
      }
    }
    proposedMoves {
      ...VisitWork
      moveProposal {
        ...OpenMoveProposal
      }
    }
  }
}
    fragment OpenMoveProposal on MoveProposal {
  id
  proposedBy
  start
  end
  note
  status
  askedAt
  expiresAt
  canAnswer
  canWithdraw
}
fragment VisitWork on Booking {
  id
  state
  start
  end
  timeZone
  venue
  note
  householdName
  bookedBy {
    displayName
  }
  requestExpiresAt
  unreadMessages
  items {
    item {
      id
      name
      unitName
      priceModel
    }
    units
    options {
      id
      name
    }
    durationMinutes
  }
}
fragment TimeOffFields on TimeOff {
  id
  start
  end
  reason
}`) as unknown as TypedDocumentString<DiaryWeekQuery, DiaryWeekQueryVariables>;
export const CheckMoveDocument = new TypedDocumentString(`
    query CheckMove($id: ID!, $start: DateTime!) {
  checkMove(bookingId: $id, start: $start) {
    start
    end
    objections {
      kind
      message
      missingMinutes
      visit {
        id
        householdName
        start
        end
      }
    }
    travelBefore {
      minutes
      visit {
        id
        householdName
        start
        end
      }
    }
    travelAfter {
      minutes
      visit {
        id
        householdName
        start
        end
      }
    }
  }
}
    `) as unknown as TypedDocumentString<CheckMoveQuery, CheckMoveQueryVariables>;
export const DiaryCollisionsDocument = new TypedDocumentString(`
    query DiaryCollisions($from: LocalDate!, $to: LocalDate!) {
  mySchedule(from: $from, to: $to) {
    visits {
      booking {
        id
        state
        start
        end
        householdName
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DiaryCollisionsQuery, DiaryCollisionsQueryVariables>;
export const WorkingHoursDocument = new TypedDocumentString(`
    query WorkingHours($from: LocalDate!, $to: LocalDate!) {
  mySchedule(from: $from, to: $to) {
    timeZone
    workingHours {
      weekday
      start
      end
    }
    exceptions {
      id
      date
      spans {
        start
        end
      }
    }
    timeOff {
      ...TimeOffFields
    }
  }
}
    fragment TimeOffFields on TimeOff {
  id
  start
  end
  reason
}`) as unknown as TypedDocumentString<WorkingHoursQuery, WorkingHoursQueryVariables>;
export const DiaryZoneDocument = new TypedDocumentString(`
    query DiaryZone {
  viewer {
    id
    provider {
      id
      region {
        id
        timeZone
      }
    }
  }
}
    `) as unknown as TypedDocumentString<DiaryZoneQuery, DiaryZoneQueryVariables>;
export const AcceptRequestDocument = new TypedDocumentString(`
    mutation AcceptRequest($bookingId: ID!) {
  acceptRequest(bookingId: $bookingId) {
    __typename
    ... on RequestAnswered {
      booking {
        id
        state
      }
    }
    ... on RequestNotOpenError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptRequestMutation, AcceptRequestMutationVariables>;
export const DeclineRequestDocument = new TypedDocumentString(`
    mutation DeclineRequest($bookingId: ID!, $reason: String) {
  declineRequest(bookingId: $bookingId, reason: $reason) {
    __typename
    ... on RequestAnswered {
      booking {
        id
        state
      }
    }
    ... on RequestNotOpenError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeclineRequestMutation, DeclineRequestMutationVariables>;
export const AddTimeOffDocument = new TypedDocumentString(`
    mutation AddTimeOff($input: AddTimeOffInput!) {
  addTimeOff(input: $input) {
    __typename
    ... on TimeOffAdded {
      timeOff {
        ...TimeOffFields
      }
      conflicts {
        id
        reference
        start
        timeZone
        householdName
      }
    }
    ... on InvalidHoursError {
      message
      field
    }
  }
}
    fragment TimeOffFields on TimeOff {
  id
  start
  end
  reason
}`) as unknown as TypedDocumentString<AddTimeOffMutation, AddTimeOffMutationVariables>;
export const ChangeTimeOffDocument = new TypedDocumentString(`
    mutation ChangeTimeOff($input: ChangeTimeOffInput!) {
  changeTimeOff(input: $input) {
    __typename
    ... on TimeOffAdded {
      timeOff {
        ...TimeOffFields
      }
      conflicts {
        id
        reference
        start
        timeZone
        householdName
      }
    }
    ... on InvalidHoursError {
      message
      field
    }
  }
}
    fragment TimeOffFields on TimeOff {
  id
  start
  end
  reason
}`) as unknown as TypedDocumentString<ChangeTimeOffMutation, ChangeTimeOffMutationVariables>;
export const RemoveTimeOffDocument = new TypedDocumentString(`
    mutation RemoveTimeOff($id: ID!) {
  removeTimeOff(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveTimeOffMutation, RemoveTimeOffMutationVariables>;
export const SetWorkingHoursDocument = new TypedDocumentString(`
    mutation SetWorkingHours($input: SetWorkingHoursInput!) {
  setWorkingHours(input: $input) {
    __typename
    ... on WorkingHoursSet {
      schedule {
        weekday
        start
        end
      }
    }
    ... on InvalidHoursError {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetWorkingHoursMutation, SetWorkingHoursMutationVariables>;
export const SetHoursExceptionDocument = new TypedDocumentString(`
    mutation SetHoursException($input: SetHoursExceptionInput!) {
  setHoursException(input: $input) {
    __typename
    ... on HoursExceptionSet {
      exception {
        id
        date
        spans {
          start
          end
        }
      }
    }
    ... on InvalidHoursError {
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<SetHoursExceptionMutation, SetHoursExceptionMutationVariables>;
export const RemoveHoursExceptionDocument = new TypedDocumentString(`
    mutation RemoveHoursException($id: ID!) {
  removeHoursException(id: $id)
}
    `) as unknown as TypedDocumentString<RemoveHoursExceptionMutation, RemoveHoursExceptionMutationVariables>;
export const OwnLevelDocument = new TypedDocumentString(`
    query OwnLevel {
  myLevel {
    level
    nextLevel
    belowSince
    demotionOn
    criteria {
      ...LevelCriterionFields
    }
    nextCriteria {
      ...LevelCriterionFields
    }
    metrics {
      metric
      value
      cases
    }
    cancellations {
      byHousehold
      byProvider
      byOperator
      missedByProvider
      missedByHousehold
    }
    history {
      id
      from
      to
      at
    }
  }
  levelRules {
    level
    completedVisits
    ratingLower
    onTimeShare
    openCourses
  }
}
    fragment LevelCriterionFields on LevelCriterion {
  criterion
  required
  actual
  met
}`) as unknown as TypedDocumentString<OwnLevelQuery, OwnLevelQueryVariables>;
export const OverseenProvidersDocument = new TypedDocumentString(`
    query OverseenProviders($first: Int!, $after: String, $filter: OverseenProviderFilter, $sort: ProviderListSort!, $descending: Boolean!) {
  overseenProviders(
    first: $first
    after: $after
    filter: $filter
    sort: $sort
    descending: $descending
  ) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...OverseenProviderRow
      }
    }
  }
}
    fragment OverseenProviderRow on OverseenProvider {
  id
  joinedAt
  awaitingSince
  provider {
    id
    displayName
    portraitSeed
    status
    level
    completedVisits
    rating {
      mean
      count
      lower
      upper
      isNew
    }
    region {
      id
      name
      timeZone
    }
  }
}`) as unknown as TypedDocumentString<OverseenProvidersQuery, OverseenProvidersQueryVariables>;
export const OverseenProviderFileDocument = new TypedDocumentString(`
    query OverseenProviderFile($id: ID!) {
  overseenProvider(id: $id) {
    ...OverseenProviderRow
    steps {
      ...StepFields
    }
    history {
      id
      act
      from
      to
      at
      reason
      note
    }
    provider {
      id
      headline
      about
      specialities
      languages
      yearsExperience
      travelMode
      serviceRadiusMetres
      incidents {
        id
        bookingId
        reference
        kind
        at
      }
      offerings {
        id
        item {
          id
          name
        }
        price {
          amount
          currency
        }
      }
    }
  }
}
    fragment StepFields on OnboardingStep {
  step
  state
  gaps {
    code
    subject
    subjectName
  }
}
fragment OverseenProviderRow on OverseenProvider {
  id
  joinedAt
  awaitingSince
  provider {
    id
    displayName
    portraitSeed
    status
    level
    completedVisits
    rating {
      mean
      count
      lower
      upper
      isNew
    }
    region {
      id
      name
      timeZone
    }
  }
}`) as unknown as TypedDocumentString<OverseenProviderFileQuery, OverseenProviderFileQueryVariables>;
export const ProviderListRegionsDocument = new TypedDocumentString(`
    query ProviderListRegions {
  regions {
    id
    name
  }
}
    `) as unknown as TypedDocumentString<ProviderListRegionsQuery, ProviderListRegionsQueryVariables>;
export const ProviderReasonsDocument = new TypedDocumentString(`
    query ProviderReasons {
  providerReasons {
    act
    code
    label
  }
}
    `) as unknown as TypedDocumentString<ProviderReasonsQuery, ProviderReasonsQueryVariables>;
export const ApproveProviderDocument = new TypedDocumentString(`
    mutation ApproveProvider($input: ApproveProviderInput!) {
  approveProvider(input: $input) {
    __typename
    ... on ProviderDecided {
      provider {
        id
      }
    }
    ... on ApplicationIncompleteError {
      message
    }
    ... on ProviderNotMovedError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ApproveProviderMutation, ApproveProviderMutationVariables>;
export const DeclineApplicationDocument = new TypedDocumentString(`
    mutation DeclineApplication($input: DeclineApplicationInput!) {
  declineApplication(input: $input) {
    __typename
    ... on ProviderDecided {
      provider {
        id
      }
    }
    ... on ProviderNotMovedError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeclineApplicationMutation, DeclineApplicationMutationVariables>;
export const SuspendProviderDocument = new TypedDocumentString(`
    mutation SuspendProvider($input: SuspendProviderInput!) {
  suspendProvider(input: $input) {
    __typename
    ... on ProviderDecided {
      provider {
        id
      }
    }
    ... on ProviderNotMovedError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SuspendProviderMutation, SuspendProviderMutationVariables>;
export const UpholdSuspensionDocument = new TypedDocumentString(`
    mutation UpholdSuspension($input: UpholdSuspensionInput!) {
  upholdSuspension(input: $input) {
    __typename
    ... on ProviderDecided {
      provider {
        id
      }
    }
    ... on ProviderNotMovedError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<UpholdSuspensionMutation, UpholdSuspensionMutationVariables>;
export const ReinstateProviderDocument = new TypedDocumentString(`
    mutation ReinstateProvider($input: ReinstateProviderInput!) {
  reinstateProvider(input: $input) {
    __typename
    ... on ProviderDecided {
      provider {
        id
      }
    }
    ... on ProviderNotMovedError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ReinstateProviderMutation, ReinstateProviderMutationVariables>;
export const ProviderProfileDocument = new TypedDocumentString(`
    query ProviderProfile($id: ID!) {
  provider(id: $id) {
    id
    displayName
    headline
    about
    portraitSeed
    gender
    level
    status
    languages
    yearsExperience
    specialities
    travelMode
    hasStudio
    completedVisits
    onTimeShare
    instantBooking
    rating {
      mean
      count
      lower
      upper
      isNew
    }
    badges {
      code
      name
      validUntil
      verificationCode
    }
    region {
      id
      name
      timeZone
      currency
      places {
        id
        name
        latitude
        longitude
      }
    }
    offerings {
      ...ProfileOffering
    }
  }
}
    fragment ProfileOffering on Offering {
  id
  enabled
  price {
    amount
    currency
  }
  item {
    id
    name
    description
    included
    notIncluded
    icon
    priceModel
    unitName
    durationMinutes
    minutesPerUnit
    venues
    units {
      min
      max
      step
      default
    }
    options {
      id
      name
      minutes
      price {
        amount
        currency
      }
    }
  }
}`) as unknown as TypedDocumentString<ProviderProfileQuery, ProviderProfileQueryVariables>;
export const ProviderReviewsDocument = new TypedDocumentString(`
    query ProviderReviews($id: ID!, $first: Int!, $after: String) {
  provider(id: $id) {
    id
    reviews(first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          rating
          text
          authorName
          itemName
          createdAt
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<ProviderReviewsQuery, ProviderReviewsQueryVariables>;
export const AvailableSlotsDocument = new TypedDocumentString(`
    query AvailableSlots($input: AvailableSlotsInput!) {
  availableSlots(input: $input) {
    date
    slots {
      start
      end
    }
  }
}
    `) as unknown as TypedDocumentString<AvailableSlotsQuery, AvailableSlotsQueryVariables>;
export const ProfileQuoteDocument = new TypedDocumentString(`
    query ProfileQuote($input: QuoteVisitInput!) {
  quoteVisit(input: $input) {
    __typename
    ... on PriceQuote {
      durationMinutes
      total {
        amount
        currency
      }
    }
    ... on InvalidVisitError {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ProfileQuoteQuery, ProfileQuoteQueryVariables>;
export const RegionPoliciesDocument = new TypedDocumentString(`
    query RegionPolicies {
  regionPolicies {
    ...RegionTerms
  }
}
    fragment RegionTerms on RegionPolicy {
  regionId
  regionName
  steps {
    hoursBefore
    percent
  }
  graceMinutes
  freeMoveHours
  onceFreeMoveHours
  revision
}`) as unknown as TypedDocumentString<RegionPoliciesQuery, RegionPoliciesQueryVariables>;
export const SaveRegionPolicyDocument = new TypedDocumentString(`
    mutation SaveRegionPolicy($input: SaveRegionPolicyInput!) {
  saveRegionPolicy(input: $input) {
    __typename
    ... on RegionPolicySaved {
      policy {
        ...RegionTerms
      }
    }
    ... on InvalidPolicyError {
      code
      message
      field
    }
    ... on PolicyChangedError {
      code
      message
      policy {
        ...RegionTerms
      }
    }
  }
}
    fragment RegionTerms on RegionPolicy {
  regionId
  regionName
  steps {
    hoursBefore
    percent
  }
  graceMinutes
  freeMoveHours
  onceFreeMoveHours
  revision
}`) as unknown as TypedDocumentString<SaveRegionPolicyMutation, SaveRegionPolicyMutationVariables>;
export const RegionsDocument = new TypedDocumentString(`
    query Regions {
  regions {
    id
    code
    name
    currency
    timeZone
    locale
    center {
      latitude
      longitude
    }
    places {
      id
      name
      latitude
      longitude
    }
  }
}
    `) as unknown as TypedDocumentString<RegionsQuery, RegionsQueryVariables>;
export const ServiceMenuDocument = new TypedDocumentString(`
    query ServiceMenu($regionId: ID!) {
  serviceCategories(regionId: $regionId) {
    id
    code
    name
    icon
    items {
      ...ChoosableItem
    }
    children {
      id
      code
      name
      items {
        ...ChoosableItem
      }
    }
  }
}
    fragment ChoosableItem on ServiceItem {
  id
  code
  name
  icon
  priceModel
  unitName
  units {
    min
    max
    step
    default
  }
  options {
    id
    name
    minutes
    price {
      amount
      currency
    }
  }
  price {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<ServiceMenuQuery, ServiceMenuQueryVariables>;
export const SearchProvidersDocument = new TypedDocumentString(`
    query SearchProviders($input: SearchProvidersInput!, $first: Int!, $after: String) {
  searchProviders(input: $input, first: $first, after: $after) {
    totalCount
    emptyReason
    nearestDates
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        travelMinutes
        distanceMetres
        nextSlots {
          start
          end
        }
        quote {
          durationMinutes
          total {
            amount
            currency
          }
        }
        score {
          total
          terms {
            name
            weight
            value
            contribution
          }
        }
        provider {
          id
          displayName
          portraitSeed
          gender
          level
          travelMode
          languages
          instantBooking
          completedVisits
          rating {
            mean
            count
            lower
            upper
            isNew
          }
          badges {
            code
            name
            validUntil
          }
          region {
            timeZone
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SearchProvidersQuery, SearchProvidersQueryVariables>;
export const MySessionsDocument = new TypedDocumentString(`
    query MySessions {
  mySessions {
    ...DeviceSessionFields
  }
}
    fragment DeviceSessionFields on DeviceSession {
  id
  device
  network
  method
  hasSecondFactor
  openedAt
  lastUsedAt
  isCurrent
}`) as unknown as TypedDocumentString<MySessionsQuery, MySessionsQueryVariables>;
export const RevokeSessionDocument = new TypedDocumentString(`
    mutation RevokeSession($id: ID!) {
  revokeSession(id: $id)
}
    `) as unknown as TypedDocumentString<RevokeSessionMutation, RevokeSessionMutationVariables>;
export const RevokeOtherSessionsDocument = new TypedDocumentString(`
    mutation RevokeOtherSessions {
  revokeOtherSessions
}
    `) as unknown as TypedDocumentString<RevokeOtherSessionsMutation, RevokeOtherSessionsMutationVariables>;
export const ChangePasswordDocument = new TypedDocumentString(`
    mutation ChangePassword($input: ChangePasswordInput!) {
  changePassword(input: $input) {
    __typename
    ... on PasswordChanged {
      endedSessions
    }
    ... on TooManyAttemptsError {
      retryAfterSeconds
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<ChangePasswordMutation, ChangePasswordMutationVariables>;
export const RequestEmailChangeDocument = new TypedDocumentString(`
    mutation RequestEmailChange($input: RequestEmailChangeInput!) {
  requestEmailChange(input: $input) {
    __typename
    ... on VerificationSent {
      email
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<RequestEmailChangeMutation, RequestEmailChangeMutationVariables>;
export const SupportCasesDocument = new TypedDocumentString(`
    query SupportCases($open: Boolean!, $first: Int!, $after: String) {
  supportCases(open: $open, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        id
        kind
        openedAt
        closedAt
        said
        outcome
        booking {
          id
          reference
          start
          timeZone
          householdName
          provider {
            id
            displayName
          }
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<SupportCasesQuery, SupportCasesQueryVariables>;
export const CloseSupportCaseDocument = new TypedDocumentString(`
    mutation CloseSupportCase($input: CloseSupportCaseInput!) {
  closeSupportCase(input: $input) {
    __typename
    ... on SupportCaseClosed {
      supportCase {
        id
        closedAt
      }
    }
    ... on CaseNotOpenError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CloseSupportCaseMutation, CloseSupportCaseMutationVariables>;
export const ProVisitDocument = new TypedDocumentString(`
    query ProVisit($id: ID!) {
  viewer {
    id
    provider {
      id
    }
  }
  booking(id: $id) {
    id
    reference
    state
    start
    end
    timeZone
    venue
    note
    householdName
    bookedBy {
      displayName
    }
    cancelledBy
    canProposeMove
    moveProposal {
      ...OpenMoveProposal
    }
    leftUnsafe
    provider {
      id
      offerings {
        item {
          id
          name
          priceModel
        }
      }
    }
    items {
      item {
        id
        name
        unitName
        priceModel
      }
      units
      options {
        id
        name
      }
      durationMinutes
    }
    place {
      line
      district
      approximate
    }
    quote {
      total {
        amount
        currency
      }
      durationMinutes
    }
    transitions {
      from
      to
      actorRole
      at
      reason
    }
    visit {
      ...VisitProgressFields
    }
  }
}
    fragment OpenMoveProposal on MoveProposal {
  id
  proposedBy
  start
  end
  note
  status
  askedAt
  expiresAt
  canAnswer
  canWithdraw
}
fragment VisitProgressFields on VisitProgress {
  eta
  delayedAt
  startedAt
  positionShared
  codeTriesLeft
  closesAt
  noShowFrom
  checklist {
    label
    service
    doneAt
  }
  photos {
    id
    moment
    takenBy
    url
    createdAt
  }
  extras {
    id
    state
    label
    minutes
    why
    price {
      amount
      currency
    }
    proposedAt
    decidedAt
  }
  actions
}`) as unknown as TypedDocumentString<ProVisitQuery, ProVisitQueryVariables>;
export const ProVisitDoorNoteDocument = new TypedDocumentString(`
    query ProVisitDoorNote($id: ID!) {
  booking(id: $id) {
    id
    place {
      doorNote
    }
  }
}
    `) as unknown as TypedDocumentString<ProVisitDoorNoteQuery, ProVisitDoorNoteQueryVariables>;
export const MySeriesDocument = new TypedDocumentString(`
    query MySeries {
  mySeries {
    ...SeriesSummary
    visits {
      id
      status
      start
      booking {
        id
        state
      }
    }
  }
}
    fragment SeriesSummary on BookingSeries {
  id
  timeZone
  localTime
  everyWeeks
  weekdays
  endedAt
  provider {
    id
    displayName
    portraitSeed
    gender
  }
  items {
    units
    durationMinutes
    options {
      id
      name
    }
    item {
      id
      name
      unitName
      priceModel
    }
  }
}`) as unknown as TypedDocumentString<MySeriesQuery, MySeriesQueryVariables>;
export const SeriesDetailDocument = new TypedDocumentString(`
    query SeriesDetail($id: ID!) {
  bookingSeries(id: $id) {
    ...SeriesSummary
    priceLockedUntil
    canChange
    visits {
      ...SeriesDateRow
    }
  }
}
    fragment SeriesDateRow on SeriesVisit {
  id
  date
  start
  status
  reason
  price {
    amount
    currency
  }
  alternatives {
    start
    end
  }
  booking {
    id
    state
    paymentStatus
    canCancel
    canReschedule
  }
}
fragment SeriesSummary on BookingSeries {
  id
  timeZone
  localTime
  everyWeeks
  weekdays
  endedAt
  provider {
    id
    displayName
    portraitSeed
    gender
  }
  items {
    units
    durationMinutes
    options {
      id
      name
    }
    item {
      id
      name
      unitName
      priceModel
    }
  }
}`) as unknown as TypedDocumentString<SeriesDetailQuery, SeriesDetailQueryVariables>;
export const SeriesFeesDocument = new TypedDocumentString(`
    query SeriesFees($seriesVisitId: ID!, $scope: SeriesScope!) {
  seriesCancellationQuote(seriesVisitId: $seriesVisitId, scope: $scope) {
    dates
    fee {
      amount
      currency
    }
    refund {
      amount
      currency
    }
  }
}
    `) as unknown as TypedDocumentString<SeriesFeesQuery, SeriesFeesQueryVariables>;
export const CancelSeriesVisitsDocument = new TypedDocumentString(`
    mutation CancelSeriesVisits($input: CancelSeriesVisitsInput!) {
  cancelSeriesVisits(input: $input) {
    __typename
    ... on SeriesVisitsCancelled {
      series {
        id
      }
    }
    ... on SeriesFeeChangedError {
      quote {
        dates
        fee {
          amount
          currency
        }
        refund {
          amount
          currency
        }
      }
    }
    ... on UserError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<CancelSeriesVisitsMutation, CancelSeriesVisitsMutationVariables>;
export const MoveSeriesVisitsDocument = new TypedDocumentString(`
    mutation MoveSeriesVisits($input: MoveSeriesVisitsInput!) {
  moveSeriesVisits(input: $input) {
    __typename
    ... on SeriesVisitsMoved {
      series {
        id
      }
    }
    ... on UserError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<MoveSeriesVisitsMutation, MoveSeriesVisitsMutationVariables>;
export const ChangeSeriesCardDocument = new TypedDocumentString(`
    mutation ChangeSeriesCard($input: ChangeSeriesCardInput!) {
  changeSeriesCard(input: $input) {
    id
  }
}
    `) as unknown as TypedDocumentString<ChangeSeriesCardMutation, ChangeSeriesCardMutationVariables>;
export const MyBookingsDocument = new TypedDocumentString(`
    query MyBookings($filter: BookingFilter!, $first: Int!, $after: String) {
  myBookings(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...VisitSummary
      }
    }
  }
}
    fragment VisitSummary on Booking {
  id
  reference
  state
  start
  end
  timeZone
  venue
  bookedBy {
    displayName
    isViewer
  }
  provider {
    id
    displayName
    portraitSeed
    gender
  }
  items {
    units
    options {
      id
      name
    }
    item {
      id
      name
      unitName
      priceModel
    }
  }
  place {
    line
    district
    latitude
    longitude
    approximate
  }
  quote {
    total {
      amount
      currency
    }
  }
  visitCode
  canCancel
  canReschedule
  canReview
  review {
    id
    rating
    text
  }
  cancelledBy
  substituteSoughtUntil
  cancellationFee {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<MyBookingsQuery, MyBookingsQueryVariables>;
export const VisitDetailDocument = new TypedDocumentString(`
    query VisitDetail($id: ID!) {
  booking(id: $id) {
    ...VisitSummary
    leftUnsafe
    voucher {
      id
      expiresAt
      amount {
        amount
        currency
      }
    }
    visit {
      ...VisitProgressFields
    }
    note
    paymentStatus
    seriesId
    items {
      durationMinutes
    }
    createdAt
    substituteSearch {
      id
      status
      candidates {
        provider {
          id
          displayName
          portraitSeed
          gender
          level
          rating {
            mean
            count
            lower
            upper
            isNew
          }
        }
        price {
          amount
          currency
        }
      }
    }
    place {
      doorNote
    }
    doorNoteReads {
      at
      by
    }
    quote {
      durationMinutes
      lines {
        kind
        label
        amount {
          amount
          currency
        }
      }
    }
    canProposeMove
    canChangeProvider
    moveProposal {
      ...OpenMoveProposal
    }
    moveProposals {
      ...OpenMoveProposal
    }
    cancellationSteps {
      from
      until
      percent
      fee {
        amount
        currency
      }
    }
    transitions {
      from
      to
      actorRole
      member {
        displayName
        isViewer
      }
      at
      reason
    }
  }
}
    fragment OpenMoveProposal on MoveProposal {
  id
  proposedBy
  start
  end
  note
  status
  askedAt
  expiresAt
  canAnswer
  canWithdraw
}
fragment VisitProgressFields on VisitProgress {
  eta
  delayedAt
  startedAt
  positionShared
  codeTriesLeft
  closesAt
  noShowFrom
  checklist {
    label
    service
    doneAt
  }
  photos {
    id
    moment
    takenBy
    url
    createdAt
  }
  extras {
    id
    state
    label
    minutes
    why
    price {
      amount
      currency
    }
    proposedAt
    decidedAt
  }
  actions
}
fragment VisitSummary on Booking {
  id
  reference
  state
  start
  end
  timeZone
  venue
  bookedBy {
    displayName
    isViewer
  }
  provider {
    id
    displayName
    portraitSeed
    gender
  }
  items {
    units
    options {
      id
      name
    }
    item {
      id
      name
      unitName
      priceModel
    }
  }
  place {
    line
    district
    latitude
    longitude
    approximate
  }
  quote {
    total {
      amount
      currency
    }
  }
  visitCode
  canCancel
  canReschedule
  canReview
  review {
    id
    rating
    text
  }
  cancelledBy
  substituteSoughtUntil
  cancellationFee {
    amount
    currency
  }
}`) as unknown as TypedDocumentString<VisitDetailQuery, VisitDetailQueryVariables>;
export const CancellationQuoteDocument = new TypedDocumentString(`
    query CancellationQuote($bookingId: ID!) {
  cancellationQuote(bookingId: $bookingId) {
    ...FeeQuote
  }
}
    fragment FeeQuote on CancellationQuote {
  fee {
    amount
    currency
  }
  refund {
    amount
    currency
  }
  graceUntil
  steps {
    from
    until
    percent
    fee {
      amount
      currency
    }
  }
}`) as unknown as TypedDocumentString<CancellationQuoteQuery, CancellationQuoteQueryVariables>;
export const CancelBookingDocument = new TypedDocumentString(`
    mutation CancelBooking($input: CancelBookingInput!) {
  cancelBooking(input: $input) {
    __typename
    ... on BookingCancelled {
      booking {
        id
        state
      }
      fee {
        amount
        currency
      }
      refund {
        amount
        currency
      }
    }
    ... on SubstituteSought {
      until
    }
    ... on FeeChangedError {
      quote {
        ...FeeQuote
      }
    }
    ... on NotCancellableError {
      message
      state
    }
  }
}
    fragment FeeQuote on CancellationQuote {
  fee {
    amount
    currency
  }
  refund {
    amount
    currency
  }
  graceUntil
  steps {
    from
    until
    percent
    fee {
      amount
      currency
    }
  }
}`) as unknown as TypedDocumentString<CancelBookingMutation, CancelBookingMutationVariables>;
export const RescheduleQuoteDocument = new TypedDocumentString(`
    query RescheduleQuote($bookingId: ID!) {
  rescheduleQuote(bookingId: $bookingId) {
    ...MoveQuote
  }
}
    fragment MoveQuote on RescheduleQuote {
  fee {
    amount
    currency
  }
  term
  freeUntil
  onceFreeUntil
}`) as unknown as TypedDocumentString<RescheduleQuoteQuery, RescheduleQuoteQueryVariables>;
export const RescheduleSlotsDocument = new TypedDocumentString(`
    query RescheduleSlots($bookingId: ID!, $from: LocalDate!, $to: LocalDate!) {
  rescheduleSlots(bookingId: $bookingId, from: $from, to: $to) {
    date
    slots {
      start
      end
    }
  }
}
    `) as unknown as TypedDocumentString<RescheduleSlotsQuery, RescheduleSlotsQueryVariables>;
export const OtherProvidersDocument = new TypedDocumentString(`
    query OtherProviders($bookingId: ID!, $from: LocalDate!, $to: LocalDate!) {
  otherProviders(bookingId: $bookingId, from: $from, to: $to) {
    provider {
      id
      displayName
      portraitSeed
      gender
      level
      rating {
        mean
        count
        lower
        upper
        isNew
      }
    }
    days {
      date
      slots {
        start
        end
        price {
          amount
          currency
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<OtherProvidersQuery, OtherProvidersQueryVariables>;
export const RescheduleBookingDocument = new TypedDocumentString(`
    mutation RescheduleBooking($input: RescheduleBookingInput!) {
  rescheduleBooking(input: $input) {
    __typename
    ... on BookingRescheduled {
      rescheduled {
        id
        start
      }
    }
    ... on RescheduleFeeChangedError {
      quote {
        ...MoveQuote
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    fragment MoveQuote on RescheduleQuote {
  fee {
    amount
    currency
  }
  term
  freeUntil
  onceFreeUntil
}`) as unknown as TypedDocumentString<RescheduleBookingMutation, RescheduleBookingMutationVariables>;
export const SubmitReviewDocument = new TypedDocumentString(`
    mutation SubmitReview($input: SubmitReviewInput!) {
  submitReview(input: $input) {
    __typename
    ... on ReviewSubmitted {
      review {
        id
      }
    }
    ... on ReviewNotAllowedError {
      message
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitReviewMutation, SubmitReviewMutationVariables>;
export const AnswerExtraDocument = new TypedDocumentString(`
    mutation AnswerExtra($input: AnswerExtraInput!) {
  answerExtra(input: $input) {
    __typename
    ... on VisitUpdated {
      booking {
        id
        end
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AnswerExtraMutation, AnswerExtraMutationVariables>;
export const AcceptSubstituteDocument = new TypedDocumentString(`
    mutation AcceptSubstitute($input: AcceptSubstituteInput!) {
  acceptSubstitute(input: $input) {
    __typename
    ... on SubstituteAccepted {
      substituted {
        id
        provider {
          id
        }
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptSubstituteMutation, AcceptSubstituteMutationVariables>;
export const DeclineSubstituteDocument = new TypedDocumentString(`
    mutation DeclineSubstitute($input: DeclineSubstituteInput!) {
  declineSubstitute(input: $input) {
    __typename
    ... on SubstituteDeclined {
      declined {
        id
        state
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<DeclineSubstituteMutation, DeclineSubstituteMutationVariables>;
export const MyWaitlistDocument = new TypedDocumentString(`
    query MyWaitlist {
  myWaitlist {
    ...WaitlistRow
  }
}
    fragment WaitlistRow on WaitlistEntry {
  id
  status
  from
  to
  earliest
  latest
  joinedAt
  region {
    id
    name
    timeZone
  }
  provider {
    id
    displayName
  }
  items {
    units
    item {
      id
      name
    }
    options {
      id
    }
  }
  address {
    id
    label
  }
  offer {
    id
    start
    expiresAt
    price {
      amount
      currency
    }
    provider {
      id
      displayName
      portraitSeed
      gender
      level
    }
  }
}`) as unknown as TypedDocumentString<MyWaitlistQuery, MyWaitlistQueryVariables>;
export const WaitedItemDocument = new TypedDocumentString(`
    query WaitedItem($id: ID!) {
  serviceItem(id: $id) {
    id
    name
    venues
  }
}
    `) as unknown as TypedDocumentString<WaitedItemQuery, WaitedItemQueryVariables>;
export const WaitedPlacesDocument = new TypedDocumentString(`
    query WaitedPlaces {
  regions {
    id
    name
    timeZone
  }
}
    `) as unknown as TypedDocumentString<WaitedPlacesQuery, WaitedPlacesQueryVariables>;
export const WaitedProviderDocument = new TypedDocumentString(`
    query WaitedProvider($id: ID!) {
  provider(id: $id) {
    id
    displayName
    region {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<WaitedProviderQuery, WaitedProviderQueryVariables>;
export const JoinWaitlistDocument = new TypedDocumentString(`
    mutation JoinWaitlist($input: JoinWaitlistInput!) {
  joinWaitlist(input: $input) {
    __typename
    ... on WaitlistJoined {
      entry {
        id
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<JoinWaitlistMutation, JoinWaitlistMutationVariables>;
export const LeaveWaitlistDocument = new TypedDocumentString(`
    mutation LeaveWaitlist($entryId: ID!) {
  leaveWaitlist(entryId: $entryId)
}
    `) as unknown as TypedDocumentString<LeaveWaitlistMutation, LeaveWaitlistMutationVariables>;
export const AcceptWaitlistOfferDocument = new TypedDocumentString(`
    mutation AcceptWaitlistOffer($input: AcceptWaitlistOfferInput!) {
  acceptWaitlistOffer(input: $input) {
    __typename
    ... on Hold {
      booking {
        id
      }
    }
    ... on UserError {
      code
      message
    }
  }
}
    `) as unknown as TypedDocumentString<AcceptWaitlistOfferMutation, AcceptWaitlistOfferMutationVariables>;
export const DeclineWaitlistOfferDocument = new TypedDocumentString(`
    mutation DeclineWaitlistOffer($offerId: ID!) {
  declineWaitlistOffer(offerId: $offerId)
}
    `) as unknown as TypedDocumentString<DeclineWaitlistOfferMutation, DeclineWaitlistOfferMutationVariables>;