import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';

@ObjectType({ description: 'A branch of the catalogue; the tree has two levels.' })
@Entity({ tableName: 'service_category' })
export class ServiceCategory {
  @Field(() => ID, { description: 'Identifies the category.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => ServiceCategory, mapToPk: true, nullable: true })
  parent!: string | null;

  @Field(() => String, { description: 'Short stable name, e.g. cleaning.' })
  @Unique()
  @Property({ type: 'text' })
  code!: string;

  @Property({ type: 'jsonb' })
  name!: LocalizedText;

  @Field(() => String, { description: 'Name of the line icon that stands for it.' })
  @Property({ type: 'text' })
  icon!: string;

  @Property({ type: 'integer' })
  position!: number;
}
