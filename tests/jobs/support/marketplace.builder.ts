import type { Clock } from '../../../api/kernel/clock.ts';
import { newId } from '../../../api/kernel/ids.ts';
import type { Locale } from '../../../api/kernel/locale.ts';
import { Account, Role, SEALED_ACCOUNT } from '../../../api/modules/accounts/index.ts';
import type { UnsealedAccount } from '../../../api/modules/accounts/index.ts';
import { WorkingSpan } from '../../../api/modules/availability/index.ts';
import { PriceModel, ProviderLevel, Region, ServiceItem, Venue } from '../../../api/modules/catalog/index.ts';
import { ServiceCategory } from '../../../api/modules/catalog/service-category.entity.ts';
import { Gender, Offering, Provider, ProviderStatus } from '../../../api/modules/providers/index.ts';
import { TravelMode } from '../../../api/modules/providers/provider.enums.ts';
import { TEST_VAULT } from '../../support/test-keys.ts';
import type { Database } from '../../../api/platform/database.ts';

export interface MarketplaceOptions {
  readonly timeZone?: string;
  readonly currency?: string;
  readonly householdLocale?: Locale;
  readonly householdPhone?: string | null;
  readonly providerLocale?: Locale;
  readonly providerPhone?: string | null;
  readonly instantBooking?: boolean;
}

/** The least that a visit can be booked on: a region, an item, a provider who works every day, a household. */
export interface Marketplace {
  readonly region: Region;
  readonly item: ServiceItem;
  readonly provider: Provider;
  readonly providerAccount: UnsealedAccount;
  readonly household: UnsealedAccount;
}

const CENTRE = { latitude: 51.5, longitude: -0.12 };
const VISIT_MINUTES = 120;

export async function buildMarketplace(
  database: Database,
  clock: Clock,
  options: MarketplaceOptions = {},
): Promise<Marketplace> {
  const em = database.em.fork();
  const region = buildRegion(options);
  const category: ServiceCategory = {
    id: newId(),
    parent: null,
    code: 'cleaning',
    name: { en: 'Cleaning', 'zh-CN': '保洁' },
    icon: 'sparkles',
    position: 1,
  };
  const item = buildItem(region, category);
  const providerAccount = buildAccount(clock, {
    email: 'lin@doorstep.test',
    displayName: 'Lin Yue',
    roles: [Role.PROVIDER],
    locale: options.providerLocale ?? 'en',
    phone: options.providerPhone ?? null,
  });
  const household = buildAccount(clock, {
    locale: options.householdLocale ?? 'en',
    phone: options.householdPhone === undefined ? '+447700900001' : options.householdPhone,
  });
  const provider = buildProvider(clock, region, providerAccount, options.instantBooking ?? true);
  await em.insert(Region, region);
  await em.insert(ServiceCategory, category);
  await em.insert(ServiceItem, item);
  await em.insertMany(
    Account,
    [providerAccount, household].map((row) => TEST_VAULT.sealRow(SEALED_ACCOUNT, row)),
  );
  await em.insert(Provider, provider);
  await em.insert(Offering, {
    id: newId(),
    provider: provider.id,
    item: item.id,
    enabled: true,
    priceAmount: item.priceAmount,
  });
  await em.insertMany(
    WorkingSpan,
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      id: newId(),
      provider: provider.id,
      weekday,
      start: '07:00',
      end: '21:00',
      weeks: 'EVERY' as const,
    })),
  );
  return { region, item, provider, providerAccount, household };
}

export function buildAccount(clock: Clock, overrides: Partial<UnsealedAccount> = {}): UnsealedAccount {
  const id = newId();
  return {
    id,
    email: `${id}@doorstep.test`,
    phone: null,
    passwordHash: 'none',
    displayName: 'Mei Chen',
    locale: 'en',
    roles: [Role.HOUSEHOLD],
    isDemo: false,
    createdAt: clock.now(),
    ...overrides,
  };
}

function buildRegion({ timeZone = 'Europe/London', currency = 'GBP' }: MarketplaceOptions): Region {
  return {
    id: newId(),
    code: 'test',
    name: { en: 'Test', 'zh-CN': '测试' },
    currency,
    timeZone,
    locale: 'en',
    ...CENTRE,
    radiusMetres: 30_000,
    rules: {
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
    },
  };
}

function buildItem(region: Region, category: ServiceCategory): ServiceItem {
  return {
    id: newId(),
    code: 'home-clean',
    region: region.id,
    category: category.id,
    name: { en: 'Home cleaning', 'zh-CN': '日常保洁' },
    description: { en: 'Floors and kitchen.', 'zh-CN': '地面与厨房。' },
    included: [],
    notIncluded: [],
    icon: 'sparkles',
    venues: [Venue.AT_HOME],
    priceModel: PriceModel.FIXED,
    priceAmount: 6_000,
    priceMin: 4_000,
    priceMax: 9_000,
    unitName: null,
    units: null,
    durationMinutes: VISIT_MINUTES,
    minutesPerUnit: null,
    gridMinutes: 15,
    bufferAfterMinutes: 15,
    requiredCredentialCodes: [],
    requiredCourseCode: null,
    minimumLevel: ProviderLevel.TRAINEE,
    position: 1,
    searchText: 'home cleaning 日常保洁',
  };
}

function buildProvider(clock: Clock, region: Region, account: UnsealedAccount, instantBooking: boolean): Provider {
  return {
    id: newId(),
    account: account.id,
    region: region.id,
    displayName: { en: 'Lin Yue', 'zh-CN': '林悦' },
    headline: { en: 'Careful', 'zh-CN': '细心' },
    about: { en: 'Careful.', 'zh-CN': '细心。' },
    specialities: [],
    portraitSeed: 1,
    languages: ['en'],
    yearsExperience: 5,
    gender: Gender.FEMALE,
    level: ProviderLevel.CERTIFIED,
    status: ProviderStatus.ACTIVE,
    travelMode: TravelMode.BICYCLE,
    ...CENTRE,
    serviceRadiusMetres: 15_000,
    hasStudio: false,
    instantBooking,
    noticeMinutes: null,
    maxVisitsPerDay: null,
    maxMinutesPerDay: null,
    completedVisits: 0,
    onTimeShare: null,
    ratingCount: 0,
    ratingSum: 0,
    ratingSumOfSquares: 0,
    ratingMean: null,
    ratingLower: null,
    ratingUpper: null,
    createdAt: clock.now(),
  };
}
