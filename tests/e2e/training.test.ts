import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { readPdfText } from '../support/pdf-text.ts';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

const CODE = 'TIDY_CUPBOARDS';
const DAY_MS = 86_400_000;

describe('a course from its first word to the work it opens', () => {
  let browser: Browser;
  let doorstep: RunningDoorstep;
  let database: pg.Client;

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
    database = new pg.Client({ connectionString: doorstep.databaseUrl });
    await database.connect();
  });

  afterAll(async () => {
    await browser.close();
    await database.end();
    await doorstep.close();
  });

  it('is written, published, failed, passed, and makes the service offered', async () => {
    const item = await requireCourse(database);
    check(await countDays(doorstep, item)).toBe(0);

    const operator = await signedIn('operator', 1440);
    await writeCourse(operator.page);
    await publishCourse(operator.page);

    const provider = await signedIn('provider', 360);
    const { page } = provider;
    await page.goto(`${doorstep.url}/pro/courses`);
    await page.getByRole('link', { name: /^Start.*Tidy cupboards/ }).click();
    await expect(page.getByText('Empty before you wipe.')).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have read this, go on' }).click();

    // by keyboard alone: both wrong
    await page.getByRole('button', { name: 'Start the quiz' }).press('Enter');
    await answer(page, 'No');
    await page.getByRole('button', { name: 'Hand in' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Not passed this time' })).toBeFocused();
    await expect(page.getByText('2 tries left today')).toBeVisible();
    await expect(page.getByText('Because of 1')).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    check(await countDays(doorstep, item)).toBe(0);

    await page.getByRole('button', { name: 'Start another quiz' }).press('Enter');
    await answer(page, 'Yes');
    check(await listViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hand in' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Passed', exact: true })).toBeFocused();

    const address = await page.getByRole('link', { name: 'Open the PDF' }).getAttribute('href');
    const pdf = await fetch(`${doorstep.url}${address}`);
    const text = readPdfText(Buffer.from(await pdf.arrayBuffer()));
    check(text).toContain('Lin Yue');
    check(text).toContain('Tidy cupboards');
    await page.getByRole('link', { name: 'Public page' }).click();
    await expect(page.getByText('Tidy cupboards').first()).toBeVisible();

    check(await countDays(doorstep, item)).toBeGreaterThan(0);
    check([...operator.problems, ...provider.problems]).toEqual([]);
  });

  async function signedIn(who: 'operator' | 'provider', width: number): Promise<{ page: Page; problems: string[] }> {
    const opened = await openPage(browser, { width, now: doorstep.clock.now() });
    keepPictureOnFailure(opened.page);
    await opened.page.goto(doorstep.url);
    await opened.page.evaluate(async (email) => {
      const query = `mutation { signIn(input: { email: "${email}", password: "doorstep-demo" }) { __typename } }`;
      await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
    }, `${who}@demo.doorstep`);
    return opened;
  }

  async function writeCourse(page: Page): Promise<void> {
    await page.goto(`${doorstep.url}/ops/courses`);
    await page.getByRole('button', { name: 'New course' }).click();
    await page.getByLabel('Name in English').fill('Tidy cupboards');
    await page.getByLabel('Name in Chinese').fill('整理橱柜');
    await page.getByLabel('Code').fill('tidy cupboards');
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.waitForURL(/\/ops\/courses\/.+/);
    await page.getByRole('button', { name: 'Add a lesson' }).click();
    await fillPair(page, 'Title', 'Order', '顺序');
    await fillPair(page, 'Words (Markdown)', HOSTILE.join('\n\n'), '先清空，**再**擦拭。');
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.locator('.markdown')).toBeVisible();
    check(await listStrangeParts(page)).toEqual([]);
    await fillPair(page, 'Words (Markdown)', 'Empty **before** you wipe.', '先清空，**再**擦拭。');
    await expect(page.locator('.markdown strong')).toHaveText('before');
    check(await listViolations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Name and rules' }).click();
    await fillPair(page, 'What it is about', 'Shelves and drawers.', '层板与抽屉。');
    await page.getByLabel('Questions in a quiz').fill('2');
    await page.getByLabel('Questions in a quiz').blur();

    await page.getByRole('button', { name: 'Question bank' }).click();
    for (const number of [1, 2]) {
      await page.getByRole('button', { name: 'Add a question' }).click();
      const question = page.getByRole('region', { name: `Question ${number}` });
      await fillPair(question, 'Question', `Is it ${number}?`, `是 ${number} 吗？`);
      await fillPair(question, 'Answer 1', `Yes ${number}`, `是 ${number}`);
      await fillPair(question, 'Answer 2', `No ${number}`, `否 ${number}`);
      await question.getByRole('radio', { name: new RegExp(`question ${number}, answer 1$`) }).check();
    }
    check(await listViolations(page)).toEqual([]);
  }

  /** What is missing is said first; nothing that was written is lost meanwhile. */
  async function publishCourse(page: Page): Promise<void> {
    await publish(page);
    await expect(page.getByRole('alert')).toContainText('Question 2: Write every text in both languages.');
    for (const number of [1, 2]) {
      const question = page.getByRole('region', { name: `Question ${number}` });
      await fillPair(question, 'Explanation', `Because of ${number}`, `因为 ${number}`);
    }
    await publish(page);
    await expect(page.getByRole('button', { name: 'Write a new version' })).toBeVisible();
    await page.getByRole('button', { name: 'History' }).click();
    await expect(page.getByText(/Published by Sam Reid/)).toBeVisible();
  }
});

