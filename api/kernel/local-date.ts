/** A calendar date without a zone, `YYYY-MM-DD`, years 0001–9999. As text it sorts in time order. */
export type LocalDate = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Whether the value is a date which exists: `2026-02-30` is not one. */
export function isLocalDate(value: unknown): value is LocalDate {
  return typeof value === 'string' && dayNumber(value) !== null;
}

/** The same text as a date. Throws `RangeError` if there is no such date. */
export function parseLocalDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`${JSON.stringify(text)} is not a date written YYYY-MM-DD`);
  return text;
}

/** Negative if `a` is earlier than `b`, positive if later, 0 if the same day. */
export function compareLocalDates(a: LocalDate, b: LocalDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The date `days` later (earlier if negative). Throws `RangeError` for an impossible date or a result outside 0001–9999. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromDayNumber(requiredDayNumber(date) + days);
}

/** How many days after `from` the day `to` comes; negative if it is before. Throws `RangeError` for an impossible date. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return requiredDayNumber(to) - requiredDayNumber(from);
}

/** ISO weekday: 1 is Monday, 7 is Sunday. Throws `RangeError` for an impossible date. */
export function weekdayOf(date: LocalDate): number {
  // Day 0, 1970-01-01, was a Thursday.
  return ((((requiredDayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

function requiredDayNumber(date: LocalDate): number {
  const day = dayNumber(date);
  if (day === null) throw new RangeError(`${JSON.stringify(date)} is not a date written YYYY-MM-DD`);
  return day;
}

function dayNumber(text: string): number | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  // A day the month does not have, or a month the year does not have, has carried over into another month.
  return date.getUTCMonth() === month - 1 ? date.getTime() / DAY_MS : null;
}

function fromDayNumber(day: number): LocalDate {
  const date = new Date(day * DAY_MS);
  const text = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
  return parseLocalDate(text);
}
