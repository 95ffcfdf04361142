import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { newId } from '../../api/kernel/ids.ts';
import { Voucher } from '../../api/modules/loyalty/index.ts';
import { confirmBooking, holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene, buildNeighbour } from '../support/booking-scene.ts';
import type { BookingScene } from '../support/booking-scene.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import type { GraphQLClient } from '../support/graphql-client.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const DAY_MS = 86_400_000;

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const APPLY = /* GraphQL */ `
  mutation ($input: ApplyVoucherInput!) {
    applyVoucher(input: $input) {
      __typename
      ... on UserError {
        code
        message
      }
      ... on VoucherApplied {
        booking {
          id
          quote {
            lines {
              kind
              label
              amount {
                amount
              }
            }
            discounts {
              amount
            }
            tax {
              amount
            }
            total {
              amount
            }
          }
        }
      }
    }
  }
`;

interface Applied {
  readonly __typename: string;
  readonly code?: string;
  readonly booking?: {
    readonly quote: {
      readonly lines: readonly { readonly kind: string; readonly amount: { readonly amount: number } }[];
      readonly total: { readonly amount: number };
    };
  };
}

async function apply(client: GraphQLClient, bookingId: string, voucherId: string | null): Promise<Applied> {
  return (await client.ask<{ applyVoucher: Applied }>(APPLY, { input: { bookingId, voucherId } })).applyVoucher;
}

async function giveVoucher(scene: BookingScene, changes: Partial<Voucher> = {}): Promise<string> {
  const id = newId();
  const { household, provider } = scene;
  const booking = await buildBooking(api.em, {
    household: household.id,
    provider,
    state: BookingState.CANCELLED,
    startsAt: new Date('2027-03-09T10:00:00Z'),
  });
  const now = api.clock.now();
  await api.em.insert(Voucher, {
    id,
    household: household.id,
    amountMinor: 600,
    currency: booking.storedQuote.currency,
    issuedFor: booking.id,
    issuedAt: now,
    expiresAt: new Date(now.getTime() + DAY_MS),
    usedFor: null,
    ...changes,
  });
  return id;
}

async function hold(scene: BookingScene): Promise<string> {
  return (await holdSlot(scene.client, scene.wish())).booking!.id;
}

const usable = async (client: GraphQLClient): Promise<readonly { id: string; bookingId: string | null }[]> =>
  (await client.ask<{ myVouchers: { id: string; bookingId: string | null }[] }>('{ myVouchers { id bookingId } }'))
    .myVouchers;

