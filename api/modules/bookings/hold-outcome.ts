import { InvalidVisitError } from '../pricing/index.ts';
import type { PriceQuote } from '../pricing/index.ts';
import { NotBookableError, PriceChangedError, SlotTakenError } from './bookings.errors.ts';
import type { BookabilityReason } from './bookings.errors.ts';
import type { StoredAnswer } from './idempotency.ts';

/** What can be in the way of a time. */
export type Obstacle = SlotTakenError | NotBookableError | InvalidVisitError;
export type HoldFailure = Obstacle | PriceChangedError;

/** Raised inside the unit of work, so that all it did is rolled back; never leaves `holdSlot`. */
export class HoldRefused extends Error {
  readonly failure: HoldFailure;

  constructor(failure: HoldFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** A failure as it is kept under an idempotency key. */
export function toStoredFailure(failure: HoldFailure): StoredAnswer {
  return { type: failure.constructor.name, ...failure };
}

/** The failure that `toStoredFailure` kept. */
export function fromStoredFailure(answer: StoredAnswer): HoldFailure {
  const { message } = answer as unknown as { message: string };
  switch (answer.type) {
    case SlotTakenError.name: {
      const slots = answer['alternatives'] as { start: string; end: string }[];
      return new SlotTakenError(
        message,
        slots.map(({ start, end }) => ({ start: new Date(start), end: new Date(end) })),
      );
    }
    case NotBookableError.name:
      return new NotBookableError(message, answer['reasons'] as BookabilityReason[]);
    case PriceChangedError.name:
      return new PriceChangedError(message, answer['quote'] as PriceQuote);
    default:
      return new InvalidVisitError(answer['code'] as string, message, answer['field'] as string);
  }
}
