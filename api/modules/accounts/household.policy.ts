import type { ViewerIdentity } from '../../platform/request-context.ts';
import { HouseholdRole } from './household-role.ts';

/**
 * What the viewer is in that household; null for strangers. Members keep what they booked for themselves before they joined,
 * so to their own household everybody stays the owner.
 */
export function householdRoleOn(viewer: ViewerIdentity | null, householdId: string): HouseholdRole | null {
  if (viewer === null) return null;
  if (viewer.accountId === householdId) return HouseholdRole.OWNER;
  return viewer.householdId === householdId ? (viewer.householdRole as HouseholdRole) : null;
}

/** Whether they act for the whole household, and not for themselves alone. */
export function runsHousehold(role: string | null): boolean {
  return role === HouseholdRole.OWNER || role === HouseholdRole.MANAGER;
}

/**
 * Whether somebody of that role may give another the role, change it or take it away. The owner is not made, changed or removed
 * by anybody, and only the owner has a say over managers.
 */
export function hasSayOver(role: string, other: HouseholdRole): boolean {
  if (other === HouseholdRole.OWNER) return false;
  return role === HouseholdRole.OWNER || (role === HouseholdRole.MANAGER && other === HouseholdRole.MEMBER);
}
