import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('Money', { description: 'An amount of one currency.' })
export class MoneyType {
  @Field(() => Int, { description: 'Minor units, e.g. pence or fen.' })
  amount!: number;

  @Field(() => String, { description: 'ISO 4217 code.' })
  currency!: string;
}
