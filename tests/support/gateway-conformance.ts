import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { GatewayError } from '../../api/platform/payment-gateway.ts';
import type { AuthorizeOrder, AuthorizeOutcome, PaymentGateway } from '../../api/platform/payment-gateway.ts';

/** What a gateway's far end offers the suite; a card is named as that gateway knows it. */
export interface GatewayAtHand {
  readonly gateway: PaymentGateway;
  readonly cards: Readonly<
    Record<'good' | 'declined' | 'insufficientFunds' | 'step' | 'lateFailure' | 'lostAnswer' | 'slow', string>
  >;
  readonly account: string;
  /** Arranges what happens to the next order with such a card, where the card alone does not say it. */
  beforeLost(): void;
  beforeSlow(): void;
  /** The bank takes back its promise, where the card alone does not see to it. */
  failLate(gatewayId: string): Promise<void>;
  /** Whoever pays takes the bank's step. */
  answerStep(gatewayId: string, isAgreed: boolean): Promise<void>;
  /** How many authorisations the far end knows. */
  countCharges(): Promise<number>;
  countTransfers(): Promise<number>;
  readonly now: () => Date;
}

const GBP = { amount: 6_000, currency: 'GBP', returnUrl: 'https://doorstep.test/bookings' } as const;

/** What every gateway keeps to, whoever is behind it (M1). */
export function describeGateway(atHand: () => GatewayAtHand): void {
  const order = (changes: Partial<AuthorizeOrder> = {}): AuthorizeOrder => ({
    ...GBP,
    idempotencyKey: randomUUID(),
    paymentMethod: atHand().cards.good,
    ...changes,
  });
  const authorize = async (changes: Partial<AuthorizeOrder> = {}): Promise<AuthorizeOutcome> =>
    atHand().gateway.authorize(order(changes));
  const hold = async (changes: Partial<AuthorizeOrder> = {}): Promise<string> => {
    const outcome = await authorize(changes);
    if (outcome.kind !== 'AUTHORIZED') throw new Error(`not authorised: ${outcome.kind}`);
    return outcome.gatewayId;
  };
  const failureOf = async (call: Promise<unknown>): Promise<string> =>
    call.then(
      () => 'no failure',
      (error: unknown) => (error instanceof GatewayError ? error.failure : String(error)),
    );
  const charge = async (gatewayId: string): Promise<object> => expectPresent(await atHand().gateway.lookup(gatewayId));

  it('holds money, and knows what it holds', async () => {
    const gatewayId = await hold();

    expect(await charge(gatewayId)).toEqual({
      gatewayId,
      status: 'AUTHORIZED',
      currency: 'GBP',
      amount: 6_000,
      captured: 0,
      refunded: 0,
      declineCode: null,
      actionUrl: null,
    });
  });

  it('gives the same answer to the same order with the same key, ten times in a row: one charge', async () => {
    const { gateway, countCharges } = atHand();
    const same = order();
    const before = await countCharges();

    const first = await gateway.authorize(same);
    for (let repeat = 1; repeat < 10; repeat++) expect(await gateway.authorize(same)).toEqual(first);

    expect(await countCharges()).toBe(before + 1);
  });

  it.each([{ amount: 6_001 }, { currency: 'EUR' }, { paymentMethod: 'another' }])(
    'refuses another order with the same key: %o',
    async (change) => {
      const { gateway, countCharges } = atHand();
      const first = order();
      const gatewayId = await hold(first);
      const before = await countCharges();
      const changed = change.paymentMethod ? { paymentMethod: atHand().cards.declined } : change;

      expect(await failureOf(gateway.authorize({ ...first, ...changed }))).toBe('KEY_REUSED');

      expect(await countCharges()).toBe(before);
      expect(await charge(gatewayId)).toMatchObject({ status: 'AUTHORIZED', amount: 6_000, currency: 'GBP' });
    },
  );

  it('asks for no amount that is not a whole number above 0', async () => {
    for (const amount of [0, -1, 10.5, Number.NaN]) await expect(authorize({ amount })).rejects.toThrow(RangeError);
  });

  it('takes a part and lets go of the rest, once', async () => {
    const { gateway } = atHand();
    const gatewayId = await hold();

    await gateway.capture(gatewayId, 2_500);
    await gateway.capture(gatewayId, 2_500);

    expect(await charge(gatewayId)).toMatchObject({ status: 'CAPTURED', amount: 6_000, captured: 2_500, refunded: 0 });
    expect(await failureOf(gateway.capture(gatewayId, 3_500))).not.toBe('no failure');
    expect(await failureOf(gateway.void(gatewayId))).toBe('REFUSED');
    expect(await charge(gatewayId)).toMatchObject({ status: 'CAPTURED', captured: 2_500 });
  });

  it('takes no more than was held', async () => {
    const gatewayId = await hold();

    expect(await failureOf(atHand().gateway.capture(gatewayId, 6_001))).toBe('REFUSED');
    expect(await charge(gatewayId)).toMatchObject({ status: 'AUTHORIZED', captured: 0 });
  });

  it('lets go of all, once, and then takes nothing', async () => {
    const { gateway } = atHand();
    const gatewayId = await hold();

    await gateway.void(gatewayId);
    await gateway.void(gatewayId);

    expect(await failureOf(gateway.capture(gatewayId, 6_000))).toBe('REFUSED');
    expect(await charge(gatewayId)).toMatchObject({ status: 'VOIDED', captured: 0 });
  });

  it('gives back up to a total, however often that is said', async () => {
    const { gateway } = atHand();
    const gatewayId = await hold();
    await gateway.capture(gatewayId, 5_000);

    await gateway.refund(gatewayId, 1_000);
    await gateway.refund(gatewayId, 1_000);
    expect(await charge(gatewayId)).toMatchObject({ status: 'CAPTURED', captured: 5_000, refunded: 1_000 });
    await gateway.refund(gatewayId, 5_000);
    await gateway.refund(gatewayId, 5_000);

    expect(await charge(gatewayId)).toMatchObject({ captured: 5_000, refunded: 5_000 });
  });

  it('gives back no more than was taken, and nothing of what was only held', async () => {
    const { gateway } = atHand();
    const [taken, held] = [await hold(), await hold()];
    await gateway.capture(taken, 5_000);

    expect(await failureOf(gateway.refund(taken, 5_001))).toBe('REFUSED');
    expect(await failureOf(gateway.refund(held, 1))).toBe('REFUSED');
    expect(await charge(taken)).toMatchObject({ refunded: 0 });
  });

  it('does not give back twice what two callers want back at once', async () => {
    const { gateway } = atHand();
    const gatewayId = await hold();
    await gateway.capture(gatewayId, 6_000);

    await Promise.allSettled([gateway.refund(gatewayId, 2_000), gateway.refund(gatewayId, 3_000)]);
    await gateway.refund(gatewayId, 3_000);

    expect(await charge(gatewayId)).toMatchObject({ refunded: 3_000 });
  });

  it('knows nothing of an id or a key that was never used', async () => {
    const { gateway, now } = atHand();

    expect(await gateway.lookup('pi_unknown')).toBeNull();
    expect(await gateway.lookup(randomUUID())).toBeNull();
    expect(await gateway.lookupByKey(randomUUID(), now())).toBeNull();
    expect(await failureOf(gateway.capture(randomUUID(), 1))).toBe('REFUSED');
  });

  it.each([
    ['declined', /^(card_declined|generic_decline)$/],
    ['insufficientFunds', /^insufficient_funds$/],
  ] as const)('passes on the bank’s no: %s', async (card, code) => {
    const { gateway, cards, now } = atHand();
    const declined = order({ paymentMethod: cards[card] });

    const outcome = await gateway.authorize(declined);

    expect(outcome).toEqual({ kind: 'DECLINED', declineCode: expect.stringMatching(code) as string });
    expect(await gateway.authorize(declined)).toEqual(outcome);
    expect(await gateway.lookupByKey(declined.idempotencyKey, now())).toMatchObject({
      status: 'DECLINED',
      declineCode: expect.stringMatching(code) as string,
    });
  });

  it('takes a card that nobody knows for declined', async () => {
    expect(await authorize({ paymentMethod: 'nonsense' })).toEqual({ kind: 'DECLINED', declineCode: 'unknown_card' });
  });

  it.each([
    [true, 'AUTHORIZED'],
    [false, 'DECLINED'],
  ])('waits for the bank’s step: agreed %s → %s', async (isAgreed, status) => {
    const { gateway, cards, answerStep } = atHand();
    const stepped = order({ paymentMethod: cards.step });

    const outcome = await gateway.authorize(stepped);
    if (outcome.kind !== 'ACTION_REQUIRED') throw new Error(`no step: ${outcome.kind}`);
    expect(await gateway.authorize(stepped)).toEqual(outcome);
    expect(await charge(outcome.gatewayId)).toMatchObject({ status: 'ACTION_REQUIRED', captured: 0 });
    expect(await failureOf(gateway.capture(outcome.gatewayId, 1))).toBe('REFUSED');
    await answerStep(outcome.gatewayId, isAgreed);

    expect(await charge(outcome.gatewayId)).toMatchObject({ status, actionUrl: null });
  });

  it('lets go of a payment whose step nobody took', async () => {
    const { gateway, cards } = atHand();
    const outcome = await authorize({ paymentMethod: cards.step });
    if (outcome.kind !== 'ACTION_REQUIRED') throw new Error(`no step: ${outcome.kind}`);

    await gateway.void(outcome.gatewayId);

    expect(await charge(outcome.gatewayId)).toMatchObject({ status: 'VOIDED' });
  });

  it('wants no step where nobody is there to take it', async () => {
    const outcome = await authorize({ paymentMethod: atHand().cards.step, returnUrl: null });

    expect(outcome).toEqual({ kind: 'DECLINED', declineCode: 'authentication_required' });
  });

  it('takes nothing after the bank took back its promise', async () => {
    const { gateway, cards, failLate } = atHand();
    const gatewayId = await hold({ paymentMethod: cards.lateFailure });
    await failLate(gatewayId);

    expect(await failureOf(gateway.capture(gatewayId, 6_000))).toBe('REFUSED');
    expect(await charge(gatewayId)).toMatchObject({ status: 'VOIDED', captured: 0 });
  });

  it('says that it does not know when an answer gets lost, and finds out by the key', async () => {
    const { gateway, cards, beforeLost, countCharges, now } = atHand();
    const lost = order({ paymentMethod: cards.lostAnswer });
    const before = await countCharges();
    beforeLost();

    expect(await failureOf(gateway.authorize(lost))).toBe('UNKNOWN');
    const found = await gateway.lookupByKey(lost.idempotencyKey, now());

    expect(found).toMatchObject({ status: 'AUTHORIZED', amount: 6_000 });
    expect(await gateway.authorize(lost)).toEqual({ kind: 'AUTHORIZED', gatewayId: found!.gatewayId });
    expect(await countCharges()).toBe(before + 1);
  });

  it('waits for a slow answer', async () => {
    const { cards, beforeSlow } = atHand();
    beforeSlow();

    expect(await authorize({ paymentMethod: cards.slow })).toMatchObject({ kind: 'AUTHORIZED' });
  });

  it('keeps a card for orders at which nobody is there', async () => {
    const { gateway, cards } = atHand();
    const save = async (paymentMethod: string) =>
      gateway.saveCard({ idempotencyKey: randomUUID(), paymentMethod, returnUrl: GBP.returnUrl });

    const saved = await save(cards.good);
    if (saved.kind !== 'SAVED') throw new Error(`not saved: ${saved.kind}`);

    expect(await authorize({ paymentMethod: saved.paymentMethod, returnUrl: null })).toMatchObject({
      kind: 'AUTHORIZED',
    });
    expect(await save(cards.declined)).toMatchObject({ kind: 'DECLINED' });
    expect(await save('nonsense')).toEqual({ kind: 'DECLINED', declineCode: 'unknown_card' });
  });

  it('pays an account once per key, and another sum not by the same key', async () => {
    const { gateway, account, countTransfers } = atHand();
    const transfer = { idempotencyKey: randomUUID(), account, amount: 4_200, currency: 'GBP' };
    const before = await countTransfers();

    const id = await gateway.transfer(transfer);

    expect(await gateway.transfer(transfer)).toBe(id);
    expect(await failureOf(gateway.transfer({ ...transfer, amount: 4_201 }))).toBe('KEY_REUSED');
    expect(await countTransfers()).toBe(before + 1);
  });

  it('believes no message that is not signed', () => {
    const body = Buffer.from('{"id":"evt_1","object":"event","type":"payment_intent.succeeded"}');

    for (const headers of [{}, { 'stripe-signature': 't=1,v1=00' }, { 'stripe-signature': 'nonsense' }])
      expect(atHand().gateway.parseWebhook(body, headers)).toMatchObject({ kind: 'REFUSED' });
  });
}

function expectPresent<T>(value: T | null): T {
  expect(value).not.toBeNull();
  return value as T;
}
