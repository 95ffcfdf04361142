import { Field, ID, Int, ObjectType } from 'type-graphql';
import { MoneyType } from '../../platform/money.type.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';

@ObjectType('CancellationStep', { description: 'A stretch of time in which cancelling costs the same.' })
export class CancellationStepType {
  @Field(() => DateTimeScalar, { description: 'Where it begins.' })
  from!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Last instant of it; null for the last step.' })
  until!: Date | null;

  @Field(() => Int, { description: 'Share of the total that is charged, 0 to 100.' })
  percent!: number;

  @Field(() => MoneyType, { description: 'What that comes to.' })
  fee!: MoneyType;
}

@ObjectType({ description: 'What cancelling costs now, and when that changes.' })
export class CancellationQuote {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => MoneyType, { description: 'Charged if you cancel now.' })
  fee!: MoneyType;

  @Field(() => MoneyType, { description: 'Given back or never charged if you cancel now.' })
  refund!: MoneyType;

  @Field(() => [CancellationStepType], { description: 'All steps from confirmation on.' })
  steps!: CancellationStepType[];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Last instant of the free minutes after booking, while they last.',
  })
  graceUntil!: Date | null;
}
