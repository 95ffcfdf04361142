import { publishedRating } from '../../modules/reviews/domain/rating.ts';
import type { RatingTally } from '../../modules/reviews/domain/rating.ts';
import { BookingState } from '../../modules/bookings/index.ts';
import { type ProviderLevel } from '../../modules/catalog/index.ts';
import type { Provider } from '../../modules/providers/index.ts';
import type { Review } from '../../modules/reviews/index.ts';
import type { DemoBooking } from './demo-bookings.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from './demo-context.ts';
import type { DemoContext } from './demo-context.ts';
import { REVIEW_WORDS } from './review-words.ts';
import type { SeededRandom } from './seeded-random.ts';

const REVIEWED_SHARE = 0.7;
const WORDLESS_SHARE = 0.1;
const BRIEF_SHARE = 0.25;

/** Later than this after the agreed start is not on time; the same quarter of an hour that makes an incident (G5). */
const ON_TIME_MS = 15 * MINUTE_MS;

/** How often each level gets five, four and three stars; the rest is two. */
const STARS: Readonly<Record<ProviderLevel, readonly [number, number, number]>> = {
  TRAINEE: [0.46, 0.34, 0.14],
  CERTIFIED: [0.58, 0.31, 0.08],
  SENIOR: [0.72, 0.22, 0.05],
  MASTER: [0.84, 0.14, 0.02],
};

/** The reviews of completed visits, oldest first. */
export function demoReviews(context: DemoContext, bookings: readonly DemoBooking[]): Review[] {
  const random = context.random.streamFor('reviews');
  const drafts = bookings.flatMap((booking) => {
    const review = reviewOf(random, booking, context.now);
    return review ? [review] : [];
  });
  return drafts
    .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
    .map((review) => ({ id: context.ids.next(), ...review }));
}

function reviewOf(random: SeededRandom, { booking, visit }: DemoBooking, now: Date): Omit<Review, 'id'> | null {
  const { completedAt } = booking;
  if (completedAt === null || booking.state !== BookingState.COMPLETED) return null;
  const delay = 2 * HOUR_MS + random.next() ** 2 * 5 * DAY_MS;
  const createdAt = new Date(Math.round((completedAt.getTime() + delay) / 1_000) * 1_000);
  const isReviewed = visit.isReviewed ?? random.chance(REVIEWED_SHARE);
  if (!isReviewed || createdAt >= now) return null;
  const rating = visit.isReviewed === true ? 5 : starsOf(random, visit.provider.row.level);
  const aspect = (): number | null =>
    random.chance(0.75) ? clampedStars(rating + random.pick([-1, 0, 0, 0, 1])) : null;
  return {
    booking: booking.id,
    provider: booking.provider,
    author: booking.household,
    rating,
    punctuality: aspect(),
    quality: aspect(),
    care: aspect(),
    value: aspect(),
    text: textOf(random, visit, rating),
    authorName: visit.home.signature,
    itemId: visit.offer.item.row.id,
    itemName: visit.offer.item.row.name,
    createdAt,
  };
}

function textOf(random: SeededRandom, { provider, offer, isReviewed }: DemoBooking['visit'], rating: number): string {
  const words = REVIEW_WORDS[provider.regionCode];
  if (isReviewed !== true && random.chance(WORDLESS_SHARE)) return '';
  if (rating <= 2) return random.pick(words.poor);
  if (rating === 3) return random.pick(words.mixed);
  const opening = random.pick(words.openings);
  if (random.chance(BRIEF_SHARE)) return opening;
  return `${opening}${words.space}${random.pick(words.details[offer.item.row.code] ?? words.openings)}`;
}

function starsOf(random: SeededRandom, level: ProviderLevel): number {
  const [five, four, three] = STARS[level];
  const drawn = random.next();
  if (drawn < five) return 5;
  if (drawn < five + four) return 4;
  return drawn < five + four + three ? 3 : 2;
}

function clampedStars(stars: number): number {
  return Math.min(5, Math.max(1, stars));
}

/** The provider rows with the counters that the bookings and reviews add up to. */
export function withRecords(
  providers: readonly Provider[],
  bookings: readonly DemoBooking[],
  reviews: readonly Review[],
): Provider[] {
  const meanOfItem = new Map(
    [...Map.groupBy(reviews, ({ itemId }) => itemId)].map(([item, ofItem]) => [
      item,
      tallyOf(ofItem).sum / ofItem.length,
    ]),
  );
  const bookingsOf = Map.groupBy(bookings, ({ booking }) => booking.provider);
  const reviewsOf = Map.groupBy(reviews, ({ provider }) => provider);
  return providers.map((provider) => {
    const own = reviewsOf.get(provider.id) ?? [];
    const completed = (bookingsOf.get(provider.id) ?? []).filter(
      ({ booking }) => booking.state === BookingState.COMPLETED,
    );
    const { count, sum, sumOfSquares } = tallyOf(own);
    // The mean to start from is that of the items done, in the proportion in which they were reviewed.
    const priorMean = own.reduce((total, { itemId }) => total + (meanOfItem.get(itemId) ?? 0), 0) / (count || 1);
    const published = count === 0 ? null : publishedRating({ count, sum, sumOfSquares, priorMean });
    return {
      ...provider,
      completedVisits: completed.length,
      onTimeShare: completed.length === 0 ? null : completed.filter(beganOnTime).length / completed.length,
      ratingCount: count,
      ratingSum: sum,
      ratingSumOfSquares: sumOfSquares,
      ratingMean: published?.mean ?? null,
      ratingLower: published?.lower ?? null,
      ratingUpper: published?.upper ?? null,
    };
  });
}

function tallyOf(reviews: readonly Review[]): Omit<RatingTally, 'priorMean'> {
  return {
    count: reviews.length,
    sum: reviews.reduce((total, { rating }) => total + rating, 0),
    sumOfSquares: reviews.reduce((total, { rating }) => total + rating ** 2, 0),
  };
}

function beganOnTime({ booking, transitions }: DemoBooking): boolean {
  const begun = transitions.find(({ to }) => to === BookingState.IN_PROGRESS);
  return begun !== undefined && begun.at.getTime() - booking.startsAt.getTime() <= ON_TIME_MS;
}
