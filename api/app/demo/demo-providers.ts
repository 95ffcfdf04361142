import { distanceMetres } from '../../kernel/geo-point.ts';
import type { LocalizedText } from '../../kernel/localized-text.ts';
import { ProviderLevel, Venue } from '../../modules/catalog/index.ts';
import type { Place, Region } from '../../modules/catalog/index.ts';
import { ProviderStatus } from '../../modules/providers/index.ts';
import type { Offering, Provider } from '../../modules/providers/index.ts';
import type { UnsealedAccount } from '../../modules/accounts/index.ts';
import type { CatalogueItem } from './demo-catalogue.ts';
import { daysFrom, required, text } from './demo-context.ts';
import type { DemoContext, RegionCode } from './demo-context.ts';
import { HANGZHOU_PROVIDERS } from './hangzhou-providers.ts';
import { LONDON_PROVIDERS } from './london-providers.ts';
import type { Obstacle, ProviderProfile, Trade } from './provider-profile.ts';
import { CLOSING_WORDS, TRADE_WORDS, YEARS } from './provider-words.ts';
import type { SeededRandom } from './seeded-random.ts';

const ITEMS_OF_TRADE: Readonly<Record<Trade, readonly string[]>> = {
  CLEANER: ['home-cleaning', 'deep-cleaning', 'window-cleaning', 'oven-and-hood-cleaning'],
  HAIRDRESSER: ['haircut', 'hair-colour'],
  NAIL_ARTIST: ['manicure', 'occasion-make-up'],
  PLUMBER: ['gas-boiler-check', 'tap-or-leak-repair'],
  ELECTRICIAN: ['odd-jobs', 'light-and-socket-fitting'],
  COMPANION: ['elderly-companionship'],
  NANNY: ['babysitting', 'newborn-help'],
};

const STATUS_OF_OBSTACLE: Readonly<Partial<Record<Obstacle, ProviderStatus>>> = {
  PAUSED: ProviderStatus.PAUSED,
  SUSPENDED: ProviderStatus.SUSPENDED,
  APPLICANT: ProviderStatus.APPLICANT,
  JUST_APPLIED: ProviderStatus.APPLICANT,
  APPLICATION_SENT: ProviderStatus.APPLICANT,
};

const DAYS_SINCE_APPLYING: Readonly<Partial<Record<Obstacle, number>>> = {
  APPLICANT: 5,
  JUST_APPLIED: 1,
  APPLICATION_SENT: 9,
};

const NOTHING_SAID = {
  specialities: [],
  languages: [],
  yearsExperience: 0,
  startPlace: null,
  serviceRadiusMetres: 0,
} satisfies Partial<Provider>;

const RANKS = [ProviderLevel.TRAINEE, ProviderLevel.CERTIFIED, ProviderLevel.SENIOR, ProviderLevel.MASTER];

/** A master asks more than a trainee. */
const PRICE_BY_RANK = [0.88, 0.97, 1.08, 1.22];

/** An item as one provider of the demo offers it. */
export interface OfferedItem {
  readonly item: CatalogueItem;
  readonly offering: Offering;
}

export interface DemoProvider {
  readonly row: Provider;
  readonly profile: ProviderProfile;
  readonly region: Region;
  readonly regionCode: RegionCode;
  readonly offers: readonly OfferedItem[];
}

export interface ProviderSources {
  readonly regions: ReadonlyMap<RegionCode, Region>;
  readonly places: readonly Place[];
  readonly items: readonly CatalogueItem[];
  /** The account behind the first provider of Hangzhou. */
  readonly demoAccount: UnsealedAccount;
}

export function demoProviders(context: DemoContext, sources: ProviderSources): DemoProvider[] {
  const profiles: readonly (readonly [RegionCode, ProviderProfile])[] = [
    ...HANGZHOU_PROVIDERS.map((profile) => ['hangzhou', profile] as const),
    ...LONDON_PROVIDERS.map((profile) => ['london', profile] as const),
  ];
  return profiles.map(([regionCode, profile], index) => {
    const region = required(sources.regions, regionCode);
    const place = sources.places.find(({ name, region: of }) => of === region.id && name.en === profile.place);
    if (!place)
      throw new RangeError(`${profile.name.en} starts from ${profile.place}, which is no place of ${regionCode}`);
    const random = context.random.streamFor(`provider ${profile.name.en}`);
    const account = index === 0 ? sources.demoAccount.id : null;
    const row = providerRow(context, random, { profile, index, region, place, account });
    const offers = offersOf(context, random, row, profile, sources.items);
    return { row, profile, region, regionCode, offers };
  });
}

/** A profile with where it belongs. */
interface ProviderSeat {
  readonly profile: ProviderProfile;
  readonly index: number;
  readonly region: Region;
  readonly place: Place;
  readonly account: string | null;
}

