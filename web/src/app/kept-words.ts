const PREFIX = 'doorstep.words.';

/** What was typed into a form, by field. */
export type KeptWords = Readonly<Record<string, string>>;

/** Words of a form that were kept in this tab, so that a reload or a wrong turn loses none; empty when there are none. */
export function readWords(name: string): KeptWords {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(PREFIX + name) ?? '{}');
    if (typeof kept !== 'object' || kept === null) return {};
    return Object.fromEntries(
      Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    // Storage may be closed to us, or hold what an older version wrote: the form begins as it is saved.
    return {};
  }
}

export function keepWords(name: string, words: KeptWords): void {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(words));
  } catch {
    // Without storage the words live as long as the page.
  }
}

export function dropWords(name: string): void {
  try {
    sessionStorage.removeItem(PREFIX + name);
  } catch {
    // What could not be kept need not be dropped.
  }
}

/** Of all forms: whoever comes to this device next must not read them. */
export function dropAllWords(): void {
  try {
    const keys = Array.from({ length: sessionStorage.length }, (_, index) => sessionStorage.key(index));
    for (const key of keys) if (key?.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // What could not be kept need not be dropped.
  }
}
