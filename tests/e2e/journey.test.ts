import type { Browser, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { chooseTime } from './support/booking-steps.ts';
import { keepPictureOnFailure, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

const HOUR_MS = 3_600_000;
const PASSWORD = 'a quiet morning walk';

describe.each([360, 1440])('a newcomer books a cleaner at %i px', (width) => {
  let browser: Browser;
  let doorstep: RunningDoorstep;

  beforeAll(async () => {
    [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
  });

  afterAll(async () => {
    await browser.close();
    await doorstep.close();
  });

  it('from the search to the published review', async () => {
    const { page, problems } = await openPage(browser, { width, now: doorstep.clock.now() });
    keepPictureOnFailure(page);

    // search → provider → slot
    await chooseTime(page, doorstep.url);

    // sign up inside the details step; the hold starts there
    await page.getByLabel('Street, building, flat').fill('12 Lingyin Road, building 2, flat 301');
    await page.getByLabel('For the door').fill('Ring twice');
    const email = `newcomer-${width}@example.org`;
    await page.getByLabel('Your name').fill('Nora Newcomer');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Create account' }).click();

    // pay, tapped before the time is held
    await page.getByRole('button', { name: 'Go to payment' }).first().click();
    await expect(page.getByText(/Yours for \d+:\d\d/).first()).toBeVisible();
    await page.getByText('Visa •••• 0002').click();
    await page
      .getByRole('button', { name: /Book and pay/ })
      .first()
      .click();
    await expect(page.getByText('The bank declined this card.', { exact: false }).first()).toBeVisible();
    await page.getByText('Visa •••• 4242').click();
    await page
      .getByRole('button', { name: /Book and pay/ })
      .first()
      .click();
    await page.waitForURL(/\/bookings/);
    await expect(page.getByText('Your visit is booked').first()).toBeVisible();
    const booked = await readNewestBooking(page);

    // the provider's day has it, with the address but not yet the door note
    const provider = await signedIn(browser, doorstep, width, 'provider@demo.doorstep');
    await provider.goto(`${doorstep.url}/pro/week?week=${booked.localDate}`);
    await expect(provider.getByText('Nora Newcomer').first()).toBeVisible();

    // the reminder is sent a day ahead
    doorstep.clock.moveTo(new Date(booked.start.getTime() - 24 * HOUR_MS + 60_000));
    await untilDelivered(doorstep, 'visit-reminder-24h', booked.id);
    const operator = await signedIn(browser, doorstep, width, 'operator@demo.doorstep');
    await operator.goto(`${doorstep.url}/ops/outbox?kind=visit-reminder-24h`);
    await expect(operator.getByText(email).first()).toBeVisible();

    // the visit is over, the review is asked for, written and shown
    doorstep.clock.moveTo(new Date(booked.end.getTime() + 3 * HOUR_MS));
    await untilDelivered(doorstep, 'review-request', booked.id);
    await page.clock.setSystemTime(doorstep.clock.now());
    await page.goto(`${doorstep.url}/bookings/${booked.id}`);
    await page.getByRole('button', { name: 'Review' }).first().click();
    await page.getByRole('radio', { name: /5/ }).first().check({ force: true });
    await page.getByLabel('In your words').fill('Everything shines, and on the minute.');
    await page.getByRole('button', { name: 'Send review' }).click();
    await expect(page.getByText('Thank you. Your review was sent.').first()).toBeVisible();
    await page.goto(`${doorstep.url}/providers/${booked.providerId}`);
    await expect(page.getByText('Everything shines, and on the minute.').first()).toBeVisible();

    check(problems).toEqual([]);
  });
});

interface Booked {
  readonly id: string;
  readonly providerId: string;
  readonly start: Date;
  readonly end: Date;
  readonly localDate: string;
}

async function readNewestBooking(page: Page): Promise<Booked> {
  const answer = await ask<{
    myBookings: { edges: { node: { id: string; start: string; end: string; provider: { id: string } } }[] };
  }>(page, '{ myBookings(filter: { tense: UPCOMING }) { edges { node { id start end provider { id } } } } }');
  const booking = answer.myBookings.edges[0]!.node;
  const start = new Date(booking.start);
  const localDate = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(start);
  return { id: booking.id, providerId: booking.provider.id, start, end: new Date(booking.end), localDate };
}

async function ask<T>(page: Page, query: string): Promise<T> {
  return page.evaluate(async (text) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text }),
    });
    return ((await response.json()) as { data: never }).data;
  }, query);
}

async function signedIn(browser: Browser, doorstep: RunningDoorstep, width: number, email: string): Promise<Page> {
  const { page } = await openPage(browser, { width, now: doorstep.clock.now() });
  keepPictureOnFailure(page);
  await page.goto(`${doorstep.url}/sign-in`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('doorstep-demo');
  await page.getByRole('button', { name: 'Sign in', exact: true }).last().click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

/** Jobs whose time has come by our clock are brought back by the sweep, as after an outage. */
async function untilDelivered(doorstep: RunningDoorstep, kind: string, bookingId: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await doorstep.worker.relay();
        await doorstep.worker.sweep();
        return doorstep.countDeliveries(kind, bookingId);
      },
      { timeout: 30_000 },
    )
    .toBeGreaterThan(0);
}
