import { isId } from '../../kernel/ids.ts';
import type { RequestContext } from '../../platform/request-context.ts';
import { Provider } from '../providers/index.ts';
import { Booking } from './booking.entity.ts';
import { actorOn } from './bookings.policy.ts';
import { visiblePlace } from './domain/privacy.ts';
import type { VisiblePlace } from './domain/privacy.ts';

type Side = ReturnType<typeof actorOn>;

/** As what whoever asks stands to a booking; null when they have nothing to do with it. */
export async function sideOf(context: RequestContext, booking: Booking): Promise<Side> {
  return actorOn(context.viewer, booking, await context.loaders.get(Provider, booking.provider));
}

/** The booking with that id, if it is any of the business of whoever asks. */
export async function findOwnBooking(
  context: RequestContext,
  id: string,
): Promise<{ booking: Booking; side: NonNullable<Side> } | null> {
  const booking = isId(id) ? await context.loaders.find(Booking, id) : null;
  const side = booking === null ? null : await sideOf(context, booking);
  return booking === null || side === null ? null : { booking, side };
}

/** What whoever asks may see of where it takes place, at this moment. */
export async function visiblePlaceOf(context: RequestContext, booking: Booking): Promise<VisiblePlace> {
  return visiblePlace({
    viewer: (await sideOf(context, booking)) ?? 'OTHER',
    state: booking.state,
    start: booking.startsAt,
    end: booking.endsAt,
    now: context.clock.now(),
  });
}
