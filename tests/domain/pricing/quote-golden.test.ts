import { describe, expect, it } from 'vitest';
import { quoteVisit, type PriceQuote } from '../../../api/modules/pricing/domain/quote.ts';
import type { QuoteQuestion } from '../../../api/modules/pricing/domain/quote-question.ts';
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

function quoteOf(overrides: Partial<QuoteQuestion>): PriceQuote {
  const outcome = quoteVisit(buildQuestion(overrides));
  if ('problem' in outcome) throw new Error(outcome.problem.code);
  return outcome.quote;
}

const linesOf = (quote: PriceQuote) => quote.lines.map((line) => `${line.kind} ${line.amount.amount}`);
const start = (instant: string) => ({ start: new Date(instant) });

describe('price of the items', () => {
  it.each([
    ['a fixed price', [choose(buildItem())], ['BASE 10000'], 120],
    ['a fixed price, one counted', [choose(buildItem(), 1)], ['BASE 10000'], 120],
    ['hours', [choose(buildHourlyItem(), 4)], ['BASE 7400'], 240],
    ['units', [choose(buildUnitItem(), 11)], ['BASE 4950'], 108],
    ['options', [choose(buildItem(), null, ['fridge', 'oven'])], ['BASE 10000', 'OPTION 1500', 'OPTION 999'], 165],
    [
      'several items',
      [choose(buildHourlyItem(), 2), choose(buildItem(), null, ['oven']), choose(buildUnitItem(), 4)],
      ['BASE 3700', 'BASE 10000', 'OPTION 1500', 'BASE 1800'],
      120 + 150 + 52,
    ],
  ])('adds up %s', (_case, items, lines, minutes) => {
    const quote = quoteOf({ items });

    expect(linesOf(quote)).toEqual(lines);
    expect(quote.durationMinutes).toBe(minutes);
    expect(quote.currency).toBe('GBP');
  });

  it('says what each line is for in both languages', () => {
    const items = [
      choose(buildHourlyItem({ unitLimits: { min: 1, max: 8, step: 1 } }), 1),
      choose(buildHourlyItem({ id: 'ironing' }), 2),
      choose(buildUnitItem(), 4),
    ];

    expect(quoteOf({ items }).lines.map((line) => line.label)).toEqual([
      { en: 'Regular clean · 1 hour', 'zh-CN': 'Regular clean·中 · 1 小时' },
      { en: 'Regular clean · 2 hours', 'zh-CN': 'Regular clean·中 · 2 小时' },
      { en: 'Windows · 4 × window', 'zh-CN': 'Windows·中 · 4 扇' },
    ]);
  });

  it('tells units, options and minutes of each item', () => {
    const items = [choose(buildItem(), null, ['fridge', 'oven']), choose(buildUnitItem(), 4)];

    expect(quoteOf({ items }).items).toEqual([
      { itemId: 'deep-clean', units: 1, optionIds: ['oven', 'fridge'], durationMinutes: 165 },
      { itemId: 'windows', units: 4, optionIds: [], durationMinutes: 52 },
    ]);
  });

  it('quotes in yuan as in pounds', () => {
    const item = buildItem({ unitPrice: cny(26_800), options: [buildOption({ price: cny(5_001) })] });
    const quote = quoteOf({
      items: [choose(item, null, ['oven'])],
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      start: new Date('2026-01-17T02:00:00Z'),
      tax: { percent: 6, inclusive: true },
    });

    expect(linesOf(quote)).toEqual(['BASE 26800', 'OPTION 5001', 'WEEKEND 6360']);
    expect(quote.total).toEqual(cny(38_161));
    expect(quote.tax).toEqual(cny(2_160));
  });
});

