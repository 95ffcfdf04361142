import { Temporal } from 'temporal-polyfill';
import type { SlotQuestion } from '../../../api/modules/availability/domain/slot-question.ts';
import type { WorkingHours } from '../../../api/modules/availability/domain/working-windows.ts';

/** The question before working hours have become windows. */
export interface OracleQuestion extends Omit<SlotQuestion, 'windows'> {
  readonly hours: WorkingHours;
}

/**
 * All free starts, found by trying every minute of working time: slow, and written from the rules alone. Shares nothing
 * but types with the engine; wall time is Temporal's business throughout.
 */
export function oracleStarts(question: OracleQuestion): number[] {
  const { zone } = question.hours;
  const worked = workedMinutes(question.hours);
  const starts = [...worked].filter((minute) => minute >= question.earliest && minute < question.latest);
  return starts
    .filter((start) => isOnGrid(start, zone, question.grid))
    .filter((start) => isInWorkingTime(question, worked, start))
    .filter((start) => isClearOfBlocks(question, start))
    .filter((start) => isClearOfVisits(question, start))
    .filter((start) => hasRoomInDay(question, start))
    .sort((a, b) => a - b);
}

/** Every minute of working time, one by one. */
export function workedMinutes({ weekly, exceptions, zone, from, to }: WorkingHours): Set<number> {
  const worked = new Set<number>();
  const last = Temporal.PlainDate.from(to);
  let date = Temporal.PlainDate.from(from);
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    const ofDate = exceptions.filter((exception) => exception.date === date.toString());
    const parity = date.weekOfYear! % 2 === 0 ? 'EVEN' : 'ODD';
    const spans =
      ofDate.length > 0
        ? ofDate.flatMap(({ spans }) => spans)
        : weekly.filter((s) => s.weekday === date.dayOfWeek && [undefined, 'EVERY', parity].includes(s.weeks));
    const nextDate = date.add({ days: 1 });
    const dayStart = minuteOf(date.toZonedDateTime(zone));
    const dayEnd = minuteOf(nextDate.toZonedDateTime(zone));
    for (const { start, end } of spans) {
      const first = minuteOf(date.toPlainDateTime(start).toZonedDateTime(zone, { disambiguation: 'compatible' }));
      const until =
        end === '24:00'
          ? dayEnd
          : minuteOf(date.toPlainDateTime(end).toZonedDateTime(zone, { disambiguation: 'later' }));
      for (let minute = Math.max(first, dayStart); minute < Math.min(until, dayEnd); minute++) worked.add(minute);
    }
    date = nextDate;
  }
  return worked;
}

function minuteOf(moment: Temporal.ZonedDateTime): number {
  return moment.epochMilliseconds / 60_000;
}

function wallClock(minute: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(zone);
}

function isOnGrid(start: number, zone: string, grid: number): boolean {
  const wall = wallClock(start, zone);
  return (wall.hour * 60 + wall.minute) % grid === 0;
}

function isInWorkingTime({ visit }: OracleQuestion, worked: ReadonlySet<number>, start: number): boolean {
  for (let minute = start; minute < start + visit.minutes; minute++) {
    if (!worked.has(minute)) return false;
  }
  return true;
}

function isClearOfBlocks({ blocked, visit }: OracleQuestion, start: number): boolean {
  for (let minute = start; minute < start + visit.minutes; minute++) {
    if (blocked.some((block) => block.start <= minute && minute < block.end)) return false;
  }
  return true;
}

function isClearOfVisits({ occupied, visit, estimator, travelMode }: OracleQuestion, start: number): boolean {
  const leave = start + visit.minutes + visit.bufferAfter;
  const arrive = start - visit.bufferBefore;
  return occupied.every((entry) => {
    const isSomewhere = visit.place !== null && entry.place !== null;
    const wayThere = isSomewhere ? estimator.minutes(visit.place, entry.place, travelMode) : 0;
    const wayBack = isSomewhere ? estimator.minutes(entry.place, visit.place, travelMode) : 0;
    return leave + wayThere <= entry.start || entry.end + wayBack <= arrive;
  });
}

function hasRoomInDay({ occupied, visit, dailyCap, hours }: OracleQuestion, start: number): boolean {
  if (dailyCap.visits === null && dailyCap.minutes === null) return true;
  const date = wallClock(start, hours.zone).toPlainDate().toString();
  const thatDay = occupied.filter((entry) => wallClock(entry.visitStart, hours.zone).toPlainDate().toString() === date);
  const booked = thatDay.reduce((sum, { start: from, end }) => sum + end - from, 0);
  const wanted = visit.bufferBefore + visit.minutes + visit.bufferAfter;
  return thatDay.length + 1 <= (dailyCap.visits ?? Infinity) && booked + wanted <= (dailyCap.minutes ?? Infinity);
}
