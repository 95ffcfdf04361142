import { Field, Int, ObjectType, createUnionType } from 'type-graphql';
import { MoneyType } from '../../../platform/money.type.ts';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/scalars.ts';
import { UserError } from '../../../platform/user-error.type.ts';
import { InvalidVisitError } from '../../pricing/index.ts';
import { NotBookableError, PaymentActionRequired, PaymentDeclinedError } from '../bookings.errors.ts';
import { BookingSeries } from './booking-series.entity.ts';
import { SeriesDateStatus } from './series.enums.ts';

@ObjectType({ description: 'Another time for one date of a series.' })
export class SeriesAlternative {
  @Field(() => DateTimeScalar, { description: 'When it begins.' })
  start!: Date;

  @Field(() => DateTimeScalar, { description: 'When it is over.' })
  end!: Date;

  @Field(() => MoneyType, { description: 'What the visit costs then.' })
  price!: MoneyType;
}

@ObjectType({ description: 'One date of a series before it is booked.' })
export class SeriesDate {
  @Field(() => LocalDateScalar, { description: 'The local day that the rule gives.' })
  date!: string;

  @Field(() => DateTimeScalar, { description: 'When the visit would begin.' })
  start!: Date;

  @Field(() => DateTimeScalar, { description: 'When it would be over.' })
  end!: Date;

  @Field(() => SeriesDateStatus, { description: 'Whether it can be had.' })
  status!: SeriesDateStatus;

  @Field(() => SeriesDateStatus, {
    nullable: true,
    description: 'For a date beyond the horizon: what stands in its way as things are now; null if nothing does.',
  })
  foreseen!: SeriesDateStatus | null;

  @Field(() => Boolean, { description: 'Whether the clock shows this time twice that day; then the earlier counts.' })
  isShownTwice!: boolean;

  @Field(() => MoneyType, { description: 'What the visit costs.' })
  price!: MoneyType;

  @Field(() => [SeriesAlternative], { description: 'The two nearest free times where it cannot be had as it is.' })
  alternatives!: SeriesAlternative[];
}

@ObjectType({ description: 'A series as it could be booked now, every date looked at.' })
export class SeriesPreview {
  @Field(() => String, { description: 'IANA zone of the local times.' })
  timeZone!: string;

  @Field(() => [SeriesDate], { description: 'Every date in order.' })
  dates!: SeriesDate[];

  @Field(() => LocalDateScalar, { description: 'The prices hold up to this local day, the last of the series.' })
  priceLockedUntil!: string;

  @Field(() => LocalDateScalar, {
    description: 'Last local day that can be reserved now; later ones are as they open.',
  })
  opensUntil!: string;
}

@ObjectType({
  description: 'The series is booked: every date kept is reserved, or planned where bookings are not open yet.',
})
export class SeriesAccepted {
  @Field(() => BookingSeries, { description: 'The series.' })
  series!: BookingSeries;
}

@ObjectType({
  implements: UserError,
  description: 'Some dates cannot be had after all. Nothing was booked, moved or charged.',
})
export class SeriesDatesFailedError extends UserError {
  @Field(() => [SeriesDate], { description: 'Those dates, each with the nearest free times.' })
  readonly dates: SeriesDate[];

  constructor(message: string, dates: SeriesDate[]) {
    super('SERIES_DATES_FAILED', message);
    this.dates = dates;
  }
}

@ObjectType({
  implements: UserError,
  description: 'The prices of the visits add up to something else than you saw. Nothing was booked.',
})
export class SeriesPriceChangedError extends UserError {
  @Field(() => MoneyType, { description: 'What they add up to now.' })
  readonly total: MoneyType;

  constructor(message: string, total: MoneyType) {
    super('PRICE_CHANGED', message);
    this.total = total;
  }
}

@ObjectType({ description: 'What calling off dates of a series costs now, each visit by its own terms.' })
export class SeriesCancellationQuote {
  readonly seriesId!: string;

  @Field(() => Int, { description: 'How many dates it is for, those that are not reserved yet among them.' })
  dates!: number;

  @Field(() => MoneyType, { description: 'The fees added up.' })
  fee!: MoneyType;

  @Field(() => MoneyType, { description: 'What is given back or never charged.' })
  refund!: MoneyType;
}

@ObjectType({ description: 'The dates are called off.' })
export class SeriesVisitsCancelled {
  @Field(() => BookingSeries, { description: 'The series as it is now.' })
  series!: BookingSeries;

  @Field(() => MoneyType, { description: 'What is charged.' })
  fee!: MoneyType;
}

@ObjectType({ description: 'The dates have their new times.' })
export class SeriesVisitsMoved {
  @Field(() => BookingSeries, { description: 'The series as it is now.' })
  series!: BookingSeries;
}

@ObjectType({
  implements: UserError,
  description: 'The fees add up to something else than you saw. Nothing was cancelled.',
})
export class SeriesFeeChangedError extends UserError {
  @Field(() => SeriesCancellationQuote, { description: 'What it costs now.' })
  readonly quote: SeriesCancellationQuote;

  constructor(message: string, quote: SeriesCancellationQuote) {
    super('FEE_CHANGED', message);
    this.quote = quote;
  }
}

@ObjectType({
  implements: UserError,
  description: 'These dates cannot be changed so: none is left, or one of them has to be changed by itself.',
})
export class SeriesNotChangeableError extends UserError {}

/** A success is a plain object known by a property of its own; a failure knows its class. */
const resolveBy =
  (success: abstract new (...args: never[]) => object, property: string) =>
  (value: object): never =>
    (property in value && value.constructor === Object ? success : value.constructor) as never;

export const PreviewSeriesResult = createUnionType({
  name: 'PreviewSeriesResult',
  description: 'A series looked at, or what is wrong with it.',
  types: () => [SeriesPreview, NotBookableError, InvalidVisitError] as const,
  resolveType: resolveBy(SeriesPreview, 'dates'),
});

export const AcceptSeriesResult = createUnionType({
  name: 'AcceptSeriesResult',
  description: 'What comes of booking a series. All dates kept are had, or none.',
  types: () =>
    [
      SeriesAccepted,
      SeriesDatesFailedError,
      SeriesPriceChangedError,
      NotBookableError,
      InvalidVisitError,
      PaymentDeclinedError,
      PaymentActionRequired,
    ] as const,
  resolveType: resolveBy(SeriesAccepted, 'series'),
});

export const CancelSeriesVisitsResult = createUnionType({
  name: 'CancelSeriesVisitsResult',
  description: 'What comes of calling off dates of a series: all of them are, or none.',
  types: () => [SeriesVisitsCancelled, SeriesFeeChangedError, SeriesNotChangeableError] as const,
  resolveType: resolveBy(SeriesVisitsCancelled, 'series'),
});

export const MoveSeriesVisitsResult = createUnionType({
  name: 'MoveSeriesVisitsResult',
  description: 'What comes of moving dates of a series: all of them are, or none.',
  types: () => [SeriesVisitsMoved, SeriesDatesFailedError, SeriesNotChangeableError] as const,
  resolveType: resolveBy(SeriesVisitsMoved, 'series'),
});
