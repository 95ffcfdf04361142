import type { ViewerIdentity } from '../../platform/request-context.ts';
import { Role, hasRole, householdRoleOn, runsHousehold } from '../accounts/index.ts';
import type { Provider } from '../providers/index.ts';
import type { Booking } from './booking.entity.ts';

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

/** Operators look after all visits. */
export function canOverseeVisits(viewer: ViewerIdentity | null): boolean {
  return hasRole(viewer, Role.OPERATOR);
}
