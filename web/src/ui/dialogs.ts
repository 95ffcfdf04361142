import { defineAsyncComponent } from 'vue';

/** A modal dialog: focus moves in and back, Escape closes. Loaded when first opened (render it with `v-if` until then). */
export const AppDialog = defineAsyncComponent(() => import('./kit/DialogPanel.vue'));

/** The same from the bottom edge, for filters and pickers on a phone. */
export const AppSheet = defineAsyncComponent(() => import('./kit/SheetPanel.vue'));
