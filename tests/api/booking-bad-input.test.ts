import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PriceModel } from '../../api/modules/catalog/index.ts';
import { CANCEL_BOOKING, CONFIRM_BOOKING, HOLD_SLOT, confirmBooking, holdSlot } from '../support/booking-operations.ts';
import type { HoldInput, Outcome } from '../support/booking-operations.ts';
import { buildBookingScene, buildNeighbour } from '../support/booking-scene.ts';
import type { BookingScene } from '../support/booking-scene.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildServiceItem, buildServiceOption } from '../support/builders/service-item.builder.ts';
import { AVAILABLE_SLOTS, SEARCH_PROVIDERS } from '../support/search-operations.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const NOBODY = '01900000-0000-7000-8000-000000000000';
const TABLES = ['reservation', 'booking', 'booking_transition', 'payment'] as const;

let api: TestApi;
let scene: BookingScene;
let elsewhere: BookingScene;
let neighbour: Awaited<ReturnType<typeof buildNeighbour>>;
let fixedItem: string;
let foreignOption: string;
/** A confirmed booking and a live hold of the scene's own household, and the same of its neighbour. */
let own: { confirmed: string; held: string };
let foreign: { confirmed: string; held: string };

beforeAll(async () => {
  api = await startTestApi();
  const region = (await buildServiceItem(api.em)).region;
  const item = await buildServiceItem(api.em, { region, units: { min: 2, max: 8, step: 2, default: 2 } });
  const fixed = await buildServiceItem(api.em, {
    region,
    priceModel: PriceModel.FIXED,
    units: null,
    minutesPerUnit: null,
    unitName: null,
    durationMinutes: 60,
  });
  scene = await buildBookingScene(api, { items: [item, fixed] });
  elsewhere = await buildBookingScene(api);
  neighbour = await buildNeighbour(api, scene);
  fixedItem = fixed.id;
  foreignOption = (await buildServiceOption(api.em, fixed)).id;
  const place = (address: { id: string }): { addressId: string } => ({ addressId: address.id });
  const hold = async (client: BookingScene['client'], start: string, address: { id: string }): Promise<string> =>
    (await holdSlot(client, wish({ start, place: place(address) }))).booking!.id;
  own = {
    confirmed: (
      await buildBooking(api.em, {
        provider: scene.provider,
        household: scene.household.id,
        startsAt: new Date('2027-03-15T10:00:00Z'),
      })
    ).id,
    held: await hold(scene.client, '2027-03-16T10:00:00.000Z', scene.address),
  };
  foreign = {
    confirmed: (
      await buildBooking(api.em, {
        provider: scene.provider,
        household: neighbour.account.id,
        startsAt: new Date('2027-03-17T10:00:00Z'),
      })
    ).id,
    held: await hold(neighbour.client, '2027-03-18T10:00:00.000Z', neighbour.address),
  };
});
afterAll(() => api.close());

function wish(overrides: Partial<HoldInput> = {}): HoldInput {
  return scene.wish({ items: [{ itemId: scene.item.id, units: 2 }], ...overrides });
}

interface Refusal {
  /** Name of the failure's type, or BAD_USER_INPUT for an error of the request. */
  readonly type: string;
  readonly code?: string;
  readonly field?: string;
  /** What the message tells the person to do. */
  readonly says: RegExp;
}

interface Row {
  readonly what: string;
  readonly document: string;
  readonly input: () => unknown;
  readonly refused: Refusal;
}

const hold = (what: string, change: () => Partial<HoldInput>, refused: Refusal): Row => ({
  what: `holdSlot: ${what}`,
  document: HOLD_SLOT,
  input: () => wish(change()),
  refused,
});
const visit = (code: string, field: string, says: RegExp): Refusal => ({
  type: 'InvalidVisitError',
  code,
  field,
  says,
});
const badInput = (field: string, says: RegExp): Refusal => ({ type: 'BAD_USER_INPUT', field, says });
const expired: Refusal = {
  type: 'HoldExpiredError',
  code: 'HOLD_EXPIRED',
  says: /Choose a time again; nothing was charged/,
};
const item = (changes: object): { items: HoldInput['items'] } => ({
  items: [{ itemId: scene.item.id, units: 2, ...changes }],
});
const confirm = (what: string, change: () => object, refused: Refusal): Row => ({
  what: `confirmBooking: ${what}`,
  document: CONFIRM_BOOKING,
  refused,
  input: () => ({ bookingId: own.held, paymentMethod: 'sandbox_visa', idempotencyKey: randomUUID(), ...change() }),
});
const cancel = (what: string, change: () => object, refused: Refusal): Row => ({
  what: `cancelBooking: ${what}`,
  document: CANCEL_BOOKING,
  refused,
  input: () => ({ bookingId: own.confirmed, expectedFee: 0, idempotencyKey: randomUUID(), ...change() }),
});
const search = (what: string, change: () => object, refused: Refusal): Row => ({
  what: `searchProviders: ${what}`,
  document: SEARCH_PROVIDERS,
  refused,
  input: () => ({
    regionId: scene.provider.region,
    items: wish().items,
    place: wish().place,
    from: '2027-03-11',
    to: '2027-03-12',
    ...change(),
  }),
});
const slots = (what: string, change: () => object, refused: Refusal): Row => ({
  what: `availableSlots: ${what}`,
  document: AVAILABLE_SLOTS,
  refused,
  input: () => ({
    providerId: scene.provider.id,
    items: wish().items,
    place: wish().place,
    from: '2027-03-11',
    to: '2027-03-12',
    ...change(),
  }),
});

