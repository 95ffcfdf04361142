import { onScopeDispose, readonly, ref, type Ref } from 'vue';

/** The present, ticking every `periodMs`; follows the wall clock after the device has slept. */
export function useCurrentTime(periodMs = 1000): Readonly<Ref<number>> {
  const now = ref(Date.now());
  const timer = window.setInterval(() => (now.value = Date.now()), periodMs);
  onScopeDispose(() => window.clearInterval(timer));
  return readonly(now);
}
