import { Field, ObjectType, createUnionType } from 'type-graphql';
import { InvalidHoursError } from './availability.errors.ts';
import { HoursException } from './hours-exception.entity.ts';
import { TimeOff } from './time-off.entity.ts';
import { WorkingSpan } from './working-span.entity.ts';

@ObjectType({ description: 'The week plan is saved.' })
export class WorkingHoursSet {
  @Field(() => [WorkingSpan], { description: 'The plan as it holds now.' })
  schedule!: WorkingSpan[];
}

@ObjectType({ description: 'The day is saved.' })
export class HoursExceptionSet {
  @Field(() => HoursException, { description: 'The day as it holds now.' })
  exception!: HoursException;
}

@ObjectType({ description: 'The time off is saved.' })
export class TimeOffAdded {
  @Field(() => TimeOff, { description: 'The time off as it is now.' })
  timeOff!: TimeOff;
}

export const SetWorkingHoursResult = createUnionType({
  name: 'SetWorkingHoursResult',
  description: 'What comes of saving the week plan.',
  types: () => [WorkingHoursSet, InvalidHoursError] as const,
  resolveType: (value) => ('schedule' in value ? WorkingHoursSet : InvalidHoursError),
});

export const SetHoursExceptionResult = createUnionType({
  name: 'SetHoursExceptionResult',
  description: 'What comes of saving a day.',
  types: () => [HoursExceptionSet, InvalidHoursError] as const,
  resolveType: (value) => ('exception' in value ? HoursExceptionSet : InvalidHoursError),
});

export const AddTimeOffResult = createUnionType({
  name: 'AddTimeOffResult',
  description: 'What comes of taking time off.',
  types: () => [TimeOffAdded, InvalidHoursError] as const,
  resolveType: (value) => ('timeOff' in value ? TimeOffAdded : InvalidHoursError),
});

export const ChangeTimeOffResult = createUnionType({
  name: 'ChangeTimeOffResult',
  description: 'What comes of putting time off somewhere else.',
  types: () => [TimeOffAdded, InvalidHoursError] as const,
  resolveType: (value) => ('timeOff' in value ? TimeOffAdded : InvalidHoursError),
});
