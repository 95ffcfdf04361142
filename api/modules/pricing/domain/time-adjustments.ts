import { addDays, weekdayOf } from '../../../kernel/local-date.ts';
import type { LocalizedText } from '../../../kernel/localized-text.ts';
import { add, hundredthsOf, money, percentOf, roundedQuotient, type Money } from '../../../kernel/money.ts';
import { instantAt, localDateAt } from '../../../kernel/zoned-time.ts';
import type { ItemWork } from './chosen-items.ts';
import type { PriceAdjustments, QuoteQuestion } from './quote-question.ts';

/** A surcharge which depends on when the visit takes place. */
export interface TimeAdjustment {
  readonly kind: 'NIGHT' | 'WEEKEND' | 'HOLIDAY' | 'SHORT_NOTICE';
  readonly label: LocalizedText;
  readonly amount: Money;
}

type TimeQuestion = Pick<QuoteQuestion, 'now' | 'timeZone' | 'currency' | 'holidays' | 'adjustments'>;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/**
 * The surcharges of a visit which starts then, each a percentage of the items and options alone, so that none is charged
 * on another. A holiday or a weekend is decided by the local date of the start, and a holiday replaces the weekend. Those
 * which come to nothing are left out.
 */
export function timeAdjustments(question: TimeQuestion, work: readonly ItemWork[], start: Date): TimeAdjustment[] {
  const { adjustments, now } = question;
  const subtotal = workPrice(work, question.currency);
  const date = localDateAt(start, question.timeZone);
  const isHoliday = question.holidays.includes(date);
  const isShortNotice = start.getTime() - now.getTime() < adjustments.shortNoticeHours * HOUR_MS;
  const lines: TimeAdjustment[] = [
    { kind: 'NIGHT', label: nightLabel(adjustments), amount: nightAmount(question, work, start) },
  ];
  if (isHoliday) {
    const label = percentLabel('Public holiday', '节假日', adjustments.holidayPercent);
    lines.push({ kind: 'HOLIDAY', label, amount: percentOf(subtotal, adjustments.holidayPercent) });
  } else if (weekdayOf(date) >= 6) {
    const label = percentLabel('Weekend', '周末', adjustments.weekendPercent);
    lines.push({ kind: 'WEEKEND', label, amount: percentOf(subtotal, adjustments.weekendPercent) });
  }
  if (isShortNotice) {
    const label = percentLabel('Short notice', '临时预约', adjustments.shortNoticePercent);
    lines.push({ kind: 'SHORT_NOTICE', label, amount: percentOf(subtotal, adjustments.shortNoticePercent) });
  }
  return lines.filter((line) => line.amount.amount !== 0);
}

/** The price of items and options before anything else. */
export function workPrice(work: readonly ItemWork[], currency: string): Money {
  const prices = work.flatMap((item) => [item.base, ...item.options.map((option) => option.price)]);
  return prices.reduce(add, money(0, currency));
}

/**
 * The night surcharge, pro rata by minutes worked at night: the items' base work comes first, as one block, and bears the
 * surcharge on its share of night minutes; each option bears its own, as if it followed the base work directly. Were
 * options spread over the whole visit, a cheap long option could carry an early visit out of the night and lower the
 * total. The exact sum is rounded once, halves away from zero.
 */
function nightAmount(question: TimeQuestion, work: readonly ItemWork[], start: Date): Money {
  const percent = hundredthsOf(question.adjustments.nightPercent);
  const baseMinutes = work.reduce((sum, item) => sum + item.baseMinutes, 0);
  const basePrice = work.reduce((sum, item) => sum + item.base.amount, 0);
  const baseEnd = new Date(start.getTime() + baseMinutes * MINUTE_MS);
  const parts = [
    { price: basePrice, from: start, minutes: baseMinutes },
    ...work.flatMap((item) =>
      item.options.map(({ price, minutes }) =>
        minutes > 0
          ? { price: price.amount, from: baseEnd, minutes }
          : { price: price.amount, from: start, minutes: baseMinutes },
      ),
    ),
  ];
  let numerator = 0n;
  let denominator = 1n;
  for (const { price, from, minutes } of parts) {
    if (minutes === 0) continue;
    const nightPrice = BigInt(price) * BigInt(nightMinutes(question, from, minutes));
    numerator = numerator * BigInt(minutes) + nightPrice * denominator;
    denominator *= BigInt(minutes);
  }
  return money(roundedQuotient(numerator * percent, denominator * 10_000n), question.currency);
}

/** How many of the elapsed minutes from an instant on fall in the night of the wall clock, clock changes included. */
function nightMinutes({ adjustments, timeZone }: TimeQuestion, from: Date, minutes: number): number {
  const { nightFrom, nightTo } = adjustments;
  const end = from.getTime() + minutes * MINUTE_MS;
  const lastDate = localDateAt(new Date(end), timeZone);
  let total = 0;
  for (let date = addDays(localDateAt(from, timeZone), -1); date <= lastDate; date = addDays(date, 1)) {
    const nightStart = instantAt(date, nightFrom, timeZone).getTime();
    const nightEnd = instantAt(nightTo < nightFrom ? addDays(date, 1) : date, nightTo, timeZone).getTime();
    total += Math.max(0, Math.min(end, nightEnd) - Math.max(from.getTime(), nightStart));
  }
  return Math.round(total / MINUTE_MS);
}

function nightLabel({ nightPercent, nightFrom, nightTo }: PriceAdjustments): LocalizedText {
  const { en, 'zh-CN': zh } = percentLabel('Night', '夜间', nightPercent);
  return { en: `${en} (${nightFrom}–${nightTo})`, 'zh-CN': `${zh}（${nightFrom}–${nightTo}）` };
}

function percentLabel(english: string, chinese: string, percent: number): LocalizedText {
  return { en: `${english} +${percent} %`, 'zh-CN': `${chinese} +${percent}%` };
}
