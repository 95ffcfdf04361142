import type { LocalizedText } from '../../kernel/localized-text.ts';

/** A lesson of a demo course; its words are Markdown. */
export interface LessonContent {
  readonly title: LocalizedText;
  readonly body: LocalizedText;
}

/** A question of a demo course: the answers marked `true` are right. */
export interface QuestionContent {
  readonly prompt: LocalizedText;
  readonly options: readonly (readonly [words: LocalizedText, correct: boolean])[];
  readonly explanation: LocalizedText;
}
