import type { LocalizedText } from './localized-text.ts';

/** What is wrong with one part of an input, and what to do about it, before a language is chosen. */
export interface InputProblem {
  /** The path within the input, such as `items[0].units`. */
  readonly field: string;
  readonly code: string;
  readonly message: LocalizedText;
}
