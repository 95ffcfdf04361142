import type { InputProblem } from '../../kernel/input-problem.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import type { CourseContent } from './domain/course-content.ts';
import { CourseNotEditableError } from './training.errors.ts';

const MOST_CHARACTERS = {
  name: 120,
  summary: 500,
  title: 120,
  body: 20_000,
  prompt: 500,
  option: 300,
  explanation: 1_000,
};

/** The first text of a draft that is too long, or null. Gaps are allowed until it is published. */
export function findDraftProblem(
  content: Pick<CourseContent, 'name' | 'summary' | 'lessons' | 'questions'>,
): InputProblem | null {
  const { name, summary, lessons, questions } = content;
  const texts: [LocalizedText, number, string][] = [
    [name, MOST_CHARACTERS.name, 'name'],
    [summary, MOST_CHARACTERS.summary, 'summary'],
    ...lessons.flatMap(({ title, body }, index): [LocalizedText, number, string][] => [
      [title, MOST_CHARACTERS.title, `lessons.${index}`],
      [body, MOST_CHARACTERS.body, `lessons.${index}`],
    ]),
    ...questions.flatMap(({ prompt, options, explanation }, index): [LocalizedText, number, string][] => [
      [prompt, MOST_CHARACTERS.prompt, `questions.${index}`],
      ...options.map(({ text }): [LocalizedText, number, string] => [
        text,
        MOST_CHARACTERS.option,
        `questions.${index}`,
      ]),
      [explanation, MOST_CHARACTERS.explanation, `questions.${index}`],
    ]),
  ];
  const found = texts.find(([text, most]) => Math.max(text.en.length, text['zh-CN'].length) > most);
  return found ? tooLong(found[2], found[1]) : null;
}

function tooLong(field: string, most: number): InputProblem {
  return {
    field,
    code: 'TOO_LONG',
    message: { en: `At most ${most} characters fit here.`, 'zh-CN': `这里最多 ${most} 个字符。` },
  };
}

/** No such course or draft; a published version is one that cannot be edited. */
export function unknownDraft(context: RequestContext): CourseNotEditableError {
  return new CourseNotEditableError(
    'UNKNOWN',
    say(context, { en: 'There is no such draft.', 'zh-CN': '没有这个草稿。' }),
  );
}

/** Somebody saved or published it since. */
export function changedDraft(context: RequestContext): CourseNotEditableError {
  return new CourseNotEditableError(
    'CHANGED',
    say(context, {
      en: 'Somebody has saved this draft since you opened it. Look again; your words are still on your screen.',
      'zh-CN': '草稿在您打开之后被他人保存过，请重新查看。您写的内容仍在屏幕上。',
    }),
  );
}
