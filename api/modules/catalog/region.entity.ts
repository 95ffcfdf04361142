import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { RegionRules } from './region-rules.ts';

@ObjectType({ description: 'A city with its currency, time zone, language and rules.' })
@Entity({ tableName: 'region' })
export class Region {
  @Field(() => ID, { description: 'Identifies the region.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => String, { description: 'Short stable name, e.g. hangzhou.' })
  @Unique()
  @Property({ type: 'text' })
  code!: string;

  @Property({ type: 'jsonb' })
  name!: LocalizedText;

  @Field(() => String, { description: 'ISO 4217 code of all prices in the region.' })
  @Property({ type: 'text' })
  currency!: string;

  @Field(() => String, { description: 'IANA zone of all wall times in the region.' })
  @Property({ type: 'text' })
  timeZone!: string;

  @Field(() => String, { description: 'Language most people there read: en or zh-CN.' })
  @Property({ type: 'text' })
  locale!: string;

  @Property({ type: 'double' })
  latitude!: number;

  @Property({ type: 'double' })
  longitude!: number;

  /** Places farther from the centre than this are outside the region. */
  @Property({ type: 'integer' })
  radiusMetres!: number;

  @Property({ type: 'jsonb' })
  rules!: RegionRules;
}
