import { money } from '../../kernel/money.ts';
import type { Booking } from './booking.entity.ts';
import type { CancellationQuote, CancellationStepType } from './cancellation-quote.type.ts';
import { cancellationFee, cancellationSteps } from './domain/cancellation.ts';
import type { BookingActor } from './domain/transitions.ts';

/**
 * What cancelling costs that actor now, and when that changes, by the policy kept on the booking. While somebody else is sought in
 * the place of the provider it costs nobody anything (B8).
 */
export function quoteCancellation(booking: Booking, actor: BookingActor, now: Date): CancellationQuote {
  const terms = termsOf(booking);
  const { fee, refund, graceUntil } = cancellationFee({
    ...terms,
    confirmedAt: booking.confirmedAt,
    now,
    actor: booking.substituteSoughtUntil == null ? actor : 'SYSTEM',
  });
  return { bookingId: booking.id, fee, refund, graceUntil, steps: stepsOf(booking, now) };
}

/** The steps from confirmation on; for a hold, as they would be if it were confirmed now. */
export function stepsOf(booking: Booking, now: Date): CancellationStepType[] {
  return cancellationSteps({ ...termsOf(booking), confirmedAt: booking.confirmedAt ?? now });
}

/** The terms that the booking was agreed on, as far as calling it off and moving it go. */
export function termsOf(booking: Booking): {
  policy: Booking['cancellationPolicy'];
  start: Date;
  total: ReturnType<typeof money>;
  floorPercent: number;
} {
  return {
    policy: booking.cancellationPolicy,
    start: booking.startsAt,
    total: money(booking.storedQuote.total, booking.storedQuote.currency),
    floorPercent: booking.feeFloorPercent ?? 0,
  };
}
