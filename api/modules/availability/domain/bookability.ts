import type { LocalDate } from './local-day.ts';

/** Why a provider cannot be booked for an item; the GraphQL enum of the same name. */
export type BookabilityCode =
  | 'PROVIDER_NOT_ACTIVE'
  | 'OFFERING_OFF'
  | 'CREDENTIAL_MISSING'
  | 'CREDENTIAL_NOT_VALID'
  | 'COURSE_MISSING'
  | 'COURSE_NOT_VALID'
  | 'LEVEL_TOO_LOW';

/** One thing in the way. */
export interface BookabilityReason {
  readonly code: BookabilityCode;
  /** The credential type's code or the course's id that the reason is about; `null` where it is about the provider. */
  readonly subject: string | null;
}

/** The answer of {@link isBookable}: bookable exactly when there is no reason against it. */
export interface Bookability {
  readonly bookable: boolean;
  readonly reasons: readonly BookabilityReason[];
}

/** Whether a provider takes part; only `ACTIVE` ones are bookable. */
export type ProviderStatus = 'APPLICANT' | 'ACTIVE' | 'PAUSED' | 'SUSPENDED' | 'LEFT';
/** Levels from lowest to highest. */
export type ProviderLevel = 'TRAINEE' | 'CERTIFIED' | 'SENIOR' | 'MASTER';

/** Something that is good from one local date to another, both included; `validUntil` null never ends. */
export interface Validity {
  readonly validFrom: LocalDate;
  readonly validUntil: LocalDate | null;
}

/** What a provider has to show on the matter. */
export interface ProviderStanding {
  readonly status: ProviderStatus;
  readonly level: ProviderLevel;
  /** Items whose offering is switched on. */
  readonly enabledItemIds: ReadonlySet<string>;
  /** Only those in state `APPROVED` count. */
  readonly credentials: readonly (Validity & { readonly typeCode: string; readonly state: string })[];
  readonly certificates: readonly (Validity & { readonly courseId: string })[];
}

/** What an item asks of whoever does it. */
export interface ItemRequirements {
  readonly id: string;
  readonly requiredCredentialTypes: readonly string[];
  readonly requiredCourseId: string | null;
  readonly minimumLevel: ProviderLevel;
}

const RANK: Readonly<Record<ProviderLevel, number>> = { TRAINEE: 0, CERTIFIED: 1, SENIOR: 2, MASTER: 3 };

/**
 * Rule P3: whether the provider may be booked for the item on a local date of the region. A provider is bookable iff
 * ACTIVE, the offering is on, every required credential is APPROVED and valid on the date, the required course's
 * certificate is valid on the date, and the level suffices. All reasons are given, in a fixed order. Something that was
 * never handed in is missing; something that is under review, refused, expired or not yet valid is not valid.
 */
export function isBookable(provider: ProviderStanding, item: ItemRequirements, date: LocalDate): Bookability {
  const reasons: BookabilityReason[] = [];
  if (provider.status !== 'ACTIVE') reasons.push({ code: 'PROVIDER_NOT_ACTIVE', subject: null });
  if (!provider.enabledItemIds.has(item.id)) reasons.push({ code: 'OFFERING_OFF', subject: null });
  for (const typeCode of item.requiredCredentialTypes) {
    const ofType = provider.credentials.filter((credential) => credential.typeCode === typeCode);
    if (ofType.length === 0) {
      reasons.push({ code: 'CREDENTIAL_MISSING', subject: typeCode });
    } else if (!ofType.some((credential) => credential.state === 'APPROVED' && isValidOn(credential, date))) {
      reasons.push({ code: 'CREDENTIAL_NOT_VALID', subject: typeCode });
    }
  }
  if (item.requiredCourseId !== null) {
    const ofCourse = provider.certificates.filter((certificate) => certificate.courseId === item.requiredCourseId);
    if (ofCourse.length === 0) {
      reasons.push({ code: 'COURSE_MISSING', subject: item.requiredCourseId });
    } else if (!ofCourse.some((certificate) => isValidOn(certificate, date))) {
      reasons.push({ code: 'COURSE_NOT_VALID', subject: item.requiredCourseId });
    }
  }
  if (RANK[provider.level] < RANK[item.minimumLevel]) reasons.push({ code: 'LEVEL_TOO_LOW', subject: null });
  return { bookable: reasons.length === 0, reasons };
}

/**
 * As {@link isBookable}, for a visit that begins on one local date and ends on another (or the same): the provider must
 * be qualified on each. A reason that holds on both is given once.
 */
export function isBookableBetween(
  provider: ProviderStanding,
  item: ItemRequirements,
  firstDate: LocalDate,
  lastDate: LocalDate,
): Bookability {
  const first = isBookable(provider, item, firstDate);
  if (lastDate === firstDate) return first;
  const added = isBookable(provider, item, lastDate).reasons.filter(
    ({ code, subject }) => !first.reasons.some((reason) => reason.code === code && reason.subject === subject),
  );
  const reasons = [...first.reasons, ...added];
  return { bookable: reasons.length === 0, reasons };
}

/** ISO dates compare as text. */
function isValidOn({ validFrom, validUntil }: Validity, date: LocalDate): boolean {
  return validFrom <= date && (validUntil === null || date <= validUntil);
}
