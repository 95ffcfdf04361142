import type { Question } from './course-content.ts';

/** A question as one quiz asks it: its answers in the order they are shown. */
export interface DrawnQuestion {
  readonly questionId: string;
  readonly optionIds: readonly string[];
}

/**
 * Draws `count` different questions of the bank, all of them when it has fewer, and an order for the questions and for the
 * answers of each. The same seed and bank give the same quiz; every selection is equally likely over the seeds.
 * Seed: a whole number from 0 up to 2³¹ − 1.
 */
export function drawQuiz(bank: readonly Question[], count: number, seed: number): DrawnQuestion[] {
  const next = mulberry32(seed);
  return shuffle(bank, next)
    .slice(0, Math.max(0, count))
    .map(({ id, options }) => ({
      questionId: id,
      optionIds: shuffle(
        options.map((option) => option.id),
        next,
      ),
    }));
}

/** Fisher and Yates, in the form of Durstenfeld (1964). */
function shuffle<T>(list: readonly T[], next: () => number): T[] {
  const left = [...list];
  return list.flatMap(() => left.splice(Math.floor(next() * left.length), 1));
}

/** Numbers from 0 up to but not including 1. The algorithm is mulberry32 (Tommy Ettinger, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
