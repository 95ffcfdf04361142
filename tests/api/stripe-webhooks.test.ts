import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settlePayment } from '../../api/modules/payments/index.ts';
import { createStripeGateway } from '../../api/platform/stripe-gateway.ts';
import { confirmBooking, holdSlot } from '../support/booking-operations.ts';
import { buildBookingScene } from '../support/booking-scene.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { signEvent } from '../support/fakes/stripe-events.ts';
import { startFakeStripe } from '../support/fakes/stripe.ts';
import type { FakeStripe } from '../support/fakes/stripe.ts';
import { runDueJobs } from '../support/run-jobs.ts';
import { startTestApi } from '../support/test-api.ts';
import type { TestApi } from '../support/test-api.ts';

const clock = new FakeClock();
let stripe: FakeStripe;
let api: TestApi;
let url: string;
beforeAll(async () => {
  stripe = await startFakeStripe(() => clock.now());
  const { secretKey, webhookSecret, apiUrl } = stripe.settings;
  api = await startTestApi({
    clock,
    environment: { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret, STRIPE_API_URL: apiUrl! },
  });
  url = `${api.url}/webhooks/stripe`;
});
afterAll(async () => {
  await api.close();
  await stripe.stop();
});
beforeEach(() => void stripe.books.events.splice(0));

const gateway = () => createStripeGateway(stripe.settings, clock)!;
const runJobs = async (): Promise<void> => runDueJobs(api, gateway());

interface PaymentRow {
  readonly gateway: string;
  readonly gatewayId: string;
  readonly status: string;
  readonly captured: number;
  readonly refunded: number;
}

/** A visit whose money Stripe holds. */
async function book(): Promise<{ bookingId: string; intent: string; payment(): Promise<PaymentRow> }> {
  const scene = await buildBookingScene(api);
  const bookingId = (await holdSlot(scene.client, scene.wish())).booking!.id;
  const outcome = await confirmBooking(scene.client, {
    bookingId,
    paymentMethod: 'pm_card_visa',
    idempotencyKey: randomUUID(),
  });
  expect(outcome.__typename).toBe('BookingConfirmed');
  const payment = async (): Promise<PaymentRow> => {
    const [row] = await api.sql<PaymentRow>(
      'select gateway, gateway_id as "gatewayId", status, captured, refunded from payment where reference = $1',
      [bookingId],
    );
    return row!;
  };
  return { bookingId, intent: (await payment()).gatewayId, payment };
}

async function post(body: string, signature: string | null): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    ...(signature === null ? {} : { 'stripe-signature': signature }),
  };
  return (await fetch(url, { method: 'POST', headers, body })).status;
}

describe('what Stripe tells', () => {
  it('is about a payment that was made there', async () => {
    const { intent, payment } = await book();

    expect(await payment()).toEqual({
      gateway: 'stripe',
      gatewayId: intent,
      status: 'AUTHORIZED',
      captured: 0,
      refunded: 0,
    });
    expect(stripe.books.intents.find(({ id }) => id === intent)).toMatchObject({
      amount: 6_000,
      currency: 'gbp',
      capture_method: 'manual',
      status: 'requires_capture',
    });
  });

  it('is believed with Stripe’s signature alone, over these very bytes, for five minutes', async () => {
    const body = JSON.stringify({ id: 'evt_forged', object: 'event', type: 'x', created: 1, data: { object: {} } });
    const secret = stripe.settings.webhookSecret;
    const old = new Date(clock.now().getTime() - 301_000);

    expect(await post(body, null)).toBe(400);
    expect(await post(body, 'nonsense')).toBe(400);
    expect(await post(body, signEvent(body, 'whsec_other', clock.now()))).toBe(400);
    expect(await post(`${body} `, signEvent(body, secret, clock.now()))).toBe(400);
    expect(await post(body, signEvent(body, secret, old))).toBe(400);
    expect(await post('not json', signEvent('not json', secret, clock.now()))).toBe(400);
    expect(await api.sql(`select 1 from gateway_event where id = 'evt_forged'`)).toEqual([]);
    expect(await post(body, signEvent(body, secret, clock.now()))).toBe(204);
    expect(await api.sql(`select 1 from gateway_event where id = 'evt_forged'`)).toHaveLength(1);
  });

  it('is acted on once, however often it comes', async () => {
    const { intent } = await book();
    stripe.books.events.splice(0);
    stripe.books.lapse(intent);

    const statuses = await stripe.deliver(url, (events) => [...events, ...events, ...events]);

    expect(statuses).toEqual([204, 204, 204]);
    expect(
      await api.sql(`select 1 from outbox_message where topic = 'look-at-charge' and payload->>'chargeId' = $1`, [
        intent,
      ]),
    ).toHaveLength(1);
  });

  it('changes nothing that a look at Stripe does not bear out', async () => {
    const { intent, payment } = await book();
    const object = { object: 'payment_intent', id: intent, status: 'succeeded', amount_received: 6_000 };
    const body = JSON.stringify({ id: 'evt_lie', object: 'event', type: 'payment_intent.succeeded', data: { object } });

    expect(await post(body, signEvent(body, stripe.settings.webhookSecret, clock.now()))).toBe(204);
    await runJobs();

    expect(await payment()).toMatchObject({ status: 'AUTHORIZED', captured: 0 });
  });

  it('comes in any order: what was taken and given back there ends in our books', async () => {
    const { intent, payment } = await book();
    await gateway().capture(intent, 4_000);
    await gateway().refund(intent, 1_000);

    expect(await stripe.deliver(url, (events) => events.toReversed())).toEqual([204, 204, 204]);
    await runJobs();

    expect(await payment()).toMatchObject({ status: 'PARTLY_REFUNDED', captured: 4_000, refunded: 1_000 });
  });

  it('opens a case when the bank lets go of money that becomes due', async () => {
    const { bookingId, intent, payment } = await book();
    stripe.books.lapse(intent);
    await stripe.deliver(url);
    await runJobs();
    expect(await payment()).toMatchObject({ status: 'VOIDED' });

    const paying = { em: api.em, clock, stripe: gateway() };
    await settlePayment(paying, bookingId, 6_000);
    await settlePayment(paying, bookingId, 6_000);
    await runJobs();

    expect(await payment()).toMatchObject({ status: 'DECLINED', captured: 0 });
    expect(await api.sql('select kind from support_case where booking_id = $1', [bookingId])).toEqual([
      { kind: 'PAYMENT_LOST' },
    ]);
  });

  it('is not waited for: a capture that the bank no longer stands by opens the case too', async () => {
    const { bookingId, intent, payment } = await book();
    stripe.books.lapse(intent);

    await settlePayment({ em: api.em, clock, stripe: gateway() }, bookingId, 6_000);
    await runJobs();

    expect(await payment()).toMatchObject({ status: 'DECLINED' });
    expect(await api.sql('select kind from support_case where booking_id = $1', [bookingId])).toHaveLength(1);
  });
});
