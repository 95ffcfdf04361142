import { ArrayMaxSize, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTimeScalar, LocalDateScalar, LocalTimeScalar } from '../../platform/scalars.ts';

@InputType({ description: 'Hours within one day, in wall time.' })
export class TimeSpanInput {
  @Field(() => LocalTimeScalar, { description: 'Beginning.' })
  start!: string;

  @Field(() => LocalTimeScalar, { description: 'End, exclusive; 24:00 is the end of the day.' })
  end!: string;
}

@InputType({ description: 'A span of the weekly working hours.' })
export class WorkingSpanInput extends TimeSpanInput {
  @Min(1)
  @Max(7)
  @Field(() => Int, { description: '1 is Monday, 7 is Sunday.' })
  weekday!: number;
}

@InputType({ description: 'The whole week plan.' })
export class SetWorkingHoursInput {
  @ArrayMaxSize(42)
  @ValidateNested({ each: true })
  @Field(() => [WorkingSpanInput], { description: 'All spans; none means that you do not work.' })
  spans!: WorkingSpanInput[];
}

@InputType({ description: 'The hours of one day that differs from the week plan.' })
export class SetHoursExceptionInput {
  @Field(() => LocalDateScalar, { description: 'The local day.' })
  date!: string;

  @ArrayMaxSize(6)
  @Field(() => [TimeSpanInput], { description: 'Hours worked that day; none means closed.' })
  spans!: TimeSpanInput[];
}

@InputType({ description: 'Time to take off.' })
export class AddTimeOffInput {
  @Field(() => DateTimeScalar, { description: 'First instant.' })
  start!: Date;

  @Field(() => DateTimeScalar, { description: 'Instant it is over.' })
  end!: Date;

  @MaxLength(200)
  @Field(() => String, { nullable: true, description: 'A note for yourself.' })
  reason?: string | null;
}

@InputType({ description: 'Time off as it is to be from now on.' })
export class ChangeTimeOffInput extends AddTimeOffInput {
  @Field(() => ID, { description: 'The time off.' })
  id!: string;
}
