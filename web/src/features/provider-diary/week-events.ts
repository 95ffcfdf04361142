import type { EventInput } from '@fullcalendar/vue3';
import type { DiaryWeekQuery } from '../../generated/graphql';
import { addDays } from '../../ui/formats';
import { wallTimeOf, type WallTime } from './wall-time';
import { closedSpans, type WeekDay, type WeekVisit } from './week-agenda';
import type { HourSpan } from './week-plan';

export type WeekOff = DiaryWeekQuery['mySchedule']['timeOff'][number];
/** A visit for which another time is proposed. */
export type WeekProposal = DiaryWeekQuery['mySchedule']['proposedMoves'][number];

/** What an event of the calendar stands for; kept beside it for its look and its words. */
export type DiaryEvent =
  | { kind: 'closed' }
  | { kind: 'off'; off: WeekOff }
  | { kind: 'travel'; minutes: number; missing: number }
  | { kind: 'visit'; visit: WeekVisit }
  | { kind: 'proposal'; booking: WeekProposal }
  | { kind: 'hours'; date: string; span: HourSpan }
  | { kind: 'draft' };

/** What dragging changes: visits and time off, or the working hours. */
export type WeekMode = 'visits' | 'hours';

/** A stretch of the wall clock. */
export interface Stretch {
  start: WallTime;
  end: WallTime;
}

/** A stretch that is being decided about; the event that it takes the place of is not drawn meanwhile. */
export interface Draft extends Stretch {
  instead?: string | undefined;
}

export interface WeekView {
  days: readonly WeekDay<WeekVisit>[];
  timeOff: readonly WeekOff[];
  proposedMoves: readonly WeekProposal[];
  timeZone: string;
  mode: WeekMode;
  /** What is over by then cannot be dragged. */
  now: number;
  draft: Draft | undefined;
}

export const offId = ({ id }: { id: string }): string => `off-${id}`;
export const hoursId = (date: string, { start }: HourSpan): string => `hours-${date}-${start}`;

const atEnd = (date: string, time: string): WallTime =>
  time === '24:00' ? `${addDays(date, 1)}T00:00` : `${date}T${time}`;

/**
 * Beginning and end as the wall clock shows them. Where clocks go back in between, the end may read earlier than the
 * beginning: then it is drawn as long as it lasts.
 */
export function onTheWall(start: string, end: string, timeZone: string): Stretch {
  const wall = { start: wallTimeOf(start, timeZone), end: wallTimeOf(end, timeZone) };
  if (wall.end > wall.start) return wall;
  const lasting = Date.parse(`${wall.start}:00Z`) + Date.parse(end) - Date.parse(start);
  return { ...wall, end: new Date(lasting).toISOString().slice(0, 16) };
}

/** Time off and hours lie under visits, and what is being decided on top. */
const LAYERS = { closed: 0, off: 0, hours: 0, travel: 1, visit: 1, proposal: 1, draft: 2 } as const;
const meaning = (event: DiaryEvent): { extendedProps: DiaryEvent & { layer: number } } => ({
  extendedProps: { ...event, layer: LAYERS[event.kind] },
});
const still = { editable: false, interactive: false } as const;

/** The way before a visit, cut at the end of the visit before it: what does not fit is said, not drawn over it. */
function wayTo(visit: WeekVisit, timeZone: string): EventInput[] {
  const { travelMinutesBefore: minutes, travelMinutesMissing: missing, booking } = visit;
  const shown = (minutes ?? 0) - missing;
  if (minutes === null || shown <= 0) return [];
  const leave = new Date(Date.parse(booking.start) - shown * 60_000).toISOString();
  return [
    {
      id: `way-${booking.id}`,
      ...onTheWall(leave, booking.start, timeZone),
      title: '',
      ...still,
      ...meaning({ kind: 'travel', minutes, missing }),
    },
  ];
}

function visitEvents(visit: WeekVisit, { timeZone, mode }: WeekView): EventInput[] {
  const shown: EventInput = {
    id: visit.booking.id,
    ...onTheWall(visit.booking.start, visit.booking.end, timeZone),
    title: visit.booking.householdName,
    ...meaning({ kind: 'visit', visit }),
  };
  if (mode === 'hours') return [{ ...shown, title: '', display: 'background', ...still }];
  return [...wayTo(visit, timeZone), { ...shown, startEditable: isMovable(visit), durationEditable: false }];
}

/** The other side can be asked for another time, and is not being asked already. */
export const isMovable = ({ booking }: WeekVisit): boolean => booking.canProposeMove && !booking.moveProposal;

function proposalEvents(booking: WeekProposal, { timeZone }: WeekView): EventInput[] {
  const { moveProposal } = booking;
  if (!moveProposal) return [];
  return [
    {
      id: `proposal-${moveProposal.id}`,
      ...onTheWall(moveProposal.start, moveProposal.end, timeZone),
      title: booking.householdName,
      editable: false,
      ...meaning({ kind: 'proposal', booking }),
    },
  ];
}

function offEvent(off: WeekOff, { timeZone, mode, now }: WeekView): EventInput {
  return {
    id: offId(off),
    start: wallTimeOf(off.start, timeZone),
    end: wallTimeOf(off.end, timeZone),
    title: '',
    ...(mode === 'hours' ? { display: 'background', ...still } : { editable: Date.parse(off.end) > now }),
    ...meaning({ kind: 'off', off }),
  };
}

function closedEvents(date: string, hours: readonly HourSpan[]): EventInput[] {
  return closedSpans(hours).map(({ start, end }) => ({
    id: `closed-${date}-${start}`,
    start: `${date}T${start}`,
    end: atEnd(date, end),
    display: 'background',
    ...still,
    ...meaning({ kind: 'closed' }),
  }));
}

function hoursEvents({ date, hours }: WeekDay<WeekVisit>, { timeZone, now }: WeekView): EventInput[] {
  const isOver = date < wallTimeOf(now, timeZone).slice(0, 10);
  return hours.map((span): EventInput => ({
    id: hoursId(date, span),
    start: `${date}T${span.start}`,
    end: atEnd(date, span.end),
    title: '',
    ...(isOver ? still : { editable: true, overlap: false }),
    ...meaning({ kind: 'hours', date, span }),
  }));
}

/**
 * The week as calendar events on the provider's wall clock. The calendar is told that it is UTC, so that neither the
 * browser's zone nor its clock changes move anything.
 */
export function toCalendarEvents(view: WeekView): EventInput[] {
  const { days, timeOff, proposedMoves, mode, draft } = view;
  const stored = [
    ...days.flatMap(({ date, hours }) => closedEvents(date, hours)),
    ...timeOff.map((off) => offEvent(off, view)),
    ...days.flatMap(({ visits }) => visits.flatMap((visit) => visitEvents(visit, view))),
    ...(mode === 'hours'
      ? days.flatMap((day) => hoursEvents(day, view))
      : proposedMoves.flatMap((booking) => proposalEvents(booking, view))),
  ];
  if (!draft) return stored;
  const { start, end, instead } = draft;
  return [
    ...stored.filter(({ id }) => id !== instead),
    { id: 'draft', start, end, title: '', ...still, ...meaning({ kind: 'draft' }) },
  ];
}
