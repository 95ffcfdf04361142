import type { LocalizedText } from '../../kernel/localized-text.ts';
import { money } from '../../kernel/money.ts';
import { taxOn } from './domain/quote.ts';
import type { StoredQuote } from './price-quote.type.ts';
import type { TaxRule } from './domain/quote-question.ts';

/** Something that lowers the price of a visit that is already quoted: a positive amount in minor units of its currency. */
export interface QuoteDiscount {
  readonly label: LocalizedText;
  readonly amount: number;
}

/**
 * The quote with that discount and no other, or without any. It takes off no more than there is, and nothing of the tip; tax is
 * on what is left, as where the quote was made. @throws RangeError for a negative amount
 */
export function discountQuote(quote: StoredQuote, discount: QuoteDiscount | null, tax: TaxRule): StoredQuote {
  if (discount !== null && discount.amount < 0) throw new RangeError('a discount is negative');
  const { currency, tip } = quote;
  const work = quote.lines.filter(({ kind }) => kind !== 'DISCOUNT' && kind !== 'TAX' && kind !== 'TIP');
  const gross = work.reduce((sum, { amount }) => sum + amount, 0);
  const taken = Math.min(discount?.amount ?? 0, gross);
  const left = money(gross - taken, currency);
  const { tax: owed, taxLines } = taxOn(left, tax);
  const onTop = taxLines.map(({ kind, label, amount }) => ({ kind, label, amount: amount.amount }));
  return {
    ...quote,
    lines: [
      ...work,
      ...(discount !== null && taken > 0 ? [{ kind: 'DISCOUNT', label: discount.label, amount: -taken } as const] : []),
      ...onTop,
      ...quote.lines.filter(({ kind }) => kind === 'TIP'),
    ],
    discounts: taken,
    tax: owed.amount,
    total: left.amount + onTop.reduce((sum, { amount }) => sum + amount, 0) + tip,
  };
}
