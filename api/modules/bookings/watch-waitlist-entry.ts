import { LockMode } from '@mikro-orm/core';
import type { JobContext } from '../../platform/module.ts';
import { publish } from '../../platform/outbox.ts';
import { localDay } from '../availability/index.ts';
import { Region } from '../catalog/index.ts';
import { listFreeProviders } from '../search/index.ts';
import { WAITLIST_ENDED } from './bookings.events.ts';
import { WATCH_MS } from './domain/waitlist.ts';
import { OFFER_FREED_TIMES, WATCH_WAITLIST_ENTRY } from './jobs/job-topics.ts';
import { toWaitedVisit, toWaitedWish } from './waited-visit.ts';
import { OPEN_ENTRIES, WaitlistEntry, WaitlistStatus } from './waitlist-entry.entity.ts';

const plain = { disableIdentityMap: true } as const;

/**
 * Looks at an entry as it joins and every hour from then on, so that a time is found also where nobody said that it became free; ends
 * it when its days have passed, or when what it waits for can no longer be booked.
 */
export async function watchWaitlistEntry(
  context: Pick<JobContext, 'em' | 'clock' | 'vault'>,
  entryId: string,
): Promise<void> {
  const { em, clock } = context;
  const now = clock.now();
  const entry = await em.findOne(WaitlistEntry, { id: entryId }, { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE });
  if (entry === null || !OPEN_ENTRIES.includes(entry.status)) return;
  const region = await em.findOneOrFail(Region, { id: entry.region }, plain);
  const end = new Date(localDay(entry.lastDay, region.timeZone).end * 60_000);
  const checked = await toWaitedVisit(context, entry);
  const isOver = now >= end || checked === null;
  if (isOver && entry.status === WaitlistStatus.WAITING) {
    await em.nativeUpdate(WaitlistEntry, { id: entry.id }, { status: WaitlistStatus.ENDED, closedAt: now });
    await publish(em, clock, [{ topic: WAITLIST_ENDED, payload: { entryId } }]);
    return;
  }
  await publish(em, clock, [
    {
      topic: WATCH_WAITLIST_ENTRY,
      payload: { entryId },
      dueAt: new Date(isOver ? now.getTime() + WATCH_MS : Math.min(now.getTime() + WATCH_MS, end.getTime())),
    },
  ]);
  if (checked === null || isOver || entry.status !== WaitlistStatus.WAITING) return;
  const wish = toWaitedWish(entry, checked, now);
  const providerId = entry.provider;
  const found = await listFreeProviders(em, { ...wish, ...(providerId === null ? {} : { providerId }) });
  await publish(
    em,
    clock,
    found
      .filter(({ starts }) => starts.length > 0)
      .map(({ candidate }) => ({ topic: OFFER_FREED_TIMES, payload: { providerId: candidate.id } })),
  );
}
