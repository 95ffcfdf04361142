/** Why somebody else is sought for an agreed visit. */
export type SubstitutionCause = 'PROVIDER_CANCELLED' | 'PROVIDER_UNAVAILABLE' | 'CREDENTIAL_ENDS';

/** At most so many people are proposed at a time: a choice, not a list to work through. */
export const MOST_SUBSTITUTES = 3;

const HOUR_MS = 3_600_000;
/** Whoever lost their provider for good knows after two days at the latest whether the visit takes place. */
const LONGEST_MS = 48 * HOUR_MS;
/** A day before the visit everything is settled, where there is that much time. */
const SETTLED_BEFORE_MS = 24 * HOUR_MS;

/**
 * Until when a substitute can be chosen, before the money goes back by itself: a day before the visit, or half of the time that is
 * left where that is later, and after 48 hours at the latest. Where only a credential ends, nobody is in a hurry: it can be renewed
 * until then, so there is no 48-hour end. Always after `now` and before `start`, provided that `now` is before `start`.
 */
export function substitutionDeadline(cause: SubstitutionCause, now: Date, start: Date): Date {
  const halfway = now.getTime() + (start.getTime() - now.getTime()) / 2;
  const settled = Math.max(start.getTime() - SETTLED_BEFORE_MS, halfway);
  return new Date(cause === 'CREDENTIAL_ENDS' ? settled : Math.min(settled, now.getTime() + LONGEST_MS));
}

/** When the household is reminded: half of its time to choose is over. */
export function substitutionReminder(openedAt: Date, deadline: Date): Date {
  return new Date(openedAt.getTime() + (deadline.getTime() - openedAt.getTime()) / 2);
}

/**
 * What the platform adds so that a substitute gets their own price while the household pays the agreed one; in minor units,
 * never negative: whoever is cheaper gets the agreed price.
 */
export function platformShare(ownTotal: number, agreedTotal: number): number {
  return Math.max(0, ownTotal - agreedTotal);
}

/** What stands in the history of a visit as the reason of what came of a substitution; screens put it into words. */
export const SUBSTITUTION_REASONS = {
  accepted: 'substitute-accepted',
  unwanted: 'no-substitute-wanted',
  late: 'no-substitute-in-time',
} as const;
