import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { partsOfFee, partsOfWork, withoutExtras } from '../../../api/modules/bookings/domain/taken-parts.ts';

/** £60 after a voucher of £12, £8 of tax in it, and a tip of £6. */
const price = { total: 5_400, tax: 800, tip: 600, discounts: 1_200 };

describe('what an amount consists of', () => {
  test('is what was agreed, where all of it was taken', () => {
    expect(partsOfWork(price, 5_400)).toEqual({ tax: 800, tip: 600, discount: 1_200 });
  });

  test('is in proportion, where a part of the visit took place', () => {
    expect(partsOfWork(price, 2_700)).toEqual({ tax: 400, tip: 300, discount: 600 });
  });

  test('is the voucher alone, where it paid for everything', () => {
    expect(partsOfWork({ total: 0, tax: 0, tip: 0, discounts: 6_000 }, 0)).toEqual({ tax: 0, tip: 0, discount: 6_000 });
  });

  test('is for a fee the tax on it, and neither tip nor voucher', () => {
    expect(partsOfFee(price, 2_700)).toEqual({ tax: 450, tip: 0, discount: 0 });
  });

  test('leaves what was added during the visit to its own payment', () => {
    const quote = { ...price, total: 7_400, tax: 1_100 };

    expect(
      withoutExtras(quote, [
        { amount: 1_200, tax: 200 },
        { amount: 800, tax: 100 },
      ]),
    ).toEqual(price);
  });

  test('never exceeds the amount', () => {
    const prices = fc.integer({ min: 0, max: 1_000_000 }).chain((total) =>
      fc.integer({ min: 0, max: total }).chain((tip) =>
        fc.record({
          total: fc.constant(total),
          tip: fc.constant(tip),
          tax: fc.integer({ min: 0, max: total - tip }),
          discounts: fc.integer({ min: 0, max: 1_000_000 }),
          captured: fc.integer({ min: 0, max: total }),
        }),
      ),
    );
    fc.assert(
      fc.property(prices, ({ captured, ...agreed }) => {
        for (const parts of [partsOfWork(agreed, captured), partsOfFee(agreed, captured)]) {
          expect(parts.tax + parts.tip).toBeLessThanOrEqual(captured);
          expect(Math.min(parts.tax, parts.tip, parts.discount)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});
