import type { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';
import { WAIT_MS, isVisitNear } from './domain/transition-guards.ts';
import { decideTransition } from './domain/transitions.ts';
import type { BookingActor } from './domain/transitions.ts';
import { Venue } from '../catalog/index.ts';
import { isAwaited } from './visit-refusals.ts';
import { VisitAction } from './visit.type.ts';

/** What a side can do around a visit at that instant, as far as the transition table and the clock go. */
export function listVisitActions(booking: Booking, side: BookingActor, now: Date): VisitAction[] {
  const allows = (to: BookingState): boolean =>
    'transition' in
    decideTransition(booking.state, to, side, {
      now,
      start: booking.startsAt,
      end: booking.endsAt,
      holdExpiresAt: booking.holdExpiresAt,
      requestExpiresAt: booking.requestExpiresAt,
      completedAt: booking.completedAt,
      instantBooking: true,
      qualified: true,
      codeIsRight: true,
      providerTravels: booking.venue === Venue.AT_HOME,
      evidenceIsGiven: true,
    });
  const isProvider = side === 'PROVIDER';
  const isNear = isVisitNear({ now, start: booking.startsAt });
  const isAtDoor = booking.state !== BookingState.CONFIRMED || now.getTime() >= booking.startsAt.getTime() - WAIT_MS;
  const can: Readonly<Record<VisitAction, boolean>> = {
    START_TRAVEL: isProvider && allows(BookingState.EN_ROUTE),
    START: isProvider && allows(BookingState.IN_PROGRESS),
    CONFIRM_ARRIVAL: side === 'HOUSEHOLD' && allows(BookingState.IN_PROGRESS),
    ANNOUNCE_DELAY: isProvider && isAwaited(booking) && isNear,
    WORK: isProvider && booking.state === BookingState.IN_PROGRESS,
    FINISH: isProvider && allows(BookingState.COMPLETED),
    CONFIRM: side === 'HOUSEHOLD' && allows(BookingState.CLOSED),
    REPORT_NO_SHOW: allows(BookingState.NO_SHOW),
    LEAVE_UNSAFE: isProvider && isAtDoor && (isAwaited(booking) || booking.state === BookingState.IN_PROGRESS),
  };
  return Object.values(VisitAction).filter((action) => can[action]);
}
