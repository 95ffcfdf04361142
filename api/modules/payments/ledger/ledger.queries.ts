import { sql } from 'kysely';
import type { EntityManager } from '../../../platform/database.ts';
import type { Money } from '../../../kernel/money.ts';
import { required } from '../../../kernel/required.ts';
import { LEDGER_ACCOUNTS } from '../domain/ledger-accounts.ts';
import type { LedgerAccountName, LedgerLine } from '../domain/ledger-accounts.ts';

/** Names the ledger among PostgreSQL's advisory locks. */
const LEDGER_LOCK = sql`hashtextextended('ledger', 0)`;

/**
 * Held by whoever posts, until their transaction ends. A checkpoint takes it for itself alone, so that no entry with a lower
 * position than it counts up to is still under way.
 */
export async function lockForPosting(em: EntityManager): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${LEDGER_LOCK})`.execute(em.getKysely());
}

/** Brings the checkpoints up to the newest entry; reads only what was posted since the last time. */
export async function advanceCheckpoints(em: EntityManager): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LEDGER_LOCK})`.execute(em.getKysely());
  await sql`
    insert into ledger_checkpoint as known (account, owner, currency, amount, through)
    select account, owner, currency, sum(amount), (select max(position) from ledger_entry)
    from ledger_entry where position > (select coalesce(max(through), 0) from ledger_checkpoint)
    group by account, owner, currency
    on conflict (account, owner, currency) do update set amount = known.amount + excluded.amount, through = excluded.through`.execute(
    em.getKysely(),
  );
}

/** What stands on an account in each currency, in order of the currency: the checkpoint and what came after it. */
export async function readBalance(em: EntityManager, account: LedgerAccountName, owner: string): Promise<Money[]> {
  const { rows } = await sql<Money>`
    select currency, sum(amount)::float8 as amount from (
      select currency, amount from ledger_checkpoint where account = ${account} and owner = ${owner}
      union all
      select currency, amount from ledger_entry
      where account = ${account} and owner = ${owner}
        and position > (select coalesce(max(through), 0) from ledger_checkpoint)
    ) as parts
    group by currency order by currency`.execute(em.getKysely());
  return rows;
}

/** How the accounts stand by what is posted for each of the references. */
export async function listStanding(
  em: EntityManager,
  references: readonly string[],
): Promise<ReadonlyMap<string, readonly LedgerLine[]>> {
  const { rows } = await sql<LedgerLine & { readonly reference: string }>`
    select t.reference, e.account, sum(e.amount)::int as amount
    from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
    where t.reference = any(${references}) group by t.reference, e.account`.execute(em.getKysely());
  return Map.groupBy(rows, ({ reference }) => reference);
}

/** What stands on each account over all its owners; it reads checkpoints and what came after them. */
export async function listAccountBalances(
  em: EntityManager,
): Promise<{ readonly account: LedgerAccountName; readonly currency: string; readonly amount: number }[]> {
  const { rows } = await sql<{ account: LedgerAccountName; currency: string; amount: number }>`
    select account, currency, sum(amount)::float8 as amount from (
      select account, currency, amount from ledger_checkpoint
      union all
      select account, currency, amount from ledger_entry
      where position > (select coalesce(max(through), 0) from ledger_checkpoint)
    ) as parts
    group by account, currency`.execute(em.getKysely());
  return rows.toSorted(
    (a, b) =>
      a.currency.localeCompare(b.currency) || LEDGER_ACCOUNTS.indexOf(a.account) - LEDGER_ACCOUNTS.indexOf(b.account),
  );
}

/** What the platform owes a provider in one currency: work and tips, in minor units. */
export async function readOwed(em: EntityManager, provider: string, currency: string): Promise<number> {
  const balances = [
    ...(await readBalance(em, 'PROVIDER_PAYABLE', provider)),
    ...(await readBalance(em, 'TIPS', provider)),
  ];
  return balances.reduce((sum, balance) => (balance.currency === currency ? sum - balance.amount : sum), 0);
}

/** What a provider earned in one currency since each of several instants, in minor units. */
export async function sumEarned<Name extends string>(
  em: EntityManager,
  provider: string,
  currency: string,
  since: Readonly<Record<Name, Date>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(since) as Name[];
  const earliest = new Date(Math.min(...names.map((name) => since[name].getTime())));
  const sums = names.map(
    (name) => sql`coalesce(-sum(e.amount) filter (where t.at >= ${since[name]}), 0)::int as ${sql.ref(name)}`,
  );
  const { rows } = await sql<Record<Name, number>>`
    select ${sql.join(sums)} from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
    where t.provider_id = ${provider} and t.at >= ${earliest} and e.owner = ${provider} and e.currency = ${currency}`.execute(
    em.getKysely(),
  );
  return required(rows[0], 'a sum, even of nothing');
}
