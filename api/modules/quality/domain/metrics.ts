/** The rolling figures of a provider (P5). */
export const METRICS = ['ACCEPTANCE', 'ON_TIME', 'COMPLETION', 'RATING', 'REBOOKING'] as const;

/** One of them. */
export type MetricName = (typeof METRICS)[number];

/** Below so many cases a figure says nothing and is not given. */
const FEWEST_CASES = 5;

/** How many cases there were, and what they add up to: those that went well, or the stars. */
export interface MetricCounts {
  readonly cases: number;
  readonly sum: number;
}

/** A figure: a share from 0 to 1, or a mean from 1 to 5 for the rating; null where there were too few cases. */
export interface Metric {
  readonly metric: MetricName;
  readonly value: number | null;
  readonly cases: number;
}

/** The figures from their counts, in their fixed order. */
export function toMetrics(counts: Readonly<Record<MetricName, MetricCounts>>): Metric[] {
  return METRICS.map((metric) => {
    const { cases, sum } = counts[metric];
    return { metric, cases, value: cases < FEWEST_CASES ? null : sum / cases };
  });
}
