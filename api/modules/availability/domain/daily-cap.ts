import type { LocalDay } from './local-day.ts';
import type { SlotQuestion } from './slot-question.ts';
import type { WorkingWindow } from './working-windows.ts';

/**
 * The local days (as `dayNumber`) of the windows on which the daily cap has no room left for the requested visit;
 * `undefined` when there is no cap. A visit counts, with all its minutes, for the day on which it begins.
 *
 * @param windows ascending
 */
export function fullDays(question: SlotQuestion, windows: readonly WorkingWindow[]): ReadonlySet<number> | undefined {
  const { visits: maxVisits, minutes: maxMinutes } = question.dailyCap;
  if (maxVisits === null && maxMinutes === null) return undefined;

  const days = distinctDays(windows);
  const visits = days.map(() => 1);
  const { minutes, bufferBefore, bufferAfter } = question.visit;
  const occupiedMinutes = days.map(() => bufferBefore + minutes + bufferAfter);
  for (const entry of question.occupied) {
    const index = indexOfDay(days, entry.visitStart);
    if (index === -1) continue;
    visits[index]! += 1;
    occupiedMinutes[index]! += entry.end - entry.start;
  }

  const full = days.filter(
    (_, i) =>
      (maxVisits !== null && visits[i]! > maxVisits) || (maxMinutes !== null && occupiedMinutes[i]! > maxMinutes),
  );
  return new Set(full.map((day) => day.dayNumber));
}

function distinctDays(windows: readonly WorkingWindow[]): LocalDay[] {
  const days: LocalDay[] = [];
  for (const { day } of windows) {
    if (days.at(-1)?.dayNumber !== day.dayNumber) days.push(day);
  }
  return days;
}

/** Index of the day an instant falls on, by bisection; −1 when it falls on none of them. */
function indexOfDay(days: readonly LocalDay[], instant: number): number {
  let low = 0;
  let high = days.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const day = days[middle]!;
    if (instant < day.start) high = middle - 1;
    else if (instant >= day.end) low = middle + 1;
    else return middle;
  }
  return -1;
}
