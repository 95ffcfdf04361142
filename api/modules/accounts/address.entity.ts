import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, ObjectType } from 'type-graphql';
import { Account } from './account.entity.ts';

@ObjectType({ description: 'A place of a household where visits happen. Only its own household ever reads this type.' })
@Entity({ tableName: 'address' })
export class Address {
  @Field(() => ID, { description: 'Identifies the address.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Account, mapToPk: true, deleteRule: 'cascade' })
  account!: string;

  @Field(() => ID, { description: 'The region the address lies in.' })
  @Property({ type: 'uuid' })
  regionId!: string;

  @Field(() => String, { description: "The household's own name for it, e.g. Home." })
  @Property({ type: 'text' })
  label!: string;

  @Field(() => String, { description: 'Street, building and flat.' })
  @Property({ type: 'text' })
  line!: string;

  @Field(() => String, { description: 'District or neighbourhood; shown to a provider before confirmation.' })
  @Property({ type: 'text' })
  district!: string;

  @Field(() => Float, { description: 'Latitude in degrees, WGS 84.' })
  @Property({ type: 'double' })
  latitude!: number;

  @Field(() => Float, { description: 'Longitude in degrees, WGS 84.' })
  @Property({ type: 'double' })
  longitude!: number;

  @Field(() => String, {
    nullable: true,
    description: 'How to get in; taken over into a booking unless that has its own.',
  })
  @Property({ type: 'text', nullable: true })
  doorNote!: string | null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
