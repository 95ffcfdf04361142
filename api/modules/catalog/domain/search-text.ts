const HAN_RUN = /\p{Script=Han}+/gu;

/**
 * The form in which names are searched (A7): the texts in lower case with single spaces, then every two neighbouring
 * Chinese characters as a word of their own, each once, because Chinese has no spaces to find words by. A query put
 * through the same function meets its item word by word.
 *
 * `searchText(['Window cleaning', '擦窗户'])` is `'window cleaning 擦窗户 擦窗 窗户'`. Blank texts leave nothing behind.
 */
export function searchText(texts: readonly string[]): string {
  const plain = texts.map((text) => text.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ')).filter(Boolean);
  const grams = plain.flatMap((text) => text.match(HAN_RUN) ?? []).flatMap(charactersInPairs);
  return [...plain, ...new Set(grams)].join(' ');
}

function charactersInPairs(run: string): string[] {
  // Spread by code point: rare characters take two UTF-16 units.
  const characters = [...run];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
