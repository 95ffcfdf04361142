import { newId } from '../../kernel/ids.ts';
import type { JobContext } from '../../platform/module.ts';
import { publish } from '../../platform/outbox.ts';
import { buffersOf, lockDiaries, reserveTime, sweepLapsedHolds } from '../availability/index.ts';
import { Provider } from '../providers/index.ts';
import { listFreeProviders } from '../search/index.ts';
import { WAITLIST_OFFERED } from './bookings.events.ts';
import { OFFER_MS, PASSING_ON_MS } from './domain/waitlist.ts';
import { insertHold } from './held-booking.ts';
import type { PricedTime } from './held-booking.ts';
import { pointOf } from './hold-check.ts';
import { priceWaitedTime, toWaitedVisit, toWaitedWish } from './waited-visit.ts';
import { WaitlistEntry, WaitlistStatus } from './waitlist-entry.entity.ts';
import { WaitlistOffer, WaitlistOfferStatus } from './waitlist-offer.entity.ts';
import { listOfferedStarts, listWaiting, lockIfWaiting } from './waitlist.queries.ts';

type Context = Pick<JobContext, 'em' | 'clock' | 'vault'>;

const MINUTE_MS = 60_000;
const plain = { disableIdentityMap: true } as const;

/**
 * Keeps what is free at that provider for those who wait, in the order in which they joined, one time for each (B9). The lock of the
 * diary makes the order hold with any number of workers: whoever has it finds the first in line, and what is kept is a reservation
 * like any other, which PostgreSQL gives away once. Must run in a transaction. Returns how many offers were made.
 */
export async function offerFreedTimes(context: Context, providerId: string): Promise<number> {
  const { em, clock } = context;
  await lockDiaries(em, [providerId]);
  await sweepLapsedHolds(em, providerId, clock.now());
  const provider = await em.findOne(Provider, { id: providerId }, plain);
  if (provider === null) return 0;
  let made = 0;
  for (const entryId of await listWaiting(em, providerId)) if (await offerTo(context, provider, entryId)) made += 1;
  return made;
}

async function offerTo(context: Context, provider: Provider, entryId: string): Promise<boolean> {
  const { em } = context;
  const entry = await em.findOneOrFail(WaitlistEntry, { id: entryId }, plain);
  const wanted = await findTime(context, provider, entry);
  // Another worker may have offered the entry a time of somebody else meanwhile, or the household may have left.
  if (wanted === null || !(await lockIfWaiting(em, entryId))) return false;
  const now = context.clock.now();
  const endsAt = new Date(wanted.start.getTime() + wanted.checked.minutes * MINUTE_MS);
  const expiresAt = new Date(now.getTime() + OFFER_MS);
  const { bufferBefore, bufferAfter } = buffersOf({ items: wanted.checked.visit.items.map(({ item }) => item) });
  const reservation = await reserveTime(em, {
    providerId: provider.id,
    start: wanted.start,
    end: endsAt,
    bufferBeforeMinutes: bufferBefore,
    bufferAfterMinutes: bufferAfter,
    place: pointOf(wanted),
    expiresAt: new Date(expiresAt.getTime() + PASSING_ON_MS),
  });
  if (reservation === null) return false;
  const booking = await insertHold(em, context, wanted, {
    reservation,
    household: entry.household,
    bookedBy: entry.joinedBy,
    endsAt,
    holdExpiresAt: expiresAt,
    createdAt: now,
    offeredFromWaitlist: true,
  });
  const offer = {
    id: newId(),
    entry: entry.id,
    booking: booking.id,
    provider: provider.id,
    startsAt: wanted.start,
    status: WaitlistOfferStatus.OPEN,
    offeredAt: now,
    expiresAt,
  };
  await em.insert(WaitlistOffer, offer);
  await em.nativeUpdate(WaitlistEntry, { id: entry.id }, { status: WaitlistStatus.OFFERED });
  await publish(em, context.clock, [{ topic: WAITLIST_OFFERED, payload: { offerId: offer.id } }]);
  return true;
}

/** The first time of that provider which the entry waits for and which overlaps none that it was offered; by the engine of search. */
async function findTime(context: Context, provider: Provider, entry: WaitlistEntry): Promise<PricedTime | null> {
  const checked = await toWaitedVisit(context, entry);
  if (checked === null) return null;
  const wish = toWaitedWish(entry, checked, context.clock.now());
  const [free] = await listFreeProviders(context.em, { ...wish, providerId: provider.id });
  if (free === undefined || free.starts.length === 0) return null;
  const before = await listOfferedStarts(context.em, entry.id, provider.id);
  // A quarter of an hour later is the same time again: it would never get to the next in line.
  const start = free.starts.find((candidate) =>
    before.every((offered) => Math.abs(candidate - offered) >= checked.minutes),
  );
  if (start === undefined) return null;
  return priceWaitedTime(context, { provider, checked, start: new Date(start * MINUTE_MS) });
}
