import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { ServiceItem } from './service-item.entity.ts';

@ObjectType({ description: 'An extra of an item, with its own price and minutes.' })
@Entity({ tableName: 'service_option' })
export class ServiceOption {
  @Field(() => ID, { description: 'Identifies the option.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => ServiceItem, mapToPk: true, deleteRule: 'cascade' })
  item!: string;

  @Property({ type: 'jsonb' })
  name!: LocalizedText;

  @Property({ type: 'integer' })
  priceAmount!: number;

  @Property({ type: 'text' })
  currency!: string;

  @Field(() => Int, { description: 'Minutes it adds to the visit.' })
  @Property({ type: 'integer' })
  minutes!: number;

  @Property({ type: 'integer' })
  position!: number;
}