function providerRow(
  { ids, now }: DemoContext,
  random: SeededRandom,
  { profile, index, region, place, account }: ProviderSeat,
): Provider {
  const { travelMode, level, gender } = profile;
  return {
    id: ids.next(),
    account,
    region: region.id,
    business: null,
    displayName: profile.name,
    headline: profile.headline,
    about: aboutOf(random, profile, index),
    specialities: random.pickSome(TRADE_WORDS[profile.trade].specialities, 3),
    // Even seeds draw from the looks that are common in Hangzhou, odd ones from all.
    portraitSeed: random.integer(1, 499_999) * 2 + (region.code === 'london' ? 1 : 0),
    languages: [...profile.languages],
    yearsExperience: profile.years,
    gender,
    level,
    status: (profile.obstacle && STATUS_OF_OBSTACLE[profile.obstacle]) ?? ProviderStatus.ACTIVE,
    awaitingSince: null,
    travelMode,
    startPlace: place.id,
    ...nearby(random, place),
    serviceRadiusMetres: profile.radiusKm * 1_000,
    hasStudio: profile.hasStudio ?? false,
    instantBooking: !profile.onRequest,
    noticeMinutes: profile.trade === 'PLUMBER' ? 180 : null,
    maxVisitsPerDay: profile.trade === 'CLEANER' && level === ProviderLevel.TRAINEE ? 3 : null,
    maxMinutesPerDay: profile.trade === 'COMPANION' ? 480 : null,
    completedVisits: 0,
    onTimeShare: null,
    ratingCount: 0,
    ratingSum: 0,
    ratingSumOfSquares: 0,
    ratingMean: null,
    ratingLower: null,
    ratingUpper: null,
    createdAt: daysFrom(now, -(DAYS_SINCE_APPLYING[profile.obstacle ?? 'PAUSED'] ?? random.integer(130, 900))),
    // Whoever has only just applied has said who they are, and next to nothing else yet.
    ...(profile.obstacle === 'JUST_APPLIED' ? NOTHING_SAID : {}),
  };
}

/** Neighbours in the list take different sentences, since they are often seen on one page. */
function aboutOf(random: SeededRandom, { trade, years }: ProviderProfile, index: number): LocalizedText {
  const { beginnings, practices } = TRADE_WORDS[trade];
  // One year reads wrongly in a sentence about many; those who are new say how they work instead.
  const beginning = years > 2 ? beginnings.slice(index % beginnings.length).slice(0, 1) : [];
  const sentences = [
    ...beginning,
    ...random.pickSome(practices, years > 2 ? 1 : 2),
    ...CLOSING_WORDS.slice(index % CLOSING_WORDS.length).slice(0, 1),
  ];
  return text(
    sentences.map(({ en }) => en.replace(YEARS, String(years))).join(' '),
    sentences.map((sentence) => sentence['zh-CN'].replace(YEARS, ` ${years} `).replace(/(^|，|；) /gu, '$1')).join(''),
  );
}

/** Within about 700 m of the place, because people do not live on its exact middle. */
function nearby(random: SeededRandom, { latitude, longitude }: Place): { latitude: number; longitude: number } {
  const scatter = (): number => (random.next() - 0.5) * 0.012;
  return { latitude: latitude + scatter(), longitude: longitude + scatter() };
}

function offersOf(
  { ids }: DemoContext,
  random: SeededRandom,
  provider: Provider,
  profile: ProviderProfile,
  items: readonly CatalogueItem[],
): OfferedItem[] {
  if (profile.obstacle === 'JUST_APPLIED') return [];
  const codes = ITEMS_OF_TRADE[profile.trade];
  const rank = RANKS.indexOf(profile.level);
  return items
    .filter(({ row }) => row.region === provider.region && codes.includes(row.code))
    .filter(({ row }) => RANKS.indexOf(row.minimumLevel) <= rank)
    .filter(({ row }) => provider.hasStudio || row.venues.includes(Venue.AT_HOME))
    .map((item) => {
      const { id, priceAmount, priceMin, priceMax } = item.row;
      const wanted = priceAmount * (PRICE_BY_RANK[rank] ?? 1) * (0.95 + random.next() * 0.1);
      const rounded = Math.round(wanted / 100) * 100;
      return {
        item,
        offering: {
          id: ids.next(),
          provider: provider.id,
          item: id,
          enabled: true,
          priceAmount: Math.min(priceMax, Math.max(priceMin, rounded)),
        },
      };
    });
}

/** Whether the provider goes to that address. */
export function serves({ row }: DemoProvider, place: { latitude: number; longitude: number }): boolean {
  return distanceMetres(row, place) <= row.serviceRadiusMetres;
}
