import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { localize } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { ServiceItem } from '../catalog/index.ts';
import { Offering, requireOwnProvider } from '../providers/index.ts';
import { CourseVersion } from './course-version.entity.ts';
import { finishLesson } from './finish-lesson.service.ts';
import { findMyCourse, listMyCourses } from './my-courses.service.ts';
import { CourseLesson, FinishLessonResult, MyCourse, StartQuizResult, SubmitQuizResult } from './my-course.type.ts';
import { startQuiz } from './start-quiz.service.ts';
import { submitQuiz } from './submit-quiz.service.ts';
import { FinishLessonInput, SubmitQuizInput } from './training.inputs.ts';

@Resolver(() => MyCourse)
export class MyCourseResolver {
  @Query(() => [MyCourse], {
    description:
      'Courses of the provider who asks: assigned first, then those their services ask for, then the others.',
  })
  async myCourses(@Ctx() context: RequestContext): Promise<MyCourse[]> {
    return listMyCourses(context, await requireOwnProvider(context));
  }

  @Query(() => MyCourse, {
    nullable: true,
    description: 'One course of the provider who asks; null when there is none or nothing of it is published.',
  })
  async myCourse(
    @Arg('id', () => ID, { description: 'Its id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<MyCourse | null> {
    return findMyCourse(context, await requireOwnProvider(context), id);
  }

  @FieldResolver(() => [CourseLesson], { description: 'Lessons in order.' })
  async lessons(@Root() course: MyCourse, @Ctx() context: RequestContext): Promise<CourseLesson[]> {
    const version = await context.loaders.get(CourseVersion, course.versionId);
    return version.lessons.map(({ id, title, body }) => ({
      id,
      title: localize(title, context.locale),
      body: localize(body, context.locale),
      isRead: course.readLessonIds.has(id),
      courseId: course.id,
    }));
  }

  @FieldResolver(() => [ServiceItem], { description: 'Items you offer that ask for it.' })
  async requiredBy(@Root() course: MyCourse, @Ctx() context: RequestContext): Promise<ServiceItem[]> {
    const provider = await requireOwnProvider(context);
    const [offerings, items] = await Promise.all([
      context.loaders.list(Offering, 'provider', provider.id),
      context.loaders.list(ServiceItem, 'requiredCourseCode', course.code, { position: 'asc' }),
    ]);
    const offered = new Set(offerings.filter(({ enabled }) => enabled).map(({ item }) => item));
    return items.filter(({ id }) => offered.has(id));
  }

  @Mutation(() => FinishLessonResult, { description: 'Marks a lesson as read. For the provider who asks.' })
  async finishLesson(
    @Arg('input', () => FinishLessonInput, { description: 'The lesson.' }) input: FinishLessonInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof FinishLessonResult> {
    return finishLesson(context, await requireOwnProvider(context), input);
  }

  @Mutation(() => StartQuizResult, {
    description: 'Starts the quiz of a course, which counts as a try, or gives the one that is open.',
  })
  async startQuiz(
    @Arg('courseId', () => ID, { description: 'The course.' }) courseId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof StartQuizResult> {
    return startQuiz(context, await requireOwnProvider(context), courseId);
  }

  @Mutation(() => SubmitQuizResult, { description: 'Hands a quiz in and grades it, once.' })
  async submitQuiz(
    @Arg('input', () => SubmitQuizInput, { description: 'The answers.' }) input: SubmitQuizInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof SubmitQuizResult> {
    return submitQuiz(context, await requireOwnProvider(context), input);
  }
}
