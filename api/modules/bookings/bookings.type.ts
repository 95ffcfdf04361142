import { Field, Int, ObjectType, createUnionType } from 'type-graphql';
import { connectionType } from '../../platform/connection.ts';
import { MoneyType } from '../../platform/money.type.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { HoursException, TimeOff, WorkingSpan } from '../availability/index.ts';
import { ServiceItem, ServiceOption } from '../catalog/index.ts';
import { InvalidVisitError } from '../pricing/index.ts';
import { Booking } from './booking.entity.ts';
import { SubstituteSought } from './substitutes.type.ts';
import {
  CouponError,
  FeeChangedError,
  HoldExpiredError,
  NotBookableError,
  NotCancellableError,
  PaymentActionRequired,
  PaymentDeclinedError,
  PriceChangedError,
  RequestNotOpenError,
  SlotTakenError,
} from './bookings.errors.ts';

@ObjectType({ description: 'One item of a visit as it was booked.' })
export class BookingItem {
  @Field(() => ServiceItem, { description: 'What.' })
  item!: ServiceItem;

  @Field(() => Int, { description: 'Hours or units; 1 for a fixed price.' })
  units!: number;

  @Field(() => [ServiceOption], { description: 'Extras chosen.' })
  options!: ServiceOption[];

  @Field(() => Int, { description: 'Minutes it takes, extras included.' })
  durationMinutes!: number;
}

@ObjectType({ description: 'The person of a household who booked a visit.' })
export class Booker {
  @Field(() => String, { description: 'Their name.' })
  displayName!: string;

  @Field(() => Boolean, { description: 'Whether it is you.' })
  isViewer!: boolean;
}

@ObjectType({ description: 'Where a visit takes place, as far as you may know.' })
export class BookingPlace {
  readonly booking!: Booking;
}

@ObjectType({ description: 'The provider read how to get in.' })
export class DoorNoteRead {
  @Field(() => DateTimeScalar, { description: 'When.' })
  at!: Date;

  @Field(() => String, { description: 'Name of the provider.' })
  by!: string;
}

@ObjectType({ description: 'A page of bookings.' })
export class BookingConnection extends connectionType(Booking, 'Booking') {}

@ObjectType({ description: 'The time is kept for you.' })
export class Hold {
  @Field(() => Booking, { description: 'The held booking.' })
  booking!: Booking;

  @Field(() => DateTimeScalar, { description: 'Until when it is kept.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'The booking is agreed, or sent as a request where the provider wants to be asked.' })
export class BookingConfirmed {
  @Field(() => Booking, { description: 'The booking.' })
  booking!: Booking;
}

@ObjectType({ description: 'The booking is called off.' })
export class BookingCancelled {
  @Field(() => Booking, { description: 'The booking.' })
  booking!: Booking;

  @Field(() => MoneyType, { description: 'What is charged.' })
  fee!: MoneyType;

  @Field(() => MoneyType, { description: 'What is given back or never charged.' })
  refund!: MoneyType;
}

@ObjectType({ description: 'The request is answered.' })
export class RequestAnswered {
  @Field(() => Booking, { description: 'The booking.' })
  booking!: Booking;
}

@ObjectType({ description: 'A visit in the diary of its provider.' })
export class ScheduledVisit {
  @Field(() => Booking, { description: 'The booking.' })
  booking!: Booking;

  @Field(() => Int, {
    nullable: true,
    description:
      'Estimated minutes from the visit before it that day, or from where the day starts; null where it starts at the studio.',
  })
  travelMinutesBefore!: number | null;

  @Field(() => Int, {
    description: 'How many of them the time since the visit before is too short by; 0 when it is enough.',
  })
  travelMinutesMissing!: number;

  @Field(() => MoneyType, {
    description: 'What it brings you at the agreed price: without commission and tax, with the tip.',
  })
  earnings!: MoneyType;
}

@ObjectType({ description: "A provider's diary over some days." })
export class Schedule {
  @Field(() => String, { description: 'IANA zone of the diary.' })
  timeZone!: string;

  @Field(() => [WorkingSpan], { description: 'The week plan.' })
  workingHours!: WorkingSpan[];

  @Field(() => [HoursException], { description: 'Days that differ from it, of today and later.' })
  exceptions!: HoursException[];

  @Field(() => [TimeOff], { description: 'Time off that is not over.' })
  timeOff!: TimeOff[];

  @Field(() => [ScheduledVisit], { description: 'Requests and visits in order.' })
  visits!: ScheduledVisit[];

  @Field(() => [Booking], {
    description: 'Visits for which a time in these days is proposed and not answered; they may lie on other days.',
  })
  proposedMoves!: Booking[];
}

type Constructor = abstract new (...args: never[]) => object;
/** A success is a plain object known by a property of its own; a failure knows its class. */
const resolveBy =
  (success: Constructor, property: string) =>
  (value: object): never =>
    (property in value && value.constructor === Object ? success : value.constructor) as never;

export const HoldSlotResult = createUnionType({
  name: 'HoldSlotResult',
  description: 'What comes of holding a time.',
  types: () => [Hold, SlotTakenError, NotBookableError, PriceChangedError, InvalidVisitError] as const,
  resolveType: resolveBy(Hold, 'expiresAt'),
});

export const RenewHoldResult = createUnionType({
  name: 'RenewHoldResult',
  description: 'What comes of holding a time longer.',
  types: () => [Hold, HoldExpiredError] as const,
  resolveType: resolveBy(Hold, 'expiresAt'),
});

export const ConfirmBookingResult = createUnionType({
  name: 'ConfirmBookingResult',
  description: 'What comes of confirming.',
  types: () =>
    [
      BookingConfirmed,
      HoldExpiredError,
      NotBookableError,
      PaymentDeclinedError,
      PaymentActionRequired,
      CouponError,
    ] as const,
  resolveType: resolveBy(BookingConfirmed, 'booking'),
});

export const CancelBookingResult = createUnionType({
  name: 'CancelBookingResult',
  description: 'What comes of cancelling.',
  types: () => [BookingCancelled, SubstituteSought, FeeChangedError, NotCancellableError] as const,
  resolveType: (value) =>
    resolveBy('sought' in value ? SubstituteSought : BookingCancelled, 'sought' in value ? 'sought' : 'booking')(value),
});

export const AnswerRequestResult = createUnionType({
  name: 'AnswerRequestResult',
  description: 'What comes of answering a request.',
  types: () => [RequestAnswered, RequestNotOpenError] as const,
  resolveType: resolveBy(RequestAnswered, 'booking'),
});
