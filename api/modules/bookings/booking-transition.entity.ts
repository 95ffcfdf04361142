import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Account } from '../accounts/index.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';

@ObjectType({ description: 'One change of state of a booking.' })
@Index({ properties: ['booking', 'id'] })
@Entity({
  tableName: 'booking_transition',
  ...visibleRows('booking_transition', 'exists (select from booking b where b.id = booking_id)'),
})
export class BookingTransition {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  @Field(() => BookingState, { nullable: true, description: 'State before; null for the first.' })
  @Property({ type: 'text', nullable: true })
  from!: BookingState | null;

  @Field(() => BookingState, { description: 'State after.' })
  @Property({ type: 'text' })
  to!: BookingState;

  @Field(() => String, { description: 'HOUSEHOLD, PROVIDER, OPERATOR or SYSTEM.' })
  @Property({ type: 'text' })
  actorRole!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true })
  actor!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  @Property({ type: 'timestamptz' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who did it.' })
  @Property({ type: 'text', nullable: true })
  reason!: string | null;
}
