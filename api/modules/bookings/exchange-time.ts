import { LockMode } from '@mikro-orm/core';
import { recordAudit } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import { publish } from '../../platform/outbox.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import type { Money } from '../../kernel/money.ts';
import { requireViewer } from '../accounts/index.ts';
import {
  bookReservation,
  buffersOf,
  lockDiaries,
  releaseReservation,
  reserveTime,
  sweepLapsedHolds,
} from '../availability/index.ts';
import { recordAuthorization } from '../payments/index.ts';
import type { StoredQuote } from '../pricing/index.ts';
import { tellWatchers } from './booking-changes.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import type { MoveFee } from './domain/rescheduling.ts';
import type { BookingActor } from './domain/transitions.ts';
import { findObstacle, pointOf, slotTaken } from './hold-check.ts';
import type { WantedTime } from './hold-check.ts';
import { SETTLE_MOVE_FEE } from './jobs/job-topics.ts';
import { listLackingQualifications } from './lacking-qualifications.ts';
import { moveBooking } from './move-booking.ts';
import { notQualified } from './not-qualified.ts';
import { costOfHandover } from './other-provider.ts';
import { MoveRefused } from './reschedule-outcome.ts';
import type { MoveFailure } from './reschedule-outcome.ts';
import { feeForMoving } from './reschedule-quote.ts';

const MINUTE_MS = 60_000;
/** Only until the same transaction books it. */
const HELD_FOR_MS = 60_000;

export interface Exchange {
  readonly bookingId: string;
  readonly side: BookingActor;
  readonly wanted: WantedTime;
  readonly reason: string | null;
  /** What was authorised for moving late; null where it is free. */
  readonly payment: { readonly gateway: string; readonly gatewayId: string; readonly total: Money } | null;
  /** What it costs where the other side proposed the time and this one accepts it: decided when it was proposed. */
  readonly agreedCost?: MoveFee;
  /** The price of whoever comes instead; left out where the provider stays. */
  readonly otherQuote?: StoredQuote;
  /** Why the booking, read under its lock, may not move; null when it may. */
  mayMove(booking: Booking): MoveFailure | null | Promise<MoveFailure | null>;
}

/**
 * Gives the old time back, takes the new one and moves the booking to it, in a transaction of its own inside `em`'s: the diary is
 * locked first, then the booking, as everywhere. @throws MoveRefused, which undoes all of it.
 */
export async function exchangeTime(em: EntityManager, context: RequestContext, exchange: Exchange): Promise<Booking> {
  const { wanted, side } = exchange;
  const { provider, start } = wanted;
  const { provider: former } = await em.findOneOrFail(
    Booking,
    { id: exchange.bookingId },
    { disableIdentityMap: true },
  );
  await lockDiaries(em, [...new Set([provider.id, former])]);
  const booking = await em.findOneOrFail(
    Booking,
    { id: exchange.bookingId },
    { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
  );
  const objection = await exchange.mayMove(booking);
  if (objection) throw new MoveRefused(objection);
  // Who was looked at before the locks must be who is looked at under them.
  if (booking.provider !== former)
    throw new MoveRefused(slotTaken(context, null, start.getTime() / MINUTE_MS, wanted.checked.minutes));
  const now = context.clock.now();
  const { otherQuote } = exchange;
  const cost = costOf(exchange, booking, now);
  const before = { start: booking.startsAt.toISOString(), version: booking.version };
  await sweepLapsedHolds(em, provider.id, now);
  await releaseReservation(em, booking.reservation);
  const obstacle = await findObstacle(em, context, wanted);
  if (obstacle) throw new MoveRefused(obstacle);

  const { reservation, endsAt } = await takeTime(em, context, wanted, now);
  const { accountId } = requireViewer(context);
  const moved = await moveBooking(em, context.clock, booking, {
    to: BookingState.CONFIRMED,
    actor: side,
    actorAccount: accountId,
    reason: exchange.reason,
    wasProposed: exchange.agreedCost !== undefined,
    ...(otherQuote === undefined ? {} : { handover: { formerProvider: former, formerStart: booking.startsAt } }),
    exchange: {
      ...(otherQuote === undefined ? {} : { provider: provider.id, storedQuote: otherQuote }),
      reservation,
      startsAt: start,
      endsAt,
      feeFloorPercent: cost.floorPercent,
      lateMoveUsed: (booking.lateMoveUsed ?? false) || cost.term === 'FREE_ONCE',
    },
  });
  if ('refusal' in moved) {
    const lacking = await listLackingQualifications(em, { ...booking, provider: provider.id, startsAt: start, endsAt });
    throw new MoveRefused(notQualified(context, lacking));
  }
  if (otherQuote !== undefined) await tellWatchers(em, { ...moved.booking, provider: former });
  if (exchange.payment) await oweFee(em, context, moved.booking, { payment: exchange.payment, payee: former });
  if (side === 'OPERATOR') await recordMove(em, context, moved.booking, { before, reason: exchange.reason });
  return moved.booking;
}

async function recordMove(
  em: EntityManager,
  context: RequestContext,
  { id, startsAt, version }: Booking,
  {
    before,
    reason,
  }: { readonly before: { readonly start: string; readonly version: number }; readonly reason: string | null },
): Promise<void> {
  await recordAudit(em, context, {
    action: 'booking.rescheduled-by-operator',
    subjectType: 'booking',
    subjectId: id,
    before,
    after: { start: startsAt.toISOString(), version },
    reason,
  });
}

function costOf({ agreedCost, otherQuote, side }: Exchange, booking: Booking, now: Date): MoveFee {
  const handover = otherQuote === undefined ? null : costOfHandover(booking, otherQuote.total, now);
  return agreedCost ?? handover ?? feeForMoving(booking, side, now);
}

/** Reserves and books the new time. @throws MoveRefused when PostgreSQL finds it taken after all. */
export async function takeTime(
  em: EntityManager,
  context: RequestContext,
  wanted: WantedTime,
  now: Date,
): Promise<{ readonly reservation: string; readonly endsAt: Date }> {
  const { provider, checked, start } = wanted;
  const endsAt = new Date(start.getTime() + checked.minutes * MINUTE_MS);
  const { bufferBefore, bufferAfter } = buffersOf({ items: checked.visit.items.map(({ item }) => item) });
  const reservation = await reserveTime(em, {
    providerId: provider.id,
    start,
    end: endsAt,
    bufferBeforeMinutes: bufferBefore,
    bufferAfterMinutes: bufferAfter,
    place: pointOf(wanted),
    expiresAt: new Date(now.getTime() + HELD_FOR_MS),
  });
  if (reservation === null || !(await bookReservation(em, reservation)))
    throw new MoveRefused(slotTaken(context, null, start.getTime() / MINUTE_MS, checked.minutes));
  return { reservation, endsAt };
}

/**
 * The fee is a payment of its own, so that what was authorised for the visit stays what it was. It is for whoever kept the old
 * time free.
 */
async function oweFee(
  em: EntityManager,
  context: RequestContext,
  booking: Booking,
  { payment, payee }: { readonly payment: NonNullable<Exchange['payment']>; readonly payee: string },
): Promise<void> {
  const reference = `${booking.id}/move-${booking.generation}`;
  await recordAuthorization(em, context.clock, { reference, ...payment });
  await publish(em, context.clock, [
    { topic: SETTLE_MOVE_FEE, payload: { reference, due: payment.total.amount, payee } },
  ]);
}
