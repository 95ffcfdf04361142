import type { InputProblem } from '../../../kernel/input-problem.ts';
import type { LocalizedText } from '../../../kernel/localized-text.ts';
import { LOCALES } from '../../../kernel/locale.ts';
import { listImageReferences } from './lesson-images.ts';

/** A lesson: its title, and its words in Markdown. Its id stays the same from version to version as long as its words do. */
export interface Lesson {
  readonly id: string;
  readonly title: LocalizedText;
  readonly body: LocalizedText;
}

/** One right answer, or all of several. */
export type QuestionKind = 'SINGLE' | 'MULTIPLE';

/** An answer that can be ticked. */
export interface QuestionOption {
  readonly id: string;
  readonly text: LocalizedText;
  readonly correct: boolean;
}

/** A question of the bank; the explanation is shown once the answer is graded. */
export interface Question {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly prompt: LocalizedText;
  readonly options: readonly QuestionOption[];
  readonly explanation: LocalizedText;
}

/** What makes a version of a course. */
export interface CourseContent {
  readonly name: LocalizedText;
  readonly summary: LocalizedText;
  readonly lessons: readonly Lesson[];
  readonly questions: readonly Question[];
  /** Share of right answers that passes, in percent, 1 to 100. */
  readonly passPercent: number;
  /** How many questions a quiz draws from the bank. */
  readonly questionsPerQuiz: number;
  /** How many quizzes may be started in one local day. */
  readonly triesPerDay: number;
  /** How long a certificate is good for; null: for ever. */
  readonly validityMonths: number | null;
}

/** The rules a new course starts with (Q8). */
export const NEW_COURSE_RULES = { passPercent: 80, questionsPerQuiz: 5, triesPerDay: 3, validityMonths: 24 } as const;

/** What a course may be made of at most. */
export const COURSE_LIMITS = { lessons: 40, questions: 200, options: 8 } as const;

/**
 * Everything that keeps a draft from being published, in the order of the editor; empty when it can be. `imageIds` are the
 * pictures that the course has.
 */
export function listPublishingProblems(content: CourseContent, imageIds: ReadonlySet<string>): InputProblem[] {
  return [
    ...(isComplete(content.name) ? [] : [incomplete('name')]),
    ...(isComplete(content.summary) ? [] : [incomplete('summary')]),
    ...(content.lessons.length > 0 ? [] : [noLesson]),
    ...content.lessons.flatMap((lesson, index) => listLessonProblems(lesson, `lessons.${index}`, imageIds)),
    ...(content.questions.length >= content.questionsPerQuiz ? [] : [tooFewQuestions(content)]),
    ...content.questions.flatMap((question, index) => listQuestionProblems(question, `questions.${index}`)),
  ];
}

function listLessonProblems({ title, body }: Lesson, field: string, imageIds: ReadonlySet<string>): InputProblem[] {
  const images = LOCALES.flatMap((locale) => listImageReferences(body[locale]));
  return [
    ...(isComplete(title) && isComplete(body) ? [] : [incomplete(field)]),
    ...(images.every(({ alt }) => alt !== '') ? [] : [imageWithoutWords(field)]),
    ...(images.every(({ id }) => imageIds.has(id)) ? [] : [unknownImage(field)]),
  ];
}

function listQuestionProblems({ kind, prompt, options, explanation }: Question, field: string): InputProblem[] {
  const right = options.filter(({ correct }) => correct).length;
  const hasGap = ![prompt, explanation, ...options.map(({ text }) => text)].every(isComplete);
  return [
    ...(hasGap ? [incomplete(field)] : []),
    ...(options.length < 2 ? [tooFewOptions(field)] : []),
    ...(kind === 'SINGLE' && right !== 1 ? [needsOneRight(field)] : []),
    ...(kind === 'MULTIPLE' && right === 0 ? [needsSomeRight(field)] : []),
  ];
}

function isComplete(text: LocalizedText): boolean {
  return LOCALES.every((locale) => text[locale].trim() !== '');
}

const incomplete = (field: string): InputProblem => ({
  field,
  code: 'INCOMPLETE',
  message: { en: 'Write every text in both languages.', 'zh-CN': '每段文字都需要中英文两种版本。' },
});
const noLesson: InputProblem = {
  field: 'lessons',
  code: 'NO_LESSON',
  message: { en: 'A course needs at least one lesson.', 'zh-CN': '课程至少需要一节课。' },
};
const imageWithoutWords = (field: string): InputProblem => ({
  field,
  code: 'IMAGE_WITHOUT_WORDS',
  message: {
    en: 'Say in words what each picture shows, between its square brackets: not everybody sees it.',
    'zh-CN': '请在每张图片的方括号中用文字说明画面内容，因为并非所有人都能看到图片。',
  },
});
const unknownImage = (field: string): InputProblem => ({
  field,
  code: 'UNKNOWN_IMAGE',
  message: {
    en: 'It shows a picture that this course does not have. Upload it, or take the reference out.',
    'zh-CN': '引用了本课程中不存在的图片，请上传图片或删除该引用。',
  },
});
const tooFewQuestions = ({ questionsPerQuiz, questions }: CourseContent): InputProblem => ({
  field: 'questions',
  code: 'TOO_FEW_QUESTIONS',
  message: {
    en: `A quiz draws ${questionsPerQuiz} questions, the bank has ${questions.length}.`,
    'zh-CN': `每次测验抽取 ${questionsPerQuiz} 题，题库只有 ${questions.length} 题。`,
  },
});
const tooFewOptions = (field: string): InputProblem => ({
  field,
  code: 'TOO_FEW_OPTIONS',
  message: { en: 'A question needs at least two answers to choose from.', 'zh-CN': '每题至少需要两个选项。' },
});
const needsOneRight = (field: string): InputProblem => ({
  field,
  code: 'NEEDS_ONE_RIGHT',
  message: { en: 'Mark exactly one answer as right.', 'zh-CN': '请标记且只标记一个正确选项。' },
});
const needsSomeRight = (field: string): InputProblem => ({
  field,
  code: 'NEEDS_SOME_RIGHT',
  message: { en: 'Mark at least one answer as right.', 'zh-CN': '请至少标记一个正确选项。' },
});
