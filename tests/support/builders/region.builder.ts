import { newId } from '../../../api/kernel/ids.ts';
import { Region } from '../../../api/modules/catalog/index.ts';
import type { RegionRules } from '../../../api/modules/catalog/index.ts';
import type { EntityManager } from '../../../api/platform/database.ts';

const RULES: RegionRules = {
  noticeMinutes: 120,
  horizonDays: 60,
  holdMinutes: 10,
  adjustments: {
    nightPercent: 25,
    weekendPercent: 10,
    holidayPercent: 50,
    shortNoticePercent: 15,
    shortNoticeHours: 4,
    nightFrom: '21:00',
    nightTo: '07:00',
  },
  tax: { percent: 20, inclusive: true },
  commission: { percent: 15, byCategory: {} },
  cancellation: {
    steps: [
      { hoursBefore: 24, percent: 0 },
      { hoursBefore: 2, percent: 50 },
      { hoursBefore: null, percent: 100 },
    ],
    graceMinutes: 10,
  },
};

/** London, with the default rules of the product. */
export async function buildRegion(em: EntityManager, overrides: Partial<Region> = {}): Promise<Region> {
  const id = newId();
  const region: Region = {
    id,
    code: `london-${id}`,
    name: { en: 'London', 'zh-CN': '伦敦' },
    currency: 'GBP',
    timeZone: 'Europe/London',
    locale: 'en',
    latitude: 51.5074,
    longitude: -0.1278,
    radiusMetres: 30_000,
    rules: RULES,
    ...overrides,
  };
  await em.insert(Region, region);
  return region;
}
