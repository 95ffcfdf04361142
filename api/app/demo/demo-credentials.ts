import type { UnsealedAccount } from '../../modules/accounts/index.ts';
import { ProviderLevel } from '../../modules/catalog/index.ts';
import { CredentialState } from '../../modules/qualifications/index.ts';
import type {
  UnsealedCredential,
  CredentialDecisionRecord,
  CredentialTransition,
  CredentialType,
} from '../../modules/qualifications/index.ts';
import type { Certificate, CourseVersion } from '../../modules/training/index.ts';
import { CREDENTIAL_CASES, DOCUMENTS } from './credential-cases.ts';
import type { OpenState } from './credential-cases.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, dateFrom, required } from './demo-context.ts';
import { DemoReviews } from './demo-credential-reviews.ts';
import type { DemoContext } from './demo-context.ts';
import type { DemoProvider } from './demo-providers.ts';
import type { CourseCode, CredentialCode } from './demo-qualifications.ts';
import type { Obstacle, Trade } from './provider-profile.ts';
import type { SeededRandom } from './seeded-random.ts';

const REVIEW_HOURS = 48;
const DAYS_PER_MONTH = 30;
/** Documents are older than the visits of the demo and outlast its horizon, so that only those that should do run out. */
const OLDER_THAN_DAYS = 130;
const OUTLASTS_DAYS = 75;

const COURSE_OF_TRADE: Readonly<Partial<Record<Trade, CourseCode>>> = {
  CLEANER: 'SAFE_CLEANING',
  NANNY: 'CHILD_CARE_BASICS',
};

export interface DemoCredentials {
  readonly credentials: readonly UnsealedCredential[];
  readonly decisions: readonly CredentialDecisionRecord[];
  readonly transitions: readonly CredentialTransition[];
  readonly certificates: readonly Certificate[];
}

/** Who decides on papers. */
export interface DemoStaff {
  readonly auditors: readonly [UnsealedAccount, UnsealedAccount, UnsealedAccount];
  readonly operator: UnsealedAccount;
}

/** When a document was good, in days from today; `until` null never ends. */
interface Span {
  readonly from: number;
  readonly until: number | null;
}

/** Writes the papers of all providers. */
export function demoCredentials(
  context: DemoContext,
  providers: readonly DemoProvider[],
  types: ReadonlyMap<CredentialCode, CredentialType>,
  versions: ReadonlyMap<CourseCode, CourseVersion>,
  staff: DemoStaff,
): DemoCredentials {
  const file = new CredentialFile(context, types, staff);
  for (const provider of providers) file.addStanding(provider);
  for (const [name, code, state, ageHours] of CREDENTIAL_CASES) {
    const provider = providers.find(({ profile }) => profile.name.en === name);
    if (!provider) throw new RangeError(`a credential case names ${name}, who is no provider of the demo`);
    file.addOpen(provider, code, state, ageHours);
  }
  const certificates = providers.flatMap((provider) => certificatesOf(context, provider, versions));
  const { decisions, transitions } = file.reviews;
  return { credentials: file.credentials, decisions, transitions, certificates };
}

class CredentialFile {
  readonly credentials: UnsealedCredential[] = [];
  readonly reviews: DemoReviews;
  readonly #context: DemoContext;
  readonly #types: ReadonlyMap<CredentialCode, CredentialType>;
  readonly #staff: DemoStaff;
  readonly #random: SeededRandom;

  constructor(context: DemoContext, types: ReadonlyMap<CredentialCode, CredentialType>, staff: DemoStaff) {
    this.#context = context;
    this.#types = types;
    this.#staff = staff;
    this.reviews = new DemoReviews(context, staff.auditors);
    this.#random = context.random.streamFor('credentials');
  }

