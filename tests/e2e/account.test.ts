import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

const FIRST = 'a quiet morning walk';
const SECOND = 'seven quiet green lamps';

describe.each([360, 1440])('an account from its first letter on, at %i px', (width) => {
  let browser: Browser;
  let doorstep: RunningDoorstep;
  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([
      openBrowser(),
      startDoorstep({ environment: { EMAIL_VERIFICATION: '1' } }),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await doorstep.close();
  });

  const linkIn = async (kind: string, email: string): Promise<string> => {
    let link: string | null = null;
    await expect.poll(async () => (link = await doorstep.findLink(kind, email)), { timeout: 20_000 }).not.toBeNull();
    return `${doorstep.url}${link as unknown as string}`;
  };
  const open = async (): Promise<{ page: Page; problems: string[] }> => {
    const opened = await openPage(browser, { width, now: doorstep.clock.now() });
    keepPictureOnFailure(opened.page);
    return opened;
  };
  const signIn = async (page: Page, email: string, password: string): Promise<void> => {
    await page.goto(`${doorstep.url}/sign-in`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).last().click();
  };

  it('sign up, prove the address, forget the password, set a new one, see devices, sign one out', async () => {
    const email = `nora-${width}@example.org`;
    const { page, problems } = await open();

    // signing up sends a link and says so
    await page.goto(`${doorstep.url}/sign-up?next=%2Fbookings`);
    await page.getByLabel('Your name').fill('Nora Newcomer');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(FIRST);
    await page.getByRole('button', { name: 'Create account' }).click();
    await expect(page.getByRole('heading', { name: 'Please look into your mail' })).toBeFocused();
    check(await listViolations(page)).toEqual([]);

    // the link, opened in another tab of this browser, completes the account and goes on where she was
    const tab = await page.context().newPage();
    await tab.goto(await linkIn('verify-email', email));
    await tab.waitForURL(/\/bookings$/);
    await tab.close();

    // the tab that waited has noticed
    await page.bringToFront();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForURL(/\/bookings$/);

    // another device asks for the password
    const other = await open();
    await signIn(other.page, email, FIRST);
    await other.page.waitForURL((url) => url.pathname === '/');

    // she signs out, has forgotten the password, and sets a new one
    await page.goto(`${doorstep.url}/account/security`);
    await expect(page.getByText(email).first()).toBeVisible();
    await page.evaluate(() =>
      fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'mutation { signOut }' }),
      }),
    );
    await page.goto(`${doorstep.url}/sign-in`);
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByLabel('E-mail').fill(email);
    await page.getByRole('button', { name: 'Send a link' }).click();
    await expect(page.getByRole('heading', { name: 'Please look into your mail' })).toBeVisible();
    await page.goto(await linkIn('reset-password', email));
    await expect.poll(() => new URL(page.url()).hash).toBe('');
    await page.getByLabel('New password').fill('short');
    await page.getByRole('button', { name: 'Set password' }).click();
    await expect(page.getByText('Use at least 10 characters.')).toBeVisible();
    await page.getByLabel('New password').fill(SECOND);
    await page.getByRole('button', { name: 'Set password' }).click();
    await expect(page.getByText('Your password is changed')).toBeVisible();
    check(await listViolations(page)).toEqual([]);

    // the other device is out; both sign in again, and one signs the other out
    await other.page.goto(`${doorstep.url}/account/security`);
    await other.page.waitForURL(/\/sign-in/);
    await signIn(other.page, email, SECOND);
    await other.page.waitForURL((url) => url.pathname === '/');
    await signIn(page, email, SECOND);
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto(`${doorstep.url}/account/security`);
    await expect(page.getByText('This device')).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    await page.getByRole('button', { name: /^Sign out Chrome/ }).click();
    await expect(page.getByRole('button', { name: /^Sign out Chrome/ })).toHaveCount(0);
    await other.page.goto(`${doorstep.url}/account/security`);
    await other.page.waitForURL(/\/sign-in/);

    check([...problems, ...other.problems]).toEqual([]);
  });

  it('on another device the link asks for the password that was chosen', async () => {
    const email = `otto-${width}@example.org`;
    const { page } = await open();
    await page.goto(`${doorstep.url}/sign-up`);
    await page.getByLabel('Your name').fill('Otto Other');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(FIRST);
    await page.getByRole('button', { name: 'Create account' }).click();
    const link = await linkIn('verify-email', email);

    const { page: phone } = await open();
    await phone.goto(link);
    await expect(phone.getByText('You opened the link on another device')).toBeVisible();
    check(await listViolations(phone)).toEqual([]);
    await phone.getByLabel('Password', { exact: true }).fill('not the password');
    await phone.getByRole('button', { name: 'Complete account' }).click();
    await expect(phone.getByText('not the password that the account was asked for with')).toBeVisible();
    await phone.getByLabel('Password', { exact: true }).fill(FIRST);
    await phone.getByRole('button', { name: 'Complete account' }).click();
    await phone.waitForURL((url) => url.pathname === '/');
    await phone.goto(link);
    await expect(phone.getByText('You are signed in')).toBeVisible();
  });

  it('an administrator finds an account, makes it an auditor, keeps it out and lets it in again', async () => {
    const { page, problems } = await open();
    await signIn(page, 'admin@demo.doorstep', 'doorstep-demo');
    await page.waitForURL(/\/ops\/admin/);
    await page.getByLabel('E-mail or name').fill('household@demo.doorstep');
    await page.getByLabel('E-mail or name').press('Enter');
    await expect(page.getByText('1 account', { exact: true })).toBeVisible();
    check(page.url()).not.toContain('household');
    await page.getByRole('rowheader').getByRole('link').click();
    await page.waitForURL(/\/ops\/admin\/[0-9a-f-]+$/);

    await page.getByRole('button', { name: 'Change roles' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Auditor').check();
    await dialog.getByLabel('Reason').fill('joins the auditors');
    check(await listViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Change roles' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole('listitem').filter({ hasText: 'Auditor' })).toBeVisible();

    await page.getByRole('button', { name: 'Keep out' }).click();
    await dialog.getByLabel('Reason').fill('asked for it');
    await dialog.getByRole('button', { name: 'Keep out' }).click();
    await expect(page.getByText(/Kept out since/)).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Let in again' }).click();
    await dialog.getByLabel('Reason').fill('asked for it again');
    await dialog.getByRole('button', { name: 'Let in again' }).click();
    await expect(page.getByText(/Kept out since/)).toHaveCount(0);

    check(problems).toEqual([]);
  });
});
