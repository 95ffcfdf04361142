import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { Region } from './region.entity.ts';

@ObjectType({ description: 'A named neighbourhood that a visitor can pick without giving an address.' })
@Entity({ tableName: 'place' })
export class Place {
  @Field(() => ID, { description: 'Identifies the place.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Region, mapToPk: true, deleteRule: 'cascade' })
  region!: string;

  @Property({ type: 'jsonb' })
  name!: LocalizedText;

  @Field(() => Float, { description: 'Latitude in degrees, WGS 84.' })
  @Property({ type: 'double' })
  latitude!: number;

  @Field(() => Float, { description: 'Longitude in degrees, WGS 84.' })
  @Property({ type: 'double' })
  longitude!: number;
}
