import Stripe from 'stripe';
import { GatewayError } from './payment-gateway.ts';
import type { ChargeStatus, GatewayCharge } from './payment-gateway.ts';

const STATUSES: Readonly<Record<string, ChargeStatus>> = {
  requires_capture: 'AUTHORIZED',
  succeeded: 'CAPTURED',
  canceled: 'VOIDED',
  requires_action: 'ACTION_REQUIRED',
  requires_confirmation: 'ACTION_REQUIRED',
  processing: 'ACTION_REQUIRED',
  requires_payment_method: 'DECLINED',
};

/** Where the key of an order is kept at Stripe, so that what was made can be told from the rest. */
export const KEY = 'doorstep_key';

/** What a PaymentIntent means, with what was given back of it. */
export function toCharge(intent: Stripe.PaymentIntent, refunds: readonly Stripe.Refund[] = []): GatewayCharge {
  const status = STATUSES[intent.status];
  if (status === undefined) throw new GatewayError(`Stripe: a status that is not known (${intent.status})`, 'UNKNOWN');
  const { last_payment_error: problem } = intent;
  return {
    gatewayId: intent.id,
    status,
    currency: intent.currency.toUpperCase(),
    amount: intent.amount,
    captured: intent.status === 'succeeded' ? intent.amount_received : 0,
    refunded: refunds.filter(isMoneyBack).reduce((sum, { amount }) => sum + amount, 0),
    declineCode: problem ? nameOf(problem) : null,
    actionUrl: intent.next_action?.redirect_to_url?.url ?? null,
  };
}

/** What a partial capture let go of may be listed among the refunds too; no money of ours moved for it. */
function isMoneyBack({ status, metadata, balance_transaction: booked }: Stripe.Refund): boolean {
  return status !== 'failed' && status !== 'canceled' && (booked !== null || metadata?.[KEY] !== undefined);
}

/** The library leaves a code that there is none of empty. */
function nameOf({ decline_code: bank, code }: { readonly decline_code?: string; readonly code?: string }): string {
  return bank || code || 'card_declined';
}

/** Why it was the bank's no, or a card that Stripe does not know; null where it was neither. */
export function toDeclineCode(error: unknown): string | null {
  if (error instanceof Stripe.errors.StripeCardError) return nameOf(error);
  const isUnknownCard = error instanceof Stripe.errors.StripeInvalidRequestError && error.param === 'payment_method';
  return isUnknownCard ? 'unknown_card' : null;
}

/** Stripe understood and carried nothing out. Anything else may have happened. */
export function toGatewayError(error: unknown): GatewayError {
  if (error instanceof GatewayError) return error;
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  const what = `Stripe: ${error.type}${error.code ? `, ${error.code}` : ''}${error.statusCode ? `, ${error.statusCode}` : ''}`;
  if (error instanceof Stripe.errors.StripeIdempotencyError && error.statusCode === 400)
    return new GatewayError(what, 'KEY_REUSED');
  const isRefusal =
    error instanceof Stripe.errors.StripeInvalidRequestError || error instanceof Stripe.errors.StripeCardError;
  return new GatewayError(what, isRefusal ? 'REFUSED' : 'UNKNOWN');
}
