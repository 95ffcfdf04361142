import type { EventInput } from '@fullcalendar/vue3';
import { wallTimeOf } from './wall-time';
import { closedSpans, type WeekDay, type WeekVisit } from './week-agenda';

/** What an event of the calendar stands for; kept beside it for its look and its words. */
export type DiaryEvent =
  { kind: 'closed' } | { kind: 'off' } | { kind: 'travel'; minutes: number } | { kind: 'visit'; visit: WeekVisit };

const before = (wall: string, minutes: number): string =>
  new Date(Date.parse(`${wall}:00Z`) - minutes * 60_000).toISOString().slice(0, 16);
const atEnd = (date: string, time: string): string =>
  time === '24:00' ? before(`${date}T00:00`, -24 * 60) : `${date}T${time}`;

/**
 * The week as calendar events on the provider's wall clock. The calendar is told that it is UTC, so that neither the
 * browser's zone nor its clock changes move anything. Time off without a reason is called `offWord`.
 */
export function toCalendarEvents(days: readonly WeekDay<WeekVisit>[], timeZone: string, offWord: string): EventInput[] {
  return days.flatMap(({ date, hours, timeOff, visits }) => [
    ...closedSpans(hours).map(({ start, end }): EventInput => ({
      id: `closed-${date}-${start}`,
      start: `${date}T${start}`,
      end: atEnd(date, end),
      display: 'background',
      extendedProps: { kind: 'closed' } satisfies DiaryEvent,
    })),
    ...timeOff.map(({ id, start, end, reason }): EventInput => ({
      id: `off-${id}-${date}`,
      start: `${date}T${start}`,
      end: atEnd(date, end),
      display: 'background',
      title: reason || offWord,
      extendedProps: { kind: 'off' } satisfies DiaryEvent,
    })),
    ...visits.flatMap((visit): EventInput[] => {
      const start = wallTimeOf(visit.booking.start, timeZone);
      const minutes = visit.travelMinutesBefore ?? 0;
      const shown: EventInput = {
        id: visit.booking.id,
        start,
        end: wallTimeOf(visit.booking.end, timeZone),
        title: visit.booking.householdName,
        extendedProps: { kind: 'visit', visit } satisfies DiaryEvent,
      };
      const way: EventInput = {
        id: `way-${visit.booking.id}`,
        start: before(start, minutes),
        end: start,
        title: '',
        extendedProps: { kind: 'travel', minutes } satisfies DiaryEvent,
      };
      return minutes > 0 ? [way, shown] : [shown];
    }),
  ]);
}
