import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Account } from '../accounts/index.ts';
import { Booking } from '../bookings/index.ts';
import { Provider } from '../providers/index.ts';

@ObjectType({ description: "A household's review of one completed visit." })
@Index({ properties: ['provider', 'id'] })
@Entity({ tableName: 'review' })
export class Review {
  @Field(() => ID, { description: 'Identifies the review.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Unique()
  @ManyToOne({ entity: () => Booking, mapToPk: true })
  booking!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true })
  provider!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true })
  author!: string;

  @Field(() => Int, { description: 'Overall, 1 to 5.' })
  @Property({ type: 'smallint' })
  rating!: number;

  @Field(() => Int, { nullable: true, description: 'Punctuality, 1 to 5.' })
  @Property({ type: 'smallint', nullable: true })
  punctuality!: number | null;

  @Field(() => Int, { nullable: true, description: 'Quality of the work, 1 to 5.' })
  @Property({ type: 'smallint', nullable: true })
  quality!: number | null;

  @Field(() => Int, { nullable: true, description: 'Care for home and people, 1 to 5.' })
  @Property({ type: 'smallint', nullable: true })
  care!: number | null;

  @Field(() => Int, { nullable: true, description: 'Value for money, 1 to 5.' })
  @Property({ type: 'smallint', nullable: true })
  value!: number | null;

  @Field(() => String, { description: 'Words of the household; may be empty.' })
  @Property({ type: 'text' })
  text!: string;

  @Field(() => String, { description: 'First name or initial of the author.' })
  @Property({ type: 'text' })
  authorName!: string;

  /** The first item of the visit; its mean over all providers is the prior of R3. */
  @Index()
  @Property({ type: 'uuid' })
  itemId!: string;

  @Property({ type: 'jsonb' })
  itemName!: LocalizedText;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
