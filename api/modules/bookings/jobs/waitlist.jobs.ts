import { z } from 'zod';
import type { Clock } from '../../../kernel/clock.ts';
import type { EntityManager } from '../../../platform/database.ts';
import { defineHandler } from '../../../platform/module.ts';
import type { MessageHandler } from '../../../platform/module.ts';
import { publish } from '../../../platform/outbox.ts';
import { HOURS_CHANGED } from '../../availability/index.ts';
import { PROVIDER_MOVED, ProviderTransition } from '../../providers/index.ts';
import { CREDENTIAL_DECIDED, Credential } from '../../qualifications/index.ts';
import { Booking } from '../booking.entity.ts';
import {
  BOOKING_CANCELLED,
  BOOKING_DECLINED,
  BOOKING_MOVED,
  BOOKING_SUBSTITUTED,
  PROVIDER_CHANGED,
  REQUEST_EXPIRED,
} from '../bookings.events.ts';
import { passOfferOn } from '../end-waitlist-offer.ts';
import { offerFreedTimes } from '../offer-freed-times.ts';
import { SubstituteSearch } from '../substitute-search.entity.ts';
import { isAwaited } from '../waitlist.queries.ts';
import { watchWaitlistEntry } from '../watch-waitlist-entry.ts';
import { OFFER_FREED_TIMES, PASS_OFFER_ON, WATCH_WAITLIST_ENTRY } from './job-topics.ts';

const plain = { disableIdentityMap: true } as const;
const ofBooking = z.object({ bookingId: z.uuid() });
const ofProvider = z.object({ providerId: z.uuid() });

export const waitlistJobs: readonly MessageHandler[] = [
  defineHandler({
    topic: OFFER_FREED_TIMES,
    payload: ofProvider,
    handle: async (context, { providerId }) => {
      await offerFreedTimes(context, providerId);
    },
  }),
  defineHandler({
    topic: WATCH_WAITLIST_ENTRY,
    payload: z.object({ entryId: z.uuid() }),
    handle: (context, { entryId }) => watchWaitlistEntry(context, entryId),
  }),
  defineHandler({
    topic: PASS_OFFER_ON,
    payload: z.object({ offerId: z.uuid() }),
    handle: (context, { offerId }) => passOfferOn(context, offerId),
  }),
];

/** Whatever may free a time. */
export const waitlistSubscribers: readonly MessageHandler[] = [
  ...[BOOKING_CANCELLED, BOOKING_DECLINED, REQUEST_EXPIRED, BOOKING_MOVED].map((topic) =>
    defineHandler({
      topic,
      payload: ofBooking,
      handle: async ({ em, clock }, { bookingId }) => {
        const booking = await em.findOne(Booking, { id: bookingId }, plain);
        if (booking) await offerIfAwaited(em, clock, booking.provider);
      },
    }),
  ),
  defineHandler({
    topic: BOOKING_SUBSTITUTED,
    payload: ofBooking,
    handle: async ({ em, clock }, { bookingId }) => {
      const searches = await em.find(SubstituteSearch, { booking: bookingId }, { ...plain, orderBy: { id: 'asc' } });
      const former = searches.at(-1)?.formerProvider;
      if (former !== undefined) await offerIfAwaited(em, clock, former);
    },
  }),
  defineHandler({
    topic: PROVIDER_CHANGED,
    payload: z.object({ formerProvider: z.uuid() }),
    handle: ({ em, clock }, { formerProvider }) => offerIfAwaited(em, clock, formerProvider),
  }),
  defineHandler({
    topic: HOURS_CHANGED,
    payload: ofProvider,
    handle: ({ em, clock }, { providerId }) => offerIfAwaited(em, clock, providerId),
  }),
  defineHandler({
    topic: PROVIDER_MOVED,
    payload: z.object({ transitionId: z.uuid() }),
    handle: async ({ em, clock }, { transitionId }) => {
      const moved = await em.findOne(ProviderTransition, { id: transitionId }, plain);
      if (moved) await offerIfAwaited(em, clock, moved.provider);
    },
  }),
  defineHandler({
    topic: CREDENTIAL_DECIDED,
    payload: z.object({ credentialId: z.uuid() }),
    handle: async ({ em, clock }, { credentialId }) => {
      const credential = await em.findOne(Credential, { id: credentialId }, plain);
      if (credential) await offerIfAwaited(em, clock, credential.provider);
    },
  }),
];

/** Has the times of that provider offered, if anybody waits for them. */
export async function offerIfAwaited(em: EntityManager, clock: Clock, providerId: string): Promise<void> {
  if (await isAwaited(em, providerId))
    await publish(em, clock, [{ topic: OFFER_FREED_TIMES, payload: { providerId } }]);
}
