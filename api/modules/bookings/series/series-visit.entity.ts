import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { visibleRows } from '../../../platform/row-policies.ts';
import { LocalDateScalar } from '../../../platform/scalars.ts';
import type { StoredQuote } from '../../pricing/index.ts';
import { Booking } from '../booking.entity.ts';
import { BookingSeries } from './booking-series.entity.ts';
import { SeriesDateStatus, SeriesVisitStatus } from './series.enums.ts';

/** One date of a series: reserved as a booking, waiting for bookings to open, or without a time. */
@ObjectType({ description: 'One date of a series.' })
@Unique({ properties: ['series', 'date'] })
@Entity({
  tableName: 'series_visit',
  ...visibleRows('series_visit', 'exists (select from booking_series s where s.id = series_id)'),
})
export class SeriesVisit {
  @Field(() => ID, { description: 'Identifies the date.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => BookingSeries, mapToPk: true, deleteRule: 'cascade' })
  series!: string;

  @Field(() => LocalDateScalar, { description: 'The local day that the rule of the series gives.' })
  @Property({ type: 'date' })
  date!: string;

  /** When it is to begin; once it is reserved, its booking says when. */
  @Property({ type: 'timestamptz' })
  startsAt!: Date;

  @Field(() => SeriesVisitStatus, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  status!: SeriesVisitStatus;

  @Field(() => SeriesDateStatus, { nullable: true, description: 'Why it could not be reserved; null else.' })
  @Property({ type: 'text', nullable: true })
  reason!: SeriesDateStatus | null;

  @Unique()
  @ManyToOne({ entity: () => Booking, mapToPk: true, nullable: true })
  booking!: string | null;

  /** The price agreed when the series was accepted. */
  @Property({ type: 'jsonb' })
  storedQuote!: StoredQuote;
}
