import { readonly, ref } from 'vue';

const query = window.matchMedia('(min-width: 860px)');
const matches = ref(query.matches);
query.addEventListener('change', (event) => (matches.value = event.matches));

/** Whether seven columns of a week fit side by side. */
export const isWide = readonly(matches);
