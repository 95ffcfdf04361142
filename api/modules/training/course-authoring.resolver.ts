import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { isId } from '../../kernel/ids.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import { decodeKeyset, encodeKeyset, requirePageSize, toConnection } from '../../platform/connection.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { requireRole } from '../accounts/index.ts';
import { ServiceItem } from '../catalog/index.ts';
import { CourseVersion, CourseVersionState } from './course-version.entity.ts';
import {
  AuthoredCourse,
  AuthoredCourseConnection,
  CreateCourseResult,
  DraftCourseResult,
  PublishCourseResult,
  SaveCourseDraftResult,
  toAuthoredCourse,
} from './course-version.type.ts';
import { listCourseFigures, listCourses } from './course-versions.queries.ts';
import type { CourseFigures } from './course-versions.queries.ts';
import { Course } from './course.entity.ts';
import { createCourse } from './create-course.service.ts';
import { draftCourse } from './draft-course.service.ts';
import { publishCourse } from './publish-course.service.ts';
import { saveCourseDraft } from './save-course-draft.service.ts';
import { CreateCourseInput, PublishCourseInput, SaveCourseDraftInput } from './training.inputs.ts';
import { TRAINERS } from './training.policy.ts';

@Resolver(() => AuthoredCourse)
export class CourseAuthoringResolver {
  @Query(() => AuthoredCourseConnection, { description: 'All courses, the newest first. For operators.' })
  async courses(
    @Arg('first', () => Int, { defaultValue: 20, nullable: true, description: 'Page size, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor to go on from.' })
    after: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<AuthoredCourseConnection> {
    requireRole(context, ...TRAINERS);
    requirePageSize(first);
    const afterId = after ? (decodeKeyset(after, ['id'])[0] as string) : null;
    const { rows, total } = await listCourses(context.em, { limit: first + 1, afterId });
    const courses = rows.map((row) => toAuthoredCourse(row, context));
    return toConnection(courses, first, total, after, ({ id }) => encodeKeyset([id]));
  }

  @Query(() => AuthoredCourse, { nullable: true, description: 'One course; null when there is none. For operators.' })
  async course(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<AuthoredCourse | null> {
    requireRole(context, ...TRAINERS);
    const course = isId(id) ? await context.loaders.find(Course, id) : null;
    return course && toAuthoredCourse(course, context);
  }

  @FieldResolver(() => CourseVersion, { nullable: true, description: 'What providers take; null before the first.' })
  async published(@Root() course: AuthoredCourse, @Ctx() context: RequestContext): Promise<CourseVersion | null> {
    return findState(course, context, CourseVersionState.PUBLISHED);
  }

  @FieldResolver(() => CourseVersion, { nullable: true, description: 'What is being written; null when nothing is.' })
  async draft(@Root() course: AuthoredCourse, @Ctx() context: RequestContext): Promise<CourseVersion | null> {
    return findState(course, context, CourseVersionState.DRAFT);
  }

  @FieldResolver(() => [CourseVersion], { description: 'All versions, the newest first.' })
  async versions(@Root() course: AuthoredCourse, @Ctx() context: RequestContext): Promise<CourseVersion[]> {
    return context.loaders.list(CourseVersion, 'course', course.id, { number: 'desc' });
  }

  @FieldResolver(() => [ServiceItem], { description: 'Items whose providers must have passed it.' })
  async requiredBy(@Root() course: AuthoredCourse, @Ctx() context: RequestContext): Promise<ServiceItem[]> {
    return context.loaders.list(ServiceItem, 'requiredCourseCode', course.code, { position: 'asc' });
  }

  @FieldResolver(() => Int, { description: 'Providers with a certificate that holds today.' })
  async holderCount(@Root() course: AuthoredCourse, @Ctx() context: RequestContext): Promise<number> {
    return (await loadFigures(course, context)).holders;
  }

  @FieldResolver(() => Int, { description: 'Assignments that are neither passed nor withdrawn.' })
  async openAssignmentCount(@Root() course: AuthoredCourse, @Ctx() context: RequestContext): Promise<number> {
    return (await loadFigures(course, context)).openAssignments;
  }

  @Mutation(() => CreateCourseResult, { description: 'Makes a course with an empty draft. For operators.' })
  async createCourse(
    @Arg('input', () => CreateCourseInput, { description: 'The course.' }) input: CreateCourseInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CreateCourseResult> {
    return createCourse(context, requireRole(context, ...TRAINERS), input);
  }

  @Mutation(() => DraftCourseResult, {
    description:
      'Gives the draft of the next version, made from what is published if there is none yet. For operators.',
  })
  async draftCourse(
    @Arg('courseId', () => ID, { description: 'The course.' }) courseId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof DraftCourseResult> {
    return draftCourse(context, requireRole(context, ...TRAINERS), courseId);
  }

  @Mutation(() => SaveCourseDraftResult, { description: 'Saves a draft as a whole. For operators.' })
  async saveCourseDraft(
    @Arg('input', () => SaveCourseDraftInput, { description: 'The draft.' }) input: SaveCourseDraftInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SaveCourseDraftResult> {
    return saveCourseDraft(context, requireRole(context, ...TRAINERS), input);
  }

  @Mutation(() => PublishCourseResult, {
    description: 'Publishes a draft, which never changes from then on. For operators.',
  })
  async publishCourse(
    @Arg('input', () => PublishCourseInput, { description: 'The draft.' }) input: PublishCourseInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof PublishCourseResult> {
    return publishCourse(context, requireRole(context, ...TRAINERS), input);
  }
}

async function findState(
  course: AuthoredCourse,
  context: RequestContext,
  state: CourseVersionState,
): Promise<CourseVersion | null> {
  const versions = await context.loaders.list(CourseVersion, 'course', course.id, { number: 'desc' });
  return versions.find((version) => version.state === state) ?? null;
}

/** Counted by the day in UTC: a count over regions has no local day. */
async function loadFigures(course: AuthoredCourse, context: RequestContext): Promise<CourseFigures> {
  return context.loaders
    .batch('course-figures', async (ids) => {
      const rows = await listCourseFigures(context.em, ids, localDateAt(context.clock.now(), 'UTC'));
      const byId = new Map(rows.map((row) => [row.courseId, row]));
      return ids.map((courseId) => byId.get(courseId) ?? { courseId, holders: 0, openAssignments: 0 });
    })
    .load(course.id);
}
