import type { CourseContent, Question } from '../../../api/modules/training/domain/course-content.ts';

const both = (text: string): { en: string; 'zh-CN': string } => ({ en: text, 'zh-CN': text });

/** A question with so many right and wrong answers; their ids begin with `right` and `wrong`. */
export function buildQuestion(id: string, right = 1, wrong = 2): Question {
  const options = [
    ...Array.from({ length: right }, (_, index) => ({ id: `${id}-right-${index}`, correct: true })),
    ...Array.from({ length: wrong }, (_, index) => ({ id: `${id}-wrong-${index}`, correct: false })),
  ];
  return {
    id,
    kind: right === 1 ? 'SINGLE' : 'MULTIPLE',
    prompt: both(`prompt ${id}`),
    options: options.map((option) => ({ ...option, text: both(option.id) })),
    explanation: both('because'),
  };
}

/** A bank of so many questions with one right answer each. */
export function buildBank(size: number): Question[] {
  return Array.from({ length: size }, (_, index) => buildQuestion(`q${index}`));
}

/** A course that can be published. */
export function buildContent(overrides: Partial<CourseContent> = {}): CourseContent {
  return {
    name: both('Safe work'),
    summary: both('How not to get hurt.'),
    lessons: [{ id: 'l1', title: both('Labels'), body: both('Read them.') }],
    questions: buildBank(6),
    passPercent: 80,
    questionsPerQuiz: 5,
    triesPerDay: 3,
    validityMonths: 24,
    ...overrides,
  };
}
