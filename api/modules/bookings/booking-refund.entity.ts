import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Account } from '../accounts/index.ts';
import { Booking } from './booking.entity.ts';

export enum RefundBearer {
  VISIT = 'VISIT',
  PLATFORM = 'PLATFORM',
}
registerEnumType(RefundBearer, {
  name: 'RefundBearer',
  description: 'Who bears what a household is given back.',
  valuesConfig: {
    VISIT: { description: 'Everybody who had a share of the price gives their share of it back.' },
    PLATFORM: { description: 'Goodwill: the platform alone, and the provider keeps what they earned.' },
  },
});

@ObjectType({ description: 'Money that an operator gave back after a visit was paid for.' })
@Entity({
  tableName: 'booking_refund',
  ...visibleRows('booking_refund', 'exists (select from booking b where b.id = booking_id)'),
})
export class BookingRefund {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  /** Minor units of the booking's currency. */
  @Property({ type: 'integer' })
  amount!: number;

  @Field(() => RefundBearer, { description: 'Who bears it.' })
  @Property({ type: 'text', default: RefundBearer.VISIT })
  borneBy!: RefundBearer;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true })
  operator!: string;

  @Field(() => String, { description: 'Why, as both sides read it.' })
  @Property({ type: 'text' })
  reason!: string;

  @Field(() => DateTimeScalar, { description: 'When it was decided.' })
  @Property({ type: 'timestamptz' })
  at!: Date;
}
