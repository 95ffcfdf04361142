import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../api/kernel/ids.ts';
import { asAccount, asSystem, asVisitor } from '../../api/platform/database-identity.ts';
import type { DatabaseIdentity } from '../../api/platform/database-identity.ts';
import { fillEmptyTables } from './support/fill-empty-tables.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

/** Tables that tell of people and are open to requests all the same, each with the reason. */
const OPEN: Readonly<Record<string, string>> = {
  certificate: 'the public badge of a course',
  hours_exception: 'what free times are computed from',
  offering: 'public',
  provider: 'the public résumé',
  reservation: 'what free times are computed from; it names no household',
  review: 'public',
  time_off: 'what free times are computed from',
  working_span: 'what free times are computed from',
  audit_entry: 'who may read it is the policy of the audit log; requests may only add to it',
  unmet_demand: 'names nobody',
  certificate_notice: 'written by jobs alone: which notice of a certificate went out',
  credential_notice: 'written by jobs alone: which notice of a credential went out',
};

/** Where a request may step out of its own rows, and why. */
const MAY_ACT_AS_SYSTEM: Readonly<Record<string, string>> = {
  'api/app/request-context-factory.ts': 'finds the session before it is known who asks',
  'api/modules/accounts/accounts.resolver.ts': 'lists the accounts of the demo',
  'api/modules/accounts/answer-invitation.service.ts':
    'reads the invitation of a token and joins a household that the account does not belong to yet',
  'api/modules/accounts/household-members.service.ts': 'tells somebody that they were removed from a household',
  'api/modules/accounts/sign-in-with-passkey.service.ts': 'finds out whose passkey it is',
  'api/modules/accounts/start-passkey.service.ts': 'makes a challenge for whoever is not signed in yet',
  'api/modules/accounts/sign-in.service.ts': 'looks an account up by its address',
  'api/modules/accounts/ask-address.ts': 'keeps what a visitor asks of an address',
  'api/modules/accounts/confirm-email-change.service.ts': 'changes the account of whoever has the link',
  'api/modules/accounts/managed-accounts.ts': 'lets administrators end sessions and reads how many there are',
  'api/modules/accounts/reset-password.service.ts': 'changes the account of whoever has the link',
  'api/modules/accounts/verify-email.service.ts': 'makes the account of whoever has the link',
  'api/modules/accounts/promise-code.ts': 'promises a visitor a code and counts it',
  'api/modules/accounts/sign-in-with-code.service.ts': 'looks an account up by its number',
  'api/modules/accounts/try-code.ts': 'judges the code of whoever is not signed in yet',
  'api/modules/accounts/complete-sign-in.ts': 'opens the session of whoever just proved who they are',
  'api/modules/accounts/complete-second-factor.service.ts': 'takes the second factor of whoever is not signed in yet',
  'api/modules/accounts/enrolling-account.ts': 'lets staff set up the factor they need to get in',
  'api/modules/accounts/reset-second-factors.service.ts': 'lets an administrator take away factors that somebody lost',
  'api/modules/accounts/sign-up.service.ts': 'writes an account that nobody is signed in to yet',
  'api/modules/bookings/cancel-booking.service.ts': 'ranks who can come instead, by visits to the household too',
  'api/modules/bookings/accept-substitute.service.ts': 'ranks anew who can come instead',
  'api/modules/privacy/erasure-preview.ts': 'counts who else could take over from somebody who leaves',
  'api/modules/qualifications/verify-credential.ts': 'answers whoever has the code of a credential',
};

let api: TestApi;
let household: { readonly id: string };
const stranger: DatabaseIdentity = { accountId: newId(), householdId: newId(), roles: ['HOUSEHOLD', 'PROVIDER'] };

/** Rows of guarded tables that whoever comes may see, as a condition. */
const SHOWN_TO_ALL: Readonly<Record<string, { readonly visitor?: string; readonly stranger?: string }>> = {
  credential: { visitor: "state = 'APPROVED'", stranger: "state = 'APPROVED'" },
  // The stranger is a provider, who may take any course.
  lesson_image: { stranger: 'true' },
};

