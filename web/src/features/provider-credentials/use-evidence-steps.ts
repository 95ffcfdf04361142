import { useI18n } from 'vue-i18n';
import { useApiMutation, type RequestFailure } from '@/app/graphql-client';
import { CreateEvidenceUploadDocument, FinishEvidenceUploadDocument } from '@/generated/graphql';
import type { UploadSteps } from '@/ui/use-uploads';

/** Failures after which the very same step may well succeed. */
const PASSING = ['TRY_LATER', 'BUSY', 'NOT_UPLOADED', 'TOO_MANY_UPLOADS', 'TOO_MANY_FILES'];

/** How a file becomes evidence of a credential: announced, sent by the building block, and then looked into by the server. */
export function useEvidenceSteps(added: () => void): (credentialId: string, kind: string) => UploadSteps {
  const { t } = useI18n();
  const create = useApiMutation(CreateEvidenceUploadDocument);
  const finish = useApiMutation(FinishEvidenceUploadDocument);
  const broken = (failure: RequestFailure): { problem: string; again: boolean } => ({
    problem: failure.message ?? t(`shell.failure.${failure.kind}.title`),
    again: failure.kind !== 'forbidden' && failure.kind !== 'badInput',
  });

  return (credentialId, kind) => ({
    begin: async (file) => {
      const { data, failure } = await create.run({
        input: { credentialId, kind, name: file.name.slice(-200), contentType: file.type, bytes: file.size },
      });
      if (failure) return broken(failure);
      const created = data.createEvidenceUpload;
      if (created.__typename === 'InvalidEvidenceError')
        return { problem: created.message, again: PASSING.includes(created.code) };
      return {
        value: {
          id: created.uploadId,
          url: created.uploadUrl,
          headers: created.headers,
          expiresAt: created.expiresAt,
        },
      };
    },
    finish: async (uploadId) => {
      const { data, failure } = await finish.run({ uploadId });
      if (failure) return broken(failure);
      const finished = data.finishEvidenceUpload;
      if (finished.__typename === 'InvalidEvidenceError')
        return {
          problem: finished.message,
          again: PASSING.includes(finished.code),
          resend: finished.code === 'NOT_UPLOADED',
        };
      added();
      return { value: true };
    },
  });
}
