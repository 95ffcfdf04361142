import { computed, shallowRef, watch } from 'vue';
import { AccountStandingDocument, type AccountStandingQuery } from '@/generated/graphql';
import { askOnce } from './graphql-client';
import { useViewer } from './viewer-session';

type Standing = NonNullable<AccountStandingQuery['viewer']>;

const standing = shallowRef<Standing | null>(null);

/** Asks again, after something about it was changed. */
export async function refreshStanding(): Promise<void> {
  const answer = await askOnce(AccountStandingDocument, {});
  if (answer.data) standing.value = answer.data.viewer ?? null;
}

/** What the person signed in has to be told wherever they are: that their account is about to go, that a text is new. */
export function useAccountStanding() {
  const { viewer } = useViewer();
  watch(
    () => viewer.value?.id,
    (id) => {
      standing.value = null;
      if (id !== undefined) void refreshStanding();
    },
    { immediate: true },
  );
  return {
    erasure: computed(() => standing.value?.erasure ?? undefined),
    /** Texts that nobody can have an account without, which they agreed to in an earlier version. */
    changedTexts: computed(
      () => standing.value?.consents.filter(({ state, text }) => text.required && state === 'OUTDATED') ?? [],
    ),
  };
}
