import { shallowRef, watch, type Ref } from 'vue';

/** What was read last, kept on screen while the network is down: a failed question has no answer, and takes none away. */
export function lastAnswer<T>(answer: Readonly<Ref<T | undefined>>): Ref<T | undefined> {
  const last = shallowRef<T | undefined>(answer.value);
  watch(answer, (next) => {
    if (next !== undefined) last.value = next;
  });
  return last;
}
