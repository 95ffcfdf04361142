import type { Browser, Page } from '@playwright/test';
import { localDateAt } from '../../../api/kernel/zoned-time.ts';
import { ask } from './ask-server.ts';
import { keepPictureOnFailure, openPage } from './browser.ts';
import type { RunningDoorstep } from './running-doorstep.ts';

const ZONE = 'Asia/Shanghai';
const HOLD = `mutation H($input: HoldSlotInput!) { holdSlot(input: $input) { __typename ... on Hold { booking { id } } } }`;
const CONFIRM = `mutation C($input: ConfirmBookingInput!) { confirmBooking(input: $input) { __typename } }`;

/** Times at which Lin Yue can clean at the address of whoever is signed in. */
export interface FreeTimes {
  readonly providerId: string;
  readonly itemId: string;
  readonly addressId: string;
  readonly regionId: string;
  readonly starts: readonly string[];
}

/** A page of somebody who is signed in. */
export async function enterAs(
  browser: Browser,
  doorstep: RunningDoorstep,
  {
    width,
    email,
    password = 'doorstep-demo',
    locale = 'en-GB',
  }: {
    readonly width: number;
    readonly email: string;
    readonly password?: string;
    readonly locale?: 'en-GB' | 'zh-CN';
  },
): Promise<Page> {
  const { page } = await openPage(browser, { width, locale, now: doorstep.clock.now() });
  keepPictureOnFailure(page);
  await page.goto(doorstep.url);
  await ask(page, 'mutation S($input: SignInInput!) { signIn(input: $input) { __typename } }', {
    input: { email, password },
  });
  return page;
}

/** The free times of Lin Yue within ten days, for two hours at the address in Hangzhou of whoever is signed in. */
export async function findFreeTimes(page: Page, doorstep: RunningDoorstep): Promise<FreeTimes> {
  const { viewer, regions } = await ask<{
    viewer: { addresses: { id: string; regionId: string }[] };
    regions: { id: string; code: string }[];
  }>(page, '{ viewer { addresses { id regionId } } regions { id code } }');
  const region = regions.find(({ code }) => code === 'hangzhou')!;
  const addressId = viewer.addresses.find(({ regionId }) => regionId === region.id)!.id;
  const { serviceItems } = await ask<{ serviceItems: { edges: { node: { id: string } }[] } }>(
    page,
    'query I($id: ID!) { serviceItems(regionId: $id, query: "日常保洁", first: 1) { edges { node { id } } } }',
    { id: region.id },
  );
  const itemId = serviceItems.edges[0]!.node.id;
  const items = [{ itemId, units: 2 }];
  const from = localDateAt(doorstep.clock.now(), ZONE);
  const to = localDateAt(new Date(doorstep.clock.now().getTime() + 10 * 86_400_000), ZONE);
  const place = { addressId };
  const { searchProviders } = await ask<{
    searchProviders: { edges: { node: { provider: { id: string; displayName: string } } }[] };
  }>(
    page,
    'query S($input: SearchProvidersInput!) { searchProviders(input: $input, first: 50) { edges { node { provider { id displayName } } } } }',
    { input: { regionId: region.id, items, place, from, to } },
  );
  const providerId = searchProviders.edges.find(({ node }) => /Lin Yue|林/.test(node.provider.displayName))!.node
    .provider.id;
  const { availableSlots } = await ask<{ availableSlots: { slots: { start: string }[] }[] }>(
    page,
    'query A($input: AvailableSlotsInput!) { availableSlots(input: $input) { slots { start } } }',
    { input: { providerId, items, place, from, to } },
  );
  return {
    providerId,
    itemId,
    addressId,
    regionId: region.id,
    starts: availableSlots.flatMap(({ slots }) => slots.map(({ start }) => start)),
  };
}

/** Books or asks for that time, as the provider will have it. Resolves to the id of the booking. */
export async function bookAt(page: Page, { providerId, itemId, addressId }: FreeTimes, start: string): Promise<string> {
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
