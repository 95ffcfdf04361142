import { computed, ref, shallowRef } from 'vue';
import { ConfirmTotpDocument, StartTotpDocument, type ConfirmTotpMutation } from '@/generated/graphql';
import { useApiMutation, type RequestFailure } from './graphql-client';

type Confirmed = Extract<ConfirmTotpMutation['confirmTotp'], { __typename: 'TotpConfirmed' }>;

/** Setting up an authenticator app: its secret, then its first code. With a challenge, before somebody is let in. */
export function useTotpEnrolment(challenge: string | null) {
  const starting = useApiMutation(StartTotpDocument);
  const confirming = useApiMutation(ConfirmTotpDocument);
  const setup = shallowRef<{ appId: string; secret: string; uri: string }>();
  const problem = ref('');
  /** What was begun is over; only starting again helps. */
  const isOver = ref(false);
  const failure = shallowRef<RequestFailure>();

  return {
    setup,
    problem,
    isOver,
    failure,
    busy: computed(() => starting.busy.value || confirming.busy.value),

    async begin(name: string): Promise<void> {
      problem.value = '';
      isOver.value = false;
      const { data, failure: failed } = await starting.run({ input: { name, challenge } });
      failure.value = failed;
      if (!data) return;
      const result = data.startTotp;
      if (result.__typename === 'TotpStarted') {
        setup.value = result;
        return;
      }
      problem.value = result.message;
      isOver.value = true;
    },

    async confirm(code: string): Promise<Confirmed | undefined> {
      problem.value = '';
      if (!setup.value) return undefined;
      const input = { appId: setup.value.appId, code, challenge };
      const { data, failure: failed } = await confirming.run({ input });
      failure.value = failed;
      const result = data?.confirmTotp;
      if (result?.__typename === 'TotpConfirmed') return result;
      problem.value = result?.message ?? '';
      isOver.value = result?.__typename === 'ChallengeExpiredError';
      return undefined;
    },

    giveUp(): void {
      setup.value = undefined;
      problem.value = '';
      failure.value = undefined;
    },
  };
}
