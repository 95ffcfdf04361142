import type { Browser, CDPSession, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { PASSWORD, buildPerson } from './support/people.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

/** A device with a lock that its owner opens at once, as Chromium imitates it. */
async function addAuthenticator(page: Page): Promise<{ session: CDPSession; authenticatorId: string }> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, authenticatorId };
}

describe('passkeys', () => {
  let browser: Browser;
  let doorstep: RunningDoorstep;

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep({ named: true })]);
  });

  afterAll(async () => {
    await browser.close();
    await doorstep.close();
  });

  it('are added, named, used to sign in and to prove again who it is, and removed', async () => {
    const person = await buildPerson(doorstep, { displayName: 'Ida Berg' });
    const { page, problems } = await openPage(browser, { width: 360, now: doorstep.clock.now() });
    keepPictureOnFailure(page);
    await page.goto(`${doorstep.url}/sign-in`);
    await page.getByLabel('E-mail').fill(person.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).last().click();
    await page.waitForURL((url) => url.pathname === '/');
    const { session, authenticatorId } = await addAuthenticator(page);

    await page.goto(`${doorstep.url}/account/security`);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByLabel('Name').fill('Ida’s laptop');
    await page.getByRole('button', { name: 'Continue' }).click();
    const row = page.getByRole('listitem').filter({ hasText: 'Ida’s laptop' });
    await expect(row).toContainText('Not used yet');
    const { credentials } = await session.send('WebAuthn.getCredentials', { authenticatorId });
    check(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }]);

    await page.getByRole('button', { name: 'Rename Ida’s laptop' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Kitchen laptop');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    const renamed = page.getByRole('listitem').filter({ hasText: 'Kitchen laptop' });
    await expect(renamed).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Sign out' }).first().click();
    await expect(page.getByRole('button', { name: 'Sign out' })).toHaveCount(0);

    await signInByPasskey(page);
    await page.goto(`${doorstep.url}/account/security`);
    await expect(renamed).toContainText('Last used');
    await expect(page.getByText(person.email)).toBeVisible();

    doorstep.clock.moveTo(new Date(doorstep.clock.now().getTime() + 11 * 60_000));
    await page.getByRole('button', { name: 'Remove Kitchen laptop' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    const proof = page.getByRole('dialog', { name: 'Is it you?' });
    await proof.getByRole('button', { name: 'Use a passkey' }).click();
    await proof.getByRole('button', { name: 'Use a passkey' }).click();
    await expect(renamed).toHaveCount(0);
    check(problems).toEqual([]);
  });

  it('say nothing of an account where the device has none for this site', async () => {
    const { page, problems } = await openPage(browser, { width: 1440, now: doorstep.clock.now() });
    keepPictureOnFailure(page);
    await page.goto(`${doorstep.url}/sign-in`);
    await addAuthenticator(page);

    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();

    await expect(page.getByText('No passkey was given.')).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    check(problems).toEqual([]);
  });

  /** By the button, unless the browser offered it first and its owner took it. */
  async function signInByPasskey(page: Page): Promise<void> {
    await page.goto(`${doorstep.url}/sign-in`);
    const button = page.getByRole('button', { name: 'Sign in with a passkey' });
    await button.click({ timeout: 5_000 }).catch(() => undefined);
    await page.waitForURL((url) => url.pathname === '/');
  }
});
