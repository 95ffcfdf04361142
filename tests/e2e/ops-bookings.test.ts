import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { ask } from './support/ask-server.ts';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

describe('an operator', () => {
  let browser: Browser;
  let doorstep: RunningDoorstep;

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
  });

  afterAll(async () => {
    await browser.close();
    await doorstep.close();
  });

  it('finds a booking by its filters, moves it and calls it off, each with a reason that its history shows', async () => {
    const { page, problems } = await openPage(browser, { width: 1440, now: doorstep.clock.now() });
    keepPictureOnFailure(page);
    await page.goto(doorstep.url);
    await ask(
      page,
      'mutation { signIn(input: { email: "operator@demo.doorstep", password: "doorstep-demo" }) { __typename } }',
    );
    const { bookings } = await ask<{
      bookings: { edges: { node: { reference: string; provider: { displayName: string } } }[] };
    }>(
      page,
      '{ bookings(filter: { tense: UPCOMING, states: [CONFIRMED] }, first: 20) { edges { node { reference provider { displayName } } } } }',
    );
    const { reference, provider } = bookings.edges[5]!.node;

    await page.goto(`${doorstep.url}/ops/bookings`);
    await page.getByLabel('Provider', { exact: true }).fill(provider.displayName);
    await page.getByLabel('Reference', { exact: true }).fill(reference.slice(2));
    await page.getByLabel('Reference', { exact: true }).press('Tab');
    await expect(page.getByText('1 booking', { exact: true })).toBeVisible();
    check(new URL(page.url()).searchParams.get('ref')).toBe(reference.slice(2));
    check(await listViolations(page)).toEqual([]);
    await page.getByRole('link', { name: reference }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(reference);

    await page.getByRole('button', { name: 'Move', exact: true }).click();
    const move = page.getByRole('dialog');
    await move.getByRole('button', { name: 'Later days' }).click();
    await move
      .getByRole('radio', { name: /\d\d:\d\d/ })
      .last()
      .click();
    await move.getByRole('button', { name: /^Move to/ }).click();
    await expect(move.getByText('Please say why.')).toBeVisible();
    await move.getByLabel('Reason').fill('The lift is out of order');
    check(await listViolations(page)).toEqual([]);
    await move.getByRole('button', { name: /^Move to/ }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const history = page.getByRole('region', { name: 'History' });
    await expect(history.getByText('The lift is out of order')).toBeVisible();

    await page.getByRole('button', { name: 'Call off', exact: true }).click();
    const cancel = page.getByRole('dialog');
    await cancel.getByLabel('Reason').fill('The household has moved away');
    await cancel.getByRole('button', { name: 'Call off', exact: true }).click();
    await expect(page.getByText('There is nothing to do by hand')).toBeVisible();
    await expect(history.getByText('The household has moved away')).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    check(problems).toEqual([]);
  });
});
