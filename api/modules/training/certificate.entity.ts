import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../../platform/scalars.ts';
import { Provider } from '../providers/index.ts';
import { CourseVersion } from './course-version.entity.ts';
import { Course } from './course.entity.ts';

/** Counts exactly as a credential does (P3, Q8). */
@ObjectType({ description: 'Proof that a provider passed a course.' })
@Index({ properties: ['provider', 'course'] })
@Entity({ tableName: 'certificate' })
export class Certificate {
  @Field(() => ID, { description: 'Identifies the certificate.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true, deleteRule: 'cascade' })
  provider!: string;

  @ManyToOne({ entity: () => Course, mapToPk: true })
  course!: string;

  /** What was passed; null for those from before courses had versions. */
  @ManyToOne({ entity: () => CourseVersion, mapToPk: true, nullable: true, deleteRule: 'set null' })
  version!: string | null;

  @Field(() => LocalDateScalar, { description: 'First valid day.' })
  @Property({ type: 'date' })
  validFrom!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Last valid day, inclusive; null: no end.' })
  @Property({ type: 'date', nullable: true })
  validUntil!: string | null;

  @Field(() => String, { description: 'Unguessable code of the public verification page and of the PDF.' })
  @Unique()
  @Property({ type: 'text' })
  verificationCode!: string;
}
