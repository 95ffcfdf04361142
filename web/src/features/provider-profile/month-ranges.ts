import { addDays } from '../../ui/formats';
import { monthEnd, monthOf } from '../../ui/month-grid';

/** One request for free times answers for this many days. */
const longestRange = 14;

/** A month cut into ranges that can be asked for, both ends included, without what lies before `min` or after `max`. */
export function monthRanges(month: string, min: string, max: string): { from: string; to: string }[] {
  const first = monthOf(month) < min ? min : monthOf(month);
  const last = monthEnd(month) > max ? max : monthEnd(month);
  const ranges: { from: string; to: string }[] = [];
  for (let from = first; from <= last; from = addDays(from, longestRange)) {
    const end = addDays(from, longestRange - 1);
    ranges.push({ from, to: end > last ? last : end });
  }
  return ranges;
}
