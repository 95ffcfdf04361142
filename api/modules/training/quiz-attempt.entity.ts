import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { viewerHasRole, ownsProvider, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Provider } from '../providers/index.ts';
import { Certificate } from './certificate.entity.ts';
import { CourseVersion } from './course-version.entity.ts';
import { Course } from './course.entity.ts';
import type { DrawnQuestion } from './domain/quiz-draw.ts';
import type { QuizAnswer } from './domain/quiz-grade.ts';

@ObjectType({ description: 'One go at the quiz of a course. Only its provider reads this type.' })
@Index({ properties: ['provider', 'course', 'startedAt'] })
@Entity({
  tableName: 'quiz_attempt',
  ...visibleRows('quiz_attempt', `${ownsProvider('provider_id')} or ${viewerHasRole('OPERATOR', 'ADMINISTRATOR')}`),
})
export class QuizAttempt {
  @Field(() => ID, { description: 'Identifies the attempt.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true, deleteRule: 'cascade' })
  provider!: string;

  @ManyToOne({ entity: () => Course, mapToPk: true, deleteRule: 'cascade' })
  course!: string;

  /** The version it was drawn from, and is graded by. */
  @ManyToOne({ entity: () => CourseVersion, mapToPk: true, deleteRule: 'cascade' })
  version!: string;

  /** Where the draw came from, so that it can be done again. */
  @Property({ type: 'integer' })
  seed!: number;

  @Property({ type: 'jsonb' })
  drawn!: readonly DrawnQuestion[];

  @Field(() => DateTimeScalar, { description: 'When it was started: from then on it counts as a try.' })
  @Property({ type: 'timestamptz' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { description: 'Until when it takes answers.' })
  @Property({ type: 'timestamptz' })
  closesAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was handed in.' })
  @Property({ type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;

  @Property({ type: 'jsonb', nullable: true })
  answers!: readonly QuizAnswer[] | null;

  @Property({ type: 'boolean', nullable: true })
  hasPassed!: boolean | null;

  /** What it earned. */
  @ManyToOne({ entity: () => Certificate, mapToPk: true, nullable: true, deleteRule: 'set null' })
  certificate!: string | null;
}
