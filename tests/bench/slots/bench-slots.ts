import { createHash } from 'node:crypto';
import { localDays } from '../../../api/modules/availability/domain/local-day.ts';
import { freeStarts } from '../../../api/modules/availability/domain/slot-engine.ts';
import { greatCircleEstimator } from '../../../api/modules/availability/domain/travel.ts';
import type { TravelEstimator } from '../../../api/modules/availability/domain/travel.ts';
import { workingWindows } from '../../../api/modules/availability/domain/working-windows.ts';
import { formatTable } from '../support/table.ts';
import { bruteForceStarts } from './brute-force.ts';
import { sweepWithFixedGap, sweepWithTravel } from './sorted-sweep.ts';
import type { FlatProviders } from './sorted-sweep.ts';
import { DENSE, FIRST_DATE, GAP_MINUTES, GRID_MINUTES, SPARSE, ZONE, buildProviders, datesFrom } from './workload-a.ts';
import type { BenchProvider, Density } from './workload-a.ts';

/** Engine time over the time of the sorted sweep that gives the same answer. */
const GOAL_RATIO = 2.5;
/** Cost of a start and a visit over eight times the days, relative to once; linear means about 1. */
const GOAL_GROWTH = 1.5;
const DAYS = 14;
const WARM_UP_ROUNDS = 50;
const ROUNDS = 60;

interface Scenario {
  readonly name: string;
  readonly density: Density;
  readonly estimator: TravelEstimator;
  readonly sweep: (flat: FlatProviders) => number[][];
  /** Whether the goal is set for it: it is for diaries with travel. The fixed gap shows what remains without. */
  readonly hasGoal: boolean;
}

const fixedGap: TravelEstimator = { symmetric: true, minutes: () => GAP_MINUTES };

const SCENARIOS: readonly Scenario[] = [
  { name: 'dense, 30 min gap', density: DENSE, estimator: fixedGap, sweep: sweepWithFixedGap, hasGoal: false },
  { name: 'sparse, 30 min gap', density: SPARSE, estimator: fixedGap, sweep: sweepWithFixedGap, hasGoal: false },
  { name: 'dense, travel', density: DENSE, estimator: greatCircleEstimator, sweep: sweepWithTravel, hasGoal: true },
  { name: 'sparse, travel', density: SPARSE, estimator: greatCircleEstimator, sweep: sweepWithTravel, hasGoal: true },
];

interface Measured {
  readonly sweepMs: number;
  readonly engineMs: number;
  readonly starts: number;
  readonly agrees: boolean;
}

/** Everything from rows as the database gives them to starts: hours, exceptions, zone, diary, travel, grid. */
function engineStarts(providers: readonly BenchProvider[], to: string, estimator: TravelEstimator): number[][] {
  return providers.map(({ weekly, exceptions, occupied, visit }) =>
    freeStarts({
      windows: workingWindows({ weekly, exceptions, zone: ZONE, from: FIRST_DATE, to }),
      blocked: [],
      occupied,
      visit,
      travelMode: 'CAR',
      estimator,
      grid: GRID_MINUTES,
      earliest: 0,
      latest: Infinity,
      dailyCap: { visits: null, minutes: null },
    }),
  );
}

function measure({ density, estimator, sweep }: Scenario): Measured {
  const providers = buildProviders(density, DAYS);
  const dates = datesFrom(FIRST_DATE, DAYS);
  const to = dates.at(-1)!;
  const flat = flatten(providers, to);
  const sweepTimes: number[] = [];
  const engineTimes: number[] = [];
  let swept: number[][] = [];
  let answer: number[][] = [];
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    const begin = performance.now();
    swept = sweep(flat);
    const middle = performance.now();
    answer = engineStarts(providers, to, estimator);
    const end = performance.now();
    if (round < WARM_UP_ROUNDS) continue;
    sweepTimes.push(middle - begin);
    engineTimes.push(end - middle);
  }
  const hash = hashOf(answer);
  return {
    sweepMs: median(sweepTimes),
    engineMs: median(engineTimes),
    starts: answer.flat().length,
    agrees: hash === hashOf(bruteForceStarts(providers, dates, estimator)) && hash === hashOf(swept),
  };
}

