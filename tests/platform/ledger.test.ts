import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { advanceCheckpoints, readBalance } from '../../api/modules/payments/ledger/ledger.queries.ts';
import { PLATFORM_OWNER } from '../../api/modules/payments/ledger/ledger-entry.entity.ts';
import type { EntityManager } from '../../api/platform/database.ts';
import { asAccount, asVisitor } from '../../api/platform/database-identity.ts';
import { inUnitOfWork } from '../../api/platform/unit-of-work.ts';
import { signedIn } from '../support/evidence-scene.ts';
import type { Person } from '../support/evidence-scene.ts';
import { buildPaidVisit, postedFor } from '../support/ledger-scene.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

let api: TestApi;
let operator: Person;
beforeAll(async () => {
  api = await startTestApi();
  operator = await signedIn(api, Role.OPERATOR);
  await buildPaidVisit(api);
});
afterAll(() => api.close());

describe('PostgreSQL', () => {
  const post = (lines: readonly (readonly [string, string, number])[], more = ''): Promise<unknown> =>
    inUnitOfWork(api.em, async (em) => {
      const id = randomUUID();
      await em.execute(
        `insert into ledger_transaction (id, posting_key, kind, reference, provider_id, commission_basis_points, at)
         select ?, ?, 'VISIT', 'x', id, 0, now() from provider limit 1`,
        [id, `test:${id}`],
      );
      for (const [account, currency, amount] of lines)
        await em.execute(
          'insert into ledger_entry (transaction_id, account, owner, currency, amount) values (?, ?, ?, ?, ?)',
          [id, account, PLATFORM_OWNER, currency, amount],
        );
      if (more) await em.execute(more);
    });

  it('takes a transaction that sums to zero in each currency', async () => {
    await post([
      ['TAX', 'GBP', 5],
      ['COMMISSION', 'GBP', -5],
      ['TAX', 'CNY', 7],
      ['TIPS', 'CNY', -7],
    ]);
  });

  it.each([
    [
      'does not sum to zero',
      [
        ['TAX', 'GBP', 5],
        ['COMMISSION', 'GBP', -4],
      ],
    ],
    [
      'sums to zero over two currencies alone',
      [
        ['TAX', 'GBP', 5],
        ['TAX', 'CNY', -5],
      ],
    ],
    ['has no entries', []],
  ] as const)('refuses a transaction that %s', async (_what, lines) => {
    await expect(post(lines)).rejects.toThrow(/sum to zero|no entries/);
  });

  it('refuses to add an entry to what is posted', async () => {
    await expect(
      api.sql(`insert into ledger_entry (transaction_id, account, owner, currency, amount)
               select transaction_id, account, owner, currency, 1 from ledger_entry limit 1`),
    ).rejects.toThrow('sum to zero');
  });

  it.each([
    'update ledger_entry set amount = amount + 1',
    'delete from ledger_entry',
    'truncate ledger_entry',
    "update ledger_transaction set kind = 'REFUND'",
    'delete from ledger_transaction',
    'truncate ledger_transaction cascade',
    'update ledger_entry set amount = 1 where false',
  ])('refuses its owner to %s', async (statement) => {
    await expect(api.sql(statement)).rejects.toThrow('the ledger only grows');
  });

  it.each([
    'insert into ledger_transaction select * from ledger_transaction limit 1',
    'insert into ledger_entry select * from ledger_entry limit 1',
    'update ledger_checkpoint set amount = 0',
    'delete from ledger_entry',
  ])('refuses a request, even of an operator, to %s', async (statement) => {
    const identity = { accountId: operator.account.id, householdId: operator.account.id, roles: ['OPERATOR'] };

    await expect(asAccount(identity, () => api.em.execute(statement))).rejects.toThrow('permission denied');
  });

  it('shows a provider the transactions of their own visits, another one and a visitor none', async () => {
    const { provider, bookingId } = await buildPaidVisit(api);
    const account = (
      await api.sql<{ id: string }>('select account_id as id from provider where id = $1', [provider.id])
    )[0]!;
    const count = async (): Promise<number> =>
      (await api.em.execute<{ n: number }[]>('select count(*)::int as n from ledger_entry'))[0]!.n;
    const own = { accountId: account.id, householdId: account.id, roles: ['PROVIDER'] };
    const other = { accountId: randomUUID(), householdId: randomUUID(), roles: ['PROVIDER'] };

    expect(await asAccount(own, count)).toBe(Object.keys((await postedFor(api, bookingId))[0]!.lines).length);
    expect(await asAccount(other, count)).toBe(0);
    expect(await asVisitor(count)).toBe(0);
  });
});

