import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import { isId } from '../../kernel/ids.ts';
import type { AuditRequester, AuditSystem } from '../../platform/audit-log.ts';
import type { EntityManager } from '../../platform/database.ts';
import type { Vault } from '../../platform/vault.ts';
import { Account } from './account.entity.ts';
import { Role } from './role.ts';

/** Where accounts are administered from: a request of an administrator, or the command line. */
export interface AccountDesk {
  readonly em: EntityManager;
  readonly vault: Vault;
  readonly clock: Clock;
  /** Who answers for it in the audit log. */
  readonly who: AuditRequester | AuditSystem;
}

/** Why an account stays as it is. */
export type AccountRefusal = 'UNKNOWN_ACCOUNT' | 'LAST_ADMINISTRATOR' | 'NOTHING_TO_CHANGE';

/** The account, locked until the transaction ends; null when there is none. */
export async function lockAccount(em: EntityManager, accountId: string): Promise<Account | null> {
  if (!isId(accountId)) return null;
  return em.findOne(Account, { id: accountId }, { lockMode: LockMode.PESSIMISTIC_WRITE, disableIdentityMap: true });
}

/**
 * Whether nobody else could administer this installation without the account. It makes others who ask wait until the end of
 * the transaction, so that two administrators cannot demote each other at once; ask before any account is locked.
 */
export async function isLastAdministrator(em: EntityManager, accountId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('account.administrators', 0))`.execute(em.getKysely());
  const { rows } = await sql<{ own: boolean; others: number }>`
    select coalesce(bool_or(id = ${accountId}), false) as own, count(*) filter (where id <> ${accountId})::int as others
    from account where ${Role.ADMINISTRATOR} = any (roles) and banned_at is null`.execute(em.getKysely());
  return rows[0]?.own === true && rows[0].others === 0;
}
