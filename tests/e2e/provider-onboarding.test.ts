import { ask } from './support/ask-server.ts';
import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { addDays } from '../../api/kernel/local-date.ts';
import { localDateAt } from '../../api/kernel/zoned-time.ts';
import type { Question } from '../../api/modules/training/index.ts';
import { photoWithMetadata } from '../support/sample-files.ts';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

const NAME = 'Nora Quinn';
const SERVICE = 'Oven and hood cleaning';
const ZONE = 'Europe/London';

describe('somebody with an account', () => {
  let browser: Browser;
  let doorstep: RunningDoorstep;
  let database: pg.Client;
  const problems: string[] = [];

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
    database = new pg.Client({ connectionString: doorstep.databaseUrl });
    await database.connect();
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

  async function open(width: number): Promise<Page> {
    const { page } = await openPage(browser, { width, now: doorstep.clock.now() });
    page.on('pageerror', (error) => problems.push(error.message));
    keepPictureOnFailure(page);
    await page.goto(doorstep.url);
    return page;
  }

  async function enter(email: string, width: number): Promise<Page> {
    const page = await open(width);
    await ask(page, `mutation { signIn(input: { email: "${email}", password: "doorstep-demo" }) { __typename } }`);
    return page;
  }

  async function handIn(page: Page, type: RegExp, number: string): Promise<string> {
    await page.goto(`${doorstep.url}/pro/credentials`);
    await page.getByRole('button', { name: 'Add a credential' }).first().click();
    await page.getByRole('button', { name: type }).click();
    await expect(page.locator('input[type="file"]').first()).toBeAttached();
    const inputs = await page.locator('input[type="file"]').count();
    for (let index = 0; index < inputs; index += 1) {
      const name = `page-${number}-${index}.jpg`;
      await page
        .locator('input[type="file"]')
        .nth(index)
        .setInputFiles({ name, mimeType: 'image/jpeg', buffer: await photoWithMetadata(640, 480) });
      await expect(page.getByRole('link', { name: new RegExp(name) })).toBeVisible();
    }
    await page.getByLabel('Number on the document').fill(number);
    await page.getByLabel('Issued by').fill('City of London');
    await page.getByLabel('Day of issue').fill(addDays(localDateAt(doorstep.clock.now(), ZONE), -40));
    await page.getByRole('button', { name: 'Hand in' }).click();
    await expect(page.getByRole('heading', { name: 'Being checked' })).toBeVisible();
    const { rows } = await database.query<{ id: string }>(
      `select c.id from credential c join provider p on p.id = c.provider_id
       where p.display_name->>'en' = $1 order by c.created_at desc limit 1`,
      [NAME],
    );
    return rows[0]!.id;
  }

  async function approve(page: Page, credentialId: string): Promise<void> {
    await page.goto(`${doorstep.url}/audit?credential=${credentialId}`);
    await expect(page.getByRole('button', { name: /Claim to decide/ })).toBeVisible();
    await page.keyboard.press('c');
    await expect(page.getByText(/Claimed by you for/)).toBeVisible();
    await page.keyboard.press('a');
    await page.getByRole('radio', { name: /public register/ }).check();
    await page.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(page.getByText(/Here is the next one/)).toBeAttached();
  }

  async function passCourse(page: Page): Promise<void> {
    const { rows } = await database.query<{ name: string; questions: Question[] }>(
      `select c.name->>'en' as name, v.questions from course_version v join course c on c.id = v.course_id
       where c.code = 'SAFE_CLEANING' and v.state = 'PUBLISHED'`,
    );
    await page.goto(`${doorstep.url}/pro/courses`);
    await page.getByRole('link', { name: new RegExp(`^Start ?: ${rows[0]!.name}$`) }).click();
    const onwards = page.getByRole('button', { name: 'I have read this, go on' });
    const quiz = page.getByRole('button', { name: 'Start the quiz' });
    for (;;) {
      await expect(onwards.or(quiz).first()).toBeVisible();
      if (await quiz.isVisible()) break;
      const title = (await page.locator('#lesson-title').textContent())!;
      await onwards.click();
      await expect(page.locator('#lesson-title').filter({ hasText: title })).toHaveCount(0);
    }
    await quiz.click();
    await expect(page.getByRole('group').first()).toBeVisible();
    for (const { prompt, options } of rows[0]!.questions) {
      const question = page.getByRole('group').filter({ hasText: prompt.en });
      if ((await question.count()) === 0) continue;
      for (const { text, correct } of options) if (correct) await question.getByLabel(text.en, { exact: true }).check();
    }
    await page.getByRole('button', { name: 'Hand in' }).click();
    await expect(page.getByRole('heading', { name: 'Passed', exact: true })).toBeVisible();
  }

  /** Days of the next two weeks on which anybody may book the service with them. */
  async function bookableDays(page: Page): Promise<string[]> {
    const { rows } = await database.query<{ provider: string; item: string; latitude: number; longitude: number }>(
      `select p.id as provider, i.id as item, p.latitude, p.longitude from provider p
         join service_item i on i.region_id = p.region_id and i.code = 'oven-and-hood-cleaning'
       where p.display_name->>'en' = $1`,
      [NAME],
    );
    const { provider, item, latitude, longitude } = rows[0]!;
    const today = localDateAt(doorstep.clock.now(), ZONE);
    // Of an applicant nobody is told anything, so there is no data at all.
    const answer = await ask<{ availableSlots: { date: string; slots: object[] }[] } | null>(
      page,
      'query ($input: AvailableSlotsInput!) { availableSlots(input: $input) { date slots { start } } }',
      {
        input: {
          providerId: provider,
          items: [{ itemId: item }],
          place: { latitude, longitude },
          from: today,
          to: addDays(today, 13),
        },
      },
    );
    return (answer?.availableSlots ?? []).filter(({ slots }) => slots.length > 0).map(({ date }) => date);
  }

  it('applies, does what the checklist asks for, is approved, found and booked', async () => {
    const applicant = await open(360);
    await ask(
      applicant,
      `mutation { signUp(input: { email: "nora@example.org", password: "four quiet brown doors", displayName: "${NAME}", locale: "en" }) { __typename } }`,
    );
    await applicant.goto(doorstep.url);
    await applicant.getByRole('link', { name: 'Become a provider' }).click();
    await expect(applicant.getByRole('heading', { level: 1, name: 'Work with Doorstep' })).toBeVisible();
    await applicant.getByRole('button', { name: 'Start the application' }).click();
    await expect(applicant.getByLabel('Where do you want to work?')).toBeFocused();
    check(await listViolations(applicant)).toEqual([]);
    await applicant.getByLabel('Where do you want to work?').selectOption({ label: 'London' });
    await applicant.getByLabel('What do you do best?').fill('Ovens like new, without harsh smells');
    await applicant.getByRole('button', { name: 'Start the application' }).click();
    await expect(applicant.getByText('2 of 7 steps done')).toBeVisible();
    check(await listViolations(applicant)).toEqual([]);

    // résumé
    await applicant.getByRole('link', { name: 'Write it' }).click();
    await applicant.getByLabel('About you, English').fill('Short.');
    await applicant.getByLabel('English', { exact: true }).check();
    await applicant.getByRole('button', { name: 'Save the résumé' }).click();
    await expect(applicant.getByText(/Tell a little more/).first()).toBeVisible();
    await applicant.getByLabel('About you, English').fill('Six years in hotel kitchens, now in yours.');
    await applicant.getByRole('button', { name: 'Save the résumé' }).click();
    await expect(applicant.getByText('Saved.')).toBeAttached();

    // services and area
    await applicant.getByRole('checkbox', { name: new RegExp(`^${SERVICE}`) }).check();
    await applicant.getByLabel(`Your price for ${SERVICE}, in GBP`).fill('1');
    await applicant.getByRole('button', { name: 'Save services and prices' }).click();
    await expect(applicant.getByText(/^Between £/)).toBeVisible();
    const band = await database.query<{ price_amount: number }>(
      `select i.price_amount from service_item i join region r on r.id = i.region_id where i.code = 'oven-and-hood-cleaning' and r.code = 'london'`,
    );
    await applicant.getByLabel(`Your price for ${SERVICE}, in GBP`).fill(String(band.rows[0]!.price_amount / 100));
    await applicant.getByRole('button', { name: 'Save services and prices' }).click();
    await expect(applicant.getByText(/^Between £/)).toHaveCount(0);
    await applicant.getByLabel('You start from').selectOption({ label: 'Islington' });
    await applicant.getByRole('button', { name: 'Save the area' }).click();
    await expect(applicant.getByText('Saved.')).toBeAttached();
    check(await listViolations(applicant)).toEqual([]);

    // hours
    await ask(
      applicant,
      `mutation { setWorkingHours(input: { spans: [${[1, 2, 3, 4, 5].map((day) => `{ weekday: ${day}, start: "09:00", end: "17:00" }`).join(', ')}] }) { __typename } }`,
    );

    // payout
    await applicant.goto(`${doorstep.url}/pro/payout`);
    await applicant.getByLabel('Name of the holder').fill(NAME);
    await applicant.getByLabel('IBAN', { exact: true }).fill('GB29 NWBK 6016 1331 9268 18');
    await applicant.getByRole('button', { name: 'Save' }).click();
    await expect(applicant.getByText(/The check digits do not fit/)).toBeVisible();
    await applicant.getByLabel('IBAN', { exact: true }).fill('GB29 NWBK 6016 1331 9268 19');
    await applicant.getByRole('button', { name: 'Save' }).click();
    await expect(applicant.getByText(/···· 6819/)).toBeVisible();
    check(await listViolations(applicant)).toEqual([]);

    // credentials, each of high risk: two auditors, one after the other
    const papers = [
      await handIn(applicant, /^Identity/, '000123456'),
      await handIn(applicant, /^Background check/, 'DBS 001234567890'),
    ];
    await applicant.goto(`${doorstep.url}/pro/onboarding`);
    await expect(applicant.getByText(/Background check: being checked/)).toBeVisible();
    for (const email of ['auditor@demo.doorstep', 'auditor2@demo.doorstep']) {
      const auditor = await enter(email, 1440);
      for (const id of papers) await approve(auditor, id);
    }

    // course
    await applicant.goto(`${doorstep.url}/pro/onboarding`);
    await expect(applicant.getByText('5 of 7 steps done')).toBeVisible();
    await passCourse(applicant);

    // approval
    await applicant.goto(`${doorstep.url}/pro/onboarding`);
    await expect(applicant.getByText('6 of 7 steps done')).toBeVisible();
    await applicant.getByRole('button', { name: 'Hand in the application' }).click();
    await expect(applicant.getByText('An operator looks at your application.')).toBeVisible();
    const visitor = await open(1440);
    check(await bookableDays(visitor)).toEqual([]);

    const operator = await enter('operator@demo.doorstep', 1440);
    await operator.goto(`${doorstep.url}/ops/providers?waiting=1`);
    await operator.getByRole('link', { name: NAME }).click();
    await expect(operator.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
    check(await listViolations(operator)).toEqual([]);
    await operator.getByRole('button', { name: 'Approve' }).click();
    await operator.getByRole('radio', { name: 'Everything is in order' }).check();
    check(await listViolations(operator)).toEqual([]);
    await operator.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await expect(operator.getByText('Active', { exact: true })).toBeVisible();

    // found and bookable, and told
    check((await bookableDays(visitor)).length).toBeGreaterThan(3);
    const { rows } = await database.query<{ id: string }>(`select id from provider where display_name->>'en' = $1`, [
      NAME,
    ]);
    await visitor.goto(`${doorstep.url}/providers/${rows[0]!.id}`);
    await expect(visitor.getByRole('heading', { level: 1, name: NAME })).toBeVisible();
    await expect(visitor.getByText(SERVICE).first()).toBeVisible();
    await expect
      .poll(
        async () =>
          (
            await database.query<{ count: number }>(
              `select count(*)::int as count from delivery d join provider p on p.account_id = d.account_id
               where d.kind = 'provider-decided' and p.id = $1`,
              [rows[0]!.id],
            )
          ).rows[0]!.count,
        { timeout: 20_000 },
      )
      .toBe(1);

    // suspended: no longer bookable, and can say why that is wrong
    await operator.getByRole('button', { name: 'Suspend' }).click();
    await operator.getByRole('radio', { name: 'A concern for safety is being looked into' }).check();
    await operator.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click();
    await expect(operator.getByText('Suspended', { exact: true }).first()).toBeVisible();
    check(await bookableDays(visitor)).toEqual([]);
    await applicant.goto(`${doorstep.url}/pro/profile`);
    await applicant.getByLabel('Why should the suspension be lifted?').fill('The report is about somebody else.');
    await applicant.getByRole('button', { name: 'Send the appeal' }).click();
    await expect(applicant.getByText(/Your appeal is with an operator/)).toBeVisible();
    await operator.reload();
    await expect(operator.getByRole('region', { name: 'The appeal' })).toContainText('about somebody else');
    await operator.getByRole('button', { name: 'Lift the suspension' }).click();
    await operator.getByRole('radio', { name: 'The appeal is granted' }).check();
    await operator.getByRole('dialog').getByRole('button', { name: 'Lift the suspension' }).click();
    await expect(operator.getByText('Active', { exact: true })).toBeVisible();
    check((await bookableDays(visitor)).length).toBeGreaterThan(3);
    check(problems).toEqual([]);
  });
});
