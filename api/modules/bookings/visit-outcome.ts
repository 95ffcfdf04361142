import type { EntityManager } from '../../platform/database.ts';
import { InvalidVisitError } from '../pricing/index.ts';
import { Booking } from './booking.entity.ts';
import type { BookingState } from './booking.enums.ts';
import { NotBookableError, PaymentActionRequired, PaymentDeclinedError } from './bookings.errors.ts';
import type { BookabilityReason } from './bookings.errors.ts';
import type { StoredAnswer } from './idempotency.ts';
import { ExtraChangedError, TimeNotFreeError, VisitRefusedError, WrongCodeError } from './visit.errors.ts';
import type { VisitUpdated } from './visit.type.ts';

export type VisitFailure =
  | VisitRefusedError
  | WrongCodeError
  | TimeNotFreeError
  | ExtraChangedError
  | NotBookableError
  | InvalidVisitError
  | PaymentDeclinedError
  | PaymentActionRequired;

/** An answer as it is kept under an idempotency key. */
export function toStoredStep(outcome: VisitUpdated | VisitFailure): StoredAnswer {
  if (!('booking' in outcome)) return { type: outcome.constructor.name, ...outcome };
  return { type: 'VisitUpdated', bookingId: outcome.booking.id };
}

/** The answer that `toStoredStep` kept, with the booking as it is now. */
export async function fromStoredStep(em: EntityManager, answer: StoredAnswer): Promise<VisitUpdated | VisitFailure> {
  const text = (field: string): string => answer[field] as string;
  const instant = (field: string): Date | null => (answer[field] === null ? null : new Date(text(field)));
  const message = text('message');
  switch (answer.type) {
    case 'VisitUpdated':
      return { booking: await em.findOneOrFail(Booking, { id: text('bookingId') }, { disableIdentityMap: true }) };
    case WrongCodeError.name:
      return new WrongCodeError(message, answer['triesLeft'] as number);
    case TimeNotFreeError.name:
      return new TimeNotFreeError(text('code'), message, new Date(text('latestEnd')));
    case ExtraChangedError.name:
      return new ExtraChangedError(text('code'), message);
    case NotBookableError.name:
      return new NotBookableError(message, answer['reasons'] as BookabilityReason[]);
    case InvalidVisitError.name:
      return new InvalidVisitError(text('code'), message, text('field'));
    case PaymentDeclinedError.name:
      return new PaymentDeclinedError(message, text('declineCode'));
    case PaymentActionRequired.name:
      return new PaymentActionRequired(message, null);
    default:
      return new VisitRefusedError(text('code'), message, answer['state'] as BookingState, instant('from'));
  }
}
