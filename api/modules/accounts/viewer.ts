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

export function hasRole(viewer: ViewerIdentity | null, ...roles: readonly Role[]): boolean {
  return viewer !== null && roles.some((role) => viewer.roles.includes(role));
}
