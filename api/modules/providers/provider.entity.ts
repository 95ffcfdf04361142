import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { Account } from '../accounts/index.ts';
import { Place, ProviderLevel, Region } from '../catalog/index.ts';
import { Business } from './business.entity.ts';
import { Gender, ProviderStatus, TravelMode } from './provider.enums.ts';
import { SERVICE_AREA_SQL } from './service-area.ts';

@ObjectType({ description: 'A person who does visits. Everything here is public.' })
@Index({
  name: 'provider_service_area',
  expression: `create index "provider_service_area" on "provider" using gist (${SERVICE_AREA_SQL})`,
})
@Entity({ tableName: 'provider' })
export class Provider {
  @Field(() => ID, { description: 'Identifies the provider.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Unique()
  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true })
  account!: string | null;

  @Index()
  @ManyToOne({ entity: () => Region, mapToPk: true })
  region!: string;

  /** The business they work for; null for whoever works for themselves. */
  @Index()
  @ManyToOne({ entity: () => Business, mapToPk: true, nullable: true })
  business?: string | null;

  @Property({ type: 'jsonb' })
  displayName!: LocalizedText;

  @Property({ type: 'jsonb' })
  headline!: LocalizedText;

  @Property({ type: 'jsonb' })
  about!: LocalizedText;

  @Property({ type: 'jsonb' })
  specialities!: LocalizedText[];

  @Field(() => Int, { description: 'Seed of the portrait that is drawn by code.' })
  @Property({ type: 'integer' })
  portraitSeed!: number;

  @Field(() => [String], { description: 'BCP 47 tags of the languages spoken.' })
  @Property({ type: 'text[]' })
  languages!: string[];

  @Field(() => Int, { description: 'Years in the trade.' })
  @Property({ type: 'integer' })
  yearsExperience!: number;

  @Field(() => Gender, { description: 'As the provider states it; households may filter by it.' })
  @Property({ type: 'text' })
  gender!: Gender;

  @Field(() => ProviderLevel, { description: 'Standing by published rules.' })
  @Property({ type: 'text' })
  level!: ProviderLevel;

  @Field(() => ProviderStatus, { description: 'Whether the provider takes part at present.' })
  @Property({ type: 'text' })
  status!: ProviderStatus;

  /** Since when an operator has an application or an appeal of theirs to answer. Changes with the status, and only there. */
  @Index()
  @Property({ type: 'timestamptz', nullable: true })
  awaitingSince?: Date | null;

  @Field(() => TravelMode, { description: 'How the provider gets to a visit.' })
  @Property({ type: 'text' })
  travelMode!: TravelMode;

  /** The neighbourhood that `latitude` and `longitude` were taken from; null where they were given otherwise, or not yet. */
  @Index()
  @ManyToOne({ entity: () => Place, mapToPk: true, nullable: true, deleteRule: 'set null' })
  startPlace?: string | null;

  /** Where the provider starts from; never public. */
  @Property({ type: 'double' })
  latitude!: number;

  @Property({ type: 'double' })
  longitude!: number;

  @Field(() => Int, { description: 'Visits lie at most this far from where the provider starts.' })
  @Property({ type: 'integer' })
  serviceRadiusMetres!: number;

  @Field(() => Boolean, { description: 'Whether households can come to a studio.' })
  @Property({ type: 'boolean' })
  hasStudio!: boolean;

  @Field(() => Boolean, { description: 'Whether a booking is confirmed at once, without a request.' })
  @Property({ type: 'boolean' })
  instantBooking!: boolean;

  /** Null: the region's rule holds (A3). */
  @Property({ type: 'integer', nullable: true })
  noticeMinutes!: number | null;

  @Property({ type: 'integer', nullable: true })
  maxVisitsPerDay!: number | null;

  @Property({ type: 'integer', nullable: true })
  maxMinutesPerDay!: number | null;

  @Field(() => Int, { description: 'Visits completed so far.' })
  @Property({ type: 'integer', default: 0 })
  completedVisits!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of visits of the last 90 days that began on time, 0 to 1; null before the first.',
  })
  @Property({ type: 'double', nullable: true })
  onTimeShare!: number | null;

  @Property({ type: 'integer', default: 0 })
  ratingCount!: number;

  @Property({ type: 'integer', default: 0 })
  ratingSum!: number;

  @Property({ type: 'integer', default: 0 })
  ratingSumOfSquares!: number;

  /** The published Bayesian mean and its 95 % interval (R3); null before the first review. */
  @Property({ type: 'double', nullable: true })
  ratingMean!: number | null;

  @Property({ type: 'double', nullable: true })
  ratingLower!: number | null;

  @Property({ type: 'double', nullable: true })
  ratingUpper!: number | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
