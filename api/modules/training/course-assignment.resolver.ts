import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '../../kernel/ids.ts';
import { badUserInput, decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Account, requireRole } from '../accounts/index.ts';
import { Provider } from '../providers/index.ts';
import { assignCourse, withdrawCourseAssignment } from './assign-course.service.ts';
import { Certificate } from './certificate.entity.ts';
import { CourseAssignment } from './course-assignment.entity.ts';
import {
  AssignCourseResult,
  CourseAssignmentConnection,
  type CourseCandidate,
  CourseCandidateConnection,
} from './course-assignment.type.ts';
import { listCandidates } from './course-assignments.queries.ts';
import type { CandidateRow } from './course-assignments.queries.ts';
import { Course } from './course.entity.ts';
import { AssignCourseInput } from './training.inputs.ts';
import { TRAINERS } from './training.policy.ts';

const LONGEST_TEXT = 80;

@Resolver(() => CourseAssignment)
export class CourseAssignmentResolver {
  @Query(() => CourseAssignmentConnection, {
    description: 'Assignments of a course, the newest first, also passed and withdrawn ones. For operators.',
  })
  async courseAssignments(
    @Arg('courseId', () => ID, { description: 'The course.' }) courseId: string,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<CourseAssignmentConnection> {
    requireRole(context, ...TRAINERS);
    requirePageSize(first);
    const beyond = after ? { id: { $lt: decodeKeyset(after, ['id'])[0] as string } } : {};
    const cursorOf = ({ id }: CourseAssignment): string => encodeKeyset([id]);
    if (!isId(courseId)) return toConnection<CourseAssignment>([], first, 0, after, cursorOf);
    const [rows, total] = await Promise.all([
      context.em.find(
        CourseAssignment,
        { course: courseId, ...beyond },
        { orderBy: { id: 'desc' }, limit: first + 1, disableIdentityMap: true },
      ),
      context.em.count(CourseAssignment, { course: courseId }),
    ]);
    return toConnection(rows, first, total, after, cursorOf);
  }

  @Query(() => CourseCandidateConnection, {
    description: 'Providers to whom a course can be assigned, the newest first, found by name. For operators.',
  })
  async courseCandidates(
    @Arg('courseId', () => ID, { description: 'The course.' }) courseId: string,
    @Arg('query', () => String, { nullable: true, description: 'Part of a name, at most 80 characters.' })
    query: string | null | undefined,
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<CourseCandidateConnection> {
    requireRole(context, ...TRAINERS);
    requirePageSize(first);
    const text = query?.trim() || null;
    if (text !== null && text.length > LONGEST_TEXT) throw badUserInput('query', 'At most 80 characters.');
    const afterId = after ? (decodeKeyset(after, ['id'])[0] as string) : null;
    const { rows, total } = isId(courseId)
      ? await listCandidates(context.em, { courseId, text, limit: first + 1, afterId })
      : { rows: [], total: 0 };
    const page = toConnection(rows, first, total, after, ({ id }) => encodeKeyset([id]));
    const edges = await Promise.all(
      page.edges.map(async ({ node, cursor }) => ({ cursor, node: await toCandidate(node, context) })),
    );
    return { ...page, edges };
  }

  @FieldResolver(() => Provider, { description: 'Who is to take it.' })
  async provider(@Root() assignment: CourseAssignment, @Ctx() context: RequestContext): Promise<Provider> {
    return context.loaders.get(Provider, assignment.provider);
  }

  @FieldResolver(() => Course, { description: 'What is to be taken.' })
  async course(@Root() assignment: CourseAssignment, @Ctx() context: RequestContext): Promise<Course> {
    return context.loaders.get(Course, assignment.course);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Name of who assigned it; only operators see it.' })
  async assignedBy(@Root() assignment: CourseAssignment, @Ctx() context: RequestContext): Promise<string | null> {
    if (assignment.assignedBy === null) return null;
    return (await context.loaders.find(Account, assignment.assignedBy))?.displayName ?? null;
  }

  @Mutation(() => AssignCourseResult, { description: 'Asks a provider to pass a course by a day. For operators.' })
  async assignCourse(
    @Arg('input', () => AssignCourseInput, { description: 'What, who, by when and why.' }) input: AssignCourseInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof AssignCourseResult> {
    return assignCourse(context, requireRole(context, ...TRAINERS), input);
  }

  @Mutation(() => Boolean, {
    description: 'Takes an assignment back. False when it is passed, withdrawn or unknown. For operators.',
  })
  async withdrawCourseAssignment(
    @Arg('id', () => ID, { description: 'The assignment.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    requireRole(context, ...TRAINERS);
    return withdrawCourseAssignment(context, id);
  }
}

async function toCandidate(row: CandidateRow, { loaders }: RequestContext): Promise<CourseCandidate> {
  const [provider, certificate, assignment] = await Promise.all([
    loaders.get(Provider, row.id),
    row.certificateId === null ? null : loaders.find(Certificate, row.certificateId),
    row.assignmentId === null ? null : loaders.find(CourseAssignment, row.assignmentId),
  ]);
  return { provider, certificate, assignment, attemptCount: row.attemptCount };
}
