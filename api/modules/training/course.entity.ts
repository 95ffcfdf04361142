import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';

@ObjectType({ description: 'A course whose certificate an item can require.' })
@Entity({ tableName: 'course' })
export class Course {
  @Field(() => ID, { description: 'Identifies the course.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => String, { description: 'Stable name, e.g. SAFE_CLEANING.' })
  @Unique()
  @Property({ type: 'text' })
  code!: string;

  /** The name of the published version, or of the first draft until there is one. */
  @Property({ type: 'jsonb' })
  name!: LocalizedText;

  /** Since when nobody new takes it; null while it is in use. */
  @Property({ type: 'timestamptz', nullable: true })
  retiredAt!: Date | null;
}
