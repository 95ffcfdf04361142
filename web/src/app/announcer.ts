import { nextTick, readonly, ref } from 'vue';

const message = ref('');

/** What the page's polite live region reads out. */
export const announcement = readonly(message);

/** Says a change aloud to screen readers; saying the same sentence twice is heard twice. */
export function announce(sentence: string): void {
  message.value = '';
  void nextTick(() => (message.value = sentence));
}
