import type { Interval } from './interval.ts';
import type { SlotQuestion } from './slot-question.ts';

/**
 * The ranges of starts that something in the diary forbids: a start `s` is forbidden when `from[i] <= s < until[i]` for
 * some `i`. Ascending by `from`; they may overlap. Two columns of integers instead of a list of objects, because one
 * search builds them for hundreds of providers.
 */
export interface ForbiddenStarts {
  readonly from: readonly number[];
  readonly until: readonly number[];
}

/**
 * What each entry of the diary forbids by itself, for starts within `reach`. Every entry is asked, not only the
 * neighbours of a gap: so the answer cannot depend on the order of the entries, and one entry more can only forbid more.
 */
export function forbiddenStarts(question: SlotQuestion, reach: Interval): ForbiddenStarts {
  const { occupied, blocked, estimator, travelMode } = question;
  const { minutes, bufferBefore, bufferAfter, place } = question.visit;
  const ranges = new RangeColumns(reach);
  for (const entry of occupied) {
    let there = 0;
    let back = 0;
    if (place !== null && entry.place !== null) {
      there = estimator.minutes(entry.place, place, travelMode);
      back = estimator.symmetric === true ? there : estimator.minutes(place, entry.place, travelMode);
    }
    // Free are `start + minutes + bufferAfter + back <= entry.start` and `start - bufferBefore >= entry.end + there`.
    ranges.add(entry.start - minutes - bufferAfter - back + 1, entry.end + bufferBefore + there);
  }
  for (const { start, end } of blocked) {
    if (start < end) ranges.add(start - minutes + 1, end);
  }
  return ranges.ascending();
}

/**
 * Diaries mostly come ordered by time, and travel displaces an entry by a few places: insertion repairs that in linear
 * time. Past this many moves an entry the diary is in no order, and the general sort takes over.
 */
const MOVES_PER_RANGE = 8;

class RangeColumns {
  readonly #reach: Interval;
  readonly #from: number[] = [];
  readonly #until: number[] = [];
  #last = -1;

  constructor(reach: Interval) {
    this.#reach = reach;
  }

  /** Takes in what of `[from, until)` is within reach; what meets the range added last becomes one with it. */
  add(from: number, until: number): void {
    // Cut to the reach everything is a small integer, whatever "for ever" the diary holds; `| 0` keeps it one in memory.
    const first = Math.max(from, this.#reach.start) | 0;
    const end = Math.min(until, this.#reach.end) | 0;
    if (first >= end) return;
    const last = this.#last;
    if (last >= 0 && first <= this.#until[last]! && end >= this.#from[last]!) {
      if (first < this.#from[last]!) this.#from[last] = first;
      if (end > this.#until[last]!) this.#until[last] = end;
    } else {
      this.#from.push(first);
      this.#until.push(end);
      this.#last++;
    }
  }

  ascending(): ForbiddenStarts {
    const from = this.#from;
    const until = this.#until;
    let movesLeft = MOVES_PER_RANGE * from.length;
    for (let i = 1; i < from.length; i++) {
      const rangeFrom = from[i]!;
      if (rangeFrom >= from[i - 1]!) continue;
      const rangeUntil = until[i]!;
      let slot = i;
      for (; slot > 0 && from[slot - 1]! > rangeFrom; slot--) {
        from[slot] = from[slot - 1]!;
        until[slot] = until[slot - 1]!;
      }
      from[slot] = rangeFrom;
      until[slot] = rangeUntil;
      movesLeft -= i - slot;
      if (movesLeft < 0) return sortColumns(from, until);
    }
    return { from, until };
  }
}

function sortColumns(from: readonly number[], until: readonly number[]): ForbiddenStarts {
  const order = from.map((_, i) => i).sort((a, b) => from[a]! - from[b]!);
  return { from: order.map((i) => from[i]!), until: order.map((i) => until[i]!) };
}
