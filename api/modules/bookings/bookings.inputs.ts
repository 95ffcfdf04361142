import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTimeScalar, LocalDateScalar } from '../../platform/scalars.ts';
import { PlaceInput, VisitItemInput } from '../pricing/index.ts';
import { BookingState, BookingTense } from './booking.enums.ts';

@InputType({ description: 'A time to hold.' })
export class HoldSlotInput {
  @Field(() => ID, { description: 'Who is to come.' })
  providerId!: string;

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Field(() => [VisitItemInput], { description: 'What is to be done; at most 6 items.' })
  items!: VisitItemInput[];

  @Field(() => DateTimeScalar, { description: 'When; one of the free times.' })
  start!: Date;

  @Field(() => PlaceInput, { nullable: true, description: 'Where; left out for a visit to the studio.' })
  place?: PlaceInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The total you saw, minor units; if it has changed, nothing is held.',
  })
  expectedTotal?: number | null;

  @Field(() => String, { description: '1 to 255 characters of your choice; the same key gets the same answer.' })
  idempotencyKey!: string;
}

@InputType({ description: 'A hold to turn into a booking.' })
export class ConfirmBookingInput {
  @Field(() => ID, { description: 'The held booking.' })
  bookingId!: string;

  @MaxLength(200)
  @Field(() => String, { description: 'Token of the card or wallet.' })
  paymentMethod!: string;

  @MaxLength(60)
  @Field(() => String, { nullable: true, description: 'A coupon, if any.' })
  couponCode?: string | null;

  @MaxLength(1000)
  @Field(() => String, { nullable: true, description: 'What the provider should know.' })
  note?: string | null;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'How to get in; shown to the provider only around the visit.' })
  doorNote?: string | null;

  @Field(() => String, { description: '1 to 255 characters of your choice; the same key gets the same answer.' })
  idempotencyKey!: string;
}

@InputType({ description: 'A booking to call off.' })
export class CancelBookingInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => Int, { description: 'The fee you saw, minor units; if it has changed, nothing is cancelled.' })
  expectedFee!: number;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;

  @Field(() => String, { description: '1 to 255 characters of your choice; the same key gets the same answer.' })
  idempotencyKey!: string;
}

@InputType({
  description: 'A visit to move: to another time at the price agreed, or to somebody else for no more than that.',
})
export class RescheduleBookingInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => DateTimeScalar, { description: 'Its new start; one of `rescheduleSlots`.' })
  start!: Date;

  @Field(() => ID, { nullable: true, description: 'Who is to come instead; one of `otherProviders`.' })
  providerId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'With `providerId`, their price that you saw, minor units; if it has changed, nothing is moved.',
  })
  expectedTotal?: number | null;

  @Field(() => Int, { description: 'The fee you saw, minor units; if it has changed, nothing is moved.' })
  expectedFee!: number;

  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'Token of the card or wallet, where there is a fee.' })
  paymentMethod?: string | null;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'Why; operators must say.' })
  reason?: string | null;

  @Field(() => String, { description: '1 to 255 characters of your choice; the same key gets the same answer.' })
  idempotencyKey!: string;
}

@InputType({ description: 'Which bookings.' })
export class BookingFilter {
  @Field(() => BookingTense, { nullable: true, description: 'Upcoming or past; both if left out.' })
  tense?: BookingTense | null;

  @ArrayMaxSize(11)
  @Field(() => [BookingState], { nullable: true, description: 'In any of these states.' })
  states?: BookingState[] | null;

  @Field(() => ID, { nullable: true, description: 'In that region.' })
  regionId?: string | null;

  @MaxLength(80)
  @Field(() => String, {
    nullable: true,
    description: 'With a provider whose name has this in it, in either language.',
  })
  providerName?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'On that local day or later.' })
  from?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'On that local day or earlier.' })
  to?: string | null;

  @MaxLength(20)
  @Field(() => String, { nullable: true, description: 'Whose reference has this in it.' })
  reference?: string | null;
}
