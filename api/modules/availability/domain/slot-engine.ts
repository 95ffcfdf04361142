import { fullDays } from './daily-cap.ts';
import { forbiddenStarts } from './forbidden-starts.ts';
import type { ForbiddenStarts } from './forbidden-starts.ts';
import { areInOrder } from './interval.ts';
import type { Interval } from './interval.ts';
import type { LocalDay } from './local-day.ts';
import type { SlotQuestion } from './slot-question.ts';
import { mergeWindows } from './working-windows.ts';
import type { WorkingWindow } from './working-windows.ts';

/**
 * All free starts of the visit as epoch minutes, ascending: the one answer that search, the calendar and the check at
 * booking share. A start is free when
 *
 * - the visit proper `[start, start + minutes)` lies in working time without a break (windows that touch, as at midnight,
 *   are no break; buffers may reach out of working time);
 * - the visit proper overlaps nothing blocked;
 * - its occupied range `[start − bufferBefore, start + minutes + bufferAfter)` is clear of **every** occupied range, by at
 *   least the travel time between the two places, whether that range is a neighbour or not;
 * - the wall clock shows a multiple of `grid` minutes since 00:00 (an hour that the clock shows twice has its starts twice);
 * - `earliest <= start < latest`;
 * - the local day on which it begins has room under `dailyCap`.
 *
 * The order of `windows`, `blocked` and `occupied` is of no consequence, nothing is changed, and one more occupied or
 * blocked range never adds a start. Costs O(windows + entries + starts) for entries about in order, else one sort more.
 *
 * @throws RangeError when `grid` or the visit's length is not at least one minute.
 */
export function freeStarts(question: SlotQuestion): number[] {
  const { grid } = question;
  const { minutes } = question.visit;
  if (!(grid >= 1 && minutes >= 1)) throw new RangeError('grid and visit must last at least one minute');

  const windows = areInOrder(question.windows) ? question.windows : mergeWindows(question.windows);
  if (windows.length === 0) return [];
  const reach = reachOf(question, windows);
  const sweep = new StartSweep(forbiddenStarts(question, reach), grid, reach.start);
  const full = fullDays(question, windows);

  let workEnd = reach.start;
  for (let i = 0; i < windows.length; i++) {
    const window = windows[i]!;
    if (window.end > workEnd) workEnd = endOfUnbrokenWork(windows, i);
    if (full?.has(window.day.dayNumber)) continue;
    const start = Math.max(window.start, reach.start);
    const end = Math.min(window.end, reach.end, workEnd - minutes + 1);
    if (start < end) sweep.collect(start, end, window.day);
  }
  return sweep.found;
}

/**
 * Whether the visit may start at this instant: the check at booking. It is {@link freeStarts} asked about one instant, so
 * it cannot disagree with what was shown.
 *
 * @throws RangeError as {@link freeStarts}.
 */
export function isFree(question: SlotQuestion, start: number): boolean {
  const earliest = Math.max(question.earliest, start);
  const latest = Math.min(question.latest, start + 1);
  return freeStarts({ ...question, earliest, latest })[0] === start;
}

/**
 * The free starts nearest to a wanted instant, by absolute distance, of two equally near the earlier first; at most
 * `count`. What a person is offered when the wanted start has just been taken.
 *
 * @throws RangeError as {@link freeStarts}.
 */
export function nearestFreeStarts(question: SlotQuestion, wanted: number, count: number): number[] {
  return freeStarts(question)
    .sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b)
    .slice(0, count);
}

/** The whole minutes that may be starts: from the notice to the horizon, within working time. */
function reachOf({ earliest, latest }: SlotQuestion, windows: readonly WorkingWindow[]): Interval {
  const firstStart = windows[0]!.start;
  const lastEnd = windows[windows.length - 1]!.end;
  return {
    start: earliest > firstStart ? Math.ceil(Math.min(earliest, lastEnd)) : firstStart,
    end: latest < lastEnd ? Math.ceil(Math.max(latest, firstStart)) : lastEnd,
  };
}

/** End of the working time that lasts from window `first` on without a gap. */
function endOfUnbrokenWork(windows: readonly WorkingWindow[], first: number): number {
  let last = first;
  while (last + 1 < windows.length && windows[last + 1]!.start === windows[last]!.end) last++;
  return windows[last]!.end;
}

/** Walks the grid once, forwards, over the starts that nothing forbids. */
class StartSweep {
  readonly found: number[] = [];
  readonly #forbidden: ForbiddenStarts;
  readonly #grid: number;
  /** The first forbidden range not passed yet. */
  #next = 0;
  /** Starts before this instant are forbidden by the ranges passed so far. */
  #forbiddenUntil: number;

  constructor(forbidden: ForbiddenStarts, grid: number, firstStart: number) {
    this.#forbidden = forbidden;
    this.#grid = grid;
    this.#forbiddenUntil = firstStart;
  }

  /** Adds the free starts of `[start, end)`, which lies in the day and after all that was collected before. */
  collect(start: number, end: number, day: LocalDay): void {
    const { clockChange } = day;
    if (start < clockChange) this.#collectOnGrid(start, Math.min(end, clockChange), day.midnight);
    if (end > clockChange) this.#collectOnGrid(Math.max(start, clockChange), end, day.midnightAfterChange);
  }

  #collectOnGrid(rangeStart: number, rangeEnd: number, midnight: number): void {
    const grid = this.#grid;
    const { from, until } = this.#forbidden;
    let next = this.#next;
    let forbiddenUntil = this.#forbiddenUntil;
    let start = firstOnGrid(rangeStart, midnight, grid);
    while (start < rangeEnd) {
      // Ranges that meet are passed in one go, since each return to the grid costs a division.
      for (; next < from.length && (from[next]! <= start || from[next]! <= forbiddenUntil); next++) {
        if (until[next]! > forbiddenUntil) forbiddenUntil = until[next]!;
      }
      if (start < forbiddenUntil) {
        start = firstOnGrid(forbiddenUntil, midnight, grid);
        continue;
      }
      const freeUntil = next < from.length ? Math.min(from[next]!, rangeEnd) : rangeEnd;
      for (; start < freeUntil; start += grid) this.found.push(start);
    }
    this.#next = next;
    this.#forbiddenUntil = forbiddenUntil;
  }
}

/** The first instant at or after `instant` (itself not before `midnight`) that lies on the grid counted from `midnight`. */
function firstOnGrid(instant: number, midnight: number, grid: number): number {
  const past = (instant - midnight) % grid;
  return past === 0 ? instant : instant + grid - past;
}
