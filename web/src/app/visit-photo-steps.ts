import { CreateVisitPhotoUploadDocument, FinishVisitPhotoUploadDocument, type PhotoMoment } from '@/generated/graphql';
import type { UploadSteps } from '@/ui/use-uploads';
import { useApiMutation } from './graphql-client';
import { useUploadSteps } from './upload-steps';

/** Without HEIC, which the server cannot read everywhere: asked for these, a phone hands its photos over as JPEG. */
export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp';
export const MOST_PHOTO_BYTES = 10 * 1_048_576;

/** How a picture becomes a photo of a visit. */
export function useVisitPhotoSteps(added: () => void): (bookingId: string, moment: PhotoMoment) => UploadSteps {
  const create = useApiMutation(CreateVisitPhotoUploadDocument);
  const finish = useApiMutation(FinishVisitPhotoUploadDocument);
  const stepsOf = useUploadSteps();

  return (bookingId, moment) =>
    stepsOf({
      announce: async (file) => {
        const { data, failure } = await create.run({
          input: { bookingId, moment, contentType: file.type, bytes: file.size },
        });
        if (failure) return { failure };
        const created = data.createVisitPhotoUpload;
        return created.__typename === 'InvalidVisitPhotoError' ? { refused: created } : { value: created };
      },
      finish: async (uploadId) => {
        const { data, failure } = await finish.run({ uploadId });
        if (failure) return { failure };
        const finished = data.finishVisitPhotoUpload;
        if (finished.__typename === 'InvalidVisitPhotoError') return { refused: finished };
        added();
        return { value: true };
      },
    });
}
