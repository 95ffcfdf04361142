import { computed, ref, watchEffect } from 'vue';

export type ThemeChoice = 'system' | 'light' | 'dark';
const storageKey = 'doorstep.theme';

const systemDark = window.matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = ref(systemDark.matches);
systemDark.addEventListener('change', (event) => (systemIsDark.value = event.matches));

const stored = document.documentElement.dataset['theme'];
const themeChoice = ref<ThemeChoice>(stored === 'light' || stored === 'dark' ? stored : 'system');
export const isDark = computed(() =>
  themeChoice.value === 'system' ? systemIsDark.value : themeChoice.value === 'dark',
);

watchEffect(() => {
  const root = document.documentElement;
  if (themeChoice.value === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = themeChoice.value;
  try {
    if (themeChoice.value === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, themeChoice.value);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
});

/** Switches to the other theme; back to following the system when that is what the system shows. */
export function toggleTheme(): void {
  const dark = !isDark.value;
  themeChoice.value = dark === systemIsDark.value ? 'system' : dark ? 'dark' : 'light';
}
