import { randomUUID } from 'node:crypto';
import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { ask } from './support/ask-server.ts';
import { chooseTime } from './support/booking-steps.ts';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { buildPerson, giveAddress, signInAs } from './support/people.ts';
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

describe('a household whose visit is called off', () => {
  it('is given a voucher, and pays less for the next visit', async () => {
    const { page, problems } = await openPage(browser, { width: 360, now: doorstep.clock.now() });
    const provider = (await openPage(browser, { width: 360, now: doorstep.clock.now() })).page;
    keepPictureOnFailure(page);
    await signInAs(provider, doorstep.url, 'provider@demo.doorstep', 'doorstep-demo');
    const person = await buildPerson(doorstep, { displayName: 'Vera Rees', locale: 'en' });
    await signInAs(page, doorstep.url, person.email);

    await chooseTime(page, doorstep.url);
    await giveAddress(doorstep, person.id, new URL(page.url()).searchParams.get('provider')!);
    await page.reload();
    await page.getByRole('button', { name: 'Go to payment' }).first().click();
    const pay = page.getByRole('button', { name: /Book and pay/ }).first();
    await pay.click();
    await page.waitForURL(/\/bookings\//);
    const booked = new URL(page.url());
    await ask(provider, 'mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { __typename } }', {
      input: { bookingId: booked.pathname.split('/').at(-1), expectedFee: 0, idempotencyKey: randomUUID() },
    });

    await page.goto(booked.origin + booked.pathname);
    const given = page.getByText(/off your next visit, until/);
    await expect(async () => {
      await page.reload();
      await expect(given).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
    check(await listViolations(page)).toEqual([]);

    await chooseTime(page, doorstep.url);
    await page.getByRole('button', { name: 'Go to payment' }).first().click();
    await page.getByRole('checkbox', { name: /off this visit/ }).check();
    await expect(page.getByText('−¥18')).toBeVisible();
    check(await listViolations(page)).toEqual([]);
    await pay.click();
    await page.waitForURL(/\/bookings\//);
    await expect(page.getByText('Voucher', { exact: true })).toBeVisible();
    await expect(page.getByText('−¥18')).toBeVisible();
    check(problems).toEqual([]);
  });
});