const KEY_SAYS = /1 to 255 characters/;
const PLACE_SAYS = /outside the region. Choose another place/;
const COORDINATES_SAY = /Latitude lies between −90 and 90/;
const NUL = 'a\u0000b';
const LONE_SURROGATE = 'a\ud800b';

const ROWS: readonly Row[] = [
  hold(
    'an unknown provider',
    () => ({ providerId: NOBODY }),
    visit('UNKNOWN_PROVIDER', 'providerId', /no such provider/),
  ),
  hold(
    'a provider id that is no id',
    () => ({ providerId: `1' or '1'='1` }),
    visit('UNKNOWN_PROVIDER', 'providerId', /no such provider/),
  ),
  hold('an unknown item', () => item({ itemId: NOBODY }), visit('UNKNOWN_ITEM', 'items[0].itemId', /Choose another/)),
  hold(
    'an item of another region',
    () => item({ itemId: elsewhere.item.id }),
    visit('UNKNOWN_ITEM', 'items[0].itemId', /Choose another/),
  ),
  hold('no item', () => ({ items: [] }), visit('NO_ITEMS', 'items', /Choose at least one service/)),
  hold(
    'seven items',
    () => ({ items: Array.from({ length: 7 }, () => wish().items[0]!) }),
    visit('TOO_MANY_ITEMS', 'items', /at most 6 services/),
  ),
  hold(
    '21 items',
    () => ({ items: Array.from({ length: 21 }, () => wish().items[0]!) }),
    badInput('input.items', /20/),
  ),
  hold(
    'the same item twice',
    () => ({ items: [...wish().items, ...wish().items] }),
    visit('DUPLICATE_ITEM', 'items[1].itemId', /change its number of units instead/),
  ),
  hold(
    'an address of somebody else',
    () => ({ place: { addressId: neighbour.address.id } }),
    visit('UNKNOWN_ADDRESS', 'place.addressId', /not one of your addresses. Choose another/),
  ),
  hold(
    'an unknown address',
    () => ({ place: { addressId: NOBODY } }),
    visit('UNKNOWN_ADDRESS', 'place.addressId', /not one of your addresses. Choose another/),
  ),
  hold(
    'an address id that is no id',
    () => ({ place: { addressId: 'home' } }),
    visit('UNKNOWN_ADDRESS', 'place.addressId', /not one of your addresses. Choose another/),
  ),
  hold(
    'a place outside the region',
    () => ({ place: { latitude: 30.2741, longitude: 120.1551 } }),
    visit('OUTSIDE_REGION', 'place', PLACE_SAYS),
  ),
  hold(
    'impossible coordinates',
    () => ({ place: { latitude: 151.5, longitude: -0.1 } }),
    visit('IMPOSSIBLE_PLACE', 'place', COORDINATES_SAY),
  ),
  hold(
    'a latitude without a longitude',
    () => ({ place: { latitude: 51.5 } }),
    visit('NO_PLACE', 'place', /Give an address, or latitude and longitude/),
  ),
  hold(
    'an empty place',
    () => ({ place: {} }),
    visit('NO_PLACE', 'place', /Give an address, or latitude and longitude/),
  ),
  hold(
    'a start in the past',
    () => ({ start: '2027-03-09T10:00:00Z' }),
    visit('TOO_SOON', 'start', /Choose a later one/),
  ),
  hold(
    'a start a century ago',
    () => ({ start: '1900-01-02T10:00:00Z' }),
    visit('TOO_SOON', 'start', /Choose a later one/),
  ),
  hold(
    'a start within the notice',
    () => ({ start: '2027-03-10T10:45:00Z' }),
    visit('TOO_SOON', 'start', /Choose a later one/),
  ),
  hold(
    'a start beyond the horizon',
    () => ({ start: '2027-05-09T10:00:00Z' }),
    visit('BEYOND_HORIZON', 'start', /Choose an earlier start/),
  ),
  hold(
    'a start in the next century',
    () => ({ start: '2199-12-31T10:00:00Z' }),
    visit('BEYOND_HORIZON', 'start', /Choose an earlier start/),
  ),
  hold(
    'a start five minutes off the grid',
    () => ({ start: '2027-03-11T10:05:00Z' }),
    visit('OFF_GRID', 'start', /Choose one of the free times/),
  ),
  hold(
    'a start between two minutes',
    () => ({ start: '2027-03-11T10:00:30Z' }),
    visit('OFF_GRID', 'start', /Choose one of the free times/),
  ),
  hold('a start that is no instant', () => ({ start: 'tomorrow' }), {
    type: 'BAD_USER_INPUT',
    says: /DateTime must be an ISO 8601 instant/,
  }),
  hold(
    'more units than the item allows',
    () => item({ units: 10 }),
    visit('UNITS_OUT_OF_RANGE', 'items[0].units', /from 2 to 8/),
  ),
  hold(
    'no units at all where they count',
    () => item({ units: null }),
    visit('UNITS_MISSING', 'items[0].units', /from 2 to 8/),
  ),
  hold('negative units', () => item({ units: -2 }), visit('UNITS_OUT_OF_RANGE', 'items[0].units', /from 2 to 8/)),
  hold('units off the step', () => item({ units: 3 }), visit('UNITS_OFF_STEP', 'items[0].units', /in steps of 2/)),
  hold(
    'units where there is one price',
    () => item({ itemId: fixedItem, units: 2 }),
    visit('UNITS_NOT_COUNTED', 'items[0].units', /leave the units out/),
  ),
  hold(
    'an option of another item',
    () => item({ optionIds: [foreignOption] }),
    visit('OPTION_NOT_OF_ITEM', 'items[0].optionIds[0]', /leave it out/),
  ),
  hold(
    'an unknown option',
    () => item({ optionIds: [scene.option.id, NOBODY] }),
    visit('OPTION_NOT_OF_ITEM', 'items[0].optionIds[1]', /leave it out/),
  ),
  hold(
    'an option twice',
    () => item({ optionIds: [scene.option.id, scene.option.id] }),
    visit('DUPLICATE_OPTION', 'items[0].optionIds[1]', /leave one out/),
  ),
  hold(
    '51 options',
    () => item({ optionIds: Array.from({ length: 51 }, () => NOBODY) }),
    badInput('input.items[0].optionIds', /50/),
  ),
  hold('a total that was never shown', () => ({ expectedTotal: 3_999 }), {
    type: 'PriceChangedError',
    code: 'PRICE_CHANGED',
    says: /Look at the new one and go on if it suits you/,
  }),
  hold(
    'a key of 256 characters',
    () => ({ idempotencyKey: 'k'.repeat(256) }),
    badInput('input.idempotencyKey', KEY_SAYS),
  ),
  hold('an empty key', () => ({ idempotencyKey: '' }), badInput('input.idempotencyKey', KEY_SAYS)),
  hold('a key that no database can keep', () => ({ idempotencyKey: NUL }), {
    type: 'BAD_USER_INPUT',
    says: /character/,
  }),

  confirm('an unknown booking', () => ({ bookingId: NOBODY }), expired),
  confirm('a booking id that is no id', () => ({ bookingId: 'mine' }), expired),
  confirm('a hold of somebody else', () => ({ bookingId: foreign.held }), expired),
  confirm('a booking that is no hold any more', () => ({ bookingId: own.confirmed }), expired),
  confirm('a card the bank declines', () => ({ paymentMethod: 'sandbox_declined' }), {
    type: 'PaymentDeclinedError',
    code: 'PAYMENT_DECLINED',
    says: /stands as it was; try another card/,
  }),
  confirm('a card without money on it', () => ({ paymentMethod: 'sandbox_insufficient_funds' }), {
    type: 'PaymentDeclinedError',
    code: 'PAYMENT_DECLINED',
    says: /stands as it was; try another card/,
  }),
  confirm('a card nobody knows', () => ({ paymentMethod: '4111 1111 1111 1111' }), {
    type: 'PaymentDeclinedError',
    code: 'PAYMENT_DECLINED',
    says: /stands as it was; try another card/,
  }),
  confirm('a card that needs a further step', () => ({ paymentMethod: 'sandbox_action_required' }), {
    type: 'PaymentActionRequired',
    says: /stands as it was; try another card/,
  }),
  confirm('an unknown coupon', () => ({ couponCode: 'FREE' }), {
    type: 'CouponError',
    code: 'UNKNOWN_COUPON',
    says: /Leave it out or try another/,
  }),
  confirm('a note of 1001 characters', () => ({ note: 'x'.repeat(1_001) }), badInput('input.note', /1000/)),
  confirm(
    'a key of 256 characters',
    () => ({ idempotencyKey: 'k'.repeat(256) }),
    badInput('input.idempotencyKey', KEY_SAYS),
  ),
  confirm('an empty key', () => ({ idempotencyKey: '' }), badInput('input.idempotencyKey', KEY_SAYS)),
  confirm('a note with a NUL in it', () => ({ note: NUL }), badInput('input.note', /character/)),
  confirm(
    'a door note with half a character',
    () => ({ doorNote: LONE_SURROGATE }),
    badInput('input.doorNote', /character/),
  ),
  confirm('a card with a NUL in it', () => ({ paymentMethod: NUL }), badInput('input.paymentMethod', /character/)),

  cancel('an unknown booking', () => ({ bookingId: NOBODY }), badInput('input.bookingId', /no such booking/)),
  cancel('a booking id that is no id', () => ({ bookingId: 'mine' }), badInput('input.bookingId', /no such booking/)),
  cancel(
    'a booking of somebody else',
    () => ({ bookingId: foreign.confirmed }),
    badInput('input.bookingId', /no such booking/),
  ),
  cancel('a fee that was never shown', () => ({ expectedFee: 1 }), {
    type: 'FeeChangedError',
    code: 'FEE_CHANGED',
    says: /Nothing was cancelled/,
  }),
  cancel(
    'a key of 256 characters',
    () => ({ idempotencyKey: 'k'.repeat(256) }),
    badInput('input.idempotencyKey', KEY_SAYS),
  ),
  cancel('an empty key', () => ({ idempotencyKey: '' }), badInput('input.idempotencyKey', KEY_SAYS)),
  cancel('a reason with a NUL in it', () => ({ reason: NUL }), badInput('input.reason', /character/)),

  search('an unknown region', () => ({ regionId: NOBODY }), badInput('items[0].itemId', /Choose another/)),
  search('a region id that is no id', () => ({ regionId: 'london' }), badInput('input.regionId', /no such region/)),
  search('a reversed range', () => ({ from: '2027-03-12', to: '2027-03-11' }), badInput('to', /Swap them/)),
  search('15 days', () => ({ from: '2027-03-11', to: '2027-03-25' }), badInput('to', /at most 14 days/)),
  search(
    'days that have passed',
    () => ({ from: '2027-03-08', to: '2027-03-09' }),
    badInput('to', /Choose today or later/),
  ),
  search(
    'days beyond the horizon',
    () => ({ from: '2027-06-01', to: '2027-06-02' }),
    badInput('from', /Choose an earlier day/),
  ),
  search('a day that does not exist', () => ({ from: '2027-02-30' }), {
    type: 'BAD_USER_INPUT',
    says: /LocalDate must be an existing day/,
  }),
  search('a time of day that does not exist', () => ({ earliest: '25:00' }), {
    type: 'BAD_USER_INPUT',
    says: /LocalTime must be a wall time/,
  }),
  search(
    'a place outside the region',
    () => ({ place: { latitude: 30.2741, longitude: 120.1551 } }),
    badInput('place', PLACE_SAYS),
  ),
  search(
    'impossible coordinates',
    () => ({ place: { latitude: 51.5, longitude: 180.5 } }),
    badInput('place', COORDINATES_SAY),
  ),
  search(
    'an address of somebody else',
    () => ({ place: { addressId: neighbour.address.id } }),
    badInput('place.addressId', /Choose another/),
  ),
  search('no item', () => ({ items: [] }), badInput('items', /Choose at least one service/)),
  search(
    'units out of range',
    () => ({ items: [{ itemId: scene.item.id, units: 99 }] }),
    badInput('items[0].units', /from 2 to 8/),
  ),
  search('a rating of nine', () => ({ filter: { minRating: 9 } }), badInput('input.filter.minRating', /5/)),

  slots('an unknown provider', () => ({ providerId: NOBODY }), badInput('input.providerId', /no such provider/)),
  slots('a reversed range', () => ({ from: '2027-03-12', to: '2027-03-11' }), badInput('to', /Swap them/)),
  slots('15 days', () => ({ from: '2027-03-11', to: '2027-03-25' }), badInput('to', /at most 14 days/)),
  slots(
    'a place outside the region',
    () => ({ place: { latitude: 30.2741, longitude: 120.1551 } }),
    badInput('place', PLACE_SAYS),
  ),
  slots(
    'impossible coordinates',
    () => ({ place: { latitude: -91, longitude: 0 } }),
    badInput('place', COORDINATES_SAY),
  ),
  slots('no item', () => ({ items: [] }), badInput('items', /Choose at least one service/)),
];

