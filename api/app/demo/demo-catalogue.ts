import type { LocalizedText } from '../../kernel/localized-text.ts';
import type { Region, ServiceCategory, ServiceItem, ServiceOption } from '../../modules/catalog/index.ts';
import { searchText } from '../../modules/catalog/domain/search-text.ts';
import { BEAUTY_ITEMS } from './beauty-items.ts';
import { CARE_ITEMS } from './care-items.ts';
import type { ItemContent } from './catalogue-content.ts';
import { CLEANING_ITEMS } from './cleaning-items.ts';
import { required, text } from './demo-context.ts';
import type { DemoContext, RegionCode } from './demo-context.ts';
import type { CredentialCode } from './demo-qualifications.ts';
import { REPAIR_ITEMS } from './repair-items.ts';

interface BranchContent {
  readonly code: string;
  readonly icon: string;
  readonly name: LocalizedText;
  readonly children: readonly { readonly code: string; readonly name: LocalizedText }[];
}

const BRANCHES: readonly BranchContent[] = [
  {
    code: 'cleaning',
    icon: 'broom',
    name: text('Cleaning', '保洁'),
    children: [
      { code: 'everyday-cleaning', name: text('Everyday cleaning', '日常清洁') },
      { code: 'deep-cleaning-and-windows', name: text('Deep cleaning and windows', '深度清洁与擦窗') },
    ],
  },
  {
    code: 'beauty',
    icon: 'scissors',
    name: text('Hair and beauty', '美发美容'),
    children: [
      { code: 'hair', name: text('Hair', '美发') },
      { code: 'nails-and-make-up', name: text('Nails and make-up', '美甲与化妆') },
    ],
  },
  {
    code: 'repairs',
    icon: 'wrench',
    name: text('Repairs', '维修'),
    children: [
      { code: 'plumbing-and-heating', name: text('Plumbing and heating', '水暖燃气') },
      { code: 'odd-jobs-and-electrics', name: text('Odd jobs and electrics', '杂活与电路') },
    ],
  },
  {
    code: 'care',
    icon: 'care',
    name: text('Care', '照护'),
    children: [
      { code: 'elder-care', name: text('Older people', '老人照护') },
      { code: 'child-care', name: text('Children', '儿童照护') },
    ],
  },
];

/** In Hangzhou a health certificate is asked of everyone who cleans, cares or does beauty work. */
const BRANCHES_WITH_HEALTH_CERTIFICATE: readonly (readonly ItemContent[])[] = [
  CLEANING_ITEMS,
  BEAUTY_ITEMS,
  CARE_ITEMS,
];

/** A provider's own price may lie this far from the catalogue's. */
const BAND = { from: 0.75, to: 1.5 };
const BAND_ROUNDED_TO = 100;

/** An item with its options, as a visit is built from. */
export interface CatalogueItem {
  readonly row: ServiceItem;
  readonly region: RegionCode;
  readonly options: readonly ServiceOption[];
}

export interface Catalogue {
  readonly categories: readonly ServiceCategory[];
  readonly items: readonly CatalogueItem[];
}

export function demoCatalogue(context: DemoContext, regions: ReadonlyMap<RegionCode, Region>): Catalogue {
  const categories = categoryRows(context);
  const categoryIds = new Map(categories.map(({ code, id }) => [code, id]));
  const contents = [...CLEANING_ITEMS, ...BEAUTY_ITEMS, ...REPAIR_ITEMS, ...CARE_ITEMS];
  const items = [...regions].flatMap(([code, region]) =>
    contents.map((content, index) => {
      const row = itemRow(context, content, region, required(categoryIds, content.category), index + 1, code);
      return { row, region: code, options: optionRows(context, content, row, region, code) };
    }),
  );
  return { categories, items };
}

function categoryRows({ ids }: DemoContext): ServiceCategory[] {
  return BRANCHES.flatMap(({ code, icon, name, children }, index) => {
    const branch: ServiceCategory = { id: ids.next(), parent: null, code, name, icon, position: index + 1 };
    const leaves = children.map((child, position) => ({
      ...child,
      id: ids.next(),
      parent: branch.id,
      icon,
      position: position + 1,
    }));
    return [branch, ...leaves];
  });
}

function itemRow(
  { ids }: DemoContext,
  content: ItemContent,
  region: Region,
  category: string,
  position: number,
  code: RegionCode,
): ServiceItem {
  const { name, price } = content;
  return {
    id: ids.next(),
    code: content.code,
    region: region.id,
    category,
    name,
    description: content.description,
    included: [...content.included],
    notIncluded: [...content.notIncluded],
    icon: content.icon,
    venues: [...content.venues],
    priceModel: content.priceModel,
    priceAmount: price[code],
    priceMin: bandEnd(price[code] * BAND.from),
    priceMax: bandEnd(price[code] * BAND.to),
    unitName: content.unitName,
    units: content.units,
    durationMinutes: content.durationMinutes,
    minutesPerUnit: content.minutesPerUnit,
    gridMinutes: 15,
    bufferAfterMinutes: 15,
    requiredCredentialCodes: credentialCodes(content, code),
    requiredCourseCode: content.course,
    minimumLevel: content.minimumLevel,
    position,
    searchText: searchText([
      name.en,
      name['zh-CN'],
      ...content.options.flatMap((option) => Object.values(option.name)),
    ]),
  };
}

function optionRows(
  { ids }: DemoContext,
  content: ItemContent,
  item: ServiceItem,
  { currency }: Region,
  code: RegionCode,
): ServiceOption[] {
  return content.options.map(({ name, price, minutes }, index) => ({
    id: ids.next(),
    item: item.id,
    name,
    priceAmount: price[code],
    currency,
    minutes,
    position: index + 1,
  }));
}

function credentialCodes(content: ItemContent, region: RegionCode): CredentialCode[] {
  const needsHealth =
    region === 'hangzhou' && BRANCHES_WITH_HEALTH_CERTIFICATE.some((items) => items.includes(content));
  return needsHealth ? [...content.credentials, 'HEALTH_CERTIFICATE'] : [...content.credentials];
}

function bandEnd(amount: number): number {
  return Math.round(amount / BAND_ROUNDED_TO) * BAND_ROUNDED_TO;
}
