import { newId } from '../../kernel/ids.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import { releaseReservation } from '../availability/index.ts';
import { Venue } from '../catalog/index.ts';
import type { StoredQuote } from '../pricing/index.ts';
import { countCompletedVisit } from '../providers/index.ts';
import { tellWatchers } from './booking-changes.ts';
import { BookingTransition } from './booking-transition.entity.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import {
  BOOKING_CANCELLED,
  BOOKING_COMPLETED,
  BOOKING_CONFIRMED,
  BOOKING_DECLINED,
  BOOKING_MOVED,
  BOOKING_REQUESTED,
  BOOKING_SUBSTITUTED,
  PROVIDER_CHANGED,
  REQUEST_EXPIRED,
  VISIT_MISSED,
  VISIT_ON_THE_WAY,
} from './bookings.events.ts';
import { OBJECTION_MS } from './domain/transition-guards.ts';
import { decideTransition } from './domain/transitions.ts';
import type { BookingActor, EffectName, FactName, TransitionRefusal } from './domain/transitions.ts';
import { CLOSE_VISIT, COMPLETE_VISIT, SETTLE_PAYMENT } from './jobs/job-topics.ts';
import { endProposals } from './close-move-proposal.ts';
import { endSubstitution } from './end-substitution.ts';
import { listLackingQualifications } from './lacking-qualifications.ts';
import { settleVisit } from './settle-visit.ts';
import { beginVisit } from './visit-record.ts';

export interface Move {
  readonly to: BookingState;
  readonly actor: BookingActor;
  /** Null for the platform itself. */
  readonly actorAccount: string | null;
  readonly reason?: string | null;
  /** Minor units the household owes after a cancellation. */
  readonly fee?: number;
  /** Whose doing it is that a visit ends, where somebody else ends it; the actor's if left out. */
  readonly onAccountOf?: BookingActor;
  readonly instantBooking?: boolean;
  /** Where a confirmed visit moves to; its time is reserved already. */
  readonly exchange?: TimeExchange;
  /** Whether the other side proposed the time that a visit moves to. */
  readonly wasProposed?: boolean;
  /** Who was to come when, where the household chooses somebody else of its own accord. */
  readonly handover?: { readonly formerProvider: string; readonly formerStart: Date };
  /** Whether the code of the household was given. */
  readonly codeIsRight?: boolean;
  /** The part of the visit that took place, 0 to 1; all of it when left out. */
  readonly share?: number;
  /** Whether the provider ends it because they are not safe. */
  readonly isUnsafe?: boolean;
  /** One of several visits of a series that change at once: people are told of the series and not of each. */
  readonly inSeries?: boolean;
}

/** A confirmed visit's new time and what the move leaves behind. */
export interface TimeExchange {
  /** Who comes instead; left out where the provider stays. */
  readonly provider?: string;
  readonly reservation: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly feeFloorPercent: number;
  readonly lateMoveUsed: boolean;
  /** The price of somebody else; left out where the price stays. */
  readonly storedQuote?: StoredQuote;
}

/** States in which somebody counts on the visit, so that it may only be entered by who is qualified for it. */
const AGREEING_STATES: readonly BookingState[] = [BookingState.CONFIRMED, BookingState.REQUESTED];

type Moved = { readonly booking: Booking } | { readonly refusal: TransitionRefusal };

/**
 * Changes the state of a booking by the transition table: the only way to do so (B1). The booking must have been read in
 * this transaction, under its row lock; the version is compared and swapped all the same. The effects of the table's row
 * happen in the same transaction, or, where they reach outside, through the outbox written in it.
 */
export async function moveBooking(em: EntityManager, clock: Clock, booking: Booking, move: Move): Promise<Moved> {
  const now = clock.now();
  const decision = decideTransition(booking.state, move.to, move.actor, {
    now,
    start: booking.startsAt,
    end: booking.endsAt,
    holdExpiresAt: booking.holdExpiresAt,
    requestExpiresAt: booking.requestExpiresAt,
    completedAt: booking.completedAt,
    instantBooking: move.instantBooking ?? true,
    substituteSoughtUntil: booking.substituteSoughtUntil ?? null,
    qualified:
      !AGREEING_STATES.includes(move.to) ||
      (await listLackingQualifications(em, { ...booking, ...move.exchange })).length === 0,
    codeIsRight: move.codeIsRight ?? false,
    wasProposed: move.wasProposed ?? false,
    providerTravels: booking.venue === Venue.AT_HOME,
    evidenceIsGiven: Boolean(move.reason?.trim()),
  });
  if ('refusal' in decision) return decision;

  const changes = { state: move.to, version: booking.version + 1, ...changesOf(booking, move, now) };
  const changed = await em.nativeUpdate(Booking, { id: booking.id, version: booking.version }, changes);
  if (changed !== 1) throw new Error(`Booking ${booking.id} changed under its lock`);
  await logTransition(em, clock, { bookingId: booking.id, from: booking.state, move });
  Object.assign(booking, changes);
  for (const effect of decision.transition.effects) await EFFECTS[effect](em, clock, booking, move);
  if (decision.transition.tells !== null) await announce(em, clock, booking, decision.transition.tells, move);
  await tellWatchers(em, booking);
  return { booking };
}