  /** The decided credentials of a provider: what the items need, what the obstacle spoils, and what some have besides. */
  addStanding(provider: DemoProvider): void {
    const { profile } = provider;
    if (profile.obstacle === 'APPLICANT' || profile.obstacle === 'JUST_APPLIED') return;
    const needed = [
      ...new Set(provider.offers.flatMap(({ item }) => item.row.requiredCredentialCodes)),
    ] as CredentialCode[];
    const spoilt = spoiltCode(profile.obstacle, needed);
    const yearly = needed.find((code) => code === 'HEALTH_CERTIFICATE' || code === 'LIABILITY_INSURANCE');
    for (const code of needed) {
      const state = code === spoilt ? stateOfObstacle(profile.obstacle) : CredentialState.APPROVED;
      const endsSoon = profile.expiresSoon === true && code === yearly;
      const span = this.#spanOf(code, state, endsSoon);
      this.#addDecided(provider, code, state, span);
      // Last year's paper is kept, and shows that this one is a renewal.
      if (code === 'HEALTH_CERTIFICATE' && profile.years > 8 && state === CredentialState.APPROVED) {
        this.#addDecided(provider, code, CredentialState.EXPIRED, { from: span.from - 360, until: span.from - 1 });
      }
    }
    const isProven = profile.level === ProviderLevel.SENIOR || profile.level === ProviderLevel.MASTER;
    if (isProven && !needed.includes('FIRST_AID') && this.#random.chance(0.4)) {
      this.#addDecided(
        provider,
        'FIRST_AID',
        CredentialState.APPROVED,
        this.#spanOf('FIRST_AID', CredentialState.APPROVED, false),
      );
    }
  }

  /** A credential that an auditor still has to do with, or has just sent back. */
  addOpen(provider: DemoProvider, code: CredentialCode, state: OpenState, ageHours: number): void {
    const { now } = this.#context;
    const submittedAt = new Date(now.getTime() - ageHours * HOUR_MS);
    const isClaimed = state === 'IN_REVIEW';
    const isDraft = state === 'DRAFT';
    const { validityMonths: months, highRisk } = required(this.#types, code);
    const issued = -Math.ceil(ageHours / 24) - this.#random.integer(2, 20);
    const document = this.#document(provider, code, {
      from: issued,
      until: months === null ? null : issued + months * DAYS_PER_MONTH,
    });
    const credential: UnsealedCredential = {
      ...document,
      ...(isDraft ? { number: '', issuedBy: '', issuedOn: null, validFrom: null, validUntil: null } : {}),
      state: CredentialState[state],
      createdAt: new Date(submittedAt.getTime() - 20 * MINUTE_MS),
      submittedAt: isDraft ? null : submittedAt,
      dueAt: isDraft ? null : new Date(submittedAt.getTime() + REVIEW_HOURS * HOUR_MS),
      decidedAt: null,
      round: 1,
      claimedBy: isClaimed ? this.#staff.auditors[1].id : null,
      claimExpiresAt: isClaimed ? new Date(now.getTime() + 22 * MINUTE_MS) : null,
      version: isDraft || state === 'SUBMITTED' ? 1 : 2,
    };
    this.credentials.push(credential);
    this.reviews.addOpen({ credential, regionCode: provider.regionCode, highRisk, holder: provider.row.account });
  }

  #addDecided(provider: DemoProvider, code: CredentialCode, state: CredentialState, span: Span): void {
    const { now } = this.#context;
    const handedInDay = span.from + this.#random.integer(1, 4);
    const submittedAt = new Date(now.getTime() + handedInDay * DAY_MS - this.#random.integer(0, 600) * MINUTE_MS);
    const { highRisk } = required(this.#types, code);
    const credential: UnsealedCredential = {
      ...this.#document(provider, code, span),
      state,
      createdAt: submittedAt,
      submittedAt,
      dueAt: new Date(submittedAt.getTime() + REVIEW_HOURS * HOUR_MS),
      decidedAt: null,
      round: 1,
      claimedBy: null,
      claimExpiresAt: null,
      version: 2 + (highRisk ? 1 : 0) + (state === CredentialState.APPROVED ? 0 : 1),
    };
    this.credentials.push(credential);
    const { regionCode, row } = provider;
    const reviewed = { credential, regionCode, highRisk, holder: row.account };
    this.reviews.addApproval(reviewed);
    if (state === CredentialState.REVOKED)
      this.reviews.addRevocation(reviewed, this.#staff.operator, new Date(now.getTime() - 6 * DAY_MS));
    if (state === CredentialState.EXPIRED && span.until !== null)
      this.reviews.addExpiry(reviewed, new Date(now.getTime() + (span.until + 1) * DAY_MS));
  }

  #document(
    { row, regionCode, region }: DemoProvider,
    code: CredentialCode,
    { from, until }: Span,
  ): Pick<
    UnsealedCredential,
    'id' | 'provider' | 'type' | 'number' | 'issuedBy' | 'issuedOn' | 'validFrom' | 'validUntil' | 'verificationCode'
  > {
    const { now, ids } = this.#context;
    const [issuedBy, pattern] = DOCUMENTS[regionCode][code];
    const validFrom = dateFrom(now, from, region.timeZone);
    return {
      id: ids.next(),
      provider: row.id,
      type: required(this.#types, code).id,
      number: pattern
        .replace(/#/g, () => String(this.#random.integer(0, 9)))
        .replace('〔〕', `〔${validFrom.slice(0, 4)}〕`),
      issuedBy,
      issuedOn: validFrom,
      validFrom,
      validUntil: until === null ? null : dateFrom(now, until, region.timeZone),
      verificationCode: this.#random.code(16),
    };
  }

  #spanOf(code: CredentialCode, state: CredentialState, endsSoon: boolean): Span {
    const months = required(this.#types, code).validityMonths;
    if (months === null) return { from: -this.#random.integer(300, 2_400), until: null };
    const days = months * DAYS_PER_MONTH;
    if (state === CredentialState.EXPIRED) return { from: -9 - days, until: -9 };
    if (endsSoon) {
      const until = this.#random.integer(6, 20);
      return { from: until - days, until };
    }
    const from = -this.#random.integer(OLDER_THAN_DAYS, days - OUTLASTS_DAYS);
    return { from, until: from + days };
  }
}

function spoiltCode(obstacle: Obstacle | undefined, needed: readonly CredentialCode[]): CredentialCode | null {
  if (obstacle === 'CREDENTIAL_EXPIRED')
    return needed.includes('HEALTH_CERTIFICATE') ? 'HEALTH_CERTIFICATE' : 'BACKGROUND_CHECK';
  if (obstacle === 'CREDENTIAL_REVOKED') return 'COSMETOLOGY_LICENCE';
  return obstacle === 'SUSPENDED' ? 'BACKGROUND_CHECK' : null;
}

function stateOfObstacle(obstacle: Obstacle | undefined): CredentialState {
  return obstacle === 'CREDENTIAL_EXPIRED' ? CredentialState.EXPIRED : CredentialState.REVOKED;
}

/** A course is taken by everyone it concerns but trainees, who have it ahead of them. */
function certificatesOf(
  { ids, now, random }: DemoContext,
  { row, profile, region }: DemoProvider,
  versions: ReadonlyMap<CourseCode, CourseVersion>,
): Certificate[] {
  const code = COURSE_OF_TRADE[profile.trade];
  const isWithout =
    profile.obstacle === 'COURSE_MISSING' || profile.obstacle === 'APPLICANT' || profile.obstacle === 'JUST_APPLIED';
  if (code === undefined || isWithout || profile.level === ProviderLevel.TRAINEE) return [];
  const stream = random.streamFor(`certificate ${profile.name.en}`);
  const from = -stream.integer(OLDER_THAN_DAYS, 600);
  const version = required(versions, code);
  return [
    {
      id: ids.next(),
      provider: row.id,
      course: version.course,
      version: version.id,
      validFrom: dateFrom(now, from, region.timeZone),
      validUntil: dateFrom(now, from + 720, region.timeZone),
      verificationCode: stream.code(16),
    },
  ];
}
