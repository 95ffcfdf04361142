import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { bookPayments } from '../../api/modules/bookings/book-payments.ts';
import { advanceCheckpoints, readBalance } from '../../api/modules/payments/ledger/ledger.queries.ts';
import { PLATFORM_OWNER } from '../../api/modules/payments/ledger/ledger-entry.entity.ts';
import { asAccount, asVisitor } from '../../api/platform/database-identity.ts';
import { publish } from '../../api/platform/outbox.ts';
import { inUnitOfWork } from '../../api/platform/unit-of-work.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { signedIn } from '../support/evidence-scene.ts';
import type { Person } from '../support/evidence-scene.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { authorize, buildVisitScene, minutesIn } from '../support/visit-scene.ts';
import type { VisitScene } from '../support/visit-scene.ts';

let api: TestApi;
let operator: Person;
beforeAll(async () => {
  api = await startTestApi();
  operator = await signedIn(api, Role.OPERATOR);
});
afterAll(() => api.close());

interface Posted {
  readonly kind: string;
  readonly lines: Readonly<Record<string, number>>;
}

/** What is posted for a booking, oldest first. */
async function postedFor(bookingId: string): Promise<Posted[]> {
  return api.sql<Posted>(
    `select t.kind, jsonb_object_agg(e.account, e.amount) as lines
     from ledger_transaction t join ledger_entry e on e.transaction_id = t.id
     where split_part(t.reference, '/', 1) = $1 group by t.id order by min(e.position)`,
    [bookingId],
  );
}

const QUOTE = {
  lines: [
    { kind: 'BASE', label: { en: 'Home cleaning', 'zh-CN': '日常保洁' }, amount: 7_200 },
    { kind: 'DISCOUNT', label: { en: 'Voucher', 'zh-CN': '代金券' }, amount: -1_200 },
    { kind: 'TIP', label: { en: 'Tip', 'zh-CN': '小费' }, amount: 600 },
  ],
  discounts: 1_200,
  tax: 1_000,
  tip: 600,
  total: 6_600,
  currency: 'GBP',
  durationMinutes: 120,
} as const;

/** A visit with a voucher and a tip that took place and was paid for. */
async function buildPaid(): Promise<VisitScene> {
  api.clock.set(minutesIn(-30));
  const scene = await buildVisitScene(api, { storedQuote: { ...QUOTE, lines: [...QUOTE.lines] } });
  api.clock.set(minutesIn(0));
  expect((await scene.begin()).__typename).toBe('VisitUpdated');
  api.clock.set(minutesIn(120));
  expect((await scene.byProvider('finishVisit')).__typename).toBe('VisitUpdated');
  await runDueJobs(api);
  return scene;
}

async function refund(bookingId: string, amount: number, borneBy: string): Promise<void> {
  const { refundBooking } = await operator.client.ask<{ refundBooking: { __typename: string } }>(
    'mutation ($input: RefundBookingInput!) { refundBooking(input: $input) { __typename } }',
    { input: { bookingId, amount, borneBy, reason: 'A vase was broken', idempotencyKey: randomUUID() } },
  );
  expect(refundBooking.__typename).toBe('BookingRefunded');
  await runDueJobs(api);
}

