/** A call that moves money. The same key with the same order gets the same answer and has no second effect. */
export interface AuthorizeOrder {
  readonly idempotencyKey: string;
  /** Token of a card or wallet as the gateway knows it. */
  readonly paymentMethod: string;
  /** Integer minor units, above 0. */
  readonly amount: number;
  readonly currency: string;
}

export type AuthorizeOutcome =
  | { readonly kind: 'AUTHORIZED'; readonly gatewayId: string }
  | { readonly kind: 'DECLINED'; readonly declineCode: string }
  | { readonly kind: 'ACTION_REQUIRED'; readonly gatewayId: string };

export interface GatewayCharge {
  readonly status: 'AUTHORIZED' | 'CAPTURED' | 'VOIDED' | 'DECLINED' | 'ACTION_REQUIRED';
  readonly amount: number;
  readonly captured: number;
  readonly refunded: number;
}

/**
 * Where money moves (M1). No call is made inside a database transaction. An outcome that did not arrive is looked up,
 * never repeated with another key.
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
  lookup(gatewayId: string): Promise<GatewayCharge | null>;
}
