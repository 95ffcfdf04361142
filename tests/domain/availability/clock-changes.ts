import { Temporal } from 'temporal-polyfill';

export const ZONES = [
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Asia/Shanghai',
  'America/St_Johns',
  'Pacific/Auckland',
] as const;

/** The local dates on which the clock is put forward or back, found by comparing the lengths of days. */
export function clockChangeDates(zone: string, firstYear: number, lastYear: number): string[] {
  const dates: string[] = [];
  let date = Temporal.PlainDate.from({ year: firstYear, month: 1, day: 1 });
  let start = date.toZonedDateTime(zone).epochMilliseconds;
  while (date.year <= lastYear) {
    const next = date.add({ days: 1 });
    const end = next.toZonedDateTime(zone).epochMilliseconds;
    if (end - start !== 86_400_000) dates.push(date.toString());
    date = next;
    start = end;
  }
  return dates;
}

/** Epoch minutes of an instant written with its offset, as `2027-03-14T03:00-04:00`. */
export function at(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds / 60_000;
}

/** The date so many days later. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
