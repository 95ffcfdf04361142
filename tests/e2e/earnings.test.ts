import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { ask } from './support/ask-server.ts';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { signInAs } from './support/people.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

let browser: Browser;
let doorstep: RunningDoorstep;
beforeAll(async () => {
  [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
});
afterAll(async () => {
  await browser.close();
  await doorstep.close();
});

const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('what a visit brought', () => {
  it('is shown to its provider part by part, on a phone, and by the keyboard', async () => {
    const { page, problems } = await openPage(browser, { width: 360, now: doorstep.clock.now() });
    keepPictureOnFailure(page);
    await signInAs(page, doorstep.url, 'provider@demo.doorstep', 'doorstep-demo');
    await page.goto(`${doorstep.url}/pro/earnings`, { waitUntil: 'networkidle' });

    await expect(page.getByRole('heading', { level: 1, name: 'Earnings' })).toBeVisible();
    await expect(page.getByText('Earned today')).toBeVisible();
    const first = page.locator('details').first();
    await first.locator('summary').focus();
    await page.keyboard.press('Enter');

    await expect(first.getByText(/Commission of Doorstep, 1[05]%/)).toBeVisible();
    const amounts = (await first.locator('dd').allTextContents()).map((text) =>
      Number(text.replaceAll(/[^\d.−]/g, '').replace('−', '-')),
    );
    const total = amounts.at(-1)!;
    check(amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBeCloseTo(total, 2);
    check(await overflowOf(page)).toBeLessThanOrEqual(0);
    check(await listViolations(page)).toEqual([]);
    check(problems).toEqual([]);
  });

  it('is found in the ledger by an operator who comes from the booking', async () => {
    const { page, problems } = await openPage(browser, { width: 1440, now: doorstep.clock.now() });
    keepPictureOnFailure(page);
    await signInAs(page, doorstep.url, 'operator@demo.doorstep', 'doorstep-demo');
    const { ledger } = await ask<{ ledger: { edges: { node: { booking: { id: string; reference: string } } }[] } }>(
      page,
      '{ ledger(first: 1) { edges { node { booking { id reference } } } } }',
    );
    const { id, reference } = ledger.edges[0]!.node.booking;
    await page.goto(`${doorstep.url}/ops/bookings/${id}`);
    await page.getByRole('link', { name: 'In the ledger' }).click();

    await expect(page.getByRole('heading', { level: 1, name: 'Ledger' })).toBeVisible();
    await expect(page.getByText('What stands on each account')).toBeVisible();
    await expect(page.getByRole('row')).toHaveCount(2);
    await expect(page.getByRole('row').nth(1)).toContainText(reference);
    check(await overflowOf(page)).toBeLessThanOrEqual(0);
    check(await listViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show all transactions' }).click();
    await expect(page.getByRole('row')).toHaveCount(31);
    check(problems).toEqual([]);
  });
});
