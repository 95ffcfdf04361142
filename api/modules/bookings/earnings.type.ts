import { Field, ObjectType } from 'type-graphql';
import { MoneyType } from '../../platform/money.type.ts';

@ObjectType({ description: 'What a provider earned: their part of the price, and tips.' })
export class Earnings {
  /** Whose they are. */
  provider!: string;

  @Field(() => String, { description: 'IANA zone of the days.' })
  timeZone!: string;

  @Field(() => MoneyType, { description: 'Today.' })
  today!: MoneyType;

  @Field(() => MoneyType, { description: 'This week, from Monday.' })
  week!: MoneyType;

  @Field(() => MoneyType, { description: 'All that is owed to you.' })
  owed!: MoneyType;

  @Field(() => MoneyType, {
    description: 'The part of it that is younger than 48 hours, so that a household may still object.',
  })
  waiting!: MoneyType;

  @Field(() => MoneyType, { description: 'What agreed visits to come will bring.' })
  ahead!: MoneyType;
}
