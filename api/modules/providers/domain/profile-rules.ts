import type { InputProblem } from '../../../kernel/input-problem.ts';
import type { LocalizedText } from '../../../kernel/localized-text.ts';

/** Longest texts of a résumé, in characters, and the shortest account of oneself. */
export const PROFILE_LIMITS = {
  displayName: 60,
  headline: 140,
  about: 2_000,
  speciality: 40,
  shortestAbout: 20,
} as const;

/** The texts and lists of a résumé as they are checked: trimmed, and filled up by `bothLanguages`. */
export interface ProfileWords {
  readonly displayName: LocalizedText;
  readonly headline: LocalizedText;
  readonly about: LocalizedText;
  readonly specialities: readonly LocalizedText[];
  readonly languages: readonly string[];
}

/** A text in both languages: where one is empty, the other stands in for it. */
export function bothLanguages(text: LocalizedText): LocalizedText {
  return { en: text.en || text['zh-CN'], 'zh-CN': text['zh-CN'] || text.en };
}

/** Something that leads around the platform: an e-mail address, a web address, or nine digits and more in a row. */
const CONTACT = /[\w.+-]+@[\w-]+\.\w{2,}|https?:\/\/|www\.|(?:\+?\d[\s().-]?){9,}/u;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}$/u;

/** What is wrong with a résumé, the first thing only; null when it can be saved. */
export function findProfileProblem(words: ProfileWords): InputProblem | null {
  const texts: readonly (readonly [field: string, text: LocalizedText, longest: number])[] = [
    ['displayName', words.displayName, PROFILE_LIMITS.displayName],
    ['headline', words.headline, PROFILE_LIMITS.headline],
    ['about', words.about, PROFILE_LIMITS.about],
    ...words.specialities.map((text, index) => [`specialities[${index}]`, text, PROFILE_LIMITS.speciality] as const),
  ];
  for (const [field, text, longest] of texts) {
    const found = findTextProblem(field, text, longest);
    if (found) return found;
  }
  if (Object.values(words.about).some((text) => characters(text) < PROFILE_LIMITS.shortestAbout))
    return problem(
      'about',
      'TOO_SHORT',
      `Tell a little more: at least ${PROFILE_LIMITS.shortestAbout} characters.`,
      `请再多写一些：至少 ${PROFILE_LIMITS.shortestAbout} 个字。`,
    );
  return findLanguageProblem(words.languages);
}

/** What is wrong with one text of a résumé in either language, or null. */
export function findTextProblem(field: string, text: LocalizedText, longest: number): InputProblem | null {
  const values = Object.values(text);
  if (values.some((value) => value === '')) return problem(field, 'EMPTY', 'Write something here.', '请填写此项。');
  if (values.some((value) => characters(value) > longest))
    return problem(field, 'TOO_LONG', `Use at most ${longest} characters.`, `最多 ${longest} 个字。`);
  if (values.some((value) => CONTACT.test(value)))
    return problem(
      field,
      'CONTACT',
      'Leave out phone numbers, e-mail addresses and links: households reach you here.',
      '请勿填写电话、邮箱或链接：住户会在平台内联系您。',
    );
  return null;
}

function findLanguageProblem(languages: readonly string[]): InputProblem | null {
  if (languages.length === 0)
    return problem('languages', 'EMPTY', 'Name one language at least.', '请至少选择一种语言。');
  const wrong = languages.findIndex((tag, index) => !LANGUAGE.test(tag) || languages.indexOf(tag) !== index);
  return wrong === -1
    ? null
    : problem(
        `languages[${wrong}]`,
        'UNKNOWN_LANGUAGE',
        'This is no language, or it is named twice.',
        '语言有误或重复。',
      );
}

/** Characters as people count them, not UTF-16 units. */
function characters(text: string): number {
  return [...text].length;
}

function problem(field: string, code: string, en: string, zh: string): InputProblem {
  return { field, code, message: { en, 'zh-CN': zh } };
}
