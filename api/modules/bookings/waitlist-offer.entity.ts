import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Provider } from '../providers/index.ts';
import { Booking } from './booking.entity.ts';
import { WaitlistEntry } from './waitlist-entry.entity.ts';

export enum WaitlistOfferStatus {
  OPEN = 'OPEN',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  LAPSED = 'LAPSED',
}
registerEnumType(WaitlistOfferStatus, {
  name: 'WaitlistOfferStatus',
  description: 'What became of an offer.',
  valuesConfig: {
    OPEN: { description: 'The time is kept for this household alone.' },
    ACCEPTED: { description: 'Taken.' },
    DECLINED: { description: 'Passed on to the next.' },
    LAPSED: { description: 'Left unanswered, and passed on to the next.' },
  },
});

@ObjectType({ description: 'A time that became free and is kept for one household of the waitlist alone.' })
// The same time is offered to an entry once: whoever did not want it is not asked again.
@Unique({ properties: ['entry', 'provider', 'startsAt'] })
@Entity({
  tableName: 'waitlist_offer',
  ...visibleRows('waitlist_offer', 'exists (select from waitlist_entry e where e.id = entry_id)'),
})
export class WaitlistOffer {
  @Field(() => ID, { description: 'Identifies the offer.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => WaitlistEntry, mapToPk: true, deleteRule: 'cascade' })
  entry!: string;

  /** The hold that keeps the time. */
  @Unique()
  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true })
  provider!: string;

  @Field(() => DateTimeScalar, { name: 'start', description: 'When the visit would begin.' })
  @Property({ type: 'timestamptz' })
  startsAt!: Date;

  @Field(() => WaitlistOfferStatus, { description: 'What became of it.' })
  @Property({ type: 'text' })
  status!: WaitlistOfferStatus;

  @Property({ type: 'timestamptz' })
  offeredAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it is kept.' })
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;
}
