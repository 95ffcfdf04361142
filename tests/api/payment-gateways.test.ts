import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SandboxGateway } from '../../api/modules/payments/sandbox-gateway.ts';
import { createStripeGateway } from '../../api/platform/stripe-gateway.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { startFakeStripe } from '../support/fakes/stripe.ts';
import type { FakeStripe } from '../support/fakes/stripe.ts';
import { describeGateway } from '../support/gateway-conformance.ts';
import { createTestDatabase } from '../support/test-database.ts';
import type { TestDatabase } from '../support/test-database.ts';

const clock = new FakeClock();

describe('the sandbox', () => {
  let world: TestDatabase;
  let gateway: SandboxGateway;
  beforeAll(async () => {
    world = await createTestDatabase();
    gateway = new SandboxGateway(world.database.em.fork(), clock, 20);
  });
  afterAll(() => world.close());
  const count = async (table: string): Promise<number> => {
    const [row] = await world.database.em.fork().execute<{ n: number }[]>(`select count(*)::int as n from ${table}`);
    return row!.n;
  };

  describeGateway(() => ({
    gateway,
    cards: {
      good: 'sandbox_visa',
      declined: 'sandbox_declined',
      insufficientFunds: 'sandbox_insufficient_funds',
      step: 'sandbox_action_required',
      lateFailure: 'sandbox_late_failure',
      lostAnswer: 'sandbox_lost_answer',
      slow: 'sandbox_slow',
    },
    account: 'any',
    beforeLost: () => undefined,
    beforeSlow: () => undefined,
    failLate: async () => undefined,
    answerStep: (id, isAgreed) => gateway.answerStep(id, isAgreed),
    countCharges: () => count('sandbox_charge'),
    countTransfers: () => count('sandbox_transfer'),
    now: () => clock.now(),
  }));
});

describe('Stripe', () => {
  let stripe: FakeStripe;
  const gateway = () => createStripeGateway(stripe.settings, clock)!;
  beforeAll(async () => {
    stripe = await startFakeStripe(() => clock.now());
  });
  afterAll(() => stripe.stop());

  describeGateway(() => ({
    gateway: gateway(),
    cards: {
      good: 'pm_card_visa',
      declined: 'pm_card_visa_chargeDeclined',
      insufficientFunds: 'pm_card_visa_chargeDeclinedInsufficientFunds',
      step: 'pm_card_authenticationRequired',
      lateFailure: 'pm_card_visa',
      lostAnswer: 'pm_card_visa',
      slow: 'pm_card_visa',
    },
    account: 'acct_provider',
    // The library repeats by itself once.
    beforeLost: () => stripe.trouble('lost', 'lost'),
    beforeSlow: () => stripe.trouble({ delayMs: 150 }),
    failLate: async (id) => stripe.books.lapse(id),
    answerStep: async (id, isAgreed) => stripe.books.answerStep(id, isAgreed),
    countCharges: async () => stripe.books.intents.length,
    countTransfers: async () => stripe.books.transfers.length,
    now: () => clock.now(),
  }));

  const order = (idempotencyKey: string, paymentMethod = 'pm_card_visa') => ({
    idempotencyKey,
    paymentMethod,
    amount: 6_000,
    currency: 'GBP',
    returnUrl: 'https://doorstep.test/bookings',
  });

  it('answers after one lost answer, since the call is repeated with its key', async () => {
    stripe.trouble('lost');

    expect(await gateway().authorize(order('lost once'))).toMatchObject({ kind: 'AUTHORIZED' });
    expect(stripe.books.intents.filter(({ metadata }) => metadata['doorstep_key'] === 'lost once')).toHaveLength(1);
  });

  it.each([500, 503, 429])('does not know what became of a call that was answered by %i', async (status) => {
    // The library repeats what Stripe failed at, and not what it was asked too often.
    stripe.trouble(...(status === 429 ? [{ status }] : [{ status }, { status }]));

    await expect(gateway().authorize(order(`failed ${status}`))).rejects.toMatchObject({ failure: 'UNKNOWN' });
    expect(await gateway().lookupByKey(`failed ${status}`, clock.now())).toBeNull();
  });

  it('gives up on an answer that does not come, and finds the payment by its key among many', async () => {
    for (let other = 0; other < 120; other++) await gateway().authorize(order(`other ${other}`));
    stripe.trouble({ delayMs: 1_000 }, { delayMs: 1_000 });

    await expect(gateway().authorize(order('late'))).rejects.toMatchObject({ failure: 'UNKNOWN' });
    for (let other = 120; other < 240; other++) await gateway().authorize(order(`other ${other}`));

    expect(await gateway().lookupByKey('late', clock.now())).toMatchObject({ status: 'AUTHORIZED' });
  });

  it('says in no error who paid, how or with which secret', async () => {
    const wrong = createStripeGateway({ ...stripe.settings, secretKey: 'sk_test_wrong' }, clock)!;

    const error: unknown = await wrong.authorize(order('secret')).catch((reason: unknown) => reason);

    expect(error).toMatchObject({ name: 'GatewayError', failure: 'UNKNOWN' });
    expect(JSON.stringify([error, (error as Error).message, (error as Error).stack])).not.toMatch(/sk_test|pm_card/);
  });

  it('takes the money of a wallet that cannot hold it when the household agrees, and gives it back', async () => {
    const outcome = await gateway().authorize(order('alipay', 'alipay'));
    if (outcome.kind !== 'ACTION_REQUIRED') throw new Error(outcome.kind);
    stripe.books.answerStep(outcome.gatewayId, true);

    expect(await gateway().lookup(outcome.gatewayId)).toMatchObject({ status: 'CAPTURED', captured: 6_000 });
    await gateway().refund(outcome.gatewayId, 6_000);
    expect(await gateway().lookup(outcome.gatewayId)).toMatchObject({ captured: 6_000, refunded: 6_000 });
  });

  it('is asked for no method that is not configured', async () => {
    expect(await gateway().authorize(order('wechat', 'wechat_pay'))).toMatchObject({ declineCode: 'unknown_card' });
  });
});
