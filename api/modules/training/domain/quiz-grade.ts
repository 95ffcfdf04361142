import type { Question } from './course-content.ts';
import type { DrawnQuestion } from './quiz-draw.ts';

/** What was ticked for a question. */
export interface QuizAnswer {
  readonly questionId: string;
  readonly optionIds: readonly string[];
}

/** How one question was answered. */
export interface GradedQuestion {
  readonly questionId: string;
  readonly chosenIds: readonly string[];
  readonly rightIds: readonly string[];
  readonly isRight: boolean;
}

/** What a quiz comes to. */
export interface QuizGrade {
  /** In the order they were asked. */
  readonly questions: readonly GradedQuestion[];
  readonly rightCount: number;
  readonly hasPassed: boolean;
}

/**
 * Grades a quiz. A question counts when exactly the right answers were ticked, no more and no fewer; one left open is wrong.
 * Passed means: right answers ÷ questions ≥ pass mark, compared in whole numbers, so that 4 of 5 is 80 % and never 79.99 %.
 * A quiz without questions is never passed. Throws `RangeError` when a question was drawn that the bank does not have.
 */
export function gradeQuiz(
  drawn: readonly DrawnQuestion[],
  bank: readonly Question[],
  answers: readonly QuizAnswer[],
  passPercent: number,
): QuizGrade {
  const byId = new Map(bank.map((question) => [question.id, question]));
  const chosen = new Map(answers.map(({ questionId, optionIds }) => [questionId, optionIds]));
  const questions = drawn.map(({ questionId, optionIds }) => {
    const question = byId.get(questionId);
    if (!question) throw new RangeError(`the bank has no question ${questionId}`);
    const ticked = new Set(chosen.get(questionId));
    const rightIds = question.options.filter(({ correct }) => correct).map(({ id }) => id);
    const isRight = ticked.size === rightIds.length && rightIds.every((id) => ticked.has(id));
    return { questionId, chosenIds: optionIds.filter((id) => ticked.has(id)), rightIds, isRight };
  });
  const rightCount = questions.filter(({ isRight }) => isRight).length;
  return {
    questions,
    rightCount,
    hasPassed: questions.length > 0 && rightCount * 100 >= passPercent * questions.length,
  };
}

/** Whether the answers are to questions of this quiz, each at most once, and tick only answers it offers, each at most once. */
export function isAnswerSheetOf(drawn: readonly DrawnQuestion[], answers: readonly QuizAnswer[]): boolean {
  const offered = new Map(drawn.map(({ questionId, optionIds }) => [questionId, new Set(optionIds)]));
  const hasNoRepeats = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
  return (
    hasNoRepeats(answers.map(({ questionId }) => questionId)) &&
    answers.every(
      ({ questionId, optionIds }) =>
        hasNoRepeats(optionIds) && optionIds.every((id) => offered.get(questionId)?.has(id) ?? false),
    ) &&
    answers.every(({ questionId }) => offered.has(questionId))
  );
}

/** Whether two answer sheets tick the same, whatever the order. */
export function isSameSheet(a: readonly QuizAnswer[], b: readonly QuizAnswer[]): boolean {
  return canonicalSheet(a) === canonicalSheet(b);
}

/** A question with nothing ticked is the same as one left out. */
function canonicalSheet(answers: readonly QuizAnswer[]): string {
  return answers
    .filter(({ optionIds }) => optionIds.length > 0)
    .map(({ questionId, optionIds }) => `${questionId}:${optionIds.toSorted().join(',')}`)
    .toSorted()
    .join(';');
}
