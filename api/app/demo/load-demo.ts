import type { EntityManager } from '@mikro-orm/postgresql';
import type { Vault } from '../../platform/vault.ts';
import type { Clock } from '../../kernel/clock.ts';
import {
  Account,
  Address,
  Consent,
  HouseholdMember,
  SEALED_ACCOUNT,
  SEALED_ADDRESS,
} from '../../modules/accounts/index.ts';
import { HoursException, Reservation, TimeOff, WorkingSpan } from '../../modules/availability/index.ts';
import type { ProviderStanding } from '../../modules/availability/index.ts';
import { BookingTransition } from '../../modules/bookings/booking-transition.entity.ts';
import { bookPayments } from '../../modules/bookings/book-payments.ts';
import { Booking, SEALED_BOOKING } from '../../modules/bookings/index.ts';
import { isLive } from '../../modules/bookings/domain/transitions.ts';
import { Holiday, Place, Region, ServiceCategory, ServiceItem, ServiceOption } from '../../modules/catalog/index.ts';
import { Message, MessageRead, MessageThread } from '../../modules/messages/index.ts';
import { advanceCheckpoints } from '../../modules/payments/ledger/ledger.queries.ts';
import { Payment } from '../../modules/payments/payment.entity.ts';
import { SandboxCharge } from '../../modules/payments/sandbox-charge.entity.ts';
import {
  Business,
  BusinessManager,
  Offering,
  PayoutAccount,
  Provider,
  ProviderTransition,
} from '../../modules/providers/index.ts';
import {
  Credential,
  CredentialDecisionRecord,
  CredentialReaudit,
  CredentialTransition,
  CredentialType,
  ReauditSeed,
  SEALED_CREDENTIAL,
} from '../../modules/qualifications/index.ts';
import { LevelChange, LevelRun } from '../../modules/quality/index.ts';
import { Review } from '../../modules/reviews/index.ts';
import { Certificate, Course, CourseAssignment, CourseVersion, LessonProgress } from '../../modules/training/index.ts';
import { demoPeople } from './demo-accounts.ts';
import { demoBookings } from './demo-bookings.ts';
import type { DemoBooking } from './demo-bookings.ts';
import { demoBusiness } from './demo-business.ts';
import { demoCatalogue } from './demo-catalogue.ts';
import { HOUR_MS } from './demo-context.ts';
import type { DemoContext } from './demo-context.ts';
import { demoConsents } from './demo-consents.ts';
import { demoCourses, demoCourseVersions, demoTraining } from './demo-courses.ts';
import { demoCredentials } from './demo-credentials.ts';
import type { DemoCredentials } from './demo-credentials.ts';
import { demoReaudits } from './demo-reaudits.ts';
import { fillDiaries } from './demo-diaries.ts';
import { demoHolidays } from './demo-holidays.ts';
import { demoMessages } from './demo-messages.ts';
import { demoHousehold } from './demo-household.ts';
import { demoHours } from './demo-hours.ts';
import { DemoIds } from './demo-ids.ts';
import { demoLevelChanges, demoLevelRuns, demoPayouts, demoTransitions } from './demo-provider-parts.ts';
import { demoProviders } from './demo-providers.ts';
import type { DemoProvider } from './demo-providers.ts';
import { demoCredentialTypes } from './demo-qualifications.ts';
import { demoPlaces, demoRegions, setCategoryRates } from './demo-regions.ts';
import { demoReviews, withRecords } from './demo-reviews.ts';
import { SeededRandom } from './seeded-random.ts';
import { VisitPlanner } from './visit-planner.ts';

const SEED = 20_240_817;

/** What the caller needs to know of the marketplace it now has. */
export interface LoadedDemo {
  /** Bookings that are still to come or under way, soonest first: what reminders are due for. */
  readonly upcomingBookingIds: readonly string[];
  /** Bookings that something was taken for, which the books have to tell of. */
  readonly paidBookingIds: readonly string[];
  readonly regionCount: number;
  readonly providerCount: number;
  readonly bookingCount: number;
}

