import { useApiMutation } from '@/app/graphql-client';
import { useUploadSteps } from '@/app/upload-steps';
import { CreateMessagePhotoUploadDocument, FinishMessagePhotoUploadDocument } from '@/generated/graphql';
import type { UploadSteps } from '@/ui/use-uploads';
import type { OutgoingPhoto } from './use-outgoing';

/** How a photo for a message gets to the server; `keep` is told of each that is there. */
export function usePhotoSteps(bookingId: string, keep: (photo: OutgoingPhoto) => void): UploadSteps {
  const create = useApiMutation(CreateMessagePhotoUploadDocument);
  const finish = useApiMutation(FinishMessagePhotoUploadDocument);
  return useUploadSteps()({
    announce: async (file) => {
      const answer = await create.run({ input: { bookingId, contentType: file.type, bytes: file.size } });
      if (answer.failure) return { failure: answer.failure };
      const result = answer.data.createMessagePhotoUpload;
      return result.__typename === 'MessagePhotoUploadCreated' ? { value: result } : { refused: result };
    },
    finish: async (uploadId) => {
      const answer = await finish.run({ uploadId });
      if (answer.failure) return { failure: answer.failure };
      const result = answer.data.finishMessagePhotoUpload;
      if (result.__typename !== 'MessagePhotoAdded') return { refused: result };
      keep(result.photo);
      return { value: true };
    },
  });
}
