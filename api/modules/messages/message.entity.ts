import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Account } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';
import { IS_PARTY, isReported } from './message-visibility.ts';
import { MessageSide } from './message-side.ts';

@ObjectType({
  description:
    'A message about a booking. Its household and its provider read it, and operators once something was reported.',
})
@Unique({ properties: ['booking', 'sequence'] })
@Entity({ tableName: 'message', ...visibleRows('message', `${IS_PARTY} or ${isReported('message')}`) })
export class Message {
  @Field(() => ID, { description: 'Identifies the message.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  @Field(() => Int, { description: 'Its number within the conversation, from 1.' })
  @Property({ type: 'integer' })
  sequence!: number;

  @Field(() => MessageSide, { description: 'Which side wrote it.' })
  @Property({ type: 'text' })
  side!: MessageSide;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true })
  author!: string;

  /** The words as they are shown: what was masked was never kept. */
  @Property({ type: 'text' })
  body!: Sealed;

  @Field(() => Boolean, { description: 'Whether something that looked like contact details was taken out.' })
  @Property({ type: 'boolean' })
  masked!: boolean;

  @Field(() => DateTimeScalar, { description: 'When it was sent.' })
  @Property({ type: 'timestamptz' })
  sentAt!: Date;
}

export const SEALED_MESSAGE = sealedTable<Message>()('message', { body: 'body' });
