const MINUTE_MS = 60_000;

/** A freed time is kept for one household alone for so long (B9). */
export const OFFER_MS = 15 * MINUTE_MS;
/** The time stays reserved a little longer than the offer, so that the next in line gets it without a gap in which others could. */
export const PASSING_ON_MS = MINUTE_MS;
/** A household waits for at most so many visits at a time, so that nobody can reserve the town. */
export const MOST_ENTRIES = 5;
/** Whoever leaves so many offers in a row unanswered is not asked again. */
const MOST_UNANSWERED = 3;
/** How often an entry is looked at although nothing was said to have become free. */
export const WATCH_MS = 60 * MINUTE_MS;

/** What becomes of an entry whose offer was left unanswered: it keeps its place in the line, until it has done so too often. */
export function afterLapse(unanswered: number): { readonly status: 'WAITING' | 'ENDED'; readonly unanswered: number } {
  const times = unanswered + 1;
  return { status: times >= MOST_UNANSWERED ? 'ENDED' : 'WAITING', unanswered: times };
}
