import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect as check, it } from 'vitest';
import { unpack } from '../support/privacy-operations.ts';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

const PASSWORD = 'three unrelated words';

describe.each([360, 1440])('the privacy page at %i px', (width) => {
  let browser: Browser;
  let doorstep: RunningDoorstep;
  const problems: string[] = [];

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
  });
  afterAll(async () => {
    await browser.close();
    await doorstep.close();
  });

  async function open(): Promise<Page> {
    const opened = await openPage(browser, { width, now: doorstep.clock.now() });
    opened.page.on('pageerror', (error) => problems.push(error.message));
    keepPictureOnFailure(opened.page);
    await opened.page.goto(doorstep.url);
    return opened.page;
  }

  /** Sends one operation with the cookie of the page. */
  async function send(page: Page, query: string): Promise<void> {
    await page.evaluate(async (text) => {
      await fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: text }),
      });
    }, query);
  }

  async function isSound(page: Page): Promise<void> {
    check(await listViolations(page)).toEqual([]);
    check(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }

  it('makes a copy of one’s data with progress, and gives it to be saved', async () => {
    const page = await open();
    await send(
      page,
      'mutation { signIn(input: { email: "household@demo.doorstep", password: "doorstep-demo" }) { __typename } }',
    );
    await page.goto(`${doorstep.url}/account/privacy`);
    await expect(page.getByText('You have not asked for a copy yet.')).toBeVisible();
    await page.getByRole('button', { name: 'Make a copy' }).click();
    const link = page.getByRole('link', { name: /^Download/ });
    await page.clock.fastForward(3_000);
    await expect(async () => {
      await page.clock.fastForward(2_000);
      check(await link.count()).toBe(1);
    }).toPass({ timeout: 20_000 });
    await isSound(page);

    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const { data } = unpack(await readFile(await download.path()));

    check(download.suggestedFilename()).toMatch(/^doorstep-\d{4}-\d\d-\d\d-1\.zip$/);
    check(data).toMatchObject({ account: [{ email: 'household@demo.doorstep', displayName: 'Mei Chen' }] });
    check((data['bookings'] as object[]).length).toBeGreaterThan(3);
    await page.context().close();
  });

  it('says what stands in the way of leaving, and records consents with their history', async () => {
    const page = await open();
    await send(
      page,
      'mutation { signIn(input: { email: "household@demo.doorstep", password: "doorstep-demo" }) { __typename } }',
    );
    await page.goto(`${doorstep.url}/account/privacy`);
    await expect(page.getByText('You have visits ahead or under way.', { exact: false })).toBeVisible();
    check(await page.getByRole('button', { name: 'Erase my account …' }).count()).toBe(0);

    const marketing = page.getByRole('article', { name: 'News and offers' });
    const before = await marketing.getByRole('button').textContent();
    await marketing.getByRole('button').click();
    await expect(marketing.getByRole('button')).not.toHaveText(before ?? '');
    await marketing.getByText('Words and history').click();
    await expect(marketing.getByRole('listitem').first()).toBeVisible();
    await isSound(page);
    await page.context().close();
  });

  it('erases an account after its name and password, and lets it be kept within the week', async () => {
    const page = await open();
    const email = `leaving-${width}@example.org`;
    await send(
      page,
      `mutation { signUp(input: { email: "${email}", password: "${PASSWORD}", displayName: "Nia Okafor", locale: "en" }) { __typename } }`,
    );
    await page.goto(`${doorstep.url}/account/privacy`);
    await page.getByRole('button', { name: 'Erase my account …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Type “Nia Okafor” to confirm').fill('Nia');
    await dialog.getByLabel('Your password').fill('wrong password');
    await dialog.getByRole('button', { name: 'Erase my account' }).click();
    await expect(dialog.getByText('Type the name exactly as it stands above.')).toBeVisible();
    await dialog.getByLabel('Type “Nia Okafor” to confirm').fill('Nia Okafor');
    await dialog.getByRole('button', { name: 'Erase my account' }).click();
    await expect(dialog.getByText('This is not your password.')).toBeVisible();
    await isSound(page);
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Erase my account' }).click();
    await expect(page).toHaveURL(`${doorstep.url}/`);

    await send(page, `mutation { signIn(input: { email: "${email}", password: "${PASSWORD}" }) { __typename } }`);
    await page.goto(`${doorstep.url}/bookings`);
    const notice = page.getByRole('region', { name: 'Your account is about to be erased' });
    await expect(notice).toBeVisible();
    await isSound(page);
    await notice.getByRole('button', { name: 'Keep my account' }).click();
    await expect(notice).toHaveCount(0);
    await page.context().close();
  });

  it('throws no error', () => {
    check(problems).toEqual([]);
  });
});
