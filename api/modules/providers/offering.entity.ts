import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { ServiceItem } from '../catalog/index.ts';
import { Provider } from './provider.entity.ts';

@ObjectType({ description: "A provider's own version of an item." })
@Unique({ properties: ['provider', 'item'] })
@Entity({ tableName: 'offering' })
export class Offering {
  @Field(() => ID, { description: 'Identifies the offering.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true, deleteRule: 'cascade' })
  provider!: string;

  @Index()
  @ManyToOne({ entity: () => ServiceItem, mapToPk: true })
  item!: string;

  @Field(() => Boolean, { description: 'Whether the provider offers it at present.' })
  @Property({ type: 'boolean' })
  enabled!: boolean;

  /** The provider's price in minor units, within the item's band. */
  @Property({ type: 'integer' })
  priceAmount!: number;
}
