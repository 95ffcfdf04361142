import type { ViewerIdentity } from '../../platform/request-context.ts';
import type { Address } from './address.entity.ts';
import type { Viewer } from './accounts.type.ts';
import { Role } from './role.ts';

/** An account as it sees itself is for itself alone. */
export function canReadViewer(viewer: ViewerIdentity | null, account: Pick<Viewer, 'id'>): boolean {
  return viewer !== null && account.id === viewer.accountId;
}

/** A household's addresses are for those who belong to it. */
export function canReadAddress(viewer: ViewerIdentity | null, address: Pick<Address, 'account'>): boolean {
  return viewer !== null && address.account === viewer.householdId;
}

/** What somebody proves themselves with is nobody else's business, staff included. */
export function canReadFactor(viewer: ViewerIdentity | null, factor: { readonly account: string }): boolean {
  return viewer?.accountId === factor.account;
}

/** What texts cost is for those who run the marketplace. */
export function canReadTextBudget(viewer: ViewerIdentity | null): boolean {
  return viewer !== null && viewer.roles.includes(Role.OPERATOR);
}
