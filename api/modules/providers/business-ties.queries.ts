import { sql } from 'kysely';
import type { EntityManager } from '../../platform/database.ts';

/** The businesses that an account works for as a provider, and those that it runs. */
export interface BusinessTies {
  readonly worksFor: readonly string[];
  readonly manages: readonly string[];
}

/** Ties of each of the accounts, whatever they sign in for, in one statement. */
export async function listBusinessTies(
  em: EntityManager,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, BusinessTies>> {
  const { rows } = await sql<{ account: string; id: string; manages: boolean }>`
    select account_id as account, business_id as id, true as manages from business_manager where account_id = any(${accountIds})
    union all
    select account_id, business_id, false from provider
    where account_id = any(${accountIds}) and business_id is not null`.execute(em.getKysely());
  const byAccount = Map.groupBy(rows, ({ account }) => account);
  return new Map(
    accountIds.map((account) => {
      const own = byAccount.get(account) ?? [];
      const idsOf = (manages: boolean): string[] => own.filter((row) => row.manages === manages).map(({ id }) => id);
      return [account, { worksFor: idsOf(false), manages: idsOf(true) }];
    }),
  );
}
