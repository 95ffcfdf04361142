import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { Account, requireRole } from '../accounts/index.ts';
import { CourseEvent } from './course-event.entity.ts';
import {
  AuthoredCourse,
  DiscardCourseDraftResult,
  ReinstateCourseResult,
  RetireCourseResult,
} from './course-version.type.ts';
import { discardCourseDraft } from './discard-course-draft.service.ts';
import { reinstateCourse, retireCourse } from './retire-course.service.ts';
import { DiscardCourseDraftInput } from './training.inputs.ts';
import { TRAINERS } from './training.policy.ts';

@Resolver(() => AuthoredCourse)
export class CourseLifeResolver {
  @FieldResolver(() => [CourseEvent], { description: 'What was done besides writing versions, the latest first.' })
  async events(@Root() course: AuthoredCourse, @Ctx() context: RequestContext): Promise<CourseEvent[]> {
    return context.loaders.list(CourseEvent, 'course', course.id, { at: 'desc', id: 'desc' });
  }

  @Mutation(() => DiscardCourseDraftResult, { description: 'Throws a draft away. For operators.' })
  async discardCourseDraft(
    @Arg('input', () => DiscardCourseDraftInput, { description: 'The draft.' }) input: DiscardCourseDraftInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof DiscardCourseDraftResult> {
    return discardCourseDraft(context, requireRole(context, ...TRAINERS), input);
  }

  @Mutation(() => RetireCourseResult, {
    description: 'Takes a course out of use: it is neither assigned nor shown to new takers. For operators.',
  })
  async retireCourse(
    @Arg('courseId', () => ID, { description: 'The course.' }) courseId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof RetireCourseResult> {
    return retireCourse(context, requireRole(context, ...TRAINERS), courseId);
  }

  @Mutation(() => ReinstateCourseResult, { description: 'Brings a retired course back into use. For operators.' })
  async reinstateCourse(
    @Arg('courseId', () => ID, { description: 'The course.' }) courseId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof ReinstateCourseResult> {
    return reinstateCourse(context, requireRole(context, ...TRAINERS), courseId);
  }
}

@Resolver(() => CourseEvent)
export class CourseEventResolver {
  @FieldResolver(() => String, { nullable: true, description: 'Who did it; null when the account is gone.' })
  async by(@Root() event: CourseEvent, @Ctx() context: RequestContext): Promise<string | null> {
    return event.by === null ? null : ((await context.loaders.find(Account, event.by))?.displayName ?? null);
  }
}
