import type { LocationQuery } from 'vue-router';
import type { Role } from '../../generated/graphql';

export const accountRoles = [
  'HOUSEHOLD',
  'PROVIDER',
  'BUSINESS',
  'AUDITOR',
  'OPERATOR',
  'ADMINISTRATOR',
] as const satisfies readonly Role[];

/** Roles over other people's data, which count only with a second factor. */
export const staffRoles: readonly Role[] = ['AUDITOR', 'OPERATOR', 'ADMINISTRATOR'];

export interface AccountQuery {
  search: string | undefined;
  role: Role | undefined;
  isBanned: boolean;
}

/** What the address asks for; unknown values are left out. A whole e-mail address is never part of it. */
export function readAccountQuery(query: LocationQuery): AccountQuery {
  const search = query['name'];
  return {
    search: typeof search === 'string' && search ? search.slice(0, 80) : undefined,
    role: accountRoles.find((role) => role === query['role']),
    isBanned: query['banned'] === '1',
  };
}

/** The same as parts of the address. */
export function writeAccountQuery({ search, role, isBanned }: AccountQuery): Record<string, string> {
  return {
    ...(search && !search.includes('@') ? { name: search } : {}),
    ...(role ? { role } : {}),
    ...(isBanned ? { banned: '1' } : {}),
  };
}

/** Roles that were ticked and those that were not, against what the account has. */
export function roleChange(before: readonly Role[], after: readonly Role[]): { grant: Role[]; revoke: Role[] } {
  return {
    grant: after.filter((role) => !before.includes(role)),
    revoke: before.filter((role) => !after.includes(role)),
  };
}
