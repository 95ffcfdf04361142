import { required } from '../../kernel/required.ts';
import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import type { ProviderLevel } from '../catalog/index.ts';

/** One more visit done. Atomic: two visits completed at once both count. */
export async function countCompletedVisit(em: EntityManager, providerId: string): Promise<void> {
  await sql`update provider set completed_visits = completed_visits + 1 where id = ${providerId}`.execute(
    em.getKysely(),
  );
}

/** Shows another punctuality on the résumé; null where none was measured. */
export async function showOnTimeShare(em: EntityManager, providerId: string, share: number | null): Promise<void> {
  await sql`update provider set on_time_share = ${share} where id = ${providerId}`.execute(em.getKysely());
}

/** Moves a provider from one level to another; false when they are not on the first any more. */
export async function changeLevel(
  em: EntityManager,
  providerId: string,
  from: ProviderLevel,
  to: ProviderLevel,
): Promise<boolean> {
  const { rows } = await sql`
    update provider set level = ${to} where id = ${providerId} and level = ${from} returning id`.execute(
    em.getKysely(),
  );
  return rows.length === 1;
}

/** Adds one rating and publishes the figures that `publish` makes of the new tally (R3), under the lock of the provider's row. */
export async function addRating(
  em: EntityManager,
  providerId: string,
  rating: number,
  publish: (tally: RatingCounts) => PublishedFigures,
): Promise<void> {
  const { rows } = await sql<RatingCounts>`
    update provider set rating_count = rating_count + 1, rating_sum = rating_sum + ${rating}, rating_sum_of_squares = rating_sum_of_squares + ${rating * rating}
    where id = ${providerId}
    returning rating_count as count, rating_sum as sum, rating_sum_of_squares as "sumOfSquares"`.execute(
    em.getKysely(),
  );
  const figures = publish(required(rows[0], 'the provider'));
  await sql`
    update provider set rating_mean = ${figures.mean}, rating_lower = ${figures.lower}, rating_upper = ${figures.upper} where id = ${providerId}`.execute(
    em.getKysely(),
  );
}

export interface RatingCounts {
  readonly count: number;
  readonly sum: number;
  readonly sumOfSquares: number;
}

export interface PublishedFigures {
  readonly mean: number;
  readonly lower: number;
  readonly upper: number;
}
