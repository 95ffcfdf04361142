import { LockMode } from '@mikro-orm/core';
import type { JobContext } from '../../platform/module.ts';
import { publish } from '../../platform/outbox.ts';
import { lockDiaries } from '../availability/index.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { WAITLIST_ENDED } from './bookings.events.ts';
import { afterLapse } from './domain/waitlist.ts';
import { moveBooking } from './move-booking.ts';
import { offerFreedTimes } from './offer-freed-times.ts';
import { WaitlistEntry, WaitlistStatus } from './waitlist-entry.entity.ts';
import { WaitlistOffer, WaitlistOfferStatus } from './waitlist-offer.entity.ts';

type Context = Pick<JobContext, 'em' | 'clock' | 'vault'>;

const plain = { disableIdentityMap: true } as const;
const locked = { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE } as const;

/**
 * The quarter of an hour is over: the time goes to the next in line in the same transaction, so that nobody else can come between.
 * False where the booking is no offer that is still open.
 */
export async function lapseOffer(context: Context, bookingId: string): Promise<boolean> {
  const { em, clock } = context;
  const known = await em.findOne(WaitlistOffer, { booking: bookingId, status: WaitlistOfferStatus.OPEN }, plain);
  if (known === null) return false;
  await lockDiaries(em, [known.provider]);
  const entry = await em.findOneOrFail(WaitlistEntry, { id: known.entry }, locked);
  const booking = await em.findOneOrFail(Booking, { id: bookingId }, locked);
  const offer = await em.findOneOrFail(WaitlistOffer, { id: known.id }, locked);
  if (offer.status !== WaitlistOfferStatus.OPEN) return false;
  const moved = await moveBooking(em, clock, booking, {
    to: BookingState.EXPIRED,
    actor: 'SYSTEM',
    actorAccount: null,
    reason: 'offer lapsed',
  });
  if ('refusal' in moved) return true;
  await em.nativeUpdate(WaitlistOffer, { id: offer.id }, { status: WaitlistOfferStatus.LAPSED });
  if (entry.status === WaitlistStatus.OFFERED) {
    const after = afterLapse(entry.unanswered);
    const isOver = after.status === 'ENDED';
    await em.nativeUpdate(
      WaitlistEntry,
      { id: entry.id },
      {
        status: isOver ? WaitlistStatus.ENDED : WaitlistStatus.WAITING,
        unanswered: after.unanswered,
        closedAt: isOver ? clock.now() : null,
      },
    );
    if (isOver) await publish(em, clock, [{ topic: WAITLIST_ENDED, payload: { entryId: entry.id } }]);
  }
  await offerFreedTimes(context, offer.provider);
  return true;
}

/** A household does not want the time it was offered: it goes to the next in line, in the same transaction. */
export async function passOfferOn(context: Context, offerId: string): Promise<void> {
  const { em, clock } = context;
  const offer = await em.findOne(WaitlistOffer, { id: offerId, status: WaitlistOfferStatus.DECLINED }, plain);
  if (offer === null) return;
  await lockDiaries(em, [offer.provider]);
  const booking = await em.findOneOrFail(Booking, { id: offer.booking }, locked);
  if (booking.state === BookingState.HELD)
    await moveBooking(em, clock, booking, {
      to: BookingState.CANCELLED,
      actor: 'HOUSEHOLD',
      actorAccount: null,
      reason: 'offer declined',
    });
  await offerFreedTimes(context, offer.provider);
}
