import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discountQuote } from '../../../api/modules/pricing/discount-quote.ts';
import type { StoredQuote } from '../../../api/modules/pricing/price-quote.type.ts';

const label = { en: 'x', 'zh-CN': 'x' };

const quotes = fc.record({ base: fc.integer({ min: 0, max: 1_000_000 }), tip: fc.integer({ min: 0, max: 5_000 }) });

function quoteOf({ base, tip }: { base: number; tip: number }, inclusive: boolean): StoredQuote {
  const bare: StoredQuote = {
    lines: [
      { kind: 'BASE', label, amount: base },
      ...(inclusive ? [] : [{ kind: 'TAX', label, amount: 1 } as const]),
      ...(tip > 0 ? [{ kind: 'TIP', label, amount: tip } as const] : []),
    ],
    discounts: 0,
    tax: 0,
    tip,
    total: 0,
    currency: 'CNY',
    durationMinutes: 60,
  };
  return discountQuote(bare, null, { percent: 6, inclusive });
}

describe('discountQuote', () => {
  it('keeps the lines adding up to the total, never below the tip, and gives the old price back', () => {
    fc.assert(
      fc.property(quotes, fc.integer({ min: 0, max: 2_000_000 }), fc.boolean(), (parts, amount, inclusive) => {
        const tax = { percent: 6, inclusive };
        const before = quoteOf(parts, inclusive);

        const after = discountQuote(before, { label, amount }, tax);

        expect(after.lines.reduce((sum, line) => sum + line.amount, 0)).toBe(after.total);
        expect(after.discounts).toBe(Math.min(amount, parts.base));
        expect(after.total).toBeGreaterThanOrEqual(parts.tip);
        expect(discountQuote(after, { label, amount }, tax)).toEqual(after);
        if (parts.base > 0) expect(discountQuote(after, null, tax).total).toBe(before.total);
      }),
    );
  });

  it('takes tax of what is left', () => {
    const quote = quoteOf({ base: 10_000, tip: 0 }, true);

    expect(discountQuote(quote, { label, amount: 4_000 }, { percent: 20, inclusive: true })).toMatchObject({
      total: 6_000,
      tax: 1_000,
    });
  });

  it('is no surcharge', () => {
    const quote = quoteOf({ base: 100, tip: 0 }, true);
    expect(() => discountQuote(quote, { label, amount: -1 }, { percent: 0, inclusive: true })).toThrow(RangeError);
  });
});
