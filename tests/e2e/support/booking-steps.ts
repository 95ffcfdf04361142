import { expect } from './expect.ts';
import type { Page } from '@playwright/test';

const HOUR_MS = 3_600_000;

/** From the search of the home page to the details of a visit of Lin Yue, at the last time of a free day. */
export async function chooseTime(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByText('Hangzhou', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Show free times' }).click();
  await page.waitForURL(/\/search/);
  await lookAWeekAhead(page);
  const row = page.getByRole('article').filter({ hasText: 'Lin Yue' });
  await row
    .getByRole('link', { name: /All times/ })
    .first()
    .click();
  await page.waitForURL(/\/providers\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Lin Yue');
  await page
    .getByRole('radio', { name: /\d\d:\d\d/ })
    .first()
    .waitFor();
  await page
    .getByRole('radio', { name: /\d\d:\d\d/ })
    .last()
    .click();
  await goToBooking(page);
}

/** Ten days instead of three, as by a link that somebody sent. */
async function lookAWeekAhead(page: Page): Promise<void> {
  await page.getByRole('article').first().waitFor();
  const url = new URL(page.url());
  const from = new Date(`${url.searchParams.get('from')}T00:00:00Z`);
  url.searchParams.set('to', new Date(from.getTime() + 9 * 24 * HOUR_MS).toISOString().slice(0, 10));
  await page.goto(url.toString());
}

/** On a phone the chosen time is confirmed by a bar at the bottom; on a desktop the choice itself leads on. */
async function goToBooking(page: Page): Promise<void> {
  const goOn = page
    .getByRole('button', { name: /^(Book|Continue)/ })
    .or(page.getByRole('link', { name: /^(Book|Continue)/ }));
  if (
    !page.url().includes('/book') &&
    (await goOn
      .first()
      .isVisible()
      .catch(() => false))
  )
    await goOn.first().click();
  await page.waitForURL(/\/book/);
}
