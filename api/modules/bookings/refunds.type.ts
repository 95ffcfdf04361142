import { MaxLength, Min, MinLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType, createUnionType } from 'type-graphql';
import { MoneyType } from '../../platform/money.type.ts';
import { UserError } from '../../platform/user-error.type.ts';
import { RefundBearer } from './booking-refund.entity.ts';
import { Booking } from './booking.entity.ts';

@InputType({ description: 'Money to give back for a visit.' })
export class RefundBookingInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Min(1)
  @Field(() => Int, { description: 'How much, in minor units; at most what was taken and not given back.' })
  amount!: number;

  @MinLength(1)
  @MaxLength(500)
  @Field(() => String, { description: 'Why; both sides read it, and it is in the audit log.' })
  reason!: string;

  @Field(() => RefundBearer, { defaultValue: RefundBearer.VISIT, description: 'Who bears it.' })
  borneBy!: RefundBearer;

  @Field(() => String, { description: '1 to 255 characters of your choice; the same key gets the same answer.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The money is on its way back to the household.' })
export class BookingRefunded {
  @Field(() => Booking, { description: 'The booking.' })
  booking!: Booking;

  @Field(() => MoneyType, { description: 'What is given back by this.' })
  refunded!: MoneyType;
}

@ObjectType({ implements: UserError, description: 'Less was taken than is to be given back, or nothing.' })
export class NotRefundableError extends UserError {
  @Field(() => MoneyType, { description: 'The most that can be given back.' })
  readonly refundable: MoneyType;

  constructor(code: string, message: string, refundable: MoneyType) {
    super(code, message);
    this.refundable = refundable;
  }
}

export const RefundBookingResult = createUnionType({
  name: 'RefundBookingResult',
  description: 'What comes of giving money back.',
  types: () => [BookingRefunded, NotRefundableError] as const,
  resolveType: (value) => ('refunded' in value ? BookingRefunded : NotRefundableError),
});
