export { Review } from './review.entity.ts';
