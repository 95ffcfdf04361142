import { addDays, daysBetween } from './local-date.ts';
import type { LocalDate } from './local-date.ts';
import { instantAt, localDateAt, localTimeAt } from './zoned-time.ts';

/** From the first day on which something was known to hold up to its last valid day, both inclusive; null: no end. */
interface Term {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** Days before the last valid day on which its holder is told (Q6, Q8), farthest first. */
export const NOTICE_DAYS = [60, 30, 14, 7, 1] as const;

/** One of them. */
export type NoticeDays = (typeof NOTICE_DAYS)[number];

/**
 * The notice that is due on a local day, or null. It is the nearest step whose day has come, so that after days without a
 * job the holder gets the most pressing one and not all at once. A step that lies on or before the first day of the
 * term never comes: whoever has just got something is not told that it soon ends. Nothing is due after the last day.
 */
export function dueNotice({ from, until }: Term, today: LocalDate): NoticeDays | null {
  if (until === null || today > until) return null;
  const left = daysBetween(today, until);
  const reached = NOTICE_DAYS.filter((days) => left <= days && addDays(until, -days) > from);
  return reached.at(-1) ?? null;
}

/** A notice may ring from 09:00 up to 20:00 on the wall of an IANA zone: the instant itself, or the next 09:00. */
export function politeInstant(now: Date, timeZone: string): Date {
  const time = localTimeAt(now, timeZone);
  if (time >= '09:00' && time < '20:00') return now;
  const today = localDateAt(now, timeZone);
  return instantAt(time < '09:00' ? today : addDays(today, 1), '09:00', timeZone);
}
