import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { ownsProvider, viewerHasRole, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Booking } from '../bookings/index.ts';
import { Provider } from '../providers/index.ts';

export enum IncidentKind {
  LATE_CANCELLATION = 'LATE_CANCELLATION',
  NO_SHOW = 'NO_SHOW',
}
registerEnumType(IncidentKind, {
  name: 'IncidentKind',
  description: 'What a provider did to a visit that a household counted on.',
  valuesConfig: {
    LATE_CANCELLATION: { description: 'Called it off, or dropped out, less than 24 hours before its start.' },
    NO_SHOW: { description: 'Did not come, as the household reported.' },
  },
});

/** Written once and never changed; leaving a visit for one's safety is none. */
@ObjectType({ description: 'Something a provider did to a visit, on record for operators.' })
@Index({ properties: ['provider', 'id'] })
@Unique({ properties: ['booking', 'provider', 'kind'] })
@Entity({
  tableName: 'incident',
  ...visibleRows('incident', `${ownsProvider('provider_id')} or ${viewerHasRole('OPERATOR')}`),
})
export class Incident {
  @Field(() => ID, { description: 'Identifies the incident.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true, deleteRule: 'cascade' })
  provider!: string;

  @Field(() => ID, { name: 'bookingId', description: 'The visit.' })
  @ManyToOne({ entity: () => Booking, mapToPk: true, deleteRule: 'cascade' })
  booking!: string;

  @Field(() => IncidentKind, { description: 'What it was.' })
  @Property({ type: 'text' })
  kind!: IncidentKind;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  @Property({ type: 'timestamptz' })
  at!: Date;
}
