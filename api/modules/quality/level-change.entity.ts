import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { ownsProvider, viewerHasRole, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Provider, ProviderLevel } from '../providers/index.ts';
import type { LevelFigures } from './domain/levels.ts';

@ObjectType({ description: 'One change of level, for the provider themselves and for operators.' })
@Index({ properties: ['provider', 'id'] })
@Entity({
  tableName: 'level_change',
  ...visibleRows('level_change', `${ownsProvider('provider_id')} or ${viewerHasRole('OPERATOR')}`),
})
export class LevelChange {
  @Field(() => ID, { description: 'Identifies the change.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true, deleteRule: 'cascade' })
  provider!: string;

  @Field(() => ProviderLevel, { description: 'Level before.' })
  @Property({ type: 'text' })
  from!: ProviderLevel;

  @Field(() => ProviderLevel, { description: 'Level after.' })
  @Property({ type: 'text' })
  to!: ProviderLevel;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  @Property({ type: 'timestamptz' })
  at!: Date;

  /** What the rules looked at that night. */
  @Property({ type: 'jsonb' })
  figures!: LevelFigures;
}
