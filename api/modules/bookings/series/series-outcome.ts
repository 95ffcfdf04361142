import type { EntityManager } from '../../../platform/database.ts';
import { NotBookableError, PaymentActionRequired, PaymentDeclinedError } from '../bookings.errors.ts';
import { fromStoredFailure, toStoredFailure } from '../hold-outcome.ts';
import type { StoredAnswer } from '../idempotency.ts';
import { InvalidVisitError } from '../../pricing/index.ts';
import { BookingSeries } from './booking-series.entity.ts';
import {
  SeriesDatesFailedError,
  SeriesFeeChangedError,
  SeriesNotChangeableError,
  SeriesPriceChangedError,
} from './series.type.ts';
import type { SeriesCancellationQuote, SeriesDate } from './series.type.ts';

/** What can be in the way of accepting a series. */
export type AcceptanceFailure =
  | SeriesDatesFailedError
  | SeriesPriceChangedError
  | NotBookableError
  | InvalidVisitError
  | PaymentDeclinedError
  | PaymentActionRequired;

export type SeriesFailure = AcceptanceFailure | SeriesFeeChangedError | SeriesNotChangeableError;

/** Raised inside the unit of work, so that all it did is rolled back; never leaves the services of series. */
export class SeriesRefused extends Error {
  readonly failure: SeriesFailure;

  constructor(failure: SeriesFailure) {
    super(failure.code);
    this.failure = failure;
  }
}

/** A failure as it is kept under an idempotency key. */
export function toStoredSeriesFailure(failure: SeriesFailure): StoredAnswer {
  return failure instanceof NotBookableError || failure instanceof InvalidVisitError
    ? toStoredFailure(failure)
    : { type: failure.constructor.name, ...failure };
}

/** The failure that `toStoredSeriesFailure` kept. */
export function fromStoredSeriesFailure(answer: StoredAnswer): SeriesFailure {
  const message = answer['message'] as string;
  switch (answer.type) {
    case SeriesDatesFailedError.name:
      return new SeriesDatesFailedError(message, (answer['dates'] as SeriesDate[]).map(reviveDate));
    case SeriesPriceChangedError.name:
      return new SeriesPriceChangedError(message, answer['total'] as SeriesPriceChangedError['total']);
    case SeriesFeeChangedError.name:
      return new SeriesFeeChangedError(message, answer['quote'] as SeriesCancellationQuote);
    case SeriesNotChangeableError.name:
      return new SeriesNotChangeableError(answer['code'] as string, message);
    case PaymentDeclinedError.name:
      return new PaymentDeclinedError(message, answer['declineCode'] as string);
    case PaymentActionRequired.name:
      return new PaymentActionRequired(message, null);
    default:
      return fromStoredFailure(answer);
  }
}

/** The series as it is now. */
export async function readSeries(em: EntityManager, id: string): Promise<BookingSeries> {
  return em.findOneOrFail(BookingSeries, { id }, { disableIdentityMap: true });
}

/** Instants come back from JSON as text. */
function reviveDate(date: SeriesDate): SeriesDate {
  return {
    ...date,
    start: new Date(date.start),
    end: new Date(date.end),
    alternatives: date.alternatives.map(({ start, end, price }) => ({
      start: new Date(start),
      end: new Date(end),
      price,
    })),
  };
}
