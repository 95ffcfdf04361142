import { localize } from '../../kernel/localized-text.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { PriceLineKind } from './price-quote.type.ts';
import type { PriceQuote, StoredQuote } from './price-quote.type.ts';

/** A stored quote as the API shows it, in the language of the request. */
export function presentQuote(quote: StoredQuote, context: Pick<RequestContext, 'locale'>): PriceQuote {
  const { currency } = quote;
  const toMoney = (amount: number): { amount: number; currency: string } => ({ amount, currency });
  return {
    lines: quote.lines.map((line) => ({
      kind: PriceLineKind[line.kind],
      label: localize(line.label, context.locale),
      amount: toMoney(line.amount),
    })),
    discounts: toMoney(quote.discounts),
    tax: toMoney(quote.tax),
    tip: toMoney(quote.tip),
    total: toMoney(quote.total),
    currency,
    durationMinutes: quote.durationMinutes,
  };
}
