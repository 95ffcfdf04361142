import type { ModuleDefinition } from '../../platform/module.ts';
import { Review } from './review.entity.ts';
import { BookingReviewResolver, ProviderReviewsResolver, ReviewsResolver } from './reviews.resolver.ts';

export const reviewsModule: ModuleDefinition = {
  name: 'reviews',
  entities: [Review],
  resolvers: [ReviewsResolver, ProviderReviewsResolver, BookingReviewResolver],
};
