/** The languages every text of the product exists in. */
export const LOCALES = ['en', 'zh-CN'] as const;

/** A language of the product, as a BCP 47 tag. */
export type Locale = (typeof LOCALES)[number];

/** Whether the value is a language the product speaks. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/**
 * The language of ours which an `Accept-Language` header (RFC 9110, 12.5.4) prefers; `fallback` if it names none.
 * Any Chinese or English tag counts as the one we have: zh-TW reads our zh-CN more easily than English.
 */
export function negotiateLocale(acceptLanguage: string | undefined, fallback: Locale): Locale {
  const ranges = (acceptLanguage ?? '').split(',').map(toLanguageRange);
  let preferred: { locale: Locale; weight: number } | null = null;
  for (const { tag, weight } of ranges) {
    const locale = closestLocale(tag, fallback);
    // Strictly greater: of equals, the one named first wins.
    if (locale !== null && weight > (preferred?.weight ?? 0)) preferred = { locale, weight };
  }
  return preferred?.locale ?? fallback;
}

function toLanguageRange(part: string): { tag: string; weight: number } {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { tag, weight: weight >= 0 && weight <= 1 ? weight : 0 };
}

function closestLocale(tag: string, fallback: Locale): Locale | null {
  if (tag === '*') return fallback;
  const language = tag.split('-')[0];
  if (language === 'zh') return 'zh-CN';
  return language === 'en' ? 'en' : null;
}
