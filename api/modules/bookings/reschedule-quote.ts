import type { Booking } from './booking.entity.ts';
import { termsOf } from './cancellation-quote.ts';
import { DEFAULT_RESCHEDULING_POLICY, moveFee } from './domain/rescheduling.ts';
import type { MoveFee } from './domain/rescheduling.ts';
import type { BookingActor } from './domain/transitions.ts';
import { MoveTerm, type RescheduleQuote } from './rescheduling.type.ts';

const HOUR_MS = 3_600_000;

/** What moving the visit costs that actor now, by the policy kept on the booking. */
export function feeForMoving(booking: Booking, actor: BookingActor, now: Date): MoveFee {
  return moveFee({
    ...termsOf(booking),
    confirmedAt: booking.confirmedAt ?? now,
    rescheduling: booking.cancellationPolicy.rescheduling ?? DEFAULT_RESCHEDULING_POLICY,
    lateMoveUsed: booking.lateMoveUsed ?? false,
    now,
    // Whoever loses their provider moves for nothing.
    actor: booking.substituteSoughtUntil == null ? actor : 'SYSTEM',
  });
}

export function quoteRescheduling(booking: Booking, actor: BookingActor, now: Date): RescheduleQuote {
  const policy = booking.cancellationPolicy.rescheduling ?? DEFAULT_RESCHEDULING_POLICY;
  const { fee, term } = feeForMoving(booking, actor, now);
  const before = (hours: number): Date => new Date(booking.startsAt.getTime() - hours * HOUR_MS);
  return {
    bookingId: booking.id,
    fee,
    term: MoveTerm[term],
    freeUntil: before(policy.freeHoursBefore),
    onceFreeUntil: booking.lateMoveUsed ? null : before(policy.onceFreeHoursBefore),
  };
}
