import { REQUEST_ROLE } from './database-identity.ts';

/** SQL that names who asks, as `applyIdentity` told the connection; a migration makes the functions, in a schema of their own. */
export const viewerAccount = 'viewer.account()';
/** The account whose household the viewer belongs to. */
export const viewerHousehold = 'viewer.household()';

/** Whether the provider in that column is the viewer. */
export function ownsProvider(column: string): string {
  return `viewer.owns_provider(${column})`;
}

export function viewerHasRole(...roles: readonly string[]): string {
  return `viewer.has_role('${roles.join(',')}')`;
}

interface RowSecurity {
  readonly rowLevelSecurity: 'force';
  readonly policies: { readonly name: string; readonly using: string; readonly check: string }[];
}

/**
 * Options of a personal table: a request sees and writes only the rows for which `condition` holds; the platform itself
 * (jobs, command line, `asSystem`) sees all. This is the second wall: the resolvers decide first.
 */
export function visibleRows(table: string, condition: string): RowSecurity {
  const rule = `(current_user <> '${REQUEST_ROLE}' or ${condition})`;
  return { rowLevelSecurity: 'force', policies: [{ name: `${table}_visible`, using: rule, check: rule }] };
}
