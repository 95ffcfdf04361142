import { Field, ID, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { MoneyType } from '../../platform/money.type.ts';
import { DateTimeScalar, LocalDateScalar } from '../../platform/scalars.ts';
import { UserError } from '../../platform/user-error.type.ts';
import { InvalidVisitError } from '../pricing/index.ts';
import { Provider } from '../providers/index.ts';
import { Slot } from '../search/index.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import {
  NotBookableError,
  PriceChangedError,
  PaymentActionRequired,
  PaymentDeclinedError,
  SlotTakenError,
} from './bookings.errors.ts';

export enum MoveTerm {
  FREE = 'FREE',
  FREE_ONCE = 'FREE_ONCE',
  AS_CANCELLATION = 'AS_CANCELLATION',
}
registerEnumType(MoveTerm, {
  name: 'MoveTerm',
  description: 'Why moving a visit costs what it does.',
  valuesConfig: {
    FREE: { description: 'Early enough, or within the minutes after booking.' },
    FREE_ONCE: { description: 'Close to the visit; free one time for each booking.' },
    AS_CANCELLATION: { description: 'So late, or moved late before, that it costs what cancelling would.' },
  },
});

@ObjectType({ description: 'What it costs to move a visit now, and when that changes.' })
export class RescheduleQuote {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => MoneyType, { description: 'Charged if you move it now, on top of the price of the visit.' })
  fee!: MoneyType;

  @Field(() => MoveTerm, { description: 'Why.' })
  term!: MoveTerm;

  @Field(() => DateTimeScalar, { description: 'Last instant at which moving is free however often.' })
  freeUntil!: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Last instant of the one free move close to the visit; null once it was made.',
  })
  onceFreeUntil!: Date | null;
}

@ObjectType({ description: 'A time of somebody else, with their price.' })
export class PricedSlot extends Slot {
  @Field(() => MoneyType, { description: 'What the visit would cost then; never more than was agreed.' })
  price!: MoneyType;
}

@ObjectType({ description: 'A day of somebody else.' })
export class PricedDay {
  @Field(() => LocalDateScalar, { description: 'The day, in the zone of the visit.' })
  date!: string;

  @Field(() => [PricedSlot], { description: 'Their free times, with prices.' })
  slots!: PricedSlot[];
}

@ObjectType({ description: 'Somebody else who can do an agreed visit, for no more than was agreed.' })
export class OtherProvider {
  @Field(() => Provider, { description: 'Who.' })
  provider!: Provider;

  @Field(() => [PricedDay], { description: 'Their free times, day by day.' })
  days!: PricedDay[];
}

@ObjectType({ description: 'The visit has its new time.' })
export class BookingRescheduled {
  @Field(() => Booking, { description: 'The booking as it is now.' })
  rescheduled!: Booking;

  @Field(() => MoneyType, { description: 'What was charged for moving it.' })
  fee!: MoneyType;
}

@ObjectType({
  implements: UserError,
  description: 'Moving costs something else than you saw. The visit stands as it was.',
})
export class RescheduleFeeChangedError extends UserError {
  @Field(() => RescheduleQuote, { description: 'What it costs now.' })
  readonly quote: RescheduleQuote;

  constructor(message: string, quote: RescheduleQuote) {
    super('FEE_CHANGED', message);
    this.quote = quote;
  }
}

@ObjectType({
  implements: UserError,
  description:
    'This visit cannot be moved: it is not agreed, has begun, or its provider wants to be asked for each time.',
})
export class NotReschedulableError extends UserError {
  @Field(() => BookingState, { description: 'Where it stands.' })
  readonly state: BookingState;

  constructor(code: string, message: string, state: BookingState) {
    super(code, message);
    this.state = state;
  }
}

export const RescheduleBookingResult = createUnionType({
  name: 'RescheduleBookingResult',
  description: 'What comes of moving a visit. Whatever is in the way, the old time stands untouched.',
  types: () =>
    [
      BookingRescheduled,
      SlotTakenError,
      NotBookableError,
      InvalidVisitError,
      RescheduleFeeChangedError,
      PriceChangedError,
      NotReschedulableError,
      PaymentDeclinedError,
      PaymentActionRequired,
    ] as const,
  resolveType: (value: object) =>
    ('rescheduled' in value && value.constructor === Object ? BookingRescheduled : value.constructor) as never,
});
