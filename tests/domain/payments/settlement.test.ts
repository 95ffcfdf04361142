import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, goodwillWithin, settle } from '../../../api/modules/payments/domain/settlement.ts';
import type { Takings } from '../../../api/modules/payments/domain/settlement.ts';
import type { LedgerAccountName, LedgerLine } from '../../../api/modules/payments/domain/ledger-accounts.ts';

const amountOf = (lines: readonly LedgerLine[], account: LedgerAccountName): number =>
  lines.find((line) => line.account === account)?.amount ?? 0;
const sumOf = (lines: readonly LedgerLine[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

/** £60 with £10 tax in it and a tip of £6, at 15 %. */
const visit: Takings = {
  captured: 6_600,
  refunded: 0,
  goodwill: 0,
  parts: { tax: 1_000, tip: 600, discount: 0 },
  commissionBasisPoints: 1_500,
};

const upTo = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });
const takings: fc.Arbitrary<Takings> = upTo(5_000_000).chain((captured) =>
  fc.tuple(upTo(captured), upTo(captured), upTo(2_000_000), upTo(10_000)).chain(([tip, refunded, discount, rate]) =>
    fc.record({
      captured: fc.constant(captured),
      refunded: fc.constant(refunded),
      goodwill: upTo(refunded),
      parts: fc.record({ tax: upTo(captured - tip), tip: fc.constant(tip), discount: fc.constant(discount) }),
      commissionBasisPoints: fc.constant(rate),
    }),
  ),
);

describe('settling what was taken', () => {
  test('gives the provider the price without tax and commission, and all of the tip', () => {
    expect(settle(visit)).toEqual([
      { account: 'GATEWAY_CLEARING', amount: 6_600 },
      { account: 'PROVIDER_PAYABLE', amount: -4_250 },
      { account: 'TIPS', amount: -600 },
      { account: 'COMMISSION', amount: -750 },
      { account: 'TAX', amount: -1_000 },
    ]);
  });

  test('has the platform bear a voucher: the provider earns as without it', () => {
    const lines = settle({ ...visit, captured: 5_400, parts: { tax: 800, tip: 600, discount: 1_200 } });

    expect(amountOf(lines, 'PROMOTIONS')).toBe(1_200);
    // 4,800 less 800 tax plus 1,200 of the voucher is work of 5,200.
    expect(amountOf(lines, 'PROVIDER_PAYABLE')).toBe(-4_420);
    expect(amountOf(lines, 'COMMISSION')).toBe(-780);
  });

  test('pays for a visit that a voucher covers whole', () => {
    expect(settle({ ...visit, captured: 0, parts: { tax: 0, tip: 0, discount: 6_000 } })).toEqual([
      { account: 'PROVIDER_PAYABLE', amount: -5_100 },
      { account: 'COMMISSION', amount: -900 },
      { account: 'PROMOTIONS', amount: 6_000 },
    ]);
  });

  test('takes half a price back from everybody who had a share of it, and leaves the tip', () => {
    expect(settle({ ...visit, refunded: 3_000 })).toEqual([
      { account: 'GATEWAY_CLEARING', amount: 3_600 },
      { account: 'PROVIDER_PAYABLE', amount: -2_125 },
      { account: 'TIPS', amount: -600 },
      { account: 'COMMISSION', amount: -375 },
      { account: 'TAX', amount: -500 },
    ]);
  });

  test('reaches the tip only once nothing of the price is left', () => {
    expect(amountOf(settle({ ...visit, refunded: 6_000 }), 'TIPS')).toBe(-600);
    expect(amountOf(settle({ ...visit, refunded: 6_100 }), 'TIPS')).toBe(-500);
    expect(settle({ ...visit, refunded: 6_600 })).toEqual([]);
  });

  test('lets goodwill cost the platform alone', () => {
    const lines = settle({ ...visit, refunded: 2_000, goodwill: 2_000 });

    expect(amountOf(lines, 'PROVIDER_PAYABLE')).toBe(-4_250);
    expect(amountOf(lines, 'PROMOTIONS')).toBe(2_000);
    expect(amountOf(lines, 'GATEWAY_CLEARING')).toBe(4_600);
  });

  test('rounds half a minor unit of commission up', () => {
    const lines = settle({ ...visit, captured: 10, parts: { tax: 0, tip: 0, discount: 0 } });

    expect(amountOf(lines, 'COMMISSION')).toBe(-2);
    expect(amountOf(lines, 'PROVIDER_PAYABLE')).toBe(-8);
  });

  test('sums to zero, and accounts for all that was kept, whatever was taken', () => {
    fc.assert(
      fc.property(takings, (taken) => {
        const lines = settle(taken);
        const credit = (account: LedgerAccountName): number => 0 - amountOf(lines, account);

        expect(sumOf(lines)).toBe(0);
        expect(taken.captured - taken.refunded).toBe(
          credit('PROVIDER_PAYABLE') + credit('COMMISSION') + credit('TAX') + credit('TIPS') + credit('PROMOTIONS'),
        );
        expect(amountOf(lines, 'GATEWAY_CLEARING')).toBe(taken.captured - taken.refunded);
        for (const account of ['PROVIDER_PAYABLE', 'COMMISSION', 'TAX', 'TIPS'] as const)
          expect(credit(account)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2_000 },
    );
  });

  test('keeps the commission within half a minor unit of its share of the work', () => {
    fc.assert(
      fc.property(takings, (taken) => {
        const lines = settle(taken);
        const commission = -amountOf(lines, 'COMMISSION');
        const work = commission - amountOf(lines, 'PROVIDER_PAYABLE');

        expect(Math.abs(commission * 10_000 - work * taken.commissionBasisPoints)).toBeLessThanOrEqual(5_000);
      }),
    );
  });

  test('comes to the same by whatever way it got there, and each step sums to zero', () => {
    const history = takings.chain((taken) =>
      fc.array(upTo(taken.captured), { maxLength: 6 }).map((refunds) => ({
        taken,
        steps: [0, ...refunds.toSorted((a, b) => a - b), taken.refunded],
      })),
    );
    fc.assert(
      fc.property(history, ({ taken, steps }) => {
        let standing: LedgerLine[] = [];
        for (const refunded of steps) {
          const goodwill = Math.min(taken.goodwill, refunded);
          const posting = difference(settle({ ...taken, refunded, goodwill }), standing);
          expect(sumOf(posting)).toBe(0);
          expect(posting.every(({ amount }) => amount !== 0)).toBe(true);
          standing = difference([...standing, ...posting], []);
        }

        expect(standing).toEqual(settle(taken));
        expect(difference(settle(taken), standing)).toEqual([]);
      }),
    );
  });

  test.each([
    { ...visit, refunded: 6_601 },
    { ...visit, goodwill: 1 },
    { ...visit, captured: 0.5 },
    { ...visit, captured: -1 },
    { ...visit, parts: { ...visit.parts, tax: 6_001 } },
    { ...visit, commissionBasisPoints: 10_001 },
  ])('refuses amounts that contradict each other: %o', (taken) => {
    expect(() => settle(taken)).toThrow(RangeError);
  });
});

describe('goodwill', () => {
  const refunds = [
    { amount: 500, isGoodwill: false },
    { amount: 300, isGoodwill: true },
    { amount: 200, isGoodwill: false },
  ];

  test.each([
    [0, 0],
    [500, 0],
    [600, 100],
    [800, 300],
    [1_000, 300],
  ])('is of %i given back the %i that were decided before', (refunded, goodwill) => {
    expect(goodwillWithin(refunds, refunded)).toBe(goodwill);
  });
});
