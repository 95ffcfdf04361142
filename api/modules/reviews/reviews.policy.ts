import type { ViewerIdentity } from '../../platform/request-context.ts';
import { householdRoleOn } from '../accounts/index.ts';
import { BookingState } from '../bookings/index.ts';
import type { Booking } from '../bookings/index.ts';

const OPEN_DAYS = 14;

/**
 * A household reviews its own visit once it is completed, for 14 days (R1); not one that the provider had to leave, which must
 * not count against them. Whether it has done so already is not asked here.
 */
export function canReviewBooking(viewer: ViewerIdentity | null, booking: Booking, now: Date): boolean {
  const ended = booking.state === BookingState.COMPLETED || booking.state === BookingState.CLOSED;
  const completed = ended && booking.leftUnsafe !== true;
  const openUntil = (booking.completedAt?.getTime() ?? 0) + OPEN_DAYS * 86_400_000;
  return householdRoleOn(viewer, booking.household) !== null && completed && now.getTime() < openUntil;
}
