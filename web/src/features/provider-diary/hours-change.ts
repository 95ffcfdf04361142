import { addDays, localDateOf, weekdayOf } from '../../ui/formats';
import { wallTimeOf } from './wall-time';
import { hoursOn, type HoursLike } from './week-agenda';
import type { HourSpan, WeekdaySpan } from './week-plan';

/** One stretch of working hours of a date becoming another; without `from` it is new, without `to` it goes. */
export interface HoursChange {
  date: string;
  from: HourSpan | undefined;
  to: HourSpan | undefined;
}

/** Whether a change is for its date alone, or for that weekday from now on. */
export type HoursScope = 'day' | 'weekly';

const isSame = (one: HourSpan, other: HourSpan | undefined): boolean =>
  one.start === other?.start && one.end === other.end;

/** The spans of a day after the change, in order. */
export function changeSpans(spans: readonly HourSpan[], { from, to }: HoursChange): HourSpan[] {
  return [...spans.filter((span) => !isSame(span, from)), ...(to ? [to] : [])].sort((one, other) =>
    one.start.localeCompare(other.start),
  );
}

/** Whether two spans of one day overlap; those that only touch do not. */
export const doOverlap = (spans: readonly HourSpan[]): boolean =>
  spans.some((span, index) =>
    spans.some((other, at) => at > index && span.start < other.end && other.start < span.end),
  );

/** The week plan after the change. */
export function changePlan(plan: readonly WeekdaySpan[], change: HoursChange): WeekdaySpan[] {
  const weekday = weekdayOf(change.date);
  const short = plan.map(({ weekday: day, start, end }) => ({
    weekday: day,
    start: start.slice(0, 5),
    end: end.slice(0, 5),
  }));
  const changed = changeSpans(
    short.filter((span) => span.weekday === weekday),
    change,
  );
  return [
    ...short.filter((span) => span.weekday !== weekday),
    ...changed.map(({ start, end }) => ({ weekday, start, end })),
  ].sort((one, other) => one.weekday - other.weekday || one.start.localeCompare(other.start));
}

/** The schedule's hours once the change is saved. */
export function changeHours(hours: HoursLike, change: HoursChange, scope: HoursScope): HoursLike {
  if (scope === 'weekly') return { ...hours, workingHours: changePlan(hours.workingHours, change) };
  const spans = changeSpans(hoursOn(hours, change.date), change);
  const others = hours.exceptions.filter(({ date }) => date !== change.date);
  return { ...hours, exceptions: [...others, { date: change.date, spans }] };
}

interface Timed {
  booking: { start: string; end: string };
}

/** Whether a visit lies in the hours of the days it touches without a break. */
export function liesInHours({ booking }: Timed, hours: HoursLike, timeZone: string): boolean {
  const [start, end] = [wallTimeOf(booking.start, timeZone), wallTimeOf(booking.end, timeZone)];
  const last = localDateOf(booking.end, timeZone);
  for (let date = localDateOf(booking.start, timeZone); date <= last; date = addDays(date, 1)) {
    const from = date === start.slice(0, 10) ? start.slice(11) : '00:00';
    const until = date === end.slice(0, 10) ? end.slice(11) : '24:00';
    let covered = from;
    for (const span of hoursOn(hours, date)) if (span.start <= covered && span.end > covered) covered = span.end;
    if (covered < until) return false;
  }
  return true;
}

/** The visits that lie in working hours now and would not after the change. */
export function visitsPutOutside<Visit extends Timed>(
  visits: readonly Visit[],
  before: HoursLike,
  after: HoursLike,
  timeZone: string,
): Visit[] {
  return visits.filter((visit) => liesInHours(visit, before, timeZone) && !liesInHours(visit, after, timeZone));
}
