import type { ViewerIdentity } from '../../platform/request-context.ts';
import { Role, hasRole } from '../accounts/index.ts';
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
  if (booking.household === viewer.accountId) return 'HOUSEHOLD';
  if (provider.account === viewer.accountId) return 'PROVIDER';
  return hasRole(viewer, Role.OPERATOR) ? 'OPERATOR' : null;
}

/** Operators look after all visits. */
export function canOverseeVisits(viewer: ViewerIdentity | null): boolean {
  return hasRole(viewer, Role.OPERATOR);
}
