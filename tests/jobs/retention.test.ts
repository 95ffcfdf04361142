import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { personalData } from '../../api/app/modules.ts';
import { newId } from '../../api/kernel/ids.ts';
import { publish } from '../../api/platform/outbox.ts';
import type { PersonalTable, Retention } from '../../api/platform/personal-data.ts';
import { APPLY_RETENTION, PLAN_RETENTION } from '../../api/modules/privacy/job-topics.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { Canaries, plantCanaries } from '../support/canaries.ts';
import { buildAccount } from '../support/builders/account.builder.ts';
import { buildCertificate, buildCredential } from '../support/builders/credential.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { TEST_NOW } from '../support/fakes/clock.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { TEST_VAULT } from '../support/test-keys.ts';

const HOUR_MS = 3_600_000;
const rules = personalData.tables.flatMap((table) => (table.retention ?? []).map((rule) => ({ table, rule })));

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  const household = await buildAccount(api.em);
  const account = await buildAccount(api.em);
  const provider = await buildProvider(api.em, { account: account.id });
  await buildBooking(api.em, { provider, household: household.id });
  await buildCredential(api.em, { provider: provider.id });
  await buildCertificate(api.em, { provider: provider.id, courseCode: 'SAFE_CLEANING' });
  const accountIds = [household.id, account.id];
  await plantCanaries({ api, register: personalData, canaries: new Canaries(), accountIds, spared: SPARED });
  await api.sql(
    `insert into unmet_demand (id, region_id, item_ids, from_date, to_date, reason, latitude, longitude, at)
     values ($1, $2, '{}', '2027-03-10', '2027-03-10', 'BUSY', 51.5, -0.1, now())`,
    [newId(), provider.region],
  );
  await api.sql(
    `insert into text_count (id, scope, key, span, since, texts, cost) values ($1, 'ALL', 'all', 'DAY', now(), 1, 5)`,
    [newId()],
  );
});
beforeEach(() => api.clock.set(TEST_NOW));
afterAll(() => api.close());

/** A log that refuses changes, and what rows are found or opened by. */
const SPARED = ['audit_entry.ip_class', 'audit_entry.reason', 'account.email_hash', 'account.password_hash'];

const apply = async ({ table, rule }: { table: PersonalTable; rule: Retention }): Promise<void> => {
  await publish(api.em, api.clock, [{ topic: APPLY_RETENTION, payload: { table: table.table, rule: rule.name } }]);
  await runDueJobs(api);
};

/** The one row of the table that has something to lose, dated so that its period ends at that instant. */
async function dateRow({ table, since, hours }: { table: string } & Retention, end: Date): Promise<string> {
  const [row] = await api.sql<{ id: string }>(`select id from "${table}" order by id desc limit 1`);
  await api.sql(`update "${table}" set "${since}" = now() + interval '100 years'`);
  await api.sql(`update "${table}" set "${since}" = $1 where id = $2`, [
    new Date(end.getTime() - hours * HOUR_MS),
    row!.id,
  ]);
  return row!.id;
}

async function readRow(table: string, id: string): Promise<Record<string, unknown> | undefined> {
  return (await api.sql<Record<string, unknown>>(`select * from "${table}" where id = $1`, [id]))[0];
}

describe('a rule of retention', () => {
  test('is there for what the product promises to forget', () => {
    expect(rules.map(({ table, rule }) => `${table.table}.${rule.name}`)).toEqual(
      expect.arrayContaining([
        'session.ended',
        'booking.door-note',
        'booking.place',
        'booking.address',
        'reservation.place',
        'delivery.words',
        'unmet_demand.place',
        'account_token.over',
      ]),
    );
  });

  // Whatever deletes a row comes last, so that the rules before it have one to look at.
  const ordered = rules.toSorted((a, b) => Number(a.rule.then === 'DELETE_ROW') - Number(b.rule.then === 'DELETE_ROW'));
  test.for(ordered.map((entry) => [`${entry.table.table}.${entry.rule.name}`, entry] as const))(
    '%s leaves a row alone a millisecond before the end of its period and is applied at it',
    async ([, entry]) => {
      const { table, rule } = entry;
      const id = await dateRow({ table: table.table, ...rule }, new Date(TEST_NOW.getTime() + 1));
      const before = await readRow(table.table, id);

      await apply(entry);
      const early = await readRow(table.table, id);
      api.clock.set(new Date(TEST_NOW.getTime() + 1));
      await apply(entry);
      const after = await readRow(table.table, id);

      expect(early).toEqual(before);
      if (rule.then === 'DELETE_ROW') expect(after).toBeUndefined();
      else if ('wipe' in rule.then)
        for (const column of rule.then.wipe) expect(['', null], column).toContain(after![column]);
      else
        for (const column of Object.keys(rule.then.becomes)) {
          expect(after![column]).not.toBe(before![column]);
          expect(String(after![column])).toMatch(/^-?\d+(?:\.\d{1,2})?$/);
        }
    },
  );

  test('is applied by the daily job, says in the audit log how many rows it met, and meets them once', async () => {
    const booking = await buildBooking(api.em, {
      startsAt: new Date(TEST_NOW.getTime() - 40 * HOUR_MS),
      note: 'stays',
    });
    const count = async (): Promise<number> =>
      (
        await api.sql(
          `select 1 from audit_entry where action = 'retention.applied' and reason = 'booking.door-note: 1'`,
        )
      ).length;
    const before = await count();

    for (let day = 0; day < 2; day += 1) {
      await publish(api.em, api.clock, [{ topic: PLAN_RETENTION, payload: { day: '2027-03-10' } }]);
      await runDueJobs(api);
    }

    const row = await readRow('booking', booking.id);
    expect(row!['door_note']).toBeNull();
    expect(TEST_VAULT.open('booking.note', booking.id, row!['note'] as never)).toBe('stays');
    expect((await count()) - before).toBe(1);
  });

  test('of door notes keeps to the minute, though it is planned once a day', async () => {
    const endsAt = new Date(TEST_NOW.getTime() - 14 * HOUR_MS);
    const booking = await buildBooking(api.em, { startsAt: new Date(endsAt.getTime() - 2 * HOUR_MS), endsAt });
    await publish(api.em, api.clock, [{ topic: PLAN_RETENTION, payload: { day: '2027-03-10' } }]);
    await runDueJobs(api);
    const noteAt = async (instant: Date): Promise<unknown> => {
      api.clock.set(instant);
      await runDueJobs(api);
      return (await readRow('booking', booking.id))!['door_note'];
    };

    expect(await noteAt(new Date(endsAt.getTime() + 24 * HOUR_MS - 1_000))).not.toBeNull();
    expect(await noteAt(new Date(endsAt.getTime() + 24 * HOUR_MS))).toBeNull();
  });
});
