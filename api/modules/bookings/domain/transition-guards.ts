/** What the guards look at. Times which do not apply to the booking are null. */
export interface TransitionFacts {
  readonly now: Date;
  readonly start: Date;
  readonly end: Date;
  /** The hold is live before this instant, not at it. */
  readonly holdExpiresAt: Date | null;
  /** The request is live before this instant, not at it. */
  readonly requestExpiresAt: Date | null;
  readonly completedAt: Date | null;
  /** Whether the provider takes bookings without being asked. */
  readonly instantBooking: boolean;
  /** Whether every credential and course that the visit needs holds on its days. */
  readonly qualified: boolean;
  /** Whether the code that the household reads out was given. */
  readonly codeIsRight: boolean;
  /** Whether the provider comes to the household, rather than the household to the studio. */
  readonly providerTravels: boolean;
  /** Whether whoever says that the other side did not come has said how they know. */
  readonly evidenceIsGiven: boolean;
  /** Whether the other side proposed the time that the visit moves to; not if left out. */
  readonly wasProposed?: boolean;
  /** Until when somebody else is sought in the place of the provider (B8); null or left out while the provider comes. */
  readonly substituteSoughtUntil?: Date | null;
}

/** The conditions a row of the transition table may set. */
export type GuardName =
  | 'hold-is-live'
  | 'hold-has-lapsed'
  | 'request-is-live'
  | 'request-has-lapsed'
  | 'instant-booking'
  | 'request-mode'
  | 'qualified-on-the-day'
  | 'household-proposed-it'
  | 'provider-is-coming'
  | 'nobody-was-found'
  | 'visit-is-near'
  | 'provider-travels'
  | 'code-is-right'
  | 'visit-is-over'
  | 'visit-is-long-over'
  | 'waited-long-enough'
  | 'evidence-is-given'
  | 'time-to-object-is-over';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** A provider may set off or start at most so long before the visit, so that a tap days ahead shows nobody an ETA. */
export const NEAR_MS = 4 * HOUR_MS;

/** Either side may report a no-show after waiting so long (B6). */
export const WAIT_MS = 15 * MINUTE_MS;

/** A visit that nobody finished is called done so long after its end. */
export const OVERRUN_MS = 2 * HOUR_MS;

/** A completed visit closes by itself after so long (B6). */
export const OBJECTION_MS = 48 * HOUR_MS;

/** Whether a visit is so near that what happens around it may be said. */
export function isVisitNear({ now, start }: Pick<TransitionFacts, 'now' | 'start'>): boolean {
  return now.getTime() >= start.getTime() - NEAR_MS;
}

/** Each guard as a predicate. All instants from which something holds are inclusive. */
export const GUARDS: Readonly<Record<GuardName, (facts: TransitionFacts) => boolean>> = {
  'hold-is-live': ({ now, holdExpiresAt }) => holdExpiresAt !== null && now < holdExpiresAt,
  'hold-has-lapsed': ({ now, holdExpiresAt }) => holdExpiresAt !== null && now >= holdExpiresAt,
  'request-is-live': ({ now, requestExpiresAt }) => requestExpiresAt !== null && now < requestExpiresAt,
  'request-has-lapsed': ({ now, requestExpiresAt }) => requestExpiresAt !== null && now >= requestExpiresAt,
  'instant-booking': ({ instantBooking }) => instantBooking,
  'request-mode': ({ instantBooking }) => !instantBooking,
  'qualified-on-the-day': ({ qualified }) => qualified,
  'household-proposed-it': ({ wasProposed }) => wasProposed ?? false,
  'provider-is-coming': ({ substituteSoughtUntil }) => substituteSoughtUntil == null,
  'nobody-was-found': ({ now, substituteSoughtUntil }) => substituteSoughtUntil != null && now >= substituteSoughtUntil,
  'visit-is-near': isVisitNear,
  'provider-travels': ({ providerTravels }) => providerTravels,
  'code-is-right': ({ codeIsRight }) => codeIsRight,
  'visit-is-over': ({ now, end }) => now >= end,
  'visit-is-long-over': ({ now, end }) => now.getTime() >= end.getTime() + OVERRUN_MS,
  'waited-long-enough': ({ now, start }) => now.getTime() >= start.getTime() + WAIT_MS,
  'evidence-is-given': ({ evidenceIsGiven }) => evidenceIsGiven,
  'time-to-object-is-over': ({ now, completedAt }) =>
    completedAt !== null && now.getTime() >= completedAt.getTime() + OBJECTION_MS,
};
