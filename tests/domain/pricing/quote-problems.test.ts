import { describe, expect, it } from 'vitest';
import { quoteVisit } from '../../../api/modules/pricing/domain/quote.ts';
import {
  buildHourlyItem,
  buildItem,
  buildOption,
  buildQuestion,
  buildUnitItem,
  choose,
  cny,
  gbp,
  text,
} from './quote-question.builder.ts';

const items = (count: number) =>
  Array.from({ length: count }, (_, index) => choose(buildItem({ id: `item-${index}` })));

describe('a question that cannot be priced', () => {
  it.each([
    ['nothing chosen', [], 'items', 'NO_ITEMS'],
    ['seven items', items(7), 'items', 'TOO_MANY_ITEMS'],
    ['an item twice', [...items(2), choose(buildItem({ id: 'item-0' }))], 'items[2].itemId', 'DUPLICATE_ITEM'],
    ['hours missing', [choose(buildHourlyItem())], 'items[0].units', 'UNITS_MISSING'],
    ['units missing in the second', [choose(buildItem()), choose(buildUnitItem())], 'items[1].units', 'UNITS_MISSING'],
    ['too few', [choose(buildHourlyItem(), 1)], 'items[0].units', 'UNITS_OUT_OF_RANGE'],
    ['too many', [choose(buildHourlyItem(), 10)], 'items[0].units', 'UNITS_OUT_OF_RANGE'],
    ['none', [choose(buildUnitItem(), 0)], 'items[0].units', 'UNITS_OUT_OF_RANGE'],
    ['less than none', [choose(buildUnitItem(), -4)], 'items[0].units', 'UNITS_OUT_OF_RANGE'],
    ['not a number', [choose(buildUnitItem(), Number.NaN)], 'items[0].units', 'UNITS_OUT_OF_RANGE'],
    ['off the step', [choose(buildHourlyItem(), 3)], 'items[0].units', 'UNITS_OFF_STEP'],
    ['a broken number', [choose(buildUnitItem(), 4.5)], 'items[0].units', 'UNITS_OFF_STEP'],
    ['two of a fixed price', [choose(buildItem(), 2)], 'items[0].units', 'UNITS_NOT_COUNTED'],
    [
      "another item's option",
      [choose(buildHourlyItem(), 2, ['oven']), choose(buildItem())],
      'items[0].optionIds[0]',
      'OPTION_NOT_OF_ITEM',
    ],
    [
      'an option twice',
      [choose(buildItem(), null, ['oven', 'fridge', 'oven'])],
      'items[0].optionIds[2]',
      'DUPLICATE_OPTION',
    ],
    ['another currency', [choose(buildItem({ unitPrice: cny(1) }))], 'items[0]', 'MIXED_CURRENCY'],
    [
      'an option in another currency',
      [choose(buildItem({ options: [buildOption({ price: cny(1) })] }), null, ['oven'])],
      'items[0]',
      'MIXED_CURRENCY',
    ],
  ])('names the field and says what to do: %s', (_case, chosen, field, code) => {
    const outcome = quoteVisit(buildQuestion({ items: chosen }));

    expect(outcome).toMatchObject({ problem: { field, code } });
    expect('problem' in outcome && Object.values(outcome.problem.message).every((message) => message.length > 5)).toBe(
      true,
    );
  });

  it.each([
    ['six items', items(6)],
    ['the fewest units', [choose(buildHourlyItem(), 2)]],
    ['the most units', [choose(buildHourlyItem(), 8)]],
    ['steps counted from the minimum', [choose(buildHourlyItem({ unitLimits: { min: 3, max: 9, step: 2 } }), 5)]],
  ])('prices what is just within the limits: %s', (_case, chosen) => {
    expect(quoteVisit(buildQuestion({ items: chosen }))).toHaveProperty('quote');
  });

  it.each([
    ['a negative surcharge', { adjustments: { ...buildQuestion().adjustments, weekendPercent: -1 } }],
    ['a negative tax', { tax: { percent: -1, inclusive: false } }],
    ['a negative price', { items: [choose(buildItem({ unitPrice: gbp(-1) }))] }],
    ['a negative option', { items: [choose(buildItem({ options: [buildOption({ price: gbp(-1) })] }))] }],
    ['a negative tip', { tip: gbp(-1) }],
    ['a negative discount', { discounts: [{ label: text('Odd'), amount: gbp(-1) }] }],
    ['a discount in another currency', { discounts: [{ label: text('Odd'), amount: cny(1) }] }],
    ['a counted item without limits', { items: [choose(buildUnitItem({ unitLimits: null }), 4)] }],
  ])('throws where the region or catalogue contradicts itself: %s', (_case, overrides) => {
    expect(() => quoteVisit(buildQuestion(overrides))).toThrow(RangeError);
  });
});
