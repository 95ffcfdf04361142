import { LockMode } from '@mikro-orm/core';
import type { Clock } from '../../kernel/clock.ts';
import { isId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { inUnitOfWork } from '../../platform/unit-of-work.ts';
import { lockHouseholds, requireViewer } from '../accounts/index.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { moveBooking } from './move-booking.ts';

/** Gives a held time back. False when there was no such hold of the household. */
export async function releaseHold(context: RequestContext, bookingId: string): Promise<boolean> {
  const viewer = requireViewer(context);
  if (!isId(bookingId)) return false;
  return inUnitOfWork(context.em, async (em) => {
    await lockHouseholds(em, viewer.householdId);
    return (await releaseHoldsOf(em, context.clock, viewer, bookingId)) > 0;
  });
}

/**
 * Lets go of the household's hold: of one, or whichever it has (there is one at most, B3). A time that is offered to it from the
 * waitlist is none of its own until it takes it. Returns how many.
 */
export async function releaseHoldsOf(
  em: EntityManager,
  clock: Clock,
  { accountId, householdId }: Pick<ViewerIdentity, 'accountId' | 'householdId'>,
  bookingId?: string,
): Promise<number> {
  const held = await em.find(
    Booking,
    { ...ownHold(householdId), ...(bookingId === undefined ? {} : { id: bookingId }) },
    { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
  );
  for (const booking of held) {
    await moveBooking(em, clock, booking, {
      to: BookingState.CANCELLED,
      actor: 'HOUSEHOLD',
      actorAccount: accountId,
      reason: 'hold released',
    });
  }
  return held.length;
}

/** What the household asked to hold. */
export function ownHold(householdId: string): { household: string; state: BookingState; offeredFromWaitlist: boolean } {
  return { household: householdId, state: BookingState.HELD, offeredFromWaitlist: false };
}

/** Whose time the household holds, lapsed holds included. */
export async function listHeldProviders(em: EntityManager, householdId: string): Promise<string[]> {
  const held = await em.find(Booking, ownHold(householdId), { fields: ['provider'], disableIdentityMap: true });
  return held.map(({ provider }) => provider);
}
