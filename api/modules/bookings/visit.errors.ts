import { Field, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { UserError } from '../../platform/user-error.type.ts';
import { BookingState } from './booking.enums.ts';

@ObjectType({
  implements: UserError,
  description: 'The visit does not stand so that you could do this now. Nothing has changed.',
})
export class VisitRefusedError extends UserError {
  @Field(() => BookingState, { description: 'Where it stands.' })
  readonly state: BookingState;

  @Field(() => DateTimeScalar, { nullable: true, description: 'From when on you can, if you only have to wait.' })
  readonly from: Date | null;

  constructor(code: string, message: string, state: BookingState, from: Date | null = null) {
    super(code, message);
    this.state = state;
    this.from = from;
  }
}

@ObjectType({ implements: UserError, description: 'It is not the code of the household.' })
export class WrongCodeError extends UserError {
  @Field(() => Int, { description: 'How many more codes can be tried.' })
  readonly triesLeft: number;

  constructor(message: string, triesLeft: number) {
    super('WRONG_CODE', message);
    this.triesLeft = triesLeft;
  }
}

@ObjectType({ implements: UserError, description: 'The visit cannot last so much longer.' })
export class TimeNotFreeError extends UserError {
  @Field(() => DateTimeScalar, { description: 'Until when it can last at most; its end where it cannot last longer.' })
  readonly latestEnd: Date;

  constructor(code: string, message: string, latestEnd: Date) {
    super(code, message);
    this.latestEnd = latestEnd;
  }
}

@ObjectType({ implements: UserError, description: 'There is no such proposal any more, or not at that price.' })
export class ExtraChangedError extends UserError {}
