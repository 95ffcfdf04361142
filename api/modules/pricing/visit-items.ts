import { isId } from '../../kernel/ids.ts';
import { required } from '../../kernel/required.ts';
import { localDateAt } from '../../kernel/zoned-time.ts';
import { addDays } from '../../kernel/local-date.ts';
import { money } from '../../kernel/money.ts';
import type { InputProblem } from '../../kernel/input-problem.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Holiday, Region, ServiceItem, ServiceOption } from '../catalog/index.ts';
import { MAX_ITEMS_PER_VISIT } from './domain/chosen-items.ts';
import { quoteVisit } from './domain/quote.ts';
import type { QuoteOutcome } from './domain/quote.ts';
import type { ChosenItem, PricedItem } from './domain/quote-question.ts';
import type { StoredQuote } from './price-quote.type.ts';
import type { VisitItemInput } from './visit.inputs.ts';

/** The items of a visit with everything of the catalogue that its price and time depend on. */
export interface VisitItems {
  readonly region: Region;
  readonly items: readonly {
    readonly item: ServiceItem;
    readonly options: readonly ServiceOption[];
    readonly units: number | null;
    readonly optionIds: readonly string[];
  }[];
  readonly holidays: readonly string[];
}

type Resolved = { readonly visit: VisitItems } | { readonly problem: InputProblem };

/**
 * Looks the chosen items up, in a fixed number of statements. Which units and options fit is decided by the quote.
 * A problem is an empty or too long list, an unknown item, or items of different regions.
 */
export async function resolveVisitItems(
  context: Pick<RequestContext, 'loaders'>,
  inputs: readonly VisitItemInput[],
  regionId: string | null = null,
): Promise<Resolved> {
  if (inputs.length === 0) return problem('items', 'NO_ITEMS', 'Choose at least one service.', '请至少选择一项服务。');
  if (inputs.length > MAX_ITEMS_PER_VISIT) {
    return problem(
      'items',
      'TOO_MANY_ITEMS',
      `A visit has at most ${MAX_ITEMS_PER_VISIT} services.`,
      `一次上门最多 ${MAX_ITEMS_PER_VISIT} 项服务。`,
    );
  }
  const found = await Promise.all(
    inputs.map(async ({ itemId }) => (isId(itemId) ? context.loaders.find(ServiceItem, itemId) : null)),
  );
  const expectedRegion = regionId ?? found.find((item) => item !== null)?.region;
  const wrong = found.findIndex((item) => item === null || item.region !== expectedRegion);
  const regionKey = found[0]?.region;
  if (wrong >= 0 || regionKey === undefined) {
    return problem(
      `items[${Math.max(wrong, 0)}].itemId`,
      'UNKNOWN_ITEM',
      'This service does not exist here. Choose another.',
      '这里没有这项服务，请另选。',
    );
  }
  const items = found as ServiceItem[];
  const [region, holidays, options] = await Promise.all([
    context.loaders.get(Region, regionKey),
    context.loaders.list(Holiday, 'region', regionKey, { date: 'asc' }),
    Promise.all(items.map((item) => context.loaders.list(ServiceOption, 'item', item.id, { position: 'asc' }))),
  ]);
  return {
    visit: {
      region,
      holidays: holidays.map(({ date }) => date),
      items: inputs.map((input, index) => ({
        item: required(items[index], 'an item'),
        options: required(options[index], 'options'),
        units: input.units ?? null,
        optionIds: input.optionIds ?? [],
      })),
    },
  };
}

/** The price of the visit at those unit prices (minor units by item id), at `start` or before a time is chosen. */
export function quoteVisitItems(
  visit: VisitItems,
  priceOf: (itemId: string) => number,
  start: Date | null,
  now: Date,
): QuoteOutcome {
  const { region } = visit;
  return quoteVisit({
    items: visit.items.map((chosen) => toChosenItem(chosen, priceOf(chosen.item.id), region.currency)),
    start,
    now,
    timeZone: region.timeZone,
    currency: region.currency,
    holidays: start === null ? [] : visit.holidays.filter((date) => isNear(date, start, region.timeZone)),
    adjustments: region.rules.adjustments,
    tax: region.rules.tax,
    discounts: [],
    tip: null,
  });
}

/** The quote as plain values, to be kept with a booking. */
export function toStoredQuote(outcome: Extract<QuoteOutcome, { quote: unknown }>): StoredQuote {
  const { quote } = outcome;
  return {
    lines: quote.lines.map(({ kind, label, amount }) => ({ kind, label, amount: amount.amount })),
    discounts: quote.discounts.amount,
    tax: quote.tax.amount,
    tip: quote.tip.amount,
    total: quote.total.amount,
    currency: quote.currency,
    durationMinutes: quote.durationMinutes,
  };
}

function isNear(date: string, start: Date, timeZone: string): boolean {
  const day = localDateAt(start, timeZone);
  return date >= addDays(day, -1) && date <= addDays(day, 2);
}

function toChosenItem(chosen: VisitItems['items'][number], unitPrice: number, currency: string): ChosenItem {
  return {
    item: toPricedItem(chosen.item, chosen.options, unitPrice, currency),
    units: chosen.units,
    optionIds: chosen.optionIds,
  };
}

function toPricedItem(
  item: ServiceItem,
  options: readonly ServiceOption[],
  unitPrice: number,
  currency: string,
): PricedItem {
  return {
    id: item.id,
    name: item.name,
    priceModel: item.priceModel,
    unitPrice: money(unitPrice, currency),
    unitName: item.unitName,
    unitLimits: item.units,
    durationMinutes: item.durationMinutes,
    minutesPerUnit: item.minutesPerUnit,
    options: options.map((option) => ({
      id: option.id,
      name: option.name,
      price: money(option.priceAmount, option.currency),
      minutes: option.minutes,
    })),
  };
}

function problem(field: string, code: string, english: string, chinese: string): { readonly problem: InputProblem } {
  return { problem: { field, code, message: { en: english, 'zh-CN': chinese } } };
}
