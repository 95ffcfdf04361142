import { computed, ref } from 'vue';
import { StartPasskeyDocument, type StartPasskeyInput } from '@/generated/graphql';
import { useApiMutation, type RequestFailure } from './graphql-client';
import { provePasskey, type PasskeyProblem } from './passkeys';

export type PasskeyProof =
  | { answer: string }
  | { problem: PasskeyProblem }
  /** What was begun is over, in the server's words. */
  | { over: string }
  | { failure: RequestFailure };

/** Asks the server for a challenge and the browser for the passkey that signs it. */
export function usePasskeyProof() {
  const { run } = useApiMutation(StartPasskeyDocument);
  const asking = ref(false);

  return {
    busy: computed(() => asking.value),
    async prove(input: StartPasskeyInput, offered = false): Promise<PasskeyProof> {
      asking.value = !offered;
      try {
        const { data, failure } = await run({ input });
        if (failure) return { failure };
        const result = data.startPasskey;
        return result.__typename === 'PasskeyRequest'
          ? await provePasskey(result.options, offered)
          : { over: result.message };
      } finally {
        asking.value = false;
      }
    },
  };
}
