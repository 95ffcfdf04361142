import type { DiaryWeekQuery } from '../../generated/graphql';
import { addDays, localDateOf, weekdayOf } from '../../ui/formats';
import { wallTimeOf } from './wall-time';
import type { HourSpan, WeekdaySpan } from './week-plan';

export type WeekVisit = DiaryWeekQuery['mySchedule']['visits'][number];

/** A stretch of time off within one day, wall time. */
export interface DayOff extends HourSpan {
  id: string;
  reason: string;
}

export interface WeekDay<Visit> {
  date: string;
  hours: HourSpan[];
  /** The hours come from an exception, not from the weekly plan. */
  isException: boolean;
  timeOff: DayOff[];
  visits: Visit[];
}

/** What decides which hours a date has. */
export interface HoursLike {
  workingHours: readonly WeekdaySpan[];
  exceptions: readonly { date: string; spans: readonly HourSpan[] }[];
}

interface ScheduleLike<Visit> extends HoursLike {
  timeZone: string;
  timeOff: readonly { id: string; start: string; end: string; reason?: string | null }[];
  visits: readonly Visit[];
}

/** Monday of the week of a date. */
export const mondayOf = (date: string): string => addDays(date, 1 - weekdayOf(date));

const shortTime = ({ start, end }: HourSpan): HourSpan => ({ start: start.slice(0, 5), end: end.slice(0, 5) });

/** The hours of a date in order: those of an exception, or else of the week plan. */
export function hoursOn({ workingHours, exceptions }: HoursLike, date: string): HourSpan[] {
  const exception = exceptions.find((one) => one.date === date);
  const spans = exception?.spans ?? workingHours.filter(({ weekday }) => weekday === weekdayOf(date));
  return spans.map(shortTime).sort((one, other) => one.start.localeCompare(other.start));
}

function clipToDay(
  date: string,
  off: { id: string; start: string; end: string; reason?: string | null },
  timeZone: string,
): DayOff | undefined {
  const [start, end] = [wallTimeOf(off.start, timeZone), wallTimeOf(off.end, timeZone)];
  const [midnight, nextMidnight] = [`${date}T00:00`, `${addDays(date, 1)}T00:00`];
  if (end <= midnight || start >= nextMidnight) return undefined;
  return {
    id: off.id,
    reason: off.reason ?? '',
    start: start <= midnight ? '00:00' : start.slice(11),
    end: end >= nextMidnight ? '24:00' : end.slice(11),
  };
}

/** The seven days from Monday on, each with its hours, time off and visits in order. */
export function toWeekDays<Visit extends { booking: { start: string } }>(
  schedule: ScheduleLike<Visit>,
  monday: string,
): WeekDay<Visit>[] {
  const { timeZone } = schedule;
  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(monday, index);
    return {
      date,
      hours: hoursOn(schedule, date),
      isException: schedule.exceptions.some((one) => one.date === date),
      timeOff: schedule.timeOff.map((off) => clipToDay(date, off, timeZone)).filter((off) => off !== undefined),
      visits: schedule.visits
        .filter(({ booking }) => localDateOf(booking.start, timeZone) === date)
        .toSorted((one, other) => one.booking.start.localeCompare(other.booking.start)),
    };
  });
}

/** The rest of a day around its working hours, which need not be in order nor apart. */
export function closedSpans(hours: readonly HourSpan[]): HourSpan[] {
  const closed: HourSpan[] = [];
  let from = '00:00';
  for (const { start, end } of hours.toSorted((one, other) => one.start.localeCompare(other.start))) {
    if (start > from) closed.push({ start: from, end: start });
    if (end > from) from = end;
  }
  return from < '24:00' ? [...closed, { start: from, end: '24:00' }] : closed;
}

/** First and last full hour the calendar has to show, with some air; never less than 8 to 19. */
export function hoursShown(
  days: readonly WeekDay<{ booking: { start: string; end: string } }>[],
  timeZone: string,
): { from: number; to: number } {
  const hour = (time: string): number => Number(time.slice(0, 2)) + Number(time.slice(3, 5)) / 60;
  const starts = days.flatMap(({ date, hours, visits }) => [
    ...hours.map(({ start }) => hour(start)),
    ...visits
      .filter(({ booking }) => localDateOf(booking.start, timeZone) === date)
      .map(({ booking }) => hour(wallTimeOf(booking.start, timeZone).slice(11)) - 1),
  ]);
  const ends = days.flatMap(({ date, hours, visits }) => [
    ...hours.map(({ end }) => hour(end)),
    ...visits.map(({ booking }) =>
      localDateOf(booking.end, timeZone) === date ? hour(wallTimeOf(booking.end, timeZone).slice(11)) : 24,
    ),
  ]);
  return { from: Math.max(0, Math.floor(Math.min(8, ...starts))), to: Math.min(24, Math.ceil(Math.max(19, ...ends))) };
}

const binding = new Set(['REQUESTED', 'CONFIRMED', 'EN_ROUTE', 'IN_PROGRESS']);

/** Whether a visit still holds its provider to be there: agreed or asked for, and not over. */
export const isBinding = ({ booking }: { booking: { state: string; end: string } }, now: number): boolean =>
  binding.has(booking.state) && Date.parse(booking.end) > now;

/** Agreed visits and open requests that a stretch of time would cut. */
export function visitsWithin<Visit extends { booking: { start: string; end: string } }>(
  visits: readonly Visit[],
  start: string,
  end: string,
): Visit[] {
  const [from, to] = [Date.parse(start), Date.parse(end)];
  return visits.filter(({ booking }) => Date.parse(booking.start) < to && Date.parse(booking.end) > from);
}