/** Engine time per visit and start over `days` days, in nanoseconds: shows whether the cost is linear. */
function nanosecondsPerItem(days: number): number {
  const providers = buildProviders(DENSE, days).slice(0, Math.ceil(8_000 / days));
  const to = datesFrom(FIRST_DATE, days).at(-1)!;
  const times: number[] = [];
  let items = 0;
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    const begin = performance.now();
    const answer = engineStarts(providers, to, greatCircleEstimator);
    times.push(performance.now() - begin);
    items = answer.flat().length + providers.flatMap(({ occupied }) => occupied).length;
  }
  return (median(times.slice(WARM_UP_ROUNDS)) * 1e6) / items;
}

function flatten(providers: readonly BenchProvider[], to: string): FlatProviders {
  const windows = providers.map(({ weekly, exceptions }) =>
    workingWindows({ weekly, exceptions, zone: ZONE, from: FIRST_DATE, to }),
  );
  const visits = providers.flatMap(({ occupied }) => occupied);
  return {
    visitMinutes: Int32Array.from(providers, ({ visit }) => visit.minutes),
    windowsFrom: runningTotals(windows.map((list) => list.length)),
    windowStart: Int32Array.from(windows.flat(), ({ start }) => start),
    windowEnd: Int32Array.from(windows.flat(), ({ end }) => end),
    visitsFrom: runningTotals(providers.map(({ occupied }) => occupied.length)),
    visitStart: Int32Array.from(visits, ({ start }) => start),
    visitEnd: Int32Array.from(visits, ({ end }) => end),
    latitude: Float64Array.from(visits, ({ place }) => place!.latitude),
    longitude: Float64Array.from(visits, ({ place }) => place!.longitude),
  };
}

function runningTotals(counts: readonly number[]): Int32Array {
  const totals = new Int32Array(counts.length + 1);
  counts.forEach((count, i) => (totals[i + 1] = totals[i]! + count));
  return totals;
}

/** Over every start of every provider, with the number of each provider's starts between them. */
function hashOf(answer: readonly (readonly number[])[]): string {
  return createHash('sha256')
    .update(Int32Array.from(answer.flatMap((starts) => [starts.length, ...starts])))
    .digest('hex');
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1]!;
}

/** The first question about a zone asks the time-zone database; every later one in the process is answered from memory. */
const beforeZone = performance.now();
localDays(FIRST_DATE, datesFrom(FIRST_DATE, DAYS).at(-1)!, ZONE);
const firstUseMs = performance.now() - beforeZone;

const results = SCENARIOS.map((scenario) => ({ ...scenario, ...measure(scenario) }));
const growth = [7, 14, 28, 56].map((days) => ({ days, nanoseconds: nanosecondsPerItem(days) }));
const growthRatio = growth.at(-1)!.nanoseconds / growth[0]!.nanoseconds;

const write = (text: string) => process.stdout.write(`${text}\n`);
write(`Slot engine, workload A: 1,000 providers × ${DAYS} days, ${ZONE}; medians of ${ROUNDS} rounds\n`);
write(
  formatTable(
    ['diaries', 'sweep ms', 'engine ms', 'ratio', 'goal', 'free starts', 'equals oracle'],
    results.map(({ name, sweepMs, engineMs, starts, agrees, hasGoal }) => [
      name,
      sweepMs.toFixed(2),
      engineMs.toFixed(2),
      (engineMs / sweepMs).toFixed(2),
      hasGoal ? `≤ ${GOAL_RATIO}` : '',
      starts.toLocaleString('en'),
      agrees ? 'yes' : 'NO',
    ]),
  ),
);
write('\nThe engine starts from weekly hours, exceptions and a zone; the sweep from integers in columns.');
write(`First use of the zone's ${DAYS} days: ${firstUseMs.toFixed(2)} ms, once in a process.\n`);
write(
  formatTable(
    ['dense, travel: days per provider', 'ns per visit and start'],
    growth.map(({ days, nanoseconds }) => [String(days), nanoseconds.toFixed(0)]),
  ),
);

if (process.argv.includes('--assert')) {
  const misses = results.filter(
    ({ agrees, hasGoal, engineMs, sweepMs }) => !agrees || (hasGoal && engineMs / sweepMs > GOAL_RATIO),
  );
  for (const { name } of misses) write(`Missed: ${name}`);
  if (growthRatio > GOAL_GROWTH)
    write(`Missed: the cost per item grows ${growthRatio.toFixed(2)} × over eight times the days`);
  if (misses.length > 0 || growthRatio > GOAL_GROWTH) process.exitCode = 1;
}