describe('a balance', () => {
  const bulk = async (visits: number): Promise<void> => {
    await api.sql(
      `with posted as (
         insert into ledger_transaction (id, posting_key, kind, reference, provider_id, commission_basis_points, at)
         select gen_random_uuid(), 'bulk:' || gen_random_uuid(), 'VISIT', 'bulk', (select id from provider limit 1), 0, now()
         from generate_series(1, $1) returning id)
       insert into ledger_entry (transaction_id, account, owner, currency, amount)
       select id, account, $2, 'GBP', amount from posted, (values ('TAX', -100), ('GATEWAY_CLEARING', 100)) as lines (account, amount)`,
      [visits, PLATFORM_OWNER],
    );
    await inUnitOfWork(api.em, advanceCheckpoints);
    // What came after the checkpoint is read line by line.
    await api.sql(
      `with posted as (
         insert into ledger_transaction (id, posting_key, kind, reference, provider_id, commission_basis_points, at)
         select gen_random_uuid(), 'bulk:' || gen_random_uuid(), 'VISIT', 'bulk', (select id from provider limit 1), 0, now()
         from generate_series(1, 3) returning id)
       insert into ledger_entry (transaction_id, account, owner, currency, amount)
       select id, account, $1, 'GBP', amount from posted, (values ('TAX', -100), ('GATEWAY_CLEARING', 100)) as lines (account, amount)`,
      [PLATFORM_OWNER],
    );
    await api.sql('analyze ledger_entry');
  };
  const countTouched = async (em: EntityManager): Promise<number> => {
    const { rows } = await sql<{ touched: number }>`
      select sum(seq_tup_read + idx_tup_fetch)::int as touched from pg_stat_xact_user_tables
      where relname in ('ledger_entry', 'ledger_checkpoint')`.execute(em.getKysely());
    return rows[0]!.touched;
  };
  /** The balance of the tax account, and how many rows of the ledger reading it touched. */
  const read = (): Promise<{ balance: number; rows: number }> =>
    inUnitOfWork(api.em, async (em) => {
      // What the connection did shortly before is counted too, so only the difference says something.
      const earlier = await countTouched(em);
      const balances = await readBalance(em, 'TAX', PLATFORM_OWNER);
      const rows = (await countTouched(em)) - earlier;
      return { balance: balances.find(({ currency }) => currency === 'GBP')!.amount, rows };
    });
  const truth = async (): Promise<number> =>
    (
      await api.sql<{ sum: number }>(
        `select sum(amount)::int as sum from ledger_entry where account = 'TAX' and currency = 'GBP'`,
      )
    )[0]!.sum;

  it('is that of all entries, and read from no more rows after ten times the history', async () => {
    await bulk(300);
    const before = await read();
    expect(before.balance).toBe(await truth());

    await bulk(3_000);
    const after = await read();
    expect(after.balance).toBe(await truth());
    expect(after.rows).toBeLessThanOrEqual(before.rows);
    expect(after.rows).toBeLessThan(30);
  });

  it('has its checkpoint brought up as the ledger grows', async () => {
    await api.sql('delete from ledger_checkpoint');
    await api.sql(
      `select setval('ledger_entry_position_seq', (select (max(position) / 500 + 1) * 500 - 2 from ledger_entry))`,
    );
    await buildPaidVisit(api);

    const [row] = await api.sql<{ through: string; newest: string }>(
      'select max(through)::text as through, (select max(position)::text from ledger_entry) as newest from ledger_checkpoint',
    );
    expect(row!.through).toBe(row!.newest);
    expect((await read()).balance).toBe(await truth());
  });
});
