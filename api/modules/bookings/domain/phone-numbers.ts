import { isUnseen, readDigits } from './readable-digits.ts';
import type { Span, WrittenDigit } from './readable-digits.ts';

/** Digits that stand side by side, with nothing seen between them. */
interface Group extends Span {
  readonly digits: string;
  /** What is seen between the group before and this one; empty for the first of its run. */
  readonly gap: string;
}

/** Between two digits of one number there are at most three signs and some blanks, and never a letter. */
const GAP = /^(?=.{0,8}$)(?:\s*[\p{P}\p{S}]){0,3}\s*$/su;
/** Whoever lists numbers puts these between them, within a number they are rare. */
const LISTING = /[,，、;；\n]/;

/** A Chinese mobile number, whose length is known; an international one, and a national one with its leading zero. */
const MOBILE = /^(?:00)?(?:86)?1[3-9]\d{9}$/;
const DIALLED = [/^00[1-9]\d{7,13}$/, /^0[1-9]\d{7,10}$/];
const MOST_DIGITS = 17;
const FEWEST_DIGITS = 7;
/** Whoever names what follows needs fewer to be understood. */
const FEWEST_NAMED = 5;
const NAMED =
  /(?:电话|手机|座机|号码|热线|微信|薇信|威信|扣扣|qq|vx|v信|wechat|whatsapp|phone|mobile|call|ring|text me|tel|number)[^\p{L}\p{N}]*(?:号|是|is|me|my|on|at|no)*[^\p{L}\p{N}]*$/iu;

const CURRENCY = '[¥￥$£€]';
const AMOUNT = '[1-9]\\d{0,2}(?:,\\d{3})+(?:\\.\\d{1,2})?|(?:0|[1-9]\\d{0,6})(?:\\.\\d{1,2})?';
const UNIT = '(?:元|块|圆|人民币|英镑|镑|万|pounds?|quid|yuan|rmb|cny|gbp|usd|eur|pence|[¥￥$£€])';
const HARMLESS = [
  // Prices, in front of or behind which their currency stands.
  `${CURRENCY}\\s?(?:${AMOUNT})(?![\\d])`,
  `(?<![\\d.,])(?:${AMOUNT})\\s?${UNIT}`,
  // Dates: 2026-11-28, 28/11/2026, 20261128, 11/28; years and a span of them.
  '(?<!\\d)(?:19|20)\\d{2}\\s?[-/.年]\\s?(?:0?[1-9]|1[0-2])\\s?[-/.月]\\s?(?:0?[1-9]|[12]\\d|3[01])(?!\\d)',
  '(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\\d{2}(?!\\d)',
  '(?<![\\d-])(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?![\\d-])',
  '(?<![\\d-])(?:19|20)\\d{2}\\s?[-–—~～至到]\\s?(?:19|20)\\d{2}(?![\\d-])',
  // Times of the day: 10:30, 09:30-11:00.
  '(?<![\\d:：])(?:[01]?\\d|2[0-3])[:：][0-5]\\d(?:[:：][0-5]\\d)?(?![\\d:：])',
  // An American postcode with its four further figures.
  '(?<![\\d-])\\d{5}-\\d{4}(?![\\d-])',
];
const HARMLESS_PATTERN = new RegExp(HARMLESS.join('|'), 'giu');
const POSTCODE = /^[1-9]\d{5}$/;

/** Where in the text phone numbers and numbers of chat accounts are written. */
export function findPhoneNumbers(text: string): Span[] {
  const harmless = [...text.matchAll(HARMLESS_PATTERN)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
  const digits = readDigits(text);
  return toRuns(text, digits, harmless).flatMap((run) => numbersOf(text, run));
}

/** Groups of digits between which nothing but signs stands, each run by itself. What is harmless belongs to none. */
function toRuns(text: string, digits: readonly WrittenDigit[], harmless: readonly Span[]): Group[][] {
  const runs: Group[][] = [];
  let last: Group | undefined;
  for (const digit of digits) {
    if (harmless.some(({ start, end }) => digit.start >= start && digit.end <= end)) {
      last = undefined;
      continue;
    }
    const between = last === undefined ? null : seenBetween(text, last.end, digit.start);
    const run = runs.at(-1);
    if (run && last && between === '') {
      last = { ...last, end: digit.end, digits: last.digits + digit.digits };
      run[run.length - 1] = last;
      continue;
    }
    const goesOn = run !== undefined && between !== null && GAP.test(between);
    last = { ...digit, gap: goesOn ? between : '' };
    if (goesOn) run.push(last);
    else runs.push([last]);
  }
  return runs;
}

function seenBetween(text: string, from: number, to: number): string {
  return [...text.slice(from, to)].filter((character) => !isUnseen(character)).join('');
}

/** What of a run is a number to be reached at, from its beginning on. */
function numbersOf(text: string, run: readonly Group[]): Span[] {
  const found: Span[] = [];
  let at = 0;
  while (at < run.length) {
    const length = shapedFrom(text, run, at) || plainFrom(text, run, at);
    const [first, last] = [run[at], run[at + Math.max(length, 1) - 1]];
    if (length > 0 && first && last)
      found.push({ start: withSign(text, first.start), end: afterUnseen(text, last.end) });
    at += Math.max(length, 1);
  }
  return found;
}

/** How many groups from here on make a number of a known shape; 0 for none. Of those without a fixed length, the longest. */
function shapedFrom(text: string, run: readonly Group[], at: number): number {
  const start = run[at]?.start ?? 0;
  const prefix = withSign(text, start) < start ? '00' : '';
  let joined = prefix;
  let isList = false;
  let longest = 0;
  for (let index = at; index < run.length && joined.length <= MOST_DIGITS; index += 1) {
    const { digits = '', gap = '' } = run[index] ?? {};
    joined += digits;
    isList ||= index > at && LISTING.test(gap);
    if (MOBILE.test(joined)) return index - at + 1;
    if (!isList && DIALLED.some((shape) => shape.test(joined))) longest = index - at + 1;
  }
  return longest;
}

/** How many groups from here on are figures such as nobody writes for anything but a number; 0 for none. */
function plainFrom(text: string, run: readonly Group[], at: number): number {
  const first = run[at];
  if (first === undefined) return 0;
  const isNamed = NAMED.test(text.slice(Math.max(0, first.start - 30), first.start));
  if (first.digits.length >= (isNamed ? FEWEST_NAMED : FEWEST_DIGITS)) return 1;
  let total = 0;
  let groups = 0;
  for (let index = at; index < run.length; index += 1) {
    const { digits = '', gap = '' } = run[index] ?? {};
    if (groups > 0 && LISTING.test(gap)) break;
    if (!isNamed && (digits.length < 3 || POSTCODE.test(digits))) break;
    total += digits.length;
    groups += 1;
  }
  if (isNamed) return total >= FEWEST_NAMED && groups > 0 ? groups : 0;
  return total >= 9 ? groups : 0;
}

/** What is not seen behind a figure, as the frame of a key cap, belongs to it. */
function afterUnseen(text: string, end: number): number {
  let after = end;
  for (const character of text.slice(end)) {
    if (!isUnseen(character)) return after;
    after += character.length;
  }
  return after;
}

/** Where the number begins with the sign in front of it. */
function withSign(text: string, start: number): number {
  const before = /[+＋]\s?\(?$/.exec(text.slice(Math.max(0, start - 3), start));
  return before === null ? start : start - before[0].length;
}
