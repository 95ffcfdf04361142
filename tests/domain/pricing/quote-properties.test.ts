import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteVisit, type PriceQuote } from '../../../api/modules/pricing/domain/quote.ts';
import type { ChosenItem, QuoteQuestion } from '../../../api/modules/pricing/domain/quote-question.ts';
import {
  buildHourlyItem,
  buildItem,
  buildOption,
  buildQuestion,
  buildUnitItem,
  gbp,
  text,
} from './quote-question.builder.ts';

const OPTION_IDS = ['a', 'b', 'c', 'd'];

const someOptions = fc
  .tuple(...OPTION_IDS.map(() => fc.record({ price: fc.nat(5_000), minutes: fc.nat(300) })))
  .map((options) =>
    options.map(({ price, minutes }, index) => buildOption({ id: OPTION_IDS[index]!, price: gbp(price), minutes })),
  );

const aChosenItem: fc.Arbitrary<ChosenItem> = fc
  .record({
    build: fc.constantFrom(buildItem, buildHourlyItem, buildUnitItem),
    price: fc.nat(50_000),
    units: fc.integer({ min: 2, max: 4 }).map((half) => half * 2),
    options: someOptions,
    optionIds: fc.shuffledSubarray(OPTION_IDS),
  })
  .map(({ build, price, units, options, optionIds }) => {
    const item = build({ unitPrice: gbp(price), options });
    return { item, units: item.priceModel === 'FIXED' ? null : units, optionIds };
  });

const percent = fc.integer({ min: 0, max: 20_000 }).map((hundredths) => hundredths / 100);

const aQuestion: fc.Arbitrary<QuoteQuestion> = fc
  .record({
    items: fc.uniqueArray(aChosenItem, { minLength: 1, maxLength: 3, selector: (chosen) => chosen.item.id }),
    minute: fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2027, 0, 1) / 60_000 }),
    noticeMinutes: fc.nat(3_000),
    percents: fc.tuple(percent, percent, percent, percent),
    tax: fc.record({ percent, inclusive: fc.boolean() }),
    discounts: fc.array(fc.nat(30_000), { maxLength: 3 }),
    tip: fc.option(fc.nat(5_000)),
  })
  .map(({ items, minute, noticeMinutes, percents, tax, discounts, tip }) => {
    const [nightPercent, weekendPercent, holidayPercent, shortNoticePercent] = percents;
    const base = buildQuestion();
    return {
      ...base,
      items,
      start: new Date(minute * 60_000),
      now: new Date((minute - noticeMinutes) * 60_000),
      adjustments: { ...base.adjustments, nightPercent, weekendPercent, holidayPercent, shortNoticePercent },
      tax,
      discounts: discounts.map((amount) => ({ label: text('Coupon'), amount: gbp(amount) })),
      tip: tip === null ? null : gbp(tip),
    };
  });

function quoteOf(question: QuoteQuestion): PriceQuote {
  const outcome = quoteVisit(question);
  if ('problem' in outcome) throw new Error(outcome.problem.code);
  return outcome.quote;
}

describe('any quote', () => {
  it('adds up: the total is the sum of its lines and never negative', () => {
    fc.assert(
      fc.property(aQuestion, (question) => {
        const quote = quoteOf(question);

        expect(quote.total.amount).toBe(quote.lines.reduce((sum, line) => sum + line.amount.amount, 0));
        expect(quote.total.amount).toBeGreaterThanOrEqual(0);
        expect(quote.lines.every((line) => line.kind === 'DISCOUNT' || line.amount.amount >= 0)).toBe(true);
        expect(quote.durationMinutes).toBe(quote.items.reduce((sum, item) => sum + item.durationMinutes, 0));
      }),
    );
  });

  it('does not depend on the order in which options were chosen', () => {
    fc.assert(
      fc.property(aQuestion, (question) => {
        const reversed = question.items.map((chosen) => ({ ...chosen, optionIds: [...chosen.optionIds].reverse() }));

        expect(quoteOf({ ...question, items: reversed })).toEqual(quoteOf(question));
      }),
    );
  });

  it('costs the same whichever item is named first', () => {
    fc.assert(
      fc.property(aQuestion, (question) => {
        const reversed = quoteOf({ ...question, items: [...question.items].reverse() });

        expect(reversed.total).toEqual(quoteOf(question).total);
      }),
    );
  });

  it('never falls when an option is added', () => {
    fc.assert(
      fc.property(aQuestion, fc.constantFrom(...OPTION_IDS), (question, added) => {
        const [first, ...rest] = question.items;
        const without = { ...first!, optionIds: first!.optionIds.filter((id) => id !== added) };
        const withAdded = { ...first!, optionIds: [...without.optionIds, added] };

        const before = quoteOf({ ...question, items: [without, ...rest] });
        const after = quoteOf({ ...question, items: [withAdded, ...rest] });

        expect(after.total.amount).toBeGreaterThanOrEqual(before.total.amount);
        expect(after.durationMinutes).toBeGreaterThanOrEqual(before.durationMinutes);
      }),
      { numRuns: 500 },
    );
  });

  it('charges a visit wholly at night the full percentage and one by day none', () => {
    fc.assert(
      fc.property(fc.nat(100_000), percent, (price, nightPercent) => {
        const question = buildQuestion({
          items: [{ item: buildItem({ unitPrice: gbp(price) }), units: null, optionIds: [] }],
          adjustments: { ...buildQuestion().adjustments, nightPercent },
        });
        const night = quoteOf({ ...question, start: new Date('2026-01-14T22:00:00Z') }).total.amount - price;

        expect(Math.abs(night - (price * nightPercent) / 100)).toBeLessThanOrEqual(0.5 + 1e-6);
        expect(quoteOf(question).total.amount).toBe(price);
      }),
    );
  });
});
