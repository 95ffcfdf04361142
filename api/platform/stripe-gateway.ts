import Stripe from 'stripe';
import type { Clock } from '../kernel/clock.ts';
import type { PaymentMethodName, StripeSettings } from './config.ts';
import { GatewayError, requireAmount } from './payment-gateway.ts';
import type {
  AuthorizeOrder,
  AuthorizeOutcome,
  GatewayCharge,
  PaymentGateway,
  SaveCardOrder,
  SaveCardOutcome,
  TransferOrder,
  WebhookReading,
} from './payment-gateway.ts';
import { KEY, toCharge, toDeclineCode, toGatewayError } from './stripe-answers.ts';

/** So long is waited for each of two tries. */
const TIMEOUT_MS = 10_000;
/** How old a signed message may be (Stripe's own advice). */
const TOLERANCE_SECONDS = 300;
/** The clocks of Stripe and of ours may differ by so much, and an order be on its way so long. */
const SEARCH_BEFORE_MS = 10 * 60_000;
const SEARCH_AFTER_MS = 30 * 60_000;
/** Methods that a wallet's own page confirms and that cannot be held: their money is taken when the household agrees. */
const TAKEN_AT_ONCE: readonly PaymentMethodName[] = ['alipay', 'wechat_pay'];

/** Tells a saved card from a fresh one: `cus_…/pm_…`. */
const SAVED_CARD = /^(cus_\w+)\/(pm_\w+)$/;

/** Null unless Stripe is configured. */
export function createStripeGateway(settings: StripeSettings | null, clock: Clock): PaymentGateway | null {
  return settings === null ? null : new StripeGateway(settings, clock);
}

/**
 * Stripe by its own library: PaymentIntents whose money is held until it is captured. The library repeats a call once by
 * itself, with the key it was given.
 */
class StripeGateway implements PaymentGateway {
  readonly name = 'stripe';
  readonly #stripe: Stripe;
  readonly #settings: StripeSettings;
  readonly #clock: Clock;

