import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './local-date.ts';
import type { LocalTime } from './local-time.ts';

/** The calendar date an instant falls on in an IANA zone. Throws `RangeError` for an unknown zone. */
export function localDateAt(instant: Date, timeZone: string): LocalDate {
  return zoned(instant, timeZone).toPlainDate().toString();
}

/** What a clock on the wall shows at an instant in an IANA zone, seconds cut off. Throws `RangeError` for an unknown zone. */
export function localTimeAt(instant: Date, timeZone: string): LocalTime {
  return zoned(instant, timeZone).toPlainTime().toString().slice(0, 5);
}

/**
 * The instant at which the wall clock of an IANA zone shows that date and time. Where clocks go forward, a skipped time
 * means the same distance after the jump (01:30 → 02:30); where they go back, a repeated time means its first occurrence.
 * Throws `RangeError` for an impossible date or time or an unknown zone.
 */
export function instantAt(date: LocalDate, time: LocalTime, timeZone: string): Date {
  const wallClock = Temporal.PlainDateTime.from(`${date}T${time}`);
  return new Date(wallClock.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds);
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
}
