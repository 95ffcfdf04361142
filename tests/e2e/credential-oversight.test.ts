import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

describe('who watches over credentials', () => {
  let browser: Browser;
  let doorstep: RunningDoorstep;
  let database: pg.Client;
  const problems: string[] = [];

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
    database = new pg.Client({ connectionString: doorstep.databaseUrl });
    await database.connect();
    // Every approval of this month is drawn for a second look.
    await database.query(
      `insert into reaudit_seed (id, period, seed, share, created_at)
       values (gen_random_uuid(), to_char($1::timestamptz at time zone 'UTC', 'YYYY-MM'), $2, 1, $1)
       on conflict (period) do update set share = 1`,
      [doorstep.clock.now(), '0'.repeat(64)],
    );
  });

  afterAll(async () => {
    await database.end();
    await browser.close();
    await doorstep.close();
  });

  async function enter(person: string | null, width: number): Promise<Page> {
    const { page, problems: own } = await openPage(browser, { width, now: doorstep.clock.now() });
    page.on('pageerror', (error) => problems.push(error.message));
    keepPictureOnFailure(page);
    await page.goto(doorstep.url);
    if (person === null) return page;
    await page.evaluate(async (email) => {
      await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: `mutation { signIn(input: { email: "${email}", password: "doorstep-demo" }) { __typename } }`,
        }),
      });
    }, `${person}@demo.doorstep`);
    check(own).toEqual([]);
    return page;
  }

  const oneRow = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row> => {
    const { rows } = await database.query<Row>(text, values);
    return rows[0]!;
  };

  async function vote(page: Page, key: 'a' | 'r', reason: RegExp): Promise<void> {
    await expect(page.getByRole('button', { name: /Claim to decide/ })).toBeVisible();
    await page.keyboard.press('c');
    await expect(page.getByText(/Claimed by you for/)).toBeVisible();
    await page.keyboard.press(key);
    await page.getByRole('radio', { name: reason }).check();
    check(await listViolations(page)).toEqual([]);
    await page.getByRole('button', { name: key === 'a' ? 'Approve' : 'Reject', exact: true }).click();
  }

  it('a second look that disagrees shows in the agreement of the auditors and on the operator’s list', async () => {
    const waiting = await oneRow<{ id: string }>(
      `select c.id from credential c join credential_type t on t.id = c.type_id
       where c.state = 'SUBMITTED' and not t.high_risk limit 1`,
    );
    const first = await enter('auditor', 1440);
    await first.goto(`${doorstep.url}/audit/agreement`);
    const overall = first.getByRole('row').filter({ hasText: 'All types' });
    await expect(overall).toBeVisible();
    const pairs = Number.parseInt((await overall.getByRole('cell').last().textContent())!, 10);
    await first.goto(`${doorstep.url}/audit?credential=${waiting.id}`);
    await vote(first, 'a', /public register/);
    await expect(first.getByText(/Here is the next one/)).toBeAttached();

    // Who approved it is not asked again; another auditor is, and does not see that vote.
    const reaudit = await oneRow<{ id: string }>('select id from credential_reaudit where credential_id = $1', [
      waiting.id,
    ]);
    const second = await enter('auditor2', 1440);
    await second.goto(`${doorstep.url}/audit/reaudits?reaudit=${reaudit.id}`);
    await expect(second.getByText('Earlier votes are hidden until you have given yours')).toBeVisible();
    await vote(second, 'r', /The number is wrong/);
    await expect
      .poll(
        async () =>
          (await oneRow<{ decision: string }>('select decision from credential_reaudit where id = $1', [reaudit.id]))
            .decision,
      )
      .toBe('REJECT');

    await first.goto(`${doorstep.url}/audit/agreement`);
    await expect(overall.getByRole('cell').last()).toHaveText(new RegExp(`^${pairs + 1}\\b`));
    check(await listViolations(first)).toEqual([]);

    const operator = await enter('operator', 1440);
    await operator.goto(`${doorstep.url}/ops/credentials`);
    await operator.getByLabel('Only where a second look disagrees').check();
    await expect(operator.getByRole('row').filter({ hasText: 'A second look disagrees' })).not.toHaveCount(0);
    check(await listViolations(operator)).toEqual([]);
  });

  it('an operator changes what a type asks for, and the edit stays on record', async () => {
    const page = await enter('operator', 1440);
    await page.goto(`${doorstep.url}/ops/credential-types`);
    await page.getByRole('button', { name: 'Edit First aid' }).click();
    await page.getByLabel('Valid for months').fill('18');
    check(await listViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'FIRST_AID' });
    await expect(row).toContainText('18 months');
    await page.reload();
    await expect(row).toContainText('18 months');
    await page.getByRole('button', { name: 'Edit First aid' }).click();
    await page.getByText(/^\d+ edits?$/).click();
    await expect(row).toContainText('Sam Reid');
    await page.getByLabel('Valid for months').fill('-3');
    await page.getByRole('button', { name: 'Save' }).click();
    check(
      await page.getByLabel('Valid for months').evaluate((field: HTMLInputElement) => field.validity.rangeUnderflow),
    ).toBe(true);
    const { months } = await oneRow<{ months: number }>(
      `select validity_months as months from credential_type where code = 'FIRST_AID'`,
    );
    check(months).toBe(18);
  });

  it('anybody finds out at the door whether a credential holds, and nothing else', async () => {
    const { provider, holder, number } = await oneRow<{ provider: string; holder: string; number: string }>(
      `select c.provider_id as provider, p.display_name->>'en' as holder, c.number
       from credential c join provider p on p.id = c.provider_id join credential_type t on t.id = c.type_id
       where c.state = 'APPROVED' and t.public_badge and p.status = 'ACTIVE' and c.valid_until > now() limit 1`,
    );
    const page = await enter(null, 360);
    await page.goto(`${doorstep.url}/providers/${provider}`);
    await page.locator('a[href^="/verify/"]').first().click();
    await page.waitForURL(/\/verify\//);
    await expect(page.getByText('Valid today')).toBeVisible();
    await expect(page.getByText(holder).first()).toBeVisible();
    await expect(page.getByRole('img', { name: /Scan to check/ })).toBeVisible();
    check(await page.content()).not.toContain(number);
    check(await listViolations(page)).toEqual([]);
    await page.goto(`${doorstep.url}/verify/ABCD-EFGH-JKLM`);
    await expect(page.getByText('We do not know this code')).toBeVisible();
    check(problems).toEqual([]);
  });
});
