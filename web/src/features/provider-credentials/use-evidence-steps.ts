import { useApiMutation } from '@/app/graphql-client';
import { useUploadSteps } from '@/app/upload-steps';
import { CreateEvidenceUploadDocument, FinishEvidenceUploadDocument } from '@/generated/graphql';
import type { UploadSteps } from '@/ui/use-uploads';

/** How a file becomes evidence of a credential. */
export function useEvidenceSteps(added: () => void): (credentialId: string, kind: string) => UploadSteps {
  const create = useApiMutation(CreateEvidenceUploadDocument);
  const finish = useApiMutation(FinishEvidenceUploadDocument);
  const stepsOf = useUploadSteps(['TOO_MANY_FILES']);

  return (credentialId, kind) =>
    stepsOf({
      announce: async (file) => {
        const { data, failure } = await create.run({
          input: { credentialId, kind, name: file.name.slice(-200), contentType: file.type, bytes: file.size },
        });
        if (failure) return { failure };
        const created = data.createEvidenceUpload;
        return created.__typename === 'InvalidEvidenceError' ? { refused: created } : { value: created };
      },
      finish: async (uploadId) => {
        const { data, failure } = await finish.run({ uploadId });
        if (failure) return { failure };
        const finished = data.finishEvidenceUpload;
        if (finished.__typename === 'InvalidEvidenceError') return { refused: finished };
        added();
        return { value: true };
      },
    });
}
