import { Entity, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { Region } from './region.entity.ts';
import { ServiceCategory } from './service-category.entity.ts';

export enum Venue {
  AT_HOME = 'AT_HOME',
  AT_STUDIO = 'AT_STUDIO',
}
registerEnumType(Venue, {
  name: 'Venue',
  description: 'Where a visit takes place.',
  valuesConfig: {
    AT_HOME: { description: "At the household's address." },
    AT_STUDIO: { description: "At the provider's studio." },
  },
});

export enum PriceModel {
  FIXED = 'FIXED',
  PER_HOUR = 'PER_HOUR',
  PER_UNIT = 'PER_UNIT',
}
registerEnumType(PriceModel, {
  name: 'PriceModel',
  description: 'How the price of an item grows.',
  valuesConfig: {
    FIXED: { description: 'One price and one duration.' },
    PER_HOUR: { description: 'Price for each hour; the units are hours.' },
    PER_UNIT: { description: 'Price and minutes for each unit, e.g. room or window.' },
  },
});

export enum ProviderLevel {
  TRAINEE = 'TRAINEE',
  CERTIFIED = 'CERTIFIED',
  SENIOR = 'SENIOR',
  MASTER = 'MASTER',
}
registerEnumType(ProviderLevel, {
  name: 'ProviderLevel',
  description: "A provider's standing, by published rules.",
  valuesConfig: {
    TRAINEE: { description: 'New, under guidance.' },
    CERTIFIED: { description: 'Has passed the basics.' },
    SENIOR: { description: 'Proven over many visits.' },
    MASTER: { description: 'The best and most experienced.' },
  },
});

export interface UnitLimits {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly default: number;
}

@ObjectType({ description: 'Something a household can book in a region.' })
@Unique({ properties: ['region', 'code'] })
@Entity({ tableName: 'service_item' })
export class ServiceItem {
  @Field(() => ID, { description: 'Identifies the item.' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Field(() => String, { description: 'Short stable name, unique in its region.' })
  @Property({ type: 'text' })
  code!: string;

  @ManyToOne({ entity: () => Region, mapToPk: true })
  region!: string;

  @Index()
  @ManyToOne({ entity: () => ServiceCategory, mapToPk: true })
  category!: string;

  @Property({ type: 'jsonb' })
  name!: LocalizedText;

  @Property({ type: 'jsonb' })
  description!: LocalizedText;

  @Property({ type: 'jsonb' })
  included!: LocalizedText[];

  @Property({ type: 'jsonb' })
  notIncluded!: LocalizedText[];

  @Field(() => String, { description: 'Name of the line icon that stands for it.' })
  @Property({ type: 'text' })
  icon!: string;

  @Field(() => [Venue], { description: 'Where it can be done.' })
  @Property({ type: 'text[]' })
  venues!: Venue[];

  @Field(() => PriceModel, { description: 'How its price grows.' })
  @Property({ type: 'text' })
  priceModel!: PriceModel;

  /** Price of the item, of an hour or of a unit, in minor units of the region's currency. */
  @Property({ type: 'integer' })
  priceAmount!: number;

  /** The allowed band for a provider's own price (C4), inclusive. */
  @Property({ type: 'integer' })
  priceMin!: number;

  @Property({ type: 'integer' })
  priceMax!: number;

  @Property({ type: 'jsonb', nullable: true })
  unitName!: LocalizedText | null;

  @Property({ type: 'jsonb', nullable: true })
  units!: UnitLimits | null;

  @Field(() => Int, { description: 'Minutes of the visit, or its fixed part when priced by unit.' })
  @Property({ type: 'integer' })
  durationMinutes!: number;

  @Field(() => Int, { nullable: true, description: 'Minutes that each unit adds.' })
  @Property({ type: 'integer', nullable: true })
  minutesPerUnit!: number | null;

  @Field(() => Int, { description: 'Starts lie on this grid of local minutes.' })
  @Property({ type: 'integer' })
  gridMinutes!: number;

  @Field(() => Int, { description: 'Minutes kept free after the visit.' })
  @Property({ type: 'integer' })
  bufferAfterMinutes!: number;

  /** Codes of credential types, all of which a provider needs on the day. */
  @Property({ type: 'text[]' })
  requiredCredentialCodes!: string[];

  @Property({ type: 'text', nullable: true })
  requiredCourseCode!: string | null;

  @Field(() => ProviderLevel, { description: 'Lowest level of a provider who may do it.' })
  @Property({ type: 'text' })
  minimumLevel!: ProviderLevel;

  @Property({ type: 'integer' })
  position!: number;

  /** Lower-case names in all languages with two-letter grams of Chinese, for text search (A7). */
  @Property({ type: 'text' })
  searchText!: string;
}
