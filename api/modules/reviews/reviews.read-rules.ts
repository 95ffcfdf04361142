import type { ReadRules } from '../../platform/read-rules.ts';

export const reviewsReadRules: ReadRules = {
  Review: 'public',
  ReviewSubmitted: 'carries',
};
