import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { viewerAccount, viewerHasRole, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed } from '../../platform/vault.ts';
import { Account } from '../accounts/index.ts';

export enum DeliveryStatus {
  QUEUED = 'QUEUED',
  SENT = 'SENT',
  FAILED = 'FAILED',
}
registerEnumType(DeliveryStatus, {
  name: 'DeliveryStatus',
  description: 'What became of a message.',
  valuesConfig: {
    QUEUED: { description: 'Waiting to be sent.' },
    SENT: { description: 'Handed to its transport.' },
    FAILED: { description: 'The transport refused it.' },
  },
});

export enum DeliveryChannel {
  SMS = 'SMS',
  EMAIL = 'EMAIL',
}
registerEnumType(DeliveryChannel, {
  name: 'DeliveryChannel',
  description: 'How a message travels.',
  valuesConfig: { SMS: { description: 'Text message.' }, EMAIL: { description: 'E-mail.' } },
});

@ObjectType({ description: 'A message to a person. Only operators read this type.' })
@Index({ properties: ['bookingId'] })
@Entity({
  tableName: 'delivery',
  ...visibleRows('delivery', `account_id = ${viewerAccount} or ${viewerHasRole('OPERATOR')}`),
})
export class Delivery {
  @Field(() => ID, { description: 'Identifies the delivery.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  /** Subject, kind, generation and recipient: the same message is never written twice. */
  @Unique()
  @Property({ type: 'text' })
  dedupeKey!: string;

  /** Null where it goes to an address that has no account yet. */
  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true })
  account!: string | null;

  @Field(() => DeliveryChannel, { description: 'How it travels.' })
  @Property({ type: 'text' })
  channel!: DeliveryChannel;

  @Field(() => String, { description: 'What it is about, e.g. visit-reminder-24h.' })
  @Property({ type: 'text' })
  kind!: string;

  /** Phone number or e-mail address. */
  @Property({ type: 'text' })
  recipient!: Sealed;

  /** Subject line of an e-mail. */
  @Property({ type: 'text', nullable: true })
  subject!: Sealed | null;

  /** The words. */
  @Property({ type: 'text' })
  body!: Sealed;

  @Field(() => DeliveryStatus, { description: 'What became of it.' })
  @Property({ type: 'text' })
  status!: DeliveryStatus;

  @Field(() => String, { description: 'Who carried it: twilio, smtp, or outbox when messages stay here.' })
  @Property({ type: 'text' })
  transport!: string;

  /** Whether its words let whoever reads them into an account, so that only its reader may. */
  @Property({ type: 'boolean', default: false })
  secret!: boolean;

  @Field(() => ID, { nullable: true, description: 'The booking it is about.' })
  @Property({ type: 'uuid', nullable: true })
  bookingId!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the transport took it.' })
  @Property({ type: 'timestamptz', nullable: true })
  sentAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the transport refused it.' })
  @Property({ type: 'text', nullable: true })
  error!: string | null;
}

export const SEALED_DELIVERY = sealedTable<Delivery>()('delivery', {
  recipient: 'recipient',
  subject: 'subject',
  body: 'body',
});
