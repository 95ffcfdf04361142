import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publishedRating, type RatingTally } from '../../../api/modules/reviews/domain/rating.ts';

function tallyOf(ratings: readonly number[], priorMean = 4.5): RatingTally {
  return {
    count: ratings.length,
    sum: ratings.reduce((sum, rating) => sum + rating, 0),
    sumOfSquares: ratings.reduce((sum, rating) => sum + rating ** 2, 0),
    priorMean,
  };
}

const someRatings = fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 200 });
const aPriorMean = fc.double({ min: 1, max: 5, noNaN: true });

describe('publishedRating', () => {
  it.each([
    ['no ratings', [], 4.5, 4.0617, 4.9383],
    ['one bad rating', [1], 4.333333, 3.808126, 4.858541],
    ['five good ratings', [5, 5, 5, 5, 5], 4.6, 4.240785, 4.959215],
  ])('of %s is the prior pulled by what there is', (_case, ratings, mean, lower, upper) => {
    const rating = publishedRating(tallyOf(ratings));

    expect(rating.mean).toBeCloseTo(mean, 5);
    expect(rating.lower).toBeCloseTo(lower, 3);
    expect(rating.upper).toBeCloseTo(upper, 3);
  });

  it('agrees with a calculation over the ratings themselves, the prior spread as twenty more', () => {
    fc.assert(
      fc.property(someRatings, (ratings) => {
        // Ten ratings at m − 1 and ten at m + 1 have mean m and variance 1.
        const pooled = [...ratings, ...Array<number>(10).fill(2), ...Array<number>(10).fill(4)];
        const mean = pooled.reduce((sum, rating) => sum + rating, 0) / pooled.length;
        const variance = pooled.reduce((sum, rating) => sum + (rating - mean) ** 2, 0) / pooled.length;
        const margin = 1.96 * Math.sqrt(variance / pooled.length);

        const rating = publishedRating(tallyOf(ratings, 3));

        expect(rating.mean).toBeCloseTo(mean, 9);
        expect(rating.lower).toBeCloseTo(mean - margin, 4);
        expect(rating.upper).toBeCloseTo(mean + margin, 4);
      }),
    );
  });

  it('stays within one to five stars and its own interval', () => {
    fc.assert(
      fc.property(someRatings, aPriorMean, (ratings, priorMean) => {
        const { mean, lower, upper } = publishedRating(tallyOf(ratings, priorMean));

        expect(1 <= lower && lower <= mean && mean <= upper && upper <= 5).toBe(true);
      }),
    );
  });

  it('never falls in the mean with five stars and never rises with one', () => {
    fc.assert(
      fc.property(someRatings, aPriorMean, (ratings, priorMean) => {
        const { mean } = publishedRating(tallyOf(ratings, priorMean));

        expect(publishedRating(tallyOf([...ratings, 5], priorMean)).mean).toBeGreaterThanOrEqual(mean - 1e-9);
        expect(publishedRating(tallyOf([...ratings, 1], priorMean)).mean).toBeLessThanOrEqual(mean + 1e-9);
      }),
    );
  });

  it('is narrower with more of the same', () => {
    const ratings = [5, 4, 5, 3];
    const once = publishedRating(tallyOf(ratings));
    const tenTimes = publishedRating(tallyOf(Array<number[]>(10).fill(ratings).flat()));

    expect(tenTimes.upper - tenTimes.lower).toBeLessThan(once.upper - once.lower);
  });

  it('is new below five ratings', () => {
    expect(publishedRating(tallyOf([5, 5, 5, 5])).isNew).toBe(true);
    expect(publishedRating(tallyOf([5, 5, 5, 5, 5])).isNew).toBe(false);
  });

  it.each([
    ['a rating of 0', { count: 1, sum: 0, sumOfSquares: 0, priorMean: 4 }],
    ['a rating of 6', { count: 1, sum: 6, sumOfSquares: 36, priorMean: 4 }],
    ['squares too large', { count: 2, sum: 6, sumOfSquares: 30, priorMean: 4 }],
    ['squares too small', { count: 2, sum: 8, sumOfSquares: 31, priorMean: 4 }],
    ['less than no ratings', { count: -1, sum: -1, sumOfSquares: -1, priorMean: 4 }],
    ['half a rating', { count: 1.5, sum: 4, sumOfSquares: 12, priorMean: 4 }],
    ['a prior of no stars', { count: 0, sum: 0, sumOfSquares: 0, priorMean: 0 }],
    ['no prior', { count: 0, sum: 0, sumOfSquares: 0, priorMean: Number.NaN }],
  ])('refuses sums that cannot be: %s', (_case, tally) => {
    expect(() => publishedRating(tally)).toThrow(RangeError);
  });
});