describe('the ledger', () => {
  it('tells of a finished visit once: work, commission, tax, tip, and a voucher that the platform bears', async () => {
    const { bookingId } = await buildPaid();
    const posted = await postedFor(bookingId);
    await inUnitOfWork(api.em, (em) => bookPayments(em, api.clock, [bookingId]));
    await Promise.all(
      Array.from({ length: 5 }, () => inUnitOfWork(api.em, (em) => bookPayments(em, api.clock, [bookingId]))),
    );

    // 6,000 less 1,000 tax plus 1,200 of the voucher is work of 6,200; 15 % of it is 930.
    expect(posted).toEqual([
      {
        kind: 'VISIT',
        lines: {
          GATEWAY_CLEARING: 6_600,
          PROMOTIONS: 1_200,
          PROVIDER_PAYABLE: -5_270,
          COMMISSION: -930,
          TAX: -1_000,
          TIPS: -600,
        },
      },
    ]);
    expect(await postedFor(bookingId)).toEqual(posted);
  });

  it('takes a refund from all who had a share, and goodwill from the platform alone', async () => {
    const { bookingId } = await buildPaid();
    await refund(bookingId, 3_000, 'VISIT');
    await refund(bookingId, 500, 'PLATFORM');

    expect((await postedFor(bookingId)).slice(1)).toEqual([
      {
        kind: 'REFUND',
        lines: { GATEWAY_CLEARING: -3_000, PROMOTIONS: -600, PROVIDER_PAYABLE: 2_635, COMMISSION: 465, TAX: 500 },
      },
      { kind: 'GOODWILL', lines: { GATEWAY_CLEARING: -500, PROMOTIONS: 500 } },
    ]);
  });

  it('tells of a fee for calling off late, which is not a tip and brings no voucher in', async () => {
    api.clock.set(minutesIn(-180));
    const scene = await buildVisitScene(api, { storedQuote: { ...QUOTE, lines: [...QUOTE.lines] } });
    const { cancelBooking } = await scene.client.ask<{ cancelBooking: { __typename: string } }>(
      'mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { __typename } }',
      { input: { bookingId: scene.bookingId, expectedFee: 3_300, idempotencyKey: randomUUID() } },
    );
    await runDueJobs(api);

    expect(cancelBooking.__typename).toBe('BookingCancelled');
    // 3,300 with 550 of tax in it, 15 % of 2,750 rounded up.
    expect(await postedFor(scene.bookingId)).toEqual([
      {
        kind: 'CANCELLATION_FEE',
        lines: { GATEWAY_CLEARING: 3_300, PROVIDER_PAYABLE: -2_337, COMMISSION: -413, TAX: -550 },
      },
    ]);
  });

  it('owes the provider for a visit that a voucher paid for whole', async () => {
    api.clock.set(minutesIn(-30));
    const given = { ...QUOTE, lines: [], discounts: 6_000, tax: 0, tip: 0, total: 0 };
    const booking = await buildBooking(api.em, {
      storedQuote: given,
      startsAt: minutesIn(0),
      state: BookingState.CONFIRMED,
    });
    await api.sql(
      `insert into outbox_message (id, topic, payload, due_at, created_at)
       values (gen_random_uuid(), 'complete-visit', jsonb_build_object('bookingId', $1::text, 'generation', 1), $2, $2)`,
      [booking.id, minutesIn(120)],
    );
    api.clock.set(minutesIn(121));
    await runDueJobs(api);

    expect(await postedFor(booking.id)).toEqual([
      { kind: 'VISIT', lines: { PROMOTIONS: 6_000, PROVIDER_PAYABLE: -5_100, COMMISSION: -900 } },
    ]);
  });

  it('tells of what was added during the visit beside the visit itself', async () => {
    api.clock.set(minutesIn(-30));
    const scene = await buildVisitScene(api);
    api.clock.set(minutesIn(0));
    await scene.begin();
    await scene.byProvider('proposeExtra', { minutes: 30 });
    await scene.byHousehold('answerExtra', { agree: true, expectedAmount: 1_500, paymentMethod: 'sandbox_visa' });
    api.clock.set(minutesIn(150));
    await scene.byProvider('finishVisit');
    await runDueJobs(api);

    expect((await postedFor(scene.bookingId)).toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      { kind: 'EXTRA', lines: { GATEWAY_CLEARING: 1_500, PROVIDER_PAYABLE: -1_062, COMMISSION: -188, TAX: -250 } },
      { kind: 'VISIT', lines: { GATEWAY_CLEARING: 6_000, PROVIDER_PAYABLE: -4_250, COMMISSION: -750, TAX: -1_000 } },
    ]);
  });

  it('owes a fee for moving late to whoever kept the old time free', async () => {
    api.clock.set(minutesIn(-30));
    const { id: former } = await buildProvider(api.em);
    const { bookingId } = await buildVisitScene(api);
    const reference = `${bookingId}/move-2`;
    await authorize(api, reference, { total: 3_000, currency: 'GBP' });
    await inUnitOfWork(api.em, (em) =>
      publish(em, api.clock, [{ topic: 'settle-move-fee', payload: { reference, due: 3_000, payee: former } }]),
    );
    await runDueJobs(api);

    expect(await postedFor(bookingId)).toEqual([
      { kind: 'MOVE_FEE', lines: { GATEWAY_CLEARING: 3_000, PROVIDER_PAYABLE: -2_125, COMMISSION: -375, TAX: -500 } },
    ]);
    expect(
      await api.sql('select distinct provider_id as id from ledger_transaction where reference = $1', [reference]),
    ).toEqual([{ id: former }]);
  });

  it('says nothing of a payment that was let go of', async () => {
    api.clock.set(minutesIn(-60 * 48));
    const scene = await buildVisitScene(api);
    await scene.client.ask('mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { __typename } }', {
      input: { bookingId: scene.bookingId, expectedFee: 0, idempotencyKey: randomUUID() },
    });
    await runDueJobs(api);

    expect(await postedFor(scene.bookingId)).toEqual([]);
  });
});

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
    await buildPaid();

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
    const { provider, bookingId } = await buildPaid();
    const account = (
      await api.sql<{ id: string }>('select account_id as id from provider where id = $1', [provider.id])
    )[0]!;
    const count = async (): Promise<number> =>
      Number((await api.em.execute<{ n: number }[]>('select count(*)::int as n from ledger_entry'))[0]!.n);
    const own = { accountId: account.id, householdId: account.id, roles: ['PROVIDER'] };
    const other = { accountId: randomUUID(), householdId: randomUUID(), roles: ['PROVIDER'] };

    expect(await asAccount(own, count)).toBe(Object.keys((await postedFor(bookingId))[0]!.lines).length);
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
  /** The balance of the tax account, and how many rows of the ledger reading it touched. */
  const read = (): Promise<{ balance: number; rows: number }> =>
    inUnitOfWork(api.em, async (em) => {
      const balances = await readBalance(em, 'TAX', PLATFORM_OWNER);
      const { rows } = await sql<{ touched: number }>`
        select sum(seq_tup_read + idx_tup_fetch)::int as touched from pg_stat_xact_user_tables
        where relname in ('ledger_entry', 'ledger_checkpoint')`.execute(em.getKysely());
      return { balance: balances.find(({ currency }) => currency === 'GBP')!.amount, rows: rows[0]!.touched };
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
    await buildPaid();

    const [row] = await api.sql<{ through: string; newest: string }>(
      'select max(through)::text as through, (select max(position)::text from ledger_entry) as newest from ledger_checkpoint',
    );
    expect(row!.through).toBe(row!.newest);
    expect((await read()).balance).toBe(await truth());
  });
});
