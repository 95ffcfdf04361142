import { sql } from 'kysely';
import { isId, newId } from '../../kernel/ids.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { Account, householdRoleOn, requireViewer } from '../accounts/index.ts';
import { Booking, getFirstItem } from '../bookings/index.ts';
import { addRating } from '../providers/index.ts';
import { publishedRating } from './domain/rating.ts';
import { type Review } from './review.entity.ts';
import { canReviewBooking } from './reviews.policy.ts';
import { ReviewNotAllowedError } from './reviews.type.ts';
import type { ReviewSubmitted, SubmitReviewInput } from './reviews.type.ts';

/** What an item is thought to deserve before anybody has rated it. */
const UNRATED_ITEM_MEAN = 4.5;

/** Publishes the household's review of a completed visit, once, and brings the provider's rating up to date (R1, R3). */
export async function submitReview(
  context: RequestContext,
  input: SubmitReviewInput,
): Promise<ReviewSubmitted | ReviewNotAllowedError> {
  const viewer = requireViewer(context);
  const refuse = (code: string, text: LocalizedText): ReviewNotAllowedError =>
    new ReviewNotAllowedError(code, say(context, text));
  const booking = isId(input.bookingId) ? await context.loaders.find(Booking, input.bookingId) : null;
  if (booking === null || householdRoleOn(viewer, booking.household) === null)
    return refuse('UNKNOWN_BOOKING', { en: 'There is no such booking of yours.', 'zh-CN': '您没有这个预约。' });
  if (!canReviewBooking(viewer, booking, context.clock.now())) {
    return refuse('NOT_OPEN', {
      en: 'A visit can be reviewed from its end for 14 days.',
      'zh-CN': '服务完成后 14 天内可以评价。',
    });
  }
  const [author, item] = await Promise.all([
    context.loaders.get(Account, viewer.accountId),
    getFirstItem(context, booking),
  ]);
  const review: Review = {
    id: newId(),
    booking: booking.id,
    provider: booking.provider,
    author: author.id,
    itemId: item.id,
    itemName: item.name,
    authorName: toPublicName(author.displayName),
    rating: input.rating,
    punctuality: input.punctuality ?? null,
    quality: input.quality ?? null,
    care: input.care ?? null,
    value: input.value ?? null,
    text: input.text?.trim() ?? '',
    createdAt: context.clock.now(),
  };
  const written = await context.em.transactional(async (em) => {
    if (!(await insertOnce(em, review))) return false;
    const priorMean = await meanOfItem(em, item.id, review.id);
    await addRating(em, review.provider, review.rating, (tally) => publishedRating({ ...tally, priorMean }));
    return true;
  });
  return written
    ? { review }
    : refuse('ALREADY_REVIEWED', { en: 'You have reviewed this visit already.', 'zh-CN': '您已评价过这次服务。' });
}

/** Of two reviews of one visit sent at once, one is written. */
async function insertOnce(em: EntityManager, review: Review): Promise<boolean> {
  const { rows } = await sql`
    insert into review (id, booking_id, provider_id, author_id, rating, punctuality, quality, care, value, text, author_name, item_id, item_name, created_at)
    values (${review.id}, ${review.booking}, ${review.provider}, ${review.author}, ${review.rating}, ${review.punctuality}, ${review.quality}, ${review.care}, ${review.value},
      ${review.text}, ${review.authorName}, ${review.itemId}, ${JSON.stringify(review.itemName)}::jsonb, ${review.createdAt})
    on conflict (booking_id) do nothing returning id`.execute(em.getKysely());
  return rows.length === 1;
}

/** The m of R3: the mean rating of the item over all providers, leaving this review out. */
async function meanOfItem(em: EntityManager, itemId: string, exceptId: string): Promise<number> {
  const { rows } = await sql<{
    mean: number | null;
  }>`select avg(rating)::float8 as mean from review where item_id = ${itemId} and id <> ${exceptId}`.execute(
    em.getKysely(),
  );
  return rows[0]?.mean ?? UNRATED_ITEM_MEAN;
}

/** The first name, or the first character of a Chinese name. */
function toPublicName(displayName: string): string {
  const name = displayName.trim();
  return /^\p{Script=Han}/u.test(name) ? `${[...name][0]}**` : (name.split(/\s+/)[0] ?? name);
}
