import type { ModuleDefinition } from '../../platform/module.ts';
import { Review } from './review.entity.ts';
import { BookingReviewResolver, ProviderReviewsResolver, ReviewsResolver } from './reviews.resolver.ts';
import { reviewsReadRules } from './reviews.read-rules.ts';
import { reviewsPersonalData } from './reviews.personal.ts';

export const reviewsModule: ModuleDefinition = {
  name: 'reviews',
  readRules: reviewsReadRules,
  personal: reviewsPersonalData,
  entities: [Review],
  resolvers: [ReviewsResolver, ProviderReviewsResolver, BookingReviewResolver],
};
