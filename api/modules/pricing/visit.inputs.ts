import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';

@InputType({ description: 'One item of a visit.' })
export class VisitItemInput {
  @Field(() => ID, { description: 'The item.' })
  itemId!: string;

  @Field(() => Int, { nullable: true, description: 'Hours or units, where the item counts them.' })
  units?: number | null;

  @ArrayMaxSize(50)
  @Field(() => [ID], { nullable: true, description: 'Extras of the item.' })
  optionIds?: string[] | null;
}

@InputType({
  description:
    "Where the visit takes place: a saved address, or coordinates. Left out for a visit to the provider's studio.",
})
export class PlaceInput {
  @Field(() => ID, { nullable: true, description: 'An address of your own.' })
  addressId?: string | null;

  @Field(() => Float, { nullable: true, description: 'Degrees north; goes with longitude.' })
  latitude?: number | null;

  @Field(() => Float, { nullable: true, description: 'Degrees east; goes with latitude.' })
  longitude?: number | null;
}

@InputType({ description: 'A visit whose price is wanted.' })
export class QuoteVisitInput {
  @Field(() => ID, { description: 'Who would come.' })
  providerId!: string;

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Field(() => [VisitItemInput], { description: 'What is to be done; at most 6 items.' })
  items!: VisitItemInput[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When; surcharges that depend on it are left out without.',
  })
  start?: Date | null;

  @Field(() => PlaceInput, { nullable: true, description: 'Where; it does not change the price at present.' })
  place?: PlaceInput | null;
}
