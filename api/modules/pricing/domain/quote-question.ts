import type { LocalDate } from '../../../kernel/local-date.ts';
import type { LocalTime } from '../../../kernel/local-time.ts';
import type { LocalizedText } from '../../../kernel/localized-text.ts';
import type { Money } from '../../../kernel/money.ts';

/** How an item is priced (C2). */
export type PriceModel = 'FIXED' | 'PER_HOUR' | 'PER_UNIT';

/** An extra which can be added to an item: "inside the oven". Its price and minutes are never negative. */
export interface PricedOption {
  readonly id: string;
  readonly name: LocalizedText;
  readonly price: Money;
  readonly minutes: number;
}

/** Which numbers of units may be ordered: `min`, `min + step`, … up to and including `max`. */
export interface UnitLimits {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** An item as one provider offers it. */
export interface PricedItem {
  readonly id: string;
  readonly name: LocalizedText;
  readonly priceModel: PriceModel;
  /** The provider's price: of the whole (FIXED), of an hour (PER_HOUR) or of a unit (PER_UNIT). */
  readonly unitPrice: Money;
  /** What is counted under PER_UNIT ("room"); null otherwise. */
  readonly unitName: LocalizedText | null;
  /** Required under PER_HOUR (in hours) and PER_UNIT; ignored under FIXED. */
  readonly unitLimits: UnitLimits | null;
  /** The whole time (FIXED) or the time before the first unit (PER_UNIT); ignored under PER_HOUR. */
  readonly durationMinutes: number;
  /** The time each unit adds under PER_UNIT; ignored otherwise. */
  readonly minutesPerUnit: number | null;
  /** Every option of the item, in the order of the catalogue. */
  readonly options: readonly PricedOption[];
}

/** An item with what the household chose of it. */
export interface ChosenItem {
  readonly item: PricedItem;
  /** Hours under PER_HOUR, units under PER_UNIT; null or 1 under FIXED. */
  readonly units: number | null;
  readonly optionIds: readonly string[];
}

/** The region's surcharges, in percent with at most two decimals; 0 means none. None is negative. */
export interface PriceAdjustments {
  readonly nightPercent: number;
  readonly weekendPercent: number;
  readonly holidayPercent: number;
  readonly shortNoticePercent: number;
  /** A visit is at short notice if it starts less than this many hours from now. */
  readonly shortNoticeHours: number;
  /** The night is `[nightFrom, nightTo)` on the wall clock, over midnight if `nightTo` is earlier; empty if they are equal. */
  readonly nightFrom: LocalTime;
  readonly nightTo: LocalTime;
}

/** The region's tax. Inclusive: prices already contain it. Otherwise it is added as a line. */
export interface TaxRule {
  readonly percent: number;
  readonly inclusive: boolean;
}

/** Something which lowers the price, such as a coupon. The amount is positive. */
export interface Discount {
  readonly label: LocalizedText;
  readonly amount: Money;
}

/** Everything the price of a visit depends on. */
export interface QuoteQuestion {
  readonly items: readonly ChosenItem[];
  /** Null before a time is chosen. */
  readonly start: Date | null;
  readonly now: Date;
  /** IANA zone of the region. */
  readonly timeZone: string;
  /** The region's currency, which every price must be in. */
  readonly currency: string;
  /** The region's public holidays around the start. */
  readonly holidays: readonly LocalDate[];
  readonly adjustments: PriceAdjustments;
  readonly tax: TaxRule;
  readonly discounts: readonly Discount[];
  /** What the household gives on top, all of it to the provider; null for none. */
  readonly tip: Money | null;
}
