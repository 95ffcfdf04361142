import { onBeforeUnmount, onMounted } from 'vue';
import { onBeforeRouteLeave, onBeforeRouteUpdate, type RouteLocationNormalized } from 'vue-router';

export interface UnsavedWords {
  /** Whether something was typed that is not saved. */
  readonly isDirty: () => boolean;
  /** What to ask whoever is about to leave. */
  readonly question: () => string;
  /** Whether a change of the address that stays on the page leaves the form, too; without it none does. */
  readonly leaves?: (to: RouteLocationNormalized) => boolean;
}

/**
 * Asks before words that are not saved are left behind, by a link, by going back, or by closing the tab. For a form inside a
 * page of the router; a browser asks in words of its own when the tab is closed.
 */
export function useUnsavedWords({ isDirty, question, leaves }: UnsavedWords): void {
  const mayLeave = (): boolean => !isDirty() || window.confirm(question());
  onBeforeRouteLeave(mayLeave);
  onBeforeRouteUpdate((to) => !leaves?.(to) || mayLeave());

  const warn = (event: BeforeUnloadEvent): void => {
    if (isDirty()) event.preventDefault();
  };
  onMounted(() => window.addEventListener('beforeunload', warn));
  onBeforeUnmount(() => window.removeEventListener('beforeunload', warn));
}
