import { Venue } from '../../modules/catalog/index.ts';
import type { DemoPeople, Home } from './demo-accounts.ts';
import { DAY_MS, HOUR_MS } from './demo-context.ts';
import type { DemoContext, RegionCode } from './demo-context.ts';
import type { DemoProvider } from './demo-providers.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { VisitEnding, VisitPlanner, VisitWish } from './visit-planner.ts';
import { likelyWish } from './visit-wishes.ts';

const PAST_DAYS = 90;
const AHEAD_DAYS = 13;
/** A day may be full or free of work; after so many tries the visit is left out. */
const TRIES = 5;

/** How many visits each demand stands for: of the last 90 days, and of the next two weeks. */
const VISITS_BY_DEMAND = {
  NONE: { past: [0, 0], ahead: [0, 0], firstDay: PAST_DAYS },
  NEW: { past: [1, 4], ahead: [1, 1], firstDay: 30 },
  STEADY: { past: [6, 10], ahead: [1, 3], firstDay: PAST_DAYS },
  SOUGHT: { past: [13, 19], ahead: [4, 6], firstDay: PAST_DAYS },
} as const;

/** Of a hundred past visits about so many went otherwise than agreed. */
const PAST_ENDINGS: readonly (readonly [VisitEnding, number])[] = [
  ['CANCELLED_EARLY', 0.045],
  ['CANCELLED_LATE', 0.02],
  ['CANCELLED_BY_PROVIDER', 0.015],
  ['NO_SHOW', 0.008],
  ['HOLD_EXPIRED', 0.012],
];

/** A visit of the demo household: days from today, and whether it has a review (null where none is due). */
interface ArrangedVisit {
  readonly region: RegionCode;
  readonly provider: string;
  readonly item: string;
  readonly units: number | null;
  readonly days: readonly number[];
  readonly ending: VisitEnding;
  readonly isReviewed: boolean | null;
}

const REGULAR = { region: 'hangzhou', provider: 'Lin Yue', item: 'home-cleaning', units: 3 } as const;

/** Several days where the first may be a Sunday or a day off. */
const DEMO_HOUSEHOLD_VISITS: readonly ArrangedVisit[] = [
  { ...REGULAR, days: [-45, -46, -44], ending: 'AS_AGREED', isReviewed: false },
  { ...REGULAR, days: [-31, -32, -30], ending: 'AS_AGREED', isReviewed: true },
  { ...REGULAR, days: [-17, -18, -16], ending: 'AS_AGREED', isReviewed: true },
  { ...REGULAR, days: [-10, -11, -9], ending: 'CANCELLED_EARLY', isReviewed: null },
  { ...REGULAR, days: [-3, -4, -5], ending: 'AS_AGREED', isReviewed: false },
  {
    region: 'london',
    provider: 'Imogen Clarke',
    item: 'haircut',
    units: null,
    days: [-58, -59, -57, -56],
    ending: 'AS_AGREED',
    isReviewed: true,
  },
  { ...REGULAR, days: [1, 2, 3], ending: 'AS_AGREED', isReviewed: null },
  {
    region: 'hangzhou',
    provider: 'Yu Dawei',
    item: 'light-and-socket-fitting',
    units: 3,
    days: [7, 8, 9],
    ending: 'AS_AGREED',
    isReviewed: null,
  },
];

/** Beyond a day, so that cancelling the next visit is still free when the demo is opened. */
const DEMO_HOUSEHOLD_LEAD_MS = 25 * HOUR_MS;

/** Fills the diaries: first what the demo accounts should find, then everybody else's. */
export function fillDiaries(
  context: DemoContext,
  planner: VisitPlanner,
  providers: readonly DemoProvider[],
  { homes, demoHomes }: DemoPeople,
): void {
  for (const visit of DEMO_HOUSEHOLD_VISITS) arrange(context, planner, providers, demoHomes, visit);
  const [linYue, ...others] = providers;
  if (linYue) fillDemoDiary(context, planner, linYue, homes);
  for (const provider of others) fillOne(context, planner, provider, homes);
}

