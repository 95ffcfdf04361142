import { addDays } from '../../kernel/local-date.ts';
import { required } from '../../kernel/required.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { toLocalDate } from '../availability/index.ts';
import { quoteVisitItems, resolveVisitItems } from '../pricing/index.ts';
import { Provider } from '../providers/index.ts';
import { listFreeProviders, priceCandidates, rank, requireRange, toSlot } from '../search/index.ts';
import type { VisitWish } from '../search/index.ts';
import type { Booking } from './booking.entity.ts';
import { costOfHandover, findHandoverObjection, toItemInputs } from './other-provider.ts';
import type { OtherProvider } from './rescheduling.type.ts';

const MINUTE_MS = 60_000;
/** A choice, not a list to work through. */
const MOST_PROVIDERS = 6;

/**
 * Who else can do an agreed visit and when, by the engine of search and its ranking, for no more than was agreed: whoever takes more
 * would have to be paid anew, and whoever wants to be asked cannot be had at once. Each time has its own price.
 * @throws BAD_USER_INPUT for a range that search would not take either.
 */
export async function listOtherProviders(
  context: RequestContext,
  booking: Booking,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<OtherProvider[]> {
  const resolved = await resolveVisitItems(context, toItemInputs(booking), booking.region);
  if ('problem' in resolved) return [];
  const { visit } = resolved;
  requireRange(context, visit.region, from, to);
  if (findHandoverObjection(context, booking, 'HOUSEHOLD') !== null) return [];
  const now = context.clock.now();
  const minutes = (booking.endsAt.getTime() - booking.startsAt.getTime()) / MINUTE_MS;
  const wish: VisitWish = {
    region: visit.region,
    items: visit.items.map(({ item }) => item),
    minutes,
    place: { latitude: booking.latitude, longitude: booking.longitude },
    from,
    to,
    earliest: null,
    latest: null,
    now,
  };
  const priceAt = (prices: Readonly<Record<string, number>>, start: number): number | null => {
    const priceOf = (itemId: string): number => required(prices[itemId], 'a price');
    const outcome = quoteVisitItems(visit, priceOf, new Date(start * MINUTE_MS), now);
    if ('problem' in outcome) return null;
    const total = outcome.quote.total.amount;
    return total <= booking.storedQuote.total && costOfHandover(booking, total, now) !== null ? total : null;
  };
  const able = (await listFreeProviders(context.em, wish))
    .filter(({ candidate }) => candidate.id !== booking.provider && candidate.instantBooking)
    .map((free) => ({ ...free, starts: free.starts.filter((start) => priceAt(free.candidate.prices, start) !== null) }))
    .filter(({ starts }) => starts.length > 0);
  const candidates = await priceCandidates(context.em, visit, able, wish, booking.household);
  const best = rank(candidates, { referencePrice: Math.max(1, booking.storedQuote.total) }).slice(0, MOST_PROVIDERS);
  return Promise.all(
    best.map(async ({ candidate: { free } }) => {
      const byDay = Map.groupBy(free.starts, (start) => toLocalDate(start, booking.timeZone));
      const days: OtherProvider['days'] = [];
      for (let date = from; date <= to; date = addDays(date, 1)) {
        const slots = (byDay.get(date) ?? []).map((start) => ({
          ...toSlot(start, minutes),
          price: {
            amount: required(priceAt(free.candidate.prices, start), 'a price'),
            currency: booking.storedQuote.currency,
          },
        }));
        days.push({ date, slots });
      }
      return { provider: await context.loaders.get(Provider, free.candidate.id), days };
    }),
  );
}
