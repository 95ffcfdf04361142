import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import { required } from '../../kernel/required.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { say } from '../../platform/say.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { lockHouseholds, requireViewer } from '../accounts/index.ts';
import { extendReservation, lockDiaries } from '../availability/index.ts';
import { Region } from '../catalog/index.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import type { Hold } from './bookings.type.ts';
import { findAnswer, keepAnswer, toKeyedCall } from './idempotency.ts';
import { EXPIRE_HOLD } from './jobs/job-topics.ts';
import { listHeldProviders, releaseHoldsOf } from './release-hold.service.ts';
import { WaitlistEntry, WaitlistStatus } from './waitlist-entry.entity.ts';
import { WaitlistOffer, WaitlistOfferStatus } from './waitlist-offer.entity.ts';
import { WaitlistOfferOverError } from './waitlist.errors.ts';
import type { AcceptWaitlistOfferInput } from './waitlist.inputs.ts';

type Outcome = Hold | WaitlistOfferOverError;

const plain = { disableIdentityMap: true } as const;
const locked = { ...plain, lockMode: LockMode.PESSIMISTIC_WRITE } as const;

/**
 * Takes a time that was kept from the waitlist: from now on it is the household's hold like one it had asked for, with minutes of its
 * own to pay, and lets go of another that it had. Until then an offer leaves the household's own hold alone.
 */
export async function acceptWaitlistOffer(context: RequestContext, input: AcceptWaitlistOfferInput): Promise<Outcome> {
  const viewer = requireViewer(context);
  const call = toKeyedCall(context, 'acceptWaitlistOffer', viewer.accountId, input);
  return inUnitOfWork(context.em, async (em): Promise<Outcome> => {
    await lockHouseholds(em, viewer.householdId);
    const known = await findAnswer(em, context, call);
    if (known)
      return known.type === 'Hold'
        ? readHold(em, known['bookingId'] as string, known['expiresAt'] as string)
        : new WaitlistOfferOverError(known['code'] as string, known['message'] as string);
    const outcome = await attempt(em, context, input.offerId);
    await keepAnswer(
      em,
      context,
      call,
      outcome instanceof WaitlistOfferOverError
        ? { type: WaitlistOfferOverError.name, ...outcome }
        : { type: 'Hold', bookingId: outcome.booking.id, expiresAt: outcome.expiresAt.toISOString() },
    );
    return outcome;
  });
}

async function attempt(em: EntityManager, context: RequestContext, offerId: string): Promise<Outcome> {
  const { householdId, accountId } = requireViewer(context);
  const known = isId(offerId) ? await em.findOne(WaitlistOffer, { id: offerId }, plain) : null;
  if (known === null) return over(context);
  await lockDiaries(em, [known.provider, ...(await listHeldProviders(em, householdId))]);
  const entry = await em.findOne(WaitlistEntry, { id: known.entry, household: householdId }, locked);
  if (entry === null) return over(context);
  const booking = await em.findOneOrFail(Booking, { id: known.booking }, locked);
  const offer = await em.findOneOrFail(WaitlistOffer, { id: offerId }, locked);
  const now = context.clock.now();
  const isOpen = offer.status === WaitlistOfferStatus.OPEN && offer.expiresAt > now;
  if (!isOpen || booking.state !== BookingState.HELD) return over(context);
  const region = await em.findOneOrFail(Region, { id: booking.region }, plain);
  const expiresAt = new Date(now.getTime() + region.rules.holdMinutes * 60_000);
  if (!(await extendReservation(em, booking.reservation, expiresAt))) return over(context);

  await releaseHoldsOf(em, context.clock, { accountId, householdId });
  const changes = {
    offeredFromWaitlist: false,
    bookedBy: accountId,
    holdExpiresAt: expiresAt,
    version: booking.version + 1,
  };
  await em.nativeUpdate(Booking, { id: booking.id }, changes);
  await em.nativeUpdate(WaitlistOffer, { id: offer.id }, { status: WaitlistOfferStatus.ACCEPTED });
  await em.nativeUpdate(WaitlistEntry, { id: entry.id }, { status: WaitlistStatus.TAKEN, closedAt: now });
  await publish(em, context.clock, [{ topic: EXPIRE_HOLD, payload: { bookingId: booking.id }, dueAt: expiresAt }]);
  return { booking: Object.assign(booking, changes), expiresAt };
}

async function readHold(em: EntityManager, bookingId: string, expiresAt: string): Promise<Hold> {
  const booking = await em.findOne(Booking, { id: bookingId }, plain);
  return { booking: required(booking, 'the held booking'), expiresAt: booking?.holdExpiresAt ?? new Date(expiresAt) };
}

function over(context: RequestContext): WaitlistOfferOverError {
  return new WaitlistOfferOverError(
    'WAITLIST_OFFER_OVER',
    say(context, {
      en: 'This time has gone to the next in line. You keep your place for the next one.',
      'zh-CN': '这个时间已转给下一位等候者，您的排队位置保留。',
    }),
  );
}
