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
  | 'begin-visit'
  | 'schedule-closing'
  | 'settle-no-show'
  | 'end-substitution'
  | 'end-proposal';

/** What those whom a booking concerns are told of a change. */
export type FactName =
  | 'requested'
  | 'confirmed'
  | 'declined'
  | 'request-expired'
  | 'cancelled'
  | 'completed'
  | 'moved'
  | 'on-the-way'
  | 'no-show';

/** One way a booking may go. `from` is null for a booking which does not exist yet. All guards must hold. */
export interface Transition {
  readonly from: BookingState | null;
  readonly to: BookingState;
  readonly by: readonly BookingActor[];
  readonly guards: readonly GuardName[];
  readonly effects: readonly EffectName[];
  /** Null where nobody needs to be told: what was never agreed, or what both see happen. */
  readonly tells: FactName | null;
}

const CONFIRM: readonly EffectName[] = ['snapshot-policy', 'schedule-reminders'];
const BEGIN: readonly EffectName[] = ['end-proposal', 'begin-visit'];
const COMPLETE: readonly EffectName[] = ['end-proposal', 'capture-payment', 'ask-for-review', 'schedule-closing'];
const DROP: readonly EffectName[] = ['release-time', 'void-payment'];
const CALL_OFF: readonly EffectName[] = ['release-time', 'end-substitution', 'end-proposal', 'settle-cancellation'];
const MOVE: readonly EffectName[] = ['exchange-time', 'end-substitution', 'end-proposal', 'schedule-reminders'];
const MISS: readonly EffectName[] = ['release-time', 'end-proposal', 'settle-no-show'];

/** Every way a booking may go, and the only ones (B1): at most one row for each from, to and actor. */
export const TRANSITIONS: readonly Transition[] = [
  // The platform holds a time for a household whose turn on the waitlist has come.
  row(null, 'HELD', ['HOUSEHOLD', 'SYSTEM'], [], ['reserve-time'], null),

  row(
    'HELD',
    'CONFIRMED',
    ['HOUSEHOLD'],
    ['hold-is-live', 'instant-booking', 'qualified-on-the-day'],
    ['authorise-payment', ...CONFIRM],
    'confirmed',
  ),
  row(
    'HELD',
    'REQUESTED',
    ['HOUSEHOLD'],
    ['hold-is-live', 'request-mode', 'qualified-on-the-day'],
    ['authorise-payment'],
    'requested',
  ),
  row('HELD', 'EXPIRED', ['SYSTEM'], ['hold-has-lapsed'], ['release-time'], null),
  row('HELD', 'CANCELLED', ['HOUSEHOLD'], [], ['release-time'], null),

  row('REQUESTED', 'CONFIRMED', ['PROVIDER'], ['request-is-live', 'qualified-on-the-day'], CONFIRM, 'confirmed'),
  row('REQUESTED', 'DECLINED', ['PROVIDER'], [], DROP, 'declined'),
  row('REQUESTED', 'EXPIRED', ['SYSTEM'], ['request-has-lapsed'], DROP, 'request-expired'),
  row('REQUESTED', 'CANCELLED', ['HOUSEHOLD'], [], DROP, 'cancelled'),

  row('CONFIRMED', 'CONFIRMED', ['HOUSEHOLD', 'OPERATOR'], ['qualified-on-the-day'], MOVE, 'moved'),
  // A provider moves no visit but to a time that the household asked for.
  row('CONFIRMED', 'CONFIRMED', ['PROVIDER'], ['household-proposed-it', 'qualified-on-the-day'], MOVE, 'moved'),

  row(
    'CONFIRMED',
    'EN_ROUTE',
    ['PROVIDER'],
    ['provider-is-coming', 'visit-is-near', 'provider-travels'],
    ['end-proposal'],
    'on-the-way',
  ),
  // The household proves that somebody is at the door by the code it reads out, or says so itself.
  row('CONFIRMED', 'IN_PROGRESS', ['PROVIDER'], ['provider-is-coming', 'visit-is-near', 'code-is-right'], BEGIN, null),
  row('CONFIRMED', 'IN_PROGRESS', ['HOUSEHOLD'], ['provider-is-coming', 'visit-is-near'], BEGIN, null),
  row('EN_ROUTE', 'IN_PROGRESS', ['PROVIDER'], ['visit-is-near', 'code-is-right'], BEGIN, null),
  row('EN_ROUTE', 'IN_PROGRESS', ['HOUSEHOLD'], ['visit-is-near'], BEGIN, null),

  row('CONFIRMED', 'CANCELLED', ['HOUSEHOLD', 'PROVIDER', 'OPERATOR'], [], CALL_OFF, 'cancelled'),
  row('CONFIRMED', 'CANCELLED', ['SYSTEM'], ['nobody-was-found'], CALL_OFF, 'cancelled'),
  row(
    'EN_ROUTE',
    'CANCELLED',
    ['HOUSEHOLD', 'PROVIDER', 'OPERATOR'],
    [],
    ['release-time', 'settle-cancellation'],
    'cancelled',
  ),

  row(
    'CONFIRMED',
    'NO_SHOW',
    ['HOUSEHOLD', 'PROVIDER'],
    ['provider-is-coming', 'waited-long-enough', 'evidence-is-given'],
    MISS,
    'no-show',
  ),
  row('EN_ROUTE', 'NO_SHOW', ['HOUSEHOLD', 'PROVIDER'], ['waited-long-enough', 'evidence-is-given'], MISS, 'no-show'),

  row('IN_PROGRESS', 'COMPLETED', ['PROVIDER'], [], COMPLETE, 'completed'),
  row('CONFIRMED', 'COMPLETED', ['SYSTEM'], ['provider-is-coming', 'visit-is-over'], COMPLETE, 'completed'),
  // Whoever is at work may run over, or be out of reach of the network, before the platform calls it done.
  row('EN_ROUTE', 'COMPLETED', ['SYSTEM'], ['visit-is-long-over'], COMPLETE, 'completed'),
  row('IN_PROGRESS', 'COMPLETED', ['SYSTEM'], ['visit-is-long-over'], COMPLETE, 'completed'),

  row('COMPLETED', 'CLOSED', ['HOUSEHOLD'], [], [], null),
  row('COMPLETED', 'CLOSED', ['SYSTEM'], ['time-to-object-is-over'], [], null),
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
  tells: FactName | null,
): Transition {
  return { from, to, by, guards, effects, tells };
}
