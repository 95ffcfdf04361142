import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rank, RANKING_WEIGHTS, type RankingTermName } from '../../../api/modules/search/domain/ranking.ts';
import { aCandidate, buildCandidate } from './ranking-candidate.builder.ts';

const REFERENCE = { referencePrice: 10_000 };

function termOf(name: RankingTermName, overrides: Parameters<typeof buildCandidate>[0]) {
  return rank([buildCandidate(overrides)], REFERENCE)[0]!.score.terms.find((term) => term.name === name)!;
}

describe('rank', () => {
  it('publishes weights which add up to one', () => {
    const hundredths = Object.values(RANKING_WEIGHTS).map((weight) => Math.round(weight * 100));

    expect(hundredths.reduce((sum, weight) => sum + weight, 0)).toBe(100);
    expect(Object.values(RANKING_WEIGHTS)).toEqual(hundredths.map((weight) => weight / 100));
  });

  it.each([
    ['RATING', { ratingLower: 1 }, 0],
    ['RATING', { ratingLower: 4 }, 0.75],
    ['RATING', { ratingLower: 5 }, 1],
    ['DISTANCE', { distanceMetres: 0 }, 1],
    ['DISTANCE', { distanceMetres: 3_000 }, 0.8],
    ['DISTANCE', { distanceMetres: 40_000 }, 0],
    ['DISTANCE', { distanceMetres: null }, 0.5],
    ['PRICE', { price: 10_000 }, 0.5],
    ['PRICE', { price: 8_000 }, 0.7],
    ['PRICE', { price: 4_000 }, 1],
    ['PRICE', { price: 20_000 }, 0],
    ['PUNCTUALITY', { onTimeShare: 0.9337 }, 0.934],
    ['PUNCTUALITY', { onTimeShare: null }, 0.5],
    ['HISTORY', { visitsToHousehold: 0 }, 0],
    ['HISTORY', { visitsToHousehold: 2 }, 0.5],
    ['HISTORY', { visitsToHousehold: 6 }, 0.75],
    ['NEWCOMER', { isNewcomer: true }, 1],
    ['NEWCOMER', { isNewcomer: false }, 0],
  ] as const)('values %s of %j at %d', (name, overrides, value) => {
    const term = termOf(name, overrides);

    expect(term).toMatchObject({ weight: RANKING_WEIGHTS[name], value });
    expect(Math.abs(term.contribution - term.weight * value)).toBeLessThanOrEqual(0.0005 + 1e-9);
  });

  it('shows a worked example', () => {
    const candidate = buildCandidate({
      ratingLower: 4.2,
      distanceMetres: 3_000,
      price: 9_000,
      onTimeShare: 0.97,
      visitsToHousehold: 1,
      isNewcomer: false,
    });

    expect(rank([candidate], REFERENCE)[0]!.score).toEqual({
      total: 0.709,
      terms: [
        { name: 'RATING', weight: 0.35, value: 0.8, contribution: 0.28 },
        { name: 'DISTANCE', weight: 0.2, value: 0.8, contribution: 0.16 },
        { name: 'PRICE', weight: 0.15, value: 0.6, contribution: 0.09 },
        { name: 'PUNCTUALITY', weight: 0.15, value: 0.97, contribution: 0.146 },
        { name: 'HISTORY', weight: 0.1, value: 0.333, contribution: 0.033 },
        { name: 'NEWCOMER', weight: 0.05, value: 0, contribution: 0 },
      ],
    });
  });

  it('adds up exactly as rounded, each term between 0 and its weight', () => {
    fc.assert(
      fc.property(aCandidate, (candidate) => {
        const { score, points } = rank([candidate], REFERENCE)[0]!;
        const thousandths = score.terms.map((term) => Math.round(term.contribution * 1000));

        expect(score.terms.map((term) => term.contribution)).toEqual(thousandths.map((part) => part / 1000));
        expect(thousandths.reduce((sum, part) => sum + part, 0)).toBe(Math.round(score.total * 1000));
        expect(points).toBe(Math.round(score.total * 1000));
        for (const { weight, value, contribution } of score.terms) {
          expect(value >= 0 && value <= 1 && contribution >= 0 && contribution <= weight).toBe(true);
        }
      }),
    );
  });

  it('puts the best first and settles a tie by id, whatever the order of the input', () => {
    const pool = fc.uniqueArray(aCandidate, { maxLength: 30, selector: (candidate) => candidate.providerId });
    fc.assert(
      fc.property(pool, (candidates) => {
        const ranked = rank(candidates, REFERENCE);

        expect(rank([...candidates].reverse(), REFERENCE)).toEqual(ranked);
        for (const [index, next] of ranked.slice(1).entries()) {
          const previous = ranked[index]!;
          const isTie = previous.points === next.points;
          expect(isTie || previous.points > next.points).toBe(true);
          expect(!isTie || previous.candidate.providerId < next.candidate.providerId).toBe(true);
        }
      }),
    );
  });

  it('settles a tie by id', () => {
    const [a, b] = [buildCandidate({ providerId: 'a' }), buildCandidate({ providerId: 'b' })];

    expect(rank([b, a], REFERENCE).map((ranked) => ranked.candidate.providerId)).toEqual(['a', 'b']);
  });

  it('gives each the same score whoever else is found', () => {
    fc.assert(
      fc.property(aCandidate, aCandidate, (candidate, other) => {
        const alone = rank([candidate], REFERENCE)[0]!;

        expect(rank([other, candidate], REFERENCE)).toContainEqual(alone);
      }),
    );
  });

  it('throws rather than rank by what is not a number', () => {
    expect(() => rank([buildCandidate({ price: Number.NaN })], REFERENCE)).toThrow(RangeError);
    expect(() => rank([], { referencePrice: 0 })).toThrow(RangeError);
  });
});
