import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from '../../platform/connection.ts';
import { DateTimeScalar, LocalDateScalar } from '../../platform/scalars.ts';
import { PriceQuote } from '../pricing/index.ts';
import { Provider } from '../providers/index.ts';

export enum EmptySearchReason {
  OUTSIDE_AREA = 'OUTSIDE_AREA',
  NO_ONE_QUALIFIED = 'NO_ONE_QUALIFIED',
  ALL_BUSY = 'ALL_BUSY',
  FILTERED_OUT = 'FILTERED_OUT',
}
registerEnumType(EmptySearchReason, {
  name: 'EmptySearchReason',
  description: 'Why a search found nobody.',
  valuesConfig: {
    OUTSIDE_AREA: { description: 'Nobody who offers it comes to this place.' },
    NO_ONE_QUALIFIED: { description: 'Nobody is qualified for it on these days.' },
    ALL_BUSY: { description: 'Everybody who could is taken or not working then.' },
    FILTERED_OUT: { description: 'Somebody could, but not with these filters.' },
  },
});

@ObjectType({ description: 'A time at which a visit can take place.' })
export class Slot {
  @Field(() => DateTimeScalar, { description: 'When it would begin.' })
  start!: Date;

  @Field(() => DateTimeScalar, { description: 'When it would be over.' })
  end!: Date;
}

@ObjectType({ description: 'The free times of one day.' })
export class DaySlots {
  @Field(() => LocalDateScalar, { description: 'The local day.' })
  date!: string;

  @Field(() => [Slot], { description: 'Free times in order; may be empty.' })
  slots!: Slot[];
}

@ObjectType('RankingTerm', { description: 'One term of a score.' })
export class RankingTermType {
  @Field(() => String, { description: 'RATING, DISTANCE, PRICE, PUNCTUALITY, HISTORY or NEWCOMER.' })
  name!: string;

  @Field(() => Float, { description: 'Its share of the whole; the weights add up to 1.' })
  weight!: number;

  @Field(() => Float, { description: 'How well the provider does in it, 0 to 1.' })
  value!: number;

  @Field(() => Float, { description: 'Weight times value.' })
  contribution!: number;
}

@ObjectType('RankingScore', {
  description: 'The published score; its contributions add up to the total. Nobody can pay for it.',
})
export class RankingScoreType {
  @Field(() => Float, { description: 'Sum of the contributions, 0 to 1.' })
  total!: number;

  @Field(() => [RankingTermType], { description: 'The terms.' })
  terms!: readonly RankingTermType[];
}

@ObjectType({ description: 'Somebody who can really do the visit, travel included.' })
export class ProviderResult {
  @Field(() => Provider, { description: 'Who.' })
  provider!: Provider;

  @Field(() => PriceQuote, { description: 'The price of this visit at the first time shown.' })
  quote!: PriceQuote;

  @Field(() => Int, {
    nullable: true,
    description: 'Metres from where they start, as the crow flies; null at a studio.',
  })
  distanceMetres!: number | null;

  @Field(() => Int, { nullable: true, description: 'Estimated minutes of travel; null at a studio.' })
  travelMinutes!: number | null;

  @Field(() => [Slot], { description: 'Their next free times in the range asked for.' })
  nextSlots!: Slot[];

  @Field(() => RankingScoreType, { description: 'Why they stand where they stand.' })
  score!: RankingScoreType;
}

@ObjectType({ description: 'One result with its cursor.' })
export class ProviderResultEdge {
  @Field(() => ProviderResult, { description: 'The result.' })
  node!: ProviderResult;

  @Field(() => String, { description: 'Where it lies in the list; opaque.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of results. It stays consistent while others book.' })
export class ProviderResultConnection {
  @Field(() => [ProviderResultEdge], { description: 'The results of this page.' })
  edges!: ProviderResultEdge[];

  @Field(() => PageInfo, { description: 'Where this page lies.' })
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many people can do it.' })
  totalCount!: number;

  @Field(() => EmptySearchReason, { nullable: true, description: 'Why nobody was found; null when somebody was.' })
  emptyReason!: EmptySearchReason | null;

  @Field(() => [LocalDateScalar], { description: 'When nobody was found: the nearest days on which somebody can.' })
  nearestDates!: string[];
}
