import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Provider } from '../providers/index.ts';

@ObjectType({ description: 'Time a provider takes off.' })
@Index({ properties: ['provider', 'endsAt'] })
@Entity({ tableName: 'time_off' })
export class TimeOff {
  @Field(() => ID, { description: 'Identifies the time off.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true, deleteRule: 'cascade' })
  provider!: string;

  @Field(() => DateTimeScalar, { name: 'start', description: 'First instant of it.' })
  @Property({ type: 'timestamptz' })
  startsAt!: Date;

  @Field(() => DateTimeScalar, { name: 'end', description: 'Instant it is over.' })
  @Property({ type: 'timestamptz' })
  endsAt!: Date;

  @Field(() => String, { nullable: true, description: "The provider's own note." })
  @Property({ type: 'text', nullable: true })
  reason!: string | null;
}
