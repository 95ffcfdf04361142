import { Field, Float, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'The published rating: a Bayesian mean with its 95 % interval.' })
export class RatingSummary {
  @Field(() => Float, { nullable: true, description: 'Mean, 1 to 5; null before the first review.' })
  mean!: number | null;

  @Field(() => Int, { description: 'Reviews counted.' })
  count!: number;

  @Field(() => Float, { nullable: true, description: 'Lower end of the interval.' })
  lower!: number | null;

  @Field(() => Float, { nullable: true, description: 'Upper end of the interval.' })
  upper!: number | null;

  @Field(() => Boolean, { description: 'Whether there are too few reviews to say much (below 5).' })
  isNew!: boolean;
}