describe('surcharges of £100 for 120 minutes in London', () => {
  it.each([
    ['Wednesday noon', '2026-01-14T12:00:00Z', []],
    ['ends as the night begins', '2026-01-14T19:00:00Z', []],
    ['one minute of night', '2026-01-14T19:01:00Z', ['NIGHT 25']],
    ['half of it at night', '2026-01-14T20:00:00Z', ['NIGHT 1500']],
    ['over midnight', '2026-01-14T23:00:00Z', ['NIGHT 3000']],
    ['after midnight', '2026-01-15T02:00:00Z', ['NIGHT 3000']],
    ['early morning', '2026-01-14T06:30:00Z', ['NIGHT 750']],
    ['starts as the night ends', '2026-01-14T07:00:00Z', []],
    ['summer: 20:00 UTC is 21:00', '2026-07-15T20:00:00Z', ['NIGHT 3000']],
    ['last minute of Friday', '2026-01-16T23:59:00Z', ['NIGHT 3000']],
    ['first minute of Saturday', '2026-01-17T00:00:00Z', ['NIGHT 3000', 'WEEKEND 2000']],
    ['Sunday noon', '2026-01-18T12:00:00Z', ['WEEKEND 2000']],
    ['Sunday 23:30 UTC in summer is Monday', '2026-07-19T23:30:00Z', ['NIGHT 3000']],
    ['Friday 23:30 UTC in summer is Saturday', '2026-07-17T23:30:00Z', ['NIGHT 3000', 'WEEKEND 2000']],
    ['a holiday on a Friday', '2026-04-03T11:00:00Z', ['HOLIDAY 5000']],
    ['a holiday on a Saturday replaces the weekend', '2026-04-04T11:00:00Z', ['HOLIDAY 5000']],
    ['night before a holiday', '2026-12-24T23:00:00Z', ['NIGHT 3000']],
    ['night of a holiday', '2026-12-25T20:00:00Z', ['NIGHT 1500', 'HOLIDAY 5000']],
  ])('%s', (_case, instant, surcharges) => {
    expect(linesOf(quoteOf(start(instant)))).toEqual(['BASE 10000', ...surcharges]);
  });

  it.each([
    ['exactly at the notice', '2026-01-14T00:00:00Z', []],
    ['a millisecond less', '2026-01-14T00:00:00.001Z', ['SHORT_NOTICE 1000']],
  ])('%s', (_case, now, surcharges) => {
    expect(linesOf(quoteOf({ now: new Date(now) }))).toEqual(['BASE 10000', ...surcharges]);
  });

  it.each([
    // 29 March 2026: 01:00 becomes 02:00, so the night from 21:00 to 07:00 has nine hours.
    ['spring: 05:00 UTC is 06:00, an hour of night left', '2026-03-29T05:00:00Z', ['NIGHT 1500', 'WEEKEND 2000']],
    ['spring: across the jump', '2026-03-29T00:30:00Z', ['NIGHT 3000', 'WEEKEND 2000']],
    // 25 October 2026: 02:00 becomes 01:00, so the night has eleven hours.
    ['autumn: 06:00 UTC is 06:00, an hour of night left', '2026-10-25T06:00:00Z', ['NIGHT 1500', 'WEEKEND 2000']],
    ['autumn: across the repeated hour', '2026-10-25T00:30:00Z', ['NIGHT 3000', 'WEEKEND 2000']],
  ])('%s', (_case, instant, surcharges) => {
    expect(linesOf(quoteOf(start(instant)))).toEqual(['BASE 10000', ...surcharges]);
  });

  it('counts the extra hour of the autumn night as worked', () => {
    const items = [choose(buildHourlyItem({ unitLimits: { min: 1, max: 24, step: 1 }, unitPrice: gbp(1000) }), 12)];

    // 21:00 BST to 08:00 GMT is twelve hours, eleven of them night.
    expect(linesOf(quoteOf({ items, ...start('2026-10-24T20:00:00Z') }))).toContain('NIGHT 3300');
    // 21:00 GMT to 10:00 BST is twelve hours, nine of them night.
    expect(linesOf(quoteOf({ items, ...start('2026-03-28T21:00:00Z') }))).toContain('NIGHT 2700');
  });

  it('adds each surcharge to the price of the items, not to one another, with its own line', () => {
    const quote = quoteOf({ ...start('2026-01-17T20:00:00Z'), now: new Date('2026-01-17T16:00:00Z') });

    expect(linesOf(quote)).toEqual(['BASE 10000', 'NIGHT 1500', 'WEEKEND 2000', 'SHORT_NOTICE 1000']);
    expect(quote.total).toEqual(gbp(14_500));
    expect(quote.lines.slice(1).map((line) => line.label)).toEqual([
      { en: 'Night +30 % (21:00–07:00)', 'zh-CN': '夜间 +30%（21:00–07:00）' },
      { en: 'Weekend +20 %', 'zh-CN': '周末 +20%' },
      { en: 'Short notice +10 %', 'zh-CN': '临时预约 +10%' },
    ]);
  });

  it('charges an option for the night it is worked in, after the base work', () => {
    // Base 19:30–21:30, a quarter at night; the oven 21:30–22:00, all of it at night: 2 500 + 1 500, of which 30 %.
    const quote = quoteOf({ items: [choose(buildItem(), null, ['oven'])], ...start('2026-01-14T19:30:00Z') });

    expect(linesOf(quote)).toEqual(['BASE 10000', 'OPTION 1500', 'NIGHT 1200']);
  });

  it('charges an option without time as the base work', () => {
    const item = buildItem({ options: [buildOption({ minutes: 0 })] });

    expect(linesOf(quoteOf({ items: [choose(item, null, ['oven'])], ...start('2026-01-14T20:00:00Z') }))).toEqual([
      'BASE 10000',
      'OPTION 1500',
      'NIGHT 1725',
    ]);
  });

  it.each([
    ['a night within one day', '01:00', '05:00', '2026-01-14T04:00:00Z', ['NIGHT 1500']],
    ['no night at all', '21:00', '21:00', '2026-01-14T22:00:00Z', []],
  ])('allows %s', (_case, nightFrom, nightTo, instant, surcharges) => {
    const adjustments = { ...buildQuestion().adjustments, nightFrom, nightTo };

    expect(linesOf(quoteOf({ adjustments, ...start(instant) }))).toEqual(['BASE 10000', ...surcharges]);
  });

  it('leaves out what depends on the time until there is one', () => {
    const quote = quoteOf({ start: null, now: new Date('2026-01-17T22:00:00Z') });

    expect(linesOf(quote)).toEqual(['BASE 10000']);
    expect(quote.timeDependent).toBe(true);
    expect(quoteOf({}).timeDependent).toBe(false);
  });
});

