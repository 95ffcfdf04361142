/** The ratings of one provider, each a whole number from 1 to 5, and the mean to start from. */
export interface RatingTally {
  readonly count: number;
  readonly sum: number;
  readonly sumOfSquares: number;
  /** The mean rating of the item over all providers, 1–5. */
  readonly priorMean: number;
}

/** A rating as it is published (R3). All three figures lie within 1–5, and `lower ≤ mean ≤ upper`. */
export interface PublishedRating {
  readonly mean: number;
  /** Lower end of the 95 % interval: what ranking uses. */
  readonly lower: number;
  /** Upper end of the 95 % interval: what sanctions use. */
  readonly upper: number;
  /** Whether there are too few ratings to show a figure. */
  readonly isNew: boolean;
}

/** C of R3: the item's mean counts as much as so many ratings. */
const PRIOR_WEIGHT = 20;

/** Below so many ratings a provider is shown as new. */
const RATINGS_TO_BE_ESTABLISHED = 5;

/** The spread of those C ratings: a standard deviation of one star. Keeps the interval of a few equal ratings honest. */
const PRIOR_VARIANCE = 1;

const NORMAL_97_5 = 1.959964;

/**
 * Bayesian mean with a 95 % interval (R3).
 *
 * With n ratings x, m = `priorMean`, C = 20 and σ₀² = 1:
 * mean = (C·m + Σx) ÷ (C + n);
 * variance = (C·(σ₀² + m²) + Σx²) ÷ (C + n) − mean², which is the variance of the n ratings pooled with C more of mean m
 * and variance σ₀²; interval = mean ± 1.96 · √(variance ÷ (C + n)), cut to 1–5.
 *
 * Throws `RangeError` for sums which no ratings from 1 to 5 can have.
 */
export function publishedRating(tally: RatingTally): PublishedRating {
  assertPossible(tally);
  const { count, sum, sumOfSquares, priorMean } = tally;
  const weight = PRIOR_WEIGHT + count;
  const mean = (PRIOR_WEIGHT * priorMean + sum) / weight;
  const meanOfSquares = (PRIOR_WEIGHT * (PRIOR_VARIANCE + priorMean ** 2) + sumOfSquares) / weight;
  const margin = NORMAL_97_5 * Math.sqrt((meanOfSquares - mean ** 2) / weight);
  return {
    mean,
    lower: Math.max(1, mean - margin),
    upper: Math.min(5, mean + margin),
    isNew: count < RATINGS_TO_BE_ESTABLISHED,
  };
}

function assertPossible({ count, sum, sumOfSquares, priorMean }: RatingTally): void {
  const areWhole = [count, sum, sumOfSquares].every((value) => Number.isSafeInteger(value) && value >= 0);
  // For x from 1 to 5, (x − 1)(5 − x) ≥ 0 bounds the squares from above and the mean bounds them from below; together
  // they leave no sum outside 1–5 times the count.
  const fit = sumOfSquares <= 6 * sum - 5 * count && count * sumOfSquares >= sum ** 2;
  if (!areWhole || !fit) throw new RangeError('no ratings from 1 to 5 have these sums');
  if (!(priorMean >= 1 && priorMean <= 5)) throw new RangeError(`${priorMean} is not a mean of ratings from 1 to 5`);
}
