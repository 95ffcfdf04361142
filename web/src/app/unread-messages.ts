import { onScopeDispose, readonly, ref, watch } from 'vue';
import { UnreadMessagesDocument } from '@/generated/graphql';
import { askOnce } from './graphql-client';
import { useViewer } from './viewer-session';

const LOOK_EVERY_MS = 60_000;
const unread = ref(0);

/** How many messages wait for whoever is signed in, as far as was known at the last look. */
export const unreadMessages = readonly(unread);

/** Looks again, e.g. after some were read. */
export async function refreshUnread(): Promise<void> {
  const answer = await askOnce(UnreadMessagesDocument, {});
  if (answer.data) unread.value = answer.data.viewer?.unreadMessages ?? 0;
}

/** Looks now and then while the page is seen. Call it in `setup` of what shows the number. */
export function useUnreadMessages(): void {
  const { viewer } = useViewer();
  const look = (): void => {
    if (viewer.value !== null && document.visibilityState === 'visible') void refreshUnread();
  };
  watch(
    () => viewer.value?.id,
    (id) => {
      unread.value = 0;
      if (id !== undefined) look();
    },
    { immediate: true },
  );
  const timer = window.setInterval(look, LOOK_EVERY_MS);
  document.addEventListener('visibilitychange', look);
  onScopeDispose(() => {
    window.clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  });
}