/** What a visitor and a stranger see of a guarded table that is not shown to all. */
async function listLeaks(table: string): Promise<string[]> {
  const viewers = { visitor: null, stranger } as const;
  const leaks: string[] = [];
  for (const who of ['visitor', 'stranger'] as const) {
    const shown = SHOWN_TO_ALL[table]?.[who] ?? 'false';
    const [row] = await api.sql<{ count: number }>(`select count(*)::int as count from "${table}" where ${shown}`);
    const seen = await countAs(viewers[who], table);
    if (seen !== row!.count) leaks.push(`${who} sees ${seen} rows of ${table} and not ${row!.count}`);
  }
  return leaks;
}

/** How many rows of the table a request sees on behalf of somebody. */
async function countAs(identity: DatabaseIdentity | null, table: string): Promise<number> {
  const count = async (): Promise<number> => {
    const [row] = await api.em.execute<{ count: number }[]>(`select count(*)::int as count from "${table}"`);
    return row!.count;
  };
  return identity === null ? asVisitor(count) : asAccount(identity, count);
}

async function guardedTables(): Promise<string[]> {
  const rows = await api.sql<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and relrowsecurity and relforcerowsecurity order by relname`,
  );
  return rows.map(({ name }) => name);
}

beforeAll(async () => {
  api = await startTestApi({ demo: true });
  const [row] = await api.sql<{ id: string }>(
    'select household_id as id from booking group by household_id order by count(*) desc limit 1',
  );
  household = row!;
  await fillEmptyTables(api, await guardedTables());
});
afterAll(() => api.close());

describe('row-level security', () => {
  test('is forced on every table that names a person or holds a sealed column, but for those listed as open', async () => {
    const rows = await api.sql<{ name: string }>(
      `select distinct c.relname as name from pg_class c
         join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
         and a.attname in ('account_id', 'household_id', 'provider_id', 'credential_id', 'booking_id', 'author_id', 'email', 'door_note', 'document_key', 'actor_id')
         and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
    );

    expect(rows.map(({ name }) => name).filter((name) => !(name in OPEN))).toEqual([]);
  });

  test('lets the platform itself see what the demo holds', async () => {
    for (const table of ['account', 'address', 'booking', 'credential', 'payment', 'credential_decision'])
      expect(await asSystem(() => api.countRows(table)), table).not.toEqual({ [table]: 0 });
  });

  test('shows a visitor and a stranger no row of any guarded table, but for those that are shown to all', async () => {
    const tables = await guardedTables();
    for (const table of tables)
      expect(await api.sql(`select 1 from "${table}" limit 1`), `${table} holds something`).toHaveLength(1);

    const leaks: string[] = [];
    for (const table of tables) leaks.push(...(await listLeaks(table)));
    expect(leaks).toEqual([]);
  });

  test('would not hold without any of its policies', async () => {
    const unnoticed: string[] = [];
    for (const table of await guardedTables()) {
      const policies = await api.sql<{ name: string; rule: string }>(
        'select policyname as name, qual as rule from pg_policies where tablename = $1',
        [table],
      );
      expect(policies, table).toHaveLength(1);
      const { name, rule } = policies[0]!;
      await api.sql(`alter policy "${name}" on "${table}" using (true)`);
      if ((await listLeaks(table)).length === 0) unnoticed.push(table);
      await api.sql(`alter policy "${name}" on "${table}" using (${rule})`);
    }

    expect(unnoticed).toEqual([]);
  });

  test('shows a household its own bookings, their history and payments, and its addresses, and nobody else’s', async () => {
    const identity = { accountId: household.id, householdId: household.id, roles: ['HOUSEHOLD'] };
    const own = async (statement: string): Promise<number> => {
      const [row] = await api.sql<{ count: number }>(`select count(*)::int as count from ${statement}`, [household.id]);
      return row!.count;
    };

    const bookings = await own('booking where household_id = $1');
    expect(bookings).toBeGreaterThan(1);
    expect(await countAs(identity, 'booking')).toBe(bookings);
    expect(await countAs(identity, 'address')).toBe(await own('address where account_id = $1'));
    expect(await countAs(identity, 'booking_transition')).toBe(
      await own('booking_transition where booking_id in (select id from booking where household_id = $1)'),
    );
    expect(await countAs(identity, 'account')).toBe(1 + (await own('household_member where household_id = $1')));
  });

  test('shows a member the rows of the household they share and their own bookings, until they are removed', async () => {
    const [member] = await api.sql<{ account_id: string; household_id: string }>(
      'select account_id, household_id from household_member',
    );
    const { account_id: accountId, household_id: householdId } = member!;
    const own = async (statement: string): Promise<number> => {
      const [row] = await api.sql<{ count: number }>(`select count(*)::int as count from ${statement}`, [householdId]);
      return row!.count;
    };
    const joined = { accountId, householdId, roles: ['HOUSEHOLD'] };
    const removed = { accountId, householdId: accountId, roles: ['HOUSEHOLD'] };

    expect(await countAs(joined, 'booking')).toBe(await own('booking where household_id = $1'));
    expect(await countAs(joined, 'address')).toBe(await own('address where account_id = $1'));
    expect(await countAs(joined, 'household_member')).toBe(1);
    expect(await countAs(joined, 'account')).toBe(2);
    for (const table of ['booking', 'address', 'household_member', 'household_invitation', 'payment'])
      expect(await countAs(removed, table), table).toBe(0);
    expect(await countAs(removed, 'account')).toBe(1);
  });

  test('shows a provider who booked a visit of theirs, and nobody else of that household', async () => {
    const [visit] = await api.sql<{ booked_by_id: string; household_id: string; account_id: string }>(
      `select b.booked_by_id, b.household_id, p.account_id from booking b join provider p on p.id = b.provider_id
       where p.account_id is not null and b.booked_by_id is not null limit 1`,
    );
    const provider = { accountId: visit!.account_id, householdId: visit!.account_id, roles: ['PROVIDER'] };
    const names = await asAccount(provider, () =>
      api.em.execute<{ id: string }[]>('select id from account where id in (?, ?)', [
        visit!.booked_by_id,
        visit!.household_id,
      ]),
    );

    expect(names.map(({ id }) => id).sort()).toEqual([...new Set([visit!.booked_by_id, visit!.household_id])].sort());
    expect(await countAs(provider, 'household_member')).toBe(0);
  });

  test('refuses to write a row for somebody else, and to change or delete theirs', async () => {
    const [address] = await api.sql<{ id: string }>('select id from address where account_id = $1 limit 1', [
      household.id,
    ]);

    await expect(
      asAccount(stranger, () =>
        api.em.execute(
          `insert into session (id, account_id, token_hash, created_at, expires_at) values (?, ?, 'x', now(), now())`,
          [newId(), household.id],
        ),
      ),
    ).rejects.toThrow(/row-level security|null value/);
    await asAccount(stranger, () => api.em.execute(`update address set label = 'Mine' where id = ?`, [address!.id]));
    await asAccount(stranger, () => api.em.execute('delete from address where id = ?', [address!.id]));

    expect(await api.sql('select label from address where id = $1', [address!.id])).not.toEqual([{ label: 'Mine' }]);
    expect(await api.sql('select 1 from address where id = $1', [address!.id])).toHaveLength(1);
  });

  test('is kept up by a connection that served the platform before, and by one that served somebody else', async () => {
    const identity = { accountId: household.id, householdId: household.id, roles: ['HOUSEHOLD'] };
    const all = await asSystem(() => api.countRows('booking'));

    const seen = await Promise.all(
      Array.from({ length: 40 }, (_, index) => countAs(index % 2 === 0 ? identity : stranger, 'booking')),
    );

    expect(new Set(seen.filter((_, index) => index % 2 === 1))).toEqual(new Set([0]));
    expect(new Set(seen.filter((_, index) => index % 2 === 0)).size).toBe(1);
    expect(seen[0]).toBeLessThan(all.booking);
  });
});

describe('acting as the platform', () => {
  test('is left to the places that have a reason', () => {
    const users = readdirSync('api', { recursive: true, encoding: 'utf8' })
      .map((path) => join('api', path))
      .filter((path) => path.endsWith('.ts') && path !== 'api/platform/database-identity.ts')
      .filter((path) => readFileSync(path, 'utf8').includes('asSystem('));

    expect(users.sort()).toEqual(Object.keys(MAY_ACT_AS_SYSTEM).sort());
  });
});
