/** A call that moves money. The same key with the same order gets the same answer and has no second effect. */
export interface AuthorizeOrder {
  readonly idempotencyKey: string;
  /** Token of a card or wallet as the gateway knows it. */
  readonly paymentMethod: string;
  /** Integer minor units, above 0. */
  readonly amount: number;
  readonly currency: string;
  /** Where the bank sends whoever pays back to after a step of its own; null where nobody is there to take one. */
  readonly returnUrl: string | null;
}

export type AuthorizeOutcome =
  | { readonly kind: 'AUTHORIZED'; readonly gatewayId: string }
  | { readonly kind: 'DECLINED'; readonly declineCode: string }
  /** The bank asks whoever pays for a step on `actionUrl`; what came of it is looked up. */
  | { readonly kind: 'ACTION_REQUIRED'; readonly gatewayId: string; readonly actionUrl: string | null };

export interface SaveCardOrder {
  readonly idempotencyKey: string;
  readonly paymentMethod: string;
  readonly returnUrl: string | null;
}

export type SaveCardOutcome =
  /** `paymentMethod` is what later orders name the saved card by. */
  | { readonly kind: 'SAVED'; readonly paymentMethod: string }
  | { readonly kind: 'DECLINED'; readonly declineCode: string }
  | { readonly kind: 'ACTION_REQUIRED'; readonly actionUrl: string | null };

export interface TransferOrder {
  readonly idempotencyKey: string;
  /** The account at the gateway that is paid. */
  readonly account: string;
  /** Integer minor units, above 0. */
  readonly amount: number;
  readonly currency: string;
}

/** `VOIDED` also where the bank let go by itself, so that nothing can be taken any more. */
export type ChargeStatus = 'AUTHORIZED' | 'CAPTURED' | 'VOIDED' | 'DECLINED' | 'ACTION_REQUIRED';

export interface GatewayCharge {
  readonly gatewayId: string;
  readonly status: ChargeStatus;
  readonly currency: string;
  readonly amount: number;
  readonly captured: number;
  readonly refunded: number;
  /** Why it was declined, where it was. */
  readonly declineCode: string | null;
  /** Where the bank's step is taken, while it is wanted. */
  readonly actionUrl: string | null;
}

/** A fact that the gateway tells of its own accord. It only says where to look: nothing is believed of its content. */
export type WebhookReading =
  | { readonly kind: 'EVENT'; readonly eventId: string; readonly type: string; readonly chargeId: string | null }
  | { readonly kind: 'REFUSED'; readonly reason: string };

/**
 * Where money moves (M1). No call is made inside a database transaction. An outcome that did not arrive is looked up, never
 * repeated with another key. @throws GatewayError wherever the answer is neither yes nor the bank's no.
 */
export interface PaymentGateway {
  readonly name: string;
  authorize(order: AuthorizeOrder): Promise<AuthorizeOutcome>;
  /** Takes `amount`, at most what was authorised, and lets go of the rest. Repeating it changes nothing. */
  capture(gatewayId: string, amount: number): Promise<void>;
  /** Lets go of an authorisation that was not captured. Repeating it changes nothing. */
  void(gatewayId: string): Promise<void>;
  /** Brings the total given back to `refundedTotal`, at most what was captured. Repeating it changes nothing. */
  refund(gatewayId: string, refundedTotal: number): Promise<void>;
  /** Keeps a card for orders at which nobody is there. */
  saveCard(order: SaveCardOrder): Promise<SaveCardOutcome>;
  /** Pays somebody else's account at the gateway out of ours. Resolves to the gateway's id of it. */
  transfer(order: TransferOrder): Promise<string>;
  lookup(gatewayId: string): Promise<GatewayCharge | null>;
  /** What became of the order with that key, whose answer never arrived; `since` is when it was first given. */
  lookupByKey(idempotencyKey: string, since: Date): Promise<GatewayCharge | null>;
  /** Reads a message of the gateway from its raw bytes. Its signature is checked before anything in it is. */
  parseWebhook(body: Buffer, headers: Readonly<Record<string, unknown>>): WebhookReading;
}

/**
 * `REFUSED`: understood, and not possible. `KEY_REUSED`: the key stands for another order. `UNKNOWN`: it may or may not have
 * happened, and has to be looked up.
 */
export type GatewayFailure = 'REFUSED' | 'KEY_REUSED' | 'UNKNOWN';

/** It repeats nothing of the request, for it ends in logs and job rows. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly failure: GatewayFailure;

  constructor(message: string, failure: GatewayFailure) {
    super(message);
    this.failure = failure;
  }
}

/** @throws RangeError unless it is a whole number of minor units above 0. */
export function requireAmount(amount: number): void {
  if (!Number.isInteger(amount) || amount < 1)
    throw new RangeError('an amount is a whole number of minor units above 0');
}
