import { useApiMutation } from '@/app/graphql-client';
import { useUploadSteps } from '@/app/upload-steps';
import {
  CreateLessonImageUploadDocument,
  FinishLessonImageUploadDocument,
  type LessonPictureFragment,
} from '@/generated/graphql';
import type { UploadSteps } from '@/ui/use-uploads';

/** How a file becomes a picture of a course. */
export function usePictureSteps(courseId: () => string, added: (picture: LessonPictureFragment) => void): UploadSteps {
  const create = useApiMutation(CreateLessonImageUploadDocument);
  const finish = useApiMutation(FinishLessonImageUploadDocument);

  return useUploadSteps(['TOO_MANY_IMAGES'])({
    announce: async (file) => {
      const { data, failure } = await create.run({
        input: { courseId: courseId(), contentType: file.type, bytes: file.size },
      });
      if (failure) return { failure };
      const created = data.createLessonImageUpload;
      return created.__typename === 'InvalidLessonImageError' ? { refused: created } : { value: created };
    },
    finish: async (uploadId) => {
      const { data, failure } = await finish.run({ uploadId });
      if (failure) return { failure };
      const finished = data.finishLessonImageUpload;
      if (finished.__typename === 'InvalidLessonImageError') return { refused: finished };
      added(finished.image);
      return { value: true };
    },
  });
}
