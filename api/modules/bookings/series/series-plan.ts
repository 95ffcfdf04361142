import { localDateAt } from '../../../kernel/zoned-time.ts';
import { required } from '../../../kernel/required.ts';
import type { EntityManager } from '../../../platform/database.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { say } from '../../../platform/say.ts';
import { listDiaries, listStandings } from '../../availability/index.ts';
import type { ServiceItem } from '../../catalog/index.ts';
import { InvalidVisitError, quoteVisitItems, toStoredQuote } from '../../pricing/index.ts';
import type { StoredQuote } from '../../pricing/index.ts';
import { Booking } from '../booking.entity.ts';
import type { BookedItem } from '../booking.entity.ts';
import { checkOffer } from '../checked-offer.ts';
import type { CheckedOffer } from '../checked-offer.ts';
import { expandRecurrence, recurrenceProblem } from '../domain/recurrence.ts';
import type { Occurrence } from '../domain/recurrence.ts';
import { notBookable, placeReasons, pointOf, refuseStart } from '../hold-check.ts';
import { HoldRefused } from '../hold-outcome.ts';
import { toBookedItems } from '../held-booking.ts';
import { SeriesDateStatus } from './series.enums.ts';
import { ownHold } from '../release-hold.service.ts';
import { isAtHand, judgeDates, listAlternatives, withVisit } from './judge-dates.ts';
import type { DatesQuestion, DateVerdict, WantedStart } from './judge-dates.ts';
import type { SeriesInput } from './series.inputs.ts';
import type { SeriesAlternative, SeriesDate } from './series.type.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Alternatives may lie a few days before the first and behind the last date. */
const MARGIN_MS = 8 * DAY_MS;

/** A series that somebody wishes for, checked against everything but the diary. */
export interface SeriesPlan extends CheckedOffer {
  readonly everyWeeks: number;
  /** Ascending. */
  readonly weekdays: readonly number[];
  readonly occurrences: readonly Occurrence[];
}

/** A date of a series at the start that it is wanted at. */
export interface WantedDate extends WantedStart {
  readonly date: string;
  readonly isShownTwice: boolean;
}

/** Reads a series against catalogue and rule. @throws HoldRefused with what does not fit. */
export async function planSeries(context: RequestContext, input: SeriesInput): Promise<SeriesPlan> {
  const offer = await checkOffer(context, input);
  const { provider, checked } = offer;
  const { region } = checked.visit;
  if (!provider.instantBooking) {
    const message = say(context, {
      en: 'This person wants to be asked for each time, so a series cannot be booked with them.',
      'zh-CN': '该服务者需逐次确认时间，无法预约系列服务。',
    });
    throw new HoldRefused(new InvalidVisitError('ASKS_FIRST', message, 'providerId'));
  }
  const reasons = placeReasons(context, offer);
  if (reasons.length > 0) throw new HoldRefused(notBookable(context, reasons));
  const now = context.clock.now().getTime();
  if (input.start.getTime() % MINUTE_MS !== 0) throw new HoldRefused(refuseStart(context, 'OFF_GRID'));
  if (input.start.getTime() < now) throw new HoldRefused(refuseStart(context, 'TOO_SOON'));
  if (input.start.getTime() >= now + region.rules.horizonDays * DAY_MS)
    throw new HoldRefused(refuseStart(context, 'BEYOND_HORIZON'));
  const rule = {
    firstStart: input.start,
    everyWeeks: input.everyWeeks,
    weekdays: input.weekdays,
    until: input.until ?? null,
    count: input.count ?? null,
  };
  const problem = recurrenceProblem(rule, region.timeZone);
  if (problem) throw new HoldRefused(InvalidVisitError.of(context, problem));
  return {
    ...offer,
    everyWeeks: rule.everyWeeks,
    weekdays: rule.weekdays.toSorted((a, b) => a - b),
    occurrences: expandRecurrence(rule, region.timeZone),
  };
}

export function toWantedDate({ date, start, clock }: Occurrence): WantedDate {
  return { date, start, isSkipped: clock === 'SKIPPED', isShownTwice: clock === 'TWICE' };
}

