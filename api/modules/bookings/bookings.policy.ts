import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import { Role, hasRole, householdRoleOn, runsHousehold } from '../accounts/index.ts';
import type { Provider } from '../providers/index.ts';
import { Venue } from '../catalog/index.ts';
import type { Booking } from './booking.entity.ts';
import { BookingState } from './booking.enums.ts';

type Side = 'HOUSEHOLD' | 'PROVIDER' | 'OPERATOR';

/** As what the viewer stands to a booking; null when they have nothing to do with it and must not learn that it exists. */
export function actorOn(
  viewer: ViewerIdentity | null,
  booking: Pick<Booking, 'household'>,
  provider: Pick<Provider, 'account'>,
): Side | null {
  if (viewer === null) return null;
  if (householdRoleOn(viewer, booking.household) !== null) return 'HOUSEHOLD';
  if (provider.account === viewer.accountId) return 'PROVIDER';
  return hasRole(viewer, Role.OPERATOR) ? 'OPERATOR' : null;
}

/** Of a household, those who run it move and cancel every visit, the others the visits they booked. Both other sides may all. */
export function mayChange(
  viewer: ViewerIdentity,
  booking: Pick<Booking, 'household' | 'bookedBy'>,
  side: Side,
): boolean {
  if (side !== 'HOUSEHOLD') return true;
  return runsHousehold(householdRoleOn(viewer, booking.household)) || booking.bookedBy === viewer.accountId;
}

/** The household lets somebody else come to its home, as long as the visit is agreed, lies ahead and nobody is sought for it. */
export function canChangeProvider(
  { viewer, clock }: Pick<RequestContext, 'viewer' | 'clock'>,
  booking: Booking,
  side: Side | null,
): boolean {
  return (
    viewer !== null &&
    side === 'HOUSEHOLD' &&
    mayChange(viewer, booking, side) &&
    booking.state === BookingState.CONFIRMED &&
    booking.venue === Venue.AT_HOME &&
    booking.substituteSoughtUntil == null &&
    booking.startsAt > clock.now()
  );
}

/** Operators look after all visits. */
export function canOverseeVisits(viewer: ViewerIdentity | null): boolean {
  return hasRole(viewer, Role.OPERATOR);
}
