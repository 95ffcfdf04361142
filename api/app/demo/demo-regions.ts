import type { Place, Region, RegionRules, ServiceCategory } from '../../modules/catalog/index.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { text } from './demo-context.ts';
import type { DemoContext, RegionCode } from './demo-context.ts';

/** A place of the content; people and addresses name it by its English name. */
interface PlaceContent {
  readonly name: LocalizedText;
  readonly latitude: number;
  readonly longitude: number;
}

function place(en: string, zh: string, latitude: number, longitude: number): PlaceContent {
  return { name: text(en, zh), latitude, longitude };
}

const PLACES: Readonly<Record<RegionCode, readonly PlaceContent[]>> = {
  hangzhou: [
    place('Lingyin Road', '灵隐路', 30.2436, 120.115),
    place('Wulin Square', '武林广场', 30.2735, 120.164),
    place('West Lake Culture Square', '西湖文化广场', 30.2802, 120.1655),
    place('Wensan Road', '文三路', 30.278, 120.133),
    place('Cuiyuan', '翠苑', 30.288, 120.1245),
    place('Gudun Road', '古墩路', 30.299, 120.101),
    place('Gongchen Bridge', '拱宸桥', 30.319, 120.1355),
    place('Hefang Street', '河坊街', 30.24, 120.169),
    place('Sijiqing', '四季青', 30.2625, 120.1985),
    place('Qianjiang New City', '钱江新城', 30.246, 120.212),
    place('Binjiang', '滨江', 30.2084, 120.2119),
    place('Shixin Road, Xiaoshan', '萧山市心路', 30.185, 120.264),
    place('Future Sci-Tech City', '未来科技城', 30.286, 119.998),
    place('Zhuantang', '转塘', 30.156, 120.076),
    place('Xiasha', '下沙', 30.309, 120.343),
  ],
  london: [
    place('Islington', '伊斯灵顿', 51.5362, -0.1033),
    place('Camden Town', '卡姆登镇', 51.539, -0.1426),
    place('Hackney', '哈克尼', 51.545, -0.0553),
    place('Shoreditch', '肖尔迪奇', 51.5265, -0.0798),
    place('Notting Hill', '诺丁山', 51.5096, -0.2043),
    place('Fulham', '富勒姆', 51.475, -0.206),
    place('Clapham', '克拉珀姆', 51.462, -0.138),
    place('Brixton', '布里克斯顿', 51.4613, -0.1156),
    place('Greenwich', '格林威治', 51.4826, -0.0077),
    place('Canary Wharf', '金丝雀码头', 51.5054, -0.0235),
    place('Stratford', '斯特拉特福', 51.5416, -0.0042),
    place('Hampstead', '汉普斯特德', 51.5566, -0.178),
    place('Ealing', '伊灵', 51.513, -0.3089),
    place('Wimbledon', '温布尔登', 51.4214, -0.2064),
    place('Richmond', '里士满', 51.4613, -0.3037),
  ],
};

function rulesWithTax(percent: number): RegionRules {
  return {
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
    tax: { percent, inclusive: true },
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
}

export function demoRegions({ ids }: DemoContext): ReadonlyMap<RegionCode, Region> {
  const hangzhou: Region = {
    id: ids.next(),
    code: 'hangzhou',
    name: text('Hangzhou', '杭州'),
    currency: 'CNY',
    timeZone: 'Asia/Shanghai',
    locale: 'zh-CN',
    latitude: 30.2741,
    longitude: 120.1551,
    radiusMetres: 30_000,
    rules: rulesWithTax(6),
  };
  const london: Region = {
    id: ids.next(),
    code: 'london',
    name: text('London', '伦敦'),
    currency: 'GBP',
    timeZone: 'Europe/London',
    locale: 'en',
    latitude: 51.5074,
    longitude: -0.1278,
    radiusMetres: 30_000,
    rules: rulesWithTax(20),
  };
  return new Map([
    ['hangzhou', hangzhou],
    ['london', london],
  ]);
}

/** Care pays less than the other work does. */
export function setCategoryRates(
  regions: ReadonlyMap<RegionCode, Region>,
  categories: readonly ServiceCategory[],
): void {
  const care = categories.filter(({ code, parent }) => parent === null && code === 'care');
  const leaves = categories.filter(({ parent }) => care.some(({ id }) => id === parent));
  const byCategory = Object.fromEntries([...care, ...leaves].map(({ id }) => [id, 10]));
  for (const region of regions.values())
    region.rules = { ...region.rules, commission: { ...region.rules.commission, byCategory } };
}

/** The named places of each region. */
export function demoPlaces({ ids }: DemoContext, regions: ReadonlyMap<RegionCode, Region>): Place[] {
  return [...regions].flatMap(([code, region]) =>
    PLACES[code].map((content) => ({ id: ids.next(), region: region.id, ...content })),
  );
}
