import { GUARDS, type GuardName, type TransitionFacts } from './transition-guards.ts';

/** The states of a booking (B1). */
export type BookingState =
  | 'HELD'
  | 'REQUESTED'
  | 'CONFIRMED'
  | 'EN_ROUTE'
  | 'IN_PROGRESS'
  | 'COMPLETED'
  | 'CLOSED'
  | 'EXPIRED'
  | 'DECLINED'
  | 'CANCELLED'
  | 'NO_SHOW';

/** Who moves a booking: one of its two sides, the platform's staff, or the platform by itself. */
export type BookingActor = 'HOUSEHOLD' | 'PROVIDER' | 'OPERATOR' | 'SYSTEM';

/** What the service that makes a transition has to do in the same unit of work. */
export type EffectName =
  | 'reserve-time'
  | 'release-time'
  | 'authorise-payment'
  | 'void-payment'
  | 'settle-cancellation'
  | 'capture-payment'
  | 'snapshot-policy'
  | 'schedule-reminders'
  | 'ask-for-review'
  | 'exchange-time'
  | 'end-substitution';

/** One way a booking may go. `from` is null for a booking which does not exist yet. All guards must hold. */
export interface Transition {
  readonly from: BookingState | null;
  readonly to: BookingState;
  readonly by: readonly BookingActor[];
  readonly guards: readonly GuardName[];
  readonly effects: readonly EffectName[];
}

const CONFIRM: readonly EffectName[] = ['snapshot-policy', 'schedule-reminders'];
const COMPLETE: readonly EffectName[] = ['capture-payment', 'ask-for-review'];
const DROP: readonly EffectName[] = ['release-time', 'void-payment'];
const CALL_OFF: readonly EffectName[] = ['release-time', 'end-substitution', 'settle-cancellation'];

/** Every way a booking may go, and the only ones (B1): at most one row for each from, to and actor. */
export const TRANSITIONS: readonly Transition[] = [
  // The platform holds a time for a household whose turn on the waitlist has come.
  row(null, 'HELD', ['HOUSEHOLD', 'SYSTEM'], [], ['reserve-time']),

  row(
    'HELD',
    'CONFIRMED',
    ['HOUSEHOLD'],
    ['hold-is-live', 'instant-booking', 'qualified-on-the-day'],
    ['authorise-payment', ...CONFIRM],
  ),
  row(
    'HELD',
    'REQUESTED',
    ['HOUSEHOLD'],
    ['hold-is-live', 'request-mode', 'qualified-on-the-day'],
    ['authorise-payment'],
  ),
  row('HELD', 'EXPIRED', ['SYSTEM'], ['hold-has-lapsed'], ['release-time']),
  row('HELD', 'CANCELLED', ['HOUSEHOLD'], [], ['release-time']),

  row('REQUESTED', 'CONFIRMED', ['PROVIDER'], ['request-is-live', 'qualified-on-the-day'], CONFIRM),
  row('REQUESTED', 'DECLINED', ['PROVIDER'], [], DROP),
  row('REQUESTED', 'EXPIRED', ['SYSTEM'], ['request-has-lapsed'], DROP),
  row('REQUESTED', 'CANCELLED', ['HOUSEHOLD'], [], DROP),

  row(
    'CONFIRMED',
    'CONFIRMED',
    ['HOUSEHOLD', 'OPERATOR'],
    ['qualified-on-the-day'],
    ['exchange-time', 'end-substitution', 'schedule-reminders'],
  ),

  row('CONFIRMED', 'EN_ROUTE', ['PROVIDER'], ['provider-is-coming', 'visit-is-near'], []),
  row('CONFIRMED', 'IN_PROGRESS', ['PROVIDER'], ['provider-is-coming', 'visit-is-near'], []),
  row('EN_ROUTE', 'IN_PROGRESS', ['PROVIDER'], ['visit-is-near'], []),

  row('CONFIRMED', 'CANCELLED', ['HOUSEHOLD', 'PROVIDER', 'OPERATOR'], [], CALL_OFF),
  row('CONFIRMED', 'CANCELLED', ['SYSTEM'], ['nobody-was-found'], CALL_OFF),
  row('EN_ROUTE', 'CANCELLED', ['HOUSEHOLD', 'PROVIDER', 'OPERATOR'], [], ['release-time', 'settle-cancellation']),

  row(
    'CONFIRMED',
    'NO_SHOW',
    ['HOUSEHOLD', 'PROVIDER', 'SYSTEM'],
    ['provider-is-coming', 'waited-long-enough'],
    ['release-time'],
  ),
  row('EN_ROUTE', 'NO_SHOW', ['HOUSEHOLD', 'PROVIDER', 'SYSTEM'], ['waited-long-enough'], ['release-time']),

  row('IN_PROGRESS', 'COMPLETED', ['PROVIDER'], [], COMPLETE),
  row('CONFIRMED', 'COMPLETED', ['SYSTEM'], ['provider-is-coming', 'visit-is-over'], COMPLETE),
  row('EN_ROUTE', 'COMPLETED', ['SYSTEM'], ['visit-is-over'], COMPLETE),
  row('IN_PROGRESS', 'COMPLETED', ['SYSTEM'], ['visit-is-over'], COMPLETE),

  row('COMPLETED', 'CLOSED', ['HOUSEHOLD'], [], []),
  row('COMPLETED', 'CLOSED', ['SYSTEM'], ['time-to-object-is-over'], []),
];

/** The states which hold the provider's time, or in which it was really spent: no other booking may overlap one of these. */
export const LIVE_STATES: readonly BookingState[] = [
  'HELD',
  'REQUESTED',
  'CONFIRMED',
  'EN_ROUTE',
  'IN_PROGRESS',
  'COMPLETED',
  'CLOSED',
];

/** Whether a booking in that state holds or spent the provider's time. */
export function isLive(state: BookingState): boolean {
  return LIVE_STATES.includes(state);
}

/** Whether that actor may ever make that change; its guards are `decideTransition`'s business. */
export function canTransition(from: BookingState | null, to: BookingState, actor: BookingActor): boolean {
  return findTransition(from, to, actor) !== null;
}

/** Why a change is refused: nobody may make it, not this actor, or a guard does not hold. */
export type TransitionRefusal =
  | { readonly because: 'no-such-transition' }
  | { readonly because: 'not-this-actor' }
  | { readonly because: 'guard'; readonly guard: GuardName };

/** Decides one change of state from what is known at that instant: the row of the table, or the first reason against it. */
export function decideTransition(
  from: BookingState | null,
  to: BookingState,
  actor: BookingActor,
  facts: TransitionFacts,
): { readonly transition: Transition } | { readonly refusal: TransitionRefusal } {
  const transition = findTransition(from, to, actor);
  if (!transition) {
    const exists = TRANSITIONS.some((candidate) => candidate.from === from && candidate.to === to);
    return { refusal: { because: exists ? 'not-this-actor' : 'no-such-transition' } };
  }
  const guard = transition.guards.find((name) => !GUARDS[name](facts));
  return guard === undefined ? { transition } : { refusal: { because: 'guard', guard } };
}

function findTransition(from: BookingState | null, to: BookingState, actor: BookingActor): Transition | null {
  return (
    TRANSITIONS.find(
      (transition) => transition.from === from && transition.to === to && transition.by.includes(actor),
    ) ?? null
  );
}

function row(
  from: BookingState | null,
  to: BookingState,
  by: readonly BookingActor[],
  guards: readonly GuardName[],
  effects: readonly EffectName[],
): Transition {
  return { from, to, by, guards, effects };
}
