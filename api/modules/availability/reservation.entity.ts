import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Provider } from '../providers/index.ts';

/**
 * Time of a provider that is taken. A row lives while `state` is HELD or BOOKED; two live rows of one provider cannot
 * overlap, because PostgreSQL refuses the second (B2).
 */
@Check({
  name: 'reservation_no_overlap',
  expression: `exclude using gist (provider_id with =, occupied with &&) where (state in ('HELD', 'BOOKED'))`,
})
@Index({
  name: 'reservation_live_ends',
  expression: `create index "reservation_live_ends" on "reservation" ("provider_id", "occupied_end") where state in ('HELD', 'BOOKED')`,
})
@Entity({ tableName: 'reservation' })
export class Reservation {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true })
  provider!: string;

  @Property({ type: 'text' })
  state!: 'HELD' | 'BOOKED' | 'RELEASED';

  /** `[start − buffer before, end + buffer after)`. */
  @Property({ columnType: 'tstzrange', type: 'string' })
  occupied!: string;

  /** Upper end of `occupied`, for the index that reads by time. */
  @Property({ type: 'timestamptz' })
  occupiedEnd!: Date;

  @Property({ type: 'timestamptz' })
  startsAt!: Date;

  @Property({ type: 'timestamptz' })
  endsAt!: Date;

  @Property({ type: 'double' })
  latitude!: number;

  @Property({ type: 'double' })
  longitude!: number;

  /** When a HELD row lapses; null once BOOKED. */
  @Property({ type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;
}
