import { addDays, weekdayOf } from './formats';

/** First of the month of a local date. */
export const monthOf = (date: string): string => `${date.slice(0, 7)}-01`;

/** First of the month that many months later. */
export function addMonths(date: string, months: number): string {
  const [year, month] = date.split('-').map(Number) as [number, number];
  const index = year * 12 + (month - 1) + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

/** Last day of the month of a local date. */
export const monthEnd = (date: string): string => addDays(addMonths(monthOf(date), 1), -1);

/** The weeks of a month, Monday first; days of the neighbouring months are left out as `undefined`. */
export function weeksOf(month: string): (string | undefined)[][] {
  const first = monthOf(month);
  const last = monthEnd(month);
  const weeks: (string | undefined)[][] = [];
  for (let day = addDays(first, 1 - weekdayOf(first)); day <= last; day = addDays(day, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, index) => addDays(day, index)).map((date) =>
        date < first || date > last ? undefined : date,
      ),
    );
  }
  return weeks;
}
