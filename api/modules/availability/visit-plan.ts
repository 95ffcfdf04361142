import { addDays } from '../../kernel/local-date.ts';
import type { LocalDate } from '../../kernel/local-date.ts';
import type { Region, ServiceItem } from '../catalog/index.ts';
import type { Provider } from '../providers/index.ts';
import type { Diary } from './diary.queries.ts';
import { isBookable, isBookableBetween } from './domain/bookability.ts';
import type { BookabilityReason, ItemRequirements, ProviderStanding } from './domain/bookability.ts';
import { localDays, toLocalDate } from './domain/local-day.ts';
import { listObstacles, travelBetween } from './domain/slot-obstacles.ts';
import type { SlotObstacle } from './domain/slot-obstacles.ts';
import type { OccupiedTime, SlotQuestion } from './domain/slot-question.ts';
import { greatCircleEstimator } from './domain/travel.ts';
import type { GeoPoint } from './domain/travel.ts';
import { workingWindows } from './domain/working-windows.ts';

const MINUTE_MS = 60_000;
const MINUTES_PER_DAY = 1_440;

/** A visit that a time is looked for: what is done, how long it takes, where. */
export interface VisitPlan {
  readonly items: readonly ServiceItem[];
  /** Minutes of the visit proper. */
  readonly minutes: number;
  readonly place: GeoPoint;
}

/** The part of a provider that their slots depend on. */
export type SlotProvider = Pick<
  Provider,
  'id' | 'travelMode' | 'noticeMinutes' | 'maxVisitsPerDay' | 'maxMinutesPerDay'
>;

export interface SlotWish {
  readonly provider: SlotProvider;
  readonly standing: ProviderStanding;
  readonly region: Pick<Region, 'timeZone' | 'rules'>;
  readonly diary: Diary;
  readonly plan: VisitPlan;
  /** First and last local day, both included. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly now: Date;
}

/**
 * The question to the slot engine for one provider: search, calendar and the check at booking all ask it this way, so
 * they cannot disagree (A5). Days on which the provider is not bookable for every item have no working time (P3).
 */
export function toSlotQuestion(wish: SlotWish): SlotQuestion {
  const { provider, region, diary, plan, now } = wish;
  const bookable = new Set(bookableDates(wish));
  const windows = workingWindows({
    weekly: diary.weekly,
    exceptions: diary.exceptions,
    zone: region.timeZone,
    from: wish.from,
    to: wish.to,
  });
  const nowMinutes = Math.ceil(now.getTime() / MINUTE_MS);
  return {
    windows: windows.filter((window) => bookable.has(window.day.date)),
    blocked: diary.blocked,
    occupied: diary.occupied,
    visit: { minutes: plan.minutes, ...buffersOf(plan), place: plan.place },
    travelMode: provider.travelMode,
    estimator: greatCircleEstimator,
    grid: Math.max(...plan.items.map((item) => item.gridMinutes)),
    earliest: nowMinutes + (provider.noticeMinutes ?? region.rules.noticeMinutes),
    latest: nowMinutes + region.rules.horizonDays * MINUTES_PER_DAY,
    dailyCap: { visits: provider.maxVisitsPerDay, minutes: provider.maxMinutesPerDay },
  };
}

/** A visit of the diary next to a start, and the minutes of the way between the two. */
export interface NeighbouringVisit {
  readonly entry: OccupiedTime;
  readonly travelMinutes: number;
}

/** All that is against a start, and what it would lie between; free for the engine exactly when both lists are empty. */
export interface StartCheck {
  readonly reasons: readonly BookabilityReason[];
  readonly obstacles: readonly SlotObstacle[];
  /** The visits before and after it on the same local day. */
  readonly before: NeighbouringVisit | null;
  readonly after: NeighbouringVisit | null;
}

/**
 * Why the visit cannot start at an instant (epoch minutes), in full: the question is the one of search, but the days on which
 * the provider is not qualified are named as such instead of counting as closed.
 */
export function checkStart(wish: Omit<SlotWish, 'from' | 'to'>, start: number): StartCheck {
  const { standing, plan, diary, region } = wish;
  const zone = region.timeZone;
  const day = toLocalDate(start, zone);
  const [from, to] = [addDays(day, -1), addDays(toLocalDate(start + plan.minutes, zone), 1)];
  const windows = workingWindows({ weekly: diary.weekly, exceptions: diary.exceptions, zone, from, to });
  const question: SlotQuestion = { ...toSlotQuestion({ ...wish, from, to }), windows };
  const sameDay = diary.occupied
    .filter((entry) => toLocalDate(entry.visitStart, zone) === day)
    .toSorted((a, b) => a.visitStart - b.visitStart);
  const [previous, next] = [
    sameDay.findLast((entry) => entry.visitStart <= start),
    sameDay.find((entry) => entry.visitStart > start),
  ];
  return {
    reasons: reasonsAgainst(standing, plan, zone, start),
    obstacles: listObstacles(question, localDays(from, to, zone), start),
    before: previous ? { entry: previous, travelMinutes: travelBetween(question, previous).there } : null,
    after: next ? { entry: next, travelMinutes: travelBetween(question, next).back } : null,
  };
}

/** Minutes kept free around a visit: the longest that any of its items asks for. */
export function buffersOf(plan: Pick<VisitPlan, 'items'>): { bufferBefore: number; bufferAfter: number } {
  return { bufferBefore: 0, bufferAfter: Math.max(...plan.items.map((item) => item.bufferAfterMinutes)) };
}

/** What an item asks of a provider, for P3. */
function toRequirements(item: ServiceItem): ItemRequirements {
  return {
    id: item.id,
    requiredCredentialTypes: item.requiredCredentialCodes,
    requiredCourseId: item.requiredCourseCode,
    minimumLevel: item.minimumLevel,
  };
}

/** Why the provider cannot do the visit on the local days it touches; empty when they can. `start` in epoch minutes. */
export function reasonsAgainst(
  standing: ProviderStanding,
  plan: VisitPlan,
  zone: string,
  start: number,
): BookabilityReason[] {
  const [first, last] = [toLocalDate(start, zone), toLocalDate(start + plan.minutes - 1, zone)];
  const reasons = plan.items.flatMap((item) => isBookableBetween(standing, toRequirements(item), first, last).reasons);
  return [...new Map(reasons.map((reason) => [`${reason.code}:${reason.subject}`, reason])).values()];
}

function bookableDates({ standing, plan, region, from, to }: SlotWish): LocalDate[] {
  const requirements = plan.items.map(toRequirements);
  return localDays(from, to, region.timeZone)
    .map((day) => day.date)
    .filter((date) => requirements.every((requirement) => isBookable(standing, requirement, date).bookable));
}
