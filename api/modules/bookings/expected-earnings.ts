import type { Money } from '../../kernel/money.ts';
import { earnedBy, settle } from '../payments/index.ts';
import type { Booking } from './booking.entity.ts';
import { partsOfWork } from './domain/taken-parts.ts';

/** What a visit brings its provider at the agreed price, by the same reckoning that the books will use. */
export function expectedEarnings({
  storedQuote,
  commissionBasisPoints,
}: Pick<Booking, 'storedQuote' | 'commissionBasisPoints'>): Money {
  const { total, currency } = storedQuote;
  const lines = settle({
    captured: total,
    refunded: 0,
    goodwill: 0,
    parts: partsOfWork(storedQuote, total),
    commissionBasisPoints,
  });
  return { amount: earnedBy(lines), currency };
}
