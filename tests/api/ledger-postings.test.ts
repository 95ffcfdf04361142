import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Role } from '../../api/modules/accounts/index.ts';
import { BookingState } from '../../api/modules/bookings/index.ts';
import { bookPayments } from '../../api/modules/bookings/book-payments.ts';
import { publish } from '../../api/platform/outbox.ts';
import { inUnitOfWork } from '../../api/platform/unit-of-work.ts';
import { buildBooking } from '../support/builders/booking.builder.ts';
import { buildProvider } from '../support/builders/provider.builder.ts';
import { signedIn } from '../support/evidence-scene.ts';
import type { Person } from '../support/evidence-scene.ts';
import { QUOTE, buildPaidVisit, postedFor } from '../support/ledger-scene.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';
import { authorize, buildVisitScene, minutesIn } from '../support/visit-scene.ts';

let api: TestApi;
let operator: Person;
beforeAll(async () => {
  api = await startTestApi();
  operator = await signedIn(api, Role.OPERATOR);
});
afterAll(() => api.close());

async function refund(bookingId: string, amount: number, borneBy: string): Promise<void> {
  const { refundBooking } = await operator.client.ask<{ refundBooking: { __typename: string } }>(
    'mutation ($input: RefundBookingInput!) { refundBooking(input: $input) { __typename } }',
    { input: { bookingId, amount, borneBy, reason: 'A vase was broken', idempotencyKey: randomUUID() } },
  );
  expect(refundBooking.__typename).toBe('BookingRefunded');
  await runDueJobs(api);
}

describe('the ledger', () => {
  it('tells of a finished visit once: work, commission, tax, tip, and a voucher that the platform bears', async () => {
    const { bookingId } = await buildPaidVisit(api);
    const posted = await postedFor(api, bookingId);
    await inUnitOfWork(api.em, (em) => bookPayments(em, api.clock, [bookingId]));
    await Promise.all(
      Array.from({ length: 5 }, () => inUnitOfWork(api.em, (em) => bookPayments(em, api.clock, [bookingId]))),
    );

    // 6,000 less 1,000 tax plus 1,200 of the voucher is work of 6,200; 15 % of it is 930.
    expect(posted).toEqual([
      {
        kind: 'VISIT',
        lines: {
          GATEWAY_CLEARING: 6_600,
          PROMOTIONS: 1_200,
          PROVIDER_PAYABLE: -5_270,
          COMMISSION: -930,
          TAX: -1_000,
          TIPS: -600,
        },
      },
    ]);
    expect(await postedFor(api, bookingId)).toEqual(posted);
  });

  it('takes a refund from all who had a share, and goodwill from the platform alone', async () => {
    const { bookingId } = await buildPaidVisit(api);
    await refund(bookingId, 3_000, 'VISIT');
    await refund(bookingId, 500, 'PLATFORM');

    expect((await postedFor(api, bookingId)).slice(1)).toEqual([
      {
        kind: 'REFUND',
        lines: { GATEWAY_CLEARING: -3_000, PROMOTIONS: -600, PROVIDER_PAYABLE: 2_635, COMMISSION: 465, TAX: 500 },
      },
      { kind: 'GOODWILL', lines: { GATEWAY_CLEARING: -500, PROMOTIONS: 500 } },
    ]);
  });

  it('tells of a fee for calling off late, which is not a tip and brings no voucher in', async () => {
    api.clock.set(minutesIn(-180));
    const scene = await buildVisitScene(api, { storedQuote: { ...QUOTE, lines: [...QUOTE.lines] } });
    const { cancelBooking } = await scene.client.ask<{ cancelBooking: { __typename: string } }>(
      'mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { __typename } }',
      { input: { bookingId: scene.bookingId, expectedFee: 3_300, idempotencyKey: randomUUID() } },
    );
    await runDueJobs(api);

    expect(cancelBooking.__typename).toBe('BookingCancelled');
    // 3,300 with 550 of tax in it, 15 % of 2,750 rounded up.
    expect(await postedFor(api, scene.bookingId)).toEqual([
      {
        kind: 'CANCELLATION_FEE',
        lines: { GATEWAY_CLEARING: 3_300, PROVIDER_PAYABLE: -2_337, COMMISSION: -413, TAX: -550 },
      },
    ]);
  });

  it('owes the provider for a visit that a voucher paid for whole', async () => {
    api.clock.set(minutesIn(-30));
    const given = { ...QUOTE, lines: [], discounts: 6_000, tax: 0, tip: 0, total: 0 };
    const booking = await buildBooking(api.em, {
      storedQuote: given,
      startsAt: minutesIn(0),
      state: BookingState.CONFIRMED,
    });
    await api.sql(
      `insert into outbox_message (id, topic, payload, due_at, created_at)
       values (gen_random_uuid(), 'complete-visit', jsonb_build_object('bookingId', $1::text, 'generation', 1), $2, $2)`,
      [booking.id, minutesIn(120)],
    );
    api.clock.set(minutesIn(121));
    await runDueJobs(api);

    expect(await postedFor(api, booking.id)).toEqual([
      { kind: 'VISIT', lines: { PROMOTIONS: 6_000, PROVIDER_PAYABLE: -5_100, COMMISSION: -900 } },
    ]);
  });

  it('tells of what was added during the visit beside the visit itself', async () => {
    api.clock.set(minutesIn(-30));
    const scene = await buildVisitScene(api);
    api.clock.set(minutesIn(0));
    await scene.begin();
    await scene.byProvider('proposeExtra', { minutes: 30 });
    await scene.byHousehold('answerExtra', { agree: true, expectedAmount: 1_500, paymentMethod: 'sandbox_visa' });
    api.clock.set(minutesIn(150));
    await scene.byProvider('finishVisit');
    await runDueJobs(api);

    expect((await postedFor(api, scene.bookingId)).toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      { kind: 'EXTRA', lines: { GATEWAY_CLEARING: 1_500, PROVIDER_PAYABLE: -1_062, COMMISSION: -188, TAX: -250 } },
      { kind: 'VISIT', lines: { GATEWAY_CLEARING: 6_000, PROVIDER_PAYABLE: -4_250, COMMISSION: -750, TAX: -1_000 } },
    ]);
  });

  it('owes a fee for moving late to whoever kept the old time free', async () => {
    api.clock.set(minutesIn(-30));
    const { id: former } = await buildProvider(api.em);
    const { bookingId } = await buildVisitScene(api);
    const reference = `${bookingId}/move-2`;
    await authorize(api, reference, { total: 3_000, currency: 'GBP' });
    await inUnitOfWork(api.em, (em) =>
      publish(em, api.clock, [{ topic: 'settle-move-fee', payload: { reference, due: 3_000, payee: former } }]),
    );
    await runDueJobs(api);

    expect(await postedFor(api, bookingId)).toEqual([
      { kind: 'MOVE_FEE', lines: { GATEWAY_CLEARING: 3_000, PROVIDER_PAYABLE: -2_125, COMMISSION: -375, TAX: -500 } },
    ]);
    expect(
      await api.sql('select distinct provider_id as id from ledger_transaction where reference = $1', [reference]),
    ).toEqual([{ id: former }]);
  });

  it('says nothing of a payment that was let go of', async () => {
    api.clock.set(minutesIn(-60 * 48));
    const scene = await buildVisitScene(api);
    await scene.client.ask('mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { __typename } }', {
      input: { bookingId: scene.bookingId, expectedFee: 0, idempotencyKey: randomUUID() },
    });
    await runDueJobs(api);

    expect(await postedFor(api, scene.bookingId)).toEqual([]);
  });
});