/** Writes one line of a booking's history. */
export async function logTransition(
  em: EntityManager,
  clock: Clock,
  entry: { readonly bookingId: string; readonly from: BookingState | null; readonly move: Move },
): Promise<void> {
  const { move } = entry;
  await em.insert(BookingTransition, {
    id: newId(),
    booking: entry.bookingId,
    from: entry.from,
    to: move.to,
    actorRole: move.actor,
    actor: move.actorAccount,
    at: clock.now(),
    reason: move.reason ?? null,
  });
}

function changesOf(booking: Booking, move: Move, now: Date): Partial<Booking> {
  switch (move.to) {
    case BookingState.CONFIRMED:
      // Moving confirms nothing anew: neither the minutes of grace nor the steps of the fee begin again.
      if (move.exchange) return { ...move.exchange, substituteSoughtUntil: null, generation: booking.generation + 1 };
      return { confirmedAt: now, holdExpiresAt: null, requestExpiresAt: null };
    case BookingState.REQUESTED:
      return { holdExpiresAt: null };
    case BookingState.COMPLETED:
      return { completedAt: now, ...(move.isUnsafe ? { leftUnsafe: true } : {}) };
    case BookingState.NO_SHOW:
      return { cancellationFeeAmount: move.fee ?? 0, generation: booking.generation + 1 };
    case BookingState.CANCELLED:
      return {
        ...(move.isUnsafe ? { leftUnsafe: true } : {}),
        cancelledBy: move.onAccountOf ?? move.actor,
        substituteSoughtUntil: null,
        cancellationFeeAmount: move.fee ?? 0,
        holdExpiresAt: null,
        requestExpiresAt: null,
        generation: booking.generation + 1,
      };
    case BookingState.EXPIRED:
    case BookingState.DECLINED:
      return { holdExpiresAt: null, requestExpiresAt: null };
    default:
      return {};
  }
}

type Effect = (em: EntityManager, clock: Clock, booking: Booking, move: Move) => Promise<void>;

const alreadyDone: Effect = async () => undefined;

/** What each effect of the transition table does. The type makes sure that none is forgotten. */
const EFFECTS: Readonly<Record<EffectName, Effect>> = {
  // Holding inserts the reservation before there is a booking, confirming asks the bank before its transaction begins.
  'reserve-time': alreadyDone,
  'authorise-payment': alreadyDone,
  // The policy was copied when the hold was placed, so that what was shown is what holds.
  'snapshot-policy': alreadyDone,
  // The new time is reserved and the old one given back before this change of the booking, under the diary's lock.
  'exchange-time': alreadyDone,
  'release-time': (em, _clock, booking) => releaseReservation(em, booking.reservation),
  'void-payment': (em, clock, booking) =>
    publish(em, clock, [{ topic: SETTLE_PAYMENT, payload: { bookingId: booking.id, due: 0 } }]),
  'settle-cancellation': (em, clock, booking, move) =>
    publish(em, clock, [{ topic: SETTLE_PAYMENT, payload: { bookingId: booking.id, due: move.fee ?? 0 } }]),
  'settle-no-show': (em, clock, booking, move) =>
    publish(em, clock, [{ topic: SETTLE_PAYMENT, payload: { bookingId: booking.id, due: move.fee ?? 0 } }]),
  'capture-payment': (em, clock, booking, move) => settleVisit(em, clock, booking, move.share ?? 1),
  'begin-visit': (em, clock, booking, move) => beginVisit(em, booking, { now: clock.now(), actor: move.actor }),
  'schedule-closing': (em, clock, booking) =>
    publish(em, clock, [
      {
        topic: CLOSE_VISIT,
        payload: { bookingId: booking.id },
        dueAt: new Date(clock.now().getTime() + OBJECTION_MS),
      },
    ]),
  // Reminders and the review request belong to whoever listens to the facts announced below.
  'schedule-reminders': (em, clock, booking) =>
    publish(em, clock, [
      {
        topic: COMPLETE_VISIT,
        payload: { bookingId: booking.id, generation: booking.generation },
        dueAt: booking.endsAt,
      },
    ]),
  'end-substitution': (em, clock, booking, move) => endSubstitution(em, clock, booking, move),
  'end-proposal': (em, clock, booking) => endProposals(em, clock, booking),
  'ask-for-review': (em, _clock, booking) => countCompletedVisit(em, booking.provider),
};

/** By what each fact of the transition table is known to those who listen. */
const FACTS: Readonly<Record<FactName, string>> = {
  requested: BOOKING_REQUESTED,
  confirmed: BOOKING_CONFIRMED,
  declined: BOOKING_DECLINED,
  'request-expired': REQUEST_EXPIRED,
  cancelled: BOOKING_CANCELLED,
  completed: BOOKING_COMPLETED,
  moved: BOOKING_MOVED,
  'on-the-way': VISIT_ON_THE_WAY,
  'no-show': VISIT_MISSED,
};

async function announce(em: EntityManager, clock: Clock, booking: Booking, fact: FactName, move: Move): Promise<void> {
  // A visit that goes to somebody else keeps its time or not; either way that is what people want to hear.
  const topic =
    move.exchange?.provider === undefined ? FACTS[fact] : move.handover ? PROVIDER_CHANGED : BOOKING_SUBSTITUTED;
  await publish(em, clock, [
    {
      topic,
      payload: {
        bookingId: booking.id,
        generation: booking.generation,
        by: move.actor,
        ...(move.inSeries ? { inSeries: true } : {}),
        ...(move.handover ? { ...move.handover, formerStart: move.handover.formerStart.toISOString() } : {}),
      },
    },
  ]);
}
