import type { ViewerIdentity } from '../../platform/request-context.ts';
import { Role, hasRole, householdRoleOn } from '../accounts/index.ts';

/** A voucher concerns the household it was given to; operators see what was given. */
export function canReadVoucher(viewer: ViewerIdentity | null, household: string): boolean {
  return householdRoleOn(viewer, household) !== null || hasRole(viewer, Role.OPERATOR);
}
