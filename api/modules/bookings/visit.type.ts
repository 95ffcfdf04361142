import { Field, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { InvalidVisitError } from '../pricing/index.ts';
import { Booking } from './booking.entity.ts';
import { NotBookableError, PaymentActionRequired, PaymentDeclinedError } from './bookings.errors.ts';
import { VisitExtra } from './visit-extra.entity.ts';
import { VisitPhoto } from './visit-photo.entity.ts';
import { ExtraChangedError, TimeNotFreeError, VisitRefusedError, WrongCodeError } from './visit.errors.ts';

export enum VisitAction {
  START_TRAVEL = 'START_TRAVEL',
  START = 'START',
  CONFIRM_ARRIVAL = 'CONFIRM_ARRIVAL',
  ANNOUNCE_DELAY = 'ANNOUNCE_DELAY',
  WORK = 'WORK',
  FINISH = 'FINISH',
  CONFIRM = 'CONFIRM',
  REPORT_NO_SHOW = 'REPORT_NO_SHOW',
  LEAVE_UNSAFE = 'LEAVE_UNSAFE',
}
registerEnumType(VisitAction, {
  name: 'VisitAction',
  description: 'What one of the two sides can do around a visit.',
  valuesConfig: {
    START_TRAVEL: { description: 'Set off.' },
    START: { description: 'Begin, with the code of the household.' },
    CONFIRM_ARRIVAL: { description: 'Say that the provider is there.' },
    ANNOUNCE_DELAY: { description: 'Say when one will be there.' },
    WORK: { description: 'Tick things off and propose more.' },
    FINISH: { description: 'Say that the work is done.' },
    CONFIRM: { description: 'Say that all is well, and close the visit.' },
    REPORT_NO_SHOW: { description: 'Say that the other side did not come.' },
    LEAVE_UNSAFE: { description: 'Leave because one is not safe.' },
  },
});

@ObjectType({ description: 'One thing to do during a visit.' })
export class VisitTask {
  @Field(() => String, { description: 'What.' })
  label!: string;

  @Field(() => String, { description: 'The service it belongs to.' })
  service!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was ticked off; null while it is not.' })
  doneAt!: Date | null;
}

@ObjectType({ description: 'What is known of a visit around its day.' })
export class VisitProgress {
  @Field(() => DateTimeScalar, { nullable: true, description: 'When the provider expects to be there.' })
  eta!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the provider last said that they are late.' })
  delayedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the work began.' })
  startedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether the provider shared where they were when they began.' })
  positionShared!: boolean;

  @Field(() => Int, { description: 'How many codes can still be tried.' })
  codeTriesLeft!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it closes by itself; null unless completed.' })
  closesAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'From when on a side that did not come can be reported.' })
  noShowFrom!: Date;

  @Field(() => [VisitTask], { description: 'What there is to do, in order; before it begins, as the catalogue says.' })
  checklist!: VisitTask[];

  @Field(() => [VisitPhoto], { description: 'Photos, first to last.' })
  photos!: VisitPhoto[];

  @Field(() => [VisitExtra], { description: 'What was proposed beyond the booking, first to last.' })
  extras!: VisitExtra[];

  @Field(() => [VisitAction], { description: 'What you can do now.' })
  actions!: VisitAction[];
}

@ObjectType({ description: 'It is done.' })
export class VisitUpdated {
  @Field(() => Booking, { description: 'The booking.' })
  booking!: Booking;
}

@ObjectType({ description: 'That a booking of yours is not as it was: look again.' })
export class BookingChange {
  @Field(() => String, { description: 'Id of the booking.' })
  bookingId!: string;
}

const resolveType = (value: object): never =>
  ('booking' in value && value.constructor === Object ? VisitUpdated : value.constructor) as never;

export const VisitResult = createUnionType({
  name: 'VisitResult',
  description: 'What comes of a step of a visit.',
  types: () => [VisitUpdated, VisitRefusedError] as const,
  resolveType,
});

export const StartVisitResult = createUnionType({
  name: 'StartVisitResult',
  description: 'What comes of beginning a visit.',
  types: () => [VisitUpdated, WrongCodeError, VisitRefusedError] as const,
  resolveType,
});

export const ProposeExtraResult = createUnionType({
  name: 'ProposeExtraResult',
  description: 'What comes of proposing more.',
  types: () => [VisitUpdated, TimeNotFreeError, NotBookableError, InvalidVisitError, VisitRefusedError] as const,
  resolveType,
});

export const AnswerExtraResult = createUnionType({
  name: 'AnswerExtraResult',
  description: 'What comes of answering a proposal.',
  types: () =>
    [
      VisitUpdated,
      ExtraChangedError,
      TimeNotFreeError,
      PaymentDeclinedError,
      PaymentActionRequired,
      VisitRefusedError,
    ] as const,
  resolveType,
});
