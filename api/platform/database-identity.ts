import { AsyncLocalStorage } from 'node:async_hooks';
import { CompiledQuery } from 'kysely';
import type { DatabaseConnection } from 'kysely';

/** The role that requests work as in PostgreSQL: it owns nothing, so row-level security binds it. */
export const REQUEST_ROLE = 'doorstep_app';

/** On whose behalf statements run, as the policies of the tables read it. */
export interface DatabaseIdentity {
  /** Null for a visitor. */
  accountId: string | null;
  /** Account whose bookings and addresses they share in; their own unless they are a member of another's household. */
  householdId: string | null;
  roles: readonly string[];
}

interface Scope {
  /** Null for the platform itself: jobs, the command line, and the few steps of a request that need more than its rows. */
  identity: DatabaseIdentity | null;
}

const scopes = new AsyncLocalStorage<Scope>();

/** Runs a request on behalf of a visitor, until `becomeViewer` says who asks. */
export function asVisitor<T>(work: () => T): T {
  return scopes.run({ identity: { accountId: null, householdId: null, roles: [] } }, work);
}

/** From here on the request works on behalf of that account. Outside of a request it changes nothing. */
export function becomeViewer(identity: DatabaseIdentity): void {
  const scope = scopes.getStore();
  if (scope?.identity) scope.identity = identity;
}

/** Runs `work` on behalf of an account whatever the caller is, e.g. for one event of a subscription. */
export function asAccount<T>(identity: DatabaseIdentity, work: () => T): T {
  return scopes.run({ identity }, work);
}

/**
 * Runs a step of a request as the platform itself, which row-level security lets see every row. For what a person may do
 * without owning the rows it needs: signing in, checking a public code, finding who else wants a time. Each caller is on a
 * list that a test keeps.
 */
export function asSystem<T>(work: () => T): T {
  return scopes.run({ identity: null }, work);
}

/** What each open connection was last told; one that was never told anything is the platform's. */
const told = new WeakMap<DatabaseConnection, string>();

/**
 * Tells a connection from the pool on whose behalf it works, if that is somebody else than last time. The role binds until
 * the next change, so a transaction belongs to whoever began it: `asSystem` around a part of one has no effect.
 */
export async function applyIdentity(reserved: unknown): Promise<void> {
  const connection = reserved as DatabaseConnection;
  const settings = Object.entries(settingsOf(scopes.getStore()?.identity ?? null));
  const wanted = settings.map(([, value]) => value).join('|');
  if ((told.get(connection) ?? SYSTEM) === wanted) return;
  const calls = settings.map((_, index) => `set_config($${index * 2 + 1}, $${index * 2 + 2}, false)`);
  told.set(connection, 'unknown');
  await connection.executeQuery(CompiledQuery.raw(`select ${calls.join(', ')}`, settings.flat()));
  told.set(connection, wanted);
}

function settingsOf(identity: DatabaseIdentity | null): Record<string, string> {
  return {
    role: identity === null ? 'none' : REQUEST_ROLE,
    'doorstep.account': identity?.accountId ?? '',
    'doorstep.household': identity?.householdId ?? '',
    'doorstep.roles': identity?.roles.join(',') ?? '',
  };
}

const SYSTEM = Object.values(settingsOf(null)).join('|');
