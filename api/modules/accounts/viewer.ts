import { GraphQLError } from 'graphql';
import type { RequestContext, ViewerIdentity } from '../../platform/request-context.ts';
import type { Role } from './role.ts';

/** Who asks. @throws UNAUTHENTICATED for a visitor. */
export function requireViewer(context: RequestContext): ViewerIdentity {
  if (context.viewer === null) {
    throw new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED' } });
  }
  return context.viewer;
}

/** Who asks, if they hold one of the roles. @throws UNAUTHENTICATED for a visitor, FORBIDDEN for anyone else. */
export function requireRole(context: RequestContext, ...roles: readonly Role[]): ViewerIdentity {
  const viewer = requireViewer(context);
  if (!hasRole(viewer, ...roles)) {
    throw new GraphQLError('Your account may not do this.', { extensions: { code: 'FORBIDDEN' } });
  }
  return viewer;
}

/** How long a proof of who one is counts for what must not be done by somebody who merely found the device open. */
export const RECENT_MS = 10 * 60_000;

/**
 * Who asks, if they proved it within ten minutes: for whatever changes how one gets in, or takes data away.
 * @throws UNAUTHENTICATED for a visitor, REAUTHENTICATION_REQUIRED for whoever has to prove it again first.
 */
export function requireRecentAuthentication(context: RequestContext): ViewerIdentity {
  const viewer = requireViewer(context);
  if (context.clock.now().getTime() - viewer.authenticatedAt.getTime() > RECENT_MS) {
    throw new GraphQLError('Prove again that it is you.', { extensions: { code: 'REAUTHENTICATION_REQUIRED' } });
  }
  return viewer;
}

export function hasRole(viewer: ViewerIdentity | null, ...roles: readonly Role[]): boolean {
  return viewer !== null && roles.some((role) => viewer.roles.includes(role));
}
