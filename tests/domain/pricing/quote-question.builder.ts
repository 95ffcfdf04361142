import type { Money } from '../../../api/kernel/money.ts';
import type {
  ChosenItem,
  PricedItem,
  PricedOption,
  QuoteQuestion,
} from '../../../api/modules/pricing/domain/quote-question.ts';

export const gbp = (amount: number): Money => ({ amount, currency: 'GBP' });
export const cny = (amount: number): Money => ({ amount, currency: 'CNY' });
export const text = (en: string) => ({ en, 'zh-CN': `${en}·中` });

export function buildOption(overrides: Partial<PricedOption> = {}): PricedOption {
  return { id: 'oven', name: text('Inside the oven'), price: gbp(1500), minutes: 30, ...overrides };
}

/** A fixed-price item of £100 and 120 minutes with two options. */
export function buildItem(overrides: Partial<PricedItem> = {}): PricedItem {
  return {
    id: 'deep-clean',
    name: text('Deep clean'),
    priceModel: 'FIXED',
    unitPrice: gbp(10_000),
    unitName: null,
    unitLimits: null,
    durationMinutes: 120,
    minutesPerUnit: null,
    options: [
      buildOption(),
      buildOption({ id: 'fridge', name: text('Inside the fridge'), price: gbp(999), minutes: 15 }),
    ],
    ...overrides,
  };
}

export function buildHourlyItem(overrides: Partial<PricedItem> = {}): PricedItem {
  return buildItem({
    id: 'regular-clean',
    name: text('Regular clean'),
    priceModel: 'PER_HOUR',
    unitPrice: gbp(1850),
    unitLimits: { min: 2, max: 8, step: 2 },
    options: [],
    ...overrides,
  });
}

export function buildUnitItem(overrides: Partial<PricedItem> = {}): PricedItem {
  return buildItem({
    id: 'windows',
    name: text('Windows'),
    priceModel: 'PER_UNIT',
    unitPrice: gbp(450),
    unitName: { en: 'window', 'zh-CN': '扇' },
    unitLimits: { min: 4, max: 40, step: 1 },
    durationMinutes: 20,
    minutesPerUnit: 8,
    options: [],
    ...overrides,
  });
}

export function choose(item: PricedItem, units: number | null = null, optionIds: readonly string[] = []): ChosenItem {
  return { item, units, optionIds };
}

/** A question asked long before a Wednesday noon in London: no surcharge applies unless an override makes it. */
export function buildQuestion(overrides: Partial<QuoteQuestion> = {}): QuoteQuestion {
  return {
    items: [choose(buildItem())],
    start: new Date('2026-01-14T12:00:00Z'),
    now: new Date('2026-01-05T12:00:00Z'),
    timeZone: 'Europe/London',
    currency: 'GBP',
    holidays: ['2026-01-01', '2026-04-03', '2026-04-04', '2026-12-25'],
    adjustments: {
      nightPercent: 30,
      weekendPercent: 20,
      holidayPercent: 50,
      shortNoticePercent: 10,
      shortNoticeHours: 12,
      nightFrom: '21:00',
      nightTo: '07:00',
    },
    tax: { percent: 20, inclusive: true },
    discounts: [],
    tip: null,
    ...overrides,
  };
}
