import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import { LocalTimeScalar } from '../../platform/scalars.ts';
import { Provider } from '../providers/index.ts';

@ObjectType({ description: 'A span of the weekly working hours, in wall time of the region.' })
@Entity({ tableName: 'working_span' })
export class WorkingSpan {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Provider, mapToPk: true, deleteRule: 'cascade' })
  provider!: string;

  @Field(() => Int, { description: '1 is Monday, 7 is Sunday.' })
  @Property({ type: 'smallint' })
  weekday!: number;

  @Field(() => LocalTimeScalar, { description: 'Beginning of the span.' })
  @Property({ type: 'text' })
  start!: string;

  @Field(() => LocalTimeScalar, { description: 'End of the span, exclusive; 24:00 is the end of the day.' })
  @Property({ type: 'text' })
  end!: string;

  /** Which ISO weeks it holds in: EVERY, ODD or EVEN (A1). */
  @Property({ type: 'text' })
  weeks!: 'EVERY' | 'ODD' | 'EVEN';
}
