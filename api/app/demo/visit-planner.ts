import { instantAt } from '../../kernel/zoned-time.ts';
import { freeStarts, reasonsAgainst, toSlotQuestion } from '../../modules/availability/index.ts';
import type { Diary, ProviderStanding, Reservation } from '../../modules/availability/index.ts';
import { Venue } from '../../modules/catalog/index.ts';
import type { Holiday, ServiceOption } from '../../modules/catalog/index.ts';
import { quoteVisitItems, toStoredQuote } from '../../modules/pricing/index.ts';
import type { StoredQuote } from '../../modules/pricing/index.ts';
import type { Home } from './demo-accounts.ts';
import { MINUTE_MS, dateFrom, required } from './demo-context.ts';
import type { DemoContext } from './demo-context.ts';
import type { DemoHours } from './demo-hours.ts';
import type { DemoProvider, OfferedItem } from './demo-providers.ts';

/** What a household wants done, where and by whom. */
export interface VisitWish {
  readonly provider: DemoProvider;
  readonly home: Home;
  readonly offer: OfferedItem;
  readonly venue: Venue;
  /** Null for an item with one price. */
  readonly units: number | null;
  readonly options: readonly ServiceOption[];
}

/** How a visit came out, or will if nothing happens. */
export type VisitEnding =
  | 'AS_AGREED'
  | 'CANCELLED_EARLY'
  | 'CANCELLED_LATE'
  | 'CANCELLED_BY_PROVIDER'
  | 'NO_SHOW'
  | 'HOLD_EXPIRED'
  | 'DECLINED';

/** A visit with its time and price. */
export interface PlannedVisit extends VisitWish {
  readonly start: Date;
  readonly end: Date;
  readonly bookedAt: Date;
  readonly quote: StoredQuote;
  readonly ending: VisitEnding;
  /** Whether the household writes a review once the visit is over; null leaves it to chance. */
  readonly isReviewed: boolean | null;
}

interface Intervals {
  readonly start: number;
  readonly end: number;
}

export interface PlannerSources {
  readonly providers: readonly DemoProvider[];
  readonly hours: DemoHours;
  readonly holidays: readonly Holiday[];
  readonly standings: ReadonlyMap<string, ProviderStanding>;
}

/**
 * Finds times for visits by the slot engine that search and booking use, so that no diary of the demo can break the rules,
 * and prices them by the same quote.
 */
export class VisitPlanner {
  readonly visits: PlannedVisit[] = [];
  readonly #context: DemoContext;
  readonly #sources: PlannerSources;
  readonly #diaries: ReadonlyMap<string, Diary & { readonly occupied: Diary['occupied'][number][] }>;
  /** When each household is already expecting somebody, by account. */
  readonly #expecting = new Map<string, Intervals[]>();

  constructor(context: DemoContext, sources: PlannerSources) {
    this.#context = context;
    this.#sources = sources;
    const { spans, exceptions, timeOff } = sources.hours;
    const spansOf = Map.groupBy(spans, ({ provider }) => provider);
    const exceptionsOf = Map.groupBy(exceptions, ({ provider }) => provider);
    const timeOffOf = Map.groupBy(timeOff, ({ provider }) => provider);
    this.#diaries = new Map(
      sources.providers.map(({ row: { id } }) => [
        id,
        {
          weekly: spansOf.get(id) ?? [],
          exceptions: exceptionsOf.get(id) ?? [],
          blocked: (timeOffOf.get(id) ?? []).map((off) => toMinutes(off.startsAt, off.endsAt)),
          occupied: [],
        },
      ]),
    );
  }

  /** The free starts of a local day, counted from today, for somebody who books at `bookedAt`; none if nobody is qualified. */
  startsOn(wish: VisitWish, day: number, bookedAt: Date): Date[] {
    const { provider, home, offer } = wish;
    const { region } = provider;
    const date = dateFrom(this.#context.now, day, region.timeZone);
    const minutes = this.#quote(wish, null, bookedAt).durationMinutes;
    const standing = required(this.#sources.standings, provider.row.id);
    const plan = { items: [offer.item.row], minutes, place: placeOf(wish) };
    const question = toSlotQuestion({
      provider: provider.row,
      standing,
      region,
      diary: required(this.#diaries, provider.row.id),
      plan,
      from: date,
      to: date,
      now: bookedAt,
    });
    const expecting = this.#expecting.get(home.account.id) ?? [];
    return freeStarts(question)
      .filter((start) => reasonsAgainst(standing, plan, region.timeZone, start).length === 0)
      .filter((start) => expecting.every((other) => start + minutes <= other.start || start >= other.end))
      .map((start) => new Date(start * MINUTE_MS));
  }

  /** Puts a visit at one of its free starts. Only one that takes place takes up time. */
  plan(
    wish: VisitWish,
    start: Date,
    bookedAt: Date,
    ending: VisitEnding,
    isReviewed: boolean | null = null,
  ): PlannedVisit {
    const quote = this.#quote(wish, start, bookedAt);
    const end = new Date(start.getTime() + quote.durationMinutes * MINUTE_MS);
    const visit = { ...wish, start, end, bookedAt, quote, ending, isReviewed };
    this.visits.push(visit);
    if (ending === 'AS_AGREED') {
      const buffered = occupiedUntil(visit);
      required(this.#diaries, wish.provider.row.id).occupied.push({
        ...toMinutes(start, buffered),
        visitStart: toMinutes(start, end).start,
        place: placeOf(wish),
      });
      const account = wish.home.account.id;
      this.#expecting.set(account, [...(this.#expecting.get(account) ?? []), toMinutes(start, end)]);
    }
    return visit;
  }

  /** Midnight at the beginning of a local day of the wish, counted from today. */
  dayStart({ provider }: VisitWish, day: number): Date {
    const { timeZone } = provider.region;
    return instantAt(dateFrom(this.#context.now, day, timeZone), '00:00', timeZone);
  }

  #quote(wish: VisitWish, start: Date | null, now: Date): StoredQuote {
    const { provider, offer, units, options } = wish;
    const { row: item, options: all } = offer.item;
    const holidays = this.#sources.holidays
      .filter(({ region }) => region === provider.region.id)
      .map(({ date }) => date);
    const outcome = quoteVisitItems(
      {
        region: provider.region,
        holidays,
        items: [{ item, options: all, units, optionIds: options.map(({ id }) => id) }],
      },
      () => offer.offering.priceAmount,
      start,
      now,
    );
    if ('problem' in outcome)
      throw new RangeError(`the demo asks for an impossible visit: ${outcome.problem.message.en}`);
    return toStoredQuote(outcome);
  }
}

/** Where the visit takes place: at the household's address or at the provider's studio. */
export function placeOf({ venue, home, provider }: VisitWish): { latitude: number; longitude: number } {
  const { latitude, longitude } = venue === Venue.AT_HOME ? home.point : provider.row;
  return { latitude, longitude };
}

/** The end of the time a visit takes up, with its buffer. */
export function occupiedUntil({ end, offer }: PlannedVisit): Reservation['occupiedEnd'] {
  return new Date(end.getTime() + offer.item.row.bufferAfterMinutes * MINUTE_MS);
}

function toMinutes(start: Date, end: Date): Intervals {
  return { start: Math.floor(start.getTime() / MINUTE_MS), end: Math.ceil(end.getTime() / MINUTE_MS) };
}
