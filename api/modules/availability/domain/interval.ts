/**
 * A half-open range of instants `[start, end)` in whole minutes since 1970-01-01T00:00Z. A range whose end is not after
 * its start holds nothing. Minutes fit a 32-bit integer until the year 6053, which keeps the slot engine on machine integers.
 */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Whether the ranges ascend and none overlaps the one before it; ranges that only touch are in order. */
export function areInOrder(intervals: readonly Interval[]): boolean {
  for (let i = 1; i < intervals.length; i++) {
    if (intervals[i]!.start < intervals[i - 1]!.end) return false;
  }
  return true;
}
