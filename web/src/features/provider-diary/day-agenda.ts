import type { DiaryTodayQuery } from '../../generated/graphql';
import { localDateOf, type MoneyAmount } from '../../ui/formats';

export type DayVisit = DiaryTodayQuery['day']['visits'][number];
export type WaitingRequest = DiaryTodayQuery['ahead']['visits'][number];

export interface DayAgenda<Visit> {
  /** The visit that runs or comes next today. */
  next: Visit | undefined;
  /** Today's visits before it, over already. */
  done: Visit[];
  /** Today's visits after it. */
  later: Visit[];
  tomorrow: Visit[];
  /** Of today's visits, by currency; a provider works in one region, so one amount or none. */
  earnings: MoneyAmount | undefined;
}

interface VisitLike {
  booking: { state: string; start: string; end: string };
  earnings: MoneyAmount;
}

const agreed = new Set(['CONFIRMED', 'EN_ROUTE', 'IN_PROGRESS', 'COMPLETED', 'CLOSED']);
const over = new Set(['COMPLETED', 'CLOSED']);

/** Sorts agreed visits into what is next, later, done, and tomorrow; requests are not visits yet. */
export function toAgenda<Visit extends VisitLike>(
  visits: readonly Visit[],
  now: number,
  timeZone: string,
): DayAgenda<Visit> {
  const today = localDateOf(now, timeZone);
  const confirmed = visits
    .filter(({ booking }) => agreed.has(booking.state))
    .toSorted((one, other) => one.booking.start.localeCompare(other.booking.start));
  const ofToday = confirmed.filter(({ booking }) => localDateOf(booking.start, timeZone) === today);
  const isOver = ({ booking }: Visit): boolean => over.has(booking.state) || Date.parse(booking.end) <= now;
  const [next, ...later] = ofToday.filter((visit) => !isOver(visit));
  const first = ofToday[0];
  return {
    next,
    done: ofToday.filter(isOver),
    later,
    tomorrow: confirmed.filter(({ booking }) => localDateOf(booking.start, timeZone) > today),
    earnings: first && {
      currency: first.earnings.currency,
      amount: ofToday.reduce((sum, { earnings }) => sum + earnings.amount, 0),
    },
  };
}

/** Requests that still wait for an answer, the most urgent first. */
export function openRequests<
  Visit extends { booking: { state: string; start: string; requestExpiresAt?: string | null } },
>(visits: readonly Visit[], now: number): Visit[] {
  const urgency = ({ booking }: Visit): string => booking.requestExpiresAt ?? booking.start;
  return visits
    .filter((visit) => visit.booking.state === 'REQUESTED' && Date.parse(urgency(visit)) > now)
    .toSorted((one, other) => urgency(one).localeCompare(urgency(other)));
}

/** When to set out: the start less the way, to the minute. */
export function leaveAt(start: string, travelMinutes: number): string {
  return new Date(Date.parse(start) - travelMinutes * 60_000).toISOString();
}

/** Whole minutes from now until an instant, rounded up; 0 when it has come. */
export function minutesUntil(instant: string, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(instant) - now) / 60_000));
}
