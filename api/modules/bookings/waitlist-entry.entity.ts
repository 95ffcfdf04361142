import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { viewerAccount, viewerHousehold, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar, LocalDateScalar, LocalTimeScalar } from '../../platform/scalars.ts';
import { Account, Address } from '../accounts/index.ts';
import { Region } from '../catalog/index.ts';
import type { Venue } from '../catalog/index.ts';
import { Provider } from '../providers/index.ts';

export enum WaitlistStatus {
  WAITING = 'WAITING',
  OFFERED = 'OFFERED',
  TAKEN = 'TAKEN',
  LEFT = 'LEFT',
  ENDED = 'ENDED',
}
registerEnumType(WaitlistStatus, {
  name: 'WaitlistStatus',
  description: 'Where an entry of the waitlist stands.',
  valuesConfig: {
    WAITING: { description: 'No time is free for it yet.' },
    OFFERED: { description: 'A time is kept for it alone, for a quarter of an hour.' },
    TAKEN: { description: 'The household took a time.' },
    LEFT: { description: 'The household left the list.' },
    ENDED: { description: 'Its days have passed, or three offers in a row were left unanswered.' },
  },
});

/** One item of the visit that is waited for, as it was chosen. */
export interface WantedItem {
  readonly itemId: string;
  readonly units: number | null;
  readonly optionIds: readonly string[];
}

@ObjectType({
  description: 'A visit for which no time is free yet; its household is offered the first that becomes free.',
})
@Index({ properties: ['status', 'region', 'joinedAt'] })
@Index({ properties: ['household', 'joinedAt'] })
@Entity({
  tableName: 'waitlist_entry',
  ...visibleRows('waitlist_entry', `household_id = ${viewerHousehold} or household_id = ${viewerAccount}`),
})
export class WaitlistEntry {
  @Field(() => ID, { description: 'Identifies the entry.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  household!: string;

  /** The member who joined. */
  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true, deleteRule: 'set null' })
  joinedBy!: string | null;

  @ManyToOne({ entity: () => Region, mapToPk: true })
  region!: string;

  /** Null where anybody will do. */
  @Index()
  @ManyToOne({ entity: () => Provider, mapToPk: true, nullable: true })
  provider!: string | null;

  @Property({ type: 'jsonb' })
  items!: WantedItem[];

  @Property({ type: 'text' })
  venue!: Venue;

  /** Null at a studio, and where only a point was given. */
  @ManyToOne({ entity: () => Address, mapToPk: true, nullable: true, deleteRule: 'cascade' })
  address!: string | null;

  /** Of the place where no address was given; null else. */
  @Property({ type: 'double', nullable: true })
  latitude!: number | null;

  @Property({ type: 'double', nullable: true })
  longitude!: number | null;

  @Field(() => LocalDateScalar, { name: 'from', description: 'First local day.' })
  @Property({ type: 'date' })
  firstDay!: string;

  @Field(() => LocalDateScalar, { name: 'to', description: 'Last local day, inclusive.' })
  @Property({ type: 'date' })
  lastDay!: string;

  @Field(() => LocalTimeScalar, { nullable: true, description: 'Starts no earlier in the day than this.' })
  @Property({ type: 'text', nullable: true })
  earliest!: string | null;

  @Field(() => LocalTimeScalar, { nullable: true, description: 'Starts no later in the day than this.' })
  @Property({ type: 'text', nullable: true })
  latest!: string | null;

  @Field(() => WaitlistStatus, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  status!: WaitlistStatus;

  /** Offers in a row that were left unanswered. */
  @Property({ type: 'integer', default: 0 })
  unanswered!: number;

  @Field(() => DateTimeScalar, { description: 'Since when; whoever joined first is offered first.' })
  @Property({ type: 'timestamptz' })
  joinedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;
}

/** States in which an entry still counts. */
export const OPEN_ENTRIES: readonly WaitlistStatus[] = [WaitlistStatus.WAITING, WaitlistStatus.OFFERED];
