/** Answers of a quiz that is under way, kept in this tab so that a reload loses none. */
export type KeptAnswers = Record<string, string[]>;

const keyOf = (attemptId: string): string => `doorstep.quiz.${attemptId}`;

export function readAnswers(attemptId: string): KeptAnswers {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(attemptId)) ?? '{}');
    return typeof kept === 'object' && kept !== null ? (kept as KeptAnswers) : {};
  } catch {
    // Storage may be closed to us, or hold what an older version wrote: the quiz begins empty.
    return {};
  }
}

export function keepAnswers(attemptId: string, answers: KeptAnswers): void {
  try {
    sessionStorage.setItem(keyOf(attemptId), JSON.stringify(answers));
  } catch {
    // Without storage the answers live as long as the page.
  }
}

export function dropAnswers(attemptId: string): void {
  try {
    sessionStorage.removeItem(keyOf(attemptId));
  } catch {
    // What could not be kept need not be dropped.
  }
}
