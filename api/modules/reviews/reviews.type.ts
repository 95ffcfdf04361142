import { Max, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { connectionType } from '../../platform/connection.ts';
import { UserError } from '../../platform/user-error.type.ts';
import { Review } from './review.entity.ts';

@ObjectType({ description: 'A page of reviews.' })
export class ReviewConnection extends connectionType(Review, 'Review') {}

@ObjectType({ implements: UserError, description: 'This visit cannot be reviewed by you now.' })
export class ReviewNotAllowedError extends UserError {}

@ObjectType({ description: 'The review is published.' })
export class ReviewSubmitted {
  @Field(() => Review, { description: 'The review.' })
  review!: Review;
}

export const SubmitReviewResult = createUnionType({
  name: 'SubmitReviewResult',
  description: 'What comes of reviewing.',
  types: () => [ReviewSubmitted, ReviewNotAllowedError] as const,
  resolveType: (value) => ('review' in value ? ReviewSubmitted : ReviewNotAllowedError),
});

@InputType({ description: 'A review of a completed visit.' })
export class SubmitReviewInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Min(1)
  @Max(5)
  @Field(() => Int, { description: 'Overall, 1 to 5.' })
  rating!: number;

  @Min(1)
  @Max(5)
  @Field(() => Int, { nullable: true, description: 'Punctuality, 1 to 5.' })
  punctuality?: number;

  @Min(1)
  @Max(5)
  @Field(() => Int, { nullable: true, description: 'Quality of the work, 1 to 5.' })
  quality?: number;

  @Min(1)
  @Max(5)
  @Field(() => Int, { nullable: true, description: 'Care for home and people, 1 to 5.' })
  care?: number;

  @Min(1)
  @Max(5)
  @Field(() => Int, { nullable: true, description: 'Value for money, 1 to 5.' })
  value?: number;

  @MaxLength(2000)
  @Field(() => String, { nullable: true, description: 'Your words.' })
  text?: string;
}
