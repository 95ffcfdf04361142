import { Temporal } from 'temporal-polyfill';
import type { Interval } from './interval.ts';

/** A calendar date `YYYY-MM-DD` in some zone that the context names. */
export type LocalDate = string;

/** A wall-clock time `HH:MM` from `00:00` to `23:59`; `24:00` is allowed where a range ends with the day. */
export type LocalTime = string;

/** Which end of a span of wall-clock time is meant; it decides what an ambiguous time means. */
export type SpanEdge = 'START' | 'END';

/**
 * One calendar date in one zone, as integers: everything that later steps need to go between wall time and instants
 * without asking the time-zone database again. All instants are epoch minutes.
 */
export interface LocalDay extends Interval {
  readonly date: LocalDate;
  /** Days since 1970-01-01. */
  readonly dayNumber: number;
  /** 1 = Monday … 7 = Sunday. */
  readonly weekday: number;
  /** ISO 8601 week number, 1…53. */
  readonly isoWeek: number;
  /** First instant of the date. Not always 00:00 on the clock: in some zones summer time begins at midnight. */
  readonly start: number;
  /** First instant of the next date, exclusive. The day has 23, 24, 25 (or 23.5, 24.5) hours. */
  readonly end: number;
  /** The instant the clock of the day's beginning calls 00:00: wall minute `m` is at `midnight + m` before `clockChange`. */
  readonly midnight: number;
  /** The instant in `[start, end)` at which the clock is put forward or back; `end` on all ordinary days. */
  readonly clockChange: number;
  /** As `midnight`, for instants from `clockChange` on. */
  readonly midnightAfterChange: number;
}

const MINUTES_PER_DAY = 1440;
const COLON = 58;
const DIGIT_ZERO = 48;
const MILLISECONDS_PER_MINUTE = 60_000;
const MILLISECONDS_PER_DAY = 86_400_000;
/** A zone's table is emptied when it has grown to this many days (eleven years), so that odd questions cannot fill memory. */
const MAX_DAYS_REMEMBERED = 4_096;
const MAX_ZONES_REMEMBERED = 64;

/** Days of one zone already worked out, by day number, and the dates last asked for in one go. */
interface ZoneDays {
  readonly byNumber: Map<number, LocalDay>;
  lastRange: { readonly from: LocalDate; readonly to: LocalDate; readonly days: readonly LocalDay[] } | undefined;
}

/**
 * Asking the time-zone database costs microseconds and integers cost nanoseconds, and one search asks for the same few
 * days for every candidate. What is remembered is a constant of the database that the process started with, so answers
 * never depend on what was asked before.
 */
const rememberedZones = new Map<string, ZoneDays>();

/**
 * The date in the zone.
 *
 * @throws RangeError when the zone is not an IANA zone or the text is no date.
 */
export function localDay(date: LocalDate, zone: string): LocalDay {
  const dayNumber = toDayNumber(date);
  const day = Number.isNaN(dayNumber) ? undefined : dayByNumber(zoneDays(zone), dayNumber, zone);
  if (day?.date !== date) throw new RangeError(`"${date}" is not a calendar date of the form YYYY-MM-DD`);
  return day;
}

/**
 * The dates from `from` to `to`, both included, in order; none when `to` is before `from`.
 *
 * @throws RangeError as {@link localDay}.
 */
export function localDays(from: LocalDate, to: LocalDate, zone: string): readonly LocalDay[] {
  const known = zoneDays(zone);
  const { lastRange } = known;
  if (lastRange?.from === from && lastRange.to === to) return lastRange.days;
  const last = localDay(to, zone).dayNumber;
  const days: LocalDay[] = [];
  for (let number = localDay(from, zone).dayNumber; number <= last; number++) {
    days.push(dayByNumber(known, number, zone));
  }
  known.lastRange = { from, to, days };
  return days;
}

/**
 * The instants of the date in the zone: `[first instant, first instant of the next date)`.
 *
 * @throws RangeError as {@link localDay}.
 */
export function localDayBounds(date: LocalDate, zone: string): Interval {
  const { start, end } = localDay(date, zone);
  return { start, end };
}

/**
 * The date that the calendar on the wall shows at an instant (epoch minutes).
 *
 * @throws RangeError when the zone is not an IANA zone.
 */
export function toLocalDate(instant: number, zone: string): LocalDate {
  const known = zoneDays(zone);
  // Zones are at most 14 hours ahead of and 12 behind UTC, so the date is that of UTC or a neighbour of it.
  let number = Math.floor(instant / MINUTES_PER_DAY) + 1;
  while (dayByNumber(known, number, zone).start > instant) number--;
  return dayByNumber(known, number, zone).date;
}

/**
 * The instants between two wall-clock times of one date, as for working hours (see {@link toInstant}): what a search for
 * "that day from 14:00 to 18:00" means. Empty (`end <= start`) when the clock never shows such a time.
 *
 * @throws RangeError when the date, the zone or a time is malformed.
 */
export function wallClockInterval(date: LocalDate, zone: string, from: LocalTime, to: LocalTime): Interval {
  const day = localDay(date, zone);
  return { start: toInstant(day, toMinuteOfDay(from), 'START'), end: toInstant(day, toMinuteOfDay(to), 'END') };
}

