/** The parts of an agreed price that the price of more time follows from; integer minor units. */
export interface AgreedPrice {
  readonly total: number;
  readonly tax: number;
  readonly tip: number;
  /** Minutes of the visit, 1 or more. */
  readonly durationMinutes: number;
}

/** What something added to a visit costs, in integer minor units, and the tax in that. */
export interface ExtraPrice {
  readonly amount: number;
  readonly tax: number;
}

/**
 * More time costs what the time of the visit costs: the agreed price without the tip, by the minute, rounded to the nearest
 * minor unit.
 */
export function priceOfMoreTime(price: AgreedPrice, minutes: number): ExtraPrice {
  const share = minutes / price.durationMinutes;
  return { amount: Math.round((price.total - price.tip) * share), tax: Math.round(price.tax * share) };
}

/**
 * The part of a visit that was spent, 0 to 1, for whoever has to leave early: from when it began to `now`, of the time that was
 * agreed. Both are instants in epoch milliseconds.
 */
export function shareSpent(visit: {
  readonly startedAt: number;
  readonly minutes: number;
  readonly now: number;
}): number {
  const spent = (visit.now - visit.startedAt) / (visit.minutes * 60_000);
  return Math.min(1, Math.max(0, spent));
}
