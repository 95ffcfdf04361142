import { z } from 'zod';
import { sweepUpload } from '../../../platform/files/index.ts';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import { publish } from '../../../platform/outbox.ts';
import { lockCourse } from '../course-versions.queries.ts';
import { LessonImage } from '../lesson-image.entity.ts';
import { deleteUnusedImages, listCoursesWithUnusedImages } from '../lesson-images.queries.ts';
import { REMOVE_IMAGE_FILE, REMOVE_UNUSED_IMAGES, SWEEP_IMAGE_UPLOAD } from './job-topics.ts';

/** A picture is kept for so long though nothing shows it: somebody may be writing the words around it. */
const UNUSED_DAYS = 7;

const sweepImageUpload = defineHandler({
  topic: SWEEP_IMAGE_UPLOAD,
  payload: z.object({ uploadId: z.uuid() }),
  external: true,
  handle: (context, { uploadId }) => sweepUpload(context, 'lesson_image_upload', uploadId),
});

const removeImageFile = defineHandler({
  topic: REMOVE_IMAGE_FILE,
  payload: z.object({ fileKey: z.string() }),
  external: true,
  handle: async ({ em, files }, { fileKey }) => {
    if ((await em.count(LessonImage, { fileKey })) > 0) return;
    await files.remove(fileKey);
  },
});

/** Each course is locked first, so that nothing is taken from a version that is being published. */
const removeUnusedImages = defineHandler({
  topic: REMOVE_UNUSED_IMAGES,
  payload: z.object({ day: z.iso.date() }),
  handle: async ({ em, clock }) => {
    const before = new Date(clock.now().getTime() - UNUSED_DAYS * 86_400_000);
    for (const courseId of await listCoursesWithUnusedImages(em, before)) {
      await lockCourse(em, courseId);
      const fileKeys = await deleteUnusedImages(em, courseId, before);
      await publish(
        em,
        clock,
        fileKeys.map((fileKey) => ({ topic: REMOVE_IMAGE_FILE, payload: { fileKey } })),
      );
    }
  },
});

export const lessonImageJobs: readonly MessageHandler[] = [sweepImageUpload, removeImageFile, removeUnusedImages];
