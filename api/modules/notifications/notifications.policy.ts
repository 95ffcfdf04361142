import type { ViewerIdentity } from '../../platform/request-context.ts';
import { Role, hasRole } from '../accounts/index.ts';

/** Operators look after what is sent; whom it went to reads it where it went. */
export function canReadDeliveries(viewer: ViewerIdentity | null): boolean {
  return hasRole(viewer, Role.OPERATOR);
}
