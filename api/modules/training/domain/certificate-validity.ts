import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from '../../../kernel/local-date.ts';

/** First and last day of a certificate, both included; `until` null: no end. */
export interface CertificateTerm {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/**
 * A certificate holds from the local day it was earned to the same day so many calendar months later; where that month is
 * too short, to its last day (31 August + 6 months = 28 or 29 February). Null months: for ever.
 */
export function certificateTerm(earnedOn: LocalDate, validityMonths: number | null): CertificateTerm {
  const until =
    validityMonths === null ? null : Temporal.PlainDate.from(earnedOn).add({ months: validityMonths }).toString();
  return { from: earnedOn, until };
}
