import { useI18n } from 'vue-i18n';
import type { UploadStep, UploadSteps } from '@/ui/use-uploads';
import type { RequestFailure } from './graphql-client';

interface Announced {
  readonly uploadId: string;
  readonly uploadUrl: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly expiresAt: string;
}

interface Refused {
  readonly code: string;
  readonly message: string;
}

/** What an operation came to: it failed on the way, was refused, or has a value. */
export type UploadAnswer<Value> =
  { readonly failure: RequestFailure } | { readonly refused: Refused } | { readonly value: Value };

export interface UploadOperations {
  readonly announce: (file: File) => Promise<UploadAnswer<Announced>>;
  readonly finish: (uploadId: string) => Promise<UploadAnswer<true>>;
}

/** Failures after which the very same step may well succeed, whatever the file is for. */
const PASSING = ['TRY_LATER', 'BUSY', 'NOT_UPLOADED', 'TOO_MANY_UPLOADS'];

/** How a file gets to the server: announced, sent by the building block, and then looked into. */
export function useUploadSteps(alsoPassing: readonly string[] = []): (operations: UploadOperations) => UploadSteps {
  const { t } = useI18n();
  const passing = [...PASSING, ...alsoPassing];

  function problemOf(answer: { readonly failure: RequestFailure } | { readonly refused: Refused }): {
    problem: string;
    again: boolean;
    resend: boolean;
  } {
    if ('refused' in answer) {
      const { code, message } = answer.refused;
      return { problem: message, again: passing.includes(code), resend: code === 'NOT_UPLOADED' };
    }
    const { failure } = answer;
    return {
      problem: failure.message ?? t(`shell.failure.${failure.kind}.title`),
      again: failure.kind !== 'forbidden' && failure.kind !== 'badInput',
      resend: false,
    };
  }

  return ({ announce, finish }) => ({
    begin: async (file) => {
      const answer = await announce(file);
      if (!('value' in answer)) return problemOf(answer);
      const { uploadId, uploadUrl, headers, expiresAt } = answer.value;
      return { value: { id: uploadId, url: uploadUrl, headers, expiresAt } };
    },
    finish: async (uploadId): Promise<UploadStep<true>> => {
      const answer = await finish(uploadId);
      return 'value' in answer ? answer : problemOf(answer);
    },
  });
}
