import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { LessonDrawing } from './lesson-drawings.ts';

/** A lesson of a demo course; its words are Markdown. */
export interface LessonContent {
  readonly title: LocalizedText;
  readonly body: LocalizedText;
  /** Shown after the first paragraph. */
  readonly picture?: LessonPicture;
}

export interface LessonPicture {
  readonly drawing: LessonDrawing;
  /** What it shows, for whoever does not see it. */
  readonly words: LocalizedText;
}

/** A question of a demo course: the answers marked `true` are right. */
export interface QuestionContent {
  readonly prompt: LocalizedText;
  readonly options: readonly (readonly [words: LocalizedText, correct: boolean])[];
  readonly explanation: LocalizedText;
}
