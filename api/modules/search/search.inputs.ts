import { ArrayMaxSize, Max, Min, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { LocalDateScalar, LocalTimeScalar } from '../../platform/scalars.ts';
import { ProviderLevel } from '../catalog/index.ts';
import { PlaceInput, VisitItemInput } from '../pricing/index.ts';
import { Gender } from '../providers/index.ts';

export enum ProviderSort {
  RECOMMENDED = 'RECOMMENDED',
  SOONEST = 'SOONEST',
  NEAREST = 'NEAREST',
  PRICE = 'PRICE',
  RATING = 'RATING',
}
registerEnumType(ProviderSort, {
  name: 'ProviderSort',
  description: 'Order of the results.',
  valuesConfig: {
    RECOMMENDED: { description: 'By the published score, with room for newcomers.' },
    SOONEST: { description: 'Who is free first.' },
    NEAREST: { description: 'Who starts from nearest.' },
    PRICE: { description: 'Cheapest first.' },
    RATING: { description: 'Best rated first, by the lower end of the interval.' },
  },
});

@InputType({ description: 'Who among those who can do it.' })
export class ProviderFilter {
  @Min(0)
  @Field(() => Int, { nullable: true, description: 'Highest price of the visit, minor units.' })
  maxPrice?: number | null;

  @Min(1)
  @Max(5)
  @Field(() => Float, { nullable: true, description: 'Lowest published rating.' })
  minRating?: number | null;

  @Field(() => [ProviderLevel], { nullable: true, description: 'Any of these levels.' })
  levels?: ProviderLevel[] | null;

  @ArrayMaxSize(20)
  @Field(() => [String], { nullable: true, description: 'Speaks any of these languages, BCP 47.' })
  languages?: string[] | null;

  @Field(() => Gender, { nullable: true, description: 'Of this gender.' })
  gender?: Gender | null;

  @Field(() => Boolean, { nullable: true, description: 'Only those who confirm at once.' })
  instantBooking?: boolean | null;
}

@InputType({ description: 'Who can do this visit, here, in this time?' })
export class SearchProvidersInput {
  @Field(() => ID, { description: 'The region.' })
  regionId!: string;

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

  @ValidateNested()
  @Field(() => ProviderFilter, { nullable: true, description: 'Narrows the results.' })
  filter?: ProviderFilter | null;

  @Field(() => ProviderSort, {
    defaultValue: ProviderSort.RECOMMENDED,
    nullable: true,
    description: 'Order of the results.',
  })
  sort?: ProviderSort | null;
}

@InputType({ description: 'When can this provider do this visit?' })
export class AvailableSlotsInput {
  @Field(() => ID, { description: 'The provider.' })
  providerId!: string;

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Field(() => [VisitItemInput], { description: 'What is to be done; at most 6 items.' })
  items!: VisitItemInput[];

  @Field(() => PlaceInput, { nullable: true, description: 'Where; left out for a visit to the studio.' })
  place?: PlaceInput | null;

  @Field(() => LocalDateScalar, { description: 'First local day.' })
  from!: string;

  @Field(() => LocalDateScalar, { description: 'Last local day, inclusive; at most 14 days in all.' })
  to!: string;
}
