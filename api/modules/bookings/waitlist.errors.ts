import { Field, Int, ObjectType } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';

@ObjectType({
  implements: UserError,
  description: 'You wait for as many visits as one household may. Leave a list first.',
})
export class WaitlistFullError extends UserError {
  @Field(() => Int, { description: 'For how many visits a household can wait at a time.' })
  readonly limit: number;

  constructor(message: string, limit: number) {
    super('WAITLIST_FULL', message);
    this.limit = limit;
  }
}

@ObjectType({ implements: UserError, description: 'The offer is over: it was answered, or the time went to the next.' })
export class WaitlistOfferOverError extends UserError {}