/** The price of one visit of the series at that start, and its items as they are kept with a booking. */
export function quoteAt(
  context: RequestContext,
  { checked, priceOf }: CheckedOffer,
  start: Date,
): { readonly quote: StoredQuote; readonly items: readonly BookedItem[] } {
  const outcome = quoteVisitItems(checked.visit, priceOf, start, context.clock.now());
  if ('problem' in outcome) throw new HoldRefused(InvalidVisitError.of(context, outcome.problem));
  return { quote: toStoredQuote(outcome), items: toBookedItems(outcome.quote.items) };
}

/**
 * What the dates are judged by, as `em` sees it. The time that the household holds itself counts as free: accepting lets go of it
 * first. One that the waitlist keeps for it does not, for that is let go of by an answer alone.
 */
export async function readDatesQuestion(
  em: EntityManager,
  context: RequestContext,
  { provider, checked }: CheckedOffer,
  starts: readonly Date[],
): Promise<DatesQuestion> {
  const times = starts.map((start) => start.getTime());
  const { region, holidays } = checked.visit;
  const now = context.clock.now();
  const items = itemsOf(checked);
  const range = { start: new Date(Math.min(...times) - MARGIN_MS), end: new Date(Math.max(...times) + MARGIN_MS), now };
  const itemIds = items.map(({ id }) => id);
  const standings = await listStandings(em, [provider], itemIds);
  const diary = required((await listDiaries(em, [provider.id], range)).get(provider.id), 'a diary');
  const held = context.viewer
    ? await em.find(
        Booking,
        { ...ownHold(context.viewer.householdId), provider: provider.id },
        { disableIdentityMap: true },
      )
    : [];
  const ownStarts = new Set(held.map(({ startsAt }) => startsAt.getTime() / MINUTE_MS));
  return {
    provider,
    standing: required(standings.get(provider.id), 'a standing'),
    diary: { ...diary, occupied: diary.occupied.filter(({ visitStart }) => !ownStarts.has(visitStart)) },
    region,
    holidays,
    plan: { items, minutes: checked.minutes, place: pointOf({ provider, checked }) },
    now,
  };
}

/** Each date with its price and, where it cannot be had as it is, the nearest free times that no other date of the series has. */
export function presentDates(
  context: RequestContext,
  offer: CheckedOffer,
  question: DatesQuestion,
  wanted: readonly WantedDate[],
  verdicts: readonly DateVerdict[] = judgeDates(question, wanted),
): SeriesDate[] {
  const others = wanted.reduce(
    (sofar, { start }, index) =>
      isAtHand(required(verdicts[index], 'a verdict').status) ? withVisit(sofar, start) : sofar,
    question,
  );
  return wanted.map(({ date, start, isShownTwice }, index) => {
    const { status, foreseen } = required(verdicts[index], 'a verdict');
    const isFine = status === SeriesDateStatus.WORKS || status === SeriesDateStatus.BEYOND_HORIZON;
    return {
      date,
      start,
      end: endOf(offer, start),
      status,
      foreseen,
      isShownTwice,
      price: priceAt(context, offer, start),
      alternatives: isFine ? [] : toAlternatives(context, offer, others, start),
    };
  });
}

function toAlternatives(
  context: RequestContext,
  offer: CheckedOffer,
  question: DatesQuestion,
  start: Date,
): SeriesAlternative[] {
  return listAlternatives(question, start).map((alternative) => ({
    start: alternative,
    end: endOf(offer, alternative),
    price: priceAt(context, offer, alternative),
  }));
}

/** The last local day on which a visit could begin now. */
export function opensUntil(context: RequestContext, { checked }: CheckedOffer): string {
  const { region } = checked.visit;
  const last = new Date(context.clock.now().getTime() + region.rules.horizonDays * DAY_MS - 1);
  return localDateAt(last, region.timeZone);
}

export function itemsOf(checked: CheckedOffer['checked']): ServiceItem[] {
  return checked.visit.items.map(({ item }) => item);
}

function endOf({ checked }: CheckedOffer, start: Date): Date {
  return new Date(start.getTime() + checked.minutes * MINUTE_MS);
}

function priceAt(context: RequestContext, offer: CheckedOffer, start: Date): { amount: number; currency: string } {
  const { quote } = quoteAt(context, offer, start);
  return { amount: quote.total, currency: quote.currency };
}
