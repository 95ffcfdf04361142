/** What is known of a provider who can really do the visit. */
export interface RankingCandidate {
  readonly providerId: string;
  /** Lower end of the published rating's 95 % interval, 1–5. */
  readonly ratingLower: number;
  /** Whether the rating is still too young to be shown (R3). */
  readonly isNewcomer: boolean;
  /** Great-circle distance to the household; null if no place is known or it comes to the studio. */
  readonly distanceMetres: number | null;
  /** What the visit costs with this provider, in minor units. */
  readonly price: number;
  /** Share of visits begun on time, 0–1; null if there were none. */
  readonly onTimeShare: number | null;
  /** Completed visits of this provider to this household. */
  readonly visitsToHousehold: number;
}

/** What the terms are measured against. None of it depends on who else is found, so no score moves when others vanish. */
export interface RankingContext {
  /** The catalogue's price for the same visit, in minor units; must be positive. */
  readonly referencePrice: number;
}

/** The names of the terms of a score. */
export type RankingTermName = 'RATING' | 'DISTANCE' | 'PRICE' | 'PUNCTUALITY' | 'HISTORY' | 'NEWCOMER';

/** One term of a score. */
export interface RankingTerm {
  readonly name: RankingTermName;
  /** Share of the whole, 0–1. */
  readonly weight: number;
  /** 0–1, three decimals. */
  readonly value: number;
  /** `weight × value` to three decimals. */
  readonly contribution: number;
}

/** A published score (A6): the sum of its terms, 0–1, three decimals. */
export interface RankingScore {
  readonly total: number;
  readonly terms: readonly RankingTerm[];
}

/** A candidate with its score. `points` is the total in thousandths, so that scores compare as integers. */
export interface RankedCandidate<C extends RankingCandidate = RankingCandidate> {
  readonly candidate: C;
  readonly points: number;
  readonly score: RankingScore;
}

/** The published weights; they add up to 1. There is none that can be bought. */
export const RANKING_WEIGHTS: Readonly<Record<RankingTermName, number>> = {
  RATING: 0.35,
  DISTANCE: 0.2,
  PRICE: 0.15,
  PUNCTUALITY: 0.15,
  HISTORY: 0.1,
  NEWCOMER: 0.05,
};

/** At this distance and beyond, being near counts nothing. */
const FARTHEST_METRES = 15_000;

/** What a term is worth about which nothing is known: as much as half of the best. */
const UNKNOWN = 0.5;

/**
 * The values of the terms, each cut to 0–1:
 * - RATING `(ratingLower − 1) ÷ 4`;
 * - DISTANCE `1 − metres ÷ 15 000`, 0.5 if unknown;
 * - PRICE `1.5 − price ÷ referencePrice`: 0.5 at the catalogue's price, 1 at half of it, 0 at one and a half times;
 * - PUNCTUALITY the share of visits begun on time, 0.5 if unknown;
 * - HISTORY `visits ÷ (visits + 2)` with this household;
 * - NEWCOMER 1 while the rating is too young to be shown, else 0.
 */
const TERM_VALUES: Readonly<Record<RankingTermName, (candidate: RankingCandidate, context: RankingContext) => number>> =
  {
    RATING: ({ ratingLower }) => (ratingLower - 1) / 4,
    DISTANCE: ({ distanceMetres }) => (distanceMetres === null ? UNKNOWN : 1 - distanceMetres / FARTHEST_METRES),
    PRICE: ({ price }, { referencePrice }) => 1.5 - price / referencePrice,
    PUNCTUALITY: ({ onTimeShare }) => onTimeShare ?? UNKNOWN,
    HISTORY: ({ visitsToHousehold }) => visitsToHousehold / (visitsToHousehold + 2),
    NEWCOMER: ({ isNewcomer }) => (isNewcomer ? 1 : 0),
  };

const TERM_NAMES = Object.keys(RANKING_WEIGHTS) as RankingTermName[];

/**
 * Scores every candidate and puts the best first; equal scores in the order of their ids. The order of the input does not
 * matter. Each contribution is rounded by itself to a thousandth and the total is the sum of the rounded ones, so that
 * what is shown always adds up. Throws `RangeError` if a term has no number for a value.
 */
export function rank<C extends RankingCandidate>(
  candidates: readonly C[],
  context: RankingContext,
): RankedCandidate<C>[] {
  if (!(context.referencePrice > 0)) throw new RangeError('the reference price must be positive');
  return candidates.map((candidate) => toRanked(candidate, context)).sort(byScore);
}

function toRanked<C extends RankingCandidate>(candidate: C, context: RankingContext): RankedCandidate<C> {
  let points = 0;
  const terms = TERM_NAMES.map((name) => {
    const weight = RANKING_WEIGHTS[name];
    const valueInThousandths = Math.round(cutToUnit(TERM_VALUES[name](candidate, context)) * 1000);
    // Weights are whole hundredths: in integers no representation error can tip a half.
    const contributed = Math.round((Math.round(weight * 100) * valueInThousandths) / 100);
    points += contributed;
    return { name, weight, value: valueInThousandths / 1000, contribution: contributed / 1000 };
  });
  return { candidate, points, score: { total: points / 1000, terms } };
}

function cutToUnit(value: number): number {
  if (Number.isNaN(value)) throw new RangeError('a term of the ranking is not a number');
  return Math.min(1, Math.max(0, value));
}

function byScore(a: RankedCandidate, b: RankedCandidate): number {
  return b.points - a.points || (a.candidate.providerId < b.candidate.providerId ? -1 : 1);
}