/** Everything a refused request may not change: how many rows there are, and what the bookings in question look like. */
async function stored(): Promise<unknown> {
  const bookings = await api.sql(
    'select id, state, version, note, door_note, hold_expires_at from booking order by id',
  );
  const charged = await api.sql(
    `select count(*)::int as charges from sandbox_charge where status in ('AUTHORIZED', 'CAPTURED')`,
  );
  // Each order to a bank is followed up, whatever came of it.
  const told = await api.sql(`select count(*)::int from outbox_message where topic <> 'look-at-attempt'`);
  return { rows: await api.countRows(...TABLES), bookings, charged, told };
}

describe('bad input is refused in words that help, and nothing is stored', () => {
  it.each(ROWS)('$what', async ({ document, input, refused }) => {
    const before = await stored();

    const answer = await scene.client.send<Record<string, Outcome>>(document, { input: input() });

    if (refused.type === 'BAD_USER_INPUT') {
      expect(answer.errors[0]).toMatchObject({
        message: expect.stringMatching(refused.says),
        extensions: { code: 'BAD_USER_INPUT' },
      });
      if (refused.field !== undefined) expect(answer.errors[0]!.extensions.field).toBe(refused.field);
    } else {
      expect(answer.errors).toEqual([]);
      const [outcome] = Object.values(answer.data!);
      expect(outcome).toMatchObject({ __typename: refused.type, message: expect.stringMatching(refused.says) });
      if (refused.code !== undefined) expect(outcome!.code).toBe(refused.code);
      expect(outcome!.field).toBe(refused.field);
    }
    expect(await stored()).toEqual(before);
  });

  it('an expired hold', async () => {
    const { client, wish: wishOf } = await buildBookingScene(api);
    const { booking } = await holdSlot(client, wishOf());
    const before = await stored();

    api.clock.advanceMinutes(10);
    const outcome = await confirmBooking(client, { bookingId: booking!.id, idempotencyKey: randomUUID() });
    api.clock.advanceMinutes(-10);

    expect(outcome).toMatchObject({
      __typename: 'HoldExpiredError',
      message: expect.stringMatching(/Choose a time again/),
    });
    expect(await stored()).toEqual(before);
  });

  it.each(['holdSlot', 'confirmBooking', 'cancelBooking'] as const)(
    '%s: a key that was used for another body',
    async (operation) => {
      const key = randomUUID();
      const { document, first, other } = {
        holdSlot: {
          document: HOLD_SLOT,
          first: wish({ idempotencyKey: key, expectedTotal: 1 }),
          other: wish({ idempotencyKey: key, expectedTotal: 2 }),
        },
        confirmBooking: {
          document: CONFIRM_BOOKING,
          first: { bookingId: own.held, paymentMethod: 'sandbox_declined', idempotencyKey: key },
          other: { bookingId: own.held, paymentMethod: 'sandbox_visa', idempotencyKey: key },
        },
        cancelBooking: {
          document: CANCEL_BOOKING,
          first: { bookingId: own.confirmed, expectedFee: 1, idempotencyKey: key },
          other: { bookingId: own.confirmed, expectedFee: 0, idempotencyKey: key },
        },
      }[operation];
      await scene.client.ask(document, { input: first });
      const before = await stored();

      const answer = await scene.client.send(document, { input: other });

      expect(answer.errors[0]).toMatchObject({
        message: expect.stringMatching(/Use a new key/),
        extensions: { code: 'BAD_USER_INPUT', field: 'input.idempotencyKey' },
      });
      expect(await stored()).toEqual(before);
    },
  );

  it('takes a key of 255 characters, counted as people count them', async () => {
    const { client, wish: wishOf } = await buildBookingScene(api);

    expect(await holdSlot(client, wishOf({ idempotencyKey: `${'钥'.repeat(254)}🔑` }))).toMatchObject({
      __typename: 'Hold',
    });
  });

  it('says it in the language of the request', async () => {
    const chinese = await api.as(scene.household, { 'accept-language': 'zh-CN' });

    expect(await holdSlot(chinese, wish({ items: [] }))).toMatchObject({
      code: 'NO_ITEMS',
      message: '请至少选择一项服务。',
    });
  });
});
