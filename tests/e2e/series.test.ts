import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { openDoorstepDatabase } from '../../api/app/application.ts';
import { chooseTime } from './support/booking-steps.ts';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { buildPerson, giveAddress, signInAs } from './support/people.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

const WEEK_MS = 7 * 86_400_000;

let browser: Browser;
let doorstep: RunningDoorstep;

beforeAll(async () => {
  [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
});
afterAll(async () => {
  await browser.close();
  await doorstep.close();
});

describe.each([360, 1440])('a household books a series at %i px', (width) => {
  it('with a second service, one date moved, one skipped and the rest called off', async () => {
    const { page, problems } = await openPage(browser, { width, now: doorstep.clock.now() });
    keepPictureOnFailure(page);
    const person = await buildPerson(doorstep, { displayName: 'Sera Rees', locale: 'en' });
    await signInAs(page, doorstep.url, person.email);
    await chooseTime(page, doorstep.url);
    const start = new Date(new URL(page.url()).searchParams.get('start')!);
    const providerId = new URL(page.url()).searchParams.get('provider')!;
    await giveAddress(doorstep, person.id, providerId);
    await blockThirdWeek(providerId, start);
    await page.reload();

    // a second service joins the visit, and is taken out while it is being asked for
    await expect(page.getByText(/Yours for \d+:\d\d/).first()).toBeVisible();
    const asked = slowDownHolds(page);
    await page.getByRole('button', { name: 'Add another service' }).click();
    await page.locator('#more-services button').first().click();
    await expect(page.getByRole('button', { name: /^Take out / })).toHaveCount(2);
    await asked;
    await page
      .getByRole('button', { name: /^Take out / })
      .last()
      .click();
    await expect(page.getByRole('button', { name: /^Take out / })).toHaveCount(0);
    // Each change is another visit to hold: the first is held again before anything else is asked.
    await expect(page.getByText(/Yours for \d+:\d\d/).first()).toBeVisible({ timeout: 30_000 });

    // every week, four times: one date cannot be had, and another time is chosen for it by keyboard
    await page.getByRole('radio', { name: 'Every week', exact: true }).check();
    const fewer = page.getByRole('group', { name: 'How many', exact: true }).getByRole('button', { name: 'Less' });
    for (let n = 0; n < 4; n += 1) await fewer.click();
    const decide = page.getByRole('button', { name: /^Decide on \d+ dates?$/ });
    await expect(page.getByText(/^3 visits|^2 visits/).first()).toBeVisible();
    await expect(decide.first()).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    // The demo may hold one of the other dates already: each question is answered by the first other time.
    while (await decide.first().isVisible()) {
      const before = await decide.first().textContent();
      await decide.first().click();
      await page.keyboard.press('Space');
      await expect(page.getByText(before!.trim(), { exact: true })).toHaveCount(0);
    }
    await expect(page.getByText(/Instead: /).first()).toBeVisible();
    await expect(page.getByText(/4 visits, /).first()).toBeVisible();

    // the whole series is paid for by one button
    await page.getByRole('button', { name: 'Go to payment' }).first().click();
    await page
      .getByRole('button', { name: /^Book (4 visits|the series)/ })
      .first()
      .click();
    await page.waitForURL(/\/bookings\/series\//);
    await expect(page.getByText('Your series is booked')).toBeVisible();
    await expect(page.getByText('Confirmed', { exact: true })).toHaveCount(4);
    check(await listViolations(page)).toEqual([]);

    // one is skipped, then it and all after it
    await page
      .getByRole('button', { name: /^Change / })
      .nth(1)
      .click();
    await page.getByRole('button', { name: 'Skip this visit' }).click();
    await expect(page.getByText('Cancelled', { exact: true })).toHaveCount(1);
    await page
      .getByRole('button', { name: /^Change / })
      .nth(1)
      .click();
    await page.getByRole('radio', { name: 'This one and all after it' }).check();
    await expect(page.getByText('Calling off 2 visits is free')).toBeVisible();
    await page.getByRole('button', { name: 'Call them off' }).click();
    await expect(page.getByText('Cancelled', { exact: true })).toHaveCount(3);

    check(problems).toEqual([]);
    await page.context().close();
  });
});

/** Resolves when the next hold is asked for; its answer is late. */
async function slowDownHolds(page: Page): Promise<void> {
  return new Promise((asked) => {
    void page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('holdSlot')) {
        asked();
        await sleep(1_500);
      }
      await route.continue();
    });
  });
}

/** The provider is away two weeks after the first visit. */
async function blockThirdWeek(providerId: string, start: Date): Promise<void> {
  const database = openDoorstepDatabase(doorstep.databaseUrl, 1);
  try {
    const from = new Date(start.getTime() + 2 * WEEK_MS);
    await database.em
      .fork()
      .execute(
        `insert into time_off (id, provider_id, starts_at, ends_at, reason) values (gen_random_uuid(), ?, ?, ?, null)`,
        [providerId, from, new Date(from.getTime() + 3_600_000)],
      );
  } finally {
    await database.close(true);
  }
}
