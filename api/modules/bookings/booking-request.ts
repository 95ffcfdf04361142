import type { RequestContext } from '../../platform/request-context.ts';
import { BookingTransition } from './booking-transition.entity.ts';
import type { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';

/** Whether the provider was ever asked for it or booked: false for a hold, and for one that came to nothing. */
export async function wasAskedFor(context: RequestContext, booking: Booking): Promise<boolean> {
  if (booking.confirmedAt !== null || booking.state === BookingState.REQUESTED) return true;
  if (booking.state === BookingState.HELD) return false;
  if (booking.state === BookingState.DECLINED) return true;
  const steps = await context.loaders.list(BookingTransition, 'booking', booking.id);
  return steps.some(({ to }) => to === BookingState.REQUESTED);
}
