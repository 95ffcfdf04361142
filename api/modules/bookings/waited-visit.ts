import { required } from '../../kernel/required.ts';
import { Loaders } from '../../platform/loaders.ts';
import type { JobContext } from '../../platform/module.ts';
import { Address, openAddress } from '../accounts/index.ts';
import { Venue } from '../catalog/index.ts';
import { quoteVisitItems, toStoredQuote } from '../pricing/index.ts';
import { Offering } from '../providers/index.ts';
import type { Provider } from '../providers/index.ts';
import { checkVisit } from '../search/index.ts';
import type { CheckedVisit, VisitWish } from '../search/index.ts';
import { toBookedItems } from './held-booking.ts';
import type { PricedTime } from './held-booking.ts';
import type { WaitlistEntry } from './waitlist-entry.entity.ts';

type Context = Pick<JobContext, 'em' | 'clock' | 'vault'>;

const plain = { disableIdentityMap: true } as const;

/** The visit that an entry waits for, as the check of times sees it; null where it can no longer be booked at all. */
export async function toWaitedVisit(context: Context, entry: WaitlistEntry): Promise<CheckedVisit | null> {
  const { em, clock, vault } = context;
  const checked = await checkVisit(
    { loaders: new Loaders(em), clock, vault, viewer: null },
    { items: entry.items.map((item) => ({ ...item, optionIds: [...item.optionIds] })) },
    entry.region,
  );
  if ('problem' in checked) return null;
  if (entry.venue === Venue.AT_STUDIO) return checked;
  if (entry.address === null) {
    const point = { latitude: entry.latitude, longitude: entry.longitude };
    return point.latitude === null || point.longitude === null
      ? null
      : { ...checked, place: { point: { latitude: point.latitude, longitude: point.longitude }, address: null } };
  }
  const address = await em.findOne(Address, { id: entry.address }, plain);
  if (address === null) return null;
  const { latitude, longitude, line, doorNote } = openAddress(vault, address);
  return {
    ...checked,
    place: { point: { latitude, longitude }, address: { line, doorNote, district: address.district } },
  };
}

/** The days and hours that the entry waits for, as search asks for them. */
export function toWaitedWish(entry: WaitlistEntry, { visit, minutes, place }: CheckedVisit, now: Date): VisitWish {
  return {
    region: visit.region,
    items: visit.items.map(({ item }) => item),
    minutes,
    place: place?.point ?? null,
    from: entry.firstDay,
    to: entry.lastDay,
    earliest: entry.earliest,
    latest: entry.latest,
    now,
  };
}

/** The visit at a free start of that provider with its price then; null where they do not offer it. */
export async function priceWaitedTime(
  { em, clock }: Context,
  { provider, checked, start }: { readonly provider: Provider; readonly checked: CheckedVisit; readonly start: Date },
): Promise<PricedTime | null> {
  const offerings = await em.find(Offering, { provider: provider.id, enabled: true }, plain);
  const prices = new Map(offerings.map(({ item, priceAmount }) => [item, priceAmount]));
  if (!checked.visit.items.every(({ item }) => prices.has(item.id))) return null;
  const outcome = quoteVisitItems(checked.visit, (id) => required(prices.get(id), 'a price'), start, clock.now());
  if ('problem' in outcome) return null;
  return { provider, checked, start, quote: toStoredQuote(outcome), items: toBookedItems(outcome.quote.items) };
}
