import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { photoWithMetadata } from '../support/sample-files.ts';
import { ask } from './support/ask-server.ts';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

describe('household and provider', () => {
  let browser: Browser;
  let doorstep: RunningDoorstep;

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
  });

  afterAll(async () => {
    await browser.close();
    await doorstep.close();
  });

  it('write each other on their phones, live, with a photo, and what the network kept back goes out once', async () => {
    const household = await signedIn('household');
    const provider = await signedIn('provider');
    const bookingId = await sharedVisit(provider.page, household.page);

    await household.page.goto(`${doorstep.url}/bookings/${bookingId}`);
    const ofHousehold = household.page.getByRole('region', { name: /^Messages with/ });
    await write(household.page, 'Please bring the long ladder.');
    await expect(ofHousehold.getByRole('listitem').filter({ hasText: 'long ladder' })).toBeVisible();

    // The header counts, the list shows it, and opening it reads it.
    await provider.page.goto(`${doorstep.url}/pro`);
    await provider.page.getByRole('link', { name: 'Messages, 1 not read yet' }).click();
    await provider.page.getByRole('link', { name: /Please bring the long ladder/ }).click();
    const ofProvider = provider.page.getByRole('region', { name: /^Messages with/ });
    await expect(ofProvider.getByText('New', { exact: true })).toBeVisible();
    await expect(ofHousehold.getByText('Read', { exact: true })).toBeVisible();
    await expect(provider.page.getByRole('link', { name: 'Messages, nothing new' })).toBeVisible();
    check(await listViolations(provider.page)).toEqual([]);
    check(await overflows(provider.page)).toBe(false);

    await provider.page.locator('input[type="file"]').setInputFiles({
      name: 'ladder.jpg',
      mimeType: 'image/jpeg',
      buffer: await photoWithMetadata(900, 600),
    });
    await expect(provider.page.getByRole('img', { name: 'Photo 1 to send' })).toBeVisible();
    await write(provider.page, 'This one?');
    const picture = ofHousehold.getByRole('img', { name: /Photo 1 of 1/ });
    await expect(picture).toBeVisible();
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(600);
    await expect(household.page.getByText(/: This one\?$/)).toBeAttached();

    await household.page.context().setOffline(true);
    await write(household.page, 'Yes, thank you!');
    await expect(ofHousehold.getByRole('button', { name: 'Send again' })).toBeVisible();
    await household.page.context().setOffline(false);
    await expect(ofProvider.getByText('Yes, thank you!')).toBeVisible();
    await expect(ofHousehold.getByText('Sending …')).toHaveCount(0);
    await expect(ofHousehold.getByText('Yes, thank you!')).toHaveCount(1);
    await expect(ofProvider.getByText('Yes, thank you!')).toHaveCount(1);

    await ofProvider.getByRole('button', { name: /^Report: Yes/ }).click();
    await provider.page.getByLabel('Something else', { exact: true }).check();
    await provider.page.getByRole('button', { name: 'Report', exact: true }).click();
    await expect(ofProvider.getByText('Reported', { exact: true })).toBeVisible();
    check(await listViolations(household.page)).toEqual([]);
    check(await overflows(household.page)).toBe(false);
    // Being without a network is said by the browser itself.
    const isOurs = (problem: string): boolean => !/ERR_INTERNET_DISCONNECTED|WebSocket/.test(problem);
    check([...household.problems, ...provider.problems].filter(isOurs)).toEqual([]);
  });

  async function signedIn(who: string): Promise<{ page: Page; problems: string[] }> {
    const opened = await openPage(browser, { width: 360, now: doorstep.clock.now() });
    keepPictureOnFailure(opened.page);
    await opened.page.goto(doorstep.url);
    const query = `mutation { signIn(input: { email: "${who}@demo.doorstep", password: "doorstep-demo" }) { __typename } }`;
    await ask(opened.page, query);
    return opened;
  }
});

/** A coming visit of the demo's provider to the demo's household. */
async function sharedVisit(provider: Page, household: Page): Promise<string> {
  const { viewer } = await ask<{ viewer: { provider: { id: string } } }>(provider, '{ viewer { provider { id } } }');
  const { myBookings } = await ask<{ myBookings: { edges: { node: { id: string; provider: { id: string } } }[] } }>(
    household,
    '{ myBookings(filter: { states: [CONFIRMED] }, first: 100) { edges { node { id provider { id } } } } }',
  );
  const shared = myBookings.edges.find(({ node }) => node.provider.id === viewer.provider.id);
  if (!shared) throw new Error('the demo has no visit of the two');
  return shared.node.id;
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel(/^Message to/).fill(text);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
}

async function overflows(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
