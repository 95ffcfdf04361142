const HOUR_MS = 3_600_000;

/** The other side has at most so long to answer (B4). */
const ANSWER_MS = 4 * HOUR_MS;
/** Both sides know so long before the old and the new start at the latest where the visit stands (B4). */
const SETTLED_BEFORE_MS = 2 * HOUR_MS;

/** Each side proposes at most so many times for one booking, since every proposal is a message to the other. */
export const MOST_PROPOSALS = 5;

/** A new time for a visit, as far as its end goes; instants in UTC. */
export interface ProposedTime {
  readonly askedAt: Date;
  /** When the visit begins as agreed. */
  readonly start: Date;
  /** When it would begin. */
  readonly newStart: Date;
}

/**
 * When a proposal is over unless it was answered: 4 hours after it was made, or 2 hours before the old or the new start, whichever
 * comes first (B4). It can be answered before that instant, not at it. Null where it would be over at once: then it is too late to
 * propose. Elapsed hours count, not hours on the wall clock.
 */
export function proposalExpiry({ askedAt, start, newStart }: ProposedTime): Date | null {
  const expiry = Math.min(
    askedAt.getTime() + ANSWER_MS,
    start.getTime() - SETTLED_BEFORE_MS,
    newStart.getTime() - SETTLED_BEFORE_MS,
  );
  return expiry > askedAt.getTime() ? new Date(expiry) : null;
}

/** What stands in the history of a visit as the reason of a move that both sides agreed to; screens put it into words. */
export const AGREED_MOVE = 'proposal-accepted';
