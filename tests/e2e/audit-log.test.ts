import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

describe('the audit log', () => {
  let browser: Browser;
  let doorstep: RunningDoorstep;

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
  });

  afterAll(async () => {
    await browser.close();
    await doorstep.close();
  });

  it('shows an operator who did what, proves it, and names the row that somebody changed', async () => {
    const { page, problems } = await openPage(browser, { width: 1440, now: doorstep.clock.now() });
    keepPictureOnFailure(page);
    await signIn(page, 'operator@demo.doorstep');
    await page.getByRole('link', { name: 'Audit log' }).click();
    const row = page.getByRole('row').filter({ hasText: 'Demo data loaded' });
    await expect(row).toContainText('The platform');

    await page.getByRole('button', { name: 'Verify' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Sound until' })).toContainText(
      'The head that is kept outside the database agrees.',
    );
    check(await listViolations(page)).toEqual([]);

    await page.getByLabel('What', { exact: true }).selectOption('Signed in');
    await expect(page).toHaveURL(/action=session\.opened/);
    await expect(row).toHaveCount(0);
    await page
      .getByRole('button', { name: /^Show only what .* did$/ })
      .first()
      .click();
    await expect(page).toHaveURL(/actor=[0-9a-f-]{36}/);
    await page.goBack();
    await page.goBack();
    await expect(row).toHaveCount(1);

    await tamper();
    await page.getByRole('button', { name: 'Verify' }).click();
    const verdict = page.getByRole('status').filter({ hasText: 'not sound' });
    await expect(verdict).toContainText('first bad row at link 1');
    await expect(verdict).toContainText('A row was changed after it had been written.');
    check(await listViolations(page)).toEqual([]);
    check(problems).toEqual([]);
  });

  it('is closed to an auditor', async () => {
    const { page } = await openPage(browser, { width: 360, now: doorstep.clock.now() });
    keepPictureOnFailure(page);
    await signIn(page, 'auditor@demo.doorstep');

    await page.goto(`${doorstep.url}/ops/audit`);

    await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not for this account');
    await expect(page.getByRole('table')).toHaveCount(0);
  });

  async function signIn(page: Page, email: string): Promise<void> {
    await page.goto(`${doorstep.url}/sign-in`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('doorstep-demo');
    await page.getByRole('button', { name: 'Sign in', exact: true }).last().click();
    await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  }

  /** As somebody does who owns the database. */
  async function tamper(): Promise<void> {
    const client = new pg.Client({ connectionString: doorstep.databaseUrl });
    await client.connect();
    await client.query('alter table audit_entry disable trigger all');
    await client.query(
      `update audit_entry set actor_kind = 'VISITOR' where id = (select entry_id from audit_link where seq = 1)`,
    );
    await client.end();
  }
});
