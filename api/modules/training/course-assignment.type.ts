import { Field, Int, ObjectType, createUnionType } from 'type-graphql';
import { connectionType } from '../../platform/connection.ts';
import { Provider } from '../providers/index.ts';
import { Certificate } from './certificate.entity.ts';
import { CourseAssignment } from './course-assignment.entity.ts';
import { CourseNotAssignableError } from './training.errors.ts';

@ObjectType({ description: 'A page of assignments.' })
export class CourseAssignmentConnection extends connectionType(CourseAssignment, 'CourseAssignment') {}

@ObjectType({ description: 'A provider with regard to a course. Only operators read this type.' })
export class CourseCandidate {
  @Field(() => Provider, { description: 'Who.' })
  provider!: Provider;

  @Field(() => Certificate, {
    nullable: true,
    description: 'Their certificate that lasts longest, also when it is over.',
  })
  certificate!: Certificate | null;

  @Field(() => CourseAssignment, { nullable: true, description: 'Their open assignment.' })
  assignment!: CourseAssignment | null;

  @Field(() => Int, { description: 'How many quizzes of the course they have handed in.' })
  attemptCount!: number;
}

@ObjectType({ description: 'A page of providers with regard to a course.' })
export class CourseCandidateConnection extends connectionType(CourseCandidate, 'CourseCandidate') {}

@ObjectType({ description: 'The course is assigned, and the provider is told.' })
export class CourseAssigned {
  @Field(() => CourseAssignment, { description: 'The assignment.' })
  assignment!: CourseAssignment;
}

export const AssignCourseResult = createUnionType({
  name: 'AssignCourseResult',
  description: 'What comes of assigning a course.',
  types: () => [CourseAssigned, CourseNotAssignableError] as const,
  resolveType: (value) => ('assignment' in value ? CourseAssigned : CourseNotAssignableError),
});
