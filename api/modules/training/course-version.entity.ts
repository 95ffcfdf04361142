import { Check, Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Account } from '../accounts/index.ts';
import { Course } from './course.entity.ts';
import type { Lesson, Question } from './domain/course-content.ts';

export enum CourseVersionState {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  REPLACED = 'REPLACED',
}
registerEnumType(CourseVersionState, {
  name: 'CourseVersionState',
  description: 'Where a version of a course stands.',
  valuesConfig: {
    DRAFT: { description: 'Being written; nobody takes it.' },
    PUBLISHED: { description: 'What providers take; it never changes.' },
    REPLACED: { description: 'Was published until the next version was; it never changes.' },
  },
});

@ObjectType({
  description: 'A version of a course as its authors see it, right answers included. Only operators read this type.',
})
@Unique({ properties: ['course', 'number'] })
@Index({
  name: 'course_version_one_draft',
  expression: `create unique index "course_version_one_draft" on "course_version" ("course_id") where state = 'DRAFT'`,
})
@Index({
  name: 'course_version_one_published',
  expression: `create unique index "course_version_one_published" on "course_version" ("course_id") where state = 'PUBLISHED'`,
})
@Check({
  name: 'course_version_published_at',
  expression: `(state = 'DRAFT') = (published_at is null)`,
})
@Entity({ tableName: 'course_version' })
export class CourseVersion {
  @Field(() => ID, { description: 'Identifies the version.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Course, mapToPk: true, deleteRule: 'cascade' })
  course!: string;

  @Field(() => Int, { description: 'Counts the versions of the course from 1.' })
  @Property({ type: 'integer' })
  number!: number;

  @Field(() => CourseVersionState, { description: 'Where it stands.' })
  @Property({ type: 'text' })
  state!: CourseVersionState;

  @Property({ type: 'jsonb' })
  name!: LocalizedText;

  @Property({ type: 'jsonb' })
  summary!: LocalizedText;

  @Property({ type: 'jsonb' })
  lessons!: readonly Lesson[];

  /** With the right answers: never to be given to whoever takes the quiz. */
  @Property({ type: 'jsonb' })
  questions!: readonly Question[];

  @Field(() => Int, { description: 'Share of right answers that passes, in percent.' })
  @Property({ type: 'integer' })
  passPercent!: number;

  @Field(() => Int, { description: 'How many questions a quiz draws from the bank.' })
  @Property({ type: 'integer' })
  questionsPerQuiz!: number;

  @Field(() => Int, { description: 'How many quizzes may be started in one local day.' })
  @Property({ type: 'integer' })
  triesPerDay!: number;

  @Field(() => Int, { nullable: true, description: 'Months a certificate is good for; null: for ever.' })
  @Property({ type: 'integer', nullable: true })
  validityMonths!: number | null;

  @Field(() => Int, { description: 'Grows with every save of the draft; a save names the one it was made on.' })
  @Property({ type: 'integer' })
  revision!: number;

  @Field(() => DateTimeScalar, { description: 'When it was last saved.' })
  @Property({ type: 'timestamptz' })
  savedAt!: Date;

  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true })
  savedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was published.' })
  @Property({ type: 'timestamptz', nullable: true })
  publishedAt!: Date | null;

  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true })
  publishedBy!: string | null;
}
