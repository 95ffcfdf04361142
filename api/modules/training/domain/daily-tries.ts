import { addDays } from '../../../kernel/local-date.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { localDateAt } from '../../../kernel/zoned-time.ts';

/** How many quizzes may be started today, and when the next may be if none. */
export interface TriesToday {
  readonly left: number;
  /** The first local day on which one may be started: today while some are left, else tomorrow. */
  readonly nextOn: LocalDate;
}

/**
 * Counts tries by the local day of an IANA zone on which they were started, whether or not they were finished: a day with 23
 * or 25 hours is one day. Starts that lie ahead count for their own day.
 */
export function countTriesToday(
  startedAt: readonly Date[],
  triesPerDay: number,
  now: Date,
  timeZone: string,
): TriesToday {
  const today = localDateAt(now, timeZone);
  const used = startedAt.filter((instant) => localDateAt(instant, timeZone) === today).length;
  const left = Math.max(0, triesPerDay - used);
  return { left, nextOn: left > 0 ? today : addDays(today, 1) };
}
