import type { EntityManager } from '../../platform/database.ts';
import { emitEvent } from '../../platform/pubsub.ts';
import { Provider } from '../providers/index.ts';
import type { Booking } from './booking.entity.ts';
import { bookingChangedFor } from './bookings.events.ts';

/** Tells both sides, should they look at it now, that a booking is not as it was. */
export async function tellWatchers(
  em: EntityManager,
  booking: Pick<Booking, 'id' | 'household' | 'provider'>,
): Promise<void> {
  const ids = { bookingId: booking.id };
  await emitEvent(em, bookingChangedFor('household', booking.household), ids);
  const { account } = await em.findOneOrFail(Provider, { id: booking.provider }, { disableIdentityMap: true });
  if (account !== null) await emitEvent(em, bookingChangedFor('account', account), ids);
}
