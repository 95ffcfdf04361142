import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { publish } from '../../platform/outbox.ts';
import { lockHouseholds, requireViewer } from '../accounts/index.ts';
import { extendReservation } from '../availability/index.ts';
import { Region } from '../catalog/index.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import type { HoldExpiredError } from './bookings.errors.ts';
import type { Hold } from './bookings.type.ts';
import { holdExpired } from './hold-expired.ts';
import { EXPIRE_HOLD } from './jobs/job-topics.ts';

/** Starts the minutes of a live hold anew, once (B3). */
export async function renewHold(context: RequestContext, bookingId: string): Promise<Hold | HoldExpiredError> {
  const { householdId } = requireViewer(context);
  if (!isId(bookingId)) return holdExpired(context);
  return inUnitOfWork(context.em, async (em) => {
    await lockHouseholds(em, householdId);
    const booking = await em.findOne(
      Booking,
      { id: bookingId, household: householdId, offeredFromWaitlist: false },
      { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
    );
    const now = context.clock.now();
    if (booking?.state !== BookingState.HELD || booking.holdExpiresAt === null || booking.holdExpiresAt <= now)
      return holdExpired(context);
    if (booking.holdRenewed) return { booking, expiresAt: booking.holdExpiresAt };

    // By the transaction's own connection: the loaders would wait for a second one.
    const region = await em.findOneOrFail(Region, { id: booking.region }, { disableIdentityMap: true });
    const expiresAt = new Date(now.getTime() + region.rules.holdMinutes * 60_000);
    if (!(await extendReservation(em, booking.reservation, expiresAt))) return holdExpired(context);
    const changes = { holdExpiresAt: expiresAt, holdRenewed: true };
    await em.nativeUpdate(Booking, { id: booking.id }, changes);
    await publish(em, context.clock, [{ topic: EXPIRE_HOLD, payload: { bookingId: booking.id }, dueAt: expiresAt }]);
    return { booking: Object.assign(booking, changes), expiresAt };
  });
}