function arrange(
  context: DemoContext,
  planner: VisitPlanner,
  providers: readonly DemoProvider[],
  demoHomes: readonly Home[],
  visit: ArrangedVisit,
): void {
  const provider = providers.find(({ profile }) => profile.name.en === visit.provider);
  const home = demoHomes.find(({ region }) => region === visit.region);
  const offer = provider?.offers.find(({ item }) => item.row.code === visit.item);
  if (!provider || !home || !offer)
    throw new RangeError(`the demo household cannot book ${visit.item} of ${visit.provider}`);
  const venue = provider.row.hasStudio ? Venue.AT_STUDIO : Venue.AT_HOME;
  const wish: VisitWish = { provider, home, offer, venue, units: visit.units, options: [] };
  const random = context.random.streamFor(`demo household ${visit.provider} ${visit.days[0]}`);
  const earliest = context.now.getTime() + DEMO_HOUSEHOLD_LEAD_MS;
  for (const day of visit.days) {
    const bookedAt = bookingInstant(context, planner, random, wish, day);
    const start = planner.startsOn(wish, day, bookedAt).find((free) => day < 0 || free.getTime() >= earliest);
    if (!start) continue;
    planner.plan(wish, start, bookedAt, visit.ending, visit.isReviewed);
    return;
  }
  throw new RangeError(`${visit.provider} has no time for the demo household around day ${visit.days[0]}`);
}

/** The diary behind `provider@demo.doorstep`: three visits today, two on most days of the week, many behind her. */
function fillDemoDiary(
  context: DemoContext,
  planner: VisitPlanner,
  provider: DemoProvider,
  homes: readonly Home[],
): void {
  const random = context.random.streamFor('demo diary');
  const perDay = [3, 2, 2, 3, 2, 2, 2, 1, 2, 1, 1];
  for (const [day, count] of perDay.entries()) {
    for (let visit = 0; visit < count; visit++) {
      placeSomewhere(
        context,
        planner,
        random,
        provider,
        homes,
        () => day,
        'EARLIEST',
        () => 'AS_AGREED',
      );
    }
  }
  for (let visit = 0; visit < 38; visit++) {
    placeSomewhere(
      context,
      planner,
      random,
      provider,
      homes,
      () => -random.integer(1, PAST_DAYS),
      'ANY',
      () => pastEnding(random, provider),
    );
  }
}

function fillOne(context: DemoContext, planner: VisitPlanner, provider: DemoProvider, homes: readonly Home[]): void {
  const random = context.random.streamFor(`diary ${provider.profile.name.en}`);
  const { past, ahead, firstDay } = VISITS_BY_DEMAND[provider.profile.demand];
  const pastCount = random.integer(past[0], past[1]);
  const aheadCount = random.integer(ahead[0], ahead[1]);
  for (let visit = 0; visit < pastCount; visit++) {
    placeSomewhere(
      context,
      planner,
      random,
      provider,
      homes,
      () => -random.integer(1, firstDay),
      'ANY',
      () => pastEnding(random, provider),
    );
  }
  for (let visit = 0; visit < aheadCount; visit++) {
    // Sooner days fill up first.
    const nextDay = (): number => Math.floor(random.next() ** 1.3 * (AHEAD_DAYS + 1));
    placeSomewhere(context, planner, random, provider, homes, nextDay, 'ANY', () =>
      random.chance(0.05) ? 'CANCELLED_EARLY' : 'AS_AGREED',
    );
  }
}

function placeSomewhere(
  context: DemoContext,
  planner: VisitPlanner,
  random: SeededRandom,
  provider: DemoProvider,
  homes: readonly Home[],
  nextDay: () => number,
  preference: 'EARLIEST' | 'ANY',
  ending: () => VisitEnding,
): void {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const wish = likelyWish(random, provider, homes);
    if (!wish) return;
    const day = nextDay();
    const bookedAt = bookingInstant(context, planner, random, wish, day);
    if (bookedAt < wish.home.account.createdAt) continue;
    const starts = planner.startsOn(wish, day, bookedAt);
    const start = preference === 'EARLIEST' ? starts[0] : starts[random.integer(0, Math.max(starts.length - 1, 0))];
    if (!start) continue;
    planner.plan(wish, start, bookedAt, ending());
    return;
  }
}

/** Between eight hours and ten days before the day of the visit, and always in the past. */
function bookingInstant(
  { now }: DemoContext,
  planner: VisitPlanner,
  random: SeededRandom,
  wish: VisitWish,
  day: number,
): Date {
  const ahead = planner.dayStart(wish, day).getTime() - 8 * HOUR_MS - random.next() * 9 * DAY_MS;
  const latest = now.getTime() - 2 * HOUR_MS - random.next() * 2 * DAY_MS;
  return new Date(Math.round(Math.min(ahead, latest) / 1_000) * 1_000);
}

function pastEnding(random: SeededRandom, { row }: DemoProvider): VisitEnding {
  if (!row.instantBooking && random.chance(0.2)) return 'DECLINED';
  let left = random.next();
  for (const [ending, share] of PAST_ENDINGS) {
    left -= share;
    if (left < 0) return ending;
  }
  return 'AS_AGREED';
}
