import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Booking } from './booking.entity.ts';

export enum MoveObjectionKind {
  NOT_MOVABLE = 'NOT_MOVABLE',
  UNCHANGED = 'UNCHANGED',
  TOO_SOON = 'TOO_SOON',
  BEYOND_HORIZON = 'BEYOND_HORIZON',
  NOT_QUALIFIED = 'NOT_QUALIFIED',
  OUTSIDE_WORKING_HOURS = 'OUTSIDE_WORKING_HOURS',
  OFF_GRID = 'OFF_GRID',
  TIME_OFF = 'TIME_OFF',
  OVERLAPS_VISIT = 'OVERLAPS_VISIT',
  KEPT_FOR_SOMEBODY = 'KEPT_FOR_SOMEBODY',
  TRAVEL_BEFORE = 'TRAVEL_BEFORE',
  TRAVEL_AFTER = 'TRAVEL_AFTER',
  DAY_FULL = 'DAY_FULL',
}
registerEnumType(MoveObjectionKind, {
  name: 'MoveObjectionKind',
  description: 'Why a visit cannot be at a time.',
  valuesConfig: {
    NOT_MOVABLE: { description: 'It is not agreed, or should have begun.' },
    UNCHANGED: { description: 'It is at this time already.' },
    TOO_SOON: { description: 'The start has passed or is nearer than the notice asked for.' },
    BEYOND_HORIZON: { description: 'Bookings do not open that far ahead yet.' },
    NOT_QUALIFIED: { description: 'The provider cannot be booked for it on that day, or at that place.' },
    OUTSIDE_WORKING_HOURS: { description: 'It does not lie wholly within the working hours.' },
    OFF_GRID: { description: 'Visits of this kind do not begin at such a minute.' },
    TIME_OFF: { description: 'It falls into time off.' },
    OVERLAPS_VISIT: { description: 'It overlaps another visit.' },
    KEPT_FOR_SOMEBODY: { description: 'The time is kept for a household that is booking it right now.' },
    TRAVEL_BEFORE: { description: 'There is too little time to come from the visit before.' },
    TRAVEL_AFTER: { description: 'There is too little time to get to the visit after it.' },
    DAY_FULL: { description: 'The day has all the visits, or minutes, that it may have.' },
  },
});

@ObjectType({ description: 'One reason why a visit cannot be at a time.' })
export class MoveObjection {
  @Field(() => MoveObjectionKind, { description: 'What kind of reason.' })
  kind!: MoveObjectionKind;

  @Field(() => String, { description: 'The reason in words.' })
  message!: string;

  @Field(() => Booking, { nullable: true, description: 'The visit it collides with or has no way from or to.' })
  visit!: Booking | null;

  @Field(() => Int, { nullable: true, description: 'How many minutes are missing, where it is about travel.' })
  missingMinutes!: number | null;
}

@ObjectType({ description: 'The way between a visit and its neighbour on the same day.' })
export class MoveTravel {
  @Field(() => Int, { description: 'Estimated minutes from door to door.' })
  minutes!: number;

  @Field(() => Booking, {
    nullable: true,
    description: 'The neighbouring visit; null where the day starts, or where the time is kept for somebody.',
  })
  visit!: Booking | null;
}

@ObjectType({ description: 'What would come of moving a visit to a time; nothing is moved.' })
export class MoveCheck {
  @Field(() => ID, { description: 'The booking.' })
  bookingId!: string;

  @Field(() => DateTimeScalar, { description: 'Beginning that was asked about.' })
  start!: Date;

  @Field(() => DateTimeScalar, { description: 'When it would end.' })
  end!: Date;

  @Field(() => [MoveObjection], { description: 'All that is against it; none means that the time is free for it.' })
  objections!: MoveObjection[];

  @Field(() => MoveTravel, {
    nullable: true,
    description:
      'The way to it, from the visit before or where the day starts; null for a day that starts at the studio with it.',
  })
  travelBefore!: MoveTravel | null;

  @Field(() => MoveTravel, { nullable: true, description: 'The way on to the next visit of the day, if there is one.' })
  travelAfter!: MoveTravel | null;
}
