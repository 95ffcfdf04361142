import { readonly, ref } from 'vue';

const query = window.matchMedia('(min-width: 761px)');
const matches = ref(query.matches);
query.addEventListener('change', (event) => (matches.value = event.matches));

/** Whether the queue and an item are on screen together; on a phone it is one after the other. */
export const hasBothInView = readonly(matches);