describe('applyVoucher', () => {
  it('lowers the price of a hold, shows it as a line, and is charged that way', async () => {
    const scene = await buildBookingScene(api);
    const voucher = await giveVoucher(scene);
    const bookingId = await hold(scene);

    const applied = await apply(scene.client, bookingId, voucher);

    expect(applied).toMatchObject({
      __typename: 'VoucherApplied',
      booking: { quote: { discounts: { amount: 600 }, total: { amount: 5_400 } } },
    });
    expect(applied.booking!.quote.lines.at(-1)).toMatchObject({ kind: 'DISCOUNT', amount: { amount: -600 } });
    expect(await usable(scene.client)).toEqual([{ id: voucher, bookingId }]);
    const confirmed = await confirmBooking(scene.client, { bookingId, idempotencyKey: randomUUID() });
    expect(confirmed.booking!.quote.total.amount).toBe(5_400);
    expect(await api.sql('select amount from payment where reference = $1', [bookingId])).toEqual([{ amount: 5_400 }]);
    expect(await usable(scene.client)).toEqual([]);
  });

  it('is taken off again, and the price is what it was', async () => {
    const scene = await buildBookingScene(api);
    const voucher = await giveVoucher(scene);
    const bookingId = await hold(scene);
    await apply(scene.client, bookingId, voucher);

    const without = await apply(scene.client, bookingId, null);

    expect(without.booking!.quote.total.amount).toBe(6_000);
    expect(without.booking!.quote.lines.map(({ kind }) => kind)).not.toContain('DISCOUNT');
    expect(await usable(scene.client)).toEqual([{ id: voucher, bookingId: null }]);
  });

  it('is one for each visit: the second takes the place of the first, and applying twice is applying once', async () => {
    const scene = await buildBookingScene(api);
    const first = await giveVoucher(scene);
    const second = await giveVoucher(scene, { amountMinor: 1_000 });
    const bookingId = await hold(scene);
    await apply(scene.client, bookingId, first);
    await apply(scene.client, bookingId, second);

    const again = await apply(scene.client, bookingId, second);

    expect(again.booking!.quote.total.amount).toBe(5_000);
    expect((await usable(scene.client)).find(({ id }) => id === first)).toEqual({ id: first, bookingId: null });
  });

  it('takes off no more than there is to pay, and then no card is asked', async () => {
    const scene = await buildBookingScene(api);
    const voucher = await giveVoucher(scene, { amountMinor: 1_000_000 });
    const bookingId = await hold(scene);

    expect((await apply(scene.client, bookingId, voucher)).booking!.quote.total.amount).toBe(0);

    const outcome = await confirmBooking(scene.client, { bookingId, idempotencyKey: randomUUID() });
    expect(outcome.__typename).toBe('BookingConfirmed');
    expect(await api.sql('select 1 from payment where reference = $1', [bookingId])).toEqual([]);
  });

  it.each([
    ['that ended', { expiresAt: new Date(0) }],
    ['of another currency', { currency: 'XTS' }],
  ])('refuses one %s, and the price stays', async (_, changes) => {
    const scene = await buildBookingScene(api);
    const voucher = await giveVoucher(scene, changes);
    const bookingId = await hold(scene);

    expect(await apply(scene.client, bookingId, voucher)).toMatchObject({
      __typename: 'VoucherNotUsableError',
      code: 'VOUCHER_NOT_USABLE',
    });
    expect(await api.sql(`select stored_quote->'total' as total from booking where id = $1`, [bookingId])).toEqual([
      { total: 6_000 },
    ]);
  });

  it("refuses another household's as one that does not exist", async () => {
    const scene = await buildBookingScene(api);
    const voucher = await giveVoucher(scene);
    const neighbour = await buildNeighbour(api, scene);
    const held = await holdSlot(neighbour.client, scene.wish({ place: { addressId: neighbour.address.id } }));

    const another = await apply(neighbour.client, held.booking!.id, voucher);

    expect(another.__typename).toBe('VoucherNotUsableError');
    expect(another).toEqual(await apply(neighbour.client, held.booking!.id, newId()));
  });

  it('answers that nothing is held for a booking that is agreed, and for a hold of others', async () => {
    const scene = await buildBookingScene(api);
    const voucher = await giveVoucher(scene);
    const bookingId = await hold(scene);
    const neighbour = await buildNeighbour(api, scene);
    expect((await apply(neighbour.client, bookingId, voucher)).__typename).toBe('HoldExpiredError');
    await confirmBooking(scene.client, { bookingId, idempotencyKey: randomUUID() });

    expect((await apply(scene.client, bookingId, voucher)).__typename).toBe('HoldExpiredError');
  });

  it('is free again after a cancellation that costs nothing, and used up after one that costs something', async () => {
    const scene = await buildBookingScene(api);
    const voucher = await giveVoucher(scene);
    const bookingId = await hold(scene);
    await apply(scene.client, bookingId, voucher);
    await confirmBooking(scene.client, { bookingId, idempotencyKey: randomUUID() });

    await api.sql(`update booking set state = 'CANCELLED', cancellation_fee_amount = 100 where id = $1`, [bookingId]);
    expect(await usable(scene.client)).toEqual([]);
    await api.sql('update booking set cancellation_fee_amount = 0 where id = $1', [bookingId]);

    expect(await usable(scene.client)).toMatchObject([{ id: voucher }]);
  });

  it('goes to one of two holds that ask at once', async () => {
    const scene = await buildBookingScene(api);
    const voucher = await giveVoucher(scene);
    const bookings = await Promise.all(
      [1, 2, 3, 4].map(
        async (day) =>
          (
            await buildBooking(api.em, {
              household: scene.household.id,
              provider: scene.provider,
              state: BookingState.HELD,
              confirmedAt: null,
              holdExpiresAt: new Date(api.clock.now().getTime() + 600_000),
              startsAt: new Date(`2027-03-2${day}T10:00:00Z`),
            })
          ).id,
      ),
    );

    const answers = await Promise.all(bookings.map((id) => apply(scene.client, id, voucher)));

    expect(answers.map(({ __typename }) => __typename).sort()).toEqual([
      'VoucherApplied',
      'VoucherNotUsableError',
      'VoucherNotUsableError',
      'VoucherNotUsableError',
    ]);
  });
});
