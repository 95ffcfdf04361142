import type { Browser } from '@playwright/test';
import pg from 'pg';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { localDateAt } from '../../api/kernel/zoned-time.ts';
import { ask } from './support/ask-server.ts';
import { listViolations, openBrowser } from './support/browser.ts';
import { bookAt, enterAs, findFreeTimes } from './support/demo-visit.ts';
import type { FreeTimes } from './support/demo-visit.ts';
import { expect } from './support/expect.ts';
import { PASSWORD, buildPerson } from './support/people.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

const ZONE = 'Asia/Shanghai';
const CANCEL = `mutation X($input: CancelBookingInput!) { cancelBooking(input: $input) { __typename } }`;

let browser: Browser;
let doorstep: RunningDoorstep;
beforeAll(async () => {
  [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
});
afterAll(async () => {
  await browser.close();
  await doorstep.close();
});

async function lowerLevel(name: string): Promise<void> {
  const database = new pg.Client({ connectionString: doorstep.databaseUrl });
  await database.connect();
  await database.query(`update provider set level = 'CERTIFIED' where display_name->>'en' = $1`, [name]);
  await database.end();
}

/** Soon, so that others have not been booked away yet. */
const soonOf = ({ starts }: FreeTimes): string => starts[2]!;

describe('whoever was to come', () => {
  it('drops out, and the household takes somebody else with one tap; the board has it', async () => {
    const household = await enterAs(browser, doorstep, { width: 360, email: 'household@demo.doorstep' });
    // Of her level there are few; of the next lower one some are free whenever she is.
    await lowerLevel('Lin Yue');
    const times = await findFreeTimes(household, doorstep);
    const bookingId = await bookAt(household, times, soonOf(times));

    const provider = await enterAs(browser, doorstep, { width: 360, email: 'provider@demo.doorstep' });
    await provider.goto(`${doorstep.url}/bookings/${bookingId}`);
    await provider.getByRole('button', { name: 'Cancel' }).first().click();
    await provider
      .getByRole('dialog')
      .getByRole('button', { name: /^Cancel/ })
      .last()
      .click();
    await expect(provider.getByRole('heading', { name: 'Somebody else is being sought' })).toBeVisible();

    await household.goto(`${doorstep.url}/bookings/${bookingId}`);
    await expect(household.getByRole('heading', { name: /cannot come/ })).toBeVisible();
    check(await listViolations(household)).toEqual([]);
    await household
      .getByRole('button', { name: /^Choose / })
      .first()
      .click();
    await expect(household.getByText('Taken over by somebody else')).toBeVisible();
    await expect(household.getByRole('heading', { name: /cannot come/ })).toHaveCount(0);

    const operator = await enterAs(browser, doorstep, { width: 1440, email: 'operator@demo.doorstep' });
    await operator.goto(`${doorstep.url}/ops/substitutions`);
    const board = operator.getByRole('region', { name: 'Substitutes' });
    await expect(board.getByRole('region', { name: /^Accepted/ }).getByRole('listitem')).toHaveCount(1);
    check(await listViolations(operator)).toEqual([]);
  });
});

describe('whoever waits', () => {
  it('joins from the address of a full calendar, is kept the time that becomes free, and books it', async () => {
    const owner = await enterAs(browser, doorstep, { width: 360, email: 'household@demo.doorstep' });
    const time = await findFreeTimes(owner, doorstep);
    const start = soonOf(time);
    const taken = await bookAt(owner, time, start);
    await buildPerson(doorstep, { email: 'waiting@example.org', displayName: 'Wei Waiting' });
    const waiter = await enterAs(browser, doorstep, { width: 360, email: 'waiting@example.org', password: PASSWORD });
    await ask(waiter, 'mutation A($input: SaveAddressInput!) { saveAddress(input: $input) { __typename } }', {
      input: {
        regionId: time.regionId,
        label: 'Home',
        line: '9 Longjing Road',
        district: 'Xihu',
        latitude: 30.25,
        longitude: 120.15,
      },
    });
    const day = localDateAt(new Date(start), ZONE);
    const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: ZONE }).format(new Date(start));
    const query = new URLSearchParams({ provider: time.providerId, do: `${time.itemId}~2`, from: day, to: day });
    await waiter.goto(`${doorstep.url}/waitlist?${query.toString()}`);
    await waiter.getByLabel('Not before').fill(clock);
    await waiter.getByLabel('Begins by').fill(clock);
    check(await listViolations(waiter)).toEqual([]);
    await waiter.getByRole('button', { name: 'Join the waitlist' }).click();
    await expect(waiter.getByRole('heading', { name: 'You are waiting for' })).toBeVisible();

    await ask(owner, CANCEL, { input: { bookingId: taken, expectedFee: 0, idempotencyKey: 'free it' } });
    await expect
      .poll(
        async () => {
          await doorstep.worker.relay();
          const { myWaitlist } = await ask<{ myWaitlist: { status: string }[] }>(waiter, '{ myWaitlist { status } }');
          return myWaitlist[0]?.status;
        },
        { timeout: 15_000 },
      )
      .toBe('OFFERED');
    await waiter.reload();
    await expect(waiter.getByText(/Kept for you alone for 1\d:\d\d/)).toBeVisible();
    check(await listViolations(waiter)).toEqual([]);
    await waiter.getByRole('button', { name: 'Take this time' }).click();
    await waiter.waitForURL(/\/book/);
    await expect(waiter.getByText(/Yours for \d+:\d\d/).first()).toBeVisible();
    await waiter.getByRole('button', { name: 'Go to payment' }).first().click();
    await waiter.getByText('Visa •••• 4242').click();
    await waiter
      .getByRole('button', { name: /Book and pay/ })
      .first()
      .click();
    await expect(waiter.getByText('Your visit is booked').first()).toBeVisible();
  });
});
