import type { DraftPartsFragment, SaveCourseDraftInput } from '../../generated/graphql';
import type { TextPair } from '../../ui/text-pair';

export interface LessonForm {
  /** Null until it is saved. */
  id: string | null;
  /** Stays with the lesson while it is edited and moved. */
  key: number;
  title: TextPair;
  body: TextPair;
}

export interface QuestionForm {
  key: number;
  kind: 'SINGLE' | 'MULTIPLE';
  prompt: TextPair;
  options: { key: number; text: TextPair; correct: boolean }[];
  explanation: TextPair;
}

/** A draft as its form holds it: everything can be changed. */
export interface DraftForm {
  name: TextPair;
  summary: TextPair;
  lessons: LessonForm[];
  questions: QuestionForm[];
  passPercent: number;
  questionsPerQuiz: number;
  triesPerDay: number;
  validityMonths: number | null;
}

let lastKey = 0;
const newKey = (): number => (lastKey += 1);
const pair = ({ en, zhCN }: TextPair): TextPair => ({ en, zhCN });
const empty = (): TextPair => ({ en: '', zhCN: '' });

export function toForm(draft: DraftPartsFragment): DraftForm {
  return {
    name: pair(draft.name),
    summary: pair(draft.summary),
    lessons: draft.lessons.map(({ id, title, body }) => ({ id, key: newKey(), title: pair(title), body: pair(body) })),
    questions: draft.questions.map(({ kind, prompt, options, explanation }) => ({
      key: newKey(),
      kind,
      prompt: pair(prompt),
      options: options.map(({ text, correct }) => ({ key: newKey(), text: pair(text), correct })),
      explanation: pair(explanation),
    })),
    passPercent: draft.passPercent,
    questionsPerQuiz: draft.questionsPerQuiz,
    triesPerDay: draft.triesPerDay,
    validityMonths: draft.validityMonths ?? null,
  };
}

export function toInput(form: DraftForm, versionId: string, revision: number): SaveCourseDraftInput {
  return {
    versionId,
    revision,
    name: pair(form.name),
    summary: pair(form.summary),
    lessons: form.lessons.map(({ id, title, body }) => ({ id, title: pair(title), body: pair(body) })),
    questions: form.questions.map(({ kind, prompt, options, explanation }) => ({
      kind,
      prompt: pair(prompt),
      options: options.map(({ text, correct }) => ({ text: pair(text), correct })),
      explanation: pair(explanation),
    })),
    passPercent: form.passPercent,
    questionsPerQuiz: form.questionsPerQuiz,
    triesPerDay: form.triesPerDay,
    validityMonths: form.validityMonths,
  };
}

export const newLesson = (): LessonForm => ({ id: null, key: newKey(), title: empty(), body: empty() });
export const newOption = (): QuestionForm['options'][number] => ({ key: newKey(), text: empty(), correct: false });
export const newQuestion = (): QuestionForm => ({
  key: newKey(),
  kind: 'SINGLE',
  prompt: empty(),
  options: [newOption(), newOption()],
  explanation: empty(),
});

/** The list with one entry moved by one place; unchanged at its ends. */
export function moved<T>(list: readonly T[], index: number, by: 1 | -1): T[] {
  const target = index + by;
  const entry = list[index];
  if (entry === undefined || target < 0 || target >= list.length) return [...list];
  return list.toSpliced(index, 1).toSpliced(target, 0, entry);
}

/** Marks an answer as right: with one right answer, the others are wrong then. */
export function markRight(question: QuestionForm, key: number, correct: boolean): QuestionForm {
  return {
    ...question,
    options: question.options.map((option) => ({
      ...option,
      correct: option.key === key ? correct : question.kind === 'MULTIPLE' && option.correct,
    })),
  };
}
