import type { Clock } from '../../kernel/clock.ts';
import type { EntityManager } from '../../platform/database.ts';
import { Loaders } from '../../platform/loaders.ts';
import { toLocalDate } from '../availability/index.ts';
import { Venue } from '../catalog/index.ts';
import { quoteVisitItems, resolveVisitItems } from '../pricing/index.ts';
import type { VisitItems } from '../pricing/index.ts';
import { Provider, levelSuffices } from '../providers/index.ts';
import { listFreeProviders, priceCandidates, rank } from '../search/index.ts';
import type { VisitWish } from '../search/index.ts';
import type { Booking } from './booking.entity.ts';
import { MOST_SUBSTITUTES } from './domain/substitution.ts';
import type { ProposedSubstitute } from './substitute-search.entity.ts';

const MINUTE_MS = 60_000;

/**
 * Who can really come instead, best first by the published ranking: free at that time and able to get there by the engine of search,
 * every credential and course of the visit valid on its day, at least the level of who was to come, and confirming at once, since
 * the household decides with one tap. Reads rows of other households, so it runs as the platform.
 */
export async function findSubstitutes(
  em: EntityManager,
  clock: Clock,
  booking: Booking,
): Promise<ProposedSubstitute[]> {
  const resolved = await resolveVisitItems(
    { loaders: new Loaders(em) },
    booking.items.map(({ itemId, units, optionIds }) => ({ itemId, units, optionIds: [...optionIds] })),
    booking.region,
  );
  if ('problem' in resolved) return [];
  const { visit } = resolved;
  const former = await em.findOneOrFail(Provider, { id: booking.provider }, { disableIdentityMap: true });
  const start = booking.startsAt.getTime() / MINUTE_MS;
  const day = toLocalDate(start, booking.timeZone);
  const wish: VisitWish = {
    region: visit.region,
    items: visit.items.map(({ item }) => item),
    minutes: (booking.endsAt.getTime() - booking.startsAt.getTime()) / MINUTE_MS,
    place: booking.venue === Venue.AT_STUDIO ? null : { latitude: booking.latitude, longitude: booking.longitude },
    from: day,
    to: day,
    earliest: null,
    latest: null,
    now: clock.now(),
  };
  const able = (await listFreeProviders(em, wish))
    .filter(
      ({ candidate, starts }) =>
        candidate.id !== former.id &&
        candidate.instantBooking &&
        levelSuffices(candidate.level, former.level) &&
        starts.includes(start),
    )
    .map((free) => ({ ...free, starts: [start] }));
  const candidates = await priceCandidates(em, visit, able, wish, booking.household);
  return rank(candidates, { referencePrice: Math.max(1, cataloguePrice(visit, wish.now)) })
    .slice(0, MOST_SUBSTITUTES)
    .map(({ candidate, points }) => ({
      providerId: candidate.providerId,
      ownTotal: candidate.quote().total,
      points,
    }));
}

function cataloguePrice(visit: VisitItems, now: Date): number {
  const prices = new Map(visit.items.map(({ item }) => [item.id, item.priceAmount]));
  const outcome = quoteVisitItems(visit, (itemId) => prices.get(itemId) ?? 0, null, now);
  return 'problem' in outcome ? 0 : outcome.quote.total.amount;
}
