import { BookingState } from '../../modules/bookings/index.ts';
import { type ProviderLevel } from '../../modules/catalog/index.ts';
import { HOUR_MS, MINUTE_MS } from './demo-context.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { PlannedVisit } from './visit-planner.ts';

/** Who made a change, as the log names them. */
export type HistoryActor = 'HOUSEHOLD' | 'PROVIDER' | 'SYSTEM';

/** One change of state of a booking, before it is a row. */
export interface HistoryStep {
  readonly to: BookingState;
  readonly by: HistoryActor;
  readonly at: Date;
  readonly reason: string | null;
}

const HOLD_MINUTES = 10;

/** Minutes of usual lateness; a proven provider is early as often as late. */
const USUAL_LATENESS: Readonly<Record<ProviderLevel, readonly [number, number]>> = {
  TRAINEE: [-4, 13],
  CERTIFIED: [-5, 10],
  SENIOR: [-6, 8],
  MASTER: [-7, 6],
};
const REALLY_LATE_CHANCE = 0.06;

const WORDS = {
  hangzhou: {
    householdEarly: '临时出差，改天再约',
    householdLate: '家里老人身体不适，来不及改时间',
    provider: '电动车半路坏了，非常抱歉',
    declined: '当天已有安排',
    noShow: '等了二十分钟没有人来',
  },
  london: {
    householdEarly: 'Away for work that day, will book again',
    householdLate: 'Child is ill, sorry for the short notice',
    provider: 'Broken down on the way, very sorry',
    declined: 'Already away that day',
    noShow: 'Waited twenty minutes, nobody came',
  },
} as const;

/**
 * What has happened to the booking by now, in order. The future is left out, so a visit that lies around the present is
 * under way and one that lies ahead is confirmed.
 */
export function historyOf(random: SeededRandom, visit: PlannedVisit, now: Date): HistoryStep[] {
  const words = WORDS[visit.provider.regionCode];
  const { bookedAt, start, end } = visit;
  const held = step(BookingState.HELD, 'HOUSEHOLD', bookedAt);
  if (visit.ending === 'HOLD_EXPIRED') {
    return [held, step(BookingState.EXPIRED, 'SYSTEM', after(bookedAt, HOLD_MINUTES))];
  }
  const decidedAt = after(bookedAt, random.integer(1, HOLD_MINUTES - 2));
  const answeredAt = after(decidedAt, random.integer(9, 70));
  const isInstant = visit.provider.row.instantBooking;
  const requested = isInstant ? [] : [step(BookingState.REQUESTED, 'HOUSEHOLD', decidedAt)];
  if (visit.ending === 'DECLINED') {
    return [held, ...requested, step(BookingState.DECLINED, 'PROVIDER', answeredAt, words.declined)];
  }
  const confirmed = isInstant
    ? step(BookingState.CONFIRMED, 'HOUSEHOLD', decidedAt)
    : step(BookingState.CONFIRMED, 'PROVIDER', answeredAt);
  const agreed = [held, ...requested, confirmed];
  const lateness = random.chance(REALLY_LATE_CHANCE)
    ? random.integer(16, 34)
    : random.integer(...USUAL_LATENESS[visit.provider.row.level]);
  const setOff = step(BookingState.EN_ROUTE, 'PROVIDER', after(start, lateness - random.integer(12, 40)));
  const cancelled = (by: HistoryActor, at: Date, reason: string): HistoryStep[] => [
    ...agreed,
    step(BookingState.CANCELLED, by, at, reason),
  ];
  switch (visit.ending) {
    case 'CANCELLED_EARLY':
      return cancelled(
        'HOUSEHOLD',
        between(random, confirmed.at, earlier(now, after(start, -25 * 60))),
        words.householdEarly,
      );
    case 'CANCELLED_LATE':
      return cancelled('HOUSEHOLD', after(start, -random.integer(3, 20) * 60), words.householdLate);
    case 'CANCELLED_BY_PROVIDER':
      return cancelled('PROVIDER', after(start, -random.integer(1, 6) * 60), words.provider);
    case 'NO_SHOW':
      return [...agreed, step(BookingState.NO_SHOW, 'HOUSEHOLD', after(start, random.integer(20, 28)), words.noShow)];
    case 'AS_AGREED': {
      const begun = step(BookingState.IN_PROGRESS, 'PROVIDER', after(start, lateness));
      const done = step(
        BookingState.COMPLETED,
        'PROVIDER',
        after(end, random.integer(-6, 9) + Math.max(0, lateness - 5)),
      );
      return [...agreed, setOff, begun, done].filter(({ at }) => at <= now);
    }
  }
}

function step(to: BookingState, by: HistoryActor, at: Date, reason: string | null = null): HistoryStep {
  return { to, by, at, reason };
}

function after(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * MINUTE_MS);
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}

/** Some instant from one to the other; an hour after the first when they are not in order. */
function between(random: SeededRandom, from: Date, to: Date): Date {
  const room = to.getTime() - from.getTime();
  return room <= 0
    ? new Date(from.getTime() + HOUR_MS)
    : new Date(Math.round((from.getTime() + room * random.next()) / 1_000) * 1_000);
}
