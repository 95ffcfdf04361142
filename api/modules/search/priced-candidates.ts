import { required } from '../../kernel/required.ts';
import type { EntityManager } from '../../platform/database.ts';
import { quoteVisitItems, toStoredQuote } from '../pricing/index.ts';
import type { QuoteOutcome, StoredQuote, VisitItems } from '../pricing/index.ts';
import type { RankingCandidate } from './domain/ranking.ts';
import type { FreeProvider, VisitWish } from './free-providers.ts';
import { countVisits } from './household-history.ts';

/** A published rating below which nothing is known yet counts as this much in the ranking. */
const UNRATED_LOWER = 4;
const ESTABLISHED_REVIEWS = 5;

/** A free provider as the ranking sees them. */
export interface PricedCandidate extends RankingCandidate {
  readonly free: FreeProvider;
  /** The price at the first free start. Asked of the few that are shown, and of the others only by a filter. */
  readonly quote: () => StoredQuote;
}

/** What the ranking has to know of people who are free for the visit; whoever cannot be priced for it is left out. */
export async function priceCandidates(
  em: EntityManager,
  visit: VisitItems,
  free: readonly FreeProvider[],
  wish: VisitWish,
  householdId: string | null,
): Promise<PricedCandidate[]> {
  const visits = await countVisits(
    em,
    householdId,
    free.map(({ candidate }) => candidate.id),
  );
  return free.flatMap((one) => {
    const { candidate } = one;
    const priceOf = (itemId: string): number => required(candidate.prices[itemId], 'a price');
    const quoteAt = (start: Date | null): QuoteOutcome => quoteVisitItems(visit, priceOf, start, wish.now);
    const beforeTime = quoteAt(null);
    if ('problem' in beforeTime) return [];
    return [
      {
        providerId: candidate.id,
        free: one,
        quote: () => toStoredQuote(withoutProblem(quoteAt(new Date(firstStart(one) * 60_000)))),
        ratingLower: candidate.ratingLower ?? UNRATED_LOWER,
        isNewcomer: candidate.ratingCount < ESTABLISHED_REVIEWS,
        distanceMetres: one.distanceMetres,
        // Without surcharges of the time, so that nobody changes places in the list while others book.
        price: beforeTime.quote.total.amount,
        onTimeShare: candidate.onTimeShare,
        visitsToHousehold: visits.get(candidate.id) ?? 0,
      },
    ];
  });
}

/** Those without any start were left out before. */
export function firstStart({ starts }: FreeProvider): number {
  return required(starts[0], 'a free start');
}

/** What is wrong with a visit is wrong at any time, and was found out before. */
function withoutProblem(outcome: QuoteOutcome): Extract<QuoteOutcome, { quote: unknown }> {
  if ('problem' in outcome) throw new Error(`a checked visit has no price: ${outcome.problem.code}`);
  return outcome;
}