  constructor(settings: StripeSettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
    this.#stripe = new Stripe(settings.secretKey, {
      ...addressOf(settings.apiUrl),
      maxNetworkRetries: 1,
      timeout: settings.timeoutMs ?? TIMEOUT_MS,
      telemetry: false,
    });
  }

  async authorize(order: AuthorizeOrder): Promise<AuthorizeOutcome> {
    requireAmount(order.amount);
    try {
      const intent = await this.#stripe.paymentIntents.create(this.#toIntent(order), {
        idempotencyKey: order.idempotencyKey,
      });
      return toOutcome(toCharge(intent));
    } catch (error) {
      const declineCode = toDeclineCode(error);
      if (declineCode !== null) return { kind: 'DECLINED', declineCode };
      throw toGatewayError(error);
    }
  }

  async capture(gatewayId: string, amount: number): Promise<void> {
    requireAmount(amount);
    // One key whatever the amount: of two captures that differ, Stripe refuses the second.
    await this.#change(
      gatewayId,
      () =>
        this.#stripe.paymentIntents.capture(
          gatewayId,
          { amount_to_capture: amount },
          { idempotencyKey: `${gatewayId}:capture` },
        ),
      ({ status, captured }) => status === 'CAPTURED' && captured === amount,
    );
  }

  async void(gatewayId: string): Promise<void> {
    await this.#change(
      gatewayId,
      () => this.#stripe.paymentIntents.cancel(gatewayId, {}, { idempotencyKey: `${gatewayId}:void` }),
      ({ status }) => status === 'VOIDED',
    );
  }

  async refund(gatewayId: string, refundedTotal: number): Promise<void> {
    const charge = await this.lookup(gatewayId);
    if (charge?.refunded === refundedTotal) return;
    if (charge?.status !== 'CAPTURED' || refundedTotal < charge.refunded || refundedTotal > charge.captured)
      throw new GatewayError('Stripe: no more can be given back than was taken', 'REFUSED');
    const idempotencyKey = `${gatewayId}:refund:${charge.refunded}`;
    // The key says from where: two that start from the same sum cannot both be carried out.
    const refund = await this.#call(() =>
      this.#stripe.refunds.create(
        { payment_intent: gatewayId, amount: refundedTotal - charge.refunded, metadata: { [KEY]: idempotencyKey } },
        { idempotencyKey },
      ),
    );
    if (refund.status === 'failed' || refund.status === 'canceled')
      throw new GatewayError('Stripe: the bank did not take the money back', 'REFUSED');
  }

  async saveCard({ idempotencyKey, paymentMethod, returnUrl }: SaveCardOrder): Promise<SaveCardOutcome> {
    const customer = await this.#call(() =>
      this.#stripe.customers.create(
        { metadata: { [KEY]: idempotencyKey } },
        { idempotencyKey: `${idempotencyKey}:customer` },
      ),
    );
    try {
      const intent = await this.#stripe.setupIntents.create(
        {
          customer: customer.id,
          payment_method: paymentMethod,
          allowed_payment_method_types: ['card'],
          usage: 'off_session',
          confirm: true,
          metadata: { [KEY]: idempotencyKey },
          ...(returnUrl === null ? {} : { return_url: returnUrl }),
        },
        { idempotencyKey },
      );
      if (intent.status === 'succeeded') return { kind: 'SAVED', paymentMethod: `${customer.id}/${paymentMethod}` };
      if (intent.status === 'requires_action')
        return { kind: 'ACTION_REQUIRED', actionUrl: intent.next_action?.redirect_to_url?.url ?? null };
      return { kind: 'DECLINED', declineCode: intent.last_setup_error?.decline_code || 'card_declined' };
    } catch (error) {
      const declineCode = toDeclineCode(error);
      if (declineCode !== null) return { kind: 'DECLINED', declineCode };
      throw toGatewayError(error);
    }
  }

  async transfer({ idempotencyKey, account, amount, currency }: TransferOrder): Promise<string> {
    requireAmount(amount);
    const transfer = await this.#call(() =>
      this.#stripe.transfers.create(
        { destination: account, amount, currency: currency.toLowerCase(), metadata: { [KEY]: idempotencyKey } },
        { idempotencyKey },
      ),
    );
    return transfer.id;
  }

  async lookup(gatewayId: string): Promise<GatewayCharge | null> {
    try {
      const intent = await this.#stripe.paymentIntents.retrieve(gatewayId);
      if (intent.status !== 'succeeded') return toCharge(intent);
      const { data } = await this.#stripe.refunds.list({ payment_intent: gatewayId, limit: 100 });
      return toCharge(intent, data);
    } catch (error) {
      if (error instanceof Stripe.errors.StripeInvalidRequestError && error.statusCode === 404) return null;
      throw toGatewayError(error);
    }
  }

  /** By the list and not by the search, which learns of a payment only after a while. */
  async lookupByKey(idempotencyKey: string, since: Date): Promise<GatewayCharge | null> {
    return this.#call(async () => {
      const created = {
        gte: Math.floor((since.getTime() - SEARCH_BEFORE_MS) / 1_000),
        lte: Math.ceil((since.getTime() + SEARCH_AFTER_MS) / 1_000),
      };
      for await (const { id, metadata } of this.#stripe.paymentIntents.list({ created, limit: 100 }))
        if (metadata[KEY] === idempotencyKey) return this.lookup(id);
      return null;
    });
  }

  parseWebhook(body: Buffer, headers: Readonly<Record<string, unknown>>): WebhookReading {
    const signature = headers['stripe-signature'];
    if (typeof signature !== 'string') return { kind: 'REFUSED', reason: 'not signed' };
    try {
      const { webhookSecret } = this.#settings;
      const now = this.#clock.now().getTime();
      const event = this.#stripe.webhooks.constructEvent(
        body,
        signature,
        webhookSecret,
        TOLERANCE_SECONDS,
        undefined,
        now,
      );
      return { kind: 'EVENT', eventId: event.id, type: event.type, chargeId: chargeOf(event) };
    } catch (error) {
      if (!(error instanceof Stripe.errors.StripeSignatureVerificationError || error instanceof SyntaxError))
        throw error;
      return { kind: 'REFUSED', reason: 'not signed by Stripe, or too long ago' };
    }
  }

  #toIntent({
    paymentMethod,
    idempotencyKey,
    amount,
    currency,
    returnUrl,
  }: AuthorizeOrder): Stripe.PaymentIntentCreateParams {
    const saved = SAVED_CARD.exec(paymentMethod);
    const common = {
      amount,
      currency: currency.toLowerCase(),
      confirm: true,
      metadata: { [KEY]: idempotencyKey },
      ...(returnUrl === null ? { off_session: true } : { return_url: returnUrl }),
    };
    const { methods } = this.#settings;
    const type = TAKEN_AT_ONCE.find((method) => method === paymentMethod && methods.includes(method));
    if (type !== undefined) {
      const options =
        type === 'wechat_pay' ? { payment_method_options: { wechat_pay: { client: 'web' as const } } } : {};
      return { ...common, allowed_payment_method_types: [type], payment_method_data: { type }, ...options };
    }
    return {
      ...common,
      capture_method: 'manual',
      allowed_payment_method_types: methods.filter((method) => !TAKEN_AT_ONCE.includes(method)),
      payment_method: saved?.[2] ?? paymentMethod,
      ...(saved?.[1] === undefined ? {} : { customer: saved[1] }),
    };
  }

  /** Makes a change that may have been made before: what Stripe then refuses is compared with what is there. */
  async #change(
    gatewayId: string,
    act: () => Promise<unknown>,
    isDone: (charge: GatewayCharge) => boolean,
  ): Promise<void> {
    try {
      await act();
    } catch (error) {
      const failure = toGatewayError(error);
      if (failure.failure === 'UNKNOWN') throw failure;
      const charge = await this.lookup(gatewayId);
      if (charge === null || !isDone(charge)) throw failure;
    }
  }

  async #call<T>(act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      throw toGatewayError(error);
    }
  }
}

function addressOf(apiUrl: string | null): Pick<Stripe.StripeConfig, 'host' | 'port' | 'protocol'> {
  if (apiUrl === null) return {};
  const { hostname, port, protocol } = new URL(apiUrl);
  const scheme = protocol === 'http:' ? 'http' : 'https';
  return { host: hostname, protocol: scheme, port: port || (scheme === 'http' ? 80 : 443) };
}

function toOutcome({ status, gatewayId, declineCode, actionUrl }: GatewayCharge): AuthorizeOutcome {
  if (status === 'ACTION_REQUIRED') return { kind: 'ACTION_REQUIRED', gatewayId, actionUrl };
  if (status === 'DECLINED' || status === 'VOIDED')
    return { kind: 'DECLINED', declineCode: declineCode ?? 'card_declined' };
  return { kind: 'AUTHORIZED', gatewayId };
}

/** The PaymentIntent that an event is about. */
function chargeOf({ data }: Stripe.Event): string | null {
  const about = data.object as { readonly object?: string; readonly id?: string; readonly payment_intent?: unknown };
  if (about.object === 'payment_intent') return about.id ?? null;
  return typeof about.payment_intent === 'string' ? about.payment_intent : null;
}
