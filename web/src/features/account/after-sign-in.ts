import type { Role } from '../../generated/graphql';

const workspaces: readonly [Role, string][] = [
  ['AUDITOR', '/audit'],
  ['OPERATOR', '/ops/bookings'],
  ['PROVIDER', '/pro'],
  ['ADMINISTRATOR', '/ops/admin'],
];

/** Where somebody lands after signing in: where they came from, else their workspace. Only paths of this site count. */
export function destinationAfterSignIn(next: string | undefined, roles: readonly Role[]): string {
  if (next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\')) return next;
  return workspaces.find(([role]) => roles.includes(role))?.[1] ?? '/';
}
