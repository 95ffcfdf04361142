import { PriceModel, Venue } from '../../modules/catalog/index.ts';
import type { Home } from './demo-accounts.ts';
import { serves } from './demo-providers.ts';
import type { DemoProvider, OfferedItem } from './demo-providers.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { VisitWish } from './visit-planner.ts';

const OPTION_CHANCE = 0.22;
const STUDIO_CHANCE = 0.65;

/** Something that one of the households might ask of the provider; null when none of them can. */
export function likelyWish(random: SeededRandom, provider: DemoProvider, homes: readonly Home[]): VisitWish | null {
  const offer = mainlyTheFirst(random, provider.offers);
  const neighbours = homes.filter(({ region }) => region === provider.regionCode);
  const reachable = neighbours.filter(({ point }) => serves(provider, point));
  if (!offer) return null;
  const { venues } = offer.item.row;
  const canVisit = venues.includes(Venue.AT_HOME) && reachable.length > 0;
  const canReceive = venues.includes(Venue.AT_STUDIO) && provider.row.hasStudio;
  if (!canVisit && !canReceive) return null;
  const venue = canReceive && (!canVisit || random.chance(STUDIO_CHANCE)) ? Venue.AT_STUDIO : Venue.AT_HOME;
  const home = regular(random, provider, venue === Venue.AT_HOME ? reachable : neighbours);
  return home && wishFor(random, provider, home, offer, venue);
}

/** A wish with the number of rooms or hours and the extras that households commonly choose. */
function wishFor(
  random: SeededRandom,
  provider: DemoProvider,
  home: Home,
  offer: OfferedItem,
  venue: Venue,
): VisitWish {
  const { priceModel, units: limits } = offer.item.row;
  const units =
    priceModel === PriceModel.FIXED || limits === null
      ? null
      : Math.min(limits.max, Math.max(limits.min, limits.default + random.integer(-1, 1) * limits.step));
  const options = offer.item.options.filter(() => random.chance(OPTION_CHANCE));
  return { provider, home, offer, venue, units, options };
}

/** Most people come for what the provider is known for, which stands first. */
function mainlyTheFirst(random: SeededRandom, offers: readonly OfferedItem[]): OfferedItem | null {
  return offers[Math.floor(random.next() ** 2 * offers.length)] ?? null;
}

/** Every provider has regulars: some households come up far more often than others, and not the same for each provider. */
function regular(random: SeededRandom, provider: DemoProvider, homes: readonly Home[]): Home | null {
  const offset = provider.row.portraitSeed % Math.max(homes.length, 1);
  return homes[(offset + Math.floor(random.next() ** 2.2 * homes.length)) % homes.length] ?? null;
}
