import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { UserError } from '../../platform/user-error.type.ts';
import { PriceQuote } from '../pricing/index.ts';
import { Slot } from '../search/index.ts';
import { BookingState } from './booking.enums.ts';
import { CancellationQuote } from './cancellation-quote.type.ts';

export enum BookabilityCode {
  PROVIDER_NOT_ACTIVE = 'PROVIDER_NOT_ACTIVE',
  OFFERING_OFF = 'OFFERING_OFF',
  CREDENTIAL_MISSING = 'CREDENTIAL_MISSING',
  CREDENTIAL_NOT_VALID = 'CREDENTIAL_NOT_VALID',
  COURSE_MISSING = 'COURSE_MISSING',
  COURSE_NOT_VALID = 'COURSE_NOT_VALID',
  LEVEL_TOO_LOW = 'LEVEL_TOO_LOW',
  VENUE_NOT_OFFERED = 'VENUE_NOT_OFFERED',
  OUTSIDE_SERVICE_AREA = 'OUTSIDE_SERVICE_AREA',
}
registerEnumType(BookabilityCode, {
  name: 'BookabilityCode',
  description: 'Why a provider cannot be booked for a visit.',
  valuesConfig: {
    PROVIDER_NOT_ACTIVE: { description: 'Takes no bookings at present.' },
    OFFERING_OFF: { description: 'Does not offer the item at present.' },
    CREDENTIAL_MISSING: { description: 'Lacks a credential that the item requires.' },
    CREDENTIAL_NOT_VALID: { description: 'A required credential is not valid on that day.' },
    COURSE_MISSING: { description: 'Has not passed the course that the item requires.' },
    COURSE_NOT_VALID: { description: 'The certificate of the required course is not valid on that day.' },
    LEVEL_TOO_LOW: { description: 'Is below the level that the item requires.' },
    VENUE_NOT_OFFERED: { description: 'The item is not done at that kind of place.' },
    OUTSIDE_SERVICE_AREA: { description: 'Does not come to this place.' },
  },
});

@ObjectType({ description: 'One reason against a booking.' })
export class BookabilityReason {
  @Field(() => BookabilityCode, { description: 'What is in the way.' })
  code!: BookabilityCode;

  @Field(() => String, { description: 'What is in the way, in words.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'Code of the credential type or course it is about.' })
  subject!: string | null;
}

@ObjectType({ implements: UserError, description: 'The time is no longer free. The alternatives can be booked.' })
export class SlotTakenError extends UserError {
  @Field(() => [Slot], { description: 'Free times nearest to the one wanted; at most three.' })
  readonly alternatives: Slot[];

  constructor(message: string, alternatives: Slot[]) {
    super('SLOT_TAKEN', message);
    this.alternatives = alternatives;
  }
}

@ObjectType({ implements: UserError, description: 'The provider cannot be booked for this visit on that day.' })
export class NotBookableError extends UserError {
  @Field(() => [BookabilityReason], { description: 'Everything in the way.' })
  readonly reasons: BookabilityReason[];

  constructor(message: string, reasons: BookabilityReason[]) {
    super('NOT_BOOKABLE', message);
    this.reasons = reasons;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The price differs from the one the household saw. Nothing was held.',
})
export class PriceChangedError extends UserError {
  @Field(() => PriceQuote, { description: 'The price as it is now.' })
  readonly quote: PriceQuote;

  constructor(message: string, quote: PriceQuote) {
    super('PRICE_CHANGED', message);
    this.quote = quote;
  }
}

@ObjectType({ implements: UserError, description: 'The hold has lapsed, or there is none. Hold a time again.' })
export class HoldExpiredError extends UserError {}

@ObjectType({ implements: UserError, description: 'The bank said no. The hold stands; try another card.' })
export class PaymentDeclinedError extends UserError {
  @Field(() => String, { description: "The bank's reason." })
  readonly declineCode: string;

  constructor(message: string, declineCode: string) {
    super('PAYMENT_DECLINED', message);
    this.declineCode = declineCode;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The bank wants the household to confirm the payment with it first. The hold stands.',
})
export class PaymentActionRequired extends UserError {
  @Field(() => String, { nullable: true, description: 'Page of the bank, where there is one.' })
  readonly actionUrl: string | null;

  constructor(message: string, actionUrl: string | null) {
    super('PAYMENT_ACTION_REQUIRED', message);
    this.actionUrl = actionUrl;
  }
}

@ObjectType({ implements: UserError, description: 'The coupon cannot be used. The hold stands.' })
export class CouponError extends UserError {}

@ObjectType({
  implements: UserError,
  description: 'Cancelling costs something else than the household saw. Nothing was cancelled.',
})
export class FeeChangedError extends UserError {
  @Field(() => CancellationQuote, { description: 'What it costs now.' })
  readonly quote: CancellationQuote;

  constructor(message: string, quote: CancellationQuote) {
    super('FEE_CHANGED', message);
    this.quote = quote;
  }
}

@ObjectType({ implements: UserError, description: 'The booking is over or was called off already.' })
export class NotCancellableError extends UserError {
  @Field(() => BookingState, { description: 'Where it stands.' })
  readonly state: BookingState;

  constructor(message: string, state: BookingState) {
    super('NOT_CANCELLABLE', message);
    this.state = state;
  }
}

@ObjectType({ implements: UserError, description: 'There is no open request to answer.' })
export class RequestNotOpenError extends UserError {}
