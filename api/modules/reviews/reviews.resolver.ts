import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import { localize } from '../../kernel/localized-text.ts';
import { decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Booking } from '../bookings/index.ts';
import { Provider } from '../providers/index.ts';
import { Review } from './review.entity.ts';
import { canReviewBooking } from './reviews.policy.ts';
import { ReviewConnection, SubmitReviewInput, SubmitReviewResult } from './reviews.type.ts';
import { submitReview } from './submit-review.service.ts';

@Resolver(() => Review)
export class ReviewsResolver {
  @Mutation(() => SubmitReviewResult, { description: 'Reviews a completed visit of yours, once.' })
  async submitReview(
    @Arg('input', () => SubmitReviewInput, { description: 'The review.' }) input: SubmitReviewInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SubmitReviewResult> {
    return submitReview(context, input);
  }

  @FieldResolver(() => String, { description: 'What was done.' })
  itemName(@Root() review: Review, @Ctx() context: RequestContext): string {
    return localize(review.itemName, context.locale);
  }
}

@Resolver(() => Provider)
export class ProviderReviewsResolver {
  @FieldResolver(() => ReviewConnection, { description: 'Reviews by households, latest first.' })
  async reviews(
    @Root() provider: Provider,
    @Arg('first', () => Int, { defaultValue: 10, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<ReviewConnection> {
    requirePageSize(first);
    const key = after ? (decodeKeyset(after, ['instant', 'id']) as [string, string]) : null;
    const beyond =
      key === null
        ? {}
        : { $or: [{ createdAt: { $lt: new Date(key[0]) } }, { createdAt: new Date(key[0]), id: { $lt: key[1] } }] };
    const rows = await context.em.find(
      Review,
      { provider: provider.id, ...beyond },
      { orderBy: { createdAt: 'desc', id: 'desc' }, limit: first + 1, disableIdentityMap: true },
    );
    return toConnection(rows, first, provider.ratingCount, after, (review) =>
      encodeKeyset([review.createdAt.toISOString(), review.id]),
    );
  }
}

@Resolver(() => Booking)
export class BookingReviewResolver {
  @FieldResolver(() => Review, { nullable: true, description: 'The review of this visit; null when there is none.' })
  async review(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<Review | null> {
    return (await context.loaders.list(Review, 'booking', booking.id))[0] ?? null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether you can review this visit now.' })
  async canReview(@Root() booking: Booking, @Ctx() context: RequestContext): Promise<boolean> {
    if (!canReviewBooking(context.viewer, booking, context.clock.now())) return false;
    return (await context.loaders.list(Review, 'booking', booking.id)).length === 0;
  }
}
