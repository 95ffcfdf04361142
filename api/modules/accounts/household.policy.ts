import type { ViewerIdentity } from '../../platform/request-context.ts';
import { HouseholdRole, toHouseholdRole } from './household-role.ts';

/**
 * What the viewer is in that household; null for strangers. Members keep what they booked for themselves before they joined,
 * so to their own household everybody stays the owner.
 */
export function householdRoleOn(viewer: ViewerIdentity | null, householdId: string): HouseholdRole | null {
  if (viewer === null) return null;
  if (viewer.accountId === householdId) return HouseholdRole.OWNER;
  return viewer.householdId === householdId ? toHouseholdRole(viewer.householdRole) : null;
}

/** Whether they act for the whole household, and not for themselves alone. */
export function runsHousehold(role: string | null): boolean {
  const running: readonly string[] = [HouseholdRole.OWNER, HouseholdRole.MANAGER];
  return role !== null && running.includes(role);
}

/**
 * Whether somebody of that role may give another the role, change it or take it away. The owner is not made, changed or removed
 * by anybody, and only the owner has a say over managers.
 */
export function hasSayOver(role: string, other: HouseholdRole): boolean {
  if (other === HouseholdRole.OWNER) return false;
  const own = toHouseholdRole(role);
  return own === HouseholdRole.OWNER || (own === HouseholdRole.MANAGER && other === HouseholdRole.MEMBER);
}
