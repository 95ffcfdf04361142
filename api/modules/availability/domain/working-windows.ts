import type { Interval } from './interval.ts';
import { localDays, toInstant, toMinuteOfDay } from './local-day.ts';
import type { LocalDate, LocalDay, LocalTime } from './local-day.ts';

/** A stretch of one local day in wall time, half-open; an end of `24:00` is the end of the day. */
export interface TimeSpan {
  readonly start: LocalTime;
  readonly end: LocalTime;
}

/** In which weeks a weekly span holds, by the parity of the ISO 8601 week number. */
export type WeekCycle = 'EVERY' | 'ODD' | 'EVEN';

/** Working time that returns every week, in local wall time. A night shift is two spans: `22:00–24:00` and `00:00–02:00`. */
export interface WeeklySpan extends TimeSpan {
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** Absent means every week. After an ISO year of 53 weeks two odd weeks follow one another. */
  readonly weeks?: WeekCycle;
}

/** The hours of one date, which replace the weekly ones; no spans means closed. Several for one date add up. */
export interface HoursException {
  readonly date: LocalDate;
  readonly spans: readonly TimeSpan[];
}

/** What {@link workingWindows} is asked. */
export interface WorkingHours {
  readonly weekly: readonly WeeklySpan[];
  readonly exceptions: readonly HoursException[];
  /** IANA zone of the wall times. */
  readonly zone: string;
  readonly from: LocalDate;
  /** The last date, included. */
  readonly to: LocalDate;
}

/** A stretch of working time that lies wholly inside one local day; epoch minutes, half-open. */
export interface WorkingWindow extends Interval {
  readonly day: LocalDay;
}

/**
 * The working time of the dates `from`…`to` as instants: ascending, disjoint, spans of one day that touch or overlap
 * merged. Windows end with their day; work across midnight is two windows that touch, and the slot engine lets a visit
 * lie across them.
 *
 * Wall times that a clock change skips or repeats are read as {@link toInstant} says: skipped ones move on by the length
 * of the gap, a repeated start is the earlier and a repeated end the later instant. A window left with nothing in it
 * vanishes, as does a span whose end is not after its start.
 *
 * @throws RangeError when `from`, `to`, the zone or the time of a span that holds on one of the dates is malformed.
 */
export function workingWindows({ weekly, exceptions, zone, from, to }: WorkingHours): WorkingWindow[] {
  const exceptionsByDate = exceptions.length === 0 ? undefined : Map.groupBy(exceptions, ({ date }) => date);
  const windows: WorkingWindow[] = [];
  for (const day of localDays(from, to, zone)) {
    const firstOfDay = windows.length;
    const replacing = exceptionsByDate?.get(day.date);
    if (replacing) {
      for (const { spans } of replacing) for (const span of spans) addWindow(windows, day, span);
    } else {
      for (const span of weekly) {
        if (span.weekday === day.weekday && holdsInWeek(span.weeks, day.isoWeek)) addWindow(windows, day, span);
      }
    }
    mergeFrom(windows, firstOfDay);
  }
  return windows;
}

function holdsInWeek(weeks: WeekCycle | undefined, isoWeek: number): boolean {
  return weeks === undefined || weeks === 'EVERY' || (weeks === 'ODD') === (isoWeek % 2 === 1);
}

function addWindow(windows: WorkingWindow[], day: LocalDay, span: TimeSpan): void {
  const start = toInstant(day, toMinuteOfDay(span.start), 'START');
  const end = toInstant(day, toMinuteOfDay(span.end), 'END');
  if (start < end) windows.push({ start, end, day });
}

/** Sorts and merges the windows of one day, which are those from index `first` on. Mostly there is nothing to do. */
function mergeFrom(windows: WorkingWindow[], first: number): void {
  for (let i = first + 1; i < windows.length; i++) {
    if (windows[i]!.start <= windows[i - 1]!.end) {
      windows.push(...mergeWindows(windows.splice(first)));
      return;
    }
  }
}

/** The windows ascending, with those of one day that touch or overlap made one. Does not change its argument. */
export function mergeWindows(windows: readonly WorkingWindow[]): WorkingWindow[] {
  const merged: WorkingWindow[] = [];
  for (const window of windows.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && window.start <= last.end && window.day.dayNumber === last.day.dayNumber) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, window.end), day: last.day };
    } else {
      merged.push(window);
    }
  }
  return merged;
}