describe('rounding, tax, discounts and tip', () => {
  it.each([
    [1, 50, 1, 'WEEKEND'],
    [12, 20, 2, 'WEEKEND'],
    [13, 20, 3, 'WEEKEND'],
    [1001, 12.5, 125, 'WEEKEND'],
    [1004, 12.5, 126, 'WEEKEND'],
    [2, 20, 0, 'none'],
  ])('rounds the weekend of %i minor units at %d %% to %i', (price, weekendPercent, expected, kind) => {
    const adjustments = { ...buildQuestion().adjustments, weekendPercent };
    const items = [choose(buildItem({ unitPrice: gbp(price) }))];
    const surcharge = quoteOf({ items, adjustments, ...start('2026-01-17T12:00:00Z') }).lines[1];

    expect([surcharge?.kind ?? 'none', surcharge?.amount.amount ?? 0]).toEqual([kind, expected]);
  });

  it('contains an inclusive tax without adding it', () => {
    const quote = quoteOf({});

    expect(linesOf(quote)).toEqual(['BASE 10000']);
    expect([quote.tax, quote.total]).toEqual([gbp(1_667), gbp(10_000)]);
  });

  it('adds a tax which is not included as a line', () => {
    const quote = quoteOf({ tax: { percent: 8.25, inclusive: false }, tip: gbp(500) });

    expect(linesOf(quote)).toEqual(['BASE 10000', 'TAX 825', 'TIP 500']);
    expect([quote.tax, quote.tip, quote.total]).toEqual([gbp(825), gbp(500), gbp(11_325)]);
  });

  it('takes discounts off before tax and never below zero', () => {
    const discounts = [
      { label: text('Welcome'), amount: gbp(9_000) },
      { label: text('Friend'), amount: gbp(3_000) },
      { label: text('Spring'), amount: gbp(1) },
    ];
    const quote = quoteOf({ discounts, tip: gbp(200) });

    expect(linesOf(quote)).toEqual(['BASE 10000', 'DISCOUNT -9000', 'DISCOUNT -1000', 'TIP 200']);
    expect([quote.discounts, quote.tax, quote.total]).toEqual([gbp(10_000), gbp(0), gbp(200)]);
  });
});
