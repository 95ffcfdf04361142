import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { keepPictureOnFailure, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

describe('two auditors at their desks', () => {
  let browser: Browser;
  let doorstep: RunningDoorstep;

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
  });

  afterAll(async () => {
    await browser.close();
    await doorstep.close();
  });

  it('one sees at once what the other claims, and the home page fetches no socket', async () => {
    const first = await desk('auditor@demo.doorstep');
    const second = await desk('auditor2@demo.doorstep');
    const taken = second.page.locator('[data-credential]').filter({ hasText: 'with another auditor' });
    const before = await taken.count();
    const free = first.page.locator('[data-credential]').filter({ hasNotText: /with another auditor|claimed by you/ });
    const id = await free.first().getAttribute('data-credential');
    await first.page.goto(`${doorstep.url}/audit?credential=${id}`);

    await first.page.getByRole('button', { name: 'Claim to decide' }).click();
    await expect(first.page.locator(`[data-credential="${id}"]`)).toContainText('claimed by you');

    // The desk looks for itself once a minute only.
    await expect(second.page.locator(`[data-credential="${id}"]`)).toContainText('with another auditor', {
      timeout: 5_000,
    });
    check(await taken.count()).toBe(before + 1);
    check([...first.problems, ...second.problems]).toEqual([]);

    const visitor = await openPage(browser, { width: 1440, now: doorstep.clock.now() });
    let sockets = 0;
    visitor.page.on('websocket', () => (sockets += 1));
    await visitor.page.goto(doorstep.url);
    await visitor.page.getByRole('button', { name: 'Show free times' }).waitFor();
    check(sockets).toBe(0);
  });

  async function desk(email: string): Promise<{ page: Page; problems: string[] }> {
    const opened = await openPage(browser, { width: 1440, now: doorstep.clock.now() });
    const { page } = opened;
    keepPictureOnFailure(page);
    await page.goto(`${doorstep.url}/sign-in`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('doorstep-demo');
    await page.getByRole('button', { name: 'Sign in', exact: true }).last().click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
    const socket = page.waitForEvent('websocket');
    await page.goto(`${doorstep.url}/audit`);
    await page.locator('[data-credential]').first().waitFor();
    await socket;
    return opened;
  }
});
