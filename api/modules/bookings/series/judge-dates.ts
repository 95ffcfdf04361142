import { addDays } from '../../../kernel/local-date.ts';
import type { SlotQuestion, SlotRefusal } from '../../availability/index.ts';
import {
  nearestFreeStarts,
  reasonsAgainst,
  toLocalDate,
  toSlotQuestion,
  whyNotFree,
} from '../../availability/index.ts';
import type { Provider } from '../../providers/index.ts';
import { SeriesDateStatus } from './series.enums.ts';

const MINUTE_MS = 60_000;
/** Local days before and after a date among which alternatives are looked for. */
const ALTERNATIVE_DAYS = 6;
const ALTERNATIVES = 2;

/** Everything that the dates of a series are judged by, as plain data. */
export type DatesQuestion = Omit<Parameters<typeof toSlotQuestion>[0], 'from' | 'to' | 'provider'> & {
  readonly provider: Provider;
  /** Public holidays of the region, local days. */
  readonly holidays: readonly string[];
};

/** A start that is wanted. */
export interface WantedStart {
  readonly start: Date;
  /** Whether the clock never shows the wanted time that day. */
  readonly isSkipped: boolean;
}

export interface DateVerdict {
  readonly status: SeriesDateStatus;
  /** Beyond the horizon: what is in the way as things are now; null if nothing. */
  readonly foreseen: SeriesDateStatus | null;
}

const STATUS_OF: Readonly<Record<SlotRefusal, SeriesDateStatus>> = {
  TOO_SOON: SeriesDateStatus.TOO_SOON,
  BEYOND_HORIZON: SeriesDateStatus.BEYOND_HORIZON,
  OUTSIDE_WORKING_HOURS: SeriesDateStatus.OUTSIDE_HOURS,
  // The wall time of the first visit is on the grid, so only a start of its own can be off it: no time that is offered.
  OFF_GRID: SeriesDateStatus.OUTSIDE_HOURS,
  TIME_OFF: SeriesDateStatus.TIME_OFF,
  OCCUPIED: SeriesDateStatus.TAKEN,
  NO_TIME_TO_TRAVEL: SeriesDateStatus.NO_TIME_TO_TRAVEL,
  DAY_FULL: SeriesDateStatus.DAY_FULL,
};

const AT_HAND: readonly SeriesDateStatus[] = [SeriesDateStatus.WORKS, SeriesDateStatus.HOLIDAY];

/** Whether a date with that status can be reserved now. */
export function isAtHand(status: SeriesDateStatus): boolean {
  return AT_HAND.includes(status);
}

/**
 * Judges the dates of a series by the engine of search, each as if those before it that can be had were booked: what is found
 * here is what reserving them one after the other comes to.
 */
export function judgeDates(question: DatesQuestion, wanted: readonly WantedStart[]): DateVerdict[] {
  let sofar = question;
  return wanted.map((one) => {
    const verdict = judgeDate(sofar, one);
    if (isAtHand(verdict.status)) sofar = withVisit(sofar, one.start);
    return verdict;
  });
}

/** The same question once a visit of the series is booked at that start. */
export function withVisit(question: DatesQuestion, start: Date): DatesQuestion {
  const visitStart = start.getTime() / MINUTE_MS;
  const { visit } = slotQuestion(question, visitStart, 0);
  const taken = {
    start: visitStart - visit.bufferBefore,
    end: visitStart + visit.minutes + visit.bufferAfter,
    visitStart,
    place: question.plan.place,
  };
  return { ...question, diary: { ...question.diary, occupied: [...question.diary.occupied, taken] } };
}

/** The free starts nearest to one that cannot be had, at most two. */
export function listAlternatives(question: DatesQuestion, start: Date): Date[] {
  const minutes = start.getTime() / MINUTE_MS;
  return nearestFreeStarts(slotQuestion(question, minutes, ALTERNATIVE_DAYS), minutes, ALTERNATIVES).map(
    (alternative) => new Date(alternative * MINUTE_MS),
  );
}

function judgeDate(question: DatesQuestion, { start, isSkipped }: WantedStart): DateVerdict {
  const minutes = start.getTime() / MINUTE_MS;
  const asked = slotQuestion(question, minutes, 1);
  if (minutes < asked.latest) return { status: judgeStart(question, asked, minutes, isSkipped), foreseen: null };
  const foreseen = judgeStart(question, { ...asked, latest: Infinity }, minutes, isSkipped);
  return {
    status: SeriesDateStatus.BEYOND_HORIZON,
    foreseen: foreseen === SeriesDateStatus.WORKS ? null : foreseen,
  };
}

function judgeStart(
  { standing, plan, region, holidays }: DatesQuestion,
  asked: SlotQuestion,
  minutes: number,
  isSkipped: boolean,
): SeriesDateStatus {
  if (isSkipped) return SeriesDateStatus.CLOCK_CHANGE;
  const reasons = reasonsAgainst(standing, plan, region.timeZone, minutes);
  if (reasons.some(({ code }) => code !== 'CREDENTIAL_NOT_VALID' && code !== 'COURSE_NOT_VALID'))
    return SeriesDateStatus.NOT_BOOKABLE;
  if (reasons.length > 0) return SeriesDateStatus.CREDENTIAL_EXPIRED;
  const refusal = whyNotFree(asked, minutes);
  if (refusal !== null) return STATUS_OF[refusal];
  return holidays.includes(toLocalDate(minutes, region.timeZone)) ? SeriesDateStatus.HOLIDAY : SeriesDateStatus.WORKS;
}

function slotQuestion(question: DatesQuestion, minutes: number, reach: number): SlotQuestion {
  const day = toLocalDate(minutes, question.region.timeZone);
  return toSlotQuestion({ ...question, from: addDays(day, -reach), to: addDays(day, reach) });
}
