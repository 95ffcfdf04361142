import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { visibleRows } from '../../platform/row-policies.ts';
import { Booking } from '../bookings/index.ts';
import { IS_PARTY, isReported } from './message-visibility.ts';

/** Counts the messages of a booking. Whoever sends holds its row, so that numbers are given in the order of the commits. */
@Entity({
  tableName: 'message_thread',
  ...visibleRows('message_thread', `${IS_PARTY} or ${isReported('message_thread')}`),
})
export class MessageThread {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Unique()
  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  @Property({ type: 'integer' })
  lastSequence!: number;

  @Property({ type: 'timestamptz' })
  lastMessageAt!: Date;
}
