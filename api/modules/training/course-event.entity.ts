import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTimeScalar } from '../../platform/scalars.ts';
import { Account } from '../accounts/index.ts';
import { Course } from './course.entity.ts';

export enum CourseEventKind {
  DRAFT_DISCARDED = 'DRAFT_DISCARDED',
  RETIRED = 'RETIRED',
  REINSTATED = 'REINSTATED',
}
registerEnumType(CourseEventKind, {
  name: 'CourseEventKind',
  description: 'What was done to a course besides writing its versions.',
  valuesConfig: {
    DRAFT_DISCARDED: { description: 'A draft was thrown away.' },
    RETIRED: { description: 'It was retired: nobody new takes it.' },
    REINSTATED: { description: 'It was brought back.' },
  },
});

@ObjectType({ description: 'What was done to a course besides writing its versions. Only operators read this type.' })
@Entity({ tableName: 'course_event' })
export class CourseEvent {
  @Field(() => ID, { description: 'Identifies the event.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Index()
  @ManyToOne({ entity: () => Course, mapToPk: true, deleteRule: 'cascade' })
  course!: string;

  @Field(() => CourseEventKind, { description: 'What was done.' })
  @Property({ type: 'text' })
  kind!: CourseEventKind;

  @Field(() => Int, { nullable: true, description: 'Number of the version it was done to; null for the whole course.' })
  @Property({ type: 'integer', nullable: true })
  versionNumber!: number | null;

  @Field(() => DateTimeScalar, { description: 'When.' })
  @Property({ type: 'timestamptz' })
  at!: Date;

  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true })
  by!: string | null;
}
