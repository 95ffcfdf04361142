import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { LocalDateScalar, LocalTimeScalar } from '../../platform/scalars.ts';
import { Provider } from '../providers/index.ts';

@ObjectType({ description: 'Hours within one day, in wall time.' })
export class TimeSpan {
  @Field(() => LocalTimeScalar, { description: 'Beginning of the span.' })
  start!: string;

  @Field(() => LocalTimeScalar, { description: 'End of the span, exclusive.' })
  end!: string;
}

@ObjectType({ description: 'A day whose hours differ from the week plan.' })
@Unique({ properties: ['provider', 'date'] })
@Entity({ tableName: 'hours_exception' })
export class HoursException {
  @Field(() => ID, { description: 'Identifies the exception.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true, deleteRule: 'cascade' })
  provider!: string;

  @Field(() => LocalDateScalar, { description: 'The local day.' })
  @Property({ type: 'date' })
  date!: string;

  @Field(() => [TimeSpan], { description: 'Hours worked instead of the weekly ones; none means closed.' })
  @Property({ type: 'jsonb' })
  spans!: TimeSpan[];
}
