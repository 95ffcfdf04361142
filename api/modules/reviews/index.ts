export { publishedRating } from './domain/rating.ts';
export { Review } from './review.entity.ts';
