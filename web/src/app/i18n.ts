import { computed, type App } from 'vue';
import { createI18n } from 'vue-i18n';

export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

const storageKey = 'doorstep.locale';
/** Texts of one feature: sentences, or groups of them. */
export interface Messages {
  [key: string]: string | Messages;
}

/** One file per feature and language; its name is the first part of every key in it (`shell.json` → `shell.…`). */
const messageFiles = import.meta.glob<Messages>('../locales/*/*.json', { import: 'default' });
const loaded = new Set<string>();
const wanted = new Set<string>(['shell', 'search']);

function preferredLocale(): Locale {
  const stored = readStored();
  if (stored) return stored;
  return navigator.languages.some((language) => language.toLowerCase().startsWith('zh')) ? 'zh-CN' : 'en';
}

function readStored(): Locale | undefined {
  try {
    const stored = localStorage.getItem(storageKey);
    return locales.find((locale) => locale === stored);
  } catch {
    return undefined;
  }
}

const i18n = createI18n({
  legacy: false as const,
  locale: preferredLocale(),
  fallbackLocale: false as const,
  messages: { en: {}, 'zh-CN': {} },
});

export const currentLocale = computed<Locale>(() => (i18n.global.locale.value === 'zh-CN' ? 'zh-CN' : 'en'));

async function loadFeature(locale: Locale, feature: string): Promise<void> {
  const path = `../locales/${locale}/${feature}.json`;
  const load = messageFiles[path];
  if (!load || loaded.has(path)) return;
  i18n.global.mergeLocaleMessage(locale, { [feature]: await load() });
  loaded.add(path);
}

/** Makes the texts of these features ready in the current language; routes name theirs in `meta.texts`. */
export async function loadTexts(features: readonly string[]): Promise<void> {
  features.forEach((feature) => wanted.add(feature));
  await Promise.all(features.map((feature) => loadFeature(currentLocale.value, feature)));
}

/** Changes the language of every text on screen at once, and remembers it on this device. */
export async function changeLocale(locale: Locale): Promise<void> {
  await Promise.all([...wanted].map((feature) => loadFeature(locale, feature)));
  i18n.global.locale.value = locale;
  document.documentElement.lang = locale;
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // A closed storage only means that the choice lasts as long as the page.
  }
}

export async function installI18n(app: App): Promise<void> {
  app.use(i18n);
  document.documentElement.lang = currentLocale.value;
  await loadTexts([...wanted]);
}
