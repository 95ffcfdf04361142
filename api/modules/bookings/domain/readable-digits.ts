/** A stretch of a text, in code units; the end is excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A digit however it was written: where it stands, and how many of its kind ("double seven" is two). */
export interface WrittenDigit extends Span {
  readonly digits: string;
}

const HAN: Readonly<Record<string, string>> = {
  '〇': '0', '零': '0', '洞': '0', '一': '1', '壹': '1', '幺': '1', '弌': '1', '二': '2', '贰': '2', '貳': '2', '两': '2', '兩': '2',
  '三': '3', '叁': '3', '參': '3', '四': '4', '肆': '4', '五': '5', '伍': '5', '六': '6', '陆': '6', '陸': '6',
  '七': '7', '柒': '7', '八': '8', '捌': '8', '九': '9', '玖': '9',
}; // prettier-ignore

const WORDS: Readonly<Record<string, string>> = {
  zero: '0', oh: '0', nil: '0', nought: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8',
  nine: '9', ling: '0', yao: '1', yi: '1', er: '2', san: '3', si: '4', wu: '5', liu: '6', qi: '7', ba: '8', jiu: '9',
}; // prettier-ignore
const TIMES: Readonly<Record<string, number>> = { double: 2, triple: 3, treble: 3 };

/** Letters that stand for digits in the midst of digits, as in 138OO13. */
const LOOKALIKES: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1' };

/** Zeros of the scripts whose digits lie ten in a row and do not fold to ours. */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
];
/** Where ❶, ➀ and ➊ begin. */
const RINGED_ONES = [0x2776, 0x2780, 0x278a];

const WORD = new RegExp(`^(?:${Object.keys(WORDS).join('|')})+$`);
const WORD_PARTS = new RegExp(Object.keys(WORDS).join('|'), 'g');

/** Characters that are not seen and may stand anywhere: joiners, marks, the frame of a key cap. */
const UNSEEN = /[\p{Mn}\p{Me}\p{Cf}\uFE0F\u20E3]/u;

/** Whether the character takes no room of its own: a joiner, a mark, the frame of a key cap. */
export function isUnseen(character: string): boolean {
  return UNSEEN.test(character);
}

/** The value of a single character that is a digit in any script or frame; null for all others. */
function digitOf(character: string): string | null {
  const folded = character.normalize('NFKC').replaceAll(/[().]/g, '');
  if (/^\d$/.test(folded)) return folded;
  const han = HAN[character];
  if (han !== undefined) return han;
  const point = character.codePointAt(0) ?? 0;
  const ringed = RINGED_ONES.find((one) => point >= one && point < one + 9);
  if (ringed !== undefined) return String(point - ringed + 1);
  const zero = ZEROS.find((first) => point >= first && point < first + 10);
  return zero === undefined ? null : String(point - zero);
}

/** All digits of a text in order, in figures of any script, in Chinese, and in English words. Overlaps nowhere. */
export function readDigits(text: string): WrittenDigit[] {
  const found: WrittenDigit[] = [];
  let times = 1;
  let timesStart: number | null = null;
  for (const token of text.matchAll(/[A-Za-z\uFF21-\uFF5A]+|[\s\S]/gu)) {
    const start = token.index;
    const end = start + token[0].length;
    const word = token[0].normalize('NFKC').toLowerCase();
    if (word in TIMES) {
      [times, timesStart] = [TIMES[word] ?? 1, start];
      continue;
    }
    const digits = wordDigits(word, found.at(-1)?.end === start) ?? digitOf(token[0]);
    if (digits !== null && digits !== '') {
      const repeated = (digits[0] ?? '').repeat(times - 1) + digits;
      found.push({ start: timesStart ?? start, end, digits: repeated });
    }
    if (/\S/.test(token[0]) && !isUnseen(token[0])) [times, timesStart] = [1, null];
  }
  return found;
}

/** Digits of letters: words for digits, alone or joined, and lookalikes where a digit stands before them. */
function wordDigits(word: string, followsDigit: boolean): string | null {
  if (!/^[a-z]+$/.test(word)) return null;
  if (WORD.test(word)) return [...word.matchAll(WORD_PARTS)].map(([part]) => WORDS[part] ?? '').join('');
  if (!followsDigit || !/^[oli]{1,4}$/.test(word)) return null;
  return [...word].map((letter) => LOOKALIKES[letter] ?? '').join('');
}
