import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { OccupiedTime } from '../../../api/modules/availability/domain/slot-question.ts';
import { greatCircleEstimator } from '../../../api/modules/availability/domain/travel.ts';
import type { GeoPoint, TravelEstimator } from '../../../api/modules/availability/domain/travel.ts';
import type { HoursException, WeeklySpan } from '../../../api/modules/availability/domain/working-windows.ts';
import { ZONES, addDays, clockChangeDates } from './clock-changes.ts';
import type { OracleQuestion } from './slot-oracle.ts';

const PLACES: readonly (GeoPoint | null)[] = [
  null,
  { latitude: 51.5072, longitude: -0.1276 },
  { latitude: 51.5073, longitude: -0.1276 },
  { latitude: 51.53, longitude: -0.12 },
  { latitude: 51.46, longitude: -0.2 },
];

/** Ways that are longer in one direction than in the other, as on a real road map. */
const oneWayStreets: TravelEstimator = {
  minutes: (from, to) => (from === to ? 0 : from.latitude < to.latitude ? 35 : 5),
};

const changeDates = new Map(ZONES.map((zone) => [zone, clockChangeDates(zone, 2026, 2028)]));

const clockTime = fc.integer({ min: 0, max: 287 }).map((fives) => toClock(fives * 5));
const span = fc
  .tuple(clockTime, fc.oneof(clockTime, fc.constant('24:00')))
  .map(([a, b]) => (a < b ? { start: a, end: b } : { start: b, end: a }));
/** Long spans leave room for slots; the others cover odd plans, spans that overlap and spans with nothing in them. */
const roomySpan = fc.constantFrom(
  { start: '00:00', end: '24:00' },
  { start: '08:00', end: '20:00' },
  { start: '18:00', end: '24:00' },
  { start: '00:00', end: '06:00' },
);
const weeklySpan: fc.Arbitrary<WeeklySpan> = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.oneof(roomySpan, span), fc.constantFrom(undefined, 'EVERY', 'ODD', 'EVEN'))
  .map(([weekday, times, weeks]) => ({ weekday, ...times, weeks }));

const firstDate = fc.constantFrom(...ZONES).chain((zone) =>
  fc
    .oneof(
      fc.constantFrom('2026-12-30', '2027-06-15', '2027-01-03', ...changeDates.get(zone)!),
      fc.integer({ min: 0, max: 1000 }).map((days) => addDays('2026-01-01', days)),
    )
    .chain((date) => fc.integer({ min: -2, max: 0 }).map((shift) => ({ zone, from: addDays(date, shift) }))),
);

/** Questions of up to three days about all sorts of plans, diaries, zones, places and limits. */
export const oracleQuestion: fc.Arbitrary<OracleQuestion> = firstDate.chain(({ zone, from }) => {
  const dayStart = Temporal.PlainDate.from(from).toZonedDateTime(zone).epochMilliseconds / 60_000;
  const instant = fc.integer({ min: dayStart - 600, max: dayStart + 3 * 1440 + 600 });
  const exception: fc.Arbitrary<HoursException> = fc.record({
    date: fc.integer({ min: 0, max: 2 }).map((days) => addDays(from, days)),
    spans: fc.array(fc.oneof(roomySpan, span), { maxLength: 2 }),
  });
  /** "Now" and with it notice and horizon seldom fall on a whole minute. */
  const limit = fc.oneof(
    instant,
    instant.map((minute) => minute + 0.25),
  );
  return fc.record({
    hours: fc.record({
      weekly: fc.array(weeklySpan, { minLength: 6, maxLength: 14 }),
      exceptions: fc.array(exception, { maxLength: 2 }),
      zone: fc.constant(zone),
      from: fc.constant(from),
      to: fc.integer({ min: 0, max: 2 }).map((days) => addDays(from, days)),
    }),
    blocked: fc.array(
      fc.record({ start: instant, length: fc.integer({ min: 0, max: 300 }) }).map(({ start, length }) => ({
        start,
        end: start + length,
      })),
      { maxLength: 3 },
    ),
    occupied: fc.array(occupiedTime(instant), { maxLength: 12 }),
    visit: fc.record({
      minutes: fc.constantFrom(15, 45, 60, 90, 200),
      bufferBefore: fc.constantFrom(0, 10),
      bufferAfter: fc.constantFrom(0, 15),
      place: fc.constantFrom(...PLACES),
    }),
    travelMode: fc.constantFrom('WALK', 'BICYCLE', 'TRANSIT', 'CAR'),
    estimator: fc.constantFrom(greatCircleEstimator, oneWayStreets),
    grid: fc.constantFrom(1, 5, 7, 15, 30, 40, 60),
    earliest: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, limit),
    latest: fc.oneof({ arbitrary: fc.constant(Infinity), weight: 3 }, limit),
    dailyCap: fc.record({
      visits: fc.constantFrom(null, null, null, 1, 3, 6),
      minutes: fc.constantFrom(null, null, null, 120, 300),
    }),
  });
});

/** A reservation somewhere in the days asked about. */
export function occupiedTime(instant: fc.Arbitrary<number>): fc.Arbitrary<OccupiedTime> {
  return fc
    .record({
      start: instant,
      before: fc.constantFrom(0, 10),
      minutes: fc.constantFrom(15, 30, 60, 120),
      after: fc.constantFrom(0, 15),
      place: fc.constantFrom(...PLACES),
    })
    .map(({ start, before, minutes, after, place }) => ({
      start,
      visitStart: start + before,
      end: start + before + minutes + after,
      place,
    }));
}

function toClock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
