import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  ownsProvider,
  viewerAccount,
  viewerHasRole,
  viewerHousehold,
  visibleRows,
} from '../../../platform/row-policies.ts';
import { DateTimeScalar, LocalDateScalar, LocalTimeScalar } from '../../../platform/scalars.ts';
import { Account } from '../../accounts/index.ts';
import { Region } from '../../catalog/index.ts';
import { Provider } from '../../providers/index.ts';
import type { BookedItem } from '../booking.entity.ts';

/**
 * Visits that return at the same wall time with one provider (B7). Where they take place and what was said about them stands on
 * the bookings: one that is reserved later takes it over from the one before.
 */
@ObjectType({ description: 'Visits that return at the same local time with one provider.' })
@Index({ properties: ['household', 'createdAt'] })
@Index({ properties: ['provider'] })
@Entity({
  tableName: 'booking_series',
  ...visibleRows(
    'booking_series',
    `household_id = ${viewerHousehold} or household_id = ${viewerAccount} or ${ownsProvider('provider_id')} or ${viewerHasRole('OPERATOR')}`,
  ),
})
export class BookingSeries {
  @Field(() => ID, { description: 'Identifies the series.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true })
  household!: string;

  /** The member who accepted it. */
  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true })
  bookedBy!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true })
  provider!: string;

  @ManyToOne({ entity: () => Region, mapToPk: true })
  region!: string;

  @Field(() => String, { description: 'IANA zone of its local times.' })
  @Property({ type: 'text' })
  timeZone!: string;

  @Field(() => LocalTimeScalar, { description: 'When its visits begin, on the clock on the wall.' })
  @Property({ type: 'text' })
  localTime!: string;

  @Field(() => Int, { description: 'Weeks from one round to the next: 1, 2 or 4.' })
  @Property({ type: 'integer' })
  everyWeeks!: number;

  @Field(() => [Int], { description: 'Days of the week, 1 = Monday … 7 = Sunday.' })
  @Property({ type: 'jsonb' })
  weekdays!: number[];

  @Property({ type: 'jsonb' })
  items!: BookedItem[];

  /** Minutes of each visit. */
  @Property({ type: 'integer' })
  minutes!: number;

  /** Token of the card at the gateway, for the visits that are paid for as they near. */
  @Property({ type: 'text' })
  paymentMethod!: string;

  /** Grows with each change of the card, so that a new one is asked anew. */
  @Property({ type: 'integer', default: 1 })
  cardVersion!: number;

  @Field(() => LocalDateScalar, { description: 'The prices agreed hold up to this local day, the last of the series.' })
  @Property({ type: 'date' })
  priceLockedUntil!: string;

  @Field(() => DateTimeScalar, { description: 'When it was accepted.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When what was left of it was called off; null else.' })
  @Property({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
