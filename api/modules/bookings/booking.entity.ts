import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import {
  viewerAccount,
  viewerHasRole,
  viewerHousehold,
  ownsProvider,
  visibleRows,
} from '../../platform/row-policies.ts';
import { sealedTable } from '../../platform/vault.ts';
import type { Sealed, Unsealed } from '../../platform/vault.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Account } from '../accounts/index.ts';
import { Reservation } from '../availability/index.ts';
import { Region, Venue } from '../catalog/index.ts';
import type { RegionRules } from '../catalog/index.ts';
import type { StoredQuote } from '../pricing/index.ts';
import { Provider } from '../providers/index.ts';
import { BookingState } from './booking.enums.ts';

/** One item of a visit as it was booked. */
export interface BookedItem {
  readonly itemId: string;
  readonly units: number;
  readonly optionIds: readonly string[];
  readonly durationMinutes: number;
}

@ObjectType({ description: 'A visit, from the hold to its end. Its household, its provider and operators read it.' })
@Index({ properties: ['household', 'startsAt'] })
@Index({ properties: ['provider', 'startsAt'] })
@Index({ properties: ['state', 'endsAt'] })
@Entity({
  tableName: 'booking',
  ...visibleRows(
    'booking',
    `household_id = ${viewerHousehold} or household_id = ${viewerAccount} or ${ownsProvider('provider_id')} or ${viewerHasRole('OPERATOR')}`,
  ),
})
export class Booking {
  @Field(() => ID, { description: 'Identifies the booking.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => String, { description: 'Short name for people, e.g. D-7K2M9Q.' })
  @Unique()
  @Property({ type: 'text' })
  reference!: string;

  @Unique()
  @ManyToOne({ entity: () => Reservation, mapToPk: true })
  reservation!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true })
  household!: string;

  /** The member who booked it; null for visits from before households had members. */
  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true })
  bookedBy!: string | null;

  @ManyToOne({ entity: () => Provider, mapToPk: true })
  provider!: string;

  @ManyToOne({ entity: () => Region, mapToPk: true })
  region!: string;

  @Field(() => BookingState, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  state!: BookingState;

  @Field(() => Int, { description: 'Grows with every transition.' })
  @Property({ type: 'integer' })
  version!: number;

  /** Grows when the visit moves or ends early; a reminder of an older generation is dropped. */
  @Property({ type: 'integer', default: 1 })
  generation!: number;

  @Field(() => DateTimeScalar, { name: 'start', description: 'When the visit begins.' })
  @Property({ type: 'timestamptz' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { name: 'end', description: 'When the visit is over.' })
  @Property({ type: 'timestamptz' })
  endsAt!: Date;

  @Field(() => String, { description: 'IANA zone of the visit.' })
  @Property({ type: 'text' })
  timeZone!: string;

  @Field(() => Venue, { description: 'Where it takes place.' })
  @Property({ type: 'text' })
  venue!: Venue;

  @Property({ type: 'double' })
  latitude!: number;

  @Property({ type: 'double' })
  longitude!: number;

  @Property({ type: 'text', nullable: true })
  addressLine!: Sealed | null;

  @Property({ type: 'text', nullable: true })
  district!: string | null;

  @Property({ type: 'text', nullable: true })
  doorNote!: Sealed | null;

  /** What the household wants the provider to know. */
  @Property({ type: 'text', nullable: true })
  note!: Sealed | null;

  @Property({ type: 'jsonb' })
  items!: BookedItem[];

  /** The price as agreed; never computed again (C3). */
  @Property({ type: 'jsonb' })
  storedQuote!: StoredQuote;

  /** The policy as it was when the hold was placed (B5). */
  @Property({ type: 'jsonb' })
  cancellationPolicy!: RegionRules['cancellation'];

  /** The platform's rate as it was when the hold was placed (M4), in hundredths of a percent. */
  @Property({ type: 'integer', default: 0 })
  commissionBasisPoints!: number;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When the hold lapses; null once it is confirmed or over.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  holdExpiresAt!: Date | null;

  @Property({ type: 'boolean', default: false })
  holdRenewed!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When an unanswered request lapses; null where none is open.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  requestExpiresAt!: Date | null;

  @Property({ type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  /** Who ended it early: HOUSEHOLD, PROVIDER, OPERATOR or SYSTEM. */
  @Field(() => String, { nullable: true, description: 'Role of who cancelled.' })
  @Property({ type: 'text', nullable: true })
  cancelledBy!: string | null;

  @Property({ type: 'integer', nullable: true })
  cancellationFeeAmount!: number | null;

  /** Share of the total that cancelling costs at least, since the visit was moved when it cost that much. */
  @Property({ type: 'integer', default: 0 })
  feeFloorPercent?: number;

  /** Whether the one free move close to the visit was made (B5). */
  @Property({ type: 'boolean', default: false })
  lateMoveUsed?: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Until when somebody else is sought, since the provider dropped out or cannot do it; null while the provider comes.',
  })
  @Property({ type: 'timestamptz', nullable: true })
  substituteSoughtUntil?: Date | null;

  /** Whether the time is kept for the household because its turn on the waitlist has come (B9), not because it asked. */
  @Property({ type: 'boolean', default: false })
  offeredFromWaitlist?: boolean;

  @Property({ type: 'timestamptz', nullable: true })
  completedAt!: Date | null;

  /** Whether the provider left it because they were not safe. */
  @Field(() => Boolean, { description: 'Whether it ended early because the provider was not safe.' })
  @Property({ type: 'boolean', default: false })
  leftUnsafe?: boolean;

  @Field(() => DateTimeScalar, { description: 'When the hold was placed.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}

export const SEALED_BOOKING = sealedTable<Booking>()('booking', {
  addressLine: 'address_line',
  doorNote: 'door_note',
  note: 'note',
});
export type UnsealedBooking = Unsealed<Booking, 'addressLine' | 'doorNote' | 'note'>;
