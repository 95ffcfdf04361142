import { Temporal } from 'temporal-polyfill';
import type { InputProblem } from '../../../kernel/input-problem.ts';
import { addDays, weekdayOf, type LocalDate } from '../../../kernel/local-date.ts';
import type { LocalTime } from '../../../kernel/local-time.ts';
import { instantAt, localDateAt, localTimeAt } from '../../../kernel/zoned-time.ts';

/** Most visits of one series (B7). */
export const MOST_SERIES_VISITS = 52;

/** How many weeks may lie between two rounds of a series. */
const SERIES_INTERVALS: readonly number[] = [1, 2, 4];

/** When the visits of a series take place, in local time of the region. */
export interface RecurrenceRule {
  /** The first visit; its wall time is that of all. */
  readonly firstStart: Date;
  readonly everyWeeks: number;
  /** 1 = Monday … 7 = Sunday, the weekday of the first visit among them. */
  readonly weekdays: readonly number[];
  /** Either the last local date that a visit may have, or how many visits there are. */
  readonly until: LocalDate | null;
  readonly count: number | null;
}

/** What the clock on the wall does at the time of the series on that date: shows it once, never, or twice. */
export type ClockReading = 'ONCE' | 'SKIPPED' | 'TWICE';

/** One date of a series. */
export interface Occurrence {
  readonly date: LocalDate;
  /** The instant of its wall time; of a time shown twice the earlier, of one that is skipped as far behind the gap. */
  readonly start: Date;
  readonly clock: ClockReading;
}

/** The first thing that is wrong with a rule, or null. The fields are those of the input that it is read from. */
export function recurrenceProblem(rule: RecurrenceRule, zone: string): InputProblem | null {
  const { everyWeeks, weekdays, until, count } = rule;
  if (!SERIES_INTERVALS.includes(everyWeeks)) return badInterval;
  const isUsable = weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7);
  if (!isUsable || new Set(weekdays).size !== weekdays.length || weekdays.length === 0) return badWeekdays;
  const firstDate = localDateAt(rule.firstStart, zone);
  if (!weekdays.includes(weekdayOf(firstDate))) return firstDayMissing;
  if ((until === null) === (count === null)) return badEnd;
  if (count !== null && !(Number.isInteger(count) && count >= 2 && count <= MOST_SERIES_VISITS)) return badCount;
  const dates = datesOf(rule, firstDate);
  if (dates.length < 2) return tooFew;
  return dates.length > MOST_SERIES_VISITS ? tooMany : null;
}

/**
 * The dates of a series in order, the first visit first. Weeks are counted from the Monday of the week of the first visit;
 * the wall time is the same on each date, whatever the clocks do in between. @throws RangeError for a rule with a problem.
 */
export function expandRecurrence(rule: RecurrenceRule, zone: string): Occurrence[] {
  const problem = recurrenceProblem(rule, zone);
  if (problem) throw new RangeError(`not a series: ${problem.code}`);
  const time = localTimeAt(rule.firstStart, zone);
  const firstDate = localDateAt(rule.firstStart, zone);
  return datesOf(rule, firstDate).map((date) => {
    const occurrence = occurrenceOn(date, time, zone);
    // The first visit was chosen as an instant: where the clock shows its time twice, the one that was chosen counts.
    return date === firstDate ? { ...occurrence, start: rule.firstStart } : occurrence;
  });
}

/** The instant of a wall time on a date, and whether the clock shows that time once. */
export function occurrenceOn(date: LocalDate, time: LocalTime, zone: string): Occurrence {
  const start = instantAt(date, time, zone);
  if (localTimeAt(start, zone) !== time) return { date, start, clock: 'SKIPPED' };
  const later = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone, { disambiguation: 'later' });
  return { date, start, clock: later.epochMilliseconds === start.getTime() ? 'ONCE' : 'TWICE' };
}

/** One date more than a series may have shows that there are too many. */
function datesOf({ everyWeeks, weekdays, until, count }: RecurrenceRule, firstDate: LocalDate): LocalDate[] {
  const most = count ?? MOST_SERIES_VISITS + 1;
  const inOrder = weekdays.toSorted((a, b) => a - b);
  const dates: LocalDate[] = [];
  const firstMonday = addDays(firstDate, 1 - weekdayOf(firstDate));
  for (let monday = firstMonday; dates.length < most; monday = addDays(monday, 7 * everyWeeks)) {
    for (const weekday of inOrder) {
      const date = addDays(monday, weekday - 1);
      if (date < firstDate) continue;
      if (dates.length === most || (until !== null && date > until)) return dates;
      dates.push(date);
    }
  }
  return dates;
}

const badInterval: InputProblem = {
  field: 'everyWeeks',
  code: 'BAD_INTERVAL',
  message: { en: 'Choose every week, every 2 weeks or every 4 weeks.', 'zh-CN': '请选择每周、每两周或每四周。' },
};

const badWeekdays: InputProblem = {
  field: 'weekdays',
  code: 'BAD_WEEKDAYS',
  message: { en: 'Choose at least one day of the week, each once.', 'zh-CN': '请至少选择一个星期几，且不要重复。' },
};

const firstDayMissing: InputProblem = {
  field: 'weekdays',
  code: 'FIRST_DAY_MISSING',
  message: {
    en: 'The weekday of the first visit belongs to the series.',
    'zh-CN': '系列须包含首次服务当天的星期几。',
  },
};

const badEnd: InputProblem = {
  field: 'until',
  code: 'BAD_END',
  message: { en: 'Say either the last day or the number of visits.', 'zh-CN': '请填写截止日期或总次数，二者选一。' },
};

const badCount: InputProblem = {
  field: 'count',
  code: 'BAD_COUNT',
  message: {
    en: `A series has 2 to ${MOST_SERIES_VISITS} visits.`,
    'zh-CN': `一个系列可包含 2 到 ${MOST_SERIES_VISITS} 次服务。`,
  },
};

const tooFew: InputProblem = {
  field: 'until',
  code: 'TOO_FEW_VISITS',
  message: {
    en: 'Only one visit lies before this day. Choose a later last day.',
    'zh-CN': '截止日期前只有一次服务，请选择更晚的日期。',
  },
};

const tooMany: InputProblem = {
  field: 'until',
  code: 'TOO_MANY_VISITS',
  message: {
    en: `A series has at most ${MOST_SERIES_VISITS} visits. Choose an earlier last day.`,
    'zh-CN': `一个系列最多 ${MOST_SERIES_VISITS} 次服务，请选择更早的截止日期。`,
  },
};
