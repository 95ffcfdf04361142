import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/request-context.ts';
import { requireRole, requireViewer } from '../accounts/index.ts';
import { createLessonImageUpload, finishLessonImageUpload } from './add-lesson-image.service.ts';
import { AuthoredCourse } from './course-version.type.ts';
import { listImageReferences } from './domain/lesson-images.ts';
import { LESSON_IMAGE_SOURCE } from './lesson-image-source.ts';
import { LessonImage } from './lesson-image.entity.ts';
import { CreateLessonImageUploadInput } from './lesson-image.inputs.ts';
import { CreateLessonImageUploadResult, FinishLessonImageUploadResult } from './lesson-image.type.ts';
import { CourseLesson } from './my-course.type.ts';
import { TRAINERS } from './training.policy.ts';

const ADDRESS_MINUTES = 15;

@Resolver(() => LessonImage)
export class LessonImageResolver {
  @FieldResolver(() => String, {
    description: 'Address of the picture, on this site. It works for 15 minutes, and for nobody but you.',
  })
  url(@Root() image: LessonImage, @Ctx() context: RequestContext): string {
    return context.files.signReadUrl({
      source: LESSON_IMAGE_SOURCE,
      id: image.id,
      accountId: requireViewer(context).accountId,
      expiresAt: new Date(context.clock.now().getTime() + ADDRESS_MINUTES * 60_000),
    });
  }

  @Mutation(() => CreateLessonImageUploadResult, {
    description: 'Announces a picture for the lessons of a course, and says where to send it. For operators.',
  })
  async createLessonImageUpload(
    @Arg('input', () => CreateLessonImageUploadInput, { description: 'The picture.' })
    input: CreateLessonImageUploadInput,
    @Ctx() context: RequestContext,
  ): Promise<typeof CreateLessonImageUploadResult> {
    return createLessonImageUpload(context, requireRole(context, ...TRAINERS), input);
  }

  @Mutation(() => FinishLessonImageUploadResult, {
    description: 'Looks into an uploaded picture and gives it to its course; safe to repeat. For operators.',
  })
  async finishLessonImageUpload(
    @Arg('uploadId', () => ID, { description: 'The upload.' }) uploadId: string,
    @Ctx() context: RequestContext,
  ): Promise<typeof FinishLessonImageUploadResult> {
    return finishLessonImageUpload(context, requireRole(context, ...TRAINERS), uploadId);
  }
}

@Resolver(() => AuthoredCourse)
export class AuthoredCourseImagesResolver {
  @FieldResolver(() => [LessonImage], {
    description:
      'Its pictures, the newest first. One that no version shows is removed by itself a week after it was added.',
  })
  async images(@Root() course: AuthoredCourse, @Ctx() context: RequestContext): Promise<LessonImage[]> {
    return context.loaders.list(LessonImage, 'course', course.id, { createdAt: 'desc', id: 'desc' });
  }
}

@Resolver(() => CourseLesson)
export class CourseLessonImagesResolver {
  @FieldResolver(() => [LessonImage], { description: 'The pictures that its words show.' })
  async images(@Root() lesson: CourseLesson, @Ctx() context: RequestContext): Promise<LessonImage[]> {
    const shown = new Set(listImageReferences(lesson.body).map(({ id }) => id));
    if (shown.size === 0) return [];
    const images = await context.loaders.list(LessonImage, 'course', lesson.courseId, { createdAt: 'asc', id: 'asc' });
    return images.filter(({ id }) => shown.has(id));
  }
}
