import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTimeScalar, LocalDateScalar } from '../../../platform/scalars.ts';
import { PlaceInput, VisitItemInput } from '../../pricing/index.ts';
import { SeriesScope } from './series.enums.ts';

@InputType({ description: 'Visits that return.' })
export class SeriesInput {
  @Field(() => ID, { description: 'Who is to come.' })
  providerId!: string;

  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Field(() => [VisitItemInput], { description: 'What is to be done each time; at most 6 items.' })
  items!: VisitItemInput[];

  @Field(() => PlaceInput, { nullable: true, description: 'Where; left out for visits to the studio.' })
  place?: PlaceInput | null;

  @Field(() => DateTimeScalar, { description: 'The first visit; its local time is that of all.' })
  start!: Date;

  @Field(() => Int, { description: 'Weeks from one round to the next: 1, 2 or 4.' })
  everyWeeks!: number;

  @ArrayMaxSize(7)
  @Field(() => [Int], { description: 'Days of the week, 1 = Monday … 7 = Sunday, that of the first visit among them.' })
  weekdays!: number[];

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day a visit may have; this or `count`.' })
  until?: string | null;

  @Field(() => Int, { nullable: true, description: 'How many visits, 2 to 52; this or `until`.' })
  count?: number | null;
}

@InputType({ description: 'What becomes of one date of a series that is not to be as its rule says.' })
export class SeriesChoiceInput {
  @Field(() => LocalDateScalar, { description: 'The local day that the rule gives.' })
  date!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Another start for it; left out: the date is left out.' })
  start?: Date | null;
}

@InputType({ description: 'A series to book.' })
export class AcceptSeriesInput {
  @ValidateNested()
  @Field(() => SeriesInput, { description: 'The visits, as previewed.' })
  series!: SeriesInput;

  @ArrayMaxSize(52)
  @ValidateNested({ each: true })
  @Field(() => [SeriesChoiceInput], { description: 'Dates that are left out or get another start; the others stay.' })
  choices!: SeriesChoiceInput[];

  @Field(() => Int, {
    description: 'Prices of all visits kept, added up, minor units; if it has changed, nothing is booked.',
  })
  expectedTotal!: number;

  @MaxLength(200)
  @Field(() => String, {
    description: 'Token of the card or wallet, for the first visit now and each other as it nears.',
  })
  paymentMethod!: string;

  @MaxLength(1000)
  @Field(() => String, { nullable: true, description: 'What the provider should know.' })
  note?: string | null;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'How to get in; shown to the provider only around each visit.' })
  doorNote?: string | null;

  @Field(() => String, { description: '1 to 255 characters of your choice; the same key gets the same answer.' })
  idempotencyKey!: string;
}

@InputType({ description: 'Dates of a series to call off.' })
export class CancelSeriesVisitsInput {
  @Field(() => ID, { description: 'The date it is about.' })
  seriesVisitId!: string;

  @Field(() => SeriesScope, { description: 'This one, this and all after it, or all.' })
  scope!: SeriesScope;

  @Field(() => Int, {
    description: 'The fees you saw, added up, minor units; if they have changed, nothing is cancelled.',
  })
  expectedFee!: number;

  @MaxLength(500)
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason?: string | null;

  @Field(() => String, { description: '1 to 255 characters of your choice; the same key gets the same answer.' })
  idempotencyKey!: string;
}

@InputType({ description: 'Dates of a series to move by as much as one of them.' })
export class MoveSeriesVisitsInput {
  @Field(() => ID, { description: 'The date it is about.' })
  seriesVisitId!: string;

  @Field(() => SeriesScope, { description: 'This one, this and all after it, or all.' })
  scope!: SeriesScope;

  @Field(() => DateTimeScalar, {
    description: 'Its new start. The others get the same local time and move by as many days.',
  })
  start!: Date;

  @Field(() => String, { description: '1 to 255 characters of your choice; the same key gets the same answer.' })
  idempotencyKey!: string;
}

@InputType({ description: 'Another card for a series.' })
export class ChangeSeriesCardInput {
  @Field(() => ID, { description: 'The series.' })
  seriesId!: string;

  @MaxLength(200)
  @Field(() => String, { description: 'Token of the card or wallet.' })
  paymentMethod!: string;
}
