import { findPhoneNumbers } from './phone-numbers.ts';
import type { Span } from './readable-digits.ts';

/** What stands where something was taken out. */
export const MASK = '•••';

const AT = '(?:\\s*(?:@|＠|﹫|\\(at\\)|\\[at\\]|\\{at\\}|<at>|（at）|艾特|圈a|小老鼠)\\s*)';
const DOT = '(?:\\s*(?:\\.|．|。|·|\\(dot\\)|\\[dot\\]|\\{dot\\}|（点）|点|點)\\s*|\\s+dot\\s+)';
const LABEL = '[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?';
const ENDING = '(?:com|cn|net|org|co|uk|io|me|info|edu|gov|hk|tw|eu|de|fr|app|dev|email|vip|xyz|top)';
const MAIL_HOUSE =
  '(?:gmail|googlemail|qq|163|126|yeah|sina|foxmail|outlook|hotmail|live|yahoo|icloud|proton|protonmail)';
const LOCAL = `[a-z0-9](?:[a-z0-9_%+-]|${DOT}(?=[a-z0-9])){0,60}`;

const ADDRESSES = [
  // With the sign, or what stands for it: any domain, or the name of a mail house alone.
  `${LOCAL}${AT}(?:${LABEL}(?:${DOT}${LABEL}){1,4}|${MAIL_HOUSE})(?![a-z0-9])`,
  // With the word: a domain that ends as domains do.
  `${LOCAL}\\s+at\\s+(?!www)(?:${LABEL}(?:${DOT}${LABEL}){0,3}${DOT}${ENDING}|${MAIL_HOUSE})(?![a-z0-9])`,
];

const CHAT = '(?:微信|薇信|威信|徽信|v信|we\\s?chat|wei\\s?xin|vx|wx|qq|扣扣|whats\\s?app|telegram|skype)';
const LINK = '(?:\\s*(?:[:：=]|号|id|账号|帐号|是|is|name)\\s*){1,4}';
const ACCOUNTS = [
  `(?<![a-z])${CHAT}${LINK}([a-z][a-z0-9_-]{5,19})(?![a-z0-9])`,
  // Without anything between, only what no word looks like.
  `(?<![a-z])(?:加|${CHAT})\\s?(?:v|号)?[\\s:：]*((?=[a-z0-9_-]*[0-9_])[a-z][a-z0-9_-]{4,19})(?![a-z0-9])`,
];

const ADDRESS_PATTERNS = ADDRESSES.map((pattern) => new RegExp(pattern, 'giu'));
const ACCOUNT_PATTERNS = ACCOUNTS.map((pattern) => new RegExp(pattern, 'dgiu'));

/** Only what follows "is" as a plain word is no account: "WeChat is better". */
const PLAIN_WORD = /\bis\s+[a-z]+$/i;

/**
 * A text without what one could be reached at outside of here: phone numbers, e-mail addresses and chat accounts, in Chinese and
 * English spellings. Each is replaced by `MASK`. Prices, times, dates, house numbers and postcodes stay. Doing it again
 * changes nothing. It is a filter, and no proof: whoever is set on it finds a way to say a number.
 */
export function maskContacts(text: string): { readonly text: string; readonly masked: boolean } {
  const spans = [...findAddresses(text), ...findAccounts(text), ...findPhoneNumbers(text)];
  if (spans.length === 0) return { text, masked: false };
  let masked = '';
  let from = 0;
  for (const { start, end } of joined(spans)) {
    masked += text.slice(from, start) + MASK;
    from = end;
  }
  return { text: masked + text.slice(from), masked: true };
}

/** Fullwidth letters and signs as the plain ones they stand for; every character keeps its place. */
function folded(text: string): string {
  return text.replaceAll(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

function findAddresses(text: string): Span[] {
  const plain = folded(text);
  return ADDRESS_PATTERNS.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })),
  );
}

function findAccounts(text: string): Span[] {
  return ACCOUNT_PATTERNS.flatMap((pattern) =>
    [...folded(text).matchAll(pattern)].flatMap((match) => {
      const [start, end] = match.indices?.[1] ?? [0, 0];
      return end === 0 || PLAIN_WORD.test(match[0]) ? [] : [{ start, end }];
    }),
  );
}

/** In order, and those that touch or overlap as one. */
function joined(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
}