/**
 * The instant (epoch minutes) of a wall minute 0…1440 of the day.
 *
 * - A time that the clock skips (summer time begins) is moved on by what was skipped, as Temporal's "compatible" does:
 *   02:30 becomes 03:30.
 * - A time that the clock shows twice (summer time ends) is the earlier instant as the start of a span and the later one
 *   as its end, so that no minute of a span is lost.
 * - Nothing leaves the day: minute 1440 is its end, whatever the clock does at midnight.
 */
export function toInstant(day: LocalDay, minuteOfDay: number, edge: SpanEdge): number {
  const before = day.midnight + minuteOfDay;
  const after = day.midnightAfterChange + minuteOfDay;
  const isShownBefore = before < day.clockChange;
  const isShownAfter = after >= day.clockChange;
  const instant = isShownAfter && (edge === 'END' || !isShownBefore) ? after : before;
  return Math.min(Math.max(instant, day.start), day.end);
}

/**
 * Minutes since 00:00 on the clock, 0…1440.
 *
 * @throws RangeError unless the text is `HH:MM` from `00:00` to `24:00`.
 */
export function toMinuteOfDay(time: LocalTime): number {
  // Read digit by digit: a search reads tens of thousands of these, and a pattern costs several times as much.
  const hours = twoDigits(time, 0);
  const minutes = twoDigits(time, 3);
  const minuteOfDay = hours * 60 + minutes;
  const isWellFormed =
    time.length === 5 &&
    time.charCodeAt(2) === COLON &&
    hours >= 0 &&
    minutes >= 0 &&
    minutes < 60 &&
    minuteOfDay <= MINUTES_PER_DAY;
  if (!isWellFormed) throw new RangeError(`"${time}" is not a wall-clock time of the form HH:MM`);
  return minuteOfDay;
}

/** The number written by two digits at a position of the text; −1 when they are no digits. */
function twoDigits(text: string, position: number): number {
  const tens = text.charCodeAt(position) - DIGIT_ZERO;
  const units = text.charCodeAt(position + 1) - DIGIT_ZERO;
  return tens >= 0 && tens <= 9 && units >= 0 && units <= 9 ? tens * 10 + units : -1;
}

function toDayNumber(date: LocalDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8))) / MILLISECONDS_PER_DAY;
}

function zoneDays(zone: string): ZoneDays {
  const known = rememberedZones.get(zone);
  if (known) return known;
  if (rememberedZones.size >= MAX_ZONES_REMEMBERED) rememberedZones.clear();
  const fresh: ZoneDays = { byNumber: new Map(), lastRange: undefined };
  rememberedZones.set(zone, fresh);
  return fresh;
}

function dayByNumber({ byNumber }: ZoneDays, number: number, zone: string): LocalDay {
  const known = byNumber.get(number);
  if (known) return known;
  const day = askZoneDatabase(number, zone);
  if (byNumber.size >= MAX_DAYS_REMEMBERED) byNumber.clear();
  byNumber.set(number, day);
  return day;
}

function askZoneDatabase(dayNumber: number, zone: string): LocalDay {
  const date = new Temporal.PlainDate(1970, 1, 1).add({ days: dayNumber });
  const start = toEpochMinutes(date.toZonedDateTime(zone));
  const end = toEpochMinutes(date.add({ days: 1 }).toZonedDateTime(zone));
  const offset = offsetMinutes(start - 1, zone);
  const lastOffset = offsetMinutes(end - 1, zone);
  const wallMidnight = dayNumber * MINUTES_PER_DAY;
  return {
    date: date.toString(),
    dayNumber,
    weekday: date.dayOfWeek,
    isoWeek: date.weekOfYear ?? 0,
    start,
    end,
    midnight: wallMidnight - offset,
    clockChange: offset === lastOffset ? end : findClockChange(start, end, zone),
    midnightAfterChange: wallMidnight - lastOffset,
  };
}

/** Bisects `[start, end)` for the first instant with the day's last offset; no zone has changed twice in one day. */
function findClockChange(start: number, end: number, zone: string): number {
  const lastOffset = offsetMinutes(end - 1, zone);
  let unchanged = start - 1;
  let changed = end - 1;
  while (changed - unchanged > 1) {
    const middle = (unchanged + changed) >> 1;
    if (offsetMinutes(middle, zone) === lastOffset) changed = middle;
    else unchanged = middle;
  }
  return changed;
}

function toEpochMinutes(moment: Temporal.ZonedDateTime): number {
  return Math.floor(moment.epochMilliseconds / MILLISECONDS_PER_MINUTE);
}

/** Minutes ahead of UTC. Zones have kept to whole minutes since 1972; older seconds are dropped. */
function offsetMinutes(instant: number, zone: string): number {
  const moment = Temporal.Instant.fromEpochMilliseconds(instant * MILLISECONDS_PER_MINUTE).toZonedDateTimeISO(zone);
  return Math.trunc(moment.offsetNanoseconds / 60e9);
}
