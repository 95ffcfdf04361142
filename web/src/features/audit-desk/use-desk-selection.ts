import { computed, nextTick, onBeforeUnmount, onMounted, watch, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { isShortcut } from '@/app/shortcuts';
import { hasBothInView } from './desk-width';
import { neighbourOf, nextToDecide } from './queue-moves';

interface Selectable {
  readonly id: string;
  readonly claimedByMe: boolean;
  readonly claimedByOther: boolean;
}

/**
 * Which item of the queue is open: kept in the address under `name` beside whatever else stands there, moved by the arrow
 * keys. On a wide desk something is always open; on a phone the queue comes first. `onEscape` may take the key first.
 */
export function useDeskSelection(name: string, items: Ref<readonly Selectable[]>, onEscape: () => boolean) {
  const route = useRoute();
  const router = useRouter();
  const chosen = computed(() => {
    const value = route.query[name];
    return typeof value === 'string' && value ? value : undefined;
  });

  function open(id: string | undefined): void {
    const { [name]: _left, ...rest } = route.query;
    void router.replace({ query: id ? { ...rest, [name]: id } : rest });
  }

  watch(
    [items, chosen, hasBothInView],
    ([list, id, wide]) => {
      if (!wide || id || !list[0]) return;
      open(
        (list.find(({ claimedByMe }) => claimedByMe) ?? list.find(({ claimedByOther }) => !claimedByOther) ?? list[0])
          .id,
      );
    },
    { immediate: true },
  );

  /** After a decision: the next one that nobody has, with the focus on it. */
  async function goOn(decided: string): Promise<void> {
    const next = nextToDecide(items.value, decided);
    open(next);
    await nextTick();
    document.querySelector<HTMLElement>(next ? `[data-credential="${next}"]` : 'h1')?.focus();
  }

  function press(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      if (!onEscape() && !hasBothInView.value) open(undefined);
      return;
    }
    if (!isShortcut(event) || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const ids = items.value.map(({ id }) => id);
    const target = neighbourOf(ids, chosen.value, event.key === 'ArrowDown' ? 1 : -1);
    if (!target) return;
    event.preventDefault();
    open(target);
    const link = document.querySelector<HTMLElement>(`[data-credential="${target}"]`);
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'nearest' });
  }
  onMounted(() => window.addEventListener('keydown', press));
  onBeforeUnmount(() => window.removeEventListener('keydown', press));

  return { chosen, open, goOn };
}
