import { fullDays } from './daily-cap.ts';
import type { Interval } from './interval.ts';
import type { LocalDay } from './local-day.ts';
import { isFree } from './slot-engine.ts';
import type { OccupiedTime, SlotQuestion } from './slot-question.ts';
import type { WorkingWindow } from './working-windows.ts';

/** One thing that keeps a visit from starting at an instant; all of them are given, not only the first. */
export type SlotObstacle =
  | { readonly kind: 'TOO_SOON' | 'BEYOND_HORIZON' | 'OUTSIDE_WORKING_HOURS' | 'OFF_GRID' | 'DAY_FULL' }
  | { readonly kind: 'TIME_OFF'; readonly blocked: Interval }
  | { readonly kind: 'OVERLAP'; readonly entry: OccupiedTime }
  | {
      /** The entry is before, or after, the start, and what lies between is shorter than the way and the buffers. */
      readonly kind: 'TOO_CLOSE_BEFORE' | 'TOO_CLOSE_AFTER';
      readonly entry: OccupiedTime;
      /** Whole minutes that are missing, 1 or more. */
      readonly missingMinutes: number;
    };

const NO_CAP = { visits: null, minutes: null };

/**
 * Everything that keeps the visit from starting at this instant: empty exactly when {@link isFree} says yes. Each condition is put
 * to the engine by itself, with the others left out, so that there is no second set of rules.
 *
 * @param days the local days around the start, whole, in order; at least all that the visit touches
 * @throws RangeError as {@link isFree}
 */
export function listObstacles(question: SlotQuestion, days: readonly LocalDay[], start: number): SlotObstacle[] {
  const wholeDays: WorkingWindow[] = days.map((day) => ({ start: day.start, end: day.end, day }));
  const unbounded = { ...question, earliest: start, latest: start + 1, dailyCap: NO_CAP };
  const bare = { ...unbounded, windows: wholeDays, blocked: [], occupied: [], grid: 1 };
  const found: SlotObstacle[] = [];

  if (start < question.earliest) found.push({ kind: 'TOO_SOON' });
  if (start >= question.latest) found.push({ kind: 'BEYOND_HORIZON' });
  if (!isFree({ ...bare, windows: question.windows }, start)) found.push({ kind: 'OUTSIDE_WORKING_HOURS' });
  if (!isFree({ ...bare, grid: question.grid }, start)) found.push({ kind: 'OFF_GRID' });
  for (const blocked of question.blocked) {
    if (!isFree({ ...bare, blocked: [blocked] }, start)) found.push({ kind: 'TIME_OFF', blocked });
  }
  for (const entry of question.occupied) {
    if (!isFree({ ...bare, occupied: [entry] }, start)) found.push(toObstacle(question, entry, start));
  }
  const full = fullDays(question, wholeDays);
  const firstDay = days.find((day) => day.start <= start && start < day.end);
  if (firstDay && full?.has(firstDay.dayNumber)) found.push({ kind: 'DAY_FULL' });
  return found;
}

/** Minutes from where an entry is to where the visit is, and back; the same ways that the engine asks for. */
export function travelBetween(question: SlotQuestion, entry: OccupiedTime): { there: number; back: number } {
  const { visit, estimator, travelMode } = question;
  if (visit.place === null || entry.place === null) return { there: 0, back: 0 };
  return {
    there: estimator.minutes(entry.place, visit.place, travelMode),
    back: estimator.minutes(visit.place, entry.place, travelMode),
  };
}

/** What an entry that forbids the start is to it. */
function toObstacle(question: SlotQuestion, entry: OccupiedTime, start: number): SlotObstacle {
  const { minutes, bufferBefore, bufferAfter } = question.visit;
  const { there, back } = travelBetween(question, entry);
  const end = start + minutes;
  if (entry.end <= start)
    return { kind: 'TOO_CLOSE_BEFORE', entry, missingMinutes: entry.end + bufferBefore + there - start };
  if (end <= entry.start)
    return { kind: 'TOO_CLOSE_AFTER', entry, missingMinutes: end + bufferAfter + back - entry.start };
  return { kind: 'OVERLAP', entry };
}
