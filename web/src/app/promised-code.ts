import { ref, shallowRef } from 'vue';
import type { CodePromisedFieldsFragment, PhoneInput } from '@/generated/graphql';
import type { ApiAnswer, RequestFailure } from './graphql-client';

export type CodeAnswer =
  ({ __typename: 'CodePromised' } & CodePromisedFieldsFragment) | { __typename: string; message: string };

/** Asking for a code by text, and for another one. `ask` sends what was written the last time unless it is given something. */
export function usePromisedCode(send: (input: PhoneInput) => Promise<ApiAnswer<CodeAnswer>>) {
  const promised = shallowRef<CodePromisedFieldsFragment>();
  const problem = ref('');
  const failure = shallowRef<RequestFailure>();
  let last: PhoneInput | undefined;

  return {
    promised,
    problem,
    failure,

    async ask(input: PhoneInput | undefined = last): Promise<boolean> {
      if (!input) return false;
      last = input;
      problem.value = '';
      const { data, failure: failed } = await send(input);
      failure.value = failed;
      if (!data) return false;
      if ('requestId' in data) {
        promised.value = data;
        return true;
      }
      problem.value = data.message;
      return false;
    },

    forget(): void {
      promised.value = undefined;
      problem.value = '';
      failure.value = undefined;
    },
  };
}