/** An entity with the rows of its table, in the order in which foreign keys allow them to be inserted. */
interface Batch<T extends object> {
  readonly entity: new () => T;
  readonly rows: readonly T[];
}

/**
 * Fills an empty database with the demo marketplace, in one transaction. The same clock gives the same marketplace, to
 * the last id; only the salt of the password hash differs. Everything is dated relative to the clock, so that there are
 * free times this week whenever it is loaded. Whether the database is empty is for the caller to check.
 */
export async function loadDemo(
  em: EntityManager,
  clock: Clock,
  vault: Vault,
  onProgress?: (step: string) => void,
): Promise<LoadedDemo> {
  const now = new Date(Math.floor(clock.now().getTime() / 1_000) * 1_000);
  const random = new SeededRandom(SEED);
  // Ids made while the demo is in use must sort after these.
  const ids = new DemoIds(random.streamFor('ids'), new Date(now.getTime() - HOUR_MS));
  onProgress?.('planning the demo marketplace');
  const { batches, loaded } = await buildMarketplace({ now, ids, random, vault });
  onProgress?.('writing the demo marketplace');
  await em.transactional(async (transaction) => {
    for (const { entity, rows } of batches) await transaction.insertMany(entity, [...rows]);
    await bookPayments(transaction, clock, loaded.paidBookingIds);
    await advanceCheckpoints(transaction);
  });
  return loaded;
}

async function buildMarketplace(context: DemoContext): Promise<{ batches: Batch<object>[]; loaded: LoadedDemo }> {
  const { vault } = context;
  const regions = demoRegions(context);
  const places = demoPlaces(context, regions);
  const holidays = demoHolidays(context, regions);
  const catalogue = demoCatalogue(context, regions);
  setCategoryRates(regions, catalogue.categories);
  const types = demoCredentialTypes(context);
  const courses = demoCourses(context);
  const people = await demoPeople(context, regions);
  const versions = demoCourseVersions(context, courses, people.staff.operator);
  const sources = { regions, places, items: catalogue.items, demoAccount: people.provider };
  const providers = demoProviders(context, sources);
  const hours = demoHours(context, providers, holidays);
  const agency = demoBusiness(context, providers, people.manager);
  const papers = demoCredentials(context, providers, types, versions, people.staff);
  const reaudits = demoReaudits(context, papers.credentials, papers.decisions, people.staff.auditors);
  const training = demoTraining(context, providers, versions, papers.certificates, people.staff.operator);
  const standings = standingsOf(
    providers,
    papers,
    new Map([...types.values(), ...courses.values()].map(({ id, code }) => [id, code])),
  );
  const planner = new VisitPlanner(context, { providers, hours, holidays, standings });
  fillDiaries(context, planner, providers, people);
  const planned = demoBookings(context, planner.visits);
  const reviews = demoReviews(context, planned);
  const shared = demoHousehold(context, people, planned);
  const { bookings } = shared;
  const steps = demoTransitions(context, providers, people.staff.operator.id);
  const records = withRecords(
    providers.map(({ row }) => row),
    bookings,
    reviews,
  );
  const batches = [
    batch(Region, [...regions.values()]),
    batch(Place, places),
    batch(Holiday, holidays),
    batch(ServiceCategory, catalogue.categories),
    batch(
      ServiceItem,
      catalogue.items.map(({ row }) => row),
    ),
    batch(
      ServiceOption,
      catalogue.items.flatMap(({ options }) => options),
    ),
    batch(CredentialType, [...types.values()]),
    batch(Course, [...courses.values()]),
    batch(
      Account,
      [...people.accounts, shared.account].map((row) => vault.sealRow(SEALED_ACCOUNT, row)),
    ),
    batch(HouseholdMember, [shared.member]),
    batch(CourseVersion, [...versions.values()]),
    batch(
      Address,
      [...people.demoHomes, ...people.homes].map(({ address }) => vault.sealRow(SEALED_ADDRESS, address)),
    ),
    batch(Business, [agency.business]),
    batch(BusinessManager, [agency.manager]),
    batch(Provider, records),
    batch(ProviderTransition, steps),
    batch(PayoutAccount, demoPayouts(context, vault, providers)),
    batch(LevelChange, demoLevelChanges(context, providers)),
    batch(LevelRun, demoLevelRuns(context, records)),
    batch(
      Offering,
      providers.flatMap(({ offers }) => offers.map(({ offering }) => offering)),
    ),
    batch(WorkingSpan, hours.spans),
    batch(HoursException, hours.exceptions),
    batch(TimeOff, hours.timeOff),
    batch(
      Credential,
      papers.credentials.map((row) => vault.sealRow(SEALED_CREDENTIAL, row)),
    ),
    batch(CredentialDecisionRecord, papers.decisions),
    batch(CredentialTransition, papers.transitions),
    batch(ReauditSeed, reaudits.seeds),
    batch(CredentialReaudit, reaudits.reaudits),
    batch(Certificate, papers.certificates),
    batch(CourseAssignment, training.assignments),
    batch(LessonProgress, training.progress),
    batch(
      Reservation,
      bookings.map(({ reservation }) => reservation),
    ),
    batch(
      Booking,
      bookings.map(({ booking }) => vault.sealRow(SEALED_BOOKING, booking)),
    ),
    batch(
      BookingTransition,
      bookings.flatMap(({ transitions }) => transitions),
    ),
    batch(
      SandboxCharge,
      bookings.flatMap(({ charge }) => charge ?? []),
    ),
    batch(
      Payment,
      bookings.flatMap(({ payment }) => payment ?? []),
    ),
    batch(Review, reviews),
    batch(Consent, demoConsents(context, people.accounts)),
    ...messageBatches(demoMessages(context, bookings, people.provider.id)),
  ];
  const loaded: LoadedDemo = {
    upcomingBookingIds: upcomingIds(bookings, context.now),
    paidBookingIds: bookings.flatMap(({ payment }) =>
      payment === null || payment.captured === 0 ? [] : payment.reference,
    ),
    regionCount: regions.size,
    providerCount: providers.length,
    bookingCount: bookings.length,
  };
  return { batches, loaded };
}

