import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { photo } from '../support/sample-files.ts';
import { ask } from './support/ask-server.ts';
import { listViolations, openBrowser } from './support/browser.ts';
import { bookAt, enterAs, findFreeTimes } from './support/demo-visit.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

const MINUTE_MS = 60_000;

describe('a visit', () => {
  let browser: Browser;
  let doorstep: RunningDoorstep;
  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
  });
  afterAll(async () => {
    await browser.close();
    await doorstep.close();
  });

  it('goes from the way there over the code and more time to its end, on phones, and live on a desktop', async () => {
    const household = await enterAs(browser, doorstep, { width: 360, email: 'household@demo.doorstep' });
    const provider = await enterAs(browser, doorstep, { width: 360, email: 'provider@demo.doorstep' });
    const booking = await book(household, doorstep);
    doorstep.clock.moveTo(new Date(booking.start.getTime() - 30 * MINUTE_MS));
    const wide = await enterAs(browser, doorstep, { width: 1440, email: 'household@demo.doorstep' });
    for (const page of [household, provider]) await page.clock.setSystemTime(doorstep.clock.now());
    const open = async (page: Page, path: string): Promise<void> => {
      await page.goto(`${doorstep.url}${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    };
    await open(household, `/bookings/${booking.id}`);
    await open(wide, `/bookings/${booking.id}`);
    await open(provider, `/pro/visits/${booking.id}`);
    const code = await household.locator('.day__digits').textContent();

    // on the way: the household sees when, without doing anything
    await provider.getByRole('button', { name: 'On my way' }).click();
    await expect(household.getByText(/Arrives about \d\d:\d\d/)).toBeVisible();
    await expect(wide.getByText(/Arrives about \d\d:\d\d/)).toBeVisible();
    await provider.getByRole('button', { name: 'Running late' }).click();
    await provider.getByRole('button', { name: 'Tell the household' }).click();
    await expect(household.getByText(/new time, given at/)).toBeVisible();

    // at the door: a wrong code, then the right one
    await type(provider, code === '1111' ? '2222' : '1111');
    await provider.getByRole('button', { name: 'Start the visit' }).click();
    await expect(provider.getByText(/Tries left: 4/)).toBeVisible();
    await type(provider, code!);
    check(await listViolations(provider)).toEqual([]);
    await provider.getByRole('button', { name: 'Start the visit' }).click();
    await expect(household.getByText(/Began at/)).toBeVisible();

    // the list, with the network gone for a while, and a photo
    await provider.context().setOffline(true);
    await provider.getByRole('checkbox').first().check();
    await provider.getByRole('checkbox').nth(1).check();
    await expect(provider.getByText('2 steps wait for the network')).toBeVisible();
    await provider.context().setOffline(false);
    await expect(provider.getByText(/wait for the network/)).toBeHidden();
    await expect(wide.getByText(/^2 of/)).toBeVisible();
    await provider
      .getByRole('group', { name: /Before the work/ })
      .first()
      .locator('input[type=file]')
      .setInputFiles({ name: 'before.jpg', mimeType: 'image/jpeg', buffer: await photo(640, 480) });
    await expect(household.getByRole('img', { name: /Before the work/ })).toBeVisible();

    // more time: asked for, agreed to on the phone, seen on the desktop
    await provider.getByRole('button', { name: 'Propose more' }).click();
    await provider.getByLabel(/Why/).fill('The oven needs longer');
    await provider.getByRole('button', { name: 'Ask the household' }).click();
    await expect(wide.getByText('The oven needs longer')).toBeVisible();
    check(await listViolations(household)).toEqual([]);
    check(await listViolations(wide)).toEqual([]);
    await household.getByRole('button', { name: /^Agree for/ }).click();
    await expect(provider.getByText('agreed', { exact: true })).toBeVisible();
    await expect(wide.getByText('30 minutes more').first()).toBeVisible();

    // the end
    await provider.getByRole('button', { name: 'Finish the visit' }).click();
    await expect(household.getByRole('button', { name: 'All done, thank you' })).toBeVisible();
    check(await listViolations(provider)).toEqual([]);
    await household.getByRole('button', { name: 'All done, thank you' }).click();
    await expect(provider.getByText('This visit is closed.')).toBeVisible();
    const { booking: ended } = await ask<{ booking: { state: string; quote: { lines: { kind: string }[] } } }>(
      household,
      'query ($id: ID!) { booking(id: $id) { state quote { lines { kind } } } }',
      { id: booking.id },
    );
    check(ended.state).toBe('CLOSED');
    check(ended.quote.lines.at(-1)!.kind).toBe('EXTRA');
    for (const page of [household, provider]) {
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      check(overflow).toBeLessThanOrEqual(0);
    }
  });
});

async function type(page: Page, code: string): Promise<void> {
  for (const digit of code)
    await page.getByRole('group', { name: 'Digits' }).getByRole('button', { name: digit, exact: true }).click();
}

/** Books Lin Yue from the day after tomorrow on, at the first time that leaves room after it. */
async function book(page: Page, doorstep: RunningDoorstep): Promise<{ readonly id: string; readonly start: Date }> {
  const times = await findFreeTimes(page, doorstep);
  const free = new Set(times.starts.map((start) => Date.parse(start)));
  const earliest = doorstep.clock.now().getTime() + 2 * 24 * 60 * MINUTE_MS;
  const start = times.starts.find((at) =>
    [30, 60].every((later) => Date.parse(at) > earliest && free.has(Date.parse(at) + later * MINUTE_MS)),
  )!;
  return { id: await bookAt(page, times, start), start: new Date(start) };
}
