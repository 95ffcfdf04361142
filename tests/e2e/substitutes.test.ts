import type { Browser, Page } from '@playwright/test';
import pg from 'pg';
import { afterAll, beforeAll, describe, it, expect as check } from 'vitest';
import { localDateAt } from '../../api/kernel/zoned-time.ts';
import { ask } from './support/ask-server.ts';
import { keepPictureOnFailure, listViolations, openBrowser, openPage } from './support/browser.ts';
import { expect } from './support/expect.ts';
import { PASSWORD, buildPerson } from './support/people.ts';
import { startDoorstep } from './support/running-doorstep.ts';
import type { RunningDoorstep } from './support/running-doorstep.ts';

const ZONE = 'Asia/Shanghai';
const HOLD = `mutation H($input: HoldSlotInput!) { holdSlot(input: $input) { __typename ... on Hold { booking { id } } } }`;
const CONFIRM = `mutation C($input: ConfirmBookingInput!) { confirmBooking(input: $input) { __typename } }`;
const CANCEL = `mutation X($input: CancelBookingInput!) { cancelBooking(input: $input) { __typename } }`;

interface FreeTime {
  readonly providerId: string;
  readonly itemId: string;
  readonly addressId: string;
  readonly regionId: string;
  readonly start: string;
}

let browser: Browser;
let doorstep: RunningDoorstep;
beforeAll(async () => {
  [browser, doorstep] = await Promise.all([openBrowser(), startDoorstep()]);
});
afterAll(async () => {
  await browser.close();
  await doorstep.close();
});

async function enter(width: number, email: string, password = 'doorstep-demo'): Promise<Page> {
  const { page } = await openPage(browser, { width, now: doorstep.clock.now() });
  keepPictureOnFailure(page);
  await page.goto(doorstep.url);
  await ask(page, 'mutation S($input: SignInInput!) { signIn(input: $input) { __typename } }', {
    input: { email, password },
  });
  return page;
}

/** A free time of Lin Yue at the address of whoever is signed in. */
async function findFreeTime(page: Page): Promise<FreeTime> {
  const { viewer } = await ask<{ viewer: { addresses: { id: string; regionId: string }[] } }>(
    page,
    '{ viewer { addresses { id regionId } } }',
  );
  const day = localDateAt(doorstep.clock.now(), ZONE);
  const { regions } = await ask<{ regions: { id: string; code: string }[] }>(page, '{ regions { id code } }');
  const region = regions.find(({ code }) => code === 'hangzhou')!;
  const address = viewer.addresses.find(({ regionId }) => regionId === region.id)!;
  const { serviceItems } = await ask<{ serviceItems: { edges: { node: { id: string } }[] } }>(
    page,
    'query I($id: ID!) { serviceItems(regionId: $id, query: "日常保洁", first: 1) { edges { node { id } } } }',
    { id: region.id },
  );
  const itemId = serviceItems.edges[0]!.node.id;
  const last = localDateAt(new Date(doorstep.clock.now().getTime() + 10 * 86_400_000), ZONE);
  const { searchProviders } = await ask<{
    searchProviders: {
      edges: { node: { provider: { id: string; displayName: string }; nextSlots: { start: string }[] } }[];
    };
  }>(
    page,
    `query S($input: SearchProvidersInput!) { searchProviders(input: $input, first: 50) { edges { node { provider { id displayName } nextSlots { start } } } } }`,
    {
      input: {
        regionId: region.id,
        items: [{ itemId, units: 2 }],
        place: { addressId: address.id },
        from: day,
        to: last,
      },
    },
  );
  const lin = searchProviders.edges.find(({ node }) => /Lin Yue|林/.test(node.provider.displayName))!.node;
  return {
    providerId: lin.provider.id,
    itemId,
    addressId: address.id,
    regionId: region.id,
    start: lin.nextSlots[Math.floor(lin.nextSlots.length / 2)]!.start,
  };
}

async function lowerLevel(name: string): Promise<void> {
  const database = new pg.Client({ connectionString: doorstep.databaseUrl });
  await database.connect();
  await database.query(`update provider set level = 'CERTIFIED' where display_name->>'en' = $1`, [name]);
  await database.end();
}

async function book(page: Page, { providerId, itemId, addressId, start }: FreeTime): Promise<string> {
  const held = await ask<{ holdSlot: { booking: { id: string } } }>(page, HOLD, {
    input: {
      providerId,
      items: [{ itemId, units: 2 }],
      start,
      place: { addressId },
      idempotencyKey: `hold ${start}`,
    },
  });
  const { id } = held.holdSlot.booking;
  await ask(page, CONFIRM, { input: { bookingId: id, paymentMethod: 'sandbox_visa', idempotencyKey: `pay ${id}` } });
  return id;
}

describe('whoever was to come', () => {
  it('drops out, and the household takes somebody else with one tap; the board has it', async () => {
    const household = await enter(360, 'household@demo.doorstep');
    // Of her level there are few; of the next lower one some are free whenever she is.
    await lowerLevel('Lin Yue');
    const bookingId = await book(household, await findFreeTime(household));

    const provider = await enter(360, 'provider@demo.doorstep');
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

    const operator = await enter(1440, 'operator@demo.doorstep');
    await operator.goto(`${doorstep.url}/ops/substitutions`);
    const board = operator.getByRole('region', { name: 'Substitutes' });
    await expect(board.getByRole('region', { name: /^Accepted/ }).getByRole('listitem')).toHaveCount(1);
    check(await listViolations(operator)).toEqual([]);
  });
});

describe('whoever waits', () => {
  it('joins from the address of a full calendar, is kept the time that becomes free, and books it', async () => {
    const owner = await enter(360, 'household@demo.doorstep');
    const time = await findFreeTime(owner);
    const taken = await book(owner, time);
    await buildPerson(doorstep, { email: 'waiting@example.org', displayName: 'Wei Waiting' });
    const waiter = await enter(360, 'waiting@example.org', PASSWORD);
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
    const day = localDateAt(new Date(time.start), ZONE);
    const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: ZONE }).format(new Date(time.start));
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
