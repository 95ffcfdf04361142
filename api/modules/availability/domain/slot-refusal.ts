import { isFree } from './slot-engine.ts';
import type { SlotQuestion } from './slot-question.ts';

/** Why a start is not free. Where several reasons hold, the first in this order is named. */
export type SlotRefusal =
  | 'TOO_SOON'
  | 'BEYOND_HORIZON'
  | 'OUTSIDE_WORKING_HOURS'
  | 'OFF_GRID'
  | 'TIME_OFF'
  | 'OCCUPIED'
  | 'NO_TIME_TO_TRAVEL'
  | 'DAY_FULL';

/**
 * Why the visit may not start at this instant, or `null` when it may. It asks {@link isFree} the same question with
 * fewer and fewer conditions left out, until the answer turns to no: there is no second set of rules to disagree with.
 *
 * @throws RangeError as {@link isFree}.
 */
export function whyNotFree(question: SlotQuestion, start: number): SlotRefusal | null {
  if (isFree(question, start)) return null;
  if (start < question.earliest) return 'TOO_SOON';
  if (start >= question.latest) return 'BEYOND_HORIZON';

  const noLimits = { ...question, dailyCap: { visits: null, minutes: null } };
  const nowhere = { ...noLimits, visit: { ...question.visit, place: null } };
  const noVisits = { ...nowhere, occupied: [] };
  const onlyHours = { ...noVisits, blocked: [] };
  if (!isFree({ ...onlyHours, grid: 1 }, start)) return 'OUTSIDE_WORKING_HOURS';
  if (!isFree(onlyHours, start)) return 'OFF_GRID';
  if (!isFree(noVisits, start)) return 'TIME_OFF';
  if (!isFree(nowhere, start)) return 'OCCUPIED';
  if (!isFree(noLimits, start)) return 'NO_TIME_TO_TRAVEL';
  return 'DAY_FULL';
}
