import type { EntityManager } from '../../platform/database.ts';
import { Booking } from './booking.entity.ts';
import type { BookingState } from './booking.enums.ts';
import { PaymentActionRequired, PaymentDeclinedError } from './bookings.errors.ts';
import { fromStoredFailure } from './hold-outcome.ts';
import type { StoredAnswer } from './idempotency.ts';
import { NotReschedulableError, RescheduleFeeChangedError } from './rescheduling.type.ts';
import type { BookingRescheduled, RescheduleQuote } from './rescheduling.type.ts';
import type { HoldFailure } from './hold-outcome.ts';

export type MoveFailure =
  HoldFailure | RescheduleFeeChangedError | NotReschedulableError | PaymentDeclinedError | PaymentActionRequired;

/** Raised inside the unit of work, so that all it did is rolled back; never leaves `rescheduleBooking`. */
export class MoveRefused extends Error {
  readonly failure: MoveFailure;

  constructor(failure: MoveFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** An answer as it is kept under an idempotency key. */
export function toStoredMove(outcome: BookingRescheduled | MoveFailure): StoredAnswer {
  if (!('rescheduled' in outcome)) return { type: outcome.constructor.name, ...outcome };
  return { type: 'BookingRescheduled', bookingId: outcome.rescheduled.id, fee: outcome.fee };
}

/** The answer that `toStoredMove` kept, with the booking as it is now. */
export async function fromStoredMove(
  em: EntityManager,
  answer: StoredAnswer,
): Promise<BookingRescheduled | MoveFailure> {
  const message = answer['message'] as string;
  switch (answer.type) {
    case 'BookingRescheduled': {
      const id = answer['bookingId'] as string;
      const rescheduled = await em.findOneOrFail(Booking, { id }, { disableIdentityMap: true });
      return { rescheduled, fee: answer['fee'] as BookingRescheduled['fee'] };
    }
    case RescheduleFeeChangedError.name:
      return new RescheduleFeeChangedError(message, reviveQuote(answer['quote'] as RescheduleQuote));
    case NotReschedulableError.name:
      return new NotReschedulableError(answer['code'] as string, message, answer['state'] as BookingState);
    case PaymentDeclinedError.name:
      return new PaymentDeclinedError(message, answer['declineCode'] as string);
    case PaymentActionRequired.name:
      return new PaymentActionRequired(message, null);
    default:
      return fromStoredFailure(answer);
  }
}

/** Instants come back from JSON as text. */
function reviveQuote(quote: RescheduleQuote): RescheduleQuote {
  return {
    ...quote,
    freeUntil: new Date(quote.freeUntil),
    onceFreeUntil: quote.onceFreeUntil === null ? null : new Date(quote.onceFreeUntil),
  };
}
