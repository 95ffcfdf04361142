import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/ids.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { requireViewer } from '../accounts/index.ts';
import { Region } from '../catalog/index.ts';
import { discountQuote } from '../pricing/index.ts';
import type { QuoteDiscount } from '../pricing/index.ts';
import { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';

/** The live hold with that id, if it is of the viewer's household; locked until the transaction of `em` ends. */
export async function findLiveHold(
  em: EntityManager,
  context: RequestContext,
  bookingId: string,
): Promise<Booking | null> {
  const { householdId } = requireViewer(context);
  if (!isId(bookingId)) return null;
  const booking = await em.findOne(
    Booking,
    { id: bookingId, household: householdId, offeredFromWaitlist: false },
    { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true },
  );
  if (booking?.state !== BookingState.HELD || booking.holdExpiresAt === null) return null;
  return booking.holdExpiresAt > context.clock.now() ? booking : null;
}

/** Prices a hold anew, with that discount and no other, or without any. */
export async function discountHold(em: EntityManager, held: Booking, discount: QuoteDiscount | null): Promise<Booking> {
  const region = await em.findOneOrFail(Region, { id: held.region }, { disableIdentityMap: true });
  const storedQuote = discountQuote(held.storedQuote, discount, region.rules.tax);
  await em.nativeUpdate(Booking, { id: held.id }, { storedQuote });
  return Object.assign(held, { storedQuote });
}
