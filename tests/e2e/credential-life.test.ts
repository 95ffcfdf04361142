import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { addDays } from '../../api/kernel/local-date.ts';
import { localDateAt } from '../../api/kernel/zoned-time.ts';
import { photoWithMetadata } from '../support/sample-files.ts';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

type Person = 'provider' | 'auditor' | 'auditor2' | 'household';

const ZONE = 'Asia/Shanghai';

describe.each([360, 1440])('the life of a credential at %i px', (width) => {
  let browser: Browser;
  let doorstep: RunningDoorstep;
  let database: pg.Client;
  let providerId: string;
  const problems: string[] = [];

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
    database = new pg.Client({ connectionString: doorstep.databaseUrl });
    await database.connect();
    const { rows } = await database.query<{ id: string }>(
      `select p.id from provider p join account a on a.id = p.account_id where a.display_name = 'Lin Yue' and a.is_demo`,
    );
    providerId = rows[0]!.id;
    // What is drawn for a second look hides its first votes, and the draw is random.
    await database.query(
      `insert into reaudit_seed (id, period, seed, share, created_at)
       values (gen_random_uuid(), to_char($1::timestamptz at time zone 'UTC', 'YYYY-MM'), $2, 0, $1)
       on conflict (period) do update set share = 0`,
      [doorstep.clock.now(), '0'.repeat(64)],
    );
  });

  afterAll(async () => {
    await database.end();
    await browser.close();
    await doorstep.close();
  });

  async function enter(person: Person): Promise<Page> {
    const opened = await openPage(browser, { width, now: doorstep.clock.now() });
    opened.page.on('pageerror', (error) => problems.push(error.message));
    keepPictureOnFailure(opened.page);
    await opened.page.goto(doorstep.url);
    await opened.page.evaluate(async (email) => {
      await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: `mutation { signIn(input: { email: "${email}", password: "doorstep-demo" }) { __typename } }`,
        }),
      });
    }, `${person}@demo.doorstep`);
    return opened.page;
  }

  /** Days of the next two weeks on which the provider can be booked for a home cleaning. */
  async function bookableDays(page: Page): Promise<string[]> {
    const today = localDateAt(doorstep.clock.now(), ZONE);
    const { rows } = await database.query<{ id: string; units: number | null }>(
      `select i.id, (i.units->>'min')::int as units from offering o join service_item i on i.id = o.item_id
       where o.provider_id = $1 and o.enabled and 'BACKGROUND_CHECK' = any(i.required_credential_codes)
         and 'AT_HOME' = any(i.venues) order by i.position limit 1`,
      [providerId],
    );
    const { rows: homes } = await database.query<{ latitude: number; longitude: number }>(
      'select latitude, longitude from provider where id = $1',
      [providerId],
    );
    return page.evaluate(
      async (input) => {
        const response = await fetch('/graphql', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            query: 'query ($input: AvailableSlotsInput!) { availableSlots(input: $input) { date slots { start } } }',
            variables: { input },
          }),
        });
        const { data } = (await response.json()) as {
          data: { availableSlots: { date: string; slots: object[] }[] };
        };
        return data.availableSlots.filter(({ slots }) => slots.length > 0).map(({ date }) => date);
      },
      {
        providerId,
        items: [{ itemId: rows[0]!.id, units: rows[0]!.units }],
        place: homes[0]!,
        from: today,
        to: addDays(today, 13),
      },
    );
  }

  /** Claims and decides with the keyboard, as on a desk. */
  async function decide(page: Page, credentialId: string, key: 'a' | 'r', reason: RegExp): Promise<void> {
    await page.goto(`${doorstep.url}/audit?credential=${credentialId}`);
    await expect(page.getByRole('button', { name: /Claim to decide/ })).toBeVisible();
    await page.keyboard.press('c');
    await expect(page.getByText(/Claimed by you for/)).toBeVisible();
    await page.keyboard.press(key);
    await page.getByRole('radio', { name: reason }).check();
    await page.getByRole('button', { name: key === 'a' ? 'Approve' : 'Reject', exact: true }).click();
    await expect(page.getByText(/Here is the next one/)).toBeAttached();
  }

  it('refused with what to do, corrected, handed in again and approved', async () => {
    const provider = await enter('provider');
    await provider.goto(`${doorstep.url}/pro/credentials`);
    await provider.getByRole('button', { name: 'Add a credential' }).click();
    await provider.getByRole('button', { name: /Cosmetology licence/ }).click();
    await provider
      .locator('input[type="file"]')
      .setInputFiles({ name: 'front.jpg', mimeType: 'image/jpeg', buffer: await photoWithMetadata(640, 480) });
    await expect(provider.getByRole('link', { name: /front\.jpg/ })).toBeVisible();
    await provider.getByLabel('Number on the document').fill('COS-1');
    await provider.getByLabel('Issued by').fill('Hangzhou Vocational Skills Centre');
    await provider.getByLabel('Day of issue').fill('2026-12-12');
    await provider.getByRole('button', { name: 'Hand in' }).click();
    await expect(provider.getByRole('heading', { name: 'Being checked' })).toBeVisible();
    const { rows } = await database.query<{ id: string }>(
      `select c.id from credential c join credential_type t on t.id = c.type_id
       where c.provider_id = $1 and t.code = 'COSMETOLOGY_LICENCE' order by c.created_at desc limit 1`,
      [providerId],
    );
    const { id } = rows[0]!;

    const auditor = await enter('auditor');
    await auditor.goto(`${doorstep.url}/audit?credential=${id}`);
    await expect(auditor.getByRole('img', { name: /The document/ })).toBeVisible();
    check(await listViolations(auditor)).toEqual([]);
    await decide(auditor, id, 'r', /The number is wrong/);

    await provider.reload();
    await expect(provider.getByText('The number is wrong: hand it in again')).toBeVisible();
    await provider.getByRole('button', { name: 'Correct and hand in again' }).first().click();
    await provider.getByLabel('Number on the document').fill('COS-2027-119');
    await provider.getByRole('button', { name: 'Hand in' }).click();
    await expect(provider.getByRole('heading', { name: 'Being checked' })).toBeVisible();

    await decide(auditor, id, 'a', /All fields match/);
    await provider.reload();
    await expect(provider.getByRole('button', { name: 'Show proof' }).first()).toBeVisible();
    check((await database.query<{ state: string }>('select state from credential where id = $1', [id])).rows).toEqual([
      { state: 'APPROVED' },
    ]);
  });

  it('of high risk needs two auditors, blind to each other, and then opens the diary', async () => {
    const { rows } = await database.query<{ id: string }>(
      `update credential c set state = 'SUBMITTED', round = 2, submitted_at = $2, due_at = $3 from credential_type t
       where t.id = c.type_id and t.code = 'BACKGROUND_CHECK' and c.provider_id = $1 and c.state = 'APPROVED' returning c.id`,
      [providerId, doorstep.clock.now(), new Date(doorstep.clock.now().getTime() + 48 * 3_600_000)],
    );
    const { id } = rows[0]!;
    const household = await enter('household');
    check(await bookableDays(household)).toEqual([]);

    await decide(await enter('auditor'), id, 'a', /public register/);
    check(await bookableDays(household)).toEqual([]);

    const second = await enter('auditor2');
    await second.goto(`${doorstep.url}/audit?credential=${id}`);
    await expect(second.getByText(/Second vote\. A first one is in/)).toBeVisible();
    await expect(second.getByText(/Grace Turner, (?:today|\d)/)).toHaveCount(0);
    check(await listViolations(second)).toEqual([]);
    await decide(second, id, 'a', /All fields match/);

    check((await bookableDays(household)).length).toBeGreaterThan(3);
  });

  it('ends: what lies beyond its last day is not offered, and from then on it is over', async () => {
    const household = await enter('household');
    const today = localDateAt(doorstep.clock.now(), ZONE);
    const last = addDays(today, 4);
    check((await bookableDays(household)).some((day) => day > last)).toBe(true);

    const { rows } = await database.query<{ id: string }>(
      `update credential c set valid_until = $2 from credential_type t
       where t.id = c.type_id and t.code = 'BACKGROUND_CHECK' and c.provider_id = $1 and c.state = 'APPROVED' returning c.id`,
      [providerId, last],
    );
    const days = await bookableDays(household);
    check(days.length).toBeGreaterThan(0);
    check(days.filter((day) => day > last)).toEqual([]);

    doorstep.clock.moveTo(new Date(doorstep.clock.now().getTime() + 6 * 86_400_000));
    await doorstep.worker.scheduleDaily();
    await expect
      .poll(
        async () =>
          (await database.query<{ state: string }>('select state from credential where id = $1', [rows[0]!.id]))
            .rows[0]!.state,
        { timeout: 20_000 },
      )
      .toBe('EXPIRED');
    const provider = await enter('provider');
    await provider.goto(`${doorstep.url}/pro/credentials`);
    await expect(provider.getByText(/^Ended on/).first()).toBeVisible();
    check(problems).toEqual([]);
  });
});
