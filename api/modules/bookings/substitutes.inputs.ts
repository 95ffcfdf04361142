import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'A substitute to accept.' })
export class AcceptSubstituteInput {
  @Field(() => ID, { description: 'The visit.' })
  bookingId!: string;

  @Field(() => ID, { description: 'Who shall come; one of those proposed.' })
  providerId!: string;

  @Field(() => String, { description: '1 to 255 characters of your choice; the same key gets the same answer.' })
  idempotencyKey!: string;
}

@InputType({ description: 'A visit to be paid back rather than done by somebody else.' })
export class DeclineSubstituteInput {
  @Field(() => ID, { description: 'The visit.' })
  bookingId!: string;

  @Field(() => String, { description: '1 to 255 characters of your choice; the same key gets the same answer.' })
  idempotencyKey!: string;
}
