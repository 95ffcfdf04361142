import { Temporal } from 'temporal-polyfill';
import type { HoursException, WeeklySpan } from '../../../api/modules/availability/domain/working-windows.ts';
import type { OccupiedTime, RequestedVisit } from '../../../api/modules/availability/domain/slot-question.ts';
import type { GeoPoint } from '../../../api/modules/availability/domain/travel.ts';

export const ZONE = 'America/New_York';
/** Summer time begins on the 14th, the seventh of the days. */
export const FIRST_DATE = '2027-03-08';
export const GRID_MINUTES = 15;
export const GAP_MINUTES = 30;
export const CLIENT_PLACE: GeoPoint = { latitude: 40.75, longitude: -73.97 };

const SEED = 42;
const PROVIDERS = 1_000;
const VISIT_MINUTES = [60, 90, 120];
/** Visits are spread over a square of about 11 km; by car the ways take 10 to 35 minutes. */
const TOWN_DEGREES = 0.1;
const DAY_START = 7 * 60;
const DAY_END = 19 * 60;
const LUNCH_START = 12 * 60;
const LUNCH_END = 13 * 60;

/** How full the diaries are: so many visits a day of one of these lengths, with the gap between them. */
export interface Density {
  readonly visitsPerDay: number;
  readonly minutes: readonly number[];
}

export const DENSE: Density = { visitsPerDay: 8, minutes: [15, 30, 45] };
export const SPARSE: Density = { visitsPerDay: 3, minutes: [60, 90, 120] };

/** One provider of the workload, as the database would give it. */
export interface BenchProvider {
  readonly weekly: readonly WeeklySpan[];
  readonly exceptions: readonly HoursException[];
  readonly occupied: readonly OccupiedTime[];
  readonly visit: RequestedVisit;
}

/** The workload: 1,000 providers over so many days from {@link FIRST_DATE}; the same for the same arguments. */
export function buildProviders(density: Density, days: number): BenchProvider[] {
  const random = seededRandom(SEED);
  const dates = datesFrom(FIRST_DATE, days);
  const midnights = dates.map((date) => wallMinuteToInstant(date));
  return Array.from({ length: PROVIDERS }, (_, id) => ({
    weekly: weeklyHours(),
    exceptions: exceptionsOf(id, dates),
    occupied: midnights.flatMap((toInstant) =>
      drawDay(density, random).map(({ start, minutes }) => ({
        start: toInstant(start),
        end: toInstant(start + minutes),
        visitStart: toInstant(start),
        place: drawPlace(random),
      })),
    ),
    visit: { minutes: VISIT_MINUTES[id % VISIT_MINUTES.length]!, bufferBefore: 0, bufferAfter: 0, place: CLIENT_PLACE },
  }));
}

/** The dates of the workload. */
export function datesFrom(first: string, count: number): string[] {
  const start = Temporal.PlainDate.from(first);
  return Array.from({ length: count }, (_, i) => start.add({ days: i }).toString());
}

function weeklyHours(): WeeklySpan[] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
    { weekday, start: '07:00', end: '12:00' },
    { weekday, start: '13:00', end: '19:00' },
  ]);
}

/** Every seventh provider is away on one date, every eleventh keeps other hours on another. */
function exceptionsOf(id: number, dates: readonly string[]): HoursException[] {
  const exceptions: HoursException[] = [];
  if (id % 7 === 0) exceptions.push({ date: dates[id % dates.length]!, spans: [] });
  if (id % 11 === 0) {
    exceptions.push({ date: dates[(id + 5) % dates.length]!, spans: [{ start: '09:30', end: '15:15' }] });
  }
  return exceptions;
}

interface DrawnVisit {
  readonly start: number;
  readonly minutes: number;
}

/** The visits of one day, ascending, on the grid, clear of lunch and {@link GAP_MINUTES} apart. A jammed day is redrawn. */
function drawDay({ visitsPerDay, minutes }: Density, random: () => number): DrawnVisit[] {
  for (;;) {
    const visits: DrawnVisit[] = [];
    for (let tries = 0; tries < 200 && visits.length < visitsPerDay; tries++) {
      const length = minutes[Math.floor(random() * minutes.length)]!;
      const start = DAY_START + GRID_MINUTES * Math.floor((random() * (DAY_END - DAY_START)) / GRID_MINUTES);
      const end = start + length;
      const isAtWork = end <= LUNCH_START || (start >= LUNCH_END && end <= DAY_END);
      const isClear = visits.every((v) => v.start - GAP_MINUTES >= end || v.start + v.minutes + GAP_MINUTES <= start);
      if (isAtWork && isClear) visits.push({ start, minutes: length });
    }
    if (visits.length === visitsPerDay) return visits.sort((a, b) => a.start - b.start);
  }
}

function drawPlace(random: () => number): GeoPoint {
  return {
    latitude: CLIENT_PLACE.latitude + (random() - 0.5) * TOWN_DEGREES,
    longitude: CLIENT_PLACE.longitude + (random() - 0.5) * TOWN_DEGREES,
  };
}

/** Maps minutes since midnight on the clock to epoch minutes, from 03:00 on, after any change of the clock. */
function wallMinuteToInstant(date: string): (minute: number) => number {
  const noon = Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: ZONE, plainTime: '12:00' });
  return (minute) => noon.epochMilliseconds / 60_000 + minute - 720;
}

/** mulberry32: small, fast and the same on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
