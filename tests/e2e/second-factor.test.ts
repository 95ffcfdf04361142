import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { totpCode } from '../support/second-factor-operations.ts';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { PASSWORD, buildPerson } from './support/people.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

describe('the second factor', () => {
  let browser: Browser;
  let doorstep: RunningDoorstep;

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
  });

  afterAll(async () => {
    await browser.close();
    await doorstep.close();
  });

  it('lets an operator outside the demo in: set up at the first sign-in, asked for at the next', async () => {
    const operator = await buildPerson(doorstep, { roles: [Role.OPERATOR], displayName: 'Rosa Lindqvist' });
    const { page, problems } = await openPage(browser, { width: 360, now: doorstep.clock.now() });
    keepPictureOnFailure(page);

    await giveFirstProof(page, operator.email);
    await expect(page.getByRole('heading', { name: 'Set up your second step' })).toBeVisible();
    const secret = (await page.locator('.setup__secret').innerText()).replaceAll(' ', '');
    check(secret).toMatch(/^[A-Z2-7]{32}$/);
    check(await listViolations(page)).toEqual([]);
    await page.getByLabel('Enter the code that the app shows').fill(code(secret));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await expect(page.getByRole('heading', { name: 'Your recovery codes' })).toBeFocused();
    const recoveryCodes = await page.locator('.kept__codes li').allInnerTexts();
    check(recoveryCodes).toHaveLength(10);
    check(await listViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have kept them, continue' }).click();
    await page.waitForURL('**/ops/bookings');
    await signOut(page);

    await giveFirstProof(page, operator.email);
    await expect(page.getByLabel('Code from your app')).toBeFocused();
    await page.getByLabel('Code from your app').fill('000000');
    await page.getByRole('button', { name: 'Sign in', exact: true }).last().click();
    await expect(page.getByText('4 tries left.')).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    doorstep.clock.moveTo(new Date(doorstep.clock.now().getTime() + 60_000));
    await page.getByLabel('Code from your app').fill(code(secret));
    await page.getByRole('button', { name: 'Sign in', exact: true }).last().click();
    await page.waitForURL('**/ops/bookings');
    await signOut(page);

    await giveFirstProof(page, operator.email);
    await page.getByRole('button', { name: 'Use a recovery code' }).click();
    await page.getByLabel('Recovery code').fill(recoveryCodes[0]!.toUpperCase());
    await page.getByRole('button', { name: 'Sign in', exact: true }).last().click();
    await page.waitForURL('**/ops/bookings');
    await page.goto(`${doorstep.url}/account/security`);
    await expect(page.getByText('9 codes left')).toBeVisible();
    check(problems).toEqual([]);
  });

  it('is switched on by a household, which proves again who it is first and loses nothing it typed', async () => {
    const household = await buildPerson(doorstep, { displayName: 'Ida Berg' });
    const { page, problems } = await openPage(browser, { width: 1440, now: doorstep.clock.now() });
    keepPictureOnFailure(page);
    await giveFirstProof(page, household.email);
    await page.waitForURL((url) => url.pathname === '/');
    await page.goto(`${doorstep.url}/account/security`);
    doorstep.clock.moveTo(new Date(doorstep.clock.now().getTime() + 11 * 60_000));

    await page.getByRole('button', { name: 'Set up an app' }).click();
    await page.getByLabel('Name').fill('Ida’s phone');
    await page.getByRole('button', { name: 'Continue' }).click();
    const dialog = page.getByRole('dialog', { name: 'Is it you?' });
    await expect(dialog.getByLabel('Your password')).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText('Prove that it is you')).toBeVisible();
    await expect(page.getByLabel('Name')).toHaveValue('Ida’s phone');

    await page.getByRole('button', { name: 'Continue' }).click();
    await dialog.getByLabel('Your password').fill('not the password');
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await expect(dialog.getByText('This password is not right.')).toBeVisible();
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await expect(dialog).toHaveCount(0);

    const secret = (await page.locator('.setup__secret').innerText()).replaceAll(' ', '');
    await page.getByLabel('Enter the code that the app shows').fill(code(secret));
    await page.getByRole('button', { name: 'Confirm' }).click();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: 'Ida’s phone' })).toBeVisible();
    await expect(page.getByText('10 codes left')).toBeVisible();
    check(await listViolations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Remove Ida’s phone' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByRole('button', { name: 'Set up an app' })).toBeVisible();
    check(problems).toEqual([]);
  });

  const code = (secret: string): string => totpCode(secret, doorstep.clock.now());

  async function giveFirstProof(page: Page, email: string): Promise<void> {
    await page.goto(`${doorstep.url}/sign-in`);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).last().click();
  }

  async function signOut(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await page.waitForURL((url) => !url.pathname.startsWith('/ops'));
  }
});
