import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { viewerHasRole, ownsProvider, visibleRows } from '../../platform/row-policies.ts';
import { DateTimeScalar, LocalDateScalar } from '../../platform/scalars.ts';
import { Account } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import { Course } from './course.entity.ts';

export enum AssignmentReason {
  NEW_WORK = 'NEW_WORK',
  RETRAINING = 'RETRAINING',
  NEW_RULES = 'NEW_RULES',
}
registerEnumType(AssignmentReason, {
  name: 'AssignmentReason',
  description: 'Why a provider is to take a course.',
  valuesConfig: {
    NEW_WORK: { description: 'For work they want to take on.' },
    RETRAINING: { description: 'After something went wrong.' },
    NEW_RULES: { description: 'Because what the course teaches has changed.' },
  },
});

@ObjectType({
  description: 'A course that a provider is to take by a day. Only operators and the provider read this type.',
})
@Index({
  name: 'course_assignment_one_open',
  expression: `create unique index "course_assignment_one_open" on "course_assignment" ("provider_id", "course_id") where completed_at is null and withdrawn_at is null`,
})
@Index({ properties: ['course'] })
@Entity({
  tableName: 'course_assignment',
  ...visibleRows(
    'course_assignment',
    `${ownsProvider('provider_id')} or ${viewerHasRole('OPERATOR', 'ADMINISTRATOR')}`,
  ),
})
export class CourseAssignment {
  @Field(() => ID, { description: 'Identifies the assignment.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @ManyToOne({ entity: () => Course, mapToPk: true, deleteRule: 'cascade' })
  course!: string;

  @ManyToOne({ entity: () => Provider, mapToPk: true, deleteRule: 'cascade' })
  provider!: string;

  @Field(() => AssignmentReason, { description: 'Why.' })
  @Property({ type: 'text' })
  reason!: AssignmentReason;

  @Field(() => LocalDateScalar, { description: 'The last day to pass it, in the region of the provider.' })
  @Property({ type: 'date' })
  dueOn!: string;

  @ManyToOne({ entity: () => Account, mapToPk: true, nullable: true })
  assignedBy!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was assigned; lessons read before do not count for it.' })
  @Property({ type: 'timestamptz' })
  assignedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the course was passed.' })
  @Property({ type: 'timestamptz', nullable: true })
  completedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When the operator took it back.' })
  @Property({ type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;
}
