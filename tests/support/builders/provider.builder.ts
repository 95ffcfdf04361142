import { newId } from '../../../api/kernel/ids.ts';
import { WorkingSpan } from '../../../api/modules/availability/index.ts';
import { ProviderLevel, type ServiceItem } from '../../../api/modules/catalog/index.ts';
import { Gender, Offering, Provider, ProviderStatus, TravelMode } from '../../../api/modules/providers/index.ts';
import type { EntityManager } from '../../../api/platform/database.ts';
import { TEST_NOW } from '../fakes/clock.ts';
import { buildCertificate, buildCredential, buildCredentialType } from './credential.builder.ts';
import { buildServiceItem } from './service-item.builder.ts';

export interface ProviderOverrides extends Partial<Provider> {
  /** What they offer, at the catalogue's price unless `priceAmount` says otherwise; a new item when left out. */
  readonly items?: readonly ServiceItem[];
  readonly priceAmount?: number;
  /** Hours of every day of the week. */
  readonly hours?: readonly { readonly start: string; readonly end: string }[];
  /** Whether they hold every credential and certificate their items ask for. */
  readonly qualified?: boolean;
}

export interface BuiltProvider extends Provider {
  readonly items: readonly ServiceItem[];
}

/** In the middle of London, by bicycle, at work every day from 08:00 to 20:00, confirms at once, qualified for all they offer. */
export async function buildProvider(em: EntityManager, overrides: ProviderOverrides = {}): Promise<BuiltProvider> {
  const {
    items: given,
    priceAmount,
    hours = [{ start: '08:00', end: '20:00' }],
    qualified = true,
    ...columns
  } = overrides;
  const items = given ?? [await buildServiceItem(em, columns.region === undefined ? {} : { region: columns.region })];
  const provider: Provider = {
    id: newId(),
    account: null,
    region: items[0]!.region,
    displayName: { en: 'Rosa Almeida', 'zh-CN': '罗莎' },
    headline: { en: 'Family homes', 'zh-CN': '家庭保洁' },
    about: { en: 'Careful.', 'zh-CN': '细心。' },
    specialities: [],
    portraitSeed: 1,
    languages: ['en'],
    yearsExperience: 5,
    gender: Gender.FEMALE,
    level: ProviderLevel.CERTIFIED,
    status: ProviderStatus.ACTIVE,
    travelMode: TravelMode.BICYCLE,
    latitude: 51.5074,
    longitude: -0.1278,
    serviceRadiusMetres: 10_000,
    hasStudio: false,
    instantBooking: true,
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
    createdAt: TEST_NOW,
    ...columns,
  };
  await em.insert(Provider, provider);
  await em.insertMany(
    Offering,
    items.map((item) => ({
      id: newId(),
      provider: provider.id,
      item: item.id,
      enabled: true,
      priceAmount: priceAmount ?? item.priceAmount,
    })),
  );
  const spans = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
    hours.map((span) => ({ id: newId(), provider: provider.id, weekday, weeks: 'EVERY' as const, ...span })),
  );
  if (spans.length > 0) await em.insertMany(WorkingSpan, spans);
  if (qualified) await qualify(em, provider.id, items);
  return Object.assign(provider, { items });
}

async function qualify(em: EntityManager, provider: string, items: readonly ServiceItem[]): Promise<void> {
  for (const code of new Set(items.flatMap((item) => item.requiredCredentialCodes))) {
    await buildCredential(em, { provider, type: (await buildCredentialType(em, { code })).id });
  }
  for (const courseCode of new Set(items.flatMap((item) => item.requiredCourseCode ?? [])))
    await buildCertificate(em, { provider, courseCode });
}
