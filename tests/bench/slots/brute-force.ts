import { Temporal } from 'temporal-polyfill';
import type { TravelEstimator } from '../../../api/modules/availability/domain/travel.ts';
import type { BenchProvider } from './workload-a.ts';
import { CLIENT_PLACE, GRID_MINUTES, ZONE } from './workload-a.ts';

interface WallStart {
  readonly date: string;
  readonly weekday: number;
  /** Minutes since 00:00 on the clock. */
  readonly minute: number;
  readonly instant: number;
}

/**
 * The oracle of the benchmark: every provider × every quarter of an hour that the clock shows × every visit of the
 * diary. Shares nothing with the engine but the travel estimator, which is part of the question.
 */
export function bruteForceStarts(
  providers: readonly BenchProvider[],
  dates: readonly string[],
  estimator: TravelEstimator,
): number[][] {
  const wallStarts = dates.flatMap(wallStartsOf);
  return providers.map((provider) => {
    const gaps = provider.occupied.map(({ place }) => estimator.minutes(place!, CLIENT_PLACE, 'CAR'));
    return wallStarts
      .filter((start) => isAtWork(provider, start) && isClear(provider, gaps, start.instant))
      .map(({ instant }) => instant);
  });
}

/** All quarters of an hour of a date that exist on the clock. */
function wallStartsOf(date: string): WallStart[] {
  const starts: WallStart[] = [];
  let moment = Temporal.PlainDate.from(date).toZonedDateTime(ZONE);
  while (moment.toPlainDate().toString() === date) {
    const minute = moment.hour * 60 + moment.minute;
    starts.push({ date, weekday: moment.dayOfWeek, minute, instant: moment.epochMilliseconds / 60_000 });
    moment = moment.add({ minutes: GRID_MINUTES });
  }
  return starts;
}

/** By the clock alone: no clock of the workload changes during working hours. */
function isAtWork({ weekly, exceptions, visit }: BenchProvider, { date, weekday, minute }: WallStart): boolean {
  const spans = exceptions.find((e) => e.date === date)?.spans ?? weekly.filter((span) => span.weekday === weekday);
  return spans.some(({ start, end }) => minuteOf(start) <= minute && minute + visit.minutes <= minuteOf(end));
}

function minuteOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return hour! * 60 + minute!;
}

function isClear({ occupied, visit }: BenchProvider, gaps: readonly number[], start: number): boolean {
  const end = start + visit.minutes;
  return occupied.every((entry, i) => end + gaps[i]! <= entry.start || entry.end + gaps[i]! <= start);
}
