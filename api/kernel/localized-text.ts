import type { Locale } from './locale.ts';

/** One text in each language of the product. */
export type LocalizedText = Readonly<Record<Locale, string>>;

/** The text in that language. */
export function localize(text: LocalizedText, locale: Locale): string {
  return text[locale];
}
