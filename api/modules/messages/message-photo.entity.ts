import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { visibleRows } from '../../platform/row-policies.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Account } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';
import { IS_PARTY, isReported } from './message-visibility.ts';
import { Message } from './message.entity.ts';

@ObjectType({
  description: 'A photo of a message. Whoever reads the message sees it; before it is sent, only whoever uploaded it.',
})
@Entity({
  tableName: 'message_photo',
  ...visibleRows('message_photo', `${IS_PARTY} or ${isReported('message_photo')}`),
})
export class MessagePhoto {
  @Field(() => ID, { description: 'Identifies the photo.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true })
  author!: string;

  /** Null until it is sent; what is not sent is swept away. */
  @Index()
  @ManyToOne({ entity: () => Message, mapToPk: true, nullable: true, deleteRule: 'cascade' })
  message!: string | null;

  /** Place among the photos of its message, from 0. */
  @Property({ type: 'integer', default: 0 })
  position!: number;

  /** What it is called when it is saved; of our making. */
  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  contentType!: string;

  @Property({ type: 'integer' })
  bytes!: number;

  @Field(() => Int, { description: 'Its width in pixels.' })
  @Property({ type: 'integer' })
  width!: number;

  @Field(() => Int, { description: 'Its height in pixels.' })
  @Property({ type: 'integer' })
  height!: number;

  /** Where the file store keeps it. */
  @Property({ type: 'text' })
  fileKey!: string;

  /** Without this the file can never be read again. */
  @Property({ type: 'text' })
  documentKey!: Sealed;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}

export const SEALED_MESSAGE_PHOTO = sealedTable<MessagePhoto>()('message_photo', { documentKey: 'document_key' });
