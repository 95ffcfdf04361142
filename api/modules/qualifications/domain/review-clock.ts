import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../../../kernel/local-date.ts';

const HOUR_MS = 3_600_000;
/** Time auditors have for a decision (Q3). */
const REVIEW_HOURS = 48;
/** How long a claim keeps a credential for one auditor (Q3). */
const CLAIM_MINUTES = 30;

/** When a decision is due on what is handed in now. */
export function dueAfter(now: Date): Date {
  return new Date(now.getTime() + REVIEW_HOURS * HOUR_MS);
}

/**
 * When a decision is due on what comes back after auditors asked for more: the clock stood still while they waited, so it
 * takes the place in the queue that it had, also when it was late already.
 */
export function dueAfterPause(dueAt: Date, askedAt: Date, now: Date): Date {
  return new Date(now.getTime() + (dueAt.getTime() - askedAt.getTime()));
}

/** Until when a claim made now runs, exclusive. */
export function claimUntil(now: Date): Date {
  return new Date(now.getTime() + CLAIM_MINUTES * 60_000);
}

/**
 * Last valid day, inclusive, of a document that is good for so many calendar months from the day of issue: the day before
 * the same day of the month, or the month's last day where there is no such day. One of 31 January for one month is good
 * until 27 February.
 */
export function lastValidDay(issuedOn: LocalDate, months: number): LocalDate {
  return Temporal.PlainDate.from(issuedOn).add({ months }).subtract({ days: 1 }).toString();
}
