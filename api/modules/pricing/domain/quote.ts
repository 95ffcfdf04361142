import type { LocalizedText } from '../../../kernel/localized-text.ts';
import { add, money, percentOf, taxWithin, type Money } from '../../../kernel/money.ts';
import type { InputProblem } from '../../../kernel/input-problem.ts';
import { workOutItems, type ItemWork } from './chosen-items.ts';
import type { Discount, QuoteQuestion, TaxRule } from './quote-question.ts';
import { timeAdjustments, workPrice } from './time-adjustments.ts';

/** What a line of a quote is for. */
export type PriceLineKind =
  'BASE' | 'OPTION' | 'NIGHT' | 'WEEKEND' | 'HOLIDAY' | 'SHORT_NOTICE' | 'DISCOUNT' | 'TAX' | 'TIP';

/** One line of a quote. Only a discount is negative. */
export interface PriceLine {
  readonly kind: PriceLineKind;
  readonly label: LocalizedText;
  readonly amount: Money;
}

/** What one item contributes to the visit. */
export interface QuotedItem {
  readonly itemId: string;
  /** 1 for a fixed price. */
  readonly units: number;
  /** Chosen options, in the order of the catalogue. */
  readonly optionIds: readonly string[];
  /** Elapsed minutes, options included. */
  readonly durationMinutes: number;
}

/** The price of a visit (C3). Shown before booking, stored with it, never computed again. */
export interface PriceQuote {
  /** Base and options item by item, then surcharges, discounts, tax if it is not included, tip. They add up to the total. */
  readonly lines: readonly PriceLine[];
  readonly items: readonly QuotedItem[];
  /** The sum of the discount lines, as a positive amount. */
  readonly discounts: Money;
  /** The tax in the total: contained in the other lines if inclusive, else the TAX line. */
  readonly tax: Money;
  readonly tip: Money;
  readonly total: Money;
  readonly currency: string;
  /** Elapsed minutes of the whole visit, without buffers. */
  readonly durationMinutes: number;
  /** Whether no start was given, so that night, weekend, holiday and short notice are still open. */
  readonly timeDependent: boolean;
}

/** A price, or what is wrong with the question. */
export type QuoteOutcome = { readonly quote: PriceQuote } | { readonly problem: InputProblem };

/**
 * The price of a visit: the one place where a price is computed (C3).
 *
 * Each line is rounded by itself to a whole minor unit, halves away from zero, and the total is the sum of the lines.
 * Discounts together never exceed what they are taken from, so no total is negative. Tax is on everything but the tip.
 * Anything the household can get wrong comes back as a problem; a region or catalogue which contradicts itself (a negative
 * price or percentage, a discount in another currency, a counted item without limits) throws `RangeError`.
 */
export function quoteVisit(question: QuoteQuestion): QuoteOutcome {
  assertNotNegative(question);
  const outcome = workOutItems(question.items, question.currency);
  if ('problem' in outcome) return outcome;
  const { work } = outcome;
  const { currency, start } = question;
  const surcharges = start === null ? [] : timeAdjustments(question, work, start);
  const gross = surcharges.map((line) => line.amount).reduce(add, workPrice(work, currency));
  const discountLines = toDiscountLines(question.discounts, gross);
  const discounted = discountLines.map((line) => line.amount).reduce(add, gross);
  const tip = question.tip ?? money(0, currency);
  const { tax, taxLines } = taxOn(discounted, question.tax);
  const lines: PriceLine[] = [
    ...work.flatMap(toItemLines),
    ...surcharges,
    ...discountLines,
    ...taxLines,
    ...(tip.amount > 0 ? [{ kind: 'TIP', label: tipLabel, amount: tip } as const] : []),
  ];
  const items = work.map(toQuotedItem);
  return {
    quote: {
      lines,
      items,
      discounts: money(gross.amount - discounted.amount, currency),
      tax,
      tip,
      total: lines.map((line) => line.amount).reduce(add, money(0, currency)),
      currency,
      durationMinutes: items.reduce((sum, item) => sum + item.durationMinutes, 0),
      timeDependent: start === null,
    },
  };
}

function toItemLines(item: ItemWork): PriceLine[] {
  const options = item.options.map(({ name, price }) => ({ kind: 'OPTION', label: name, amount: price }) as const);
  return [{ kind: 'BASE', label: item.label, amount: item.base }, ...options];
}

function toQuotedItem({ itemId, units, options, baseMinutes }: ItemWork): QuotedItem {
  const durationMinutes = options.reduce((sum, option) => sum + option.minutes, baseMinutes);
  return { itemId, units, optionIds: options.map((option) => option.id), durationMinutes };
}

function toDiscountLines(discounts: readonly Discount[], gross: Money): PriceLine[] {
  let left = gross.amount;
  const lines: PriceLine[] = [];
  for (const { label, amount } of discounts) {
    if (amount.amount < 0 || amount.currency !== gross.currency) throw new RangeError(`not a discount: ${label.en}`);
    const taken = Math.min(amount.amount, left);
    left -= taken;
    if (taken > 0) lines.push({ kind: 'DISCOUNT', label, amount: money(-taken, gross.currency) });
  }
  return lines;
}

/** Tax on an amount; a line of its own where prices do not contain it. */
export function taxOn(taxable: Money, { percent, inclusive }: TaxRule): { tax: Money; taxLines: PriceLine[] } {
  if (inclusive) return { tax: taxWithin(taxable, percent), taxLines: [] };
  const tax = percentOf(taxable, percent);
  const label = { en: `Tax ${percent} %`, 'zh-CN': `税费 ${percent}%` };
  return { tax, taxLines: tax.amount === 0 ? [] : [{ kind: 'TAX', label, amount: tax }] };
}

function assertNotNegative({ adjustments, tax, tip, items }: QuoteQuestion): void {
  const { nightPercent, weekendPercent, holidayPercent, shortNoticePercent } = adjustments;
  const ofRegion = [nightPercent, weekendPercent, holidayPercent, shortNoticePercent, tax.percent, tip?.amount ?? 0];
  const ofItems = items.flatMap(({ item }) => [
    item.unitPrice.amount,
    item.durationMinutes,
    item.minutesPerUnit ?? 0,
    ...item.options.flatMap((option) => [option.price.amount, option.minutes]),
  ]);
  if (![...ofRegion, ...ofItems].every((value) => value >= 0)) {
    throw new RangeError('a percentage, price, duration or tip is negative');
  }
}

const tipLabel: LocalizedText = { en: 'Tip', 'zh-CN': '小费' };
