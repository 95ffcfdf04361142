/** What cancelling costs in a stretch of time; `until` is its last instant, null for what has no end. */
export interface FeeStep {
  readonly from: string;
  readonly until?: string | null;
  readonly percent: number;
  readonly fee: { readonly amount: number; readonly currency: string };
}

export interface FeeStretch extends FeeStep {
  readonly isNow: boolean;
  /** Share of the line, 1 to 4: long stretches are longer, and none is too short to read. */
  readonly weight: number;
}

const LONGEST = 4;

/** The stretches that are not over at `now`, in order, the first of them the present one. The last one ends with `start`. */
export function toFeeLine(steps: readonly FeeStep[], start: string, now: number): FeeStretch[] {
  const ahead = steps.filter(({ until }) => until == null || Date.parse(until) >= now);
  const lengths = ahead.map(({ from, until }) =>
    Math.max(0, Date.parse(until ?? start) - Math.max(Date.parse(from), now)),
  );
  const longest = Math.max(...lengths, 1);
  return ahead.map((step, index) => ({
    ...step,
    isNow: index === 0,
    weight: 1 + (LONGEST - 1) * Math.sqrt((lengths[index] ?? 0) / longest),
  }));
}
