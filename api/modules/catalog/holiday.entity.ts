import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { LocalDateScalar } from '../../platform/scalars.ts';
import { Region } from './region.entity.ts';

@ObjectType({ description: 'A public holiday of a region; visits on it may cost more.' })
@Unique({ properties: ['region', 'date'] })
@Entity({ tableName: 'holiday' })
export class Holiday {
  @Field(() => ID, { description: 'Identifies the holiday.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Region, mapToPk: true, deleteRule: 'cascade' })
  region!: string;

  @Field(() => LocalDateScalar, { description: 'The local day.' })
  @Property({ type: 'date' })
  date!: string;

  @Property({ type: 'jsonb' })
  name!: LocalizedText;
}
