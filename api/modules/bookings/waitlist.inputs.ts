import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { LocalDateScalar, LocalTimeScalar } from '../../platform/scalars.ts';
import { PlaceInput, VisitItemInput } from '../pricing/index.ts';

@InputType({ description: 'A visit to wait for.' })
export class JoinWaitlistInput {
  @Field(() => ID, { description: 'The region.' })
  regionId!: string;

  @Field(() => ID, { nullable: true, description: 'Who is to come; left out where anybody will do.' })
  providerId?: string | null;

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Field(() => [VisitItemInput], { description: 'What is to be done; at most 6 items.' })
  items!: VisitItemInput[];

  @Field(() => PlaceInput, { nullable: true, description: 'Where; left out for a visit to a studio.' })
  place?: PlaceInput | null;

  @Field(() => LocalDateScalar, { description: 'First local day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'Last local day, inclusive; at most 14 days in all.' })
  to!: string;

  @Field(() => LocalTimeScalar, { nullable: true, description: 'Starts no earlier in the day than this.' })
  earliest?: string | null;

  @Field(() => LocalTimeScalar, { nullable: true, description: 'Starts no later in the day than this.' })
  latest?: string | null;
}

@InputType({ description: 'An offer to take.' })
export class AcceptWaitlistOfferInput {
  @Field(() => ID, { description: 'The offer.' })
  offerId!: string;

  @Field(() => String, { description: '1 to 255 characters of your choice; the same key gets the same answer.' })
  idempotencyKey!: string;
}
