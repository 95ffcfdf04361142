import { addDays } from '../../ui/formats';
import { wallTimeOf, type WallTime } from './wall-time';

/** Time off as it is chosen: first and last day, both included, with the times at which it begins and ends on them. */
export interface OffRange {
  from: string;
  startTime: string;
  to: string;
  endTime: string;
}

/** A whole day. */
export const wholeDay = (date: string): OffRange => ({ from: date, startTime: '00:00', to: date, endTime: '24:00' });

/** A stretch drawn in the calendar; one that ends at midnight ends with the day before. */
export function fromWallRange(start: WallTime, end: WallTime): OffRange {
  const endsAtMidnight = end.slice(11) === '00:00';
  return {
    from: start.slice(0, 10),
    startTime: start.slice(11),
    to: endsAtMidnight ? addDays(end.slice(0, 10), -1) : end.slice(0, 10),
    endTime: endsAtMidnight ? '24:00' : end.slice(11),
  };
}

/** Stored time off in the same form. */
export const fromInstants = (start: string, end: string, timeZone: string): OffRange =>
  fromWallRange(wallTimeOf(start, timeZone), wallTimeOf(end, timeZone));

/** Whether it covers its days from midnight to midnight. */
export const isWholeDays = ({ startTime, endTime }: OffRange): boolean => startTime === '00:00' && endTime === '24:00';
