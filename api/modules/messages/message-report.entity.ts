import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { viewerAccount, viewerHasRole, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Account } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';
import { ReportReason, ReportState } from './message-report.enums.ts';
import { MessageSide } from './message-side.ts';
import { Message } from './message.entity.ts';

@ObjectType({ description: 'That somebody reported a message of the other side. Operators read it.' })
@Unique({ properties: ['message', 'reporter'] })
@Index({ properties: ['state', 'reportedAt'] })
@Entity({
  tableName: 'message_report',
  ...visibleRows('message_report', `reporter_id = ${viewerAccount} or ${viewerHasRole('OPERATOR')}`),
})
export class MessageReport {
  @Field(() => ID, { description: 'Identifies the report.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Message, mapToPk: true, deleteRule: 'cascade' })
  message!: string;

  @Index()
  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true })
  reporter!: string;

  @Field(() => MessageSide, { description: 'Which side reported it.' })
  @Property({ type: 'text' })
  side!: MessageSide;

  @Field(() => ReportReason, { description: 'Why.' })
  @Property({ type: 'text' })
  reason!: ReportReason;

  /** In the reporter's words. */
  @Property({ type: 'text', nullable: true })
  note!: Sealed | null;

  @Field(() => ReportState, { description: 'What became of it.' })
  @Property({ type: 'text' })
  state!: ReportState;

  @Field(() => DateTimeScalar, { description: 'When it was reported.' })
  @Property({ type: 'timestamptz' })
  reportedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When an operator decided; null while open.' })
  @Property({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;
}

export const SEALED_MESSAGE_REPORT = sealedTable<MessageReport>()('message_report', { note: 'note' });
