import { Field, Int, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { MoneyType } from '../../platform/money.type.ts';
import { InvalidVisitError } from './pricing.errors.ts';

export enum PriceLineKind {
  BASE = 'BASE',
  OPTION = 'OPTION',
  EXTRA = 'EXTRA',
  NIGHT = 'NIGHT',
  WEEKEND = 'WEEKEND',
  HOLIDAY = 'HOLIDAY',
  SHORT_NOTICE = 'SHORT_NOTICE',
  DISCOUNT = 'DISCOUNT',
  TAX = 'TAX',
  TIP = 'TIP',
}
registerEnumType(PriceLineKind, {
  name: 'PriceLineKind',
  description: 'What a line of a quote is for.',
  valuesConfig: {
    BASE: { description: 'The item itself.' },
    OPTION: { description: 'An extra.' },
    EXTRA: { description: 'Added during the visit, with consent.' },
    NIGHT: { description: 'Surcharge for minutes at night.' },
    WEEKEND: { description: 'Surcharge for Saturday and Sunday.' },
    HOLIDAY: { description: 'Surcharge for a public holiday; replaces the one for the weekend.' },
    SHORT_NOTICE: { description: 'Surcharge for booking shortly before the start.' },
    DISCOUNT: { description: 'Taken off; negative.' },
    TAX: { description: 'Tax on top, where prices do not include it.' },
    TIP: { description: 'For the provider, whole.' },
  },
});

/** A quote as it is kept with a booking: plain values, texts in every language (C3). */
export interface StoredQuote {
  readonly lines: readonly {
    readonly kind: PriceLineKind | `${PriceLineKind}`;
    readonly label: LocalizedText;
    readonly amount: number;
  }[];
  readonly discounts: number;
  readonly tax: number;
  readonly tip: number;
  readonly total: number;
  readonly currency: string;
  /** Minutes of the whole visit, without buffers. */
  readonly durationMinutes: number;
}

@ObjectType({ description: 'One line of a quote.' })
export class PriceLine {
  @Field(() => PriceLineKind, { description: 'What it is for.' })
  kind!: PriceLineKind;

  @Field(() => String, { description: 'What it is for, in words.' })
  label!: string;

  @Field(() => MoneyType, { description: 'Its amount; negative for a discount.' })
  amount!: MoneyType;
}

@ObjectType({ description: 'The price of a visit, line by line. The lines add up to the total.' })
export class PriceQuote {
  @Field(() => [PriceLine], { description: 'Items and extras, surcharges, discounts, tax, tip.' })
  lines!: PriceLine[];

  @Field(() => MoneyType, { description: 'Everything taken off, as a positive amount.' })
  discounts!: MoneyType;

  @Field(() => MoneyType, { description: 'Tax contained in the total.' })
  tax!: MoneyType;

  @Field(() => MoneyType, { description: 'Tip contained in the total.' })
  tip!: MoneyType;

  @Field(() => MoneyType, { description: 'What the household pays.' })
  total!: MoneyType;

  @Field(() => String, { description: 'ISO 4217 code of all amounts.' })
  currency!: string;

  @Field(() => Int, { description: 'Minutes of the whole visit.' })
  durationMinutes!: number;
}

export const QuoteVisitResult = createUnionType({
  name: 'QuoteVisitResult',
  description: 'What comes of asking for a price.',
  types: () => [PriceQuote, InvalidVisitError] as const,
  resolveType: (value) => ('total' in value ? PriceQuote : InvalidVisitError),
});
