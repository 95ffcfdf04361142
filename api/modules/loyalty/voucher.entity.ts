import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { viewerHasRole, viewerHousehold, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Account } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';

@ObjectType({ description: 'What a household may take off the price of its next visit, once.' })
@Index({ properties: ['household', 'expiresAt'] })
@Index({ properties: ['usedFor'] })
@Entity({
  tableName: 'voucher',
  ...visibleRows('voucher', `household_id = ${viewerHousehold} or ${viewerHasRole('OPERATOR')}`),
})
export class Voucher {
  @Field(() => ID, { description: 'Identifies the voucher.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true })
  household!: string;

  /** Minor units. */
  @Property({ type: 'integer', check: 'amount_minor > 0' })
  amountMinor!: number;

  @Property({ type: 'text' })
  currency!: string;

  /** The visit that was called off; one voucher for each. */
  @Unique()
  @ManyToOne({ entity: () => Booking, mapToPk: true })
  issuedFor!: string;

  @Field(() => DateTimeScalar, { description: 'When it was given.' })
  @Property({ type: 'timestamptz' })
  issuedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'From when on it can no longer be used.' })
  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  /** The visit whose price it lowers. It is free again when that one comes to nothing and costs nothing. */
  @ManyToOne({ entity: () => Booking, mapToPk: true, nullable: true })
  usedFor!: string | null;
}
