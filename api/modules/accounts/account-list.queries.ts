import type { FilterObject } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';
import type { Vault } from '../../platform/vault.ts';
import { Account } from './account.entity.ts';
import type { Role } from './role.ts';

type AccountConditions = FilterObject<Account>;

export interface AccountQuestion {
  /** The whole address, or the beginning of a name; null for all. */
  readonly search: string | null;
  readonly role: Role | null;
  readonly isBanned: boolean | null;
}

/** Accounts, latest first, going on after the one with that id. */
export async function listAccounts(
  em: EntityManager,
  vault: Vault,
  question: AccountQuestion,
  page: { readonly limit: number; readonly after: string | null },
): Promise<Account[]> {
  const beyond = page.after === null ? {} : { id: { $lt: page.after } };
  return em.find(
    Account,
    { ...conditionsOf(vault, question), ...beyond },
    { orderBy: { id: 'desc' }, limit: page.limit, disableIdentityMap: true },
  );
}

export async function countAccounts(em: EntityManager, vault: Vault, question: AccountQuestion): Promise<number> {
  return em.count(Account, conditionsOf(vault, question));
}

export interface SessionFigures {
  readonly sessions: number;
  readonly lastUsedAt: Date | null;
}

/** How many sessions each of the accounts has, and when one was last used. */
export async function countSessions(
  em: EntityManager,
  accountIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, SessionFigures>> {
  const { rows } = await sql<{ account_id: string; sessions: number; last_ms: number }>`
    select account_id::text, count(*)::int as sessions, (extract(epoch from max(last_used_at)) * 1000)::float8 as last_ms
    from session where account_id = any (${[...accountIds]}::uuid[]) and expires_at > ${now}
    group by account_id`.execute(em.getKysely());
  return new Map(
    rows.map(({ account_id, sessions, last_ms }) => [account_id, { sessions, lastUsedAt: new Date(last_ms) }]),
  );
}

function conditionsOf(vault: Vault, { search, role, isBanned }: AccountQuestion): AccountConditions {
  const text = search?.trim() ?? '';
  return {
    ...(text === '' ? {} : searchOf(vault, text)),
    ...(role === null ? {} : { roles: { $contains: [role] } }),
    ...(isBanned === null ? {} : { bannedAt: isBanned ? { $ne: null } : null }),
  };
}

function searchOf(vault: Vault, text: string): AccountConditions {
  return text.includes('@')
    ? { emailHash: vault.lookupHash('account.email', text.toLowerCase()) }
    : { displayName: { $ilike: `${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%` } };
}
