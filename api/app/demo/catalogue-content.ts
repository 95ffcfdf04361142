import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { PriceModel, ProviderLevel, UnitLimits, Venue } from '../../modules/catalog/index.ts';
import type { RegionCode } from './demo-context.ts';
import type { CourseCode, CredentialCode } from './demo-qualifications.ts';

/** An amount in each region's minor units: fen in Hangzhou, pence in London. Markets differ; rates do not convert them. */
export type MarketPrice = Readonly<Record<RegionCode, number>>;

export interface OptionContent {
  readonly name: LocalizedText;
  readonly price: MarketPrice;
  readonly minutes: number;
}

/** An item of the catalogue before it is placed in a region. */
export interface ItemContent {
  readonly code: string;
  readonly category: string;
  readonly icon: string;
  readonly name: LocalizedText;
  readonly description: LocalizedText;
  readonly included: readonly LocalizedText[];
  readonly notIncluded: readonly LocalizedText[];
  readonly venues: readonly Venue[];
  readonly priceModel: PriceModel;
  readonly price: MarketPrice;
  readonly unitName: LocalizedText | null;
  readonly units: UnitLimits | null;
  readonly durationMinutes: number;
  readonly minutesPerUnit: number | null;
  readonly options: readonly OptionContent[];
  readonly credentials: readonly CredentialCode[];
  readonly course: CourseCode | null;
  readonly minimumLevel: ProviderLevel;
}

/** What is the same for most items of one price model, so that the content says only what is particular. */
export const PRICED_ONCE = { unitName: null, units: null, minutesPerUnit: null } as const;

export function price(fen: number, pence: number): MarketPrice {
  return { hangzhou: fen, london: pence };
}
