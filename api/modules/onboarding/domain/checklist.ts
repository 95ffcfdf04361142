/** The steps of becoming a provider, in the order they are shown (P2). */
export const ONBOARDING_STEPS = [
  'PROFILE',
  'SERVICES',
  'HOURS',
  'CREDENTIALS',
  'COURSES',
  'PAYOUT',
  'APPROVAL',
] as const;

/** One step of the checklist. */
export type OnboardingStepName = (typeof ONBOARDING_STEPS)[number];

/** Done; or somebody else has to act; or the applicant has. */
export type StepStateName = 'DONE' | 'WAITING' | 'TODO';

/** One thing that is missing. */
export type GapCode =
  | 'ABOUT_MISSING'
  | 'LANGUAGES_MISSING'
  | 'SERVICE_MISSING'
  | 'AREA_MISSING'
  | 'STUDIO_MISSING'
  | 'LEVEL_TOO_LOW'
  | 'HOURS_MISSING'
  | 'CREDENTIAL_MISSING'
  | 'CREDENTIAL_REFUSED'
  | 'CREDENTIAL_ENDED'
  | 'CREDENTIAL_IN_REVIEW'
  | 'COURSE_MISSING'
  | 'COURSE_ENDED'
  | 'PAYOUT_MISSING'
  | 'NOT_SUBMITTED'
  | 'IN_REVIEW';

/** What is missing, and of what: the code of an item, a credential type or a course; null where it is about the applicant. */
export interface Gap {
  readonly code: GapCode;
  readonly subject: string | null;
}

/** A service that the applicant offers, as far as the checklist looks at it. */
export interface OfferedService {
  readonly code: string;
  readonly requiredCredentialCodes: readonly string[];
  readonly requiredCourseCode: string | null;
  /** Whether it can only be done at a studio. */
  readonly studioOnly: boolean;
  readonly levelSuffices: boolean;
}

/** A credential that was begun, in any state. */
export interface HandedInCredential {
  readonly typeCode: string;
  readonly state: string;
  /** Whether it is approved and today lies within its validity. */
  readonly holdsToday: boolean;
}

/** A course that was passed at some time. */
export interface PassedCourse {
  readonly courseCode: string;
  readonly holdsToday: boolean;
}

/** Everything the checklist is derived from; nothing of it is a flag that somebody sets. */
export interface OnboardingFacts {
  readonly about: string;
  readonly languages: readonly string[];
  readonly services: readonly OfferedService[];
  readonly radiusMetres: number;
  readonly hasStudio: boolean;
  readonly workingSpans: number;
  readonly credentials: readonly HandedInCredential[];
  readonly courses: readonly PassedCourse[];
  readonly hasPayout: boolean;
  /** Whether they are an applicant still. */
  readonly isApplicant: boolean;
  /** Whether an operator has the application. */
  readonly isWaiting: boolean;
}

/** A step as it stands, with everything it still lacks. */
export interface StepStanding {
  readonly step: OnboardingStepName;
  readonly state: StepStateName;
  readonly gaps: readonly Gap[];
}

/** The gaps that the applicant can only wait for. */
const OTHERS_TURN: readonly GapCode[] = ['CREDENTIAL_IN_REVIEW', 'IN_REVIEW'];
const UNDER_REVIEW: readonly string[] = ['SUBMITTED', 'IN_REVIEW', 'SECOND_REVIEW', 'THIRD_REVIEW'];
const SENT_BACK: readonly string[] = ['REJECTED', 'MORE_INFO'];

/** The checklist, every step in order. A step is done exactly when it has no gap. */
export function standingOfSteps(facts: OnboardingFacts): StepStanding[] {
  const gapsOf: Readonly<Record<OnboardingStepName, readonly Gap[]>> = {
    PROFILE: [
      ...(facts.about === '' ? [gap('ABOUT_MISSING')] : []),
      ...(facts.languages.length === 0 ? [gap('LANGUAGES_MISSING')] : []),
    ],
    SERVICES: serviceGaps(facts),
    HOURS: facts.workingSpans === 0 ? [gap('HOURS_MISSING')] : [],
    CREDENTIALS: credentialGaps(facts),
    COURSES: courseGaps(facts),
    PAYOUT: facts.hasPayout ? [] : [gap('PAYOUT_MISSING')],
    APPROVAL: facts.isApplicant ? [gap(facts.isWaiting ? 'IN_REVIEW' : 'NOT_SUBMITTED')] : [],
  };
  return ONBOARDING_STEPS.map((step) => ({ step, state: stateOf(gapsOf[step]), gaps: gapsOf[step] }));
}

/** What stands between the applicant and handing in: all gaps but those of the approval itself. */
export function gapsBeforeApproval(steps: readonly StepStanding[]): Gap[] {
  return steps.filter(({ step }) => step !== 'APPROVAL').flatMap(({ gaps }) => gaps);
}

function stateOf(gaps: readonly Gap[]): StepStateName {
  if (gaps.length === 0) return 'DONE';
  return gaps.every(({ code }) => OTHERS_TURN.includes(code)) ? 'WAITING' : 'TODO';
}

function serviceGaps({ services, radiusMetres, hasStudio }: OnboardingFacts): Gap[] {
  const studioOnly = hasStudio ? [] : services.filter((service) => service.studioOnly);
  return [
    ...(services.length === 0 ? [gap('SERVICE_MISSING')] : []),
    ...services.filter((service) => !service.levelSuffices).map(({ code }) => gap('LEVEL_TOO_LOW', code)),
    ...studioOnly.map(({ code }) => gap('STUDIO_MISSING', code)),
    ...(radiusMetres <= 0 ? [gap('AREA_MISSING')] : []),
  ];
}

function credentialGaps({ services, credentials }: OnboardingFacts): Gap[] {
  const required = new Set(services.flatMap(({ requiredCredentialCodes }) => requiredCredentialCodes));
  return [...required].flatMap((code) => {
    const ofType = credentials.filter(({ typeCode }) => typeCode === code);
    if (ofType.some(({ holdsToday }) => holdsToday)) return [];
    const has = (states: readonly string[]): boolean => ofType.some(({ state }) => states.includes(state));
    if (has(UNDER_REVIEW)) return [gap('CREDENTIAL_IN_REVIEW', code)];
    if (has(SENT_BACK)) return [gap('CREDENTIAL_REFUSED', code)];
    return [gap(has(['APPROVED', 'EXPIRED', 'REVOKED']) ? 'CREDENTIAL_ENDED' : 'CREDENTIAL_MISSING', code)];
  });
}

function courseGaps({ services, courses }: OnboardingFacts): Gap[] {
  const required = new Set(services.flatMap(({ requiredCourseCode }) => requiredCourseCode ?? []));
  return [...required].flatMap((code) => {
    const ofCourse = courses.filter(({ courseCode }) => courseCode === code);
    if (ofCourse.some(({ holdsToday }) => holdsToday)) return [];
    return [gap(ofCourse.length > 0 ? 'COURSE_ENDED' : 'COURSE_MISSING', code)];
  });
}

function gap(code: GapCode, subject: string | null = null): Gap {
  return { code, subject };
}
