import type { ViewerIdentity } from '../../platform/request-context.ts';
import type { DeviceSession } from './account-security.type.ts';
import type { Address } from './address.entity.ts';
import type { Viewer } from './accounts.type.ts';
import { Role } from './role.ts';
import { hasRole } from './viewer.ts';

/** An account as it sees itself is for itself alone. */
export function canReadViewer(viewer: ViewerIdentity | null, account: Pick<Viewer, 'id'>): boolean {
  return viewer !== null && account.id === viewer.accountId;
}

/** A household's addresses are for those who belong to it. */
export function canReadAddress(viewer: ViewerIdentity | null, address: Pick<Address, 'account'>): boolean {
  return viewer !== null && address.account === viewer.householdId;
}

/** Where somebody is signed in is for themselves alone. */
export function canReadDeviceSession(
  viewer: ViewerIdentity | null,
  session: Pick<DeviceSession, 'accountId'>,
): boolean {
  return viewer !== null && session.accountId === viewer.accountId;
}

/** Accounts of others, as something to administer, are for administrators. */
export function canReadManagedAccount(viewer: ViewerIdentity | null): boolean {
  return hasRole(viewer, Role.ADMINISTRATOR);
}

/** What somebody proves themselves with is nobody else's business, staff included. */
export function canReadFactor(viewer: ViewerIdentity | null, factor: { readonly account: string }): boolean {
  return viewer?.accountId === factor.account;
}

/** What texts cost is for those who run the marketplace. */
export function canSeeTextBudget(viewer: ViewerIdentity | null): boolean {
  return hasRole(viewer, Role.OPERATOR);
}
