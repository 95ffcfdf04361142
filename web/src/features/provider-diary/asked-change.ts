import { fromWallRange, type OffRange } from './off-range';
import type { HoursChange } from './hours-change';
import { hoursId, type Draft, type Stretch, type WeekOff, type WeekProposal } from './week-events';
import type { WeekVisit } from './week-agenda';
import type { HourSpan } from './week-plan';

/** What somebody wants to change in their week, before a dialog has it decided; `draft` is where it is drawn meanwhile. */
export type AskedChange = { draft?: Draft | undefined } & (
  | { kind: 'off'; range: OffRange; editing?: WeekOff | undefined }
  | { kind: 'hours'; change: HoursChange }
  | { kind: 'move'; visit: WeekVisit }
  | { kind: 'proposal'; booking: WeekProposal }
);

/** Hours of a date that were drawn, chosen or dragged; what was drawn beyond the day ends with it. */
export function askHours(date: string, from: HourSpan | undefined, to: Stretch | undefined): AskedChange {
  if (!to) return { kind: 'hours', change: { date, from, to: from } };
  const { startTime, endTime, to: last } = fromWallRange(to.start, to.end);
  const end = last > date ? '24:00' : endTime;
  return {
    kind: 'hours',
    change: { date, from, to: { start: startTime, end } },
    draft: { ...to, instead: from && hoursId(date, from) },
  };
}
