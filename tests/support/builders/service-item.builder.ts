import { newId } from '../../../api/kernel/ids.ts';
import {
  PriceModel,
  ProviderLevel,
  Region,
  ServiceCategory,
  ServiceItem,
  ServiceOption,
  Venue,
} from '../../../api/modules/catalog/index.ts';
import type { EntityManager } from '../../../api/platform/database.ts';
import { buildRegion } from './region.builder.ts';

async function buildCategory(em: EntityManager): Promise<string> {
  const id = newId();
  await em.insert(ServiceCategory, {
    id,
    parent: null,
    code: `cleaning-${id}`,
    name: { en: 'Cleaning', 'zh-CN': '保洁' },
    icon: 'broom',
    position: 1,
  });
  return id;
}

/** Home cleaning: £20 and 30 minutes a room after the first 30 minutes, 1 to 8 rooms, asks for no credential. */
export async function buildServiceItem(em: EntityManager, overrides: Partial<ServiceItem> = {}): Promise<ServiceItem> {
  const id = newId();
  const item: ServiceItem = {
    id,
    code: `home-cleaning-${id}`,
    region: overrides.region ?? (await buildRegion(em)).id,
    category: overrides.category ?? (await buildCategory(em)),
    name: { en: 'Home cleaning', 'zh-CN': '日常保洁' },
    description: { en: 'Room by room.', 'zh-CN': '逐间打扫。' },
    included: [],
    notIncluded: [],
    icon: 'broom',
    venues: [Venue.AT_HOME],
    priceModel: PriceModel.PER_UNIT,
    priceAmount: 2_000,
    priceMin: 1_000,
    priceMax: 4_000,
    unitName: { en: 'room', 'zh-CN': '间' },
    units: { min: 1, max: 8, step: 1, default: 3 },
    durationMinutes: 30,
    minutesPerUnit: 30,
    gridMinutes: 15,
    bufferAfterMinutes: 15,
    requiredCredentialCodes: [],
    requiredCourseCode: null,
    minimumLevel: ProviderLevel.TRAINEE,
    position: 1,
    searchText: 'home cleaning',
    ...overrides,
  };
  await em.insert(ServiceItem, item);
  return item;
}

/** Inside the oven: £15 and 30 minutes more. */
export async function buildServiceOption(
  em: EntityManager,
  item: ServiceItem,
  overrides: Partial<ServiceOption> = {},
): Promise<ServiceOption> {
  const { currency } = await em.findOneOrFail(Region, { id: item.region }, { disableIdentityMap: true });
  const option: ServiceOption = {
    id: newId(),
    item: item.id,
    name: { en: 'Inside the oven', 'zh-CN': '清洁烤箱内部' },
    priceAmount: 1_500,
    currency,
    minutes: 30,
    position: 1,
    ...overrides,
  };
  await em.insert(ServiceOption, option);
  return option;
}