function messageBatches({ threads, messages, marks }: ReturnType<typeof demoMessages>): Batch<object>[] {
  return [batch(MessageThread, threads), batch(Message, messages), batch(MessageRead, marks)];
}

function batch<T extends object>(entity: new () => T, rows: readonly T[]): Batch<object> {
  return { entity, rows };
}

function upcomingIds(bookings: readonly DemoBooking[], now: Date): string[] {
  return bookings
    .map(({ booking }) => booking)
    .filter(({ state, endsAt }) => isLive(state) && endsAt > now)
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .map(({ id }) => id);
}

/** What each provider has to show (P3), so that visits are only put where search would offer them too. */
function standingsOf(
  providers: readonly DemoProvider[],
  { credentials, certificates }: DemoCredentials,
  codes: ReadonlyMap<string, string>,
): ReadonlyMap<string, ProviderStanding> {
  return new Map(
    providers.map(({ row, offers }) => [
      row.id,
      {
        status: row.status,
        level: row.level,
        enabledItemIds: new Set(offers.filter(({ offering }) => offering.enabled).map(({ item }) => item.row.id)),
        credentials: credentials
          .filter(({ provider }) => provider === row.id)
          .flatMap(({ state, type, validFrom, validUntil }) =>
            validFrom === null ? [] : [{ state, validFrom, validUntil, typeCode: codes.get(type) ?? '' }],
          ),
        certificates: certificates
          .filter(({ provider }) => provider === row.id)
          .map((certificate) => ({ ...certificate, courseId: codes.get(certificate.course) ?? '' })),
      },
    ]),
  );
}