/** What somebody could put into a lesson to do harm to whoever reads it. */
const HOSTILE = [
  '<script>window.harmed = true</script>',
  '<img src=x onerror="window.harmed = true">',
  '<iframe src="https://example.org"></iframe>',
  '<svg><a xlink:href="javascript:window.harmed = true">x</a></svg>',
  '<style>body { display: none }</style>',
  '[x](javascript:alert(1)) [x](data:text/html,x) [x](//example.org) [fine](https://example.org)',
  '<a href="https://example.org" onclick="window.harmed = true" style="position: fixed">fine</a>',
  '<form action="https://example.org"><input name="q"><button>x</button></form>',
];

/** Elements and attributes of the lesson that Markdown does not make, and harm that was done. */
async function listStrangeParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const elements = [...document.querySelectorAll('.markdown *')];
    const attributes = elements.flatMap((element) =>
      [...element.attributes].map(({ name, value }) => `${element.localName} ${name}=${value}`),
    );
    const allowed = ['p', 'a', 'strong', 'em'];
    return [
      ...elements.map(({ localName }) => localName).filter((name) => !allowed.includes(name)),
      ...attributes.filter((attribute) => attribute !== 'a href=https://example.org'),
      ...('harmed' in window ? ['harm'] : []),
    ];
  });
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

async function fillPair(
  within: Pick<Page, 'getByLabel'>,
  label: string,
  english: string,
  chinese: string,
): Promise<void> {
  await within.getByLabel(`${label}, English`, { exact: true }).fill(english);
  await within.getByLabel(`${label}, Chinese`, { exact: true }).fill(chinese);
}

/** Ticks `Yes 1` and `Yes 2`, or both noes, with the space bar. */
async function answer(page: Page, word: 'Yes' | 'No'): Promise<void> {
  await expect(page.getByRole('radio').first()).toBeFocused();
  for (const number of [1, 2]) await page.getByRole('radio', { name: `${word} ${number}` }).press('Space');
  await expect(page.getByText('2 of 2 answered')).toBeVisible();
}

interface RequiredItem {
  readonly itemId: string;
  readonly providerId: string;
}

/** From now on home cleaning in Hangzhou, which Lin Yue offers, asks for the course that is to be written. */
async function requireCourse(database: pg.Client): Promise<RequiredItem> {
  const { rows } = await database.query<RequiredItem>(
    `update service_item i set required_course_code = $1
     from region r, offering o, provider p
     where i.code = 'home-cleaning' and r.id = i.region_id and r.code = 'hangzhou' and o.item_id = i.id
       and p.id = o.provider_id and p.account_id is not null
     returning i.id as "itemId", p.id as "providerId"`,
    [CODE],
  );
  return rows[0]!;
}

/** On how many of the next ten days the provider could come for the item. */
async function countDays(doorstep: RunningDoorstep, { itemId, providerId }: RequiredItem): Promise<number> {
  const from = doorstep.clock.now().toISOString().slice(0, 10);
  const to = new Date(doorstep.clock.now().getTime() + 10 * DAY_MS).toISOString().slice(0, 10);
  const response = await fetch(`${doorstep.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `query ($input: AvailableSlotsInput!) { availableSlots(input: $input) { date slots { start } } }`,
      variables: {
        input: { providerId, items: [{ itemId, units: 3 }], place: { latitude: 30.27, longitude: 120.16 }, from, to },
      },
    }),
  });
  const { data } = (await response.json()) as { data: { availableSlots: { slots: object[] }[] } };
  return data.availableSlots.filter(({ slots }) => slots.length > 0).length;
}
