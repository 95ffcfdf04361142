import type { Interval } from './interval.ts';
import type { OccupiedTime } from './slot-question.ts';
import type { GeoPoint, TravelEstimator, TravelMode } from './travel.ts';

/** A visit that is to last longer, in epoch minutes. */
export interface RunningVisit {
  readonly start: number;
  /** Minutes kept free after it. */
  readonly bufferAfter: number;
  readonly place: GeoPoint;
}

/** The first thing that a longer visit runs into, and how long it can last at most (epoch minutes, at which it may end). */
export interface ExtensionLimit {
  readonly because: 'NEXT_VISIT' | 'TIME_OFF';
  readonly latestEnd: number;
}

/**
 * Until when a visit that has begun can last: the next visit is still reached in time, and no time off is cut into. Working
 * hours are no limit, since they say what may be booked and not what somebody may agree to. Null when nothing is in the way.
 */
export function extensionLimit(question: {
  readonly visit: RunningVisit;
  /** Live reservations, its own among them or not. */
  readonly occupied: readonly OccupiedTime[];
  readonly blocked: readonly Interval[];
  readonly travelMode: TravelMode;
  readonly estimator: TravelEstimator;
}): ExtensionLimit | null {
  const { visit, occupied, blocked, travelMode, estimator } = question;
  const limits: ExtensionLimit[] = [];
  for (const next of occupied) {
    if (next.visitStart <= visit.start) continue;
    const travel = next.place === null ? 0 : estimator.minutes(visit.place, next.place, travelMode);
    limits.push({ because: 'NEXT_VISIT', latestEnd: next.start - travel - visit.bufferAfter });
  }
  for (const { start, end } of blocked) {
    if (end > visit.start && start < end) limits.push({ because: 'TIME_OFF', latestEnd: start });
  }
  return limits.reduce<ExtensionLimit | null>(
    (first, limit) => (first === null || limit.latestEnd < first.latestEnd ? limit : first),
    null,
  );
}
