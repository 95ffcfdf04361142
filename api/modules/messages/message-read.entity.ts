import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { visibleRows } from '../../platform/row-policies.ts';
import { Account } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';
import { IS_PARTY } from './message-visibility.ts';
import type { MessageSide } from './message-side.ts';

/** How far somebody has read a conversation. Both sides see how far the other is. */
@Unique({ properties: ['booking', 'account'] })
@Entity({ tableName: 'message_read', ...visibleRows('message_read', IS_PARTY) })
export class MessageRead {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  @Property({ type: 'text' })
  side!: MessageSide;

  /** Number of the last message that was read. */
  @Property({ type: 'integer' })
  readTo!: number;

  @Property({ type: 'timestamptz' })
  readAt!: Date;
}
