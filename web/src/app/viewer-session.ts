import { computed, ref, shallowRef } from 'vue';
import {
  CurrentViewerDocument,
  SetLocaleDocument,
  SignOutDocument,
  type ViewerFieldsFragment,
  type Role,
} from '@/generated/graphql';
import { askOnce, restartClient, useApiMutation, type RequestFailure } from './graphql-client';
import { dropAllWords } from './kept-words';
import { changeLocale, currentLocale, type Locale } from './i18n';

const viewer = shallowRef<ViewerFieldsFragment | null>(null);
const known = ref(false);
const failure = shallowRef<RequestFailure>();
let pending: Promise<void> | undefined;

async function load(): Promise<void> {
  const answer = await askOnce(CurrentViewerDocument, {});
  failure.value = answer.failure;
  if (answer.data) {
    viewer.value = answer.data.viewer ?? null;
    known.value = true;
  }
}

/** Resolves when it is known who is signed in (or that the server could not be asked). */
export async function viewerKnown(): Promise<void> {
  if (known.value) return Promise.resolve();
  pending ??= load().finally(() => (pending = undefined));
  return pending;
}

export async function refreshViewer(): Promise<void> {
  await load();
}

/** The person signed in on this device. One state for the whole application. */
export function useViewer() {
  const signOutMutation = useApiMutation(SignOutDocument);
  const setLocaleMutation = useApiMutation(SetLocaleDocument);

  return {
    viewer: computed(() => viewer.value),
    known: computed(() => known.value),
    failure: computed(() => failure.value),
    isSignedIn: computed(() => viewer.value !== null),
    hasRole: (role: Role): boolean => viewer.value?.roles.includes(role) ?? false,

    /** To be called with the viewer that signing in or up returned. */
    async welcome(person: ViewerFieldsFragment): Promise<void> {
      viewer.value = person;
      known.value = true;
      restartClient();
    },

    async signOut(): Promise<RequestFailure | undefined> {
      const answer = await signOutMutation.run({});
      if (answer.failure) return answer.failure;
      dropAllWords();
      viewer.value = null;
      restartClient();
      return undefined;
    },

    async switchLocale(locale: Locale): Promise<void> {
      if (locale === currentLocale.value) return;
      await changeLocale(locale);
      restartClient();
      if (viewer.value) await setLocaleMutation.run({ locale });
    },
  };
}
